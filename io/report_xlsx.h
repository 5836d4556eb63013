/* report_xlsx.h: plan.xlsx, a plan for its coordinator's spreadsheet. */
#ifndef WP_REPORT_XLSX_H
#define WP_REPORT_XLSX_H

#include "report.h"

/* Writes the file at path, which exists and is empty, in the language in use. */
int wp_report_xlsx(const char *path, const struct wp_report *report, struct wp_error *error);

#endif
