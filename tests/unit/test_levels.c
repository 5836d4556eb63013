/* test_levels.c: what a level leaves to those after it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "small_round.h"
#include "solve.h"

static void add_objective(struct small_round *small, enum wp_objective_kind kind, const char *name,
                          int give_way) {
    struct wp_objective_setting *setting = &small->settings.objectives[small->settings.objective_count++];

    setting->kind = kind;
    setting->exponent = 1;
    setting->give_way = give_way;
    snprintf(setting->name, sizeof setting->name, "%s", name);
}

/* Everybody may go to both projects and prefers the second, which has so many seats. */
static void start(struct small_round *small, int students, int seats) {
    small_round_start(small, (struct small_sizes){students, 2, 0, 0, 0});
    small->settings.time_limit = -1;
    small->round->projects[1].max_students = seats;
    for (int s = 0; s < students; s++)
        small_choose(small, s, 1, 0, -1);
    add_objective(small, WP_OBJECTIVE_PLACED, "placed", 0);
}

static int64_t value_of(const struct wp_solution *solution, const char *name) {
    for (int k = 0; k < solution->level_count; k++) {
        if (strcmp(solution->levels[k].name, name) == 0)
            return solution->levels[k].value[0];
    }
    fail_msg("there is no level %s", name);
    return -1;
}

static struct wp_solution *solve(struct small_round *small) {
    struct wp_solution *solution;

    small_round_finish(small, 0);
    assert_int_equal(wp_solve(small->round, NULL, &solution, NULL), WP_OK);
    assert_int_equal(solution->outcome, WP_OUTCOME_OPTIMAL);
    return solution;
}

/* Three could be on the collective project; half of three, rounded up, must be. */
static void what_is_maximised_gives_way_downwards(void **unused) {
    struct small_round small;
    struct wp_solution *solution;

    (void)unused;
    start(&small, 3, 3);
    small.round->projects[0].orientation = WP_ORIENTATION_COLLECTIVE;
    add_objective(&small, WP_OBJECTIVE_COLLECTIVE, "collective", 5000);
    add_objective(&small, WP_OBJECTIVE_RANKS_SUM, "ranks:sum", 0);
    solution = solve(&small);
    assert_int_equal(value_of(solution, "collective"), 2);
    assert_int_equal(solution->levels[1].best, 3);
    assert_int_equal(value_of(solution, "ranks:sum"), 2 + 2 + 1);
    wp_solution_free(solution);
    small_round_end(&small);
}

/* The sum of the ranks could be 4; a quarter more is 5, and a move less. */
static void what_is_minimised_gives_way_upwards(void **unused) {
    struct small_round small;
    struct wp_solution *solution;
    struct wp_base_placement base[4];

    (void)unused;
    start(&small, 4, 4);
    for (int s = 0; s < 4; s++)
        base[s] = (struct wp_base_placement){true, 0, -1, -1};
    small.round->base = base;
    add_objective(&small, WP_OBJECTIVE_RANKS_SUM, "ranks:sum", 2500);
    add_objective(&small, WP_OBJECTIVE_MOVES, "moves", 0);
    solution = solve(&small);
    assert_int_equal(value_of(solution, "ranks:sum"), 5);
    assert_int_equal(solution->levels[1].best, 4);
    assert_int_equal(value_of(solution, "moves:project"), 3);
    wp_solution_free(solution);
    small_round_end(&small);
}

/* Somebody must take her second choice; how many do is not what minimax counts. */
static void minimax_leaves_open_how_many_get_the_worst_rank(void **unused) {
    struct small_round small;
    struct wp_solution *solution;
    struct wp_base_placement base[3];

    (void)unused;
    start(&small, 3, 2);
    for (int s = 0; s < 3; s++)
        base[s] = (struct wp_base_placement){true, 0, -1, -1};
    small.round->base = base;
    add_objective(&small, WP_OBJECTIVE_RANKS_MINIMAX, "ranks:minimax", 0);
    add_objective(&small, WP_OBJECTIVE_MOVES, "moves", 0);
    solution = solve(&small);
    assert_int_equal(value_of(solution, "ranks:minimax"), 2);
    assert_int_equal(value_of(solution, "moves:project"), 0);
    wp_solution_free(solution);
    small_round_end(&small);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_maximised_gives_way_downwards),
        cmocka_unit_test(what_is_minimised_gives_way_upwards),
        cmocka_unit_test(minimax_leaves_open_how_many_get_the_worst_rank),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
