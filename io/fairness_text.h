/* fairness_text.h: on a terminal, whether a plan serves everybody alike. */
#ifndef WP_FAIRNESS_TEXT_H
#define WP_FAIRNESS_TEXT_H

#include "fairness.h"
#include <stdio.h>

/* How many have their first choice and one of their first three, and how many envy another. Empty where
 * nobody chose. */
void wp_fairness_words(const struct wp_fairness *fairness, char *text, size_t size);

/* Lines of the table below; 0 where there is nothing to compare. */
int wp_fairness_group_rows(const struct wp_fairness *fairness);

/* Mean rank and trip of each programme and circle, side by side: a heading and at most `rows` - 1 lines of at
 * most 78 columns. rows is 3 or more. */
void wp_fairness_groups(FILE *out, const struct wp_round *round, const struct wp_fairness *fairness,
                        int rows);

#endif
