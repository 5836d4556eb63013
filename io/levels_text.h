/* levels_text.h: on a terminal, what each level came to and whether it is proven. */
#ifndef WP_LEVELS_TEXT_H
#define WP_LEVELS_TEXT_H

#include "solve.h"
#include <stdbool.h>
#include <stdio.h>

/* At most `rows` lines (2 or more) of at most 79 columns; the last then says how many more there are. */
void wp_levels_text(FILE *out, const struct wp_solution *solution, int rows, bool colours);

#endif
