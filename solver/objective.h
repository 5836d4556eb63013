/* objective.h: what an objective is. One file an objective in objectives/, one row in the table of objectives.c. */
#ifndef WP_OBJECTIVE_H
#define WP_OBJECTIVE_H

#include "build.h"
#include "plan.h"

/* An objective is a sequence of counts, minimised one after the other ("steps"; most have one). */
struct wp_objective {
    enum wp_objective_kind kind;
    const char *name;   /* as in [objectives] order, before exponent and give-way */
    bool maximise;
    bool may_give_way;
    bool array;         /* its value in summary.json is the array of its steps' values */

    /* Columns and rows of its own, added once after all rules'. NULL if placements alone say its value. */
    int (*rows)(struct wp_build *build, struct wp_error *error);

    /* Number of steps in this round. NULL means 1. */
    int (*steps)(const struct wp_round *round);

    /* Fills cost, one entry per column (zeroed by the caller), of a step. */
    void (*cost)(const struct wp_build *build, const struct wp_objective_setting *setting, int step, int64_t *cost);

    /* The step's value of a plan, by the objective's meaning, not by the columns. */
    int64_t (*value)(const struct wp_round *round, const struct wp_objective_setting *setting, int step,
                     const struct wp_plan *plan);
};

/* Ends with NULL. */
extern const struct wp_objective *const wp_objectives[];

const struct wp_objective *wp_objective_find(enum wp_objective_kind kind);

#endif
