/* status.c: closed projects take nobody, and projects that must run do run.
 *
 * No rows of its own: a closed project is not eligible, and `seats` asks the minimum of a project that must
 * run. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int p = 0; p < round->project_count; p++) {
        if (round->projects[p].status != WP_STATUS_OPTIONAL)
            return true;
    }
    return false;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    (void)student;
    return round->projects[project].status != WP_STATUS_CLOSED;
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_status, "student %s is on project %s, which is closed",
               round->students[student].id, round->projects[project].id);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_totals *totals;

    wp_rule_check_pairs(&wp_rule_status, round, plan, tell, violations);
    totals = wp_rule_totals(&wp_rule_status, round, plan, violations);
    for (int p = 0; totals && p < round->project_count; p++) {
        if (round->projects[p].status == WP_STATUS_OPEN && totals->project_students[p] == 0)
            wp_violate(violations, &wp_rule_status, "project %s must run, but nobody is on it",
                       round->projects[p].id);
    }
    wp_totals_free(totals);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int open = 0, closed = 0;
    bool others;

    for (int p = 0; p < round->project_count; p++) {
        open += round->projects[p].status == WP_STATUS_OPEN;
        closed += round->projects[p].status == WP_STATUS_CLOSED;
    }
    others = open + closed < round->project_count;
    if (closed == 0 && !others)
        snprintf(text, size, _("Of %d projects %d must run."), round->project_count, open);
    else if (closed == 0)
        snprintf(text, size, _("Of %d projects %d must run, and the others may stay closed."),
                 round->project_count, open);
    else if (!others)
        snprintf(text, size,
                 ngettext("Of %d projects %d must run, %d is closed.",
                          "Of %d projects %d must run, %d are closed.", (unsigned long)closed),
                 round->project_count, open, closed);
    else
        snprintf(text, size,
                 ngettext("Of %d projects %d must run, %d is closed, and the others may stay closed.",
                          "Of %d projects %d must run, %d are closed, and the others may stay closed.",
                          (unsigned long)closed),
                 round->project_count, open, closed);
}

const struct wp_rule wp_rule_status = {
    .name = "status",
    .active = active,
    .eligible = eligible,
    .check = check,
    .sentence = sentence,
};
