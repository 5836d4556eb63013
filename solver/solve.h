/* solve.h: places the students of a round, level by level, and says what it proved. */
#ifndef WP_SOLVE_H
#define WP_SOLVE_H

#include "plan.h"
#include "rule.h"

enum wp_outcome {
    WP_OUTCOME_OPTIMAL,    /* a plan, every level proven */
    WP_OUTCOME_FEASIBLE,   /* a plan; a limit or Ctrl-C came before the last proof */
    WP_OUTCOME_INFEASIBLE, /* no plan exists, proven */
    WP_OUTCOME_NO_PLAN     /* a limit came before a first plan */
};

/* One entry of summary.json's levels. An objective of several counts ("array") has several values. */
struct wp_level {
    char name[48]; /* "ranks:generous", "placed:rest" */
    bool maximise;
    bool array;
    int count;       /* of values; 1 unless array */
    int64_t *value;  /* the plan's, recomputed from it */
    int64_t *bound;  /* proven limit of each */
    int bound_count; /* how many of `bound` are known; the first count not proven has the last known one */
    bool gives_way;  /* `~q%` was asked */
    int64_t best;    /* the level's own optimum, where it gives way */
    bool proven;
    bool certified;
    double seconds;
};

struct wp_solution {
    enum wp_outcome outcome;
    struct wp_plan *plan;    /* NULL unless optimal or feasible */
    struct wp_level *levels; /* as many as were reached or follow from the plan: all, if there is a plan */
    int level_count;
    struct wp_violations reasons; /* infeasible: what counting can show, may be empty */
    double seconds;
    bool stopped; /* by the caller (Ctrl-C) */
};

/* What a progress line shows. */
struct wp_progress {
    const char *level;    /* its name */
    int step, step_count; /* of a level of several counts, 1 for the first */
    bool has_value, has_bound;
    int64_t value; /* the best plan's in this step */
    int64_t bound;
    double seconds; /* since the start */
};

/* How the caller watches and stops. */
struct wp_watch {
    bool (*stop)(void *context);                                         /* asked often; may be NULL */
    void (*progress)(void *context, const struct wp_progress *progress); /* may be NULL */
    void *context;
};

/* Solves the round by its settings (order, time_limit, gap, memory_limit, method). *out is NULL on failure;
 * free it with wp_solution_free. Every plan in a solution has passed every rule's check; one that does not is
 * an internal error. Prints nothing. */
int wp_solve(const struct wp_round *round, const struct wp_watch *watch, struct wp_solution **out,
             struct wp_error *error);
void wp_solution_free(struct wp_solution *solution);

/* As in summary.json. */
const char *wp_outcome_name(enum wp_outcome outcome);

/* What to export: the integer program of one level (1 for the first; the earlier levels are solved and kept),
 * or of its first count if it has several. It is always a minimisation: what is maximised has negative costs.
 */
struct wp_export {
    const char *mps, *lp;
    int level;
    bool strong; /* with the strengthening rows */
};
/* Exactly one of mps and lp is not NULL. WP_USAGE where the level does not exist or was not proven in time.
 */
int wp_export_program(const struct wp_round *round, const struct wp_export *what,
                      const struct wp_watch *watch, struct wp_error *error);

#endif
