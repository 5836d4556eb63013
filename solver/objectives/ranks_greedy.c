/* ranks_greedy.c: most first choices, then most second choices …: the rank-maximal placement (Irving et al.
 * 2006). */
#include "objectives.h"

/* Step k counts rank k + 1; the last one, R + 1, the unlisted placements: they follow from the others. */
static int64_t has_rank(const struct wp_round *round, int student, int project,
                        const struct wp_measure *measure) {
    return wp_counted_rank(round, student, project) == measure->step + 1;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, has_rank, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, has_rank);
}

const struct wp_objective wp_objective_ranks_greedy = {
    .kind = WP_OBJECTIVE_RANKS_GREEDY,
    .name = "ranks:greedy",
    .maximise = true,
    .array = true,
    .of_those_who_chose = true,
    .steps = wp_rank_steps,
    .cost = cost,
    .value = value,
};
