/* test_finish.c: all that wp_round_finish() finds wrong or worth a notice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule.h"
#include "small_round.h"
#include "told.h"

static struct small_round small;

static void start(int students, int projects, int lecturers) {
    small_round_start(&small, (struct small_sizes){students, projects, lecturers, 2, 2});
    small.settings.rules.unlisted_last = true;
    for (int p = 0; p < projects; p++)
        small.round->projects[p].district = 0;
    for (int l = 0; l < lecturers; l++)
        small.round->lecturers[l].districts = small_list(&small, 0, -1);
}

static void use_objective(enum wp_objective_kind kind) {
    small.settings.objectives[small.settings.objective_count++].kind = kind;
}

/* Finishes; exactly one error is found, with this message at this line of the file. */
static void expect_error(const char *path, long line, const char *message) {
    const struct wp_diagnostic *first = NULL;

    assert_int_equal(wp_round_finish(small.round, &small.diagnostics, NULL), 0);
    for (size_t i = 0; i < small.diagnostics.count && !first; i++) {
        if (small.diagnostics.items[i].severity == WP_ERROR)
            first = &small.diagnostics.items[i];
    }
    assert_non_null(first);
    assert_told(first->message, message);
    assert_int_equal(small.diagnostics.errors, 1);
    assert_string_equal(first->location.path, path);
    assert_int_equal(first->location.line, line);
    small_round_end(&small);
}

/* Finishes without an error and with exactly this one notice (NULL: none). */
static void expect_notice(const char *message) {
    small_round_finish(&small, 0);
    if (!message && small.diagnostics.notices > 0)
        fail_msg("%s", small.diagnostics.items[0].message);
    assert_int_equal(small.diagnostics.notices, message ? 1 : 0);
    if (message)
        assert_told(small.diagnostics.items[0].message, message);
    small_round_end(&small);
}

static void contradicting_pins(void **unused) {
    struct wp_decision *pin;

    (void)unused;
    start(1, 2, 0);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 1;
    expect_error(
        "decisions.csv", 3,
        "student S1 is pinned to project P2 here, but the decision on line 2 pins her to project P1");
    start(2, 2, 0);
    small.round->students[0].group = small.round->students[1].group = "g";
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 1, -1))->project = 1;
    expect_error(
        "decisions.csv", 3,
        "student S2 is pinned to project P2 here, but the decision on line 2 pins her or someone who "
        "goes with her to project P1");
    start(1, 1, 2);
    small.settings.rules.one_lecturer_per_project = false;
    for (int l = 0; l < 2; l++) {
        pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1));
        pin->project = 0;
        pin->lecturer = l;
    }
    expect_error(
        "decisions.csv", 3,
        "student S1 is pinned to lecturer L2 here, but the decision on line 2 pins her to lecturer L1");
    start(2, 1, 2);
    for (int l = 0; l < 2; l++) {
        pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, l, -1));
        pin->project = 0;
        pin->lecturer = l;
    }
    expect_error("decisions.csv", 3,
                 "project P1 is pinned to lecturer L2 here, but to lecturer L1 by the decision on line 2");
}

static void pins_that_no_rule_allows(void **unused) {
    struct wp_decision *decision;

    (void)unused;
    start(1, 1, 0);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 0, -1))->project = 0;
    expect_error("decisions.csv", 2,
                 "student S1 cannot be pinned to project P1, because the rule forbid does not allow it");

    start(1, 1, 0);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
    small_decide(&small, WP_ACTION_CLOSE, small_list(&small, -1))->project = 0;
    expect_error("decisions.csv", 2,
                 "student S1 cannot be pinned to project P1, because the rule status does not allow it");

    /* The member who is not pinned herself must be eligible too. */
    start(2, 1, 0);
    small.round->students[0].group = small.round->students[1].group = "g";
    small.round->projects[0].certificates = small_words(&small, "VOG", NULL);
    small.round->students[0].certificates = small_words(&small, "VOG", NULL);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
    expect_error(
        "decisions.csv", 2,
        "student S2 cannot be pinned to project P1, because the rule certificates does not allow it");

    start(1, 1, 2);
    small.round->projects[0].listed_lecturers = small_list(&small, 0, -1);
    decision = small_decide(&small, WP_ACTION_PIN, small_list(&small, -1));
    decision->project = 0;
    decision->lecturer = 1;
    expect_error(
        "decisions.csv", 2,
        "lecturer L2 cannot be pinned to project P1, because the rule lecturers does not let her guide it");

    start(1, 1, 2);
    small.settings.rules.one_lecturer_per_project = false;
    small.round->projects[0].listed_lecturers = small_list(&small, 0, -1);
    decision = small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1));
    decision->project = 0;
    decision->lecturer = 1;
    expect_error(
        "decisions.csv", 2,
        "student S1 cannot be pinned to lecturer L2, because the rule lecturers does not let her guide "
        "project P1");

    start(1, 1, 2);
    decision = small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1));
    decision->project = 0;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 0, -1))->lecturer = 0;
    decision->lecturer = 0;
    expect_error("decisions.csv", 2,
                 "student S1 cannot be pinned to project P1, because the rule lecturers does not allow it");
}

static void open_and_close(void **unused) {
    (void)unused;
    start(1, 2, 0);
    small.round->projects[0].status = WP_STATUS_CLOSED;
    small_decide(&small, WP_ACTION_OPEN, small_list(&small, -1))->project = 0;
    small_decide(&small, WP_ACTION_CLOSE, small_list(&small, -1))->project = 1;
    small_round_finish(&small, 0);
    assert_int_equal(small.round->projects[0].status, WP_STATUS_OPEN);
    assert_int_equal(small.round->projects[1].status, WP_STATUS_CLOSED);
    small_round_end(&small);
    start(1, 2, 0);
    small_decide(&small, WP_ACTION_OPEN, small_list(&small, -1))->project = 0;
    small_decide(&small, WP_ACTION_CLOSE, small_list(&small, -1))->project = 0;
    expect_error("decisions.csv", 3, "project P1 is closed here, but opened by the decision on line 2");
}

static void apart_and_yet_together(void **unused) {
    (void)unused;
    start(3, 2, 0);
    small_decide(&small, WP_ACTION_TOGETHER, small_list(&small, 0, 2, -1));
    small_decide(&small, WP_ACTION_APART, small_list(&small, 0, 1, 2, -1));
    expect_error("decisions.csv", 3,
                 "students S1 and S3 are to stay apart, but a group or a decision puts them together");
}

static void agreements_need_the_rounds_dates(void **unused) {
    (void)unused;
    start(1, 1, 0);
    small.round->organisations[1].agreement_from = 10;
    small.settings.end = 20;
    expect_error("organisations.csv", 3,
                 "organisation O2 has an agreement with a date, but [round] has no start to compare it with");
    start(1, 1, 0);
    small.round->organisations[0].agreement_from = 10;
    small.round->organisations[0].agreement_until = 20;
    expect_error("organisations.csv", 2,
                 "organisation O1 has an agreement with a date, but [round] has no start and no end to "
                 "compare it with");
}

static void balance_needs_every_lecturers_maximum(void **unused) {
    (void)unused;
    start(1, 1, 2);
    use_objective(WP_OBJECTIVE_BALANCE);
    small.round->lecturers[0].max_load = 100;
    expect_error("lecturers.csv", 3,
                 "lecturer L2 has no max_students, which the objective balance needs of every lecturer");
}

static void unknown_trips_are_told_once_a_pair_of_districts(void **unused) {
    static struct wp_travel known = {.from = 0, .to = 0, .minutes = 5};

    (void)unused;
    start(3, 2, 0);
    small.round->travel = &known;
    small.round->travel_count = 1;
    small.settings.rules.unlisted_last = false;
    use_objective(WP_OBJECTIVE_TRAVEL);
    for (int s = 0; s < 3; s++) {
        small.round->students[s].district = 1;
        small_choose(&small, s, 1, 0, -1);
    }
    expect_error(
        "students.csv", 2,
        "the trip from district D2 to district D1 is not known (student S1, project P1): add the pair to the "
        "travel file, or give both districts coordinates");
    start(2, 1, 0);
    small.settings.rules.max_minutes = 30;
    small.round->students[0].district = 0;
    expect_error(
        "students.csv", 3,
        "the trip of student S2 to project P1 is not known: give both a district, or both coordinates");
}

static void without_any_distance_one_error_says_so(void **unused) {
    (void)unused;
    start(3, 2, 0);
    small.settings.rules.max_minutes = 30;
    for (int s = 0; s < 3; s++) {
        small.round->students[s].district = 1;
        small_choose(&small, s, 1, 0, -1);
    }
    expect_error(
        small.settings.path, 0,
        "max_minutes needs distances, and none are given, for instance from district D2 to D1: name a "
        "travel file in [input], or give students, projects or their districts coordinates");
}

static void trips_that_nobody_needs_may_be_unknown(void **unused) {
    struct wp_decision *waive;

    (void)unused;
    start(2, 2, 0);
    use_objective(WP_OBJECTIVE_TRAVEL);
    small.settings.rules.unlisted_last = false; /* nobody may go anywhere */
    expect_notice(NULL);
    start(2, 2, 0);
    expect_notice(NULL); /* no rule and no objective asks */
    start(2, 2, 0);
    small.round->students[0].max_minutes = 10; /* only hers are needed, and of these one is waived */
    small.round->students[0].district = 0;
    small.round->projects[1].district = -1;
    waive = small_decide(&small, WP_ACTION_WAIVE, small_list(&small, 0, -1));
    waive->project = 1;
    waive->rule = wp_rule_find("max_minutes");
    expect_notice(NULL);
}

static void the_default_order_does_without_distances(void **unused) {
    (void)unused;
    start(1, 1, 0);
    use_objective(WP_OBJECTIVE_TRAVEL);
    small.settings.default_objectives = true;
    expect_notice("no distances are given, so travel is left out");
    start(1, 1, 0);
    use_objective(WP_OBJECTIVE_TRAVEL);
    small.settings.default_objectives = true;
    small.round->travel = wp_arena_alloc(small.round->arena, 1, sizeof *small.round->travel);
    small.round->travel[0] = (struct wp_travel){.from = 0, .to = 1, .minutes = 5};
    small.round->travel_count = 1;
    expect_error(
        "students.csv", 2,
        "the trip of student S1 to project P1 is not known: give both a district, or both coordinates");
}

static void words_that_no_student_has(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.round->students[0].programme = small.round->students[1].programme =
        wp_round_word(small.round, "Verpleegkunde");
    small.round->projects[0].programmes = small_words(&small, "Verpleegkunde", "Verplegkunde", NULL);
    small.round->projects[1].programmes = small_words(&small, "Verplegkunde", NULL);
    expect_notice(
        "project P1 asks 'Verplegkunde' in programmes, which no student has (did you mean 'Verpleegkunde'?)");
    start(1, 1, 0);
    small.round->projects[0].certificates = small_words(&small, "VOG", NULL);
    expect_notice("project P1 asks 'VOG' in certificates, which no student has");
    start(1, 1, 0);
    small.settings.rules.certificates = WP_OFF;
    small.round->projects[0].certificates = small_words(&small, "VOG", NULL);
    expect_notice(NULL);
}

static void blank_years_are_told_once(void **unused) {
    (void)unused;
    start(8, 1, 0);
    small.round->projects[0].years = small_words(&small, "3", NULL);
    small.round->students[7].year = wp_round_word(small.round, "3");
    expect_notice(
        "year of students S1, S2, S3, S4, S5 and 2 more is blank: not eligible for the projects that "
        "ask a certain one");
    start(2, 2, 0);
    small.settings.rules.unlisted_last = false;
    small.round->projects[0].years = small_words(&small, "3", NULL);
    small.round->students[1].year = wp_round_word(small.round, "3");
    small_choose(&small, 0, 1, -1);
    expect_notice(NULL); /* she did not choose a project that asks one */
}

static void groups_and_projects_that_cannot_fit(void **unused) {
    (void)unused;
    start(3, 2, 0);
    for (int s = 0; s < 3; s++)
        small.round->students[s].group = "g";
    small.round->projects[0].max_students = 2;
    small.round->projects[1].status = WP_STATUS_CLOSED;
    expect_notice("the group of student S1 has 3 students, more than any project has room for (2)");
    start(1, 2, 0);
    small.round->projects[0].min_students = 4;
    small.round->projects[0].max_students = 3;
    expect_notice("project P1 can never run: it needs 4 students and has room for 3");
}

static void set_mix(int project, const char *programme, int minimum, int programmes) {
    struct wp_mix_part *part = wp_arena_alloc(small.round->arena, 1, sizeof *part);

    assert_non_null(part);
    *part = (struct wp_mix_part){wp_round_word(small.round, programme), minimum, WP_UNLIMITED};
    small.round->projects[project].mix.items = part;
    small.round->projects[project].mix.count = 1;
    small.round->projects[project].mix_programmes = programmes;
}

static void start_mixed(void) {
    start(3, 2, 0);
    for (int s = 0; s < 3; s++)
        small.round->students[s].programme = wp_round_word(small.round, s < 2 ? "nursing" : "youth");
}

static void mixes_that_no_students_make(void **unused) {
    (void)unused;
    start_mixed();
    set_mix(0, "nursing", 1, 2);
    expect_notice(NULL);
    start_mixed();
    set_mix(0, "nursin", 1, 0);
    expect_notice("the mix of project P1 names the programme 'nursin', which no student follows (did you "
                  "mean 'nursing'?)");
    start_mixed();
    set_mix(0, "nursing", 1, 3);
    expect_notice("project P1 can never run: its mix asks for 3 programmes, and the students follow 2");
    start_mixed();
    set_mix(0, "nursing", 3, 0);
    small.round->projects[0].max_students = 2;
    expect_notice("project P1 can never run: its mix asks for 3 students, and it has room for 2");
    start_mixed();
    small.settings.rules.min_programmes = 2;
    small.round->projects[1].max_students = 1;
    expect_notice("project P2 can never run: min_programmes asks for 2 students, and it has room for 1");
    start_mixed();
    small.settings.rules.min_programmes = 3;
    expect_notice(
        "no project without a mix of its own can run: min_programmes asks for 3 programmes, and the "
        "students follow 2");
}

/* After errors in the tables themselves, what follows from the gaps is not told. */
static void gaps_of_a_broken_table_are_no_news(void **unused) {
    (void)unused;
    start(1, 1, 0);
    use_objective(WP_OBJECTIVE_TRAVEL);
    wp_diagnostics_error(&small.diagnostics, (struct wp_location){"travel.csv", 2, 1}, "bad row");
    small_round_finish(&small, 1);
    assert_int_equal(small.round->unit_count, 1);
    small_round_end(&small);
}

/* Pins are judged even so, where the errors do not bear on who may go where; contradictions always are. */
static void decisions_are_judged_beside_a_broken_table(void **unused) {
    (void)unused;
    for (int known = 0; known < 2; known++) {
        start(2, 2, 0);
        small.round->projects[0].status = WP_STATUS_CLOSED;
        small.round->eligibility_known = known;
        small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 0;
        small_decide(&small, WP_ACTION_PIN, small_list(&small, 1, -1))->project = 0;
        small_decide(&small, WP_ACTION_PIN, small_list(&small, 1, -1))->project = 1;
        wp_diagnostics_error(&small.diagnostics, (struct wp_location){"history.csv", 2, 1}, "bad row");
        small_round_finish(&small, known ? 4 : 2);
        assert_told(
            small.diagnostics.items[1].message,
            "student S2 is pinned to project P2 here, but the decision on line 3 pins her to project P1");
        if (known)
            assert_told(
                small.diagnostics.items[2].message,
                "student S1 cannot be pinned to project P1, because the rule status does not allow it");
        small_round_end(&small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contradicting_pins),
        cmocka_unit_test(pins_that_no_rule_allows),
        cmocka_unit_test(open_and_close),
        cmocka_unit_test(apart_and_yet_together),
        cmocka_unit_test(agreements_need_the_rounds_dates),
        cmocka_unit_test(balance_needs_every_lecturers_maximum),
        cmocka_unit_test(unknown_trips_are_told_once_a_pair_of_districts),
        cmocka_unit_test(without_any_distance_one_error_says_so),
        cmocka_unit_test(trips_that_nobody_needs_may_be_unknown),
        cmocka_unit_test(the_default_order_does_without_distances),
        cmocka_unit_test(words_that_no_student_has),
        cmocka_unit_test(blank_years_are_told_once),
        cmocka_unit_test(groups_and_projects_that_cannot_fit),
        cmocka_unit_test(mixes_that_no_students_make),
        cmocka_unit_test(gaps_of_a_broken_table_are_no_news),
        cmocka_unit_test(decisions_are_judged_beside_a_broken_table),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
