/* ranks_sum.c: the sum of the ranks, each raised to an exponent so that bad ranks weigh more. */
#include "objectives.h"

static int64_t power(const struct wp_round *round, int student, int project,
                     const struct wp_measure *measure) {
    int64_t rank = wp_counted_rank(round, student, project), result = 1;
    for (int e = 0; e < measure->setting->exponent; e++)
        result *= rank;
    return result;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, power, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, power);
}

const struct wp_objective wp_objective_ranks_sum = {
    .kind = WP_OBJECTIVE_RANKS_SUM,
    .name = "ranks:sum",
    .of_those_who_chose = true,
    .cost = cost,
    .value = value,
};
