/* rules.h: the rules of the table in rules.c, and what several of them share. For the files of this folder;
 * others use rule.h. */
#ifndef WP_RULES_H
#define WP_RULES_H

#include "build.h"
#include "rule.h"

extern const struct wp_rule wp_rule_placement;
extern const struct wp_rule wp_rule_status;
extern const struct wp_rule wp_rule_agreements;
extern const struct wp_rule wp_rule_programmes;
extern const struct wp_rule wp_rule_years;
extern const struct wp_rule wp_rule_certificates;
extern const struct wp_rule wp_rule_languages;
extern const struct wp_rule wp_rule_days_in_common;
extern const struct wp_rule wp_rule_max_minutes;
extern const struct wp_rule wp_rule_new_organisation;
extern const struct wp_rule wp_rule_new_district;
extern const struct wp_rule wp_rule_forbid;
extern const struct wp_rule wp_rule_unlisted;
extern const struct wp_rule wp_rule_max_choice;
extern const struct wp_rule wp_rule_pin;
extern const struct wp_rule wp_rule_together;
extern const struct wp_rule wp_rule_apart;
extern const struct wp_rule wp_rule_new_teammates;
extern const struct wp_rule wp_rule_must_place;
extern const struct wp_rule wp_rule_organisations;
extern const struct wp_rule wp_rule_lecturers;
extern const struct wp_rule wp_rule_meetings;
extern const struct wp_rule wp_rule_stability;
extern const struct wp_rule wp_rule_collective_share;
extern const struct wp_rule wp_rule_circle_min_projects;
extern const struct wp_rule wp_rule_domains_per_circle;
extern const struct wp_rule wp_rule_min_programmes;
extern const struct wp_rule wp_rule_mix;
extern const struct wp_rule wp_rule_seats;

/* For rules that are in force in every round. */
bool wp_rule_always(const struct wp_round *round);

/* The check of a rule about pairs: `tell` is called for each placed student whom the rule keeps from her
 * project, unless it was waived. It adds the violation. */
void wp_rule_check_pairs(const struct wp_rule *rule, const struct wp_round *round, const struct wp_plan *plan,
                         void (*tell)(const struct wp_round *round, int student, int project,
                                      struct wp_violations *violations),
                         struct wp_violations *violations);

/* The totals of a plan; NULL when memory runs out, which is then a violation: what could not be checked did
 * not pass. */
struct wp_totals *wp_rule_totals(const struct wp_rule *rule, const struct wp_round *round,
                                 const struct wp_plan *plan, struct wp_violations *violations);
/* The same for who is on each project. */
struct wp_teams *wp_rule_teams(const struct wp_rule *rule, const struct wp_plan *plan,
                               struct wp_violations *violations);

/* Writes `sum of x = 1` (or, where not required, `<= 1`) for the places of a unit. */
int wp_rule_place_unit(struct wp_build *build, const char *name, int unit, bool required,
                       struct wp_error *error);

/* The most and the least that a running project can carry, from the students who may go there: heads and
 * load. */
struct wp_reach {
    int heads;           /* at most: its maximum, or fewer if fewer may go there */
    int candidates;      /* students who may go there, whatever its maximum */
    int64_t most, least; /* load in hundredths: of its heaviest `heads`, of its lightest min_students */
};
/* One entry a project; free with free(). */
int wp_rule_reach(const struct wp_round *round, const struct wp_pairs *pairs, struct wp_reach **out,
                  struct wp_error *error);

/* Writes, for each project where at least two of these students' units may go, the row `sum of x <= 1` over
 * all these units: one row for all is stronger than one for each two. */
int wp_rule_separate(struct wp_build *build, const char *name, struct wp_list students,
                     struct wp_error *error);

/* The first word asked that is not among those had, or -1. */
int wp_rule_lacking(struct wp_list had, struct wp_list asked);

/* The words of a list as text, `between` them; ends with "..." where size does not hold them. Returns text.
 */
const char *wp_rule_words(const struct wp_round *round, struct wp_list words, const char *between, char *text,
                          size_t size);

#endif
