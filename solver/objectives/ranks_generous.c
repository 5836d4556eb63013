/* ranks_generous.c: fewest placements of the worst rank, then of the next worst …: the generous maximum
 * matching. */
#include "objectives.h"

/* Step 0 counts the unlisted placements (rank R + 1), step k those of rank R + 1 - k. */
static int64_t has_rank(const struct wp_round *round, int student, int project,
                        const struct wp_measure *measure) {
    return wp_counted_rank(round, student, project) == round->max_rank + 1 - measure->step;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, has_rank, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, has_rank);
}

const struct wp_objective wp_objective_ranks_generous = {
    .kind = WP_OBJECTIVE_RANKS_GENEROUS,
    .name = "ranks:generous",
    .array = true,
    .of_those_who_chose = true,
    .steps = wp_rank_steps,
    .cost = cost,
    .value = value,
};
