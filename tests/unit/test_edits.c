/* test_edits.c: the changes of a scenario: what they write is read like any cell, and what is wrong with them
 * is told at their own line. */
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
                 "id,title,max_students,min_students\nP1,Caf\xC3\xA9,3,\nP2,Tuin,2,1\nP10,Brug,20,2\n");
    edited_table(
        edited, WP_STUDENTS, "s.csv",
        "id;naam;e-mail;belasting;groep;keuze_1;keuze_2\n#S1;Ab;ab@hs.nl;0,5;;P1;P2\nS2;Bo;;;g;Tuin\n"
        "S10;Cas;cas@hs.nl;1;g;P10;P1\n");
    *state = edited;
    return 0;
}

static void a_cell_is_set_by_every_name_of_its_column(void **state) {
    struct edited_round *edited = *state;
    edited_set(edited, WP_STUDENTS, "S1", "load", "0.25");
    edited_set(edited, WP_STUDENTS, "S2", "belasting", "2");
    edited_set(edited, WP_STUDENTS, "S10", "E-Mail", "c@hs.nl");
    edited_set(edited, WP_STUDENTS, "#S10", "Keuze 2", "");
    edited_set(edited, WP_PROJECTS, "P1", "max studenten", "9");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->load, 25);
    assert_int_equal(edited_student(edited, "S2")->load, 200);
    assert_string_equal(edited_student(edited, "S10")->email, "c@hs.nl");
    assert_int_equal(edited_student(edited, "S10")->choice_count, 1);
    assert_int_equal(edited_project(edited, "P1")->max_students, 9);
}

static void a_mapped_header_names_its_column(void **state) {
    struct edited_round *edited = *state;
    struct wp_column_mapping mapping = {WP_STUDENTS, "load", "Gewicht (ECTS)", {0}};
    edited_table(edited, WP_STUDENTS, "s.csv", "id,gewicht (ects)\nS1,1\nS2,1\n");
    edited->settings.mappings = &mapping;
    edited->settings.mapping_count = 1;
    edited_set(edited, WP_STUDENTS, "S1", "Gewicht (ECTS)", "3");
    edited_set(edited, WP_STUDENTS, "S2", "load", "4");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->load, 300);
    assert_int_equal(edited_student(edited, "S2")->load, 400);
}

static void a_column_that_the_file_lacks_is_made(void **state) {
    struct edited_round *edited = *state;
    edited_set(edited, WP_PROJECTS, "P2", "status", "closed");
    edited_set(edited, WP_STUDENTS, "S2", "choice_3", "P10");
    edited_set(edited, WP_STUDENTS, "*", "leerjaar", "2");
    edited_read_well(edited);
    assert_int_equal(edited_project(edited, "P2")->status, WP_STATUS_CLOSED);
    assert_int_equal(edited_project(edited, "P1")->status, WP_STATUS_OPTIONAL);
    assert_int_equal(edited_student(edited, "S2")->choice_count, 2);
    assert_int_equal(edited_student(edited, "S2")->choices[1].rank, 3);
    assert_string_equal(wp_round_text(edited->round, edited_student(edited, "S10")->year), "2");
}

static void stars_and_question_marks_stand_for_letters(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv",
                 "id,load\nS1,1\nS\xC3\xA9,1\nS10,1\nT[1],1\nT*,1\nT1,1\n.a.b.c,1\n");
    edited_set(edited, WP_STUDENTS, "S?", "load", "2");
    edited_set(edited, WP_STUDENTS, "*10", "load", "3");
    edited_set(edited, WP_STUDENTS, "T[1]", "load", "4");
    edited_set(edited, WP_STUDENTS, "T*", "load", "5");
    edited_set(edited, WP_STUDENTS, "*.b*", "load", "6");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->load, 200);
    assert_int_equal(edited_student(edited, "S\xC3\xA9")->load, 200);
    assert_int_equal(edited_student(edited, "S10")->load, 300);
    assert_int_equal(edited_student(edited, "T[1]")->load, 400);
    /* An id that holds a star is itself first. */
    assert_int_equal(edited_student(edited, "T*")->load, 500);
    assert_int_equal(edited_student(edited, "T1")->load, 100);
    assert_int_equal(edited_student(edited, ".a.b.c")->load, 600);
}

static void numbers_change_rounded_half_up(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_LECTURERS, "l.csv", "id,max_students,min_students\nL1,\"2,5\",1\nL2,10,0\n");
    edited_set(edited, WP_PROJECTS, "P1", "max_students", "+20");
    edited_set(edited, WP_PROJECTS, "P2", "max_students", "+25%");    /* 2.5 */
    edited_set(edited, WP_PROJECTS, "P10", "max_students", "-12.5%"); /* 17.5 */
    edited_set(edited, WP_PROJECTS, "P10", "min_students", "-1");
    edited_set(edited, WP_LECTURERS, "L1", "max_students", "+1%"); /* 2.525 */
    edited_set(edited, WP_LECTURERS, "L2", "max_students", "-0,25");
    edited_set(edited, WP_STUDENTS, "S1", "load", "-10 %");
    edited_read_well(edited);
    assert_int_equal(edited_project(edited, "P1")->max_students, 23);
    assert_int_equal(edited_project(edited, "P2")->max_students, 3);
    assert_int_equal(edited_project(edited, "P10")->max_students, 18);
    assert_int_equal(edited_project(edited, "P10")->min_students, 1);
    assert_int_equal(edited->round->lecturers[0].max_load, 253);
    assert_int_equal(edited->round->lecturers[1].max_load, 975);
    assert_int_equal(edited_student(edited, "S1")->load, 45);
}

/* As the manual page says: what a line above made of the file's number is what changes. */
static void changes_of_one_cell_follow_each_other(void **state) {
    struct edited_round *edited = *state;
    edited_set(edited, WP_PROJECTS, "P10", "max_students", "5");
    edited_set(edited, WP_PROJECTS, "P*", "max_students", "+100%");
    edited_set(edited, WP_PROJECTS, "P1", "max_students", "+2");
    edited_read_well(edited);
    assert_int_equal(edited_project(edited, "P1")->max_students, 8); /* 3 */
    assert_int_equal(edited_project(edited, "P2")->max_students, 4); /* 2 */
    assert_int_equal(edited_project(edited, "P10")->max_students, 10);
}

/* Their product is beyond 64 bits. */
static void numbers_too_large_are_not_changed(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_PROJECTS, "p.csv", "id,max_students\nP1,999999999\nP2,3\n");
    edited_table(edited, WP_STUDENTS, "s.csv", "id\nS1\n");
    edited_set(edited, WP_PROJECTS, "P1", "max_students", "+100%");
    edited_set(edited, WP_PROJECTS, "P2", "max_students", "+999999999%");
    edited_read(edited);
    edited_expect(
        edited,
        "s.ini:1: error: projects.P1.max_students is \"999999999\", which +100% does not change to a whole "
        "number",
        "p.csv:2:2: error: max_students \"999999999\" must be a whole number from 0 to 1000000",
        "s.ini:2: error: projects.P2.max_students \"+999999999%\" must be a whole number from 0 to 1000000",
        NULL);
}

static void what_cannot_be_changed_is_told(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_PROJECTS, "p.csv", "id,title,max_students,reserve\nP1,,3,\nP2,,2,1\nP3,,two,\n");
    edited_set(edited, WP_PROJECTS, "P1", "reserve", "+1");
    edited_set(edited, WP_PROJECTS, "P3", "max_students", "+10%");
    edited_set(edited, WP_PROJECTS, "P2", "max_students", "+0.5");
    edited_set(edited, WP_PROJECTS, "P2", "title", "+10%");
    edited_set(edited, WP_PROJECTS, "P*", "max_students", "-5");
    edited_set(edited, WP_PROJECTS, "P3", "max_students", "4");
    edited_set(edited, WP_PROJECTS, "P2", "latitude", "-5");
    edited_set(edited, WP_PROJECTS, "P2", "longitude", "+5");
    edited_table(edited, WP_STUDENTS, "s.csv", "id\nS1\n");
    edited_read(edited);
    edited_expect(
        edited,
        "s.ini:1: error: projects.P1.reserve is blank, so +1 cannot change it; give the number itself",
        "s.ini:2: error: projects.P3.max_students is \"two\", which +10% does not change to a whole number",
        "s.ini:3: error: projects.P2.max_students is \"2\", which +0.5 does not change to a whole number",
        "s.ini:4: error: title holds texts, which +10% cannot change; give the text itself",
        "s.ini:5: error: projects.P3.max_students is \"two\", which -5 does not change to a whole number",
        "s.ini:5: error: projects.P1.max_students \"-2\" must be a whole number from 0 to 1000000",
        "s.ini:8: error: projects.P2.longitude \"+5\" must be degrees from -180 to 180, such as 51.9851 or "
        "51,9851",
        "s.ini:5: error: projects.P2.max_students \"-3\" must be a whole number from 0 to 1000000", NULL);
}

static void ids_and_columns_that_do_not_exist_are_told(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,load,Opmerking\nS101,1,\nS102,1,\n");
    edited_set(edited, WP_STUDENTS, "S1O1", "load", "1");
    edited_set(edited, WP_STUDENTS, "X*", "load", "1");
    edited_set(edited, WP_STUDENTS, "S101", "laod", "1");
    edited_set(edited, WP_STUDENTS, "S101", "keuse_2", "1");
    edited_set(edited, WP_STUDENTS, "S101", "choice_100", "1");
    edited_set(edited, WP_STUDENTS, "S101", "id", "S7");
    edited_set(edited, WP_STUDENTS, "S101", "opmerking", "x");
    edited_set(edited, WP_LECTURERS, "L1", "max_students", "0");
    edited_set(edited, WP_PREFERENCES, "S101", "choice_1", "P1");
    edited_set(edited, WP_STUDENTS, "S9999", "nothing_like_it", "1");
    edited_remove(edited, WP_STUDENTS, "S103");
    edited_read(edited);
    edited_expect(
        edited, "s.csv:1: notice: unknown columns are not used: \"Opmerking\" (did you mean opleiding?)",
        "s.ini:1: error: s.csv has no student \"S1O1\"; did you mean S101?",
        "s.ini:2: error: s.csv has no student that fits \"X*\"",
        "s.ini:3: error: students have no column \"laod\"; did you mean load?",
        "s.ini:4: error: students have no column \"keuse_2\"; did you mean keuze_2?",
        "s.ini:5: error: \"choice_100\" is no column: its number must be from 1 to 99",
        "s.ini:6: error: id cannot be set: rows are known by it; use [remove] and [add]",
        "s.ini:7: error: the column \"opmerking\" of s.csv is not used, so setting it would change nothing",
        "s.ini:8: error: the round has no lecturers file whose rows could be set; [add] lecturers = FILE "
        "gives "
        "it one",
        "s.ini:9: error: the round has no preferences file: choices stand with the students; write "
        "students.ID.choice_1",
        "s.ini:10: error: students have no column \"nothing_like_it\"",
        "s.ini:10: error: s.csv has no student \"S9999\"",
        "s.ini:11: error: s.csv has no student \"S103\"; did you mean S101?", NULL);
}

static void a_wrong_value_is_told_at_the_scenarios_line(void **state) {
    struct edited_round *edited = *state;
    edited_set(edited, WP_STUDENTS, "S2", "choice_1", "P1O");
    edited_set(edited, WP_PROJECTS, "P2", "status", "close");
    edited_set(edited, WP_PROJECTS, "P1", "max_students", "");
    edited_read(edited);
    edited_expect(edited, "s.ini:3: error: projects.P1.max_students is empty, but every project needs it",
                  "s.ini:2: error: projects.P2.status \"close\" must be optional, optioneel, open, closed or "
                  "gesloten; did "
                  "you mean closed?",
                  "s.ini:1: error: students.S2.keuze_1 \"P1O\" is not a project; did you mean P1?", NULL);
}

static void trips_and_preferences_have_names_of_two_parts(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,email,district\nS1,S1@hs.nl,A\nS2,s2@hs.nl,B\n");
    edited_table(edited, WP_TRAVEL, "t.csv", "van,naar,minuten\nA,B,10\nC,A,20\nA.1,A,5\n");
    edited_table(edited, WP_PREFERENCES, "f.csv", "student,project,rank\nS1,P1,1\nS1,P2,2\nS2,P2,1\n");
    edited_set(edited, WP_TRAVEL, "A>B", "minutes", "+20");
    edited_set(edited, WP_TRAVEL, "A.1 > A", "minuten", "+100%");
    edited_set(edited, WP_PREFERENCES, "S1>P?", "rank", "+1");
    edited_read_well(edited);
    assert_int_equal(edited->round->travel[0].minutes, 30);
    assert_int_equal(edited->round->travel[1].minutes, 10);
    assert_int_equal(edited_student(edited, "S1")->choices[0].rank, 2);
    assert_int_equal(edited_student(edited, "S1")->choices[1].rank, 3);
    assert_int_equal(edited_student(edited, "S2")->choices[0].rank, 1);
    edited_forget(edited);
    edited_set(edited, WP_TRAVEL, "A>C", "minutes", "5");
    edited_set(edited, WP_TRAVEL, "A", "minutes", "5");
    edited_set(edited, WP_PREFERENCES, "S1>P1", "choice_1", "5");
    edited_set(edited, WP_STUDENTS, "S1", "choice_1", "P1");
    edited_set(edited, WP_PREFERENCES, "S2>P2", "rank", "x");
    edited_read(edited);
    edited_expect(
        edited, "s.ini:1: error: t.csv has no trip \"A>C\"; did you mean C>A?",
        "s.ini:2: error: t.csv has no trip \"A\"",
        "s.ini:3: error: f.csv has a row for each choice; write preferences.STUDENT>PROJECT.rank, or "
        "use [add]",
        "s.ini:4: error: choices stand in f.csv, not with the students; write preferences.S1.choice_1",
        "s.ini:5: error: preferences.S2>P2.rank \"x\" must be a whole number from 1 to 99", NULL);
}

static void students_of_a_form_go_by_their_addresses(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,email\nS1,one@hs.nl\nS2,two@hs.nl\n");
    edited_table(edited, WP_PREFERENCES, "f.csv",
                 "e-mail,keuze_1,keuze_2\nOne@hs.nl,P1,P2\ntwo@hs.nl,P1,P2\n");
    edited_set(edited, WP_PREFERENCES, "one@HS.nl", "choice_1", "P10");
    edited_set(edited, WP_PREFERENCES, "*@HS.nl", "keuze_2", "");
    edited_read_well(edited);
    assert_int_equal(edited_student(edited, "S1")->choice_count, 1);
    assert_int_equal(edited_student(edited, "S1")->choices[0].project,
                     wp_round_find(edited->round, WP_PROJECTS, "P10"));
    assert_int_equal(edited_student(edited, "S2")->choice_count, 1);
    edited_forget(edited);
    edited_set(edited, WP_PREFERENCES, "one@hs.nl", "rank", "1");
    edited_read(edited);
    edited_expect(
        edited, "s.ini:1: error: f.csv has a row for each student; write preferences.STUDENT.choice_1", NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, edited_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_cell_is_set_by_every_name_of_its_column),
        TEST(a_mapped_header_names_its_column),
        TEST(a_column_that_the_file_lacks_is_made),
        TEST(stars_and_question_marks_stand_for_letters),
        TEST(numbers_change_rounded_half_up),
        TEST(changes_of_one_cell_follow_each_other),
        TEST(numbers_too_large_are_not_changed),
        TEST(what_cannot_be_changed_is_told),
        TEST(ids_and_columns_that_do_not_exist_are_told),
        TEST(a_wrong_value_is_told_at_the_scenarios_line),
        TEST(trips_and_preferences_have_names_of_two_parts),
        TEST(students_of_a_form_go_by_their_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
