/* lecturers.c: who may guide whom, and how much each lecturer takes on: load, its minimum and maximum,
 * projects. The rows are in lecturers_rows.c. */
#include "lecturers.h"

#include "translate.h"

#include "eligibility.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->has_lecturers;
}

/* Is there anybody who may guide her there? */
static bool eligible(const struct wp_round *round, int student, int project) {
    struct wp_list lecturers = round->projects[project].lecturers;

    if (!round->has_lecturers)
        return true;
    for (int l = 0; l < lecturers.count; l++) {
        if (!wp_lecturer_forbidden(round, student, lecturers.items[l]))
            return true;
    }
    return false;
}

static void check_student(const struct wp_round *round, const struct wp_plan *plan, int student,
                          struct wp_violations *violations) {
    int lecturer = plan->lecturer[student];
    const char *who = round->students[student].id;
    const struct wp_project *project;

    if (plan->project[student] < 0)
        return;
    project = &round->projects[plan->project[student]];
    if (lecturer < 0)
        wp_violate(violations, &wp_rule_lecturers, "student %s is on project %s without a lecturer", who,
                   project->id);
    else if (!wp_list_has(project->lecturers, lecturer))
        wp_violate(violations, &wp_rule_lecturers,
                   "student %s on project %s has lecturer %s, who may not guide it", who, project->id,
                   round->lecturers[lecturer].id);
    else if (wp_lecturer_forbidden(round, student, lecturer))
        wp_violate(violations, &wp_rule_lecturers,
                   "student %s on project %s has lecturer %s, whom a decision forbids her", who, project->id,
                   round->lecturers[lecturer].id);
}

/* One lecturer a project: everybody there has the one whom its first student has. */
static void check_one(const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_violations *violations) {
    int *first = malloc(((size_t)round->project_count + 1) * sizeof *first);

    if (!first) {
        wp_violate(violations, &wp_rule_lecturers, "there is not enough memory to check the rule %s",
                   wp_rule_lecturers.name);
        return;
    }
    for (int p = 0; p < round->project_count; p++)
        first[p] = -1;
    for (int s = 0; s < plan->student_count; s++) {
        int p = plan->project[s];

        if (p < 0)
            continue;
        if (first[p] < 0)
            first[p] = s;
        if (plan->lecturer[s] != plan->lecturer[first[p]])
            wp_violate(violations, &wp_rule_lecturers,
                       "students %s and %s on project %s have different lecturers, but a project has one",
                       round->students[first[p]].id, round->students[s].id, round->projects[p].id);
    }
    free(first);
}

/* One of her students as an example, or -1. */
static int student_of(const struct wp_plan *plan, int lecturer) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->lecturer[s] == lecturer && plan->project[s] >= 0)
            return s;
    }
    return -1;
}

/* A lecturer who guides somebody, one of them the student. */
static void check_guiding(const struct wp_round *round, const struct wp_plan *plan,
                          const struct wp_totals *totals, int lecturer, int student,
                          struct wp_violations *violations) {
    const struct wp_lecturer *who = &round->lecturers[lecturer];
    const char *id = round->students[student].id, *on = round->projects[plan->project[student]].id;
    int load = totals->lecturer_load[lecturer], projects = totals->lecturer_projects[lecturer];
    char has[WP_LOAD_TEXT], limit[WP_LOAD_TEXT];

    wp_load_text(load, has);
    if (who->max_load != WP_UNLIMITED && load > who->max_load)
        wp_violate(
            violations, &wp_rule_lecturers,
            "lecturer %s has a load of %s, more than the maximum of %s (student %s on project %s is one)",
            who->id, has, wp_load_text(who->max_load, limit), id, on);
    if (who->max_load > 0 && load < who->min_load)
        wp_violate(
            violations, &wp_rule_lecturers,
            "lecturer %s has a load of %s, less than the minimum of %s (student %s on project %s is one)",
            who->id, has, wp_load_text(who->min_load, limit), id, on);
    if (projects > who->max_projects)
        wp_violate_count(
            violations, &wp_rule_lecturers,
            "lecturer %s has %d project, more than the maximum of %d (student %s on project %s is "
            "one)",
            "lecturer %s has %d projects, more than the maximum of %d (student %s on project %s "
            "is one)",
            projects, who->id, projects, who->max_projects, id, on);
}

static void check_limits(const struct wp_round *round, const struct wp_plan *plan,
                         struct wp_violations *violations) {
    struct wp_totals *totals = wp_rule_totals(&wp_rule_lecturers, round, plan, violations);

    for (int l = 0; totals && l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        int student = student_of(plan, l);
        char limit[WP_LOAD_TEXT];

        if (student >= 0)
            check_guiding(round, plan, totals, l, student, violations);
        else if (lecturer->max_load > 0 && lecturer->min_load > 0)
            wp_violate(violations, &wp_rule_lecturers,
                       "lecturer %s has no students, less than the minimum load of %s", lecturer->id,
                       wp_load_text(lecturer->min_load, limit));
    }
    wp_totals_free(totals);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++)
        check_student(round, plan, s, violations);
    if (round->settings->rules.one_lecturer_per_project)
        check_one(round, plan, violations);
    check_limits(round, plan, violations);
}

/* The only lecturer who can have this pinned unit, or -1. */
static int pinned_guide(const struct wp_round *round, const struct wp_unit *unit) {
    struct wp_list lecturers = round->projects[unit->pin_project].lecturers;

    return lecturers.count == 1 ? lecturers.items[0] : unit->pin_lecturer;
}

/* A sum of loads as text; sums beyond an int are shown as the largest. */
static const char *sum_text(int64_t load, char buffer[WP_LOAD_TEXT]) {
    return wp_load_text(load < INT32_MAX ? (int)load : INT32_MAX, buffer);
}

static void count_pins(const struct wp_round *round, struct wp_violations *reasons) {
    int64_t *load = calloc((size_t)round->lecturer_count + 1, sizeof *load);
    char limit[WP_LOAD_TEXT], has[WP_LOAD_TEXT];

    if (!load)
        return;
    for (int u = 0; u < round->unit_count; u++) {
        const struct wp_unit *unit = &round->units[u];
        int lecturer = unit->pin_project >= 0 ? pinned_guide(round, unit) : -1;

        if (lecturer >= 0)
            load[lecturer] += unit->load;
    }
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *who = &round->lecturers[l];

        if (who->max_load != WP_UNLIMITED && load[l] > who->max_load)
            wp_violate(reasons, &wp_rule_lecturers,
                       "pins give lecturer %s a load of %s, more than the maximum of %s", who->id,
                       sum_text(load[l], has), wp_load_text(who->max_load, limit));
    }
    free(load);
}

/* One lecturer's limits against the projects that she may, or must, guide. */
static void count_lecturer(const struct wp_round *round, const struct wp_reach *reach,
                           const struct wp_guided *guided, int lecturer, struct wp_violations *reasons) {
    const struct wp_lecturer *who = &round->lecturers[lecturer];
    int64_t possible = 0;
    int must = 0;
    char minimum[WP_LOAD_TEXT], most[WP_LOAD_TEXT];

    for (int g = guided->first[lecturer]; g < guided->first[lecturer + 1]; g++) {
        const struct wp_project *project = &round->projects[guided->project[g]];

        possible += reach[guided->project[g]].most;
        must += project->status == WP_STATUS_OPEN && project->lecturers.count == 1;
    }
    if (who->max_load > 0 && possible < who->min_load)
        wp_violate(reasons, &wp_rule_lecturers,
                   "lecturer %s must have a load of at least %s, but at most %s may come to the projects she "
                   "may guide",
                   who->id, wp_load_text(who->min_load, minimum), sum_text(possible, most));
    if (must > who->max_projects)
        wp_violate_count(
            reasons, &wp_rule_lecturers,
            "lecturer %s is the only one for %d project that must run, more than the maximum of %d",
            "lecturer %s is the only one for %d projects that must run, more than the maximum of %d", must,
            who->id, must, who->max_projects);
}

/* All lecturers' minimums, and maximums, against the load of all students. */
static void count_sums(const struct wp_round *round, const struct wp_pairs *pairs,
                       struct wp_violations *reasons) {
    int64_t minimum = 0, maximum = 0, load = 0;
    bool limited = true;
    char left[WP_LOAD_TEXT], right[WP_LOAD_TEXT];

    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];

        minimum += lecturer->max_load > 0 ? lecturer->min_load : 0;
        limited = limited && lecturer->max_load != WP_UNLIMITED;
        maximum += lecturer->max_load;
    }
    for (int u = 0; u < round->unit_count; u++) {
        if (pairs->first[u] < pairs->first[u + 1])
            load += round->units[u].load;
    }
    if (minimum > load)
        wp_violate(
            reasons, &wp_rule_lecturers,
            "the lecturers' minimums add up to a load of %s, but the students who can be placed have only %s",
            sum_text(minimum, left), sum_text(load, right));
    if (limited && round->settings->rules.must_place && load > maximum)
        wp_violate(
            reasons, &wp_rule_lecturers,
            "the students who must be placed have a load of %s, but the lecturers' maximums add up to %s",
            sum_text(load, left), sum_text(maximum, right));
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    struct wp_pairs *pairs = NULL;
    struct wp_reach *reach = NULL;
    struct wp_guided *guided = NULL;

    for (int p = 0; p < round->project_count; p++) {
        if (round->projects[p].status == WP_STATUS_OPEN && round->projects[p].lecturers.count == 0)
            wp_violate(reasons, &wp_rule_lecturers, "project %s must run, but no lecturer can guide it",
                       round->projects[p].id);
    }
    if (wp_pairs_build(round, &pairs, NULL) == 0 && wp_rule_reach(round, pairs, &reach, NULL) == 0 &&
        wp_guided_new(round, &guided, NULL) == 0) {
        for (int l = 0; l < round->lecturer_count; l++)
            count_lecturer(round, reach, guided, l, reasons);
        count_sums(round, pairs, reasons);
        count_pins(round, reasons);
    }
    wp_guided_free(guided);
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    const char *asked = round->settings->rules.one_lecturer_per_project
                            ? _("Each project that runs has one lecturer who may guide it, and no lecturer "
                                "gets more, or less, than agreed.")
                            : _("Each placed student has one lecturer who may guide her project, and no "
                                "lecturer gets more, or less, than agreed.");

    snprintf(text, size, "%s", asked);
}

const struct wp_rule wp_rule_lecturers = {
    .name = "lecturers",
    .active = active,
    .eligible = eligible,
    .rows = wp_lecturers_rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
