/* forbid.c: students whom a decision keeps from a project or from an organisation. (From a lecturer: see
 * lecturers.c.)
 *
 * No rows: the rule says which pairs are eligible. */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->bans != NULL;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    return !wp_project_forbidden(round, student, project);
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_forbid, "student %s is on project %s, which a decision forbids her",
               round->students[student].id, round->projects[project].id);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_forbid, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size,
             _("Nobody is put with a project, an organisation or a lecturer that a decision forbids her."));
}

const struct wp_rule wp_rule_forbid = {
    .name = "forbid",
    .active = active,
    .eligible = eligible,
    .check = check,
    .sentence = sentence,
};
