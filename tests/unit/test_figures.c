/* test_figures.c: what a plan comes to, on a small round worked out by hand; nothing of the round is kept. */
#include "figures.h"
#include "small_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* S1 got her first choice, S2 her second, S3 one that she did not list, S4 made no choices, S5 has no place.
 * L1 may have 3 and has 2.5, L2 may have 3 and has 1, L3 has no limit. P2 is collective, P3 stays closed. */
static void make_round(void) {
    struct wp_round *round;
    struct wp_travel *travel;

    small_plan_start(5, 3, 3);
    round = small_plan_round.round;
    small_choose(&small_plan_round, 0, 0, 1, -1);
    small_choose(&small_plan_round, 1, 2, 1, -1);
    small_choose(&small_plan_round, 2, 0, -1);
    small_choose(&small_plan_round, 4, 0, 1, -1);
    round->students[0].name = "Anna";
    round->students[1].load = 150;
    round->lecturers[0].max_load = 300;
    round->lecturers[1].max_load = 300;
    round->lecturers[1].min_load = 50;
    round->projects[0].title = "Garden";
    round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    round->projects[1].orientation = WP_ORIENTATION_COLLECTIVE;
    round->projects[1].max_students = 4;
    for (int s = 0; s < 5; s++)
        round->students[s].district = s == 3 ? -1 : s % 2;
    travel = wp_arena_alloc(round->arena, 1, sizeof *travel);
    assert_non_null(travel);
    *travel = (struct wp_travel){.from = 0, .to = 1, .minutes = 25};
    round->travel = travel;
    round->travel_count = 1;
    small_plan_finish();
    for (int s = 0; s < 5; s++)
        round->students[s].lottery = s + 1;
    small_plan_place(0, 0, 0);
    small_plan_place(1, 1, 0);
    small_plan_place(2, 1, 1);
    small_plan_place(3, 1, 2);
    small_plan->slot[0] = 4;
}

static struct wp_figures *figures_of_the_round(void) {
    struct wp_figures *figures;
    int64_t value[] = {1, 2, 3}, bound[] = {1, 1, 0};
    struct wp_level levels[] = {
        {.name = "placed", .maximise = true, .count = 1, .value = value, .bound = bound, .bound_count = 1},
        {.name = "ranks:generous",
         .array = true,
         .count = 3,
         .value = value,
         .bound = bound,
         .bound_count = 2},
        {.name = "travel", .count = 1, .value = &value[2]}};

    assert_int_equal(wp_figures_new(small_plan_round.round, small_plan, levels, 3, &figures, NULL), 0);
    small_plan_end(); /* nothing of it is kept */
    value[0] = value[1] = value[2] = bound[0] = bound[1] = -9;
    return figures;
}

static void students_and_ranks_are_counted(void **state) {
    struct wp_figures *figures;

    (void)state;
    make_round();
    figures = figures_of_the_round();
    assert_int_equal(figures->students, 5);
    assert_int_equal(figures->placed, 4);
    assert_int_equal(figures->chose, 4);
    assert_int_equal(figures->unlisted, 2);
    assert_int_equal(figures->max_rank, 2);
    assert_int_equal(figures->profile[0], 1);
    assert_int_equal(figures->profile[1], 1);
    assert_int_equal(figures->ranked, 3);
    assert_int_equal(figures->rank_sum, 1 + 2 + 3);
    assert_int_equal(figures->first, 1);
    assert_int_equal(figures->top3, 2);
    assert_int_equal(figures->envious, 2); /* S3 and S5 would rather be where S1 is */
    wp_figures_free(figures);
}

static void trips_loads_and_projects_are_counted(void **state) {
    struct wp_figures *figures;

    (void)state;
    make_round();
    figures = figures_of_the_round();
    assert_int_equal(figures->trips, 3); /* nobody knows where S4 lives */
    assert_int_equal(figures->minutes, 25);
    assert_int_equal(figures->longest_trip, 25);
    assert_int_equal(figures->collective, 3);
    assert_int_equal(figures->least_share, 333);
    assert_int_equal(figures->greatest_share, 834);
    assert_int_equal(figures->balance, 501);
    assert_int_equal(figures->lecturer_count, 3);
    assert_string_equal(figures->lecturers[1].id, "L2");
    assert_int_equal(figures->lecturers[0].load, 250);
    assert_int_equal(figures->lecturers[0].students, 2);
    assert_int_equal(figures->lecturers[0].projects, 2);
    assert_int_equal(figures->lecturers[1].min_load, 50);
    assert_int_equal(figures->lecturers[2].max_load, WP_UNLIMITED);
    assert_int_equal(figures->project_count, 3);
    assert_true(figures->projects[1].open);
    assert_int_equal(figures->projects[1].students, 3);
    assert_int_equal(figures->projects[1].seats, 4);
    assert_false(figures->projects[2].open);
    assert_string_equal(figures->projects[0].title, "Garden");
    wp_figures_free(figures);
}

static void places_name_everything_by_id(void **state) {
    const struct wp_place *places;
    struct wp_figures *figures;

    (void)state;
    make_round();
    figures = figures_of_the_round();
    places = figures->places.items;
    assert_int_equal(figures->places.count, 5);
    assert_string_equal(places[0].student, "S1");
    assert_string_equal(places[0].name, "Anna");
    assert_string_equal(places[0].project, "P1");
    assert_string_equal(places[0].title, "Garden");
    assert_string_equal(places[0].lecturer, "L1");
    assert_string_equal(places[0].slot, "tu1");
    assert_string_equal(places[0].organisations, "O1|O2");
    assert_int_equal(places[0].rank, 1);
    assert_string_equal(places[1].organisations, "");
    assert_null(places[1].slot);
    assert_int_equal(places[2].rank, 3);
    assert_int_equal(places[3].rank, 3);
    assert_string_equal(places[4].student, "S5");
    assert_string_equal(places[4].name, "");
    assert_null(places[4].project);
    assert_null(places[4].title);
    assert_null(places[4].lecturer);
    assert_null(places[4].organisations);
    assert_int_equal(places[4].rank, 0);
    wp_figures_free(figures);
}

static void levels_are_copied(void **state) {
    struct wp_figures *figures;

    (void)state;
    make_round();
    figures = figures_of_the_round();
    assert_int_equal(figures->level_count, 3);
    assert_string_equal(figures->levels[0].name, "placed");
    assert_int_equal(figures->levels[0].value[0], 1);
    assert_int_equal(figures->levels[1].value[2], 3);
    assert_int_equal(figures->levels[1].bound[1], 1);
    assert_int_equal(figures->levels[1].bound_count, 2);
    assert_int_equal(figures->levels[2].value[0], 3);
    assert_int_equal(figures->levels[2].bound_count, 0);
    wp_figures_free(figures);
}

static void what_nobody_knows_is_not_counted(void **state) {
    struct wp_figures *figures;

    (void)state;
    small_plan_start(1, 1, 0);
    small_plan_round.round->students[0].district = 0;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    assert_int_equal(wp_figures_new(small_plan_round.round, small_plan, NULL, 0, &figures, NULL), 0);
    small_plan_end();
    assert_int_equal(figures->trips, 0);
    assert_int_equal(figures->longest_trip, -1);
    assert_int_equal(figures->balance, -1);
    assert_int_equal(figures->least_share, -1);
    assert_int_equal(figures->greatest_share, -1);
    assert_null(figures->places.items[0].lecturer);
    wp_figures_free(figures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(students_and_ranks_are_counted),
        cmocka_unit_test(trips_loads_and_projects_are_counted),
        cmocka_unit_test(places_name_everything_by_id),
        cmocka_unit_test(levels_are_copied),
        cmocka_unit_test(what_nobody_knows_is_not_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
