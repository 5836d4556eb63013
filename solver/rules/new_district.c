/* new_district.c: a student comes to a district where she has not been before.
 *
 * No rows: the rule says which pairs are eligible. */
#include "rules.h"

#include "history.h"
#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.new_district == WP_HARD && round->history_count > 0;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    return round->settings->rules.new_district != WP_HARD || !wp_met_district(round, student, project);
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_new_district,
               "student %s is on project %s in district %s, where she has been before",
               round->students[student].id, round->projects[project].id,
               wp_round_id(round, WP_DISTRICTS, round->projects[project].district));
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_new_district, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("A student comes to a district where she has not been before."));
}

const struct wp_rule wp_rule_new_district = {
    .name = "new_district",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
