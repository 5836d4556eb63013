/* test_network.c: the network simplex: every answer proven exactly, cold and warm, and levels one after the
 * other. */
/* cmocka needs these four before itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "network_cases.h"
#include <limits.h>

#define SEEDS 4000

/* Both outcomes must occur often, or the random networks prove little. */
static void random_networks_are_solved_or_refuted(void **state) {
    (void)state;
    int solved = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct network_case network_case = case_make(seed);
        struct wp_network *network = case_load(&network_case);
        solved += case_solve(&network_case, network);
        wp_network_free(network);
    }
    assert_in_range(solved, SEEDS / 4, SEEDS * 3 / 4);
}

/* Draws a change of costs, bounds or supplies; most fix an arc at its present flow, as levels do. */
static void change(struct network_case *network_case, struct wp_network *network, uint64_t *random) {
    for (int a = 0; a < network_case->arcs; a++) {
        int64_t flow = wp_network_flow(network, a);
        switch (case_draw(random, 0, 7)) {
        case 0:
        case 1:
            network_case->cost[a] = case_draw(random, -9, 9);
            break;
        case 2:
            network_case->lower[a] = network_case->upper[a] = flow;
            break;
        case 3:
            if (case_draw(random, 0, 3) == 0) {
                network_case->upper[a] = case_draw(random, 0, 6);
                network_case->lower[a] = case_draw(random, 0, network_case->upper[a]) / 3;
            }
            break;
        default:
            break;
        }
        wp_network_cost(network, a, network_case->cost[a]);
        wp_network_bounds(network, a, network_case->lower[a], network_case->upper[a]);
    }
    if (network_case->nodes > 0 && case_draw(random, 0, 3) == 0) {
        int from = (int)case_draw(random, 0, network_case->nodes - 1);
        int to = (int)case_draw(random, 0, network_case->nodes - 1);
        network_case->supply[from]++;
        network_case->supply[to]--;
        wp_network_supply(network, from, network_case->supply[from]);
        wp_network_supply(network, to, network_case->supply[to]);
    }
}

static void add_arc(struct network_case *network_case, struct wp_network *network, uint64_t *random) {
    struct wp_error error = {0};
    int a = network_case->arcs;
    if (a == CASE_ARCS || network_case->nodes == 0)
        return;
    network_case->from[a] = (int)case_draw(random, 0, network_case->nodes - 1);
    network_case->to[a] = (int)case_draw(random, 0, network_case->nodes - 1);
    network_case->upper[a] = case_draw(random, 0, 4);
    network_case->lower[a] = 0;
    network_case->cost[a] = case_draw(random, -9, 9);
    network_case->arcs++;
    assert_int_equal(wp_network_arc(network, network_case->from[a], network_case->to[a],
                                    network_case->lower[a], network_case->upper[a], network_case->cost[a],
                                    &error),
                     a);
}

static void a_warm_start_finds_what_a_cold_one_finds(void **state) {
    (void)state;
    int solved = 0;
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        uint64_t random = ~seed;
        struct network_case network_case = case_make(seed);
        struct wp_network *warm = case_load(&network_case);
        case_solve(&network_case, warm);
        for (int step = 0; step < 6; step++) {
            change(&network_case, warm, &random);
            if (step % 2 == 1)
                add_arc(&network_case, warm, &random);
            if (step == 4)
                wp_network_restart(warm);
            struct wp_network *cold = case_load(&network_case);
            bool feasible = case_solve(&network_case, cold);
            assert_int_equal(case_solve(&network_case, warm), feasible);
            if (feasible) {
                assert_true(case_total(warm) == case_total(cold));
                solved++;
            }
            wp_network_free(cold);
        }
        wp_network_free(warm);
    }
    assert_in_range(solved, SEEDS / 4, SEEDS * 6 / 4);
}

static int64_t total_at(const struct network_case *network_case, const struct wp_network *network,
                        const int64_t *cost) {
    int64_t total = 0;
    for (int a = 0; a < network_case->arcs; a++)
        total += cost[a] * wp_network_flow(network, a);
    return total;
}

/* Three levels: after each, arcs of non-zero reduced cost are fixed. The reference is one weighted sum, exact
 * in numbers this small. */
static void fixing_by_reduced_costs_keeps_levels_exact(void **state) {
    (void)state;
    enum { LEVELS = 3 };
    int solved = 0;
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        uint64_t random = seed * 77;
        struct network_case whole = case_make(seed);
        int64_t cost[LEVELS][CASE_ARCS] = {0}, largest = 1;
        for (int a = 0; a < whole.arcs; a++) {
            if (whole.upper[a] > 6)
                whole.upper[a] = 6;
            if (whole.lower[a] > whole.upper[a])
                whole.lower[a] = whole.upper[a];
            largest += INT64_C(2) * 3 * 6;
            for (int level = 0; level < LEVELS; level++)
                cost[level][a] = case_draw(&random, -3, 3);
        }
        for (int a = 0; a < whole.arcs; a++)
            whole.cost[a] = (cost[0][a] * largest + cost[1][a]) * largest + cost[2][a];
        struct wp_network *weighted = case_load(&whole);
        bool feasible = case_solve(&whole, weighted);

        struct network_case stepwise = whole;
        struct wp_network *levels = case_load(&stepwise);
        for (int level = 0; level < LEVELS && feasible; level++) {
            for (int a = 0; a < whole.arcs; a++) {
                stepwise.cost[a] = cost[level][a];
                wp_network_cost(levels, a, cost[level][a]);
            }
            assert_true(case_solve(&stepwise, levels));
            for (int earlier = 0; earlier <= level; earlier++)
                assert_true(total_at(&whole, levels, cost[earlier]) ==
                            total_at(&whole, weighted, cost[earlier]));
            for (int a = 0; a < whole.arcs; a++) {
                if (wp_network_reduced_cost(levels, a) == 0)
                    continue;
                stepwise.lower[a] = stepwise.upper[a] = wp_network_flow(levels, a);
                wp_network_bounds(levels, a, stepwise.lower[a], stepwise.upper[a]);
            }
            assert_true(case_solve(&stepwise, levels));
            assert_true(case_total(levels) == total_at(&whole, weighted, cost[level]));
            solved++;
        }
        wp_network_free(levels);
        wp_network_free(weighted);
    }
    assert_in_range(solved, SEEDS / 4, SEEDS);
}

/* Students 0 and 1 both want project 2, which has one seat; student 1 also takes project 3. Sink 4. */
static void a_small_placement_by_hand(void **state) {
    (void)state;
    struct network_case network_case = {.nodes = 5,
                                        .arcs = 7,
                                        .from = {0, 1, 1, 2, 3, 0, 1},
                                        .to = {2, 2, 3, 4, 4, 4, 4},
                                        .upper = {1, 1, 1, 1, 2, 1, 1},
                                        .cost = {1, 1, 4, 0, 0, 100, 100},
                                        .supply = {1, 1, 0, 0, -2}};
    struct wp_network *network = case_load(&network_case);
    assert_true(case_solve(&network_case, network));
    assert_int_equal(case_total(network), 5);
    assert_int_equal(wp_network_flow(network, 0), 1);
    assert_int_equal(wp_network_flow(network, 2), 1);

    /* Project 3 closes: one of the two stays unplaced. */
    network_case.upper[4] = 0;
    wp_network_bounds(network, 4, 0, 0);
    assert_true(case_solve(&network_case, network));
    assert_int_equal(case_total(network), 101);

    /* Nobody may stay unplaced: both students and the two projects want 2 places where there is 1. */
    network_case.upper[5] = network_case.upper[6] = 0;
    wp_network_bounds(network, 5, 0, 0);
    wp_network_bounds(network, 6, 0, 0);
    assert_false(case_solve(&network_case, network));
    bool in_cut[CASE_NODES];
    assert_int_equal(wp_network_cut(network, in_cut), 1);
    assert_true(in_cut[0] && in_cut[1] && in_cut[2] && !in_cut[4]);
    wp_network_free(network);
}

static void a_loop_and_a_cycle_of_negative_cost_are_filled(void **state) {
    (void)state;
    struct network_case network_case = {.nodes = 3,
                                        .arcs = 4,
                                        .from = {0, 1, 2, 1},
                                        .to = {1, 2, 0, 1},
                                        .upper = {5, 4, 6, 7},
                                        .cost = {-1, 2, -3, -1}};
    struct wp_network *network = case_load(&network_case);
    assert_true(case_solve(&network_case, network));
    assert_int_equal(case_total(network), -2 * 4 - 7);
    wp_network_free(network);
}

static void an_empty_network_is_solved(void **state) {
    (void)state;
    struct network_case network_case = {0};
    struct wp_network *network = case_load(&network_case);
    assert_true(case_solve(&network_case, network));
    assert_int_equal(case_total(network), 0);
    wp_network_free(network);
}

static void supplies_that_do_not_add_up_are_infeasible(void **state) {
    (void)state;
    struct network_case network_case = {
        .nodes = 2, .arcs = 1, .from = {0}, .to = {1}, .upper = {9}, .supply = {2, -3}};
    struct wp_network *network = case_load(&network_case);
    bool in_cut[CASE_NODES];
    assert_false(case_solve(&network_case, network));
    assert_int_equal(wp_network_cut(network, in_cut), -1);
    network_case.supply[0] = 3;
    wp_network_supply(network, 0, 3);
    assert_true(case_solve(&network_case, network));
    wp_network_free(network);
}

static void assert_refused(struct wp_network *network) {
    struct wp_error error = {0};
    enum wp_network_outcome outcome;
    assert_int_equal(wp_network_solve(network, NULL, NULL, &outcome, &error), WP_INTERNAL);
    assert_int_equal(error.code, WP_INTERNAL);
    assert_true(error.message[0] != '\0');
}

/* Two nodes, so the artificial cost is 1 + twice the arc's. */
static void numbers_too_large_are_refused_and_the_largest_are_not(void **state) {
    (void)state;
    static const int64_t extreme[] = {INT64_MAX, INT64_MIN, WP_NETWORK_MAX / 2, -WP_NETWORK_MAX / 2};
    struct network_case network_case = {
        .nodes = 2, .arcs = 1, .from = {0}, .to = {1}, .upper = {1}, .supply = {1, -1}};
    struct wp_network *network = case_load(&network_case);
    for (size_t i = 0; i < sizeof extreme / sizeof extreme[0]; i++) {
        wp_network_cost(network, 0, extreme[i]);
        assert_refused(network);
        wp_network_cost(network, 0, 0);
        wp_network_bounds(network, 0, extreme[i] < 0 ? extreme[i] : 0, extreme[i] < 0 ? 1 : extreme[i]);
        assert_refused(network);
        wp_network_bounds(network, 0, 0, 1);
        wp_network_supply(network, 0, extreme[i]);
        wp_network_supply(network, 1, extreme[i] == INT64_MIN ? INT64_MAX : -extreme[i]);
        assert_refused(network);
        wp_network_supply(network, 0, 1);
        wp_network_supply(network, 1, -1);
    }
    network_case.cost[0] = (WP_NETWORK_MAX - 1) / 2;
    wp_network_cost(network, 0, network_case.cost[0]);
    assert_true(case_solve(&network_case, network));
    network_case.cost[0] = 1;
    network_case.supply[0] = WP_NETWORK_MAX / 4;
    network_case.supply[1] = -WP_NETWORK_MAX / 4;
    network_case.upper[0] = WP_NETWORK_MAX / 4;
    wp_network_cost(network, 0, 1);
    wp_network_supply(network, 0, network_case.supply[0]);
    wp_network_supply(network, 1, network_case.supply[1]);
    wp_network_bounds(network, 0, 0, network_case.upper[0]);
    assert_true(case_solve(&network_case, network));

    struct wp_error error = {0};
    int64_t total;
    wp_network_cost(network, 0, 1000);
    assert_int_equal(wp_network_total(network, &total, &error), WP_INTERNAL);
    wp_network_free(network);
}

static void wrong_calls_are_errors(void **state) {
    (void)state;
    struct wp_error error = {0};
    struct wp_network *network;
    assert_int_equal(wp_network_new(-1, &network, &error), WP_INTERNAL);
    assert_null(network);
    assert_int_equal(wp_network_new(INT_MAX, &network, NULL), WP_INTERNAL);
    assert_int_equal(wp_network_new(2, &network, NULL), 0);
    assert_int_equal(wp_network_arc(network, 0, 2, 0, 1, 0, NULL), WP_INTERNAL);
    assert_int_equal(wp_network_arc(network, -1, 0, 0, 1, 0, NULL), WP_INTERNAL);
    assert_int_equal(wp_network_arc(network, 0, 1, 2, 1, 0, NULL), 0);
    assert_refused(network);
    wp_network_free(network);
    wp_network_free(NULL);
}

static bool stop_at_once(void *context) {
    ++*(int *)context;
    return true;
}

enum { SIDE = 60, GRID_ARCS = 2 * SIDE * (SIDE - 1) };

/* A grid with little room on each arc, so that most pivots move nothing: several thousand of them for each of
 * its trees. */
static struct wp_network *grid(void) {
    struct wp_error error = {0};
    struct wp_network *network;
    uint64_t random = 5;
    assert_int_equal(wp_network_new(SIDE * SIDE, &network, &error), 0);
    for (int v = 0; v < SIDE * SIDE; v++) {
        if (v % SIDE + 1 < SIDE)
            assert_true(wp_network_arc(network, v, v + 1, -1, 1, case_draw(&random, -9, 9), &error) >= 0);
        if (v + SIDE < SIDE * SIDE)
            assert_true(wp_network_arc(network, v, v + SIDE, -1, 1, case_draw(&random, -9, 9), &error) >= 0);
    }
    return network;
}

static void a_stopped_solve_goes_on_from_there(void **state) {
    (void)state;
    struct wp_error error = {0};
    struct wp_network *network = grid();
    enum wp_network_outcome outcome = WP_NETWORK_STOPPED;
    int stops = 0, solves = 0;
    for (; outcome == WP_NETWORK_STOPPED; solves++) {
        assert_int_equal(wp_network_solve(network, stop_at_once, &stops, &outcome, &error), 0);
        case_prove_tree(network, outcome == WP_NETWORK_STOPPED);
    }
    assert_int_equal(outcome, WP_NETWORK_OPTIMAL);
    assert_true(stops >= 2);
    assert_int_equal(solves, stops + 1);
    int64_t in_parts = case_total(network);
    wp_network_restart(network);
    assert_int_equal(wp_network_solve(network, NULL, NULL, &outcome, &error), 0);
    assert_true(case_total(network) == in_parts);
    wp_network_free(network);
}

/* Fixes a tenth of the arcs, those of the tree too, where they are; then asks for other costs. */
static void a_tree_with_fixed_arcs_is_mended_before_the_first_pivot(void **state) {
    (void)state;
    struct wp_error error = {0};
    struct wp_network *network = grid();
    uint64_t random = 9;
    enum wp_network_outcome outcome;
    int stops = 0;
    assert_int_equal(wp_network_solve(network, NULL, NULL, &outcome, &error), 0);
    for (int round = 0; round < 8; round++) {
        for (int a = 0; a < GRID_ARCS; a++) {
            int64_t flow = wp_network_flow(network, a);
            switch (case_draw(&random, 0, 19)) {
            case 0:
                wp_network_bounds(network, a, flow, flow);
                break;
            case 1:
                wp_network_bounds(network, a, flow, 1);
                break;
            case 2:
                wp_network_bounds(network, a, -1, flow);
                break;
            default:
                break;
            }
            wp_network_cost(network, a, case_draw(&random, -9, 9));
        }
        assert_int_equal(wp_network_solve(network, stop_at_once, &stops, &outcome, &error), 0);
        assert_int_not_equal(outcome, WP_NETWORK_INFEASIBLE);
        case_prove_tree(network, outcome == WP_NETWORK_STOPPED);
    }
    assert_true(stops > 0);
    wp_network_free(network);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_networks_are_solved_or_refuted),
        cmocka_unit_test(a_warm_start_finds_what_a_cold_one_finds),
        cmocka_unit_test(fixing_by_reduced_costs_keeps_levels_exact),
        cmocka_unit_test(a_small_placement_by_hand),
        cmocka_unit_test(a_loop_and_a_cycle_of_negative_cost_are_filled),
        cmocka_unit_test(an_empty_network_is_solved),
        cmocka_unit_test(supplies_that_do_not_add_up_are_infeasible),
        cmocka_unit_test(numbers_too_large_are_refused_and_the_largest_are_not),
        cmocka_unit_test(wrong_calls_are_errors),
        cmocka_unit_test(a_stopped_solve_goes_on_from_there),
        cmocka_unit_test(a_tree_with_fixed_arcs_is_mended_before_the_first_pivot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
