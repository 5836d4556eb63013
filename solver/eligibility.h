/* eligibility.h: which student may go to which project, and which rule says no. */
#ifndef WP_ELIGIBILITY_H
#define WP_ELIGIBILITY_H

#include "round.h"

/* The first rule (in the order of the table of rules) that keeps this student from this project, or NULL if
 * she is eligible. Waivers are honoured. Concerns the student and the project alone: not seats, not others'
 * choices. */
const struct wp_rule *wp_ineligible(const struct wp_round *round, int student, int project);

/* True if an exam board's exception switches `rule` off for this student on this project. */
bool wp_waived(const struct wp_round *round, const struct wp_rule *rule, int student, int project);

/* True if a decision forbids that lecturer `lecturer` guides this student. */
bool wp_lecturer_forbidden(const struct wp_round *round, int student, int lecturer);

/* True if a decision forbids this student this project, or one of its hosts. */
bool wp_project_forbidden(const struct wp_round *round, int student, int project);

/* True if this lecturer may guide all of the unit, as far as its pin and the decisions go. */
bool wp_unit_guided(const struct wp_round *round, const struct wp_unit *unit, int lecturer);

/* One place where a unit may go. */
struct wp_pair {
    int unit, project;
    bool listed; /* listed for the unit: every member with choices ranked it */
    int minutes; /* sum over the members that count for travel; the trips of members whose trip is unknown
                    count 0 */
};

/* All pairs, sorted by unit, then project; pairs of unit u are first[u] .. first[u+1]-1. */
struct wp_pairs {
    struct wp_pair *items;
    int count;
    int *first;         /* unit_count + 1 */
    int *project_first; /* project_count + 1: the pairs of project p are project_pairs[project_first[p]] … */
    int *project_pairs; /* by project, then unit */
};

/* Every place that the rules and the decisions leave to each unit: eligible for all members; listed, or
 * allowed unlisted, or pinned; within max_choice. */
int wp_pairs_build(const struct wp_round *round, struct wp_pairs **out, struct wp_error *error);
void wp_pairs_free(struct wp_pairs *pairs);

/* The pair of this unit and project, or -1. */
int wp_pairs_find(const struct wp_pairs *pairs, int unit, int project);

/* The rank at which the student's unit lists the project for her: her own, or, when she made no choices, her
 * unit's worst; 0 if her unit does not list it. */
int wp_unit_rank(const struct wp_round *round, int student, int project);

/* True if she counts as having chosen: she or a member of her unit made choices. */
bool wp_counts_as_choosing(const struct wp_round *round, int student);

#endif
