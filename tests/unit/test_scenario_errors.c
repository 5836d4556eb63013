/* test_scenario_errors.c: nothing that is wrong in a scenario passes, and each error says what is right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "scenario_files.h"
#include "told.h"
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* One line each, at line 4 unless said otherwise, in a scenario that is right but for it. */
static void wrong_lines_are_errors_that_say_what_is_right(void **state) {
    static const struct {
        const char *lines;
        long line;
        const char *message;
    } cases[] = {
        {"[set]\nrules.max_minutes = x", 4,
         "max_minutes = x: expected a whole number from 0 to 1440, or off"},
        {"[set]\nrules.max_minutes =", 4,
         "max_minutes has no value: expected a whole number from 0 to 1440, or off; put # in front of keys "
         "that you do not use"},
        {"[set]\nrules.max_minutes = +20", 4,
         "rules.max_minutes = +20: only numbers in tables can be changed by an amount; write the new value "
         "itself, in place of 45"},
        {"[set]\nrules.collective_share = -10%", 4,
         "rules.collective_share = -10%: only numbers in tables can be changed by an amount; write the new "
         "value itself, in place of off"},
        {"[set]\nround.seed = +1", 4,
         "round.seed = +1: only numbers in tables can be changed by an amount; write the new value itself, "
         "in place of 0"},
        {"[set]\nMax_Minutes = 60", 4, "Max_Minutes: write rules.max_minutes"},
        {"[set]\nL07 = 0", 4,
         "L07: expected section.key or table.id.column, such as rules.max_minutes or "
         "lecturers.L07.max_students"},
        {"[set]\nrules.max_minute = 60", 4,
         "there is no key max_minute in [rules]; did you mean max_minutes?"},
        {"[set]\nsolver.max_minutes = 60", 4, "max_minutes belongs in [rules], not in [solver]"},
        {"[set]\nrule.max_minutes = 60", 4,
         "there is neither a section nor a table \"rule\"; did you mean rules?"},
        {"[set]\nlecturer.L07.max_students = 0", 4,
         "there is neither a section nor a table \"lecturer\"; did you mean lecturers?"},
        {"[set]\nscenario.name = x", 4,
         "there is neither a section nor a table \"scenario\"; the tables are students, projects, lecturers, "
         "organisations, districts, travel and preferences"},
        {"[set]\nlecturers.max_students = 0", 4,
         "lecturers.max_students: expected lecturers.ID.COLUMN, or lecturers.*.COLUMN for all rows"},
        {"[set]\nlecturers..max_students = 0", 4,
         "lecturers..max_students: expected lecturers.ID.COLUMN, or lecturers.*.COLUMN for all rows"},
        {"[set]\nlecturers.L07. = 0", 4,
         "lecturers.L07.: expected lecturers.ID.COLUMN, or lecturers.*.COLUMN for all rows"},
        {"[set]\ntravel.A.minutes = 0", 4,
         "travel.A.minutes: a trip goes from one district to another: write travel.FROM>TO.minutes"},
        {"[set]\nhistory.S1.project = P1", 4,
         "history.S1.project: rows of history have no id; add rows with history = FILE in [add], or name "
         "another file with input.history = FILE"},
        {"[set]\ndecisions.1.action = pin", 4,
         "decisions.1.action: rows of decisions have no id; add rows with decisions = FILE in [add], or name "
         "another file with input.decisions = FILE"},
        {"[set]\ncolumns.students.id = Nr", 4,
         "columns.students.id: headers are mapped in the round, in [columns]"},
        {"[set]\nrules.max_minutes = 1\nRules.max_minutes = 2", 5,
         "rules.max_minutes was set in line 4 already; keep one of the two"},
        {"[set]\nlecturers.L.load = 1\nlecturers.L.Load = 2", 5,
         "lecturers.L.Load was set in line 4 already; keep one of the two"},
        {"[set]\nlecturers.L.load = 1\nlecturers.L.load = 2", 5,
         "lecturers.L.load was set in line 4 already; keep one of the two"},
        {"[remove]\nstudnts = S1", 4, "there is no table \"studnts\"; did you mean students?"},
        {"[remove]\nstudents =", 4, "students has no value: expected ids with | between them"},
        {"[remove]\nstudents = S1||S2", 4, "students: an id is missing between, before or behind |"},
        {"[remove]\nstudents = S1|S2|", 4, "students: an id is missing between, before or behind |"},
        {"[remove]\nstudents = S1|S2|S1", 4, "students: S1 stands twice"},
        {"[remove]\nlecturers = L07", 4,
         "[remove] does not work for lecturers; take her room: lecturers.L07.max_students = 0 in [set]"},
        {"[remove]\norganisations = O3", 4,
         "[remove] does not work for organisations; take its room: organisations.O3.max_projects = 0 in "
         "[set]"},
        {"[scale]\nprojects = +10%", 4,
         "[scale] does not work for projects; change their room: projects.*.max_students = +10% in [set]"},
        {"[scale]\nstudents =", 4, "students has no value: expected a change such as +10% or -5"},
        {"[add]\nprojects =", 4, "projects has no value: expected the name of a file"},
        {"[add]\nprojects = 'x.csv'", 4,
         "projects = 'x.csv': expected the name of a file; write it without quotes"},
        {"[add]\nbase = plan", 4, "there is no table \"base\""},
        {"[sweep]\nrules.max_minutes = 60", 4,
         "rules.max_minutes: expected two values or more with | between them; a single one belongs in [set]"},
        {"[sweep]\nrules.max_minutes =", 4,
         "rules.max_minutes: expected two values or more with | between them; a single one belongs in [set]"},
        {"[sweep]\nrules.max_minutes = 60||30", 4,
         "rules.max_minutes: a value is missing between, before or behind |"},
        {"[sweep]\nrules.max_minutes = 60|30|60", 4, "rules.max_minutes: the value 60 stands twice"},
        {"[sweep]\ncolumns.students.id = a|b", 4,
         "columns.students.id: headers are mapped in the round, in [columns]"},
        {"[sweep]\nmax_minutes = a|b", 4, "max_minutes: write rules.max_minutes"},
        {"[swap]\nS1 =", 4, "S1 has no value: expected the student to change places with"},
        {"[swap]\nS1 = S1", 4, "S1 cannot change places with herself"},
        {"[rules]\nmax_minutes = 60", 3,
         "[rules] belongs in a round; in a scenario write rules.max_minutes = 60 in [set]"},
        {"[rules]", 3,
         "[rules] belongs in a round; in a scenario write its keys in [set], such as rules.max_minutes = 60"},
        {"[columns]\nstudents.id = Nr", 3, "[columns] belongs in the round, not in a scenario"},
        {"[lecturers]\nL07 = 0", 3,
         "there is no section [lecturers]; write lecturers.ID.COLUMN = VALUE in [set]"},
        {"[sett]\nrules.max_minutes = 60", 3, "there is no section [sett]; did you mean [set]?"},
        {"[weather]\nsun = yes", 3,
         "there is no section [weather] in a scenario, only [scenario], [set], [add], [remove], [scale], "
         "[swap] and [sweep]"},
        {"names = x", 3, "there is no key names in [scenario], only base, name and why; did you mean name?"},
        {"name =", 3, "name has no value: expected a text"},
    };
    struct scenario_files *files = *state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512];

        snprintf(text, sizeof text, SCENARIO "%s\n", cases[i].lines);
        scenario_read_text(files, text);
        scenario_assert_message(files, files->path, cases[i].line, cases[i].message);
    }
}

static void sections_that_do_not_go_together_are_errors(void **state) {
    static const char *const others[] = {"[set]\nstudents.S1.load = 1", "[add]\nstudents = x.csv",
                                         "[remove]\nstudents = S3", "[scale]\nstudents = +1"};
    struct scenario_files *files = *state;
    char text[1024], expected[256];

    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        snprintf(text, sizeof text, SCENARIO "[swap]\nS1 = S2\n%s\n", others[i]);
        scenario_read_text(files, text);
        snprintf(expected, sizeof expected,
                 "[swap] asks about the plan of base as it is: it cannot stand beside %.*s; put it in a "
                 "scenario of its own",
                 (int)strcspn(others[i], "\n"), others[i]);
        scenario_assert_message(files, files->path, 4, expected);
    }
    scenario_read_alone(files, SCENARIO "[swap]\nS1 = S2\nS3 = S1\n");
    scenario_assert_message(files, files->path, 5,
                            "S1 is in a swap already; each student can change places once");
    scenario_read_alone(files, SCENARIO "[sweep]\nrules.max_minutes = 1|2\n[set]\nrules.max_minutes = 3\n");
    scenario_assert_message(files, files->path, 4,
                            "rules.max_minutes is set in line 6 too, in [set]; keep one of the two");
    scenario_read_alone(files, SCENARIO "[sweep]\nrules.max_minutes = 1|2\nRules.max_minutes = 3|4\n");
    scenario_assert_message(files, files->path, 5,
                            "rules.max_minutes was swept in line 4 already; keep one of the two");
    scenario_read_alone(
        files,
        SCENARIO "[sweep]\nrules.max_minutes = 1|2\nround.seed = 3|4\nprojects.P1.max_students = 3|4\n");
    scenario_assert_message(
        files, files->path, 6,
        "projects.P1.max_students is one key too many: [sweep] combines the values of at most 2 "
        "keys");
}

static void a_sweep_has_at_most_a_thousand_variants(void **state) {
    struct scenario_files *files = *state;
    char text[8192] = SCENARIO "[sweep]\nrules.max_minutes = 0|1|2|3\nround.seed = 0";
    size_t length = strlen(text);

    for (int i = 1; i < 250; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "|%d", i);
    assert_int_equal(scenario_read_alone(files, text)->variant_count, 1000);
    scenario_assert_quiet(files);
    snprintf(text + length, sizeof text - length, "|250");
    scenario_read_alone(files, text);
    scenario_assert_message(files, files->path, 5,
                            "the sweep has 1004 combinations; at most 1000 are possible");
}

static void amounts_have_a_sign_and_a_bound(void **state) {
    static const char *const good[] = {"+10%",   "-10%",   "+25",     "-5",     "-99,99%",
                                       "+1000%", "+0.5 %", "+100000", "-100000"};
    static const char *const bad[] = {
        "10%", "5", "+0", "-0%", "-100%", "-150%", "+1000.01%", "+100001",     "+2.5", "++5",
        "+-5", "+", "%",  "+%",  "+5%x",  "half",  "+1,234%",   "+5 students", "+10%%"};
    struct scenario_files *files = *state;
    char text[256];

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        snprintf(text, sizeof text, SCENARIO "[scale]\nstudents = %s\n", good[i]);
        scenario_read_text(files, text);
        scenario_assert_quiet(files);
        assert_string_equal(files->settings->edits[0].value, good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char expected[256];

        snprintf(text, sizeof text, SCENARIO "[scale]\nstudents = %s\n", bad[i]);
        scenario_read_text(files, text);
        snprintf(
            expected, sizeof expected,
            "students = %s: expected a change such as +10%%, -10%%, +25 or -5; more by at most 1000%% or "
            "100000, fewer by less than 100%%",
            bad[i]);
        scenario_assert_message(files, files->path, 4, expected);
        assert_int_equal(files->settings->edit_count, 0);
    }
}

static void the_round_of_a_scenario_must_be_one(void **state) {
    struct scenario_files *files = *state;

    assert_int_equal(scenario_read_variant(files, SCENARIO, -1, NULL), WP_INPUT);
    assert_null(files->settings);
    assert_string_equal(files->error.path, files->path);
    assert_int_equal(files->error.line, 2);
    assert_told(files->error.message,
                "base = ../round.ini: the file cannot be opened: No such file or directory");
    scenario_write(files->round, "[scenario]\nbase = x\n");
    assert_int_equal(scenario_read_variant(files, SCENARIO, -1, NULL), WP_INPUT);
    assert_int_equal(files->error.line, 2);
    assert_told(files->error.message,
                "base = ../round.ini is a scenario itself; name its round, and repeat the changes");
    scenario_read_text(files, "[scenario]\nbase = 'round.ini'\n");
    scenario_assert_message(files, files->path, 2,
                            "base = 'round.ini': expected the name of a file; write it without quotes");
    scenario_read_text(files, "[scenario]\nbase =\n");
    scenario_assert_message(files, files->path, 2,
                            "base has no value: expected the round.ini that the scenario changes");
    /* Without a round there is nothing to miss in it, but the scenario's own lines are judged. */
    scenario_read_text(files, "[scenario]\nname = x\n[set]\nrules.max_choice = 0\n");
    assert_int_equal(files->diagnostics.count, 2);
    assert_told(files->diagnostics.items[0].message, "[scenario] names no round: write base = round.ini");
    assert_int_equal(files->diagnostics.items[0].location.line, 1);
    assert_int_equal(files->diagnostics.items[1].location.line, 4);
    /* What is wrong in the round is said with the round's own lines. */
    scenario_write(files->round, ROUND "max_choice = 0\n");
    assert_int_equal(scenario_read_variant(files, SCENARIO "[set]\nrules.max_choice = 2\n", -1, NULL), 0);
    scenario_assert_message(files, files->settings->path, 8,
                            "max_choice = 0: expected a whole number from 1 to 99, or off");
}

static void a_scenario_that_changes_nothing_is_a_notice(void **state) {
    static const char *const overrides[] = {"input.travel=t.csv", NULL};
    struct scenario_files *files = *state;

    scenario_read_text(files, SCENARIO "[set]\n# rules.max_minutes = 60\n");
    scenario_assert_message(
        files, files->path, 2,
        "this scenario changes nothing: there are no lines in [set], [add], [remove], [scale] or "
        "[sweep]");
    assert_int_equal(files->diagnostics.errors, 0);
    assert_int_equal(scenario_read_variant(files, SCENARIO, -1, overrides), 0);
    assert_string_equal(files->settings->directories[WP_TRAVEL], files->settings->directory);
}

static void a_round_is_no_scenario(void **state) {
    struct scenario_files *files = *state;

    scenario_read_alone(files, ROUND);
    scenario_assert_message(
        files, files->path, 0,
        "this is no scenario: it has no section [scenario], in which base names its round");
    scenario_read_text(files, ROUND "[set]\nrules.max_minutes = 60\n");
    scenario_assert_message(
        files, files->path, 8,
        "[set] stands in a scenario, not in a round: a scenario is a file of its own with a "
        "section [scenario], in which base names its round");
    scenario_forget(files);
    assert_int_equal(wp_scenario_read("/no/such/s.ini", &files->scenario, &files->diagnostics, &files->error),
                     WP_INPUT);
    assert_null(files->scenario);
}

/* What stands in two places is said where it stands last. */
static void settings_are_checked_together_where_they_stand(void **state) {
    struct scenario_files *files = *state;

    scenario_read_text(files, SCENARIO "[set]\nround.start = 2026-09-07\nround.end = 2026-09-06\n");
    scenario_assert_message(files, files->path, 5, "end = 2026-09-06 lies before start = 2026-09-07");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, scenario_set_up, scenario_tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        CASE(wrong_lines_are_errors_that_say_what_is_right),
        CASE(sections_that_do_not_go_together_are_errors),
        CASE(a_sweep_has_at_most_a_thousand_variants),
        CASE(amounts_have_a_sign_and_a_bound),
        CASE(the_round_of_a_scenario_must_be_one),
        CASE(a_scenario_that_changes_nothing_is_a_notice),
        CASE(a_round_is_no_scenario),
        CASE(settings_are_checked_together_where_they_stand),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
