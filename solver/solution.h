/* solution.h: a solution while it is put together. */
#ifndef WP_SOLUTION_H
#define WP_SOLUTION_H

#include "levels.h"
#include "solve.h"

/* Gives the solution one entry for each level, with room for its values and bounds, all 0 and none proven. */
int wp_solution_start_levels(struct wp_solution *solution, const struct wp_level_plan *levels, int count,
                             struct wp_error *error);

#endif
