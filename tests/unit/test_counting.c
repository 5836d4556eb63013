/* test_counting.c: what counting alone says of rounds that have no plan, and each rule's sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rule.h"
#include "small_plan.h"
#include "told.h"

/* The rule's counting gives exactly this reason; NULL: none. */
static void expect_reason(const char *rule, const char *message) {
    struct wp_violations reasons = {0};

    wp_rule_find(rule)->count(small_plan_round.round, &reasons);
    if (!message && reasons.total > 0)
        fail_msg("%s", reasons.items[0].message);
    assert_int_equal(reasons.total, message ? 1 : 0);
    if (message)
        assert_told(reasons.items[0].message, message);
    wp_violations_clear(&reasons);
}

static void agreements_of_projects_that_must_run(void **unused) {
    (void)unused;
    small_plan_start(1, 1, 0);
    small_plan_round.settings.start = 100;
    small_plan_round.settings.end = 200;
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->organisations[0].agreement_until = 199;
    small_plan_finish();
    expect_reason("agreements", NULL);
    small_plan_round.round->projects[0].status = WP_STATUS_OPEN;
    expect_reason(
        "agreements",
        "project P1 must run, but the agreement of one of its hosts does not cover the whole round");
    small_plan_end();
}

static void fewer_seats_than_students(void **unused) {
    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.settings.rules.must_place = true;
    small_plan_finish();
    expect_reason("must_place", NULL);
    small_plan_round.round->projects[0].max_students = 1;
    expect_reason(
        "must_place",
        "2 students must be placed, but the projects that they may go to have only 1 seats for them");
    small_plan_end();
}

static void organisations_of_projects_that_must_run(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 1, -1);
    small_plan_round.round->organisations[1].max_projects = 1;
    small_plan_finish();
    expect_reason("organisations", NULL);
    small_plan_round.round->projects[0].status = small_plan_round.round->projects[1].status = WP_STATUS_OPEN;
    expect_reason("organisations", "2 projects of organisation O2 must run, but it takes 1");
    small_plan_round.round->organisations[1].max_projects = 2;
    small_plan_round.round->organisations[1].max_students = 1;
    expect_reason("organisations",
                  "the projects of organisation O2 that must run need 2 students, but it takes 1");
    small_plan_end();
}

static void organisations_with_too_many_pins(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->organisations[0].max_students = 1;
    for (int s = 0; s < 2; s++)
        small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, s, -1))->project = s;
    small_plan_finish();
    expect_reason("organisations", "2 students are pinned to organisation O1, which takes 1");
    small_plan_end();
}

static void lecturers_with_too_many_projects_that_must_run(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 1);
    small_plan_round.round->projects[0].status = small_plan_round.round->projects[1].status = WP_STATUS_OPEN;
    small_plan_round.round->lecturers[0].max_projects = 1;
    small_plan_finish();
    expect_reason("lecturers",
                  "lecturer L1 is the only one for 2 projects that must run, more than the maximum of 1");
    small_plan_end();
}

static void must_place_names_whom_nothing_is_left_to(void **unused) {
    struct wp_violations reasons = {0};

    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.settings.rules.must_place = true;
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 1, -1))->project = 0;
    small_plan_finish();
    wp_rule_find("must_place")->count(small_plan_round.round, &reasons);
    assert_int_equal(reasons.total, 2);
    assert_told(reasons.items[0].message,
                "student S2 must be placed, but the rules leave no project for her");
    wp_violations_clear(&reasons);
    small_plan_end();
}

static void lecturers_counting(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 2);
    small_plan_round.round->projects[0].listed_lecturers = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->projects[1].listed_lecturers = small_list(&small_plan_round, 1, -1);
    small_plan_round.round->lecturers[0].min_load = small_plan_round.round->lecturers[1].min_load = 150;
    small_plan_finish();
    expect_reason(
        "lecturers",
        "the lecturers' minimums add up to a load of 3, but the students who can be placed have only 2");
    small_plan_round.round->lecturers[1].min_load = 0;
    expect_reason("lecturers", NULL);
    small_plan_round.round->lecturers[0].min_load = 150;
    small_plan_round.round->projects[0].max_students = 1;
    expect_reason("lecturers",
                  "lecturer L1 must have a load of at least 1.5, but at most 1 may come to the projects "
                  "she may guide");
    small_plan_round.round->lecturers[0].min_load = 0;
    small_plan_round.settings.rules.must_place = true;
    small_plan_round.round->lecturers[0].max_load = 100;
    small_plan_round.round->lecturers[1].max_load = 100;
    expect_reason("lecturers", NULL);
    small_plan_round.round->lecturers[1].max_load = 50;
    expect_reason(
        "lecturers",
        "the students who must be placed have a load of 2, but the lecturers' maximums add up to 1.5");
    small_plan_end();
}

static void lecturers_counting_of_pins(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 2);
    small_plan_round.round->projects[0].listed_lecturers = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->lecturers[0].max_load = 150;
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 1, -1))->project = 0;
    small_plan_finish();
    expect_reason("lecturers", "pins give lecturer L1 a load of 2, more than the maximum of 1.5");
    small_plan_end();
    small_plan_start(1, 1, 1);
    small_plan_round.round->lecturers[0].max_load = 0;
    small_plan_round.round->projects[0].status = WP_STATUS_OPEN;
    small_plan_finish();
    expect_reason("lecturers", "project P1 must run, but no lecturer can guide it");
    small_plan_end();
}

static void seats_counting(void **unused) {
    (void)unused;
    small_plan_start(4, 2, 0);
    small_plan_round.round->projects[0].min_students = 3;
    small_decide(&small_plan_round, WP_ACTION_OPEN, small_list(&small_plan_round, -1))->project = 0;
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 0, 1, -1))->project = 0;
    small_plan_finish();
    expect_reason("seats", "project P1 must run with 3 or more students, but only 2 may go there");
    small_plan_end();
    small_plan_start(3, 1, 0);
    small_plan_round.round->projects[0].max_students = 2;
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 1, 2, -1))->project = 0;
    small_plan_finish();
    expect_reason("seats", "3 students are pinned to project P1, which takes 2");
    small_plan_end();
}

static void pins_of_students_who_are_to_stay_apart(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 1, -1))->project = 1;
    small_decide(&small_plan_round, WP_ACTION_APART, small_list(&small_plan_round, 0, 1, 2, -1));
    small_plan_finish();
    expect_reason("apart", "students S1 and S2 are to stay apart, but both are pinned to project P2");
    small_plan_end();
    small_plan_start(3, 2, 0);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, -1))->project = 1;
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 1, -1))->project = 0;
    small_decide(&small_plan_round, WP_ACTION_APART, small_list(&small_plan_round, 0, 1, 2, -1));
    small_plan_finish();
    expect_reason("apart", NULL);
    small_plan_end();
}

static void many_violations_are_all_counted(void **unused) {
    struct wp_violations violations = {0};

    (void)unused;
    for (int i = 0; i < 250; i++)
        wp_violate(&violations, wp_rules[0], "number %d", i);
    assert_int_equal(violations.total, 250);
    assert_int_equal(violations.count, WP_MAX_VIOLATIONS);
    assert_string_equal(violations.items[99].message, "number 99");
    wp_violations_clear(&violations);
    assert_int_equal(violations.total, 0);
}

/* However long the ids are. */
static void no_message_is_cut(void **unused) {
    static char id[5000];
    struct wp_violations violations = {0};

    (void)unused;
    memset(id, 'x', sizeof id - 1);
    wp_violate(&violations, wp_rules[0], "student %s is on project %s, which is closed", id, id);
    assert_non_null(strstr(violations.items[0].english, id));
    assert_int_equal(strlen(violations.items[0].english),
                     strlen("student  is on project , which is closed") + 2 * strlen(id));
    assert_true(strlen(violations.items[0].message) > 2 * strlen(id));
    assert_true(strchr(violations.items[0].message, '\0')[-1] != 'x');
    wp_violations_clear(&violations);
}

/* Dutch has a plural where English has one. */
static void a_count_decides_between_one_and_many(void **unused) {
    (void)unused;
    for (int heads = 1; heads < 3; heads++) {
        struct wp_violations violations = {0};

        wp_violate_count(&violations, wp_rules[0], "%d student is pinned to project %s, which takes %d",
                         "%d students are pinned to project %s, which takes %d", heads, heads, "P1", 0);
        assert_told(violations.items[0].message, heads == 1
                                                     ? "1 student is pinned to project P1, which takes 0"
                                                     : "2 students are pinned to project P1, which takes 0");
        assert_int_equal(strstr(violations.items[0].message, "student ") != NULL, heads == 1);
        assert_int_equal(strstr(violations.items[0].english, "student ") != NULL, heads == 1);
        wp_violations_clear(&violations);
    }
}

static void every_rule_says_what_it_asks(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 2);
    small_plan_finish();
    for (int r = 0; wp_rules[r]; r++) {
        char text[WP_RULE_SENTENCE], cut[8];

        wp_rules[r]->sentence(small_plan_round.round, text, sizeof text);
        /* Its end is there, with room to spare for large numbers. */
        assert_true(strlen(text) > 20 && strlen(text) < sizeof text - 60 && text[strlen(text) - 1] == '.');
        wp_rules[r]->sentence(small_plan_round.round, cut, sizeof cut);
        assert_true(strlen(cut) < sizeof cut);
        assert_ptr_equal(wp_rule_find(wp_rules[r]->name), wp_rules[r]);
    }
    assert_null(wp_rule_find("seat"));
    small_plan_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreements_of_projects_that_must_run),
        cmocka_unit_test(fewer_seats_than_students),
        cmocka_unit_test(organisations_of_projects_that_must_run),
        cmocka_unit_test(organisations_with_too_many_pins),
        cmocka_unit_test(lecturers_with_too_many_projects_that_must_run),
        cmocka_unit_test(must_place_names_whom_nothing_is_left_to),
        cmocka_unit_test(lecturers_counting),
        cmocka_unit_test(lecturers_counting_of_pins),
        cmocka_unit_test(seats_counting),
        cmocka_unit_test(pins_of_students_who_are_to_stay_apart),
        cmocka_unit_test(many_violations_are_all_counted),
        cmocka_unit_test(no_message_is_cut),
        cmocka_unit_test(a_count_decides_between_one_and_many),
        cmocka_unit_test(every_rule_says_what_it_asks),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
