/* agreements.c: every host's agreement covers the round from start to end.
 *
 * No rows: a project with a host whose agreement does not cover the round is not eligible for anybody. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int o = 0; o < round->organisation_count; o++) {
        const struct wp_organisation *host = &round->organisations[o];

        if (host->agreement_from != WP_NO_DAY || host->agreement_until != WP_NO_DAY)
            return true;
    }
    return false;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    (void)student;
    return round->projects[project].agreed;
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_agreements,
               "student %s is on project %s, where a host's agreement does not cover the whole round",
               round->students[student].id, round->projects[project].id);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_agreements, round, plan, tell, violations);
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];

        if (project->status == WP_STATUS_OPEN && !project->agreed)
            wp_violate(
                reasons, &wp_rule_agreements,
                "project %s must run, but the agreement of one of its hosts does not cover the whole round",
                project->id);
    }
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size,
             _("A project runs only if every host's agreement covers the round from start to end."));
}

const struct wp_rule wp_rule_agreements = {
    .name = "agreements",
    .active = active,
    .eligible = eligible,
    .check = check,
    .count = count,
    .sentence = sentence,
};
