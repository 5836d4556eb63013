/* placement.c: each unit goes to one of its places or stays without.
 *
 * Rows: for each unit u that need not be placed: sum over p of x[u,p] <= 1.
 * (Where it must be placed, by a pin or by must_place, that rule writes the row with = 1 instead.) */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int u = 0; u < round->unit_count && !code; u++) {
        if (round->units[u].pin_project < 0 && !round->settings->rules.must_place)
            code = wp_rule_place_unit(build, "placement", u, false, error);
    }
    return code;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    if (plan->student_count != round->student_count) {
        wp_violate(violations, &wp_rule_placement, "the plan has %d students, the round %d",
                   plan->student_count, round->student_count);
        return;
    }
    for (int s = 0; s < plan->student_count; s++) {
        int project = plan->project[s], lecturer = plan->lecturer[s];

        if (project < -1 || project >= round->project_count)
            wp_violate(violations, &wp_rule_placement, "student %s is on a project that does not exist",
                       round->students[s].id);
        if (lecturer < -1 || lecturer >= round->lecturer_count)
            wp_violate(violations, &wp_rule_placement, "student %s has a lecturer who does not exist",
                       round->students[s].id);
        else if (project == -1 && lecturer >= 0)
            wp_violate(violations, &wp_rule_placement, "student %s has lecturer %s but no project",
                       round->students[s].id, round->lecturers[lecturer].id);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("Each student has at most one project."));
}

const struct wp_rule wp_rule_placement = {
    .name = "placement",
    .active = wp_rule_always,
    .rows = rows,
    .check = check,
    .sentence = sentence,
};
