/* every_plan.h: small random rounds, and all their plans: a rule's rows against its check. For the tests of
 * rules whose rows need columns of their own. */
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
