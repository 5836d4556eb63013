/* circle_min_projects.c: in every circle that has a project which is not closed, at least so many projects
 * run.
 *
 * Row for each such circle c: sum of y[p] over its projects >= circle_min_projects. With x <= y (from
 * `seats`) the linear bound of this row is that of the projects themselves; nothing stronger is to be had
 * from counts of y. */
#include "circles.h"

#include "translate.h"

#include "eligibility.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.circle_min_projects > 0;
}

static int row_of_circle(struct wp_build *build, int circle, struct wp_error *error) {
    const struct wp_round *round = build->round;

    for (int p = 0; p < round->project_count; p++) {
        int open, code;

        if (!wp_circle_has(round, circle, p) || build->project_first[p] == build->project_first[p + 1])
            continue; /* nobody may go there: it never runs */
        open = wp_build_open(build, p, error);
        code = open < 0 ? open : wp_program_entry(build->program, open, 1, error);
        if (code)
            return code;
    }
    return wp_program_row(build->program, "circle_min_projects", round->settings->rules.circle_min_projects,
                          WP_FREE_ABOVE, error);
}

static int rows(struct wp_build *build, struct wp_error *error) {
    return wp_circle_each(build, row_of_circle, error);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    int least = round->settings->rules.circle_min_projects;
    struct wp_totals *totals = wp_rule_totals(&wp_rule_circle_min_projects, round, plan, violations);

    for (int p = 0; totals && p < round->project_count; p++) {
        int circle = round->projects[p].circle, running = 0;

        if (!wp_circle_starts(round, p, false))
            continue;
        for (int q = 0; q < round->project_count; q++)
            running += round->projects[q].circle == circle && totals->project_students[q] > 0;
        if (running < least)
            wp_violate_count(violations, &wp_rule_circle_min_projects,
                             "in circle %s %d project runs, fewer than circle_min_projects = %d (project %s "
                             "is in it)",
                             "in circle %s %d projects run, fewer than circle_min_projects = %d (project %s "
                             "is in it)",
                             running, wp_round_text(round, circle), running, least, round->projects[p].id);
    }
    wp_totals_free(totals);
}

/* Circles with too few projects that can run. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    int least = round->settings->rules.circle_min_projects;
    struct wp_pairs *pairs;
    struct wp_reach *reach = NULL;

    if (wp_pairs_build(round, &pairs, NULL))
        return;
    if (wp_rule_reach(round, pairs, &reach, NULL) == 0) {
        for (int p = 0; p < round->project_count; p++) {
            int circle = round->projects[p].circle, able = 0;

            if (!wp_circle_starts(round, p, false))
                continue;
            for (int q = p; q < round->project_count; q++)
                able += wp_circle_has(round, circle, q) && wp_circle_can_run(round, reach, q);
            if (able < least)
                wp_violate_count(reasons, &wp_rule_circle_min_projects,
                                 "%d project must run in circle %s, but only %d can: the others are closed, "
                                 "or too few students may go there",
                                 "%d projects must run in circle %s, but only %d can: the others are closed, "
                                 "or too few students may go there",
                                 least, least, wp_round_text(round, circle), able);
        }
    }
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int least = round->settings->rules.circle_min_projects;

    snprintf(text, size,
             ngettext("In every circle that has a project which is not closed, at least %d project runs.",
                      "In every circle that has a project which is not closed, at least %d projects run.",
                      (unsigned long)least),
             least);
}

const struct wp_rule wp_rule_circle_min_projects = {
    .name = "circle_min_projects",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
