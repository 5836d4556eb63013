/* run.h: one run over the levels of a round: the integer program, the search, and what was found and proven.
 */
#ifndef WP_RUN_H
#define WP_RUN_H

#include "levels.h"
#include "search.h"
#include "solve.h"

/* What the search of one level gave. Values are in the level's own sense: what is maximised counts positive.
 */
struct wp_run_level {
    int64_t *bound;  /* per step; one for a level of a single value */
    int bound_count; /* how many are known */
    int64_t best;    /* the optimum of a level of one step, or the best plan's value */
    bool proven;
    double seconds;
};

struct wp_run {
    const struct wp_round *round;
    struct wp_pairs *pairs;
    struct wp_build *build;
    struct wp_search *search;
    struct wp_level_plan levels[WP_MAX_LEVELS];
    struct wp_run_level outcomes[WP_MAX_LEVELS];
    int level_count;
    int64_t *cost; /* per column, of the present step, minimised; room for one more */
    bool infeasible;

    const struct wp_watch *watch;
    double started, deadline; /* seconds of the monotonic clock; deadline 0 = none */
    double step_deadline;     /* of the present step: two thirds of what is left: the others get a share */
    bool stopped_by_caller;
    int level, step; /* present */
};

/* Builds the integer program with all rules' and objectives' rows. *out is NULL on failure. */
int wp_run_new(const struct wp_round *round, const struct wp_watch *watch, struct wp_run **out,
               struct wp_error *error);
void wp_run_free(struct wp_run *run);

/* Optimises level k, to be called for 0, 1, 2 … in order, and keeps it for the later ones. Sets infeasible
 * when no plan exists. */
int wp_run_level(struct wp_run *run, int k, struct wp_error *error);

/* Adds the columns and rows that step `step` of level k alone needs; wp_run_level does so itself. */
int wp_run_extend(struct wp_run *run, int k, int step, struct wp_error *error);

/* Fills run->cost with what step `step` of level k minimises. */
void wp_run_cost(struct wp_run *run, int k, int step);

double wp_run_seconds(const struct wp_run *run);

#endif
