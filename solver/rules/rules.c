/* rules.c: the table of rules, and what several of them share: checks of pairs, rows of units. */
#include "rules.h"

#include "eligibility.h"

#include <stdio.h>

/* Rules about one student and one project come in the order in which a coordinator would look for the reason;
 * `seats` is last, because it links whether a project runs to who is there, and other rules ask for the
 * former. `mix` comes just before it: its rows are stronger where a y is there already. */
const struct wp_rule *const wp_rules[] = {
    &wp_rule_placement,
    &wp_rule_status,
    &wp_rule_agreements,
    &wp_rule_programmes,
    &wp_rule_years,
    &wp_rule_certificates,
    &wp_rule_languages,
    &wp_rule_days_in_common,
    &wp_rule_max_minutes,
    &wp_rule_new_organisation,
    &wp_rule_new_district,
    &wp_rule_forbid,
    &wp_rule_unlisted,
    &wp_rule_max_choice,
    &wp_rule_pin,
    &wp_rule_together,
    &wp_rule_apart,
    &wp_rule_new_teammates,
    &wp_rule_must_place,
    &wp_rule_organisations,
    &wp_rule_lecturers,
    &wp_rule_meetings,
    &wp_rule_stability,
    &wp_rule_collective_share,
    &wp_rule_circle_min_projects,
    &wp_rule_domains_per_circle,
    &wp_rule_min_programmes,
    &wp_rule_mix,
    &wp_rule_seats,
    NULL,
};

bool wp_rule_always(const struct wp_round *round) {
    (void)round;
    return true;
}

void wp_rule_check_pairs(const struct wp_rule *rule, const struct wp_round *round, const struct wp_plan *plan,
                         void (*tell)(const struct wp_round *round, int student, int project,
                                      struct wp_violations *violations),
                         struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++) {
        int project = plan->project[s];

        if (project >= 0 && !rule->eligible(round, s, project) && !wp_waived(round, rule, s, project))
            tell(round, s, project, violations);
    }
}

struct wp_totals *wp_rule_totals(const struct wp_rule *rule, const struct wp_round *round,
                                 const struct wp_plan *plan, struct wp_violations *violations) {
    struct wp_totals *totals;

    if (wp_totals_new(round, plan, &totals, NULL))
        wp_violate(violations, rule, "there is not enough memory to check the rule %s", rule->name);
    return totals;
}

struct wp_teams *wp_rule_teams(const struct wp_rule *rule, const struct wp_plan *plan,
                               struct wp_violations *violations) {
    struct wp_teams *teams;

    if (wp_teams_new(plan, &teams, NULL))
        wp_violate(violations, rule, "there is not enough memory to check the rule %s", rule->name);
    return teams;
}

int wp_rule_place_unit(struct wp_build *build, const char *name, int unit, bool required,
                       struct wp_error *error) {
    for (int k = build->pairs->first[unit]; k < build->pairs->first[unit + 1]; k++) {
        int code = wp_build_add_pair(build, k, 1, error);

        if (code)
            return code;
    }
    return wp_program_row(build->program, name, required ? 1 : WP_FREE_BELOW, 1, error);
}

int wp_rule_lacking(struct wp_list had, struct wp_list asked) {
    for (int i = 0; i < asked.count; i++) {
        if (!wp_list_has(had, asked.items[i]))
            return asked.items[i];
    }
    return -1;
}

const char *wp_rule_words(const struct wp_round *round, struct wp_list words, const char *between, char *text,
                          size_t size) {
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < words.count; i++) {
        int written = snprintf(text + length, size - length, "%s%s", i ? between : "",
                               wp_round_text(round, words.items[i]));

        if (written < 0 || (size_t)written >= size - length) {
            snprintf(text + length, size - length, "...");
            break;
        }
        length += (size_t)written;
    }
    return text;
}
