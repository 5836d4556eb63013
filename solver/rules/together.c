/* together.c: students of one group, or joined by a decision, go to one project with one lecturer, or none of
 * them goes.
 *
 * No rows: such students are one unit with one x column. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->unit_count < round->student_count;
}

/* Two students of a unit who are not on the same project. */
static void tell_apart(const struct wp_round *round, const struct wp_plan *plan, int one, int other,
                       struct wp_violations *violations) {
    int placed = plan->project[one] >= 0 ? one : other, left = placed == one ? other : one;

    if (plan->project[left] < 0)
        wp_violate(violations, &wp_rule_together,
                   "students %s and %s go together, but only the first is placed, on project %s",
                   round->students[placed].id, round->students[left].id,
                   round->projects[plan->project[placed]].id);
    else
        wp_violate(violations, &wp_rule_together,
                   "students %s and %s go together, but are on project %s and %s", round->students[one].id,
                   round->students[other].id, round->projects[plan->project[one]].id,
                   round->projects[plan->project[other]].id);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int u = 0; u < round->unit_count; u++) {
        struct wp_list members = round->units[u].students;
        int first = members.items[0];

        for (int m = 1; m < members.count; m++) {
            int s = members.items[m];

            if (plan->project[s] != plan->project[first])
                tell_apart(round, plan, first, s, violations);
            else if (plan->lecturer[s] != plan->lecturer[first])
                wp_violate(violations, &wp_rule_together,
                           "students %s and %s go together on project %s, but have different lecturers",
                           round->students[first].id, round->students[s].id,
                           round->projects[plan->project[s]].id);
        }
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int units = 0;

    for (int u = 0; u < round->unit_count; u++)
        units += round->units[u].size > 1;
    snprintf(text, size,
             ngettext("All students of a group go to one project, or none of them is placed (%d group).",
                      "All students of a group go to one project, or none of them is placed (%d groups).",
                      (unsigned long)units),
             units);
}

const struct wp_rule wp_rule_together = {
    .name = "together",
    .active = active,
    .check = check,
    .sentence = sentence,
};
