/* levels.h: which objectives a round optimises, in which order: the named ones and those that follow from
 * them. */
#ifndef WP_LEVELS_H
#define WP_LEVELS_H

#include "objective.h"

/* One level: an objective, of the students who chose or of the rest. */
struct wp_level_plan {
    const struct wp_objective *objective;
    const struct wp_objective_setting *setting;
    char name[48]; /* as in summary.json: "travel", "travel:rest" */
    bool rest;
    int part; /* of an objective of several levels */
    int steps;
};

#define WP_MAX_LEVELS (WP_MAX_OBJECTIVES + 4) /* two implicit ones, two more parts of moves */

/* Fills levels (room for WP_MAX_LEVELS); returns how many. The implicit levels `placed:rest` (where placed
 * counts) and `travel:rest` (where travel counts) follow the last objective that counts only those who chose;
 * they exist where somebody who did not choose may be placed. */
int wp_levels_list(const struct wp_round *round, struct wp_level_plan *levels);

/* The level's values in a plan: level->steps of them for an array, else one. */
void wp_level_values(const struct wp_level_plan *level, const struct wp_round *round,
                     const struct wp_plan *plan, int64_t *values);

/* What later levels may use of this one when its optimum is `best`: a limit on its value (upper, or lower if
 * maximised). */
int64_t wp_level_limit(const struct wp_level_plan *level, int64_t best);

#endif
