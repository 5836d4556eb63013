/* max_choice.c: no one who chose gets a project ranked worse than a limit, nor one that is not listed; pins
 * excepted.
 *
 * No rows: wp_pairs_build() leaves such places out. */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.max_choice >= 0;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    int limit = round->settings->rules.max_choice;

    for (int s = 0; s < plan->student_count; s++) {
        int project = plan->project[s], rank;

        if (project < 0 || !wp_counts_as_choosing(round, s) ||
            round->units[round->students[s].unit].pin_project == project)
            continue;
        rank = wp_unit_rank(round, s, project);
        if (rank == 0)
            wp_violate(violations, &wp_rule_max_choice,
                       "student %s is on project %s, which is not among her choices, against max_choice = %d",
                       round->students[s].id, round->projects[project].id, limit);
        else if (rank > limit)
            wp_violate(violations, &wp_rule_max_choice,
                       "student %s is on project %s, her choice %d, against max_choice = %d",
                       round->students[s].id, round->projects[project].id, rank, limit);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    snprintf(text, size, _("No one who chose gets a project worse than her choice %d."),
             round->settings->rules.max_choice);
}

const struct wp_rule wp_rule_max_choice = {
    .name = "max_choice",
    .active = active,
    .check = check,
    .sentence = sentence,
};
