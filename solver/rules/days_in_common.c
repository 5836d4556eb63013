/* days_in_common.c: a student and her project share enough weekdays. A project without days asks nothing.
 *
 * No rows: the rule says which pairs are eligible. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.days_in_common > 0;
}

static int common_days(const struct wp_round *round, int student, int project) {
    unsigned days = (unsigned)round->students[student].days & round->projects[project].days & WP_ALL_DAYS;
    int count = 0;

    for (; days; days &= days - 1)
        count++;
    return count;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    return !active(round) || round->projects[project].days == 0 ||
           common_days(round, student, project) >= round->settings->rules.days_in_common;
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_days_in_common,
               "student %s and project %s have %d of their weekdays in common, fewer than the %d asked "
               "(days_in_common)",
               round->students[student].id, round->projects[project].id, common_days(round, student, project),
               round->settings->rules.days_in_common);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_days_in_common, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int days = round->settings->rules.days_in_common;

    snprintf(text, size,
             ngettext("A student and her project share at least %d day a week.",
                      "A student and her project share at least %d days a week.", (unsigned long)days),
             days);
}

const struct wp_rule wp_rule_days_in_common = {
    .name = "days_in_common",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
