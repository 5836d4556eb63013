/* report_html.h: report.html, a plan for its coordinator: one page that needs no network and no script. */
#ifndef WP_REPORT_HTML_H
#define WP_REPORT_HTML_H

#include "solve.h"
#include <stdio.h>

/* In the language in use. The solution must hold a plan. */
int wp_report_html(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                   struct wp_error *error);

#endif
