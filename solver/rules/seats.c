/* seats.c: a project that runs has at least its minimum and at most its maximum of students.
 *
 * Rows for project p, with heads = sum of size[u] x[u,p] and most = the heads that fit and may come:
 *   it must run:           min[p] <= heads <= max[p]
 *   it may stay closed and min[p] > 1, or another rule asked for y[p]:
 *                          heads <= most y[p],  heads >= min[p] y[p]
 *                          x[u,p] <= y[p] for each u: implied, but it makes the linear bound strong
 *   else, if more may come than fit:  heads <= max[p]
 * Writes its rows after all other rules, because it links the y that they asked for. */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

static int row_must_run(struct wp_build *build, int project, struct wp_error *error) {
    const struct wp_project *place = &build->round->projects[project];
    int code = wp_build_add_heads(build, project, 1, error);

    /* A row whose limits cross is no row: then nothing satisfies the minimum, as what may come is kept to the
     * maximum. */
    if (code || place->min_students <= place->max_students)
        return code
                   ? code
                   : wp_program_row(build->program, "seats", place->min_students, place->max_students, error);
    code = wp_program_row(build->program, "seats", place->min_students, WP_FREE_ABOVE, error);
    if (!code)
        code = wp_build_add_heads(build, project, 1, error);
    return code ? code : wp_program_row(build->program, "seats", WP_FREE_BELOW, place->max_students, error);
}

static int row_heads_against_open(struct wp_build *build, int project, int open, int64_t factor,
                                  int64_t lower, int64_t upper, struct wp_error *error) {
    int code = wp_build_add_heads(build, project, 1, error);

    if (!code)
        code = wp_program_entry(build->program, open, -factor, error);
    return code ? code : wp_program_row(build->program, "seats", lower, upper, error);
}

static int rows_may_run(struct wp_build *build, int project, const struct wp_reach *reach,
                        struct wp_error *error) {
    int open = wp_build_open(build, project, error);
    int code = open < 0 ? open : 0;

    if (!code)
        code = row_heads_against_open(build, project, open, reach->heads, WP_FREE_BELOW, 0, error);
    if (!code)
        code = row_heads_against_open(build, project, open, build->round->projects[project].min_students, 0,
                                      WP_FREE_ABOVE, error);
    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        code = wp_build_add_pair(build, build->project_pairs[i], 1, error);
        if (!code)
            code = wp_program_entry(build->program, open, -1, error);
        if (!code)
            code = wp_program_strengthening(build->program, "seats", WP_FREE_BELOW, 0, error);
    }
    return code;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    struct wp_reach *reach;
    int code = wp_rule_reach(round, build->pairs, &reach, error);

    for (int p = 0; p < round->project_count && !code; p++) {
        const struct wp_project *project = &round->projects[p];

        if (project->status == WP_STATUS_OPEN) {
            code = row_must_run(build, p, error);
        } else if (reach[p].candidates == 0) {
            continue; /* wp_build_open() fixes its y to 0 */
        } else if (project->min_students > 1 || build->open[p] >= 0) {
            code = rows_may_run(build, p, &reach[p], error);
        } else if (reach[p].candidates > project->max_students) {
            code = wp_build_add_heads(build, p, 1, error);
            if (!code)
                code = wp_program_row(build->program, "seats", WP_FREE_BELOW, project->max_students, error);
        }
    }
    free(reach);
    return code;
}

static const char *student_on(const struct wp_round *round, const struct wp_plan *plan, int project) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project)
            return round->students[s].id;
    }
    return "";
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_totals *totals = wp_rule_totals(&wp_rule_seats, round, plan, violations);

    for (int p = 0; totals && p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        int heads = totals->project_students[p];

        if (heads > project->max_students)
            wp_violate(
                violations, &wp_rule_seats,
                "the students on project %s number %d, more than its maximum of %d (student %s is one)",
                project->id, heads, project->max_students, student_on(round, plan, p));
        if (heads > 0 && heads < project->min_students)
            wp_violate(
                violations, &wp_rule_seats,
                "the students on project %s number %d, fewer than its minimum of %d (student %s is one)",
                project->id, heads, project->min_students, student_on(round, plan, p));
    }
    wp_totals_free(totals);
}

static void count_project(const struct wp_project *project, int pinned, const struct wp_reach *reach,
                          struct wp_violations *reasons) {
    if (pinned > project->max_students)
        wp_violate_count(reasons, &wp_rule_seats, "%d student is pinned to project %s, which takes %d",
                         "%d students are pinned to project %s, which takes %d", pinned, pinned, project->id,
                         project->max_students);
    if (project->status != WP_STATUS_OPEN && pinned == 0)
        return;
    if (project->min_students > project->max_students)
        wp_violate(reasons, &wp_rule_seats,
                   "project %s must run with %d or more students, but has room for %d", project->id,
                   project->min_students, project->max_students);
    else if (reach->candidates == 0 && project->min_students > 0)
        wp_violate(reasons, &wp_rule_seats,
                   "project %s must run with %d or more students, but nobody may go there", project->id,
                   project->min_students);
    else if (reach->candidates < project->min_students)
        wp_violate(reasons, &wp_rule_seats,
                   "project %s must run with %d or more students, but only %d may go there", project->id,
                   project->min_students, reach->candidates);
}

/* Pins over the maximum, and projects that must run (a pin is enough for that) without enough students who
 * may go there. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    struct wp_pairs *pairs = NULL;
    struct wp_reach *reach = NULL;
    int *pinned = calloc((size_t)round->project_count + 1, sizeof *pinned);

    if (!pinned || wp_pairs_build(round, &pairs, NULL) || wp_rule_reach(round, pairs, &reach, NULL))
        goto out;
    for (int u = 0; u < round->unit_count; u++) {
        if (round->units[u].pin_project >= 0)
            pinned[round->units[u].pin_project] += round->units[u].size;
    }
    for (int p = 0; p < round->project_count; p++)
        count_project(&round->projects[p], pinned[p], &reach[p], reasons);

out:
    free(pinned);
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size,
             _("A project that runs has at least its minimum and at most its maximum of students."));
}

const struct wp_rule wp_rule_seats = {
    .name = "seats",
    .active = wp_rule_always,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
