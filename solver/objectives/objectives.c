/* objectives.c: the table of objectives, and what those that add up placements share. */
#include "objectives.h"

const struct wp_objective *const wp_objectives[] = {
    &wp_objective_placed,         &wp_objective_ranks_sum,     &wp_objective_ranks_greedy,
    &wp_objective_ranks_generous, &wp_objective_ranks_minimax, &wp_objective_travel,
    &wp_objective_balance,        &wp_objective_collective,    &wp_objective_novelty,
    &wp_objective_moves,          &wp_objective_lottery,       NULL,
};

const struct wp_objective *wp_objective_find(enum wp_objective_kind kind) {
    for (int k = 0; wp_objectives[k]; k++)
        if (wp_objectives[k]->kind == kind)
            return wp_objectives[k];
    return NULL;
}

void wp_sum_cost(const struct wp_build *build, const struct wp_measure *measure, wp_placement_cost *one,
                 int64_t *cost) {
    for (int k = 0; k < build->pairs->count; k++) {
        const struct wp_pair *pair = &build->pairs->items[k];
        const struct wp_unit *unit = &build->round->units[pair->unit];
        if (unit->has_choices == measure->rest)
            continue;
        int64_t sum = 0;
        for (int m = 0; m < unit->students.count; m++)
            sum += one(build->round, unit->students.items[m], pair->project, measure);
        for (int j = build->place_first[k]; j < build->place_first[k + 1]; j++)
            cost[j] += sum;
    }
}

int64_t wp_sum_value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure, wp_placement_cost *one) {
    int64_t sum = 0;
    for (int s = 0; s < round->student_count; s++)
        if (plan->project[s] >= 0 && wp_counts_as_choosing(round, s) != measure->rest)
            sum += one(round, s, plan->project[s], measure);
    return sum;
}

int wp_counted_rank(const struct wp_round *round, int student, int project) {
    int rank = wp_unit_rank(round, student, project);
    return rank > 0 ? rank : round->max_rank + 1;
}

int wp_rank_steps(const struct wp_round *round) {
    return round->max_rank + 1;
}
