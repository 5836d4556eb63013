/* test_edits_rows.c: rows that a scenario adds, takes out and copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "edited_round.h"
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static int set_up(void **state) {
    static struct edited_round made, *edited = &made;
    edited_start(edited);
    edited_table(edited, WP_PROJECTS, "p.csv",
                 "id,title,max_students\nP1,Caf\xC3\xA9 de Brug,3\nP2,Tuin,2\nP-3,Zorg > Welzijn,20\n");
    edited_table(edited, WP_STUDENTS, "s.csv",
                 "id,name,email,group,choice_1,choice_2,choice_3\nS1,Ab,ab@hs.nl,,P1,P2,P-3\n"
                 "S2,Bo,Bo@hs.nl,g,Tuin,P1,\nS3,Cas,,g,P-3 - Zorg,P1 (brug),P2\n");
    *state = edited;
    return 0;
}

static void added_rows_may_have_other_headers_order_and_encoding(void **state) {
    struct edited_round *edited = *state;
    edited_write(edited, "more.csv", "titel;Max studenten;status;ID\nCaf\xE9 Noord;4;open;P7\n;1;;P8\n");
    edited_write(edited, "late.csv", "\xEF\xBB\xBFkeuze_4;id\nP7;S9\n");
    edited_add(edited, WP_PROJECTS, "more.csv");
    edited_add(edited, WP_STUDENTS, "late.csv");
    edited_set(edited, WP_PROJECTS, "P8", "min_students", "1");
    edited_read_well(edited);
    const struct wp_project *added = edited_project(edited, "P7");
    assert_int_equal(edited->round->project_count, 5);
    assert_string_equal(added->title, "Caf\xC3\xA9 Noord");
    assert_int_equal(added->max_students, 4);
    assert_int_equal(added->status, WP_STATUS_OPEN);
    assert_int_equal(added->where.line, 2);
    assert_int_equal(edited_student(edited, "S9")->choices[0].rank, 4);
    assert_int_equal(edited_student(edited, "S1")->choice_count, 3);
    assert_int_equal(edited->inputs.count, 4);
    assert_false(edited->inputs.items[0].of_scenario);
    assert_true(edited->inputs.items[2].of_scenario);
    assert_string_equal(edited->inputs.items[2].path, "more.csv");
}

static void what_is_wrong_in_an_added_file_is_told_at_its_own_place(void **state) {
    struct edited_round *edited = *state;
    edited_write(edited, "more.csv", "titel;max_studenten;id\nNoord;4;P2\nZuid;vier;P8\n");
    edited_write(edited, "none.csv", "id,name\n");
    edited_write(edited, "late.csv", "choice_1,id\nP1l,S8\nP1,S1\n");
    edited_write(edited, "half.csv", "name\nAb\n");
    edited_add(edited, WP_PROJECTS, "more.csv");
    edited_add(edited, WP_STUDENTS, "none.csv");
    edited_add(edited, WP_STUDENTS, "late.csv");
    edited_add(edited, WP_LECTURERS, "half.csv");
    edited_add(edited, WP_STUDENTS, "gone.csv");
    edited_read(edited);
    edited_expect(edited,
                  "none.csv: error: there are no rows below the header, so nothing is added to students",
                  "half.csv:1: error: the column id is missing; its header must be id, docent, docentcode, "
                  "lecturer or lecturer_id",
                  "s.ini:5: error: students: there is no file \"gone.csv\"",
                  "more.csv:3:2: error: max_studenten \"vier\" must be a whole number from 0 to 1000000",
                  "more.csv:2:3: error: id \"P2\" is given twice; it is on line 3 of p.csv too",
                  "late.csv:2:1: error: choice_1 \"P1l\" is not a project; did you mean P1?",
                  "late.csv:3:2: error: id \"S1\" is given twice; it is on line 2 of s.csv too", NULL);
}

static void an_added_file_becomes_the_table_that_the_round_lacks(void **state) {
    struct edited_round *edited = *state;
    edited_write(edited, "l.csv", "id,max_students\nL1,5\n");
    edited_write(edited, "b.csv", "action,project\nclose,P2\n");
    edited_write(edited, "h.csv", "student,project\nS1,P9\n");
    edited_add(edited, WP_LECTURERS, "l.csv");
    edited_add(edited, WP_DECISIONS, "b.csv");
    edited_add(edited, WP_HISTORY, "h.csv");
    edited_set(edited, WP_LECTURERS, "L1", "max_students", "+1");
    edited_read_well(edited);
    assert_true(edited->round->has_lecturers);
    assert_int_equal(edited->round->lecturer_count, 1);
    assert_int_equal(edited->round->lecturers[0].max_load, 600);
    assert_int_equal(edited_project(edited, "P2")->status, WP_STATUS_CLOSED);
    assert_int_equal(edited->round->history_count, 1);
}

static void a_mapping_serves_the_added_file_too_but_need_not(void **state) {
    struct edited_round *edited = *state;
    struct wp_column_mapping mapping = {WP_STUDENTS, "id", "Code (nieuw)", {"round.ini", 9, 0}};
    edited_table(edited, WP_STUDENTS, "s.csv", "Code (nieuw),name\nS1,Ab\n");
    edited_write(edited, "more.csv", "naam,id\nBo,S2\n");
    edited_write(edited, "most.csv", "naam,code (Nieuw)\nCas,S3\n");
    edited->settings.mappings = &mapping;
    edited->settings.mapping_count = 1;
    edited_add(edited, WP_STUDENTS, "more.csv");
    edited_add(edited, WP_STUDENTS, "most.csv");
    edited_read_well(edited);
    assert_int_equal(edited->round->student_count, 3);
    assert_string_equal(edited_student(edited, "S2")->name, "Bo");
}

static void added_preferences_have_the_shape_of_those_there_are(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id\nS1\nS2\n");
    edited_table(edited, WP_PREFERENCES, "f.csv", "student,choice_1\nS1,P1\n");
    edited_write(edited, "long.csv", "student,project,rank\nS2,P1,1\n");
    edited_write(edited, "wide.csv", "student,choice_2\nS2,P2\n");
    edited_add(edited, WP_PREFERENCES, "wide.csv");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S2")->choices[0].rank, 2);
    edited_forget(edited);
    edited_add(edited, WP_PREFERENCES, "long.csv");
    edited_read(edited);
    edited_expect(
        edited,
        "long.csv:1: error: this file has a row for each choice, f.csv a row for each student; both "
        "must have the same shape",
        NULL);
}

static void choices_keep_their_ranks_when_a_project_goes(void **state) {
    struct edited_round *edited = *state;
    edited_remove(edited, WP_PROJECTS, "P1");
    edited_read_well(edited);
    assert_int_equal(edited->round->project_count, 2);
    assert_int_equal(edited_student(edited, "S1")->choice_count, 2);
    assert_int_equal(edited_student(edited, "S1")->choices[0].rank, 2);
    assert_int_equal(edited_student(edited, "S3")->choices[1].rank, 3);
    edited_forget(edited);
    edited_remove(edited, WP_PROJECTS, "P2|P-?");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S2")->choices[0].rank, 2);
    assert_int_equal(edited_student(edited, "S3")->choices[0].rank, 2);
    edited_forget(edited);
    edited_table(edited, WP_STUDENTS, "s.csv",
                 "id,preferences\nS1,P1 > Tuin = P2\nS2,Zorg > Welzijn\nS3,P2 > P-3 > P1\n");
    edited_remove(edited, WP_PROJECTS, "P-3|P2");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->choice_count, 1);
    assert_int_equal(edited_student(edited, "S2")->choice_count, 0);
    assert_int_equal(edited_student(edited, "S3")->choices[0].rank, 3);
}

static void preferences_of_a_student_who_goes_are_left_out(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,name,email\nS1,Ab,a@hs.nl\nS2,Bo,b@hs.nl\n");
    edited_table(edited, WP_PREFERENCES, "f.csv",
                 "student,email,project,rank\nS1,,P1,1\nAb,,P2,2\n,A@hs.nl,P-3,3\nS2,,P2,1\nS2,,P1,2\n");
    edited_remove(edited, WP_STUDENTS, "S1");
    edited_remove(edited, WP_PROJECTS, "P2");
    edited_read_well(edited);
    assert_int_equal(edited->round->student_count, 1);
    assert_int_equal(edited->round->students[0].choice_count, 1);
    assert_int_equal(edited->round->students[0].choices[0].rank, 2);
    edited_forget(edited);
    edited_remove(edited, WP_STUDENTS, "S1");
    edited_set(edited, WP_PREFERENCES, "S1>P1", "rank", "2");
    edited_read(edited);
    edited_expect(edited, "s.ini:2: error: f.csv has no row \"S1>P1\"; did you mean S2>P1?", NULL);
}

static void decisions_lose_who_is_gone(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,name,choice_1\nS1,Ab,P1\nS2,Bo,P1\nS3,Cas,P1\nS4,,P1\n");
    edited_table(edited, WP_PROJECTS, "p.csv",
                 "id,title,max_students,docent\nP1,,3,L1\nP2,Tuin,2,L1\nP-3,,9,L1\n");
    edited_table(edited, WP_LECTURERS, "l.csv", "id\nL1\n");
    edited_table(edited, WP_DECISIONS, "b.csv",
                 "action,students,project,lecturer\ntogether,S1|S2|Cas,,\napart,S1|S4,,\npin,S1,P1,L1\n"
                 "pin,S4|Ab,P1,\nclose,,P2,\npin,S3,Tuin,\nforbid,S1,P2,\nforbid,S1|S3,P-3,\npin,,P2,L1\n");
    edited_remove(edited, WP_STUDENTS, "S1");
    edited_remove(edited, WP_PROJECTS, "P2");
    edited_read(edited);
    edited_expect(
        edited,
        "b.csv:3: notice: this apart is left out: the scenario takes out student S1, and one alone is "
        "too few",
        "b.csv:4: notice: this pin is left out: the scenario takes out student S1",
        "b.csv:6: notice: this close is left out: the scenario takes out project P2",
        "b.csv:7: notice: this pin is left out: the scenario takes out project Tuin",
        "b.csv:8: notice: this forbid is left out: the scenario takes out project P2",
        "b.csv:10: notice: this pin is left out: the scenario takes out project P2", NULL);
    const struct wp_decision *rows = edited->round->decisions;
    assert_int_equal(edited->round->decision_count, 3);
    assert_int_equal(rows[0].action, WP_ACTION_PIN);
    assert_int_equal(rows[0].students.count, 1);
    assert_int_equal(rows[1].students.count, 1);
    assert_int_equal(rows[2].students.count, 2);
}

static void history_and_group_mates_stay(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_HISTORY, "h.csv", "student,project\nS3,Tuin\nS2,P2\n");
    edited_remove(edited, WP_STUDENTS, "S3");
    edited_remove(edited, WP_PROJECTS, "P2");
    edited_read_well(edited);
    assert_string_equal(edited_student(edited, "S2")->group, "g");
    assert_int_equal(edited->round->history_count, 2);
    assert_int_equal(edited->round->history[0].student, -1);
    assert_string_equal(wp_round_text(edited->round, edited->round->history[0].student_word), "S3");
    /* Both names of what is gone are still one project. */
    assert_int_equal(edited->round->history[0].project, edited->round->history[1].project);
}

static void an_id_that_is_gone_is_not_taken_for_a_title(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_PROJECTS, "p.csv", "id,title,max_students\nP1,P2,3\nP2,Tuin,2\n");
    edited_table(edited, WP_STUDENTS, "s.csv", "id,choice_1\nS1,P2\n");
    edited_remove(edited, WP_PROJECTS, "P2");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->choice_count, 0);
}

static void what_is_gone_may_come_back_as_something_new(void **state) {
    struct edited_round *edited = *state;
    edited_write(edited, "more.csv", "id,max_students\nP1,9\n");
    edited_remove(edited, WP_PROJECTS, "P1");
    edited_add(edited, WP_PROJECTS, "more.csv");
    edited_read_well(edited);
    assert_int_equal(edited_project(edited, "P1")->max_students, 9);
    assert_int_equal(edited_student(edited, "S1")->choices[0].rank, 1);
}

static void a_round_without_students_is_told_once(void **state) {
    struct edited_round *edited = *state;
    edited_remove(edited, WP_STUDENTS, "S*");
    edited_read(edited);
    edited_expect(edited, "s.ini:1: error: this leaves no students", NULL);
}

static void departed_students_of_the_earlier_plan_count_no_moves(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_BASE, "e.csv",
                 "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
                 "S1,P1,1,,,,,,,choice\nS2,P2,1,,,,,,,choice\nS3,P1,2,,,,,,,choice\n");
    edited_remove(edited, WP_STUDENTS, "S1");
    edited_remove(edited, WP_PROJECTS, "P2");
    edited_read_well(edited);
    assert_true(edited->round->base[0].placed);
    assert_int_equal(edited->round->base[0].project, WP_UNKNOWN);
    assert_int_equal(edited->round->base[1].project, wp_round_find(edited->round, WP_PROJECTS, "P1"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, edited_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(added_rows_may_have_other_headers_order_and_encoding),
        TEST(what_is_wrong_in_an_added_file_is_told_at_its_own_place),
        TEST(an_added_file_becomes_the_table_that_the_round_lacks),
        TEST(a_mapping_serves_the_added_file_too_but_need_not),
        TEST(added_preferences_have_the_shape_of_those_there_are),
        TEST(choices_keep_their_ranks_when_a_project_goes),
        TEST(preferences_of_a_student_who_goes_are_left_out),
        TEST(decisions_lose_who_is_gone),
        TEST(history_and_group_mates_stay),
        TEST(an_id_that_is_gone_is_not_taken_for_a_title),
        TEST(what_is_gone_may_come_back_as_something_new),
        TEST(a_round_without_students_is_told_once),
        TEST(departed_students_of_the_earlier_plan_count_no_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
