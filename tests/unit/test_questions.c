/* test_questions.c: what a plan leaves open: who and what is asked about, and what is said of each. */
#include "language.h"
#include "obstacle_words.h"
#include "questions.h"
#include "rule.h"
#include "small_plan.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct wp_level levels[2];
static int64_t values[2], bounds[2];
static struct wp_solution solution;
static struct wp_questions *questions;

static void start(int students, int projects, int lecturers) {
    wp_language_use(WP_ENGLISH);
    small_plan_start(students, projects, lecturers);
    small_plan_round.settings.rules.unlisted_last = false;
}

static void ask(void) {
    struct wp_error error = {0};
    solution.plan = small_plan;
    assert_int_equal(wp_questions_new(small_plan_round.round, &solution, &questions, &error), 0);
}

static void end(void) {
    wp_questions_free(questions);
    small_plan_end();
    solution = (struct wp_solution){0};
}

static void expect(int number, enum wp_question_kind kind, const char *id, const char *sentences) {
    assert_in_range(number, 0, questions->count - 1);
    assert_int_equal(questions->items[number].kind, kind);
    assert_string_equal(questions->items[number].id, id);
    assert_string_equal(questions->items[number].sentences, sentences);
}

static void nothing_is_asked_where_all_is_well(void **state) {
    (void)state;
    start(1, 1, 1);
    small_choose(&small_plan_round, 0, 0, -1);
    small_plan_finish();
    small_plan_place(0, 0, 0);
    ask();
    assert_int_equal(questions->count, 0);
    end();
}

/* Three choices of the student without a place: one full, one that does not run, one with seats left. */
static void a_student_without_a_place(void **state) {
    (void)state;
    start(3, 3, 0);
    small_plan_round.round->projects[0].max_students = 1;
    for (int s = 0; s < 3; s++)
        small_choose(&small_plan_round, s, 0, 1, 2, -1);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 2, -1);
    ask();
    assert_int_equal(questions->count, 2);
    expect(0, WP_QUESTION_UNPLACED, "S3",
           "Choices made: 3; allowed by the rules: 3. Of these, full: 1; not running: 1; with seats left: "
           "1.");
    expect(1, WP_QUESTION_CLOSED, "P2",
           "Students who listed it: 3; as their first choice: 0. It needs at least 1 student.");
    end();
}

/* The project has a seat, but its host has none. */
static void a_full_host_is_full(void **state) {
    (void)state;
    start(2, 1, 0);
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->organisations[0].max_students = 1;
    small_choose(&small_plan_round, 0, 0, -1);
    small_choose(&small_plan_round, 1, 0, -1);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    ask();
    assert_int_equal(questions->count, 1);
    expect(0, WP_QUESTION_UNPLACED, "S2", "Choices made: 1; allowed by the rules: 1. All of these are full.");
    end();
}

static void rules_that_exclude_are_named(void **state) {
    (void)state;
    start(1, 3, 0);
    small_plan_round.round->projects[0].status = WP_STATUS_CLOSED;
    small_plan_round.round->projects[1].years = small_words(&small_plan_round, "2", NULL);
    small_plan_round.round->students[0].year = wp_round_word(small_plan_round.round, "1");
    small_plan_round.settings.rules.years = WP_HARD;
    small_plan_round.settings.rules.max_choice = 2;
    small_choose(&small_plan_round, 0, 0, 1, 2, -1);
    small_plan_finish();
    ask();
    assert_int_equal(questions->count, 4);
    expect(0, WP_QUESTION_UNPLACED, "S1",
           "3 choices made, and the rules allow none of them. Choices that rules exclude: closed (1), other "
           "year of study (1), worse choice than allowed (1).");
    expect(1, WP_QUESTION_CLOSED, "P1",
           "It was closed beforehand. Students who listed it: 1; as their first choice: 1. It needs at least "
           "1 student.");
    end();
}

/* Nobody reads the name that only files and programs use. */
static void every_rule_about_a_pair_has_words(void **state) {
    (void)state;
    wp_language_use(WP_ENGLISH);
    for (const struct wp_rule *const *rule = wp_rules; *rule; rule++)
        if ((*rule)->eligible)
            assert_string_not_equal(wp_obstacle_words((*rule)->name), (*rule)->name);
}

static void groups_and_students_without_choices(void **state) {
    (void)state;
    start(4, 1, 0);
    small_plan_round.round->projects[0].max_students = 2;
    for (int s = 0; s < 3; s++)
        small_plan_round.round->students[s].group = "g";
    small_choose(&small_plan_round, 0, 0, -1);
    small_choose(&small_plan_round, 1, 0, -1);
    small_plan_finish();
    ask();
    assert_int_equal(questions->count, 5);
    expect(0, WP_QUESTION_UNPLACED, "S1",
           "One of 3 students who go to one project together or to none. 1 choice made, which the rules do "
           "not allow. Choices that rules exclude: too few seats for the group (1).");
    expect(2, WP_QUESTION_UNPLACED, "S3",
           "One of 3 students who go to one project together or to none. No choices made, but others of the "
           "group did.");
    expect(3, WP_QUESTION_UNPLACED, "S4",
           "No choices made, and in this round students get only what they listed.");
    end();
}

/* S1 chose, and has what she did not list; S2 is pinned there, S3 made no choices. */
static void unlisted_places(void **state) {
    (void)state;
    start(3, 2, 0);
    small_plan_round.settings.rules.unlisted_last = true;
    small_choose(&small_plan_round, 0, 0, -1);
    small_choose(&small_plan_round, 1, 0, -1);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 1, -1))->project = 1;
    small_plan_finish();
    for (int s = 0; s < 3; s++)
        small_plan_place(s, 1, -1);
    ask();
    assert_int_equal(questions->count, 2);
    expect(0, WP_QUESTION_UNLISTED, "S1",
           "Choices made: 1; allowed by the rules: 1. Of these, full: 0; not running: 1; with seats left: "
           "0.");
    end();
}

/* Limits of 2 to 2.75, and of two projects; the second lecturer has room, the third may guide nobody. */
static void lecturers_at_their_limits(void **state) {
    (void)state;
    start(4, 2, 3);
    struct wp_lecturer *lecturers = small_plan_round.round->lecturers;
    lecturers[0].min_load = 200;
    lecturers[0].max_load = 275;
    lecturers[0].max_projects = 1;
    lecturers[1].min_load = 100;
    lecturers[1].max_load = 300;
    lecturers[2].max_load = 0;
    for (int s = 0; s < 4; s++)
        small_choose(&small_plan_round, s, s < 2 ? 0 : 1, -1);
    small_plan_finish();
    for (int s = 0; s < 4; s++)
        small_plan_place(s, s < 2 ? 0 : 1, s < 2 ? 0 : 1);
    ask();
    assert_int_equal(questions->count, 2);
    expect(0, WP_QUESTION_FULL, "L1",
           "The load is 2 of at most 2.75: there is no room for one student more. The number of projects is "
           "1, which is the maximum.");
    expect(1, WP_QUESTION_LEAST, "L1",
           "The load is 2 and the minimum 2: with one student fewer it would be too little.");
    end();
}

static void a_full_lecturer(void **state) {
    (void)state;
    start(1, 1, 1);
    small_plan_round.round->lecturers[0].max_load = 100;
    small_choose(&small_plan_round, 0, 0, -1);
    small_plan_finish();
    small_plan_place(0, 0, 0);
    ask();
    assert_int_equal(questions->count, 1);
    expect(0, WP_QUESTION_FULL, "L1", "The load is 1, which is the maximum.");
    end();
}

static void levels_that_are_not_proven(void **state) {
    (void)state;
    start(1, 1, 0);
    small_choose(&small_plan_round, 0, 0, -1);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    for (int l = 0; l < 2; l++)
        levels[l] = (struct wp_level){.count = 1, .value = &values[l], .bound = &bounds[l]};
    snprintf(levels[0].name, sizeof levels[0].name, "placed");
    levels[0].proven = true;
    snprintf(levels[1].name, sizeof levels[1].name, "travel");
    levels[1].bound_count = 1;
    values[1] = 30;
    bounds[1] = 25;
    solution.levels = levels;
    solution.level_count = 2;
    ask();
    assert_int_equal(questions->count, 1);
    expect(
        0, WP_QUESTION_UNPROVEN, "travel",
        "The plan has 30; all that is proven is that 25 cannot be passed. With more time a better plan may "
        "be found.");
    assert_string_equal(questions->items[0].name, "Minutes of travel");
    end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_asked_where_all_is_well),
        cmocka_unit_test(a_student_without_a_place),
        cmocka_unit_test(a_full_host_is_full),
        cmocka_unit_test(rules_that_exclude_are_named),
        cmocka_unit_test(every_rule_about_a_pair_has_words),
        cmocka_unit_test(groups_and_students_without_choices),
        cmocka_unit_test(unlisted_places),
        cmocka_unit_test(lecturers_at_their_limits),
        cmocka_unit_test(a_full_lecturer),
        cmocka_unit_test(levels_that_are_not_proven),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
