/* test_rules.c: for every rule about more than a student and a project, a plan that keeps all rules and one
 * that is broken on purpose: the check names student, project and rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule.h"
#include "small_plan.h"
#include "told.h"

static void placement(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 1);
    small_plan_finish();
    small_plan_place(0, 1, 0);
    small_plan_expect_good();
    small_plan_place(0, 2, 0);
    small_plan_expect_broken("placement", "student S1 is on a project that does not exist");
    small_plan_place(0, 1, 7);
    small_plan_expect_broken("placement", "student S1 has a lecturer who does not exist");
    small_plan_place(0, -1, 0);
    small_plan_expect_broken("placement", "student S1 has lecturer L1 but no project");
    small_plan_place(0, -1, -1);
    small_plan->student_count = 1;
    small_plan_expect_broken("placement", "the plan has 1 students, the round 2");
    small_plan_end();
}

static void unlisted(void **unused) {
    (void)unused;
    small_plan_start(3, 3, 0);
    small_plan_round.settings.rules.unlisted_last = false;
    small_choose(&small_plan_round, 0, 0, -1);
    small_choose(&small_plan_round, 1, 0, 1, -1);
    small_choose(&small_plan_round, 2, 0, 1, -1);
    small_plan_round.round->students[1].group = small_plan_round.round->students[2].group = "g";
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 1, -1))->project = 2;
    small_plan_finish();
    small_plan_place(1, 2, -1); /* a pin may be unlisted */
    small_plan_place(2, 2, -1);
    small_plan_expect_good();
    small_plan_place(0, 1, -1);
    small_plan_expect_broken("unlisted", "student S1 is on project P2, which she did not rank");
    small_plan_end();
}

static void unlisted_for_a_group(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    small_plan_round.settings.rules.unlisted_last = false;
    small_choose(&small_plan_round, 0, 0, 1, -1);
    small_choose(&small_plan_round, 1, 1, -1);
    for (int s = 0; s < 3; s++)
        small_plan_round.round->students[s].group = "g";
    small_plan_finish();
    for (int s = 0; s < 3; s++)
        small_plan_place(s, 1, -1); /* the third has no choices and takes the others' */
    small_plan_expect_good();
    for (int s = 0; s < 3; s++)
        small_plan_place(s, 0, -1);
    {
        struct wp_violations violations = {0};

        assert_int_equal(wp_plan_check(small_plan_round.round, small_plan, &violations), 3);
        assert_told(violations.items[0].message, "student S1 is on project P1, which her group did not rank");
        wp_violations_clear(&violations);
    }
    small_plan_end();
}

static void max_choice(void **unused) {
    (void)unused;
    small_plan_start(3, 3, 0);
    small_plan_round.settings.rules.max_choice = 1;
    small_choose(&small_plan_round, 0, 0, 1, -1);
    small_choose(&small_plan_round, 2, 0, 1, -1);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 2, -1))->project = 1;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 2, -1); /* made no choices */
    small_plan_place(2, 1, -1); /* pinned */
    small_plan_expect_good();
    small_plan_place(0, 1, -1);
    small_plan_expect_broken("max_choice",
                             "student S1 is on project P2, her choice 2, against max_choice = 1");
    small_plan_place(0, 2, -1);
    small_plan_expect_broken(
        "max_choice", "student S1 is on project P3, which is not among her choices, against max_choice = 1");
    small_plan_end();
}

static void pin(void **unused) {
    struct wp_decision *pin;

    (void)unused;
    small_plan_start(3, 2, 2);
    small_plan_round.settings.rules.one_lecturer_per_project = false;
    pin = small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, -1));
    pin->project = 0;
    pin->lecturer = 1;
    pin = small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, -1));
    pin->project = 1;
    pin->lecturer = 0;
    small_plan_finish();
    small_plan_place(0, 0, 1);
    small_plan_place(1, 0, 0);
    small_plan_place(2, 1, 0);
    small_plan_expect_good();
    small_plan_place(0, 1, 0);
    small_plan_expect_broken("pin", "student S1 is pinned to project P1, but is on project P2");
    small_plan_place(0, -1, -1);
    small_plan_expect_broken("pin", "student S1 is pinned to project P1, but is not placed");
    small_plan_place(0, 0, 0);
    small_plan_expect_broken("pin", "student S1 on project P1 has lecturer L1, not L2 as a pin asks");
    small_plan_end();
}

static void together(void **unused) {
    (void)unused;
    small_plan_start(4, 2, 2);
    small_plan_round.settings.rules.one_lecturer_per_project = false;
    small_plan_round.round->students[0].group = small_plan_round.round->students[3].group = "g";
    small_decide(&small_plan_round, WP_ACTION_TOGETHER, small_list(&small_plan_round, 1, 2, -1));
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_place(3, 0, 0);
    small_plan_expect_good();
    small_plan_place(1, 0, 0);
    small_plan_expect_broken("together",
                             "students S2 and S3 go together, but only the first is placed, on project P1");
    small_plan_place(1, -1, -1);
    small_plan_place(3, 1, 0);
    small_plan_expect_broken("together", "students S1 and S4 go together, but are on project P1 and P2");
    small_plan_place(3, 0, 1);
    small_plan_expect_broken("together",
                             "students S1 and S4 go together on project P1, but have different lecturers");
    small_plan_end();
}

static void apart(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    small_decide(&small_plan_round, WP_ACTION_APART, small_list(&small_plan_round, 0, 1, 2, -1));
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_good();
    small_plan_place(2, 1, -1);
    small_plan_expect_broken("apart", "students S2 and S3 are to stay apart, but both are on project P2");
    small_plan_end();
}

static void new_teammates(void **unused) {
    (void)unused;
    small_plan_start(5, 2, 0);
    small_plan_round.settings.rules.new_teammates = WP_HARD;
    small_plan_round.round->students[0].group = small_plan_round.round->students[1].group = "duo";
    for (int s = 0; s < 3; s++)
        small_history(&small_plan_round, s, "2025-1", "P7", NULL, NULL);
    small_history(&small_plan_round, 3, "2025-1", "P8", NULL, NULL); /* another round */
    small_history(&small_plan_round, 4, "2025-2", "P7", NULL, NULL); /* another project */
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 0, -1); /* they go as a group */
    small_plan_place(2, 1, -1);
    small_plan_place(3, 0, -1);
    small_plan_place(4, 0, -1);
    small_plan_expect_good();
    for (int s = 0; s < 2; s++)
        small_plan_place(s, -1, -1);
    small_plan_place(2, 0, -1);
    small_plan_expect_good();
    small_plan_end();

    small_plan_start(3, 2, 0);
    small_plan_round.settings.rules.new_teammates = WP_HARD;
    for (int s = 0; s < 3; s++) {
        small_history(&small_plan_round, s, "2025-1", "P1", NULL, NULL);
        if (s < 2)
            small_history(&small_plan_round, s, "2025-2", "P1", NULL, NULL); /* twice: told of once */
    }
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_broken(
        "new_teammates",
        "students S1 and S2 were on one project together before, and both are on project P2 now");
    small_plan_round.settings.rules.new_teammates = WP_SOFT;
    small_plan_expect_good();
    small_plan_end();
}

static void must_place(void **unused) {
    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.settings.rules.must_place = true;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, -1, -1);
    small_plan_expect_broken("must_place", "student S2 has no project, but every student must be placed");
    small_plan_end();
}

static void organisations(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 1, -1);
    small_plan_round.round->organisations[0].max_students = 1;
    small_plan_round.round->organisations[1].max_projects = 1;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken(
        "organisations",
        "organisation O1 has 2 students, more than its maximum of 1 (student S1 on project P1 is one)");
    small_plan_place(1, 1, -1);
    small_plan_expect_broken(
        "organisations",
        "organisation O2 has 2 projects, more than its maximum of 1 (student S1 on project P1 is there)");
    small_plan_end();
}

static void lecturers(void **unused) {
    (void)unused;
    small_plan_start(3, 3, 2);
    small_plan_round.round->projects[2].listed_lecturers = small_list(&small_plan_round, 1, -1);
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 2, -1))->lecturer = 0;
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_place(1, 2, 1);
    small_plan_expect_good();
    small_plan_place(1, 2, -1);
    small_plan_expect_broken("lecturers", "student S2 is on project P3 without a lecturer");
    small_plan_place(1, 2, 0);
    small_plan_expect_broken("lecturers", "student S2 on project P3 has lecturer L1, who may not guide it");
    small_plan_place(1, 0, 1);
    small_plan_expect_broken(
        "lecturers", "students S1 and S2 on project P1 have different lecturers, but a project has one");
    small_plan_place(1, -1, -1);
    small_plan_place(2, 1, 0);
    small_plan_expect_broken("lecturers",
                             "student S3 on project P2 has lecturer L1, whom a decision forbids her");
    small_plan_end();
}

static void lecturers_limits(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 2);
    small_plan_round.round->lecturers[0].max_load = 150;
    small_plan_round.round->lecturers[0].min_load = 100;
    small_plan_round.round->lecturers[1].max_projects = 1;
    small_plan_round.round->students[0].load = 50;
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_place(1, 0, 0);
    small_plan_place(2, 1, 1);
    small_plan_expect_good();
    small_plan_place(0, 1, 1);
    small_plan_place(2, 0, 0);
    small_plan_expect_broken(
        "lecturers",
        "lecturer L1 has a load of 2, more than the maximum of 1.5 (student S2 on project P1 is one)");
    small_plan_place(0, 0, 0);
    small_plan_place(1, 1, 1);
    small_plan_place(2, -1, -1);
    small_plan_expect_broken(
        "lecturers",
        "lecturer L1 has a load of 0.5, less than the minimum of 1 (student S1 on project P1 is one)");
    small_plan_round.round->lecturers[0].min_load = 0;
    small_plan_place(0, 0, 1);
    small_plan_expect_broken(
        "lecturers",
        "lecturer L2 has 2 projects, more than the maximum of 1 (student S1 on project P1 is one)");
    small_plan_end();
}

static void seats(void **unused) {
    (void)unused;
    small_plan_start(4, 1, 0);
    small_plan_round.round->projects[0].min_students = 2;
    small_plan_round.round->projects[0].max_students = 3;
    small_plan_finish();
    small_plan_expect_good(); /* it may stay closed */
    for (int s = 0; s < 3; s++)
        small_plan_place(s, 0, -1);
    small_plan_expect_good();
    small_plan_place(3, 0, -1);
    small_plan_expect_broken(
        "seats", "the students on project P1 number 4, more than its maximum of 3 (student S1 is one)");
    for (int s = 0; s < 3; s++)
        small_plan_place(s, -1, -1);
    small_plan_expect_broken(
        "seats", "the students on project P1 number 1, fewer than its minimum of 2 (student S4 is one)");
    small_plan_end();
}

/* Rules that a test of their own breaks. */
static bool is_broken_elsewhere(const struct wp_rule *rule) {
    static const char *const names[] = {
        "meetings",           "stability",        "min_programmes", "mix", "circle_min_projects",
        "domains_per_circle", "collective_share",
    };

    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        if (rule == wp_rule_find(names[n]))
            return true;
    }
    return false;
}

/* Runs last. */
static void every_such_rule_was_seen_broken(void **unused) {
    (void)unused;
    for (int r = 0; wp_rules[r]; r++) {
        bool pairs_only = wp_rules[r]->eligible && !wp_rules[r]->rows;

        if (!pairs_only && !is_broken_elsewhere(wp_rules[r]) && !small_plan_saw_broken(wp_rules[r]))
            fail_msg("no test breaks the rule %s", wp_rules[r]->name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placement),
        cmocka_unit_test(unlisted),
        cmocka_unit_test(unlisted_for_a_group),
        cmocka_unit_test(max_choice),
        cmocka_unit_test(pin),
        cmocka_unit_test(together),
        cmocka_unit_test(apart),
        cmocka_unit_test(new_teammates),
        cmocka_unit_test(must_place),
        cmocka_unit_test(organisations),
        cmocka_unit_test(lecturers),
        cmocka_unit_test(lecturers_limits),
        cmocka_unit_test(seats),
        cmocka_unit_test(every_such_rule_was_seen_broken),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
