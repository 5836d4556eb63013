/* swap.c: a plan with students exchanged. */
#include "swap.h"
#include "solution.h"
#include "suggest.h"
#include <stdlib.h>
#include <string.h>

/* What an id was probably meant to be; NULL if nothing is near, or where memory runs out. */
static const char *near_student(const struct wp_round *round, const char *id) {
    const char **ids = calloc((size_t)round->student_count + 1, sizeof *ids);
    const char *near = NULL;
    for (int s = 0; ids && s < round->student_count; s++)
        ids[s] = round->students[s].id;
    if (ids)
        near = wp_suggest(id, ids, (size_t)round->student_count);
    free(ids);
    return near;
}

static int find_student(const struct wp_round *round, const char *id, struct wp_location where,
                        struct wp_diagnostics *diagnostics) {
    int student = wp_round_find(round, WP_STUDENTS, id);
    const char *near = student < 0 ? near_student(round, id) : NULL;
    if (near)
        wp_diagnostics_error(diagnostics, where, "\"%s\" is not a student; did you mean %s?", id, near);
    else if (student < 0)
        wp_diagnostics_error(diagnostics, where, "\"%s\" is not a student; give the id of one", id);
    return student;
}

void wp_swaps_find(const struct wp_round *round, const struct wp_swap *swaps, int count,
                   struct wp_pair_of_students *pairs, struct wp_diagnostics *diagnostics) {
    for (int i = 0; i < count; i++) {
        pairs[i].one = find_student(round, swaps[i].one, swaps[i].where, diagnostics);
        pairs[i].other = find_student(round, swaps[i].other, swaps[i].where, diagnostics);
    }
}

static void exchange(int *one, int *other) {
    int kept = *one;
    *one = *other;
    *other = kept;
}

static int swapped(const struct wp_round *round, const struct wp_plan *plan,
                   const struct wp_pair_of_students *pairs, int count, struct wp_plan **out,
                   struct wp_error *error) {
    int code = wp_plan_new(round, out, error);
    if (code != WP_OK)
        return code;
    struct wp_plan *copy = *out;
    memcpy(copy->project, plan->project, (size_t)plan->student_count * sizeof *copy->project);
    memcpy(copy->lecturer, plan->lecturer, (size_t)plan->student_count * sizeof *copy->lecturer);
    memcpy(copy->slot, plan->slot, (size_t)plan->project_count * sizeof *copy->slot);
    for (int i = 0; i < count; i++) {
        exchange(&copy->project[pairs[i].one], &copy->project[pairs[i].other]);
        exchange(&copy->lecturer[pairs[i].one], &copy->lecturer[pairs[i].other]);
    }
    return WP_OK;
}

int wp_swap_evaluate(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_pair_of_students *pairs, int count, struct wp_solution **out,
                     struct wp_error *error) {
    struct wp_level_plan levels[WP_MAX_LEVELS];
    int level_count = wp_levels_list(round, levels);
    *out = NULL;
    struct wp_solution *solution = calloc(1, sizeof *solution);
    if (!solution)
        return wp_error_memory(error);
    solution->outcome = WP_OUTCOME_FEASIBLE;
    int code = swapped(round, plan, pairs, count, &solution->plan, error);
    if (code == WP_OK)
        code = wp_solution_start_levels(solution, levels, level_count, error);
    for (int k = 0; k < level_count && code == WP_OK; k++)
        wp_level_values(&levels[k], round, solution->plan, solution->levels[k].value);
    if (code == WP_OK && wp_plan_check(round, solution->plan, &solution->reasons) > solution->reasons.count &&
        solution->reasons.count == 0)
        code = wp_error_memory(error);
    if (code != WP_OK) {
        wp_solution_free(solution);
        return code;
    }
    *out = solution;
    return WP_OK;
}
