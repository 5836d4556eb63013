/* new_organisation.c: a student comes to hosts where she has not been before.
 *
 * No rows: the rule says which pairs are eligible. */
#include "rules.h"

#include "history.h"
#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.new_organisation == WP_HARD && round->history_count > 0;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    return round->settings->rules.new_organisation != WP_HARD || !wp_met_host(round, student, project);
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    struct wp_list hosts = round->projects[project].organisations;

    for (int h = 0; h < hosts.count; h++) {
        if (!wp_met_organisation(round, student, hosts.items[h]))
            continue;
        wp_violate(violations, &wp_rule_new_organisation,
                   "student %s is on project %s of organisation %s, where she has been before",
                   round->students[student].id, round->projects[project].id,
                   round->organisations[hosts.items[h]].id);
        return;
    }
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_new_organisation, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("A student comes to an organisation where she has not been before."));
}

const struct wp_rule wp_rule_new_organisation = {
    .name = "new_organisation",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
