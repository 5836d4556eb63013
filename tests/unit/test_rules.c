/* test_rules.c: for every rule a plan that keeps all rules and one that is broken on purpose: the check names
 * student, project and rule. Also what counting says of rounds that have no plan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule.h"
#include "small_round.h"

static struct small_round small;
static struct wp_plan *plan;

/* Rules that some test below saw broken, as in wp_rules. */
static bool broken_once[64];

static void start(int students, int projects, int lecturers) {
    small_round_start(&small, (struct small_sizes){students, projects, lecturers, 2, 2});
    small.settings.rules.unlisted_last = true;
    for (int l = 0; l < lecturers; l++)
        small.round->lecturers[l].districts = small_list(&small, 0, -1);
    for (int p = 0; p < projects; p++)
        small.round->projects[p].district = 0;
}

static void finish(void) {
    small_round_finish(&small, 0);
    assert_int_equal(wp_plan_new(small.round, &plan, NULL), 0);
}

static void end(void) {
    wp_plan_free(plan);
    small_round_end(&small);
}

static void place(int student, int project, int lecturer) {
    plan->project[student] = project;
    plan->lecturer[student] = lecturer;
}

static void expect_good(void) {
    struct wp_violations violations = {0};

    if (wp_plan_check(small.round, plan, &violations) != 0)
        fail_msg("%s: %s", violations.items[0].rule->name, violations.items[0].message);
    wp_violations_clear(&violations);
}

static void expect_broken(const char *rule, const char *message) {
    struct wp_violations violations = {0};

    assert_int_equal(wp_plan_check(small.round, plan, &violations), 1);
    assert_string_equal(violations.items[0].message, message);
    assert_string_equal(violations.items[0].rule->name, rule);
    for (int r = 0; wp_rules[r]; r++)
        broken_once[r] |= wp_rules[r] == violations.items[0].rule;
    wp_violations_clear(&violations);
}

/* The rule's counting gives exactly this reason; NULL: none. */
static void expect_reason(const char *rule, const char *message) {
    struct wp_violations reasons = {0};

    wp_rule_find(rule)->count(small.round, &reasons);
    if (!message && reasons.total > 0)
        fail_msg("%s", reasons.items[0].message);
    assert_int_equal(reasons.total, message ? 1 : 0);
    if (message)
        assert_string_equal(reasons.items[0].message, message);
    wp_violations_clear(&reasons);
}

static void placement(void **unused) {
    (void)unused;
    start(2, 2, 1);
    finish();
    place(0, 1, 0);
    expect_good();
    place(0, 2, 0);
    expect_broken("placement", "student S1 is on a project that does not exist");
    place(0, 1, 7);
    expect_broken("placement", "student S1 has a lecturer who does not exist");
    place(0, -1, 0);
    expect_broken("placement", "student S1 has lecturer L1 but no project");
    place(0, -1, -1);
    plan->student_count = 1;
    expect_broken("placement", "the plan has 1 students, the round 2");
    end();
}

static void status(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.round->projects[0].status = WP_STATUS_CLOSED;
    small.round->projects[1].status = WP_STATUS_OPEN;
    finish();
    place(0, 1, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken("status", "student S2 is on project P1, which is closed");
    place(1, -1, -1);
    place(0, -1, -1);
    expect_broken("status", "project P2 must run, but nobody is on it");
    end();
}

static void agreements(void **unused) {
    (void)unused;
    start(1, 2, 0);
    small.settings.start = 100;
    small.settings.end = 200;
    small.round->projects[0].organisations = small_list(&small, 0, 1, -1);
    small.round->projects[1].organisations = small_list(&small, 0, -1);
    small.round->organisations[0].agreement_from = 100;
    small.round->organisations[0].agreement_until = 200;
    small.round->organisations[1].agreement_until = 199;
    small.round->projects[0].status = WP_STATUS_CLOSED;
    finish();
    place(0, 1, -1);
    expect_good();
    small.round->projects[0].status = WP_STATUS_OPTIONAL;
    place(0, 0, -1);
    expect_broken("agreements",
                  "student S1 is on project P1, where a host's agreement does not cover the whole round");
    small.round->projects[0].status = WP_STATUS_OPEN;
    expect_reason(
        "agreements",
        "project P1 must run, but the agreement of one of its hosts does not cover the whole round");
    end();
}

static void programmes(void **unused) {
    (void)unused;
    start(3, 1, 0);
    small.round->projects[0].programmes = small_words(&small, "SW", "NUR", NULL);
    small.round->students[0].programme = wp_round_word(small.round, "NUR");
    small.round->students[1].programme = wp_round_word(small.round, "PABO");
    finish();
    place(0, 0, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken("programmes",
                  "student S2 is on project P1, which asks the programme SW or NUR; hers is PABO");
    place(1, -1, -1);
    place(2, 0, -1);
    expect_broken("programmes",
                  "student S3 is on project P1, which asks the programme SW or NUR; hers is blank");
    end();
}

static void years(void **unused) {
    (void)unused;
    start(2, 1, 0);
    small.round->projects[0].years = small_words(&small, "3", NULL);
    small.round->students[0].year = wp_round_word(small.round, "3");
    small.round->students[1].year = wp_round_word(small.round, "2");
    finish();
    place(0, 0, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken("years", "student S2 is on project P1, which asks the year 3; hers is 2");
    small.settings.rules.years = WP_OFF;
    expect_good();
    end();
}

static void certificates(void **unused) {
    (void)unused;
    start(2, 1, 0);
    small.round->projects[0].certificates = small_words(&small, "VOG", "EHBO", NULL);
    small.round->students[0].certificates = small_words(&small, "EHBO", "VOG", NULL);
    small.round->students[1].certificates = small_words(&small, "VOG", NULL);
    finish();
    place(0, 0, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken("certificates",
                  "student S2 is on project P1, which asks the certificate EHBO; she does not have it");
    small.settings.rules.certificates = WP_OFF;
    expect_good();
    end();
}

static void languages(void **unused) {
    (void)unused;
    start(2, 1, 0);
    small.round->projects[0].languages = small_words(&small, "ar", NULL);
    small.round->students[0].languages = small_words(&small, "nl", "ar", NULL);
    finish();
    place(0, 0, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken("languages",
                  "student S2 is on project P1, which asks the language ar; she does not have it");
    small.settings.rules.languages = WP_OFF;
    expect_good();
    end();
}

static void days_in_common(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.settings.rules.days_in_common = 2;
    small.round->projects[0].days = 0x7;
    small.round->students[0].days = 0x6;
    small.round->students[1].days = 0x1C;
    finish();
    place(0, 0, -1);
    place(1, 1, -1); /* asks no days */
    expect_good();
    place(1, 0, -1);
    expect_broken("days_in_common", "student S2 and project P1 have 1 of their weekdays in common, fewer "
                                    "than the 2 asked (days_in_common)");
    end();
}

static void max_minutes(void **unused) {
    struct wp_travel *travel;

    (void)unused;
    start(2, 2, 0);
    small.settings.rules.max_minutes = 60;
    travel = wp_arena_alloc(small.round->arena, 1, sizeof *travel);
    *travel = (struct wp_travel){.from = 0, .to = 1, .minutes = 61};
    small.round->travel = travel;
    small.round->travel_count = 1;
    small.round->students[0].district = 1;
    small.round->students[1].district = 1;
    small.round->students[1].max_minutes = 70;
    finish();
    place(1, 0, -1); /* her own limit is wider */
    expect_good();
    place(0, 0, -1);
    expect_broken("max_minutes",
                  "student S1 travels 61 minutes to project P1, longer than her limit of 60 (max_minutes)");
    end();
}

static void waiver(void **unused) {
    struct wp_decision *waive;

    (void)unused;
    start(2, 2, 0);
    for (int p = 0; p < 2; p++)
        small.round->projects[p].certificates = small_words(&small, "VOG", NULL);
    waive = small_decide(&small, WP_ACTION_WAIVE, small_list(&small, 0, -1));
    waive->project = 0;
    waive->rule = wp_rule_find("certificates");
    finish();
    place(0, 0, -1);
    expect_good();
    place(0, 1, -1);
    expect_broken("certificates",
                  "student S1 is on project P2, which asks the certificate VOG; she does not have it");
    place(0, 0, -1);
    place(1, 0, -1);
    expect_broken("certificates",
                  "student S2 is on project P1, which asks the certificate VOG; she does not have it");
    end();
}

static void forbid(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.round->projects[1].organisations = small_list(&small, 1, -1);
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 0, -1))->project = 0;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 1, -1))->organisation = 1;
    finish();
    place(0, 1, -1);
    place(1, 0, -1);
    expect_good();
    place(0, 0, -1);
    expect_broken("forbid", "student S1 is on project P1, which a decision forbids her");
    place(0, 1, -1);
    place(1, 1, -1);
    expect_broken("forbid", "student S2 is on project P2, which a decision forbids her");
    end();
}

static void unlisted(void **unused) {
    (void)unused;
    start(3, 3, 0);
    small.settings.rules.unlisted_last = false;
    small_choose(&small, 0, 0, -1);
    small_choose(&small, 1, 0, 1, -1);
    small_choose(&small, 2, 0, 1, -1);
    small.round->students[1].group = small.round->students[2].group = "g";
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 1, -1))->project = 2;
    finish();
    place(1, 2, -1); /* a pin may be unlisted */
    place(2, 2, -1);
    expect_good();
    place(0, 1, -1);
    expect_broken("unlisted", "student S1 is on project P2, which she did not rank");
    end();
}

static void unlisted_for_a_group(void **unused) {
    (void)unused;
    start(3, 2, 0);
    small.settings.rules.unlisted_last = false;
    small_choose(&small, 0, 0, 1, -1);
    small_choose(&small, 1, 1, -1);
    for (int s = 0; s < 3; s++)
        small.round->students[s].group = "g";
    finish();
    for (int s = 0; s < 3; s++)
        place(s, 1, -1); /* the third has no choices and takes the others' */
    expect_good();
    for (int s = 0; s < 3; s++)
        place(s, 0, -1);
    {
        struct wp_violations violations = {0};

        assert_int_equal(wp_plan_check(small.round, plan, &violations), 3);
        assert_string_equal(violations.items[0].message,
                            "student S1 is on project P1, which her group did not rank");
        wp_violations_clear(&violations);
    }
    end();
}

static void max_choice(void **unused) {
    (void)unused;
    start(3, 3, 0);
    small.settings.rules.max_choice = 1;
    small_choose(&small, 0, 0, 1, -1);
    small_choose(&small, 2, 0, 1, -1);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 2, -1))->project = 1;
    finish();
    place(0, 0, -1);
    place(1, 2, -1); /* made no choices */
    place(2, 1, -1); /* pinned */
    expect_good();
    place(0, 1, -1);
    expect_broken("max_choice", "student S1 is on project P2, her choice 2, against max_choice = 1");
    place(0, 2, -1);
    expect_broken("max_choice",
                  "student S1 is on project P3, which is not among her choices, against max_choice = 1");
    end();
}

static void pin(void **unused) {
    struct wp_decision *pin;

    (void)unused;
    start(3, 2, 2);
    small.settings.rules.one_lecturer_per_project = false;
    pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1));
    pin->project = 0;
    pin->lecturer = 1;
    pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, -1));
    pin->project = 1;
    pin->lecturer = 0;
    finish();
    place(0, 0, 1);
    place(1, 0, 0);
    place(2, 1, 0);
    expect_good();
    place(0, 1, 0);
    expect_broken("pin", "student S1 is pinned to project P1, but is on P2");
    place(0, -1, -1);
    expect_broken("pin", "student S1 is pinned to project P1, but is on none");
    place(0, 0, 0);
    expect_broken("pin", "student S1 on project P1 has lecturer L1, not L2 as a pin asks");
    end();
}

static void together(void **unused) {
    (void)unused;
    start(4, 2, 2);
    small.settings.rules.one_lecturer_per_project = false;
    small.round->students[0].group = small.round->students[3].group = "g";
    small_decide(&small, WP_ACTION_TOGETHER, small_list(&small, 1, 2, -1));
    finish();
    place(0, 0, 0);
    place(3, 0, 0);
    expect_good();
    place(1, 0, 0);
    expect_broken("together", "students S2 and S3 go together, but are on project P1 and none");
    place(1, -1, -1);
    place(3, 1, 0);
    expect_broken("together", "students S1 and S4 go together, but are on project P1 and P2");
    place(3, 0, 1);
    expect_broken("together", "students S1 and S4 go together on project P1, but have different lecturers");
    end();
}

static void apart(void **unused) {
    (void)unused;
    start(3, 2, 0);
    small_decide(&small, WP_ACTION_APART, small_list(&small, 0, 1, 2, -1));
    finish();
    place(0, 0, -1);
    place(1, 1, -1);
    expect_good();
    place(2, 1, -1);
    expect_broken("apart", "students S2 and S3 are to stay apart, but both are on project P2");
    end();
}

static void must_place(void **unused) {
    (void)unused;
    start(2, 1, 0);
    small.settings.rules.must_place = true;
    finish();
    place(0, 0, -1);
    place(1, 0, -1);
    expect_good();
    expect_reason("must_place", NULL);
    place(1, -1, -1);
    expect_broken("must_place", "student S2 has no project, but every student must be placed");
    small.round->projects[0].max_students = 1;
    expect_reason(
        "must_place",
        "2 students must be placed, but the projects that they may go to have only 1 seats for them");
    end();
}

static void must_place_names_whom_nothing_is_left_to(void **unused) {
    struct wp_violations reasons = {0};

    (void)unused;
    start(2, 1, 0);
    small.settings.rules.must_place = true;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 1, -1))->project = 0;
    finish();
    wp_rule_find("must_place")->count(small.round, &reasons);
    assert_int_equal(reasons.total, 2);
    assert_string_equal(reasons.items[0].message,
                        "student S2 must be placed, but the rules leave no project for her");
    wp_violations_clear(&reasons);
    end();
}

static void organisations(void **unused) {
    (void)unused;
    start(3, 2, 0);
    small.round->projects[0].organisations = small_list(&small, 0, 1, -1);
    small.round->projects[1].organisations = small_list(&small, 1, -1);
    small.round->organisations[0].max_students = 1;
    small.round->organisations[1].max_projects = 1;
    finish();
    place(0, 0, -1);
    expect_good();
    place(1, 0, -1);
    expect_broken(
        "organisations",
        "organisation O1 has 2 students, more than its maximum of 1 (student S1 on project P1 is one)");
    place(1, 1, -1);
    expect_broken(
        "organisations",
        "organisation O2 has 2 projects, more than its maximum of 1 (student S1 on project P1 is there)");
    expect_reason("organisations", NULL);
    small.round->projects[0].status = small.round->projects[1].status = WP_STATUS_OPEN;
    expect_reason("organisations", "2 projects of organisation O2 must run, but it takes 1");
    small.round->organisations[1].max_projects = 2;
    small.round->organisations[1].max_students = 1;
    expect_reason("organisations",
                  "the projects of organisation O2 that must run need 2 students, but it takes 1");
    end();
}

static void lecturers(void **unused) {
    (void)unused;
    start(3, 3, 2);
    small.round->projects[2].listed_lecturers = small_list(&small, 1, -1);
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 2, -1))->lecturer = 0;
    finish();
    place(0, 0, 0);
    place(1, 2, 1);
    expect_good();
    place(1, 2, -1);
    expect_broken("lecturers", "student S2 is on project P3 without a lecturer");
    place(1, 2, 0);
    expect_broken("lecturers", "student S2 on project P3 has lecturer L1, who may not guide it");
    place(1, 0, 1);
    expect_broken("lecturers",
                  "students S1 and S2 on project P1 have different lecturers, but a project has one");
    place(1, -1, -1);
    place(2, 1, 0);
    expect_broken("lecturers", "student S3 on project P2 has lecturer L1, whom a decision forbids her");
    end();
}

static void lecturers_limits(void **unused) {
    (void)unused;
    start(3, 2, 2);
    small.round->lecturers[0].max_load = 150;
    small.round->lecturers[0].min_load = 100;
    small.round->lecturers[1].max_projects = 1;
    small.round->students[0].load = 50;
    finish();
    place(0, 0, 0);
    place(1, 0, 0);
    place(2, 1, 1);
    expect_good();
    place(0, 1, 1);
    place(2, 0, 0);
    expect_broken(
        "lecturers",
        "lecturer L1 has a load of 2, more than the maximum of 1.5 (student S2 on project P1 is one)");
    place(0, 0, 0);
    place(1, 1, 1);
    place(2, -1, -1);
    expect_broken(
        "lecturers",
        "lecturer L1 has a load of 0.5, less than the minimum of 1 (student S1 on project P1 is one)");
    small.round->lecturers[0].min_load = 0;
    place(0, 0, 1);
    expect_broken("lecturers",
                  "lecturer L2 has 2 projects, more than the maximum of 1 (student S1 on project P1 is one)");
    end();
}

static void lecturers_counting(void **unused) {
    (void)unused;
    start(2, 2, 2);
    small.round->projects[0].listed_lecturers = small_list(&small, 0, -1);
    small.round->projects[1].listed_lecturers = small_list(&small, 1, -1);
    small.round->lecturers[0].min_load = small.round->lecturers[1].min_load = 150;
    finish();
    expect_reason(
        "lecturers",
        "the lecturers' minimums add up to a load of 3, but the students who can be placed have only 2");
    small.round->lecturers[1].min_load = 0;
    expect_reason("lecturers", NULL);
    small.round->lecturers[0].min_load = 150;
    small.round->projects[0].max_students = 1;
    expect_reason("lecturers",
                  "lecturer L1 must have a load of at least 1.5, but at most 1 may come to the projects "
                  "she may guide");
    small.round->lecturers[0].min_load = 0;
    small.settings.rules.must_place = true;
    small.round->lecturers[0].max_load = 100;
    small.round->lecturers[1].max_load = 50;
    expect_reason(
        "lecturers",
        "the students who must be placed have a load of 2, but the lecturers' maximums add up to 1.5");
    end();
}

static void lecturers_counting_of_pins(void **unused) {
    (void)unused;
    start(2, 2, 2);
    small.round->projects[0].listed_lecturers = small_list(&small, 0, -1);
    small.round->lecturers[0].max_load = 150;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, 1, -1))->project = 0;
    finish();
    expect_reason("lecturers", "pins give lecturer L1 a load of 2, more than the maximum of 1.5");
    end();
    start(1, 1, 1);
    small.round->lecturers[0].max_load = 0;
    small.round->projects[0].status = WP_STATUS_OPEN;
    finish();
    expect_reason("lecturers", "project P1 must run, but no lecturer can guide it");
    end();
}

static void seats(void **unused) {
    (void)unused;
    start(4, 1, 0);
    small.round->projects[0].min_students = 2;
    small.round->projects[0].max_students = 3;
    finish();
    expect_good(); /* it may stay closed */
    for (int s = 0; s < 3; s++)
        place(s, 0, -1);
    expect_good();
    place(3, 0, -1);
    expect_broken("seats",
                  "the students on project P1 number 4, more than its maximum of 3 (student S1 is one)");
    for (int s = 0; s < 3; s++)
        place(s, -1, -1);
    expect_broken("seats",
                  "the students on project P1 number 1, fewer than its minimum of 2 (student S4 is one)");
    end();
}

static void seats_counting(void **unused) {
    (void)unused;
    start(4, 2, 0);
    small.round->projects[0].min_students = 3;
    small_decide(&small, WP_ACTION_OPEN, small_list(&small, -1))->project = 0;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 0, 1, -1))->project = 0;
    finish();
    expect_reason("seats", "project P1 must run with 3 or more students, but only 2 may go there");
    end();
    start(3, 1, 0);
    small.round->projects[0].max_students = 2;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, 1, 2, -1))->project = 0;
    finish();
    expect_reason("seats", "3 students are pinned to project P1, which takes 2");
    end();
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

static void every_rule_says_what_it_asks(void **unused) {
    (void)unused;
    start(2, 2, 2);
    finish();
    for (int r = 0; wp_rules[r]; r++) {
        char text[256], cut[8];

        wp_rules[r]->sentence(small.round, text, sizeof text);
        assert_true(strlen(text) > 20 && text[strlen(text) - 1] == '.');
        wp_rules[r]->sentence(small.round, cut, sizeof cut);
        assert_true(strlen(cut) < sizeof cut);
        assert_ptr_equal(wp_rule_find(wp_rules[r]->name), wp_rules[r]);
    }
    assert_null(wp_rule_find("seat"));
    end();
}

/* Runs last. */
static void every_rule_was_seen_broken(void **unused) {
    (void)unused;
    for (int r = 0; wp_rules[r]; r++) {
        if (!broken_once[r])
            fail_msg("no test breaks the rule %s", wp_rules[r]->name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placement),
        cmocka_unit_test(status),
        cmocka_unit_test(agreements),
        cmocka_unit_test(programmes),
        cmocka_unit_test(years),
        cmocka_unit_test(certificates),
        cmocka_unit_test(languages),
        cmocka_unit_test(days_in_common),
        cmocka_unit_test(max_minutes),
        cmocka_unit_test(waiver),
        cmocka_unit_test(forbid),
        cmocka_unit_test(unlisted),
        cmocka_unit_test(unlisted_for_a_group),
        cmocka_unit_test(max_choice),
        cmocka_unit_test(pin),
        cmocka_unit_test(together),
        cmocka_unit_test(apart),
        cmocka_unit_test(must_place),
        cmocka_unit_test(must_place_names_whom_nothing_is_left_to),
        cmocka_unit_test(organisations),
        cmocka_unit_test(lecturers),
        cmocka_unit_test(lecturers_limits),
        cmocka_unit_test(lecturers_counting),
        cmocka_unit_test(lecturers_counting_of_pins),
        cmocka_unit_test(seats),
        cmocka_unit_test(seats_counting),
        cmocka_unit_test(many_violations_are_all_counted),
        cmocka_unit_test(every_rule_says_what_it_asks),
        cmocka_unit_test(every_rule_was_seen_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
