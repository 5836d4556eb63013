/* solve.c: places the students of a round, level by level. */
#include "solve.h"
#include "run.h"
#include "solution.h"
#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

/* Records what a level's search proved. */
static void note_outcome(const struct wp_run_level *run, struct wp_level *level) {
    level->bound_count = run->bound_count;
    for (int k = 0; k < run->bound_count; k++)
        level->bound[k] = run->bound[k];
    level->proven = run->proven;
    level->seconds = run->seconds;
    level->best = run->best;
}

/* The plan and its values, recomputed by each objective's meaning; what the search says must agree. */
static int take_plan(struct wp_run *run, struct wp_solution *solution, struct wp_error *error) {
    int code = wp_build_plan(run->build, run->search->best, &solution->plan, error);
    if (code != WP_OK)
        return code;
    for (int k = 0; k < run->level_count; k++) {
        struct wp_level *level = &solution->levels[k];
        wp_level_values(&run->levels[k], run->round, solution->plan, level->value);
        if (!level->proven || level->gives_way)
            continue;
        for (int v = 0; v < level->count; v++)
            if (level->value[v] != level->bound[v])
                return wp_error_set(error, WP_INTERNAL,
                                    "level %s counts %lld in the plan but %lld was proven", level->name,
                                    (long long)level->value[v], (long long)level->bound[v]);
    }
    struct wp_violations violations = {0};
    if (wp_plan_check(run->round, solution->plan, &violations) > 0)
        code = wp_error_set(error, WP_INTERNAL, "the plan breaks a rule and is not written: %s",
                            violations.count > 0 ? violations.items[0].message
                                                 : _("there is not enough memory"));
    wp_violations_clear(&violations);
    return code;
}

static int fill_solution(struct wp_run *run, struct wp_solution *solution, struct wp_error *error) {
    int code = wp_solution_start_levels(solution, run->levels, run->level_count, error);
    if (code != WP_OK)
        return code;
    bool proven = true;
    for (int k = 0; k < run->level_count; k++) {
        note_outcome(&run->outcomes[k], &solution->levels[k]);
        proven = proven && solution->levels[k].proven;
    }
    solution->stopped = run->stopped_by_caller;
    solution->seconds = wp_run_seconds(run);
    if (run->infeasible) {
        solution->outcome = WP_OUTCOME_INFEASIBLE;
        wp_count_reasons(run->round, &solution->reasons);
        return WP_OK;
    }
    solution->outcome = !run->search->has_best ? WP_OUTCOME_NO_PLAN
                        : proven               ? WP_OUTCOME_OPTIMAL
                                               : WP_OUTCOME_FEASIBLE;
    return run->search->has_best ? take_plan(run, solution, error) : WP_OK;
}

int wp_solve(const struct wp_round *round, const struct wp_watch *watch, struct wp_solution **out,
             struct wp_error *error) {
    *out = NULL;
    struct wp_run *run = NULL;
    struct wp_solution *solution = calloc(1, sizeof *solution);
    int code = solution ? wp_run_new(round, watch, &run, error) : wp_error_memory(error);
    for (int k = 0; code == WP_OK && k < run->level_count && !run->infeasible; k++)
        code = wp_run_level(run, k, error);
    if (code == WP_OK)
        code = fill_solution(run, solution, error);
    wp_run_free(run);
    if (code != WP_OK) {
        wp_solution_free(solution);
        return code;
    }
    *out = solution;
    return WP_OK;
}
