/* fairness_text.h: on a terminal, whether a plan serves everybody alike. */
#ifndef WP_FAIRNESS_TEXT_H
#define WP_FAIRNESS_TEXT_H

#include "fairness.h"
#include <stdio.h>

/* One line: how many have their first choice and one of their first three, and how many envy another. Nothing
 * where nobody chose. */
void wp_fairness_line(FILE *out, const struct wp_fairness *fairness);

/* Mean rank and trip of each programme and circle, side by side; nothing where there is one of each. At most
 * 78 columns wide. */
void wp_fairness_groups(FILE *out, const struct wp_round *round, const struct wp_fairness *fairness);

#endif
