/* must_place.c: every student gets a project.
 *
 * Rows: for each unit u: sum over p of x[u,p] = 1 (a pinned unit has this row from the rule pin). */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.must_place;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int u = 0; u < round->unit_count && !code; u++) {
        if (round->units[u].pin_project < 0)
            code = wp_rule_place_unit(build, "must_place", u, true, error);
    }
    return code;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] < 0)
            wp_violate(violations, &wp_rule_must_place,
                       "student %s has no project, but every student must be placed", round->students[s].id);
    }
}

/* Students with no place left, and fewer seats than students. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    struct wp_pairs *pairs = NULL;
    struct wp_reach *reach = NULL;
    long long seats = 0;

    if (wp_pairs_build(round, &pairs, NULL))
        return;
    for (int u = 0; u < round->unit_count; u++) {
        struct wp_list members = round->units[u].students;

        for (int m = 0; m < members.count && pairs->first[u] == pairs->first[u + 1]; m++) {
            const char *id = round->students[members.items[m]].id;

            if (members.count > 1)
                wp_violate(reasons, &wp_rule_must_place,
                           "student %s must be placed, but the rules leave no project for the group", id);
            else
                wp_violate(reasons, &wp_rule_must_place,
                           "student %s must be placed, but the rules leave no project for her", id);
        }
    }
    if (wp_rule_reach(round, pairs, &reach, NULL) == 0) {
        for (int p = 0; p < round->project_count; p++)
            seats += reach[p].heads;
        if (seats < round->student_count)
            wp_violate(reasons, &wp_rule_must_place,
                       "%d students must be placed, but the projects that they may go to have only %lld "
                       "seats for them",
                       round->student_count, seats);
    }
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("Every student must be placed."));
}

const struct wp_rule wp_rule_must_place = {
    .name = "must_place",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
