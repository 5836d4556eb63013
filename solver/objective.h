/* objective.h: what an objective is. One file an objective in objectives/, one row in the table of
 * objectives.c. */
#ifndef WP_OBJECTIVE_H
#define WP_OBJECTIVE_H

#include "build.h"
#include "plan.h"

/* Which figure of an objective is meant. */
struct wp_measure {
    const struct wp_objective_setting *setting;
    bool rest; /* of the students who did not choose, instead of those who did */
    int part;  /* of an objective of several levels, 0 for the first */
    int step;  /* of an objective of several counts, 0 for the first */
};

/* An objective is a sequence of counts, each optimised before the next ("steps"; most objectives have one).
 * One with parts is several levels, each with an entry of its own in summary.json. */
struct wp_objective {
    enum wp_objective_kind kind;
    const char *name; /* as in [objectives] order, before exponent and give-way */
    bool maximise;
    bool array;              /* its value is the array of its steps' */
    bool first_positive;     /* its value is steps - k, where k is the first step whose count is not 0; later
                                steps do not matter */
    bool of_those_who_chose; /* counts only students who chose; the others follow in a level `name:rest` */

    const char *const *parts; /* ":project" of moves:project …, ending with NULL; NULL: one level */

    /* Columns and rows of its own, added once after all rules'. NULL if placements alone say its value. */
    int (*rows)(struct wp_build *build, struct wp_error *error);

    /* Number of steps in this round. NULL means 1. */
    int (*steps)(const struct wp_round *round);

    /* Columns and rows that this measure alone needs, added when its step begins, for what the levels before
     * have not decided. A column is of kind WP_COLUMN_GUIDED, or it is at its lowest for a plan where these
     * rows, in which it has a positive coefficient, let it. NULL if there are none. */
    int (*extend)(struct wp_build *build, const struct wp_measure *measure, struct wp_error *error);

    /* Adds the measure's cost to cost[column]; what is maximised counts positive here. */
    void (*cost)(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost);

    /* The measure of a plan, by the objective's meaning, not by the columns. */
    int64_t (*value)(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure);
};

/* Ends with NULL. */
extern const struct wp_objective *const wp_objectives[];

/* NULL if this version does not have it. */
const struct wp_objective *wp_objective_find(enum wp_objective_kind kind);

/* For objectives that are a sum over placed students: cost and value from what one placement counts. */
typedef int64_t wp_placement_cost(const struct wp_round *round, int student, int project,
                                  const struct wp_measure *measure);
void wp_sum_cost(const struct wp_build *build, const struct wp_measure *measure, wp_placement_cost *one,
                 int64_t *cost);
int64_t wp_sum_value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure, wp_placement_cost *one);

/* The rank that a placement counts in ranks objectives: R + 1 if her unit does not list the project. */
int wp_counted_rank(const struct wp_round *round, int student, int project);

#endif
