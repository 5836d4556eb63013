/* rules.c: the table of rules. */
#include "rules.h"

/* Rules about one student and one project come in the order in which a coordinator would look for the reason;
 * `seats` is last, because it links whether a project runs to who is there, and other rules ask for the
 * former. */
const struct wp_rule *const wp_rules[] = {
    &wp_rule_placement,     &wp_rule_status,       &wp_rule_agreements, &wp_rule_programmes,
    &wp_rule_years,         &wp_rule_certificates, &wp_rule_languages,  &wp_rule_days_in_common,
    &wp_rule_max_minutes,   &wp_rule_forbid,       &wp_rule_unlisted,   &wp_rule_max_choice,
    &wp_rule_pin,           &wp_rule_together,     &wp_rule_apart,      &wp_rule_must_place,
    &wp_rule_organisations, &wp_rule_lecturers,    &wp_rule_seats,      NULL,
};
