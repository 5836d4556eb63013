/* solution.c: a solution's levels, its name and its end. */
#include "solution.h"
#include <stdio.h>
#include <stdlib.h>

static int start_level(const struct wp_level_plan *plan, struct wp_level *level, struct wp_error *error) {
    snprintf(level->name, sizeof level->name, "%s", plan->name);
    level->maximise = plan->objective->maximise;
    level->array = plan->objective->array;
    level->count = level->array ? plan->steps : 1;
    level->gives_way = !plan->rest && plan->setting->give_way > 0;
    level->value = calloc((size_t)level->count, sizeof *level->value);
    level->bound = calloc((size_t)level->count, sizeof *level->bound);
    return level->value && level->bound ? WP_OK : wp_error_memory(error);
}

int wp_solution_start_levels(struct wp_solution *solution, const struct wp_level_plan *levels, int count,
                             struct wp_error *error) {
    solution->levels = calloc((size_t)count + 1, sizeof *solution->levels);
    int code = solution->levels ? WP_OK : wp_error_memory(error);
    while (code == WP_OK && solution->level_count < count) {
        int k = solution->level_count++;
        code = start_level(&levels[k], &solution->levels[k], error);
    }
    return code;
}

void wp_solution_free(struct wp_solution *solution) {
    if (!solution)
        return;
    wp_plan_free(solution->plan);
    for (int k = 0; k < solution->level_count; k++) {
        free(solution->levels[k].value);
        free(solution->levels[k].bound);
    }
    free(solution->levels);
    wp_violations_clear(&solution->reasons);
    free(solution);
}

const char *wp_outcome_name(enum wp_outcome outcome) {
    static const char *const names[] = {"optimal", "feasible", "infeasible", "no_plan"};
    return names[outcome];
}
