/* report_html.h: report.html, a plan for its coordinator: one page that needs no network and no script. */
#ifndef WP_REPORT_HTML_H
#define WP_REPORT_HTML_H

#include "report.h"
#include <stdio.h>

/* In the language in use. Errors of the stream are the caller's to look for. */
int wp_report_html(FILE *stream, const struct wp_report *report, struct wp_error *error);

#endif
