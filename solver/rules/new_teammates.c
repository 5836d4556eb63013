/* new_teammates.c: students who were on one project together before are not on one project again, unless
 * they go together as a unit.
 *
 * Rows: for each former team and each project p where at least two of its units may go, over all these units:
 * sum of x[u,p] <= 1. Every two of a former team met, so it is a clique, and one row for all of them is
 * stronger than one for each two. */
#include "rules.h"

#include "translate.h"

#include "history.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.new_teammates == WP_HARD && round->history_count > 0;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    int code = 0;

    for (int t = 0; t < wp_former_team_count(build->round) && !code; t++)
        code = wp_rule_separate(build, "new_teammates", wp_former_team(build->round, t), error);
    return code;
}

/* What wp_met_again() passes on. */
struct telling {
    const struct wp_round *round;
    const int *project;
    bool pinned; /* are they put there by pins, not by a plan? */
    struct wp_violations *violations;
};

static void tell(void *context, int student, int other) {
    const struct telling *telling = context;
    const struct wp_round *round = telling->round;

    const char *project = round->projects[telling->project[student]].id;

    if (telling->pinned)
        wp_violate(telling->violations, &wp_rule_new_teammates,
                   "students %s and %s were on one project together before, and both are pinned to project "
                   "%s now",
                   round->students[student].id, round->students[other].id, project);
    else
        wp_violate(telling->violations, &wp_rule_new_teammates,
                   "students %s and %s were on one project together before, and both are on project %s now",
                   round->students[student].id, round->students[other].id, project);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct telling telling = {round, plan->project, false, violations};

    wp_met_again(round, plan->project, tell, &telling);
}

/* Two pins to one project of students who met. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    int *pinned = malloc(((size_t)round->student_count + 1) * sizeof *pinned);
    struct telling telling = {round, pinned, true, reasons};

    if (!pinned)
        return; /* counting may say less than there is */
    for (int s = 0; s < round->student_count; s++)
        pinned[s] = round->units[round->students[s].unit].pin_project;
    wp_met_again(round, pinned, tell, &telling);
    free(pinned);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("Students who were on one project together before do not share a project again."));
}

const struct wp_rule wp_rule_new_teammates = {
    .name = "new_teammates",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
