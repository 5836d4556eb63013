/* test_summary.c: a plan's files say what the plan says: CSV and JSON are read back and counted again. */
#include "csv_read.h"
#include "ratio_text.h"
#include "read_levels.h"
#include "report_files.h"
#include "stored_inputs.h"
#include "summary_text.h"
#include "utf8.h"
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Four students, three projects, two lecturers. Anna and Bram are a group, of whom only Anna chose; Carl is
 * pinned; Dora is not placed. */
struct small_round {
    struct wp_settings settings;
    struct wp_round *round;
    struct wp_plan *plan;
    struct wp_solution solution;
    struct wp_level levels[2];
    int64_t values[2][4], bounds[2][4];
    struct wp_inputs inputs;
    struct wp_input items[3];
};

static const int indices[] = {0, 1, 2, 3};

static void fill_places(struct wp_round *round) {
    static const char *const projects[] = {"P1", "P2", "P3"};
    round->organisations = wp_arena_alloc(round->arena, 2, sizeof *round->organisations);
    round->organisation_count = 2;
    round->organisations[0] = (struct wp_organisation){.id = "O1", .name = "", .email = ""};
    round->organisations[1] = (struct wp_organisation){.id = "O,2", .name = "", .email = ""};
    round->districts = wp_arena_alloc(round->arena, 1, sizeof *round->districts);
    round->district_count = 1;
    round->districts[0] = (struct wp_district){.id = "D1", .name = "Noord", .circle = -1};
    round->lecturers = wp_arena_alloc(round->arena, 2, sizeof *round->lecturers);
    round->lecturer_count = 2;
    round->has_lecturers = true;
    round->lecturers[0] =
        (struct wp_lecturer){.id = "L1", .name = "", .max_load = 250, .min_load = 50, .max_projects = 9};
    round->lecturers[1] =
        (struct wp_lecturer){.id = "L2", .name = "", .max_load = WP_UNLIMITED, .max_projects = 9};
    round->projects = wp_arena_alloc(round->arena, 3, sizeof *round->projects);
    round->project_count = 3;
    for (int p = 0; p < 3; p++)
        round->projects[p] = (struct wp_project){.id = projects[p],
                                                 .title = "",
                                                 .organisations = {indices, p == 0 ? 2 : 0},
                                                 .circle = p == 0 ? wp_round_word(round, "Gemert") : -1,
                                                 .district = p == 2 ? -1 : 0,
                                                 .min_students = 1,
                                                 .max_students = 3,
                                                 .agreed = true};
}

static void fill_people(struct wp_round *round) {
    static const char *const students[] = {"=A1", "B2", "C3", "D4"};
    static const int units[] = {0, 0, 1, 2};
    static const struct wp_choice choices[] = {{1, 1}, {0, 2}, {2, 4}};
    round->students = wp_arena_alloc(round->arena, 4, sizeof *round->students);
    round->student_count = 4;
    for (int s = 0; s < 4; s++)
        round->students[s] = (struct wp_student){.id = students[s],
                                                 .name = "",
                                                 .email = "",
                                                 .group = "",
                                                 .programme = -1,
                                                 .year = -1,
                                                 .district = s == 3 ? -1 : 0,
                                                 .load = s == 2 ? 50 : 100,
                                                 .max_minutes = -1,
                                                 .choices = choices,
                                                 .choice_count = s == 0 || s == 3 ? 3 : 0,
                                                 .unit = units[s]};
    round->units = wp_arena_alloc(round->arena, 3, sizeof *round->units);
    round->unit_count = 3;
    round->units[0] = (struct wp_unit){{indices, 2}, 2, 200, true, -1, -1, {0}};
    round->units[1] = (struct wp_unit){{indices + 2, 1}, 1, 50, false, 1, -1, {0}};
    round->units[2] = (struct wp_unit){{indices + 3, 1}, 1, 100, true, -1, -1, {0}};
    round->max_rank = 4;
}

static void fill_solution(struct small_round *small) {
    struct wp_solution *solution = &small->solution;
    solution->outcome = WP_OUTCOME_FEASIBLE;
    solution->plan = small->plan;
    solution->levels = small->levels;
    solution->level_count = 2;
    solution->seconds = 1.5;
    small->levels[0] =
        (struct wp_level){.name = "placed", .maximise = true, .count = 1, .bound_count = 1, .proven = true};
    small->levels[1] =
        (struct wp_level){.name = "ranks:generous", .array = true, .count = 4, .bound_count = 2};
    for (int i = 0; i < 2; i++) {
        small->levels[i].value = small->values[i];
        small->levels[i].bound = small->bounds[i];
    }
    small->values[0][0] = small->bounds[0][0] = 3;
    memcpy(small->values[1], (const int64_t[]){1, 0, 7, 2}, sizeof small->values[1]);
}

static int set_up(void **state) {
    static const int projects[] = {0, 0, 1, -1}, lecturers[] = {0, 1, 0, -1};
    struct small_round *small = calloc(1, sizeof *small);
    if (!small)
        return -1;
    small->settings =
        (struct wp_settings){.path = "r.ini", .directory = ".", .name = "Voorjaar \xC3\xA9\xFF", .seed = 7};
    small->settings.rules =
        (struct wp_rules_settings){.max_choice = -1, .max_minutes = 60, .km_per_hour = 15, .detour = 1.3};
    small->settings.start = 20697;
    small->settings.end = WP_NO_DAY;
    small->settings.objective_count = 1;
    small->settings.objectives[0] =
        (struct wp_objective_setting){WP_OBJECTIVE_RANKS_SUM, 2, 250, "ranks:sum^2"};
    if (wp_round_new(&small->settings, &small->round, NULL) != 0)
        goto failed;
    fill_places(small->round);
    fill_people(small->round);
    if (wp_plan_new(small->round, &small->plan, NULL) != 0)
        goto failed;
    memcpy(small->plan->project, projects, sizeof projects);
    memcpy(small->plan->lecturer, lecturers, sizeof lecturers);
    fill_solution(small);
    static char ini[] = "r.ini", own[] = "csv/students.csv", far[] = "../old/students.csv";
    small->items[0] = (struct wp_input){.path = ini, .sha256 = "00"};
    small->items[1].path = own;
    small->items[2].path = far;
    small->inputs = (struct wp_inputs){.items = small->items, .count = 3, .capacity = 3};
    *state = small;
    return 0;
failed:
    wp_round_free(small->round);
    free(small);
    return -1;
}

static int tear_down(void **state) {
    struct small_round *small = *state;
    wp_plan_free(small->plan);
    wp_round_free(small->round);
    free(small);
    return 0;
}

typedef int table_writer(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                         struct wp_error *error);

static void assert_table(const struct small_round *small, table_writer *write, const char *expected) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    assert_int_equal(write(stream, small->round, small->plan, NULL), 0);
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static void placements_name_rank_and_basis(void **state) {
    assert_table(*state, wp_write_placements,
                 "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
                 "=A1,P1,2,L1,\"O1|O,2\",D1,Gemert,0,,choice\n"
                 "B2,P1,2,L2,\"O1|O,2\",D1,Gemert,0,,group\n"
                 "C3,P2,unlisted,L1,,D1,,0,,pin\n"
                 "D4,,,,,,,,,\n");
}

static void projects_join_their_lecturers(void **state) {
    assert_table(*state, wp_write_projects,
                 "project,status,students,load,lecturer,slot\n"
                 "P1,open,2,2,L1|L2,\n"
                 "P2,open,1,0.5,L1,\n"
                 "P3,closed,0,0,,\n");
}

static void lecturers_without_a_maximum_have_a_blank(void **state) {
    assert_table(*state, wp_write_lecturers,
                 "lecturer,projects,students,load,min_students,max_students\n"
                 "L1,2,2,1.5,0.5,2.5\n"
                 "L2,1,1,1,0,\n");
}

typedef int account_writer(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                           const struct wp_inputs *inputs, char *const *names, struct wp_error *error);

static json_t *read_back(struct small_round *small, account_writer *write) {
    char **names, *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    assert_int_equal(wp_stored_names(&small->inputs, &names, NULL), 0);
    assert_int_equal(write(stream, small->round, &small->solution, &small->inputs, names, NULL), 0);
    assert_int_equal(fclose(stream), 0);
    json_t *json = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    free(bytes);
    wp_stored_names_free(names, small->inputs.count);
    return json;
}

/* The same JSON, whatever its layout and the order of its keys. */
static void assert_json(const json_t *found, const char *expected) {
    json_t *wanted = json_loads(expected, JSON_DECODE_ANY, NULL);
    assert_non_null(wanted);
    if (!json_equal(found, wanted)) {
        char *text = json_dumps(found, JSON_ENCODE_ANY);
        print_error("found    %s\nexpected %s\n", text, expected);
        free(text);
        fail();
    }
    json_decref(wanted);
}

static void summary_has_exactly_the_agreed_keys(void **state) {
    static const char *const keys[] = {"program",           "version", "round",    "round_file", "overrides",
                                       "settings",          "status",  "students", "placed",     "unlisted",
                                       "profile",           "levels",  "fairness", "seed",       "seconds",
                                       "placements_sha256", "inputs"};
    json_t *summary = read_back(*state, wp_write_summary);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_non_null(json_object_get(summary, keys[i]));
    assert_int_equal(json_object_size(summary), sizeof keys / sizeof *keys);
    json_decref(summary);
}

static void summary_counts_the_plan(void **state) {
    json_t *summary = read_back(*state, wp_write_summary);
    assert_json(json_object_get(summary, "program"), "\"wijkplaats\"");
    assert_json(json_object_get(summary, "round"), "\"Voorjaar \\u00e9\\ufffd\"");
    assert_json(json_object_get(summary, "round_file"), "\"r.ini\"");
    assert_json(json_object_get(summary, "status"), "\"feasible\"");
    assert_json(json_object_get(summary, "students"), "4");
    assert_json(json_object_get(summary, "placed"), "3");
    assert_json(json_object_get(summary, "unlisted"), "1");
    assert_json(json_object_get(summary, "profile"), "[0, 2, 0, 0]");
    assert_json(
        json_object_get(summary, "levels"),
        "[{\"name\": \"placed\", \"sense\": \"max\", \"value\": 3, \"bound\": 3, \"proven\": true,"
        "  \"certified\": false, \"seconds\": 0.0},"
        " {\"name\": \"ranks:generous\", \"sense\": \"min\", \"value\": [1, 0, 7, 2],"
        "  \"bound\": [0, 0, null, null], \"proven\": false, \"certified\": false, \"seconds\": 0.0}]");
    json_decref(summary);
}

static void summary_tells_how_groups_fare(void **state) {
    struct small_round *small = *state;
    for (int s = 0; s < 4; s++) {
        small->round->students[s].lottery = 4 - s;
        small->round->students[s].programme = wp_round_word(small->round, s < 2 ? "SW" : "NUR");
    }
    small->round->students[3].lottery = 5;
    /* Anna, Bram and Dora would rather be on P2 than on P1 or nowhere, and Carl there has an earlier number.
     */
    small->round->projects[1].lecturers = (struct wp_list){indices, 1};
    json_t *summary = read_back(small, wp_write_summary);
    const json_t *fairness = json_object_get(summary, "fairness");
    assert_json(json_object_get(fairness, "envious"), "3");
    assert_json(json_object_get(fairness, "chose"), "3");
    assert_json(json_object_get(fairness, "first_choice"), "0");
    assert_json(json_object_get(fairness, "top3"), "2");
    assert_json(json_object_get(fairness, "by_programme"),
                "[{\"name\": \"NUR\", \"students\": 2, \"chose\": 1, \"placed\": 1, \"unlisted\": 0, "
                "\"first_choice\": 0,"
                "  \"top3\": 0, \"ranked\": 0, \"rank_sum\": 0, \"trips\": 1, \"minutes\": 0},"
                " {\"name\": \"SW\", \"students\": 2, \"chose\": 2, \"placed\": 2, \"unlisted\": 0, "
                "\"first_choice\": 0,"
                "  \"top3\": 2, \"ranked\": 2, \"rank_sum\": 4, \"trips\": 2, \"minutes\": 0}]");
    json_decref(summary);
}

static void means_are_rounded_half_up(void **state) {
    char text[WP_RATIO_TEXT];
    (void)state;
    assert_string_equal(wp_ratio_text(0, 0, 2, text), "");
    assert_string_equal(wp_ratio_text(0, 7, 2, text), "0.00");
    assert_string_equal(wp_ratio_text(1, 8, 2, text), "0.13");
    assert_string_equal(wp_ratio_text(1249, 1000, 1, text), "1.2");
    assert_string_equal(wp_ratio_text(5, 4, 1, text), "1.3");
    assert_string_equal(wp_ratio_text(1000000000000, 3, 2, text), "333333333333.33");
    assert_string_equal(wp_percent_text(2, 3, text), "66.7%");
    assert_string_equal(wp_percent_text(0, 0, text), "");
}

static void level_that_gives_way_names_its_best(void **state) {
    struct small_round *small = *state;
    small->levels[0].gives_way = true;
    small->levels[0].best = 4;
    json_t *summary = read_back(small, wp_write_summary);
    assert_json(json_object_get(json_array_get(json_object_get(summary, "levels"), 0), "best"), "4");
    json_decref(summary);
}

static void levels_are_read_back(void **state) {
    struct small_round *small = *state;
    char folder[] = "/tmp/wijkplaats-test-XXXXXX", path[64], **names;
    struct wp_plan_levels levels = {0};
    small->levels[0].gives_way = true;
    small->levels[0].best = 4;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/summary.json", folder);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    assert_int_equal(wp_stored_names(&small->inputs, &names, NULL), 0);
    assert_int_equal(wp_write_summary(stream, small->round, &small->solution, &small->inputs, names, NULL),
                     0);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(wp_plan_levels_read(folder, &levels, NULL), 0);
    assert_int_equal(levels.outcome, WP_OUTCOME_FEASIBLE);
    assert_int_equal(levels.count, 2);
    for (int l = 0; l < 2; l++) {
        const struct wp_level *read = &levels.items[l], *written = &small->levels[l];
        assert_string_equal(read->name, written->name);
        assert_int_equal(read->maximise, written->maximise);
        assert_int_equal(read->array, written->array);
        assert_int_equal(read->gives_way, written->gives_way);
        assert_int_equal(read->best, written->best);
        assert_int_equal(read->proven, written->proven);
        assert_int_equal(read->count, written->count);
        assert_int_equal(read->bound_count, written->bound_count);
        for (int i = 0; i < written->count; i++)
            assert_int_equal(read->value[i], written->value[i]);
        for (int i = 0; i < written->bound_count; i++)
            assert_int_equal(read->bound[i], written->bound[i]);
    }
    wp_plan_levels_clear(&levels);
    wp_stored_names_free(names, small->inputs.count);
    assert_int_equal(remove(path), 0);
    assert_int_equal(remove(folder), 0);
}

static void summary_tells_settings_and_inputs(void **state) {
    json_t *summary = read_back(*state, wp_write_summary);
    const json_t *settings = json_object_get(summary, "settings");
    const json_t *rules = json_object_get(settings, "rules");
    assert_json(json_object_get(rules, "max_minutes"), "60");
    assert_json(json_object_get(rules, "max_choice"), "null");
    assert_json(json_object_get(rules, "detour"), "1.3");
    assert_json(json_object_get(json_object_get(settings, "round"), "start"), "\"2026-09-01\"");
    assert_json(json_object_get(json_object_get(settings, "round"), "end"), "null");
    assert_json(json_object_get(json_object_get(settings, "objectives"), "order"), "[\"ranks:sum^2~2.5%\"]");
    assert_json(
        json_object_get(summary, "inputs"),
        "[{\"path\": \"r.ini\", \"sha256\": \"00\"}, {\"path\": \"csv/students.csv\", \"sha256\": \"\"},"
        " {\"path\": \"../old/students.csv\", \"sha256\": \"\", \"stored\": \"students.csv\"}]");
    json_decref(summary);
}

static void infeasible_report_claims_no_conflict(void **state) {
    struct small_round *small = *state;
    small->solution.outcome = WP_OUTCOME_INFEASIBLE;
    wp_violate(&small->solution.reasons, NULL, "there are %d seats", 2);
    json_t *report = read_back(small, wp_write_infeasible_report);
    assert_json(json_object_get(report, "status"), "\"infeasible\"");
    assert_json(json_object_get(report, "conflict"), "[]");
    assert_json(json_object_get(report, "repairs"), "[]");
    assert_json(json_object_get(report, "reasons"), "[{\"rule\": \"\", \"reason\": \"there are 2 seats\"}]");
    assert_true(json_array_size(json_object_get(report, "rules_in_force")) > 0);
    json_decref(report);
    wp_violations_clear(&small->solution.reasons);
}

/* The screen that a terminal has: 80 columns, 24 lines, one of them for the prompt. */
static void summary_fits_a_terminal(void **state) {
    struct small_round *small = *state;
    struct wp_level many[12];
    int64_t huge[40];
    for (int i = 0; i < 40; i++)
        huge[i] = INT64_MAX - i;
    for (int i = 0; i < 12; i++) {
        many[i] = (struct wp_level){
            .name = "a level with a name that is far too long", .array = i % 2 == 0, .maximise = true};
        many[i].count = many[i].array ? 40 : 1;
        many[i].bound_count = 1;
        many[i].value = many[i].bound = huge;
    }
    small->solution.levels = many;
    small->solution.level_count = 12;
    small->round->max_rank = 30;
    /* All kinds of bars at once: Anna and Bram on a project that she did not choose, Carl without choices,
     * Dora not placed. */
    small->round->students[0].choice_count = 1;
    small->settings.name =
        "A round with a name so long that it cannot possibly stand on one line of a terminal, or two, can it";
    for (int blocks = 0; blocks < 3; blocks++) {
        /* The last time, programmes are compared as well, in a table of five lines. */
        for (int s = 0; s < 4 && blocks == 2; s++) {
            char name[] = "A programme with a long name 0";
            name[sizeof name - 2] = (char)('0' + s);
            small->round->students[s].programme = wp_round_word(small->round, name);
        }
        char *bytes = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&bytes, &length);
        assert_non_null(stream);
        const struct wp_summary_screen screen = {"plan", "report.html, plan.xlsx", 23, blocks > 0, false};
        assert_int_equal(wp_summary_text(stream, small->round, &small->solution, &screen, NULL), 0);
        assert_int_equal(fclose(stream), 0);
        int lines = 0;
        for (char *line = bytes, *end; (end = strchr(line, '\n')); line = end + 1, lines++) {
            *end = '\0';
            if (wp_utf8_count(line) > 79)
                fail_msg("too wide: %s", line);
        }
        assert_int_equal(lines, 23);
        free(bytes);
    }
}

static void stored_names_stay_below_and_differ(void **state) {
    (void)state;
    static char paths[][32] = {"round.ini", "a.csv",      "./b//c.csv", "/etc/b",
                               "../a.csv",  "x/../a.csv", "a-2.csv",    "../\xFF.csv"};
    static const char *const expected[] = {"round.ini", "a.csv",   "b/c.csv", "b-2",
                                           "a-3.csv",   "a-4.csv", "a-2.csv", "_.csv"};
    struct wp_input items[8] = {0};
    char **names;
    for (int i = 0; i < 8; i++)
        items[i].path = paths[i];
    assert_int_equal(
        wp_stored_names(&(struct wp_inputs){.items = items, .count = 8, .capacity = 8}, &names, NULL), 0);
    for (int i = 0; i < 8; i++) {
        assert_string_equal(names[i], expected[i]);
        assert_true(wp_stored_name_stays(names[i]));
    }
    wp_stored_names_free(names, 8);
    assert_false(wp_stored_name_stays("../a"));
    assert_false(wp_stored_name_stays("a/../../b"));
    assert_false(wp_stored_name_stays("/a"));
    assert_false(wp_stored_name_stays(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(placements_name_rank_and_basis, set_up, tear_down),
        cmocka_unit_test_setup_teardown(projects_join_their_lecturers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lecturers_without_a_maximum_have_a_blank, set_up, tear_down),
        cmocka_unit_test_setup_teardown(summary_has_exactly_the_agreed_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(summary_counts_the_plan, set_up, tear_down),
        cmocka_unit_test_setup_teardown(summary_tells_how_groups_fare, set_up, tear_down),
        cmocka_unit_test(means_are_rounded_half_up),
        cmocka_unit_test_setup_teardown(level_that_gives_way_names_its_best, set_up, tear_down),
        cmocka_unit_test_setup_teardown(levels_are_read_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(summary_tells_settings_and_inputs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(infeasible_report_claims_no_conflict, set_up, tear_down),
        cmocka_unit_test_setup_teardown(summary_fits_a_terminal, set_up, tear_down),
        cmocka_unit_test(stored_names_stay_below_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
