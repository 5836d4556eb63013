/* apart.c: students whom a decision keeps apart are not on one project.
 *
 * Rows: for each such decision and each project p where at least two of its units may go, over all these
 * units: sum of x[u,p] <= 1. One row for all of them is stronger than one for each two. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int d = 0; d < round->decision_count; d++) {
        if (round->decisions[d].action == WP_ACTION_APART)
            return true;
    }
    return false;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int d = 0; d < round->decision_count && !code; d++) {
        if (round->decisions[d].action == WP_ACTION_APART)
            code = wp_rule_separate(build, "apart", round->decisions[d].students, error);
    }
    return code;
}

static void check_decision(const struct wp_round *round, const struct wp_plan *plan, struct wp_list students,
                           struct wp_violations *violations) {
    for (int i = 0; i < students.count; i++) {
        int s = students.items[i];

        for (int j = i + 1; j < students.count && plan->project[s] >= 0; j++) {
            int t = students.items[j];

            if (s != t && plan->project[s] == plan->project[t])
                wp_violate(violations, &wp_rule_apart,
                           "students %s and %s are to stay apart, but both are on project %s",
                           round->students[s].id, round->students[t].id,
                           round->projects[plan->project[s]].id);
        }
    }
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int d = 0; d < round->decision_count; d++) {
        if (round->decisions[d].action == WP_ACTION_APART)
            check_decision(round, plan, round->decisions[d].students, violations);
    }
}

/* Two pins to one project of students whom a decision keeps apart. */
static void count_decision(const struct wp_round *round, struct wp_list students,
                           struct wp_violations *reasons) {
    for (int i = 0; i < students.count; i++) {
        const struct wp_student *s = &round->students[students.items[i]];
        int project = round->units[s->unit].pin_project;

        for (int j = i + 1; j < students.count && project >= 0; j++) {
            const struct wp_student *t = &round->students[students.items[j]];

            if (t != s && round->units[t->unit].pin_project == project)
                wp_violate(reasons, &wp_rule_apart,
                           "students %s and %s are to stay apart, but both are pinned to project %s", s->id,
                           t->id, round->projects[project].id);
        }
    }
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    for (int d = 0; d < round->decision_count; d++) {
        if (round->decisions[d].action == WP_ACTION_APART)
            count_decision(round, round->decisions[d].students, reasons);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("Students whom a decision keeps apart are not on the same project."));
}

const struct wp_rule wp_rule_apart = {
    .name = "apart",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
