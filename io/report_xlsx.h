/* report_xlsx.h: plan.xlsx, a plan for its coordinator's spreadsheet. */
#ifndef WP_REPORT_XLSX_H
#define WP_REPORT_XLSX_H

#include "solve.h"

/* Writes the file at path, which exists and is empty, in the language in use. The solution must hold a plan.
 */
int wp_report_xlsx(const char *path, const struct wp_round *round, const struct wp_solution *solution,
                   struct wp_error *error);

#endif
