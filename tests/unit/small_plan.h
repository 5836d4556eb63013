/* small_plan.h: a small round, a plan of it, and what its check should say; for the tests of rules. */
#ifndef SMALL_PLAN_H
#define SMALL_PLAN_H

#include "plan.h"
#include "small_round.h"

extern struct small_round small_plan_round;
extern struct wp_plan *small_plan; /* nobody is placed, until the test does so */

/* A round with two organisations and two districts, where everybody may go anywhere: unlisted = last, all
 * projects are in district D1 and all lecturers work there. Finish it, which makes the plan, and end it. */
void small_plan_start(int students, int projects, int lecturers);
void small_plan_finish(void);
void small_plan_end(void);

void small_plan_place(int student, int project, int lecturer);

void small_plan_expect_good(void);

/* The check finds this one violation, of this rule. */
void small_plan_expect_broken(const char *rule, const char *message);

/* Did small_plan_expect_broken() see this rule broken in this run? */
bool small_plan_saw_broken(const struct wp_rule *rule);

#endif
