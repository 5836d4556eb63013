/* domains_per_circle.c: in every circle that has a project which is not closed, the projects that run cover
 * at least so many domains. A project without a domain covers none.
 *
 * For each such circle c and each domain d of its projects, binary e[c,d] may be 1 only where one of them
 * runs:
 *   e[c,d] <= sum of y[p] over the projects of c with domain d
 *   sum of e[c,d] over d >= domains_per_circle
 * The bound e <= 1 is what makes two projects of one domain count once; the rows are those of a network, so
 * their linear relaxation has whole corners: no formulation over y is stronger. */
#include "circles.h"

#include "translate.h"

#include "eligibility.h"

#include <stdio.h>
#include <stdlib.h>

static const char name[] = "domains_per_circle";

static bool active(const struct wp_round *round) {
    return round->settings->rules.domains_per_circle > 0;
}

/* Adds e of the project's circle and domain with its row. */
static int add_domain(struct wp_build *build, int project, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int circle = round->projects[project].circle, domain = round->projects[project].domain;
    int e = wp_program_column(build->program, (struct wp_column){WP_COLUMN_DOMAIN, circle, domain, -1, 0, 1},
                              error);
    int code = e < 0 ? e : 0;

    for (int p = project; p < round->project_count && !code; p++) {
        bool may_run = build->project_first[p] < build->project_first[p + 1];

        if (wp_circle_has(round, circle, p) && round->projects[p].domain == domain && may_run)
            code = wp_program_entry(build->program, build->open[p], -1, error);
    }
    if (!code)
        code = wp_program_entry(build->program, e, 1, error);
    return code ? code : wp_program_row(build->program, name, WP_FREE_BELOW, 0, error);
}

static int rows_of_circle(struct wp_build *build, int circle, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0, first;

    for (int p = 0; p < round->project_count && !code; p++) {
        if (wp_circle_has(round, circle, p) && round->projects[p].domain >= 0) {
            int open = wp_build_open(build, p, error);

            code = open < 0 ? open : 0;
        }
    }
    first = build->program->column_count;
    for (int p = 0; p < round->project_count && !code; p++) {
        if (wp_circle_has(round, circle, p) && wp_circle_starts(round, p, true))
            code = add_domain(build, p, error);
    }
    for (int e = first; e < build->program->column_count && !code; e++)
        code = wp_program_entry(build->program, e, 1, error);
    return code ? code
                : wp_program_row(build->program, name, round->settings->rules.domains_per_circle,
                                 WP_FREE_ABOVE, error);
}

static int rows(struct wp_build *build, struct wp_error *error) {
    return wp_circle_each(build, rows_of_circle, error);
}

/* The distinct domains among the circle's projects for which `counts` says yes. */
static int distinct_domains(const struct wp_round *round, int circle, const bool *counts) {
    int distinct = 0;

    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        bool is_new = counts[p] && project->circle == circle && project->domain >= 0;

        for (int q = 0; q < p && is_new; q++)
            is_new = !(counts[q] && round->projects[q].circle == circle &&
                       round->projects[q].domain == project->domain);
        distinct += is_new;
    }
    return distinct;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    int least = round->settings->rules.domains_per_circle;
    bool *runs = calloc((size_t)round->project_count + 1, sizeof *runs);

    if (!runs) {
        wp_violate(violations, &wp_rule_domains_per_circle, "there is not enough memory to check the rule %s",
                   wp_rule_domains_per_circle.name);
        return;
    }
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0)
            runs[plan->project[s]] = true;
    }
    for (int p = 0; p < round->project_count; p++) {
        int circle = round->projects[p].circle, covered;

        if (!wp_circle_starts(round, p, false))
            continue;
        covered = distinct_domains(round, circle, runs);
        if (covered < least)
            wp_violate_count(violations, &wp_rule_domains_per_circle,
                             "the projects that run in circle %s cover %d domain, fewer than "
                             "domains_per_circle = %d (project %s is in it)",
                             "the projects that run in circle %s cover %d domains, fewer than "
                             "domains_per_circle = %d (project %s is in it)",
                             covered, wp_round_text(round, circle), covered, least, round->projects[p].id);
    }
    free(runs);
}

/* Circles whose projects that can run cover too few domains. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    int least = round->settings->rules.domains_per_circle;
    struct wp_pairs *pairs = NULL;
    struct wp_reach *reach = NULL;
    bool *able = calloc((size_t)round->project_count + 1, sizeof *able);

    if (!able || wp_pairs_build(round, &pairs, NULL) || wp_rule_reach(round, pairs, &reach, NULL))
        goto out;
    for (int p = 0; p < round->project_count; p++)
        able[p] = round->projects[p].status != WP_STATUS_CLOSED && wp_circle_can_run(round, reach, p);
    for (int p = 0; p < round->project_count; p++) {
        int circle = round->projects[p].circle, covered;

        if (!wp_circle_starts(round, p, false))
            continue;
        covered = distinct_domains(round, circle, able);
        if (covered < least)
            wp_violate_count(reasons, &wp_rule_domains_per_circle,
                             "the projects that run in circle %s must cover %d domain, but those that can "
                             "run cover only %d",
                             "the projects that run in circle %s must cover %d domains, but those that can "
                             "run cover only %d",
                             least, wp_round_text(round, circle), least, covered);
    }

out:
    free(able);
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int least = round->settings->rules.domains_per_circle;

    snprintf(
        text, size,
        ngettext("In every circle that has a project which is not closed, the projects that run cover at "
                 "least %d domain.",
                 "In every circle that has a project which is not closed, the projects that run cover at "
                 "least %d domains.",
                 (unsigned long)least),
        least);
}

const struct wp_rule wp_rule_domains_per_circle = {
    .name = "domains_per_circle",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
