/* organisations.c: an organisation hosts no more students and no more projects than it can. A project with
 * several hosts counts, with all its students, at each of them.
 *
 * Rows, for each organisation o that has a limit which could be exceeded, over the projects p that it hosts:
 *   sum of size[u] x[u,p] <= max_students[o]
 *   sum of y[p] <= max_projects[o] */
#include "rules.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    for (int o = 0; o < round->organisation_count; o++) {
        if (round->organisations[o].max_students != WP_UNLIMITED ||
            round->organisations[o].max_projects != WP_UNLIMITED)
            return true;
    }
    return false;
}

static bool hosts(const struct wp_round *round, int organisation, int project) {
    return wp_list_has(round->projects[project].organisations, organisation);
}

static int row_students(struct wp_build *build, int organisation, int64_t limit, struct wp_error *error) {
    const struct wp_round *round = build->round;

    for (int p = 0; p < round->project_count; p++) {
        int code = hosts(round, organisation, p) ? wp_build_add_heads(build, p, 1, error) : 0;

        if (code)
            return code;
    }
    return wp_program_row(build->program, "organisations", WP_FREE_BELOW, limit, error);
}

static int row_projects(struct wp_build *build, int organisation, const struct wp_reach *reach, int64_t limit,
                        struct wp_error *error) {
    const struct wp_round *round = build->round;

    for (int p = 0; p < round->project_count; p++) {
        int open, code;

        if (reach[p].heads == 0 || !hosts(round, organisation, p))
            continue;
        open = wp_build_open(build, p, error);
        code = open < 0 ? open : wp_program_entry(build->program, open, 1, error);
        if (code)
            return code;
    }
    return wp_program_row(build->program, "organisations", WP_FREE_BELOW, limit, error);
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    struct wp_reach *reach;
    int code = wp_rule_reach(round, build->pairs, &reach, error);

    for (int o = 0; o < round->organisation_count && !code; o++) {
        const struct wp_organisation *host = &round->organisations[o];
        int64_t heads = 0, projects = 0;

        if (host->max_students == WP_UNLIMITED && host->max_projects == WP_UNLIMITED)
            continue;
        for (int p = 0; p < round->project_count; p++) {
            if (!hosts(round, o, p))
                continue;
            heads += reach[p].heads;
            projects += reach[p].heads > 0;
        }
        if (host->max_students != WP_UNLIMITED && heads > host->max_students)
            code = row_students(build, o, host->max_students, error);
        if (!code && host->max_projects != WP_UNLIMITED && projects > host->max_projects)
            code = row_projects(build, o, reach, host->max_projects, error);
    }
    free(reach);
    return code;
}

/* Names one student at the host, so that a message always shows an example. */
static const char *student_at(const struct wp_round *round, const struct wp_plan *plan, int organisation) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0 && hosts(round, organisation, plan->project[s]))
            return round->students[s].id;
    }
    return "";
}

static const char *project_at(const struct wp_round *round, const struct wp_totals *totals,
                              int organisation) {
    for (int p = 0; p < round->project_count; p++) {
        if (totals->project_students[p] > 0 && hosts(round, organisation, p))
            return round->projects[p].id;
    }
    return "";
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_totals *totals = wp_rule_totals(&wp_rule_organisations, round, plan, violations);

    for (int o = 0; totals && o < round->organisation_count; o++) {
        const struct wp_organisation *host = &round->organisations[o];

        if (totals->organisation_students[o] > host->max_students)
            wp_violate_count(
                violations, &wp_rule_organisations,
                "organisation %s has %d student, more than its maximum of %d (student %s on project "
                "%s is one)",
                "organisation %s has %d students, more than its maximum of %d (student %s on project "
                "%s is one)",
                totals->organisation_students[o], host->id, totals->organisation_students[o],
                host->max_students, student_at(round, plan, o), project_at(round, totals, o));
        if (totals->organisation_projects[o] > host->max_projects)
            wp_violate_count(
                violations, &wp_rule_organisations,
                "organisation %s has %d project, more than its maximum of %d (student %s on project "
                "%s is there)",
                "organisation %s has %d projects, more than its maximum of %d (student %s on project "
                "%s is there)",
                totals->organisation_projects[o], host->id, totals->organisation_projects[o],
                host->max_projects, student_at(round, plan, o), project_at(round, totals, o));
    }
    wp_totals_free(totals);
}

/* Pins, and projects that must run, against the limits. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    for (int o = 0; o < round->organisation_count; o++) {
        const struct wp_organisation *host = &round->organisations[o];
        int64_t pinned = 0, minimum = 0, projects = 0;

        for (int u = 0; u < round->unit_count; u++) {
            const struct wp_unit *unit = &round->units[u];

            if (unit->pin_project >= 0 && hosts(round, o, unit->pin_project))
                pinned += unit->size;
        }
        for (int p = 0; p < round->project_count; p++) {
            if (round->projects[p].status != WP_STATUS_OPEN || !hosts(round, o, p))
                continue;
            minimum += round->projects[p].min_students;
            projects++;
        }
        if (pinned > host->max_students)
            wp_violate_count(reasons, &wp_rule_organisations,
                             "%lld student is pinned to organisation %s, which takes %d",
                             "%lld students are pinned to organisation %s, which takes %d", pinned,
                             (long long)pinned, host->id, host->max_students);
        if (minimum > host->max_students)
            wp_violate_count(
                reasons, &wp_rule_organisations,
                "the projects of organisation %s that must run need %lld student, but it takes %d",
                "the projects of organisation %s that must run need %lld students, but it takes %d", minimum,
                host->id, (long long)minimum, host->max_students);
        if (projects > host->max_projects)
            wp_violate_count(reasons, &wp_rule_organisations,
                             "%lld project of organisation %s must run, but it takes %d",
                             "%lld projects of organisation %s must run, but it takes %d", projects,
                             (long long)projects, host->id, host->max_projects);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("No organisation gets more students or more projects than its maximum."));
}

const struct wp_rule wp_rule_organisations = {
    .name = "organisations",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
