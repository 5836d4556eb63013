/* certificates.c: a student has all certificates that her project asks.
 *
 * No rows: the rule says which pairs are eligible. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int p = 0; p < round->project_count; p++) {
        if (round->settings->rules.certificates == WP_HARD && round->projects[p].certificates.count > 0)
            return true;
    }
    return false;
}

/* The first one asked that she has not, or -1. */
static int missing(const struct wp_round *round, int student, int project) {
    return wp_rule_lacking(round->students[student].certificates, round->projects[project].certificates);
}

static bool eligible(const struct wp_round *round, int student, int project) {
    return round->settings->rules.certificates != WP_HARD || missing(round, student, project) < 0;
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_certificates,
               "student %s is on project %s, which asks the certificate %s; she does not have it",
               round->students[student].id, round->projects[project].id,
               wp_round_text(round, missing(round, student, project)));
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_certificates, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("A student has every certificate that her project asks."));
}

const struct wp_rule wp_rule_certificates = {
    .name = "certificates",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
