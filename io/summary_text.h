/* summary_text.h: what a plan is worth, on one screen of a terminal. */
#ifndef WP_SUMMARY_TEXT_H
#define WP_SUMMARY_TEXT_H

#include "solve.h"
#include <stdio.h>

/* At most 79 columns wide, and 23 lines high unless programmes or circles are compared, which adds up to 7
 * lines. blocks: the terminal shows UTF-8, so bars are drawn by blocks, else by "#". folder: where the plan
 * lies. The solution must hold a plan. */
int wp_summary_text(FILE *out, const struct wp_round *round, const struct wp_solution *solution,
                    const char *folder, bool blocks, struct wp_error *error);

#endif
