/* test_config.c: round.ini and --set become settings, and nothing wrong passes. */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "config.h"
#include "keys.h"
#include "told.h"
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    char path[64];
    struct wp_settings *settings;
    struct wp_diagnostics diagnostics;
    struct wp_error error;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    int descriptor;

    if (fixture == NULL)
        return -1;
    snprintf(fixture->path, sizeof fixture->path, P_tmpdir "/test_config-XXXXXX");
    descriptor = mkstemp(fixture->path);
    *state = fixture;
    return descriptor < 0 ? -1 : close(descriptor);
}

static void forget(struct fixture *fixture) {
    wp_settings_free(fixture->settings);
    wp_diagnostics_clear(&fixture->diagnostics);
    fixture->settings = NULL;
    fixture->diagnostics = (struct wp_diagnostics){0};
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;

    forget(fixture);
    unlink(fixture->path);
    free(fixture);
    return 0;
}

/* Reads this file with overrides (a NULL-terminated list, or NULL), forgetting what was read before. */
static void read_with(struct fixture *fixture, const char *text, const char *const *overrides) {
    FILE *file = fopen(fixture->path, "wb");
    int count = 0;

    forget(fixture);
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    while (overrides != NULL && overrides[count] != NULL)
        count++;
    const struct wp_config_source source = {
        .path = fixture->path, .variant = -1, .overrides = overrides, .override_count = count};
    assert_int_equal(wp_config_read(&source, &fixture->settings, &fixture->diagnostics, &fixture->error), 0);
    assert_non_null(fixture->settings);
}

/* What stands in front of the line that a case is about; it is line 4. */
#define INPUT "[input]\nstudents = s.csv\nprojects = p.csv\n"

/* One more section with one key; its line is 5. */
static const struct wp_settings *read_key(struct fixture *fixture, const char *section, const char *line) {
    char text[1024];

    if (strcmp(section, "input") == 0)
        snprintf(text, sizeof text, INPUT "\n%s\n", line);
    else
        snprintf(text, sizeof text, INPUT "[%s]\n%s\n", section, line);
    read_with(fixture, text, NULL);
    return fixture->settings;
}

static void assert_message(const struct fixture *fixture, long line, const char *message) {
    assert_int_equal(fixture->diagnostics.count, 1);
    assert_int_equal(fixture->diagnostics.items[0].location.line, line);
    assert_told(fixture->diagnostics.items[0].message, message);
}

static void standards_are_those_of_the_contract(void **state) {
    struct fixture *fixture = *state;
    const struct wp_settings *settings = read_key(fixture, "round", "");

    assert_int_equal(fixture->diagnostics.count, 0);
    assert_string_equal(settings->name, "");
    assert_string_equal(settings->directory, P_tmpdir);
    assert_int_equal(settings->start, WP_NO_DAY);
    assert_int_equal(settings->end, WP_NO_DAY);
    assert_null(settings->base);
    assert_string_equal(settings->files[WP_STUDENTS][0], "s.csv");
    assert_null(settings->files[WP_STUDENTS][1]);
    assert_int_equal(settings->file_at[WP_STUDENTS].line, 2);
    assert_null(settings->files[WP_LECTURERS]);
    assert_false(settings->rules.must_place);
    assert_int_equal(settings->rules.max_choice, -1);
    assert_int_equal(settings->rules.max_minutes, -1);
    assert_true(fabs(settings->rules.km_per_hour - 15) < 1e-12);
    assert_true(fabs(settings->rules.detour - 1.3) < 1e-12);
    assert_int_equal(settings->rules.certificates, WP_HARD);
    assert_int_equal(settings->rules.languages, WP_HARD);
    assert_int_equal(settings->rules.years, WP_HARD);
    assert_int_equal(settings->rules.days_in_common, 0);
    assert_true(settings->rules.one_lecturer_per_project);
    assert_true(settings->default_objectives);
    assert_int_equal(settings->objective_count, 4);
    assert_string_equal(settings->objectives[0].name, "placed");
    assert_string_equal(settings->objectives[1].name, "ranks:generous");
    assert_string_equal(settings->objectives[2].name, "travel");
    assert_string_equal(settings->objectives[3].name, "lottery");
    assert_true(settings->time_limit < 0);
    assert_true(settings->gap <= 0 && settings->gap >= 0);
    assert_int_equal(settings->memory_limit, 0);
    assert_int_equal(settings->formats,
                     WP_REPORT_CSV | WP_REPORT_JSON | WP_REPORT_HTML | WP_REPORT_XLSX | WP_REPORT_ICS);
    assert_int_equal(settings->language, WP_ENGLISH);
    assert_int_equal(settings->csv, WP_CSV_EXCEL_NL);
}

/* What iniparser's own conversions make something else of. */
static void numbers_are_read_as_people_write_them(void **state) {
    struct fixture *fixture = *state;

    assert_true(fabs(read_key(fixture, "rules", "detour = 1,25")->rules.detour - 1.25) < 1e-12);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_int_equal(read_key(fixture, "rules", "max_minutes = 010")->rules.max_minutes, 10);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_true(read_key(fixture, "rules", "must_place = ja")->rules.must_place);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_false(
        read_key(fixture, "rules", "one_lecturer_per_project = nee")->rules.one_lecturer_per_project);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_true(fabs(read_key(fixture, "solver", "gap = 2,5%")->gap - 0.025) < 1e-15);
    assert_true(fabs(read_key(fixture, "solver", "gap = 0,5")->gap - 0.5) < 1e-15);
    assert_true(fabs(read_key(fixture, "solver", "time_limit = 0.25")->time_limit - 0.25) < 1e-15);
    assert_true(read_key(fixture, "round", "seed = -9223372036854775808")->seed == INT64_MIN);
    assert_true(read_key(fixture, "round", "seed = 9223372036854775807")->seed == INT64_MAX);
    assert_int_equal(fixture->diagnostics.count, 0);
}

static void wrong_values_are_errors_that_say_what_is_right(void **state) {
    static const struct {
        const char *section, *line, *message;
    } cases[] = {
        {"rules", "max_minutes = 12abc",
         "max_minutes = 12abc: expected a whole number from 0 to 1440, or off"},
        {"rules", "max_minutes = 99999999999999999999",
         "max_minutes = 99999999999999999999: expected a whole number from 0 to 1440, or off"},
        {"rules", "max_minutes = 0x10", "max_minutes = 0x10: expected a whole number from 0 to 1440, or off"},
        {"rules", "max_minutes = 45,5", "max_minutes = 45,5: expected a whole number from 0 to 1440, or off"},
        {"rules", "max_choice = 0", "max_choice = 0: expected a whole number from 1 to 99, or off"},
        {"rules", "detour = 1e3", "detour = 1e3: expected a number from 1 to 10"},
        {"rules", "detour = nan", "detour = nan: expected a number from 1 to 10"},
        {"rules", "detour = 1.3 # about",
         "detour = 1.3 # about: expected a number from 1 to 10; a comment needs a line of its own"},
        {"rules", "must_place = \"yes\"",
         "must_place = \"yes\": expected yes or no; write it without quotes"},
        {"rules", "must_place = yess", "must_place = yess: expected yes or no; did you mean yes?"},
        {"rules", "must_place =",
         "must_place has no value: expected yes or no; put # in front of keys that you do not use"},
        {"rules", "certificates = soft", "certificates = soft: expected hard or off"},
        {"rules", "collective_share = 40",
         "collective_share = 40: expected a percentage from 0% to 100% with at most two decimals, or off"},
        {"rules", "collective_share = 0,001%",
         "collective_share = 0,001%: expected a percentage from 0% to 100% with at most two decimals, or "
         "off"},
        {"solver", "gap = 101%", "gap = 101%: expected a number from 0 to 1 or a percentage"},
        {"solver", "gap = -0.1", "gap = -0.1: expected a number from 0 to 1 or a percentage"},
        {"solver", "time_limit = -1", "time_limit = -1: expected a number from 0 to 10000000, or off"},
        {"round", "seed = 9223372036854775808",
         "seed = 9223372036854775808: expected a whole number of at most 18 digits"},
        {"round", "seed = 12 13", "seed = 12 13: expected a whole number of at most 18 digits"},
        {"round", "start = 2026-02-29", "start = 2026-02-29: expected a date such as 2026-09-01"},
        {"round", "start = 1-9-2026", "start = 1-9-2026: expected a date such as 2026-09-01"},
        {"report", "formats = csv, pdf",
         "formats = csv, pdf: expected csv, json, html, xlsx and ics, with commas between them"},
        {"input", "lecturers = \"l.csv\"",
         "lecturers = \"l.csv\": expected the name of a file; write it without quotes"},
        {"input", "history = a.csv,,b.csv",
         "history = a.csv,,b.csv: expected names of files with commas between them"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        read_key(fixture, cases[i].section, cases[i].line);
        assert_message(fixture, 5, cases[i].message);
    }
}

static void days_are_counted_from_1970(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_key(fixture, "round", "start = 1970-01-01")->start, 0);
    assert_int_equal(read_key(fixture, "round", "start = 2000-03-01")->start, 11017);
    assert_int_equal(read_key(fixture, "round", "start = 2024-02-29")->start, 19782);
    assert_int_equal(read_key(fixture, "round", "start = 1969-12-31")->start, -1);
    assert_int_equal(fixture->diagnostics.count, 0);
    read_key(fixture, "round", "start = 2026-09-07\nend = 2026-09-06");
    assert_message(fixture, 6, "end = 2026-09-06 lies before start = 2026-09-07");
    read_key(fixture, "round", "start = 2026-09-07\nend = 2026-09-07");
    assert_int_equal(fixture->diagnostics.count, 0);
}

static void unknown_names_come_with_a_suggestion(void **state) {
    static const struct {
        const char *section, *line;
        long at;
        const char *message;
    } cases[] = {
        {"rulez", "must_place = yes", 4, "there is no section [rulez]; did you mean [rules]?"},
        {"weather", "sun = yes", 4, "there is no section [weather]"},
        {"rules", "max_minute = 3", 5, "there is no key max_minute in [rules]; did you mean max_minutes?"},
        {"rules", "must place = yes", 5, "there is no key must place in [rules]; did you mean must_place?"},
        {"solver", "max_minutes = 3", 5, "max_minutes belongs in [rules], not in [solver]"},
        {"rules", "colour = red", 5, "there is no key colour in [rules]"},
        {"columns", "students.idd = x", 5, "students have no column \"idd\"; did you mean id?"},
        {"columns", "student.id = x", 5, "there is no file \"student\" in [columns]; did you mean students?"},
        {"columns", "id = x", 5, "id: expected a file and one of its columns, such as students.id"},
        {"columns", "students.choice_100 = x", 5, "students have no column \"choice_100\""},
        {"columns", "students.id =", 5,
         "students.id has no value: expected the header of your file that stands for it"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        read_key(fixture, cases[i].section, cases[i].line);
        assert_message(fixture, cases[i].at, cases[i].message);
    }
}

static void required_files_are_missed(void **state) {
    struct fixture *fixture = *state;

    read_with(fixture, "[round]\nname = x\n[input]\nprojects = p.csv\n", NULL);
    assert_message(fixture, 3, "[input] names no students file: write students = students.csv");
    read_with(fixture, "", NULL);
    assert_int_equal(fixture->diagnostics.errors, 2);
    assert_int_equal(fixture->diagnostics.items[0].location.line, 0);
}

static void all_errors_come_in_one_run(void **state) {
    struct fixture *fixture = *state;

    read_with(fixture,
              "[round]\nseed = x\nseed = 2\n[input]\nstudents = s.csv\n[rules]\nmax_choice = -1\nfoo = "
              "1\nmeetings = daily\n",
              NULL);
    assert_int_equal(fixture->diagnostics.errors, 6);
}

/* Rules that look at earlier rounds. */
static void soft_needs_novelty_and_novelty_needs_a_history(void **state) {
    struct fixture *fixture = *state;

    read_with(fixture,
              INPUT "history = h.csv\n[rules]\nnew_district = soft\nnew_teammates = hard\n"
                    "[objectives]\norder = placed, novelty\n",
              NULL);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_int_equal(fixture->settings->rules.new_district, WP_SOFT);
    assert_int_equal(fixture->settings->rules.new_teammates, WP_HARD);
    read_with(fixture, INPUT "history = h.csv\n[rules]\nnew_teammates = hard\nnew_district = soft\n", NULL);
    assert_message(fixture, 7,
                   "new_district = soft needs the objective novelty: add novelty to order in [objectives], "
                   "or write new_district = hard or off");
    assert_int_equal(fixture->diagnostics.errors, 1);
    read_key(fixture, "rules", "new_organisation = hard");
    assert_message(fixture, 5, "new_organisation has no effect, because [input] names no history file");
    assert_int_equal(fixture->diagnostics.errors, 0);
    read_key(fixture, "objectives", "order = placed, novelty");
    assert_message(fixture, 5, "order: novelty has no effect, because [input] names no history file");
    assert_int_equal(fixture->diagnostics.errors, 0);
}

static void overrides_go_through_the_same_checks(void **state) {
    static const char *const good[] = {"rules.max_minutes=60",
                                       "Rules.Max_Minutes = 30",
                                       "input.students=other.csv",
                                       "columns.students.id=Nr = 1",
                                       "objectives.order=placed, balance",
                                       "round.name=a.b",
                                       NULL};
    static const char *const bad[] = {"rules.max_minutes=x", "rules",           "rulez.a=1", "rules.b=1",
                                      "rules.max_choice=\n", "round.name=\xFF", NULL};
    struct fixture *fixture = *state;

    read_with(fixture, INPUT "[rules]\nmax_minutes = 90\n[columns]\nstudents.id = Id\n", good);
    assert_int_equal(fixture->diagnostics.count, 0);
    assert_int_equal(fixture->settings->rules.max_minutes, 30);
    assert_string_equal(fixture->settings->files[WP_STUDENTS][0], "other.csv");
    assert_string_equal(fixture->settings->name, "a.b");
    assert_int_equal(fixture->settings->mapping_count, 1);
    assert_string_equal(fixture->settings->mappings[0].header, "Nr = 1");
    assert_int_equal(fixture->settings->objective_count, 2);
    assert_false(fixture->settings->default_objectives);
    assert_int_equal(fixture->settings->override_count, 6);
    assert_string_equal(fixture->settings->overrides[1], "Rules.Max_Minutes = 30");

    read_with(fixture, INPUT, bad);
    assert_int_equal(fixture->diagnostics.errors, 6);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(fixture->diagnostics.items[i].location.path, "--set");
        assert_int_equal(fixture->diagnostics.items[i].location.line, i + 1);
    }
}

static void columns_are_mapped(void **state) {
    struct fixture *fixture = *state;
    const struct wp_settings *settings =
        read_key(fixture, "columns",
                 "students.id = Studentnummer\nstudents.choice_12 = Keuze; 12\ntravel.minutes = reis # min");

    assert_int_equal(fixture->diagnostics.count, 0);
    assert_int_equal(settings->mapping_count, 3);
    assert_int_equal(settings->mappings[0].table, WP_STUDENTS);
    assert_string_equal(settings->mappings[0].column, "id");
    assert_string_equal(settings->mappings[0].header, "Studentnummer");
    assert_string_equal(settings->mappings[1].column, "choice_12");
    assert_string_equal(settings->mappings[1].header, "Keuze; 12");
    assert_int_equal(settings->mappings[2].table, WP_TRAVEL);
    assert_string_equal(settings->mappings[2].header, "reis # min");
    assert_int_equal(settings->mappings[2].where.line, 7);
}

static void history_is_a_list(void **state) {
    struct fixture *fixture = *state;
    const struct wp_settings *settings = read_key(fixture, "input", "history = a.csv, b c.csv;d.csv");

    assert_string_equal(settings->files[WP_HISTORY][1], "b c.csv");
    assert_string_equal(settings->files[WP_HISTORY][2], "d.csv");
    assert_null(settings->files[WP_HISTORY][3]);
    settings = read_key(fixture, "input", "history = a, b.csv | c.csv");
    assert_string_equal(settings->files[WP_HISTORY][0], "a, b.csv");
    assert_string_equal(settings->files[WP_HISTORY][1], "c.csv");
    assert_int_equal(fixture->diagnostics.count, 0);
}

static void the_earlier_plan_is_a_table_of_its_own(void **state) {
    static const char *const elsewhere[] = {"round.base=/old/plan", NULL};
    struct fixture *fixture = *state;
    const struct wp_settings *settings = read_key(fixture, "round", "base = plans/spring//");

    assert_message(fixture, 5, "base = plans/spring// changes nothing, because order does not name moves");
    assert_string_equal(settings->base, "plans/spring//");
    assert_string_equal(settings->files[WP_BASE][0], "plans/spring/placements.csv");
    assert_null(settings->files[WP_BASE][1]);
    assert_int_equal(settings->file_at[WP_BASE].line, 5);
    read_with(fixture, INPUT "[round]\nbase = plan\n", elsewhere);
    assert_string_equal(fixture->settings->files[WP_BASE][0], "/old/plan/placements.csv");
    read_key(fixture, "round", "base = 'plan'");
    assert_message(fixture, 5, "base = 'plan': expected the folder of a plan; write it without quotes");
    read_key(fixture, "input", "base = plan");
    assert_message(fixture, 5, "base belongs in [round], not in [input]");
    read_key(fixture, "columns", "base.student = wie");
    assert_message(fixture, 5, "there is no file \"base\" in [columns]");
}

static void a_file_that_is_not_there_gives_no_settings(void **state) {
    struct fixture *fixture = *state;

    const struct wp_config_source source = {.path = "/no/such/round.ini", .variant = -1};
    assert_int_equal(wp_config_read(&source, &fixture->settings, &fixture->diagnostics, &fixture->error),
                     WP_INPUT);
    assert_null(fixture->settings);
    assert_string_equal(fixture->error.path, "/no/such/round.ini");
}

/* Every row of the table is complete, and its standard is a value of its own. */
static void the_table_of_keys_is_sound(void **state) {
    struct fixture *fixture = *state;

    for (size_t k = 0; k < wp_key_count; k++) {
        char line[256], values[WP_KEY_VALUES];

        assert_ptr_equal(wp_key_find(wp_keys[k].section, wp_keys[k].name), &wp_keys[k]);
        assert_true(strlen(wp_keys[k].meaning) > 10);
        assert_true(strlen(wp_key_values(&wp_keys[k], values)) > 0);
        assert_true(strlen(values) < WP_KEY_VALUES - 1);
        if (wp_keys[k].standard == NULL)
            continue;
        snprintf(line, sizeof line, "%s = %s", wp_keys[k].name, wp_keys[k].standard);
        read_key(fixture, wp_keys[k].section, line);
        assert_int_equal(fixture->diagnostics.count, 0);
    }
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        CASE(standards_are_those_of_the_contract),
        CASE(numbers_are_read_as_people_write_them),
        CASE(wrong_values_are_errors_that_say_what_is_right),
        CASE(days_are_counted_from_1970),
        CASE(unknown_names_come_with_a_suggestion),
        CASE(required_files_are_missed),
        CASE(all_errors_come_in_one_run),
        CASE(soft_needs_novelty_and_novelty_needs_a_history),
        CASE(overrides_go_through_the_same_checks),
        CASE(columns_are_mapped),
        CASE(history_is_a_list),
        CASE(the_earlier_plan_is_a_table_of_its_own),
        CASE(a_file_that_is_not_there_gives_no_settings),
        CASE(the_table_of_keys_is_sound),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
