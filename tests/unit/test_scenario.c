/* test_scenario.c: scenarios become settings and edits. */
#define _XOPEN_SOURCE 700 /* open_memstream */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "scenario_files.h"
#include "settings_text.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void assert_edit(const struct wp_edit *edit, enum wp_edit_kind kind, enum wp_table table,
                        const char *ids, const char *column, const char *value, long line) {
    assert_int_equal(edit->kind, kind);
    assert_int_equal(edit->table, table);
    assert_int_equal(edit->where.line, line);
    assert_string_equal(edit->ids != NULL ? edit->ids : "-", ids);
    assert_string_equal(edit->column != NULL ? edit->column : "-", column);
    assert_string_equal(edit->value != NULL ? edit->value : "-", value);
}

static void a_scenario_says_what_it_is(void **state) {
    struct scenario_files *files = *state;
    const struct wp_scenario *scenario = scenario_read_alone(
        files, "[Scenario]\nBase = ../round.ini\nname = An ill lecturer\nwhy = L07 = ill; #1\n");
    char path[128];

    scenario_assert_quiet(files);
    assert_string_equal(scenario->path, files->path);
    assert_string_equal(scenario->directory, files->below);
    assert_string_equal(scenario->base, "../round.ini");
    snprintf(path, sizeof path, "%s/../round.ini", files->below);
    assert_string_equal(scenario->base_path, path);
    assert_string_equal(scenario->name, "An ill lecturer");
    assert_string_equal(scenario->why, "L07 = ill; #1");
    assert_int_equal(scenario->base_at.line, 2);
    assert_int_equal(scenario->variant_count, 1);
    assert_int_equal(scenario->sweep_count, 0);
    assert_int_equal(scenario->swap_count, 0);

    scenario = scenario_read_alone(files, "[scenario]\nbase = /far/round.ini\n");
    assert_string_equal(scenario->base_path, "/far/round.ini");
    assert_string_equal(scenario->name, "ill");
    assert_string_equal(scenario->why, "");
}

static void settings_are_those_of_the_round_with_the_changes(void **state) {
    struct scenario_files *files = *state;
    const struct wp_settings *settings =
        scenario_read_text(files, SCENARIO "[set]\nrules.max_minutes = 60\n Rules . Must_Place = yes\n"
                                           "objectives.order = placed, travel\nround.seed = -5\n"
                                           "input.travel = trips.csv\nround.base = old\n"
                                           "input.history = a.csv, b.csv\n");
    char path[128];

    assert_int_equal(files->diagnostics.errors, 0);
    assert_int_equal(settings->rules.max_minutes, 60);
    assert_true(settings->rules.must_place);
    assert_int_equal(settings->objective_count, 2);
    assert_true(settings->seed == -5);
    assert_string_equal(settings->name, "Spring");
    snprintf(path, sizeof path, "%s/../round.ini", files->below);
    assert_string_equal(settings->path, path);
    snprintf(path, sizeof path, "%s/..", files->below);
    assert_string_equal(settings->directory, path);
    assert_string_equal(settings->directories[WP_STUDENTS], path);
    assert_string_equal(settings->directories[WP_TRAVEL], files->below);
    assert_string_equal(settings->directories[WP_BASE], files->below);
    assert_string_equal(settings->directories[WP_HISTORY], files->below);
    assert_string_equal(settings->edits_directory, files->below);
    assert_string_equal(settings->file_at[WP_TRAVEL].path, files->path);
    assert_int_equal(settings->file_at[WP_TRAVEL].line, 8);
    assert_int_equal(settings->edit_count, 0);
    assert_int_equal(settings->override_count, 0);
    assert_int_equal(settings->variant, -1);
    assert_string_equal(settings->scenario->name, "ill");
}

/* Two folders of one name are told apart by the pointer to it. */
static void a_scenario_beside_its_round_has_a_folder_of_its_own(void **state) {
    struct scenario_files *files = *state;
    char old[4096];

    assert_non_null(getcwd(old, sizeof old));
    scenario_write(files->round, ROUND);
    scenario_write(files->path, "[scenario]\nbase = round.ini\n[set]\ninput.travel = t.csv\n");
    assert_int_equal(chdir(files->below), 0);
    scenario_write("round.ini", ROUND);
    const struct wp_config_source source = {.path = "ill.ini", .variant = -1};
    int code = wp_config_read(&source, &files->settings, &files->diagnostics, &files->error);
    assert_int_equal(unlink("round.ini"), 0);
    assert_int_equal(chdir(old), 0);
    assert_int_equal(code, 0);
    scenario_assert_quiet(files);
    assert_string_equal(files->settings->path, "round.ini");
    assert_string_equal(files->settings->directory, ".");
    assert_string_equal(files->settings->directories[WP_TRAVEL], ".");
    assert_ptr_equal(files->settings->directories[WP_STUDENTS], files->settings->directory);
    assert_ptr_not_equal(files->settings->directories[WP_TRAVEL], files->settings->directory);
    assert_ptr_equal(files->settings->directories[WP_TRAVEL], files->settings->scenario->directory);
}

static void edits_are_collected_in_the_order_in_which_they_are_made(void **state) {
    static const char *const overrides[] = {"projects.P1.reserve=2", "Students.s.1.a.load = 0,5", NULL};
    struct scenario_files *files = *state;
    const struct wp_edit *edits;

    scenario_write(files->round, ROUND);
    assert_int_equal(scenario_read_variant(files,
                                           SCENARIO
                                           "[set]\nlecturers.L07.max_students = 0\n"
                                           "projects.p*.Max Studenten = +10%\n[add]\nProjects = extra.csv\n"
                                           "history = more.csv\n[set2]\n",
                                           -1, NULL),
                     0);
    assert_int_equal(files->diagnostics.errors, 1);
    assert_int_equal(
        scenario_read_variant(files,
                              SCENARIO
                              "[set]\nlecturers.L07.max_students = 0\nlecturers.l07.max_students = 1\n"
                              "projects.P.1 b.Max Studenten = +10%\ntravel.A>B.minutes = +20\n"
                              "preferences.S1>P1.rank = 2\nstudents.*.group =\n"
                              "[add]\nProjects = extra.csv\nhistory = more.csv\n[scale]\nstudents = -2,5 %\n"
                              "[remove]\nprojects = P1\nstudents = S1, X* ; S?\n",
                              -1, overrides),
        0);
    scenario_assert_quiet(files);
    edits = files->settings->edits;
    assert_int_equal(files->settings->edit_count, 13);
    assert_edit(&edits[0], WP_EDIT_REMOVE, WP_PROJECTS, "P1", "-", "-", 16);
    assert_edit(&edits[1], WP_EDIT_REMOVE, WP_STUDENTS, "S1|X*|S?", "-", "-", 17);
    assert_edit(&edits[2], WP_EDIT_SCALE, WP_STUDENTS, "-", "-", "-2,5 %", 14);
    assert_edit(&edits[3], WP_EDIT_ADD, WP_PROJECTS, "-", "-", "extra.csv", 11);
    assert_edit(&edits[4], WP_EDIT_ADD, WP_HISTORY, "-", "-", "more.csv", 12);
    assert_edit(&edits[5], WP_EDIT_SET, WP_LECTURERS, "L07", "max_students", "0", 4);
    assert_edit(&edits[6], WP_EDIT_SET, WP_LECTURERS, "l07", "max_students", "1", 5);
    assert_edit(&edits[7], WP_EDIT_SET, WP_PROJECTS, "P.1 b", "Max Studenten", "+10%", 6);
    assert_edit(&edits[8], WP_EDIT_SET, WP_TRAVEL, "A>B", "minutes", "+20", 7);
    assert_edit(&edits[9], WP_EDIT_SET, WP_PREFERENCES, "S1>P1", "rank", "2", 8);
    assert_edit(&edits[10], WP_EDIT_SET, WP_STUDENTS, "*", "group", "", 9);
    assert_edit(&edits[11], WP_EDIT_SET, WP_PROJECTS, "P1", "reserve", "2", 1);
    assert_edit(&edits[12], WP_EDIT_SET, WP_STUDENTS, "s.1.a", "load", "0,5", 2);
    assert_string_equal(edits[10].where.path, files->path);
    assert_string_equal(edits[11].where.path, "--set");
    assert_int_equal(files->settings->override_count, 2);
    assert_string_equal(files->settings->overrides[1], "Students.s.1.a.load = 0,5");
}

static void a_round_takes_edits_from_the_command_line(void **state) {
    static const char *const overrides[] = {"lecturers.L07.max_students=0", "rules.max_minutes=30", NULL};
    struct scenario_files *files = *state;

    assert_int_equal(scenario_read_variant(files, ROUND, -1, overrides), 0);
    scenario_assert_quiet(files);
    assert_null(files->settings->scenario);
    assert_int_equal(files->settings->rules.max_minutes, 30);
    assert_int_equal(files->settings->edit_count, 1);
    assert_edit(files->settings->edits, WP_EDIT_SET, WP_LECTURERS, "L07", "max_students", "0", 1);
    assert_string_equal(files->settings->edits_directory, files->below);
}

/* What a round lacks, a scenario adds. */
static void history_that_is_added_counts(void **state) {
    struct scenario_files *files = *state;

    scenario_read_text(files, SCENARIO "[set]\nrules.new_district = hard\n");
    scenario_assert_message(files, files->path, 4,
                            "new_district has no effect, because [input] names no history file");
    scenario_read_text(files, SCENARIO "[set]\nrules.new_district = hard\n[add]\nhistory = h.csv\n");
    scenario_assert_quiet(files);
}

#define SWEEP                                                                                                \
    SCENARIO "[set]\nprojects.*.max_students = 3\n[sweep]\nrules.max_minutes = 20 | 40\n"                    \
             "projects.P1.max_students = 1|2|3\n"

static void a_sweep_has_every_combination(void **state) {
    static const char *const expected[][2] = {{"20", "1"}, {"20", "2"}, {"20", "3"},
                                              {"40", "1"}, {"40", "2"}, {"40", "3"}};
    struct scenario_files *files = *state;
    const struct wp_scenario *scenario = scenario_read_alone(files, SWEEP);
    char text[64];

    scenario_assert_quiet(files);
    assert_int_equal(scenario->sweep_count, 2);
    assert_int_equal(scenario->variant_count, 6);
    assert_string_equal(scenario->sweeps[1].key, "projects.P1.max_students");
    assert_int_equal(scenario->sweeps[1].where.line, 7);
    scenario_write(files->round, ROUND);
    for (int variant = 0; variant < 6; variant++) {
        const struct wp_settings *settings;

        assert_int_equal(scenario_read_variant(files, SWEEP, variant, NULL), 0);
        scenario_assert_quiet(files);
        settings = files->settings;
        for (int s = 0; s < 2; s++)
            assert_string_equal(wp_scenario_value(settings->scenario, variant, s), expected[variant][s]);
        assert_int_equal(settings->variant, variant);
        assert_int_equal(settings->rules.max_minutes, variant < 3 ? 20 : 40);
        assert_int_equal(settings->edit_count, 2);
        assert_edit(&settings->edits[1], WP_EDIT_SET, WP_PROJECTS, "P1", "max_students", expected[variant][1],
                    7);
        assert_int_equal(settings->override_count, 2);
        snprintf(text, sizeof text, "rules.max_minutes=%s", expected[variant][0]);
        assert_string_equal(settings->overrides[0], text);
        snprintf(text, sizeof text, "projects.P1.max_students=%s", expected[variant][1]);
        assert_string_equal(settings->overrides[1], text);
    }
    assert_int_equal(scenario_read_variant(files, SWEEP, 6, NULL), WP_INTERNAL);
    assert_null(files->settings);
}

/* A written plan has the choice of its sweep among its overrides; read with them it is the same round. */
static void what_a_variant_records_is_the_same_round_again(void **state) {
    static const char text[] = SCENARIO "[sweep]\ninput.travel = slow.csv|fast.csv\n"
                                        "objectives.order = placed, travel|travel\n"
                                        "[set]\nstudents.*.load = 2\n";
    static const char *const own[] = {"rules.max_choice=3", "students.S1.load=1", NULL};
    struct scenario_files *files = *state;
    const char *recorded[8] = {NULL};
    char copies[8][64];

    scenario_write(files->round, ROUND);
    assert_int_equal(scenario_read_variant(files, text, 1, own), 0);
    assert_int_equal(files->diagnostics.errors, 0);
    assert_int_equal(files->settings->override_count, 4);
    assert_string_equal(files->settings->directories[WP_TRAVEL], files->below);
    for (int i = 0; i < 4; i++) {
        snprintf(copies[i], sizeof copies[i], "%s", files->settings->overrides[i]);
        recorded[i] = copies[i];
    }
    assert_string_equal(recorded[2], "input.travel=slow.csv");
    assert_string_equal(recorded[3], "objectives.order=travel");
    assert_int_equal(scenario_read_variant(files, text, -1, recorded), 0);
    assert_int_equal(files->diagnostics.errors, 0);
    assert_int_equal(files->settings->variant, -1);
    assert_int_equal(files->settings->rules.max_choice, 3);
    assert_int_equal(files->settings->override_count, 4);
    assert_string_equal(files->settings->files[WP_TRAVEL][0], "slow.csv");
    assert_string_equal(files->settings->directories[WP_TRAVEL], files->below);
    assert_int_equal(files->settings->edit_count, 2);
    assert_string_equal(files->settings->edits[1].ids, "S1");
}

static void a_sweep_without_a_choice_is_no_round(void **state) {
    static const char *const one[] = {"projects.P1.max_students=9", NULL};
    static const char *const both[] = {"projects.P1.Max_Students=9", "rules.max_minutes=25", NULL};
    static const char message[] =
        "rules.max_minutes has 2 values: choose one with --set 'rules.max_minutes=20', or let wijkplaats "
        "whatif try and compare them all";
    struct scenario_files *files = *state;

    scenario_write(files->round, ROUND);
    assert_int_equal(scenario_read_variant(files, SWEEP, -1, NULL), 0);
    assert_int_equal(files->diagnostics.errors, 2);
    assert_int_equal(scenario_read_variant(files, SWEEP, -1, one), 0);
    scenario_assert_message(files, files->path, 6, message);
    assert_int_equal(scenario_read_variant(files, SWEEP, -1, both), 0);
    scenario_assert_quiet(files);
    assert_int_equal(files->settings->rules.max_minutes, 25);
    assert_int_equal(files->settings->variant, -1);
    assert_int_equal(scenario_read_variant(files, SWEEP, 0, one), 0);
    scenario_assert_message(
        files, "--set", 1,
        "projects.P1.max_students is swept by the scenario (line 7), which gives it each of its "
        "values in turn; leave it out here");
}

static void swaps_are_questions(void **state) {
    struct scenario_files *files = *state;
    const struct wp_scenario *scenario = scenario_read_alone(files, SCENARIO "[swap]\nS1 = S2\ns1 = S 3\n");
    char message[512];

    scenario_assert_quiet(files);
    assert_int_equal(scenario->swap_count, 2);
    assert_string_equal(scenario->swaps[1].one, "s1");
    assert_string_equal(scenario->swaps[1].other, "S 3");
    assert_int_equal(scenario->swaps[1].where.line, 5);
    scenario_read_text(files, SCENARIO "[swap]\nS1 = S2\n");
    snprintf(
        message, sizeof message,
        "[swap] is a question about the plan of a round; wijkplaats whatif %s/../round.ini %s answers it",
        files->below, files->path);
    scenario_assert_message(files, files->path, 4, message);
}

static void the_round_may_lie_elsewhere(void **state) {
    struct scenario_files *files = *state;
    struct wp_config_source source = {.path = files->path, .base = files->round, .variant = -1};

    scenario_write(files->round, ROUND);
    scenario_write(files->path, "[scenario]\nbase = /not/here/round.ini\n[set]\ninput.travel = t.csv\n");
    assert_int_equal(wp_config_read(&source, &files->settings, &files->diagnostics, &files->error), 0);
    scenario_assert_quiet(files);
    assert_string_equal(files->settings->path, files->round);
    assert_string_equal(files->settings->directories[WP_STUDENTS], files->folder);
    assert_string_equal(files->settings->directories[WP_TRAVEL], files->below);
}

static void check_shows_a_scenario_and_its_changes(void **state) {
    static const char expected[] = "\nScenario: Cut (%s)\n  Its round: %s\n  Why: no bus\n"
                                   "  Changes of the settings:\n    rules.max_minutes = 90, was 45\n"
                                   "  Changes of the tables:\n    students without S1|S2\n"
                                   "    students +10%%\n    projects and the rows of x.csv\n"
                                   "    travel *: minutes = +20\n    projects P1: lecturers = (empty)\n"
                                   "\nSettings given:\n";
    struct scenario_files *files = *state;
    char *shown = NULL, wanted[1024];
    size_t size = 0;
    FILE *out = open_memstream(&shown, &size);

    assert_non_null(out);
    scenario_read_text(files,
                       SCENARIO "name = Cut\nwhy = no bus\n[set]\ntravel.*.minutes = +20\n"
                                "projects.P1.lecturers =\nrules.max_minutes = 90\n[remove]\n"
                                "students = S1|S2\n[scale]\nstudents = +10%\n[add]\nprojects = x.csv\n");
    scenario_assert_quiet(files);
    wp_settings_text(out, files->settings, false);
    assert_int_equal(fclose(out), 0);
    snprintf(wanted, sizeof wanted, expected, files->path, files->settings->path);
    assert_int_equal(strncmp(shown, wanted, strlen(wanted)), 0);
    assert_non_null(strstr(shown, "    max_minutes = 90 "));
    free(shown);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, scenario_set_up, scenario_tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        CASE(a_scenario_says_what_it_is),
        CASE(settings_are_those_of_the_round_with_the_changes),
        CASE(a_scenario_beside_its_round_has_a_folder_of_its_own),
        CASE(edits_are_collected_in_the_order_in_which_they_are_made),
        CASE(a_round_takes_edits_from_the_command_line),
        CASE(history_that_is_added_counts),
        CASE(a_sweep_has_every_combination),
        CASE(what_a_variant_records_is_the_same_round_again),
        CASE(a_sweep_without_a_choice_is_no_round),
        CASE(swaps_are_questions),
        CASE(the_round_may_lie_elsewhere),
        CASE(check_shows_a_scenario_and_its_changes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
