/* progress_text.h: how far a search is, in words. */
#ifndef WP_CLI_PROGRESS_TEXT_H
#define WP_CLI_PROGRESS_TEXT_H

#include "line.h"
#include "solve.h"

/* Adds to the line, for instance "ranks:generous 2/7: best plan 12, bound 10, gap 16.7 %, 3 s". */
void wp_progress_text(struct wp_line *line, const struct wp_progress *progress);

#endif
