/* check_report.h: what `check` tells a coordinator: what was understood, and what will be tight. */
#ifndef WP_CHECK_REPORT_H
#define WP_CHECK_REPORT_H

#include "round.h"
#include <stdio.h>

/* Which round it is and what was read. */
void wp_check_read(FILE *out, const struct wp_round *round);

/* Rules, objectives and what will be tight: the report on a round without errors. verbose: lists in full,
 * else their first lines and "and N more". */
int wp_check_report(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error);

#endif
