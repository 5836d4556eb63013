/* placed.c: the number of students who get a place. */
#include "objectives.h"

static int64_t one_student(const struct wp_round *round, int student, int project,
                           const struct wp_measure *measure) {
    (void)round, (void)student, (void)project, (void)measure;
    return 1;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, one_student, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    return wp_sum_value(round, plan, measure, one_student);
}

const struct wp_objective wp_objective_placed = {
    .kind = WP_OBJECTIVE_PLACED,
    .name = "placed",
    .maximise = true,
    .of_those_who_chose = true,
    .cost = cost,
    .value = value,
};
