/* small_plan.c: a small round, a plan of it, and what its check should say. */
#include "small_plan.h"

#include "rule.h"
#include "told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct small_round small_plan_round;
struct wp_plan *small_plan;

static bool broken_once[64]; /* as in wp_rules */

void small_plan_start(int students, int projects, int lecturers) {
    small_round_start(&small_plan_round, (struct small_sizes){students, projects, lecturers, 2, 2});
    small_plan_round.settings.rules.unlisted_last = true;
    for (int l = 0; l < lecturers; l++)
        small_plan_round.round->lecturers[l].districts = small_list(&small_plan_round, 0, -1);
    for (int p = 0; p < projects; p++)
        small_plan_round.round->projects[p].district = 0;
}

void small_plan_finish(void) {
    small_round_finish(&small_plan_round, 0);
    assert_int_equal(wp_plan_new(small_plan_round.round, &small_plan, NULL), 0);
}

void small_plan_end(void) {
    wp_plan_free(small_plan);
    small_round_end(&small_plan_round);
}

void small_plan_place(int student, int project, int lecturer) {
    small_plan->project[student] = project;
    small_plan->lecturer[student] = lecturer;
}

void small_plan_expect_good(void) {
    struct wp_violations violations = {0};

    if (wp_plan_check(small_plan_round.round, small_plan, &violations) != 0)
        fail_msg("%s: %s", violations.items[0].rule->name, violations.items[0].message);
    wp_violations_clear(&violations);
}

void small_plan_expect_broken(const char *rule, const char *message) {
    struct wp_violations violations = {0};

    assert_int_equal(wp_plan_check(small_plan_round.round, small_plan, &violations), 1);
    assert_told(violations.items[0].message, message);
    assert_string_equal(violations.items[0].english, message);
    assert_string_equal(violations.items[0].rule->name, rule);
    for (int r = 0; wp_rules[r]; r++)
        broken_once[r] |= wp_rules[r] == violations.items[0].rule;
    wp_violations_clear(&violations);
}

bool small_plan_saw_broken(const struct wp_rule *rule) {
    for (int r = 0; wp_rules[r]; r++) {
        if (wp_rules[r] == rule)
            return broken_once[r];
    }
    return false;
}
