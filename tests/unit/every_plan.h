/* every_plan.h: small random rounds, and all their plans: a rule's rows against its check, for the tests of
 * rules whose rows need columns of their own; and the best of all plans, for the tests of objectives. */
#ifndef EVERY_PLAN_H
#define EVERY_PLAN_H

#include "rule.h"
#include "small_round.h"

/* Who guides. */
enum every_plan_guides { NO_LECTURERS, ONE_LECTURER, SEVERAL_LECTURERS, GUIDES };

#define EVERY_PLAN_SLOTS 3 /* nobody has another slot than the first three */

/* Starts a random round of three students with a few limits, groups, pins and forbidden lecturers; the caller
 * sets the rules and finishes it. The same seed gives the same round. */
void every_plan_round(struct small_round *small, uint32_t seed, enum every_plan_guides guides);

/* What a plan is worth, most important first, each to be as small as possible; returns how many values. */
#define EVERY_PLAN_VALUES 8
typedef int every_plan_worth(const struct wp_round *round, const struct wp_plan *plan,
                             int64_t values[EVERY_PLAN_VALUES]);

/* The least values of all plans of a finished round that pass the checks; false if there is no plan. */
bool every_plan_least(const struct wp_round *round, every_plan_worth *worth,
                      int64_t least[EVERY_PLAN_VALUES]);

/* Does every member with choices list the project? Then *rank is what it counts for the student, else one
 * more than the highest rank. */
bool every_plan_rank(const struct wp_round *round, int student, int project, int *rank);

/* Did the student or somebody of her unit choose? */
bool every_plan_chose(const struct wp_round *round, int student);

/* What was seen of the plans (with each choice of slots, where meetings are weekly). */
struct every_plan_counts {
    long rounds, good, bad;
    long by_rule;    /* plans that break the rule at hand and no other */
    long impossible; /* rounds of which counting says that no plan exists */
};

/* Tries every plan of a finished round. Ends the test where the checks and the integer program disagree, or
 * counting calls a round impossible that has a plan. */
void every_plan_compare(const struct wp_round *round, const struct wp_rule *rule,
                        struct every_plan_counts *counts);

#endif
