/* news_text.h: on a terminal, who must be told what. */
#ifndef WP_NEWS_TEXT_H
#define WP_NEWS_TEXT_H

#include "plan.h"
#include <stdio.h>

/* Nothing for a round without a base; else up to 8 lines (10 if all kinds of
 * changes come together) of at most 79 columns, unless verbose: then every
 * change of a student has its line. folder: where the plan, with its changes.csv, lies. */
int wp_news_text(FILE *out, const struct wp_round *round, const struct wp_plan *plan, const char *folder,
                 bool verbose, struct wp_error *error);

#endif
