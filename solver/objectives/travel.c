/* travel.c: the total minutes of the one-way trips of those who are placed. */
#include "objectives.h"

static int64_t trip(const struct wp_round *round, int student, int project,
                    const struct wp_measure *measure) {
    (void)measure;
    int minutes = wp_trip_minutes(round, student, project);
    return minutes > 0 ? minutes : 0;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, trip, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, trip);
}

const struct wp_objective wp_objective_travel = {
    .kind = WP_OBJECTIVE_TRAVEL,
    .name = "travel",
    .of_those_who_chose = true,
    .cost = cost,
    .value = value,
};
