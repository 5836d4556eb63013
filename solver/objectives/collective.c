/* collective.c: how many students are on collective projects, whether they made choices or not. */
#include "objectives.h"

static bool is_collective(const struct wp_round *round, int project) {
    return round->projects[project].orientation == WP_ORIENTATION_COLLECTIVE;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    (void)measure;
    for (int k = 0; k < build->pairs->count; k++) {
        const struct wp_pair *pair = &build->pairs->items[k];
        if (!is_collective(build->round, pair->project))
            continue;
        for (int j = build->place_first[k]; j < build->place_first[k + 1]; j++)
            cost_of[j] += build->round->units[pair->unit].size;
    }
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    (void)measure;
    int64_t heads = 0;
    for (int s = 0; s < plan->student_count; s++)
        heads += plan->project[s] >= 0 && is_collective(round, plan->project[s]);
    return heads;
}

const struct wp_objective wp_objective_collective = {
    .kind = WP_OBJECTIVE_COLLECTIVE,
    .name = "collective",
    .maximise = true,
    .cost = cost,
    .value = value,
};
