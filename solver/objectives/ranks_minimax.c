/* ranks_minimax.c: the highest rank that anybody gets (the bottleneck), as low as it can be. */
#include "objectives.h"

/* Step k counts the placements of rank R + 1 - k or worse: the first count that cannot be 0 tells the highest
 * rank. */
static int64_t has_rank_or_worse(const struct wp_round *round, int student, int project,
                                 const struct wp_measure *measure) {
    return wp_counted_rank(round, student, project) >= round->max_rank + 1 - measure->step;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, has_rank_or_worse, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, has_rank_or_worse);
}

const struct wp_objective wp_objective_ranks_minimax = {
    .kind = WP_OBJECTIVE_RANKS_MINIMAX,
    .name = "ranks:minimax",
    .first_positive = true,
    .of_those_who_chose = true,
    .steps = wp_rank_steps,
    .cost = cost,
    .value = value,
};
