/* test_whatif.c: a what-if's reports read back, its frontier against all pairs of random points. */
#include "csv_read.h"
#include "dice.h"
#include "utf8.h"
#include "whatif.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define POINTS 60
#define TRIES  200 /* or as many as the first argument says */

static uint32_t tries = TRIES;

/* A base, an ill lecturer, a sweep of two keys with three and two values, and two swaps. */
enum { BASE, ILL, GRID, SWAP = GRID + 6, REFUSED, ROWS };

static const char *const shares[] = {"0%", "20%", "40%"}, *const longest[] = {"45", "60"};
static const struct wp_scenario grid = {
    .path = "sub/grid.ini",
    .name = "Grid",
    .sweeps = {{"rules.collective_share", shares, 3, {0}}, {"rules.max_minutes", longest, 2, {0}}},
    .sweep_count = 2,
    .variant_count = 6};
static const struct wp_swap swaps[] = {{"S1", "S3", {0}}};
static const char *const reasons[] = {"P2 has 2 students, \"more\" than its 1 seat", "S3 is forbidden P1"};

static int profile[] = {2, 1};
static int64_t values[][2] = {{3, 0}, {1, 2}, {2, 0}, {4470, 0}, {4464, 0}};
static struct wp_level levels[] = {{.name = "placed",
                                    .maximise = true,
                                    .count = 1,
                                    .value = values[0],
                                    .bound = values[0],
                                    .bound_count = 1,
                                    .proven = true,
                                    .seconds = 3},
                                   {.name = "ranks:greedy",
                                    .array = true,
                                    .count = 2,
                                    .value = values[1],
                                    .bound = values[1],
                                    .bound_count = 1},
                                   {.name = "travel", .count = 1, .value = values[4]}};
static struct wp_level other_levels[] = {{.name = "placed", .maximise = true, .count = 1, .value = values[2]},
                                         {.name = "novelty", .count = 1, .value = values[0]},
                                         {.name = "travel", .count = 1, .value = values[3]}};
static struct wp_lecturer_figures lecturers[] = {{"L1", "Lia", 2, 3, 350, 50, 400},
                                                 {"L2", "", 0, 0, 0, 0, WP_UNLIMITED}};
static struct wp_project_figures projects[] = {{"P1", "Cafe, old", true, 2, 3}, {"P2", "", false, 0, 3}};
static struct wp_place base_places[] = {{"S1", "Anna", "P1", "Cafe, old", "L1", "mo1", "O1|O2", 1},
                                        {"S2", "", "P1", "Cafe, old", "L1", "mo1", "O1|O2", 3},
                                        {"S3", "", NULL, NULL, NULL, NULL, NULL, 0}};
static struct wp_place ill_places[] = {{"S1", "Anna", "P2", "", NULL, NULL, "", 2},
                                       {"S2", "", "P1", "Cafe, old", "L2", "tu2", "O1|O2", 3},
                                       {"S3", "", NULL, NULL, NULL, NULL, NULL, 0}};
static const struct wp_figures base_figures = {.students = 3,
                                               .placed = 2,
                                               .chose = 3,
                                               .unlisted = 1,
                                               .max_rank = 2,
                                               .profile = profile,
                                               .rank_sum = 4,
                                               .ranked = 2,
                                               .trips = 2,
                                               .minutes = 45,
                                               .longest_trip = 30,
                                               .collective = 1,
                                               .first = 1,
                                               .top3 = 1,
                                               .least_share = 333,
                                               .greatest_share = 834,
                                               .balance = 501,
                                               .levels = levels,
                                               .level_count = 3,
                                               .places = {base_places, 3},
                                               .lecturers = lecturers,
                                               .lecturer_count = 2,
                                               .projects = projects,
                                               .project_count = 2};

struct fixture {
    struct wp_figures ill;
    struct wp_changes *changes;
    struct wp_whatif_row rows[ROWS];
    struct wp_whatif_sweep sweep;
    struct wp_whatif whatif;
};

static void fill_rows(struct fixture *fixture) {
    static const char *const runs[ROWS] = {"base",   "ill",    "grid-1", "grid-2", "grid-3",
                                           "grid-4", "grid-5", "grid-6", "swap",   "refused"};
    for (int r = 0; r < ROWS; r++) {
        bool variant = r >= GRID && r < SWAP;
        fixture->rows[r] = (struct wp_whatif_row){.run = runs[r],
                                                  .file = variant     ? "sub/grid.ini"
                                                          : r == BASE ? NULL
                                                                      : "ill.ini",
                                                  .name = variant ? "Grid" : "A name, with \"quotes\"",
                                                  .why = "",
                                                  .sweep = variant ? 0 : -1,
                                                  .variant = variant ? r - GRID : -1,
                                                  .label = "label",
                                                  .same_as = -1,
                                                  .status = WP_WHATIF_INFEASIBLE,
                                                  .message = ""};
    }
}

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (!fixture)
        return -1;
    fixture->ill = base_figures;
    fixture->ill.places = (struct wp_places){ill_places, 3};
    fixture->ill.levels = other_levels;
    fixture->ill.longest_trip = -1;
    fixture->ill.balance = fixture->ill.least_share = fixture->ill.greatest_share = -1;
    fixture->ill.first = 0;
    fixture->ill.rank_sum = 5;
    if (wp_changes_new(&base_figures.places, &fixture->ill.places, &fixture->changes, NULL) != 0)
        return -1;
    fill_rows(fixture);
    struct wp_whatif_row *rows = fixture->rows;
    rows[BASE].figures = &base_figures;
    rows[BASE].status = WP_WHATIF_OPTIMAL;
    for (int r = ILL; r <= SWAP; r++) {
        if (r != ILL && r != GRID + 1 && r != GRID + 3 && r != SWAP)
            continue;
        rows[r].figures = &fixture->ill;
        rows[r].changes = fixture->changes;
        rows[r].status = WP_WHATIF_FEASIBLE;
    }
    rows[GRID + 1].same_as = ILL;
    rows[GRID].reasons = reasons;
    rows[GRID].english = reasons;
    rows[GRID].reason_count = 2;
    rows[GRID + 2].status = WP_WHATIF_FAILED;
    rows[GRID + 2].message = "the run was ended by signal 9";
    rows[GRID + 4].status = WP_WHATIF_NOT_RUN;
    rows[GRID + 5].status = WP_WHATIF_NO_PLAN;
    rows[SWAP].status = WP_WHATIF_ALLOWED;
    rows[REFUSED].status = WP_WHATIF_REFUSED;
    rows[REFUSED].reasons = reasons;
    rows[REFUSED].english = reasons;
    rows[REFUSED].reason_count = 2;
    rows[SWAP].swaps = rows[REFUSED].swaps = swaps;
    rows[SWAP].swap_count = rows[REFUSED].swap_count = 1;
    fixture->sweep = (struct wp_whatif_sweep){&grid, GRID};
    fixture->whatif = (struct wp_whatif){.round = "Round",
                                         .round_file = "/somewhere/else/round.ini",
                                         .rows = rows,
                                         .row_count = ROWS,
                                         .sweeps = &fixture->sweep,
                                         .sweep_count = 1};
    wp_whatif_find_frontiers(&fixture->whatif);
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    wp_changes_free(fixture->changes);
    free(fixture);
    return 0;
}

typedef int writer(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);

static int write_text(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    return wp_whatif_text(stream, whatif, "whatif", false, error);
}

static int write_verbose(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    return wp_whatif_text(stream, whatif, "whatif", true, error);
}

static char *text_of(writer *write, const struct wp_whatif *whatif) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    assert_int_equal(write(stream, whatif, NULL), 0);
    assert_int_equal(fclose(stream), 0);
    return bytes;
}

/* The cell of a row under a heading; "" behind the row's last cell. */
static const char *cell(const struct wp_csv *csv, int row, const char *heading) {
    for (int c = 0; c < csv->rows[0].count; c++)
        if (strcmp(csv->cells[csv->rows[0].first + (size_t)c].text, heading) == 0)
            return c < csv->rows[row + 1].count ? csv->cells[csv->rows[row + 1].first + (size_t)c].text : "";
    fail_msg("there is no column %s", heading);
    return "";
}

static void comparison_has_a_line_a_row(void **state) {
    struct fixture *fixture = *state;
    char *text = text_of(wp_whatif_csv, &fixture->whatif);
    static const struct {
        int row;
        const char *heading, *expected;
    } cells[] = {
        {BASE, "run", "base"},
        {BASE, "file", "round.ini"},
        {BASE, "name", "A name, with \"quotes\""},
        {BASE, "status", "optimal"},
        {BASE, "sweep_key_1", ""},
        {BASE, "frontier", ""},
        {BASE, "moved", ""},
        {BASE, "placed", "2"},
        {BASE, "unlisted", "1"},
        {BASE, "rank_1", "2"},
        {BASE, "rank_2", "1"},
        {BASE, "level:placed", "3"},
        {BASE, "level:ranks:greedy", "1|2"},
        {BASE, "level:novelty", ""},
        {BASE, "level:travel", "4464"},
        {BASE, "rank_sum", "4"},
        {BASE, "ranked", "2"},
        {BASE, "minutes", "45"},
        {BASE, "trips", "2"},
        {BASE, "longest_trip", "30"},
        {BASE, "collective", "1"},
        {BASE, "first_choice", "1"},
        {BASE, "top3", "1"},
        {BASE, "envious", "0"},
        {BASE, "balance", "501"},
        {BASE, "least_share", "333"},
        {BASE, "greatest_share", "834"},
        {BASE, "projects_open", "1"},
        {ILL, "level:novelty", "3"},
        {ILL, "longest_trip", ""},
        {ILL, "balance", ""},
        {ILL, "opened", "P2"},
        {ILL, "closed", ""},
        {ILL, "moved", "1"},
        {ILL, "lecturer_changed", "1"},
        {ILL, "slot_changed", "1"},
        {ILL, "placed_now", "0"},
        {ILL, "unplaced_now", "0"},
        {ILL, "new_students", "0"},
        {ILL, "gone_students", "0"},
        {GRID, "file", "grid.ini"},
        {GRID, "sweep_key_1", "rules.collective_share"},
        {GRID, "sweep_value_1", "0%"},
        {GRID, "sweep_key_2", "rules.max_minutes"},
        {GRID, "sweep_value_2", "45"},
        {GRID, "students", ""},
        {GRID, "frontier", "no"},
        {GRID, "message", "P2 has 2 students, \"more\" than its 1 seat; S3 is forbidden P1"},
        {GRID + 1, "sweep_value_1", "0%"},
        {GRID + 1, "sweep_value_2", "60"},
        {GRID + 1, "same_as", "ill"},
        {GRID + 1, "frontier", "yes"},
        {GRID + 2, "status", "failed"},
        {GRID + 2, "message", "the run was ended by signal 9"},
        {GRID + 3, "frontier", "yes"},
        {GRID + 4, "status", "not_run"},
        {GRID + 5, "status", "no_plan"},
        {GRID + 5, "sweep_value_1", "40%"},
        {GRID + 5, "sweep_value_2", "60"},
        {SWAP, "status", "allowed"},
        {REFUSED, "status", "refused"},
    };
    struct wp_csv csv;
    assert_int_equal(wp_csv_parse(text, strlen(text), &csv, NULL), 0);
    assert_int_equal(csv.row_count, ROWS + 1);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (strcmp(cell(&csv, cells[i].row, cells[i].heading), cells[i].expected) != 0)
            fail_msg("row %d, %s: %s instead of %s", cells[i].row, cells[i].heading,
                     cell(&csv, cells[i].row, cells[i].heading), cells[i].expected);
    /* Every line has as many separators: blanks stand where they belong. */
    assert_null(strstr(text, "\r"));
    assert_non_null(strstr(text, "level:placed,level:ranks:greedy,level:novelty,level:travel,rank_sum"));
    wp_csv_clear(&csv);
    free(text);
}

static void movers_have_a_line_a_change(void **state) {
    struct fixture *fixture = *state;
    fixture->whatif.row_count = ILL + 1;
    char *text = text_of(wp_whatif_movers_csv, &fixture->whatif);
    assert_string_equal(
        text, "run,student,change,project_before,project_after,lecturer_before,lecturer_after,slot_before,"
              "slot_after,organisations_before,organisations_after,rank_before,rank_after\n"
              "ill,S1,project,P1,P2,L1,,mo1,,O1|O2,,1,2\n"
              "ill,S2,lecturer,P1,P1,L1,L2,mo1,tu2,O1|O2,O1|O2,unlisted,unlisted\n"
              "ill,S2,slot,P1,P1,L1,L2,mo1,tu2,O1|O2,O1|O2,unlisted,unlisted\n");
    free(text);
}

/* The same JSON, whatever its layout and the order of its keys. */
static void assert_json(const json_t *object, const char *key, const char *expected) {
    json_t *value = json_loads(expected, JSON_DECODE_ANY, NULL);
    assert_non_null(value);
    if (!json_equal(json_object_get(object, key), value)) {
        char *found = json_dumps(json_object_get(object, key), JSON_ENCODE_ANY);
        fail_msg("%s: %s instead of %s", key, found, expected);
    }
    json_decref(value);
}

static void json_has_all_of_it(void **state) {
    struct fixture *fixture = *state;
    char *text = text_of(wp_whatif_json, &fixture->whatif);
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    assert_json(json, "program", "\"wijkplaats\"");
    assert_json(json, "round_file", "\"round.ini\"");
    assert_json(
        json, "sweeps",
        "[{\"file\": \"grid.ini\", \"name\": \"Grid\", \"frontier\": [\"grid-2\", \"grid-4\"], \"keys\": ["
        "{\"key\": \"rules.collective_share\", \"values\": [\"0%\", \"20%\", \"40%\"]},"
        "{\"key\": \"rules.max_minutes\", \"values\": [\"45\", \"60\"]}]}]");
    const json_t *rows = json_object_get(json, "rows");
    assert_int_equal(json_array_size(rows), ROWS);
    const json_t *base = json_array_get(rows, BASE), *ill = json_array_get(rows, ILL);
    const json_t *first = json_array_get(rows, GRID), *swap = json_array_get(rows, SWAP);
    assert_json(base, "profile", "[2, 1]");
    assert_json(base, "changes", "null");
    assert_json(
        base, "levels",
        "[{\"name\": \"placed\", \"sense\": \"max\", \"value\": 3, \"bound\": 3, \"proven\": true,"
        "  \"certified\": false},"
        " {\"name\": \"ranks:greedy\", \"sense\": \"min\", \"value\": [1, 2], \"bound\": [1, null],"
        "  \"proven\": false, \"certified\": false},"
        " {\"name\": \"travel\", \"sense\": \"min\", \"value\": 4464, \"bound\": null, \"proven\": false,"
        "  \"certified\": false}]");
    assert_json(
        base, "lecturers",
        "[{\"lecturer\": \"L1\", \"projects\": 2, \"students\": 3, \"load\": 3.5, \"min_students\": 0.5,"
        "  \"max_students\": 4.0},"
        " {\"lecturer\": \"L2\", \"projects\": 0, \"students\": 0, \"load\": 0.0, \"min_students\": 0.0,"
        "  \"max_students\": null}]");
    assert_json(base, "projects", "[{\"project\": \"P1\", \"students\": 2, \"seats\": 3}]");
    assert_json(ill, "balance", "null");
    assert_json(ill, "opened", "[\"P2\"]");
    assert_json(ill, "moved", "1");
    assert_json(json_array_get(json_object_get(ill, "changes"), 0), "before",
                "{\"project\": \"P1\", \"lecturer\": \"L1\", \"slot\": \"mo1\", \"organisations\": \"O1|O2\","
                " \"rank\": 1}");
    assert_json(json_array_get(json_object_get(ill, "changes"), 1), "change", "\"lecturer\"");
    assert_json(first, "placed", "null");
    assert_json(first, "levels", "null");
    assert_json(first, "sweep",
                "[{\"key\": \"rules.collective_share\", \"value\": \"0%\"},"
                " {\"key\": \"rules.max_minutes\", \"value\": \"45\"}]");
    assert_json(first, "frontier", "false");
    assert_json(swap, "swap", "[[\"S1\", \"S3\"]]");
    assert_json(swap, "frontier", "null");
    assert_null(strstr(text, "seconds"));
    assert_null(strstr(text, "somewhere"));
    json_decref(json);
    free(text);
}

static void a_screen_shows_the_table_and_what_changes(void **state) {
    struct fixture *fixture = *state;
    char *text = text_of(write_text, &fixture->whatif);
    static const char *const expected[] = {
        "  base            proven       2          1       2.00        22.5      \n",
        "  ill             unproven     2          0 -1    2.50 +0.50  22.5            1\n",
        "Grid: rules.collective_share, rules.max_minutes\n",
        "  0%, 45 (grid-1) no plan exists\n",
        "> 0%, 60 (grid-2) unproven ",
        "  20%, 45         failed\n",
        "  40%, 45         not run\n",
        "  40%, 60         no plan in time\n",
        "ill: opens P2; 2 students change: S1 (Anna), S2\n",
        "swap: S1 and S3 may change places: placed 3 -> 2, travel 4464 -> 4470; every\n  other level stays\n",
        "refused: S1 and S3 may not change places: P2 has 2 students, \"more\" than its 1\n",
        "  seat; S3 is forbidden P1\n",
        "whatif/comparison.html"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (!strstr(text, expected[i]))
            fail_msg("not shown: %s\n%s", expected[i], text);
    assert_null(strstr(text, "grid-1: "));
    free(text);
}

static void names_and_values_are_cut_where_they_end(void **state) {
    struct fixture *fixture = *state;
    static const char *const orders[] = {"placed, ranks:sum, travel", "moves"};
    const struct wp_scenario sweep = {.path = "o.ini",
                                      .name = "Orders",
                                      .sweeps = {{"objectives.order", orders, 2, {0}}},
                                      .sweep_count = 1,
                                      .variant_count = 2};
    fixture->sweep.scenario = &sweep;
    fixture->whatif.row_count = GRID + 2;
    fixture->rows[ILL].run = "a-name-that-leaves-no-room-for-students";
    char *short_runs = text_of(write_text, &fixture->whatif);
    fixture->rows[GRID].run = "a-name-that-leaves-no-room-for-a-value";
    char *long_run = text_of(write_text, &fixture->whatif);
    assert_non_null(strstr(short_runs, "  pla... (grid-1) no plan exists\n> moves (grid-2)"));
    assert_non_null(strstr(short_runs, "students: opens P2; 2 students change\n"));
    assert_non_null(strstr(long_run, "  placed, rank... no plan exists\n"));
    free(short_runs);
    free(long_run);
}

static void verbose_names_everybody(void **state) {
    struct fixture *fixture = *state;
    char *text = text_of(write_verbose, &fixture->whatif);
    static const char *const expected[] = {
        "ill: opens P2; 2 students change\n  S1 (Anna) goes to P2 instead of P1\n  S2 stays on P1, with ",
        "grid-1: no plan exists: P2 has 2 students", "grid-2: the same round as ill, so the same plan\n",
        "grid-3: failed: the run was ended by signal 9\n"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (!strstr(text, expected[i]))
            fail_msg("not shown: %s\n%s", expected[i], text);
    free(text);
}

static void eight_rows_fit_a_screen(void **state) {
    struct fixture *fixture = *state;
    for (int r = 0; r < ROWS; r++) {
        fixture->rows[r].run = "a-run-with-a-name-so-long-that-it-would-fill-a-line-of-a-terminal-by-itself";
        fixture->rows[r].figures = fixture->rows[r].figures ? &fixture->ill : NULL;
    }
    fixture->ill.placed = fixture->ill.first = fixture->ill.chose = 2345;
    fixture->whatif.row_count = SWAP;
    char *text = text_of(write_text, &fixture->whatif);
    int lines = 0;
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1, lines++) {
        *end = '\0';
        if (wp_utf8_count(line) > 79)
            fail_msg("too wide: %s", line);
    }
    assert_true(lines <= 24);
    free(text);
}

/* Random points of a sweep of one key. */

struct points {
    const char *values[POINTS];
    struct wp_figures figures[POINTS];
    struct wp_changes changes[POINTS];
    struct wp_whatif_row rows[POINTS + 1];
};

static void make_points(struct points *points, int spread) {
    memset(points, 0, sizeof *points);
    for (int v = 0; v < POINTS; v++) {
        struct wp_figures *figures = &points->figures[v];
        points->values[v] = "x";
        figures->placed = dice_any(spread);
        figures->max_rank = 3;
        figures->rank_sum = dice_any(spread);
        figures->ranked = dice_any(2);
        figures->chose = figures->ranked + dice_any(2);
        figures->minutes = dice_any(spread);
        figures->collective = dice_any(spread);
        points->changes[v].moved_project = dice_any(spread);
        points->rows[v + 1] =
            (struct wp_whatif_row){.sweep = 0,
                                   .variant = v,
                                   .status = dice_one_in(6) ? WP_WHATIF_INFEASIBLE : WP_WHATIF_FEASIBLE,
                                   .changes = &points->changes[v]};
        if (points->rows[v + 1].status == WP_WHATIF_FEASIBLE)
            points->rows[v + 1].figures = figures;
    }
    points->rows[0] = (struct wp_whatif_row){.sweep = -1, .variant = -1};
}

/* From the meaning: is b at least as good as a in all, and better in something? */
static bool beats(const struct wp_figures *b, int b_moved, const struct wp_figures *a, int a_moved) {
    int64_t a_ranks = a->rank_sum + 5 * (a->chose - a->ranked),
            b_ranks = b->rank_sum + 5 * (b->chose - b->ranked);
    return b->placed >= a->placed && b_ranks <= a_ranks && b->minutes <= a->minutes &&
           b->collective >= a->collective && b_moved <= a_moved &&
           (b->placed > a->placed || b_ranks < a_ranks || b->minutes < a->minutes ||
            b->collective > a->collective || b_moved < a_moved);
}

static void the_frontier_is_what_nothing_beats(void **state) {
    static struct points points;
    long on = 0, off = 0;
    (void)state;
    dice_start(7);
    for (uint32_t t = 0; t < tries; t++) {
        make_points(&points, 2 + (int)(t % 8));
        const struct wp_scenario scenario = {
            .sweeps = {{"k", points.values, POINTS, {0}}}, .sweep_count = 1, .variant_count = POINTS};
        struct wp_whatif_sweep sweep = {&scenario, 1};
        struct wp_whatif whatif = {
            .rows = points.rows, .row_count = POINTS + 1, .sweeps = &sweep, .sweep_count = 1};
        wp_whatif_find_frontiers(&whatif);
        for (int a = 0; a < POINTS; a++) {
            bool expected = points.rows[a + 1].figures != NULL;
            for (int b = 0; b < POINTS && expected; b++)
                expected = !points.rows[b + 1].figures ||
                           !beats(&points.figures[b], points.changes[b].moved_project, &points.figures[a],
                                  points.changes[a].moved_project);
            assert_int_equal(points.rows[a + 1].on_frontier, expected);
            on += expected;
            off += !expected;
        }
        assert_false(points.rows[0].on_frontier);
    }
    assert_true(on > (long)tries && off > (long)tries);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(comparison_has_a_line_a_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(movers_have_a_line_a_change, set_up, tear_down),
        cmocka_unit_test_setup_teardown(json_has_all_of_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_screen_shows_the_table_and_what_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(verbose_names_everybody, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_and_values_are_cut_where_they_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(eight_rows_fit_a_screen, set_up, tear_down),
        cmocka_unit_test(the_frontier_is_what_nothing_beats),
    };
    if (argc > 1)
        tries = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
