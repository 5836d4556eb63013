/* check_report.h: what `check` tells a coordinator: what was understood, and what will be tight. */
#ifndef WP_CHECK_REPORT_H
#define WP_CHECK_REPORT_H

#include "round.h"
#include <stdio.h>

/* Writes the report on a round without errors. verbose: lists in full, else their first lines and "and N
 * more". */
int wp_check_report(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error);

#endif
