/* max_minutes.c: nobody travels longer one way than the round, or she herself, allows. Her own limit counts
 * if she has one, also where it is the wider one.
 *
 * No rows: the rule says which pairs are eligible. An unknown trip is an error of the round, not a reason
 * here. */
#include "rules.h"

#include "translate.h"

#include <stdio.h>

static bool active(const struct wp_round *round) {
    if (round->settings->rules.max_minutes >= 0)
        return true;
    for (int s = 0; s < round->student_count; s++) {
        if (round->students[s].max_minutes >= 0)
            return true;
    }
    return false;
}

/* -1 if her trips may take any time. */
static int limit_of(const struct wp_round *round, int student) {
    int own = round->students[student].max_minutes;

    return own >= 0 ? own : round->settings->rules.max_minutes;
}

static bool eligible(const struct wp_round *round, int student, int project) {
    int limit = limit_of(round, student);

    return limit < 0 || wp_trip_minutes(round, student, project) <= limit;
}

static void tell(const struct wp_round *round, int student, int project, struct wp_violations *violations) {
    wp_violate(violations, &wp_rule_max_minutes,
               "student %s travels %d minutes to project %s, longer than her limit of %d (max_minutes)",
               round->students[student].id, wp_trip_minutes(round, student, project),
               round->projects[project].id, limit_of(round, student));
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    wp_rule_check_pairs(&wp_rule_max_minutes, round, plan, tell, violations);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int limit = round->settings->rules.max_minutes;

    if (limit >= 0)
        snprintf(text, size, _("Nobody travels longer than %d minutes one way, or than her own limit."),
                 limit);
    else
        snprintf(text, size, _("A student with a limit of her own travels no longer than that one way."));
}

const struct wp_rule wp_rule_max_minutes = {
    .name = "max_minutes",
    .active = active,
    .eligible = eligible,
    .waivable = true,
    .check = check,
    .sentence = sentence,
};
