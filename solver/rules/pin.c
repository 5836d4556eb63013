/* pin.c: who was put somewhere beforehand is there, with the lecturer that was named.
 *
 * Rows: for each pinned unit u: sum of x[u,p] = 1, over the one place that wp_pairs_build() leaves it. A
 * pinned lecturer is the only one left to the project (wp_pins_apply()), or to the unit's x columns. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int d = 0; d < round->decision_count; d++) {
        if (round->decisions[d].action == WP_ACTION_PIN)
            return true;
    }
    return false;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int u = 0; u < round->unit_count && !code; u++) {
        if (round->units[u].pin_project >= 0)
            code = wp_rule_place_unit(build, "pin", u, true, error);
    }
    return code;
}

static void check_guide(const struct wp_round *round, const struct wp_plan *plan, int student, int lecturer,
                        struct wp_violations *violations) {
    const char *id = round->students[student].id, *project = round->projects[plan->project[student]].id;

    if (plan->lecturer[student] < 0)
        wp_violate(violations, &wp_rule_pin,
                   "student %s on project %s has no lecturer, but a pin asks lecturer %s", id, project,
                   round->lecturers[lecturer].id);
    else if (plan->lecturer[student] != lecturer)
        wp_violate(violations, &wp_rule_pin, "student %s on project %s has lecturer %s, not %s as a pin asks",
                   id, project, round->lecturers[plan->lecturer[student]].id, round->lecturers[lecturer].id);
}

/* Goes by the decisions themselves, not by what the round derived from them. */
static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *pin = &round->decisions[d];

        if (pin->action != WP_ACTION_PIN || pin->project < 0)
            continue;
        for (int i = 0; i < pin->students.count; i++) {
            int s = pin->students.items[i];

            if (plan->project[s] < 0)
                wp_violate(violations, &wp_rule_pin, "student %s is pinned to project %s, but is not placed",
                           round->students[s].id, round->projects[pin->project].id);
            else if (plan->project[s] != pin->project)
                wp_violate(violations, &wp_rule_pin,
                           "student %s is pinned to project %s, but is on project %s", round->students[s].id,
                           round->projects[pin->project].id, round->projects[plan->project[s]].id);
            else if (pin->lecturer >= 0)
                check_guide(round, plan, s, pin->lecturer, violations);
        }
        if (pin->students.count > 0 || pin->lecturer < 0)
            continue;
        for (int s = 0; s < plan->student_count; s++) {
            if (plan->project[s] == pin->project)
                check_guide(round, plan, s, pin->lecturer, violations);
        }
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int students = 0;

    for (int u = 0; u < round->unit_count; u++)
        students += round->units[u].pin_project >= 0 ? round->units[u].size : 0;
    snprintf(text, size,
             ngettext("Pins are kept: %d student is already placed by a decision.",
                      "Pins are kept: %d students are already placed by a decision.",
                      (unsigned long)students),
             students);
}

const struct wp_rule wp_rule_pin = {
    .name = "pin",
    .active = active,
    .rows = rows,
    .check = check,
    .sentence = sentence,
};
