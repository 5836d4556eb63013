/* figures.c: what one plan comes to, by ids and numbers. */
#include "figures.h"
#include "balance.h"
#include "fairness.h"
#include <string.h>

static const char *copy(struct wp_arena *arena, const char *text) {
    return *text ? wp_arena_copy(arena, text, strlen(text)) : "";
}

static int64_t *copy_numbers(struct wp_arena *arena, const int64_t *numbers, int count) {
    int64_t *copied = wp_arena_alloc(arena, (size_t)count, sizeof *copied);
    for (int i = 0; copied && numbers && i < count; i++)
        copied[i] = numbers[i];
    return copied;
}

static int copy_levels(struct wp_figures *figures, const struct wp_level *levels, int count,
                       struct wp_error *error) {
    figures->levels = wp_arena_alloc(figures->arena, (size_t)count, sizeof *figures->levels);
    if (!figures->levels)
        return wp_error_memory(error);
    for (int i = 0; i < count; i++) {
        struct wp_level *level = &figures->levels[i];
        *level = levels[i];
        level->value = copy_numbers(figures->arena, levels[i].value, level->count);
        level->bound = copy_numbers(figures->arena, levels[i].bound, level->count);
        if (!level->value || !level->bound)
            return wp_error_memory(error);
    }
    figures->level_count = count;
    return 0;
}

/* Who got which choice, counted as summary.json does. */
static int count_ranks(struct wp_figures *figures, const struct wp_round *round, const struct wp_plan *plan,
                       struct wp_error *error) {
    figures->max_rank = round->max_rank;
    figures->profile = wp_arena_alloc(figures->arena, (size_t)round->max_rank, sizeof *figures->profile);
    if (!figures->profile)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++) {
        int rank = wp_plan_rank(round, plan, s);
        if (rank > round->max_rank)
            figures->unlisted++;
        else if (rank > 0)
            figures->profile[rank - 1]++;
    }
    return 0;
}

static int count_students(struct wp_figures *figures, const struct wp_round *round,
                          const struct wp_plan *plan, struct wp_error *error) {
    struct wp_fairness *fairness;
    int code = wp_fairness_new(round, plan, &fairness, error);
    if (code != 0)
        return code;
    const struct wp_fairness_group *all = &fairness->all;
    figures->students = all->students;
    figures->chose = all->chose;
    figures->placed = all->placed;
    figures->ranked = all->ranked + all->unlisted;
    figures->rank_sum = all->rank_sum + (int64_t)all->unlisted * (round->max_rank + 1);
    figures->envious = fairness->envious;
    figures->first = all->first;
    figures->top3 = all->top3;
    /* Without any distance, trips of 0 inside a district are all that is known. */
    if (wp_round_has_trips(round)) {
        figures->trips = all->trips;
        figures->minutes = all->minutes;
    }
    figures->longest_trip = figures->trips > 0 ? all->longest : -1;
    wp_fairness_free(fairness);
    return 0;
}

static void count_collective(struct wp_figures *figures, const struct wp_round *round,
                             const struct wp_plan *plan) {
    for (int s = 0; s < round->student_count; s++)
        figures->collective += plan->project[s] >= 0 &&
                               round->projects[plan->project[s]].orientation == WP_ORIENTATION_COLLECTIVE;
}

static int list_lecturers(struct wp_figures *figures, const struct wp_round *round,
                          const struct wp_totals *totals, struct wp_error *error) {
    struct wp_lecturer_figures *lecturers =
        wp_arena_alloc(figures->arena, (size_t)round->lecturer_count, sizeof *lecturers);
    if (!lecturers)
        return wp_error_memory(error);
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        lecturers[l] = (struct wp_lecturer_figures){.id = copy(figures->arena, lecturer->id),
                                                    .name = copy(figures->arena, lecturer->name),
                                                    .projects = totals->lecturer_projects[l],
                                                    .students = totals->lecturer_students[l],
                                                    .load = totals->lecturer_load[l],
                                                    .min_load = lecturer->min_load,
                                                    .max_load = lecturer->max_load};
        if (!lecturers[l].id || !lecturers[l].name)
            return wp_error_memory(error);
    }
    figures->lecturers = lecturers;
    figures->lecturer_count = round->lecturer_count;
    return 0;
}

static int list_projects(struct wp_figures *figures, const struct wp_round *round,
                         const struct wp_totals *totals, struct wp_error *error) {
    struct wp_project_figures *projects =
        wp_arena_alloc(figures->arena, (size_t)round->project_count, sizeof *projects);
    if (!projects)
        return wp_error_memory(error);
    for (int p = 0; p < round->project_count; p++) {
        projects[p] = (struct wp_project_figures){.id = copy(figures->arena, round->projects[p].id),
                                                  .title = copy(figures->arena, round->projects[p].title),
                                                  .open = totals->project_students[p] > 0,
                                                  .students = totals->project_students[p],
                                                  .seats = round->projects[p].max_students};
        if (!projects[p].id || !projects[p].title)
            return wp_error_memory(error);
    }
    figures->projects = projects;
    figures->project_count = round->project_count;
    return 0;
}

static void measure_balance(struct wp_figures *figures, const struct wp_round *round,
                            const struct wp_plan *plan) {
    if (wp_lecturer_shares(round, plan, &figures->least_share, &figures->greatest_share))
        figures->balance = figures->greatest_share - figures->least_share;
    else
        figures->least_share = figures->greatest_share = figures->balance = -1;
}

static int fill(struct wp_figures *figures, const struct wp_round *round, const struct wp_plan *plan,
                struct wp_error *error) {
    struct wp_totals *totals = NULL;
    int code = count_ranks(figures, round, plan, error);
    if (code == 0)
        code = count_students(figures, round, plan, error);
    if (code == 0)
        code = wp_places_of_plan(round, plan, figures->arena, &figures->places, error);
    if (code == 0)
        code = wp_totals_new(round, plan, &totals, error);
    if (code == 0)
        code = list_lecturers(figures, round, totals, error);
    if (code == 0)
        code = list_projects(figures, round, totals, error);
    wp_totals_free(totals);
    if (code != 0)
        return code;
    count_collective(figures, round, plan);
    measure_balance(figures, round, plan);
    return 0;
}

int wp_figures_new(const struct wp_round *round, const struct wp_plan *plan, const struct wp_level *levels,
                   int level_count, struct wp_figures **out, struct wp_error *error) {
    struct wp_arena *arena = wp_arena_new();
    struct wp_figures *figures = arena ? wp_arena_alloc(arena, 1, sizeof *figures) : NULL;
    *out = NULL;
    if (!figures) {
        wp_arena_free(arena);
        return wp_error_memory(error);
    }
    figures->arena = arena;
    int code = copy_levels(figures, levels, level_count, error);
    if (code == 0)
        code = fill(figures, round, plan, error);
    if (code != 0) {
        wp_figures_free(figures);
        return code;
    }
    *out = figures;
    return 0;
}

void wp_figures_free(struct wp_figures *figures) {
    if (figures)
        wp_arena_free(figures->arena);
}
