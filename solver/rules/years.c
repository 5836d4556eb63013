/* years.c: a project that names years takes students of these only; one with a blank year goes to none of
 * them.
 *
 * No rows: the rule says which pairs are eligible. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    for (int p = 0; p < round->project_count; p++) {
        if (round->settings->rules.years == WP_HARD && round->projects[p].years.count > 0)
            return true;
    }
    return false;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    struct wp_list asked = round->projects[project].years;

    return round->settings->rules.years != WP_HARD || asked.count == 0 ||
           wp_list_has(asked, round->students[student].year);
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    const struct wp_student *who = &round->students[student];
    const struct wp_project *where = &round->projects[project];
    char asked[96];

    wp_rule_words(round, where->years, "|", asked, sizeof asked);
    if (who->year < 0)
        wp_violate(violations, &wp_rule_years,
                   "student %s is on project %s, which asks the year %s; hers is blank", who->id, where->id,
                   asked);
    else
        wp_violate(violations, &wp_rule_years,
                   "student %s is on project %s, which asks the year %s; hers is %s", who->id, where->id,
                   asked, wp_round_text(round, who->year));
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_years, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    (void)round;
    snprintf(text, size, _("A project that asks certain years takes students of those only."));
}

const struct wp_rule wp_rule_years = {
    .name = "years",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
