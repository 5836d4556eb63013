/* unlisted.c: nobody is given a project that she, or someone who goes with her, did not rank; pins excepted.
 *
 * No rows: wp_pairs_build() leaves such places out. */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return !round->settings->rules.unlisted_last;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++) {
        int project = plan->project[s];

        if (project < 0 || wp_unit_rank(round, s, project) > 0 ||
            round->units[round->students[s].unit].pin_project == project)
            continue;
        if (round->units[round->students[s].unit].size > 1)
            wp_violate(violations, &wp_rule_unlisted,
                       "student %s is on project %s, which her group did not rank", round->students[s].id,
                       round->projects[project].id);
        else
            wp_violate(violations, &wp_rule_unlisted, "student %s is on project %s, which she did not rank",
                       round->students[s].id, round->projects[project].id);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size,
             _("Nobody is given a project that she did not rank; who ranked none is not placed."));
}

const struct wp_rule wp_rule_unlisted = {
    .name = "unlisted",
    .active = active,
    .check = check,
    .sentence = sentence,
};
