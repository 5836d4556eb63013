/* test_search_limits.c: the search where it is stopped, resumed, given more columns, and where there is no
 * plan to find. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "run.h"
#include "small_round.h"

static uint64_t seeds = 12; /* or as many as the first argument says */
enum { COLUMNS = 14, MOST_STOPS = 400, STRIDE = 7 };

static uint64_t state;

static int64_t draw(int64_t from, int64_t to) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return from + (int64_t)((state >> 33) % (uint64_t)(to - from + 1));
}

static void add_column(struct wp_program *program, enum wp_column_kind kind, int64_t upper) {
    struct wp_column column = {kind, program->column_count, -1, -1, 0, upper};
    assert_true(wp_program_column(program, column, NULL) >= 0);
}

/* Entries for the columns from `first` on, as many as there are values. */
static void add_row(struct wp_program *program, int first, int count, const int64_t *value, int64_t lower,
                    int64_t upper) {
    for (int k = 0; k < count; k++)
        assert_int_equal(wp_program_entry(program, first + k, value[k], NULL), WP_OK);
    assert_int_equal(wp_program_row(program, "row", lower, upper, NULL), WP_OK);
}

static struct wp_search *start(struct wp_program *program, const struct wp_lp_limits *limits) {
    struct wp_settings settings = {.method = WP_METHOD_AUTO, .time_limit = -1};
    struct wp_search *search;
    assert_int_equal(wp_search_new(program, &settings, limits, &search, NULL), WP_OK);
    return search;
}

static const struct wp_lp_limits endless = {NULL, NULL, 0};

/* The least cost of all points; false if there is none. */
static bool enumerate(const struct wp_program *program, const int64_t *cost, int64_t *least) {
    int64_t x[COLUMNS] = {0};
    bool any = false, more = true;
    while (more) {
        int64_t sum = 0;
        for (int j = 0; j < program->column_count; j++)
            sum += cost[j] * x[j];
        if (wp_program_holds(program, x)) {
            *least = !any || sum < *least ? sum : *least;
            any = true;
        }
        more = false;
        for (int j = 0; j < program->column_count && !more; j++) {
            more = x[j] < program->columns[j].upper;
            x[j] = more ? x[j] + 1 : 0;
        }
    }
    return any;
}

/* One thing is too little, two are too much; the linear relaxation takes parts. Nothing but exact
 * contradictions can show it, the numbers being too large for GLPK's word. */
static void no_plan_is_proven_exactly(void **unused) {
    static const int64_t sizes[] = {30000001, 30000002, 30000003, 30000005}, cost[] = {1, 2, 3, 4};
    (void)unused;
    for (int relaxed = 0; relaxed < 2; relaxed++) { /* then not even a relaxed plan */
        struct wp_program *program;
        assert_int_equal(wp_program_new(&program, NULL), WP_OK);
        for (int j = 0; j < 4; j++)
            add_column(program, WP_COLUMN_PLACE, 1);
        add_row(program, 0, 4, sizes, 44000000, 46000000);
        if (relaxed)
            add_row(program, 0, 4, (const int64_t[]){1, 1, 1, 1}, WP_FREE_BELOW, 1);
        struct wp_search *search = start(program, &endless);
        assert_int_equal(wp_search_step(search, cost, NULL), WP_FOUND_INFEASIBLE);
        assert_false(search->trusted);
        assert_false(search->has_best);
        assert_false(search->stopped);
        wp_search_free(search);
        wp_program_free(program);
    }
}

/* Knapsacks, with rows whose linear bound is far from any plan; sometimes of large numbers. */
static struct wp_program *draw_knapsacks(uint64_t seed, int64_t *cost) {
    struct wp_program *program;
    assert_int_equal(wp_program_new(&program, NULL), WP_OK);
    state = seed;
    int64_t scale = seed % 4 == 0 ? 100003 : 1;
    for (int j = 0; j < COLUMNS; j++) {
        add_column(program, j % 3 == 0 ? WP_COLUMN_OPEN : WP_COLUMN_PLACE, 1);
        cost[j] = draw(-40, 40);
    }
    for (int i = 0; i < 2; i++) {
        int64_t value[COLUMNS], sum = 0;
        for (int j = 0; j < COLUMNS; j++)
            sum += value[j] = draw(12, 60) * scale + draw(0, 1);
        add_row(program, 0, COLUMNS, value, sum / 2 - 6 * scale, sum / 2);
    }
    return program;
}

/* Says stop after so many questions; never if they are negative. */
static bool has_lost_patience(void *context) {
    int *questions = context;
    if (*questions > 0) {
        --*questions;
        return false;
    }
    return *questions == 0;
}

/* One step that is stopped after so many questions. What it says is right, nothing of it is left behind, and
 * it can go on. Returns whether it was stopped; *has_plan tells whether it had a plan then. */
static bool stop_and_resume(uint64_t seed, int questions, bool any, int64_t least, bool *has_plan) {
    int64_t cost[COLUMNS];
    struct wp_program *program = draw_knapsacks(seed, cost);
    struct wp_lp_limits limits = {has_lost_patience, &questions, 0};
    struct wp_search *search = start(program, &limits);
    int found = wp_search_step(search, cost, NULL);
    bool stopped = search->stopped;
    assert_true(found >= 0 && (any ? found != WP_FOUND_INFEASIBLE : !search->has_best));
    assert_true(!any || wp_search_bound(search) <= least);
    if (search->has_best)
        assert_true(wp_search_value(search) >= least && wp_program_holds(program, search->best));
    for (int j = 0; j < COLUMNS; j++)
        assert_true(program->columns[j].lower == 0 && program->columns[j].upper == 1);
    *has_plan = search->has_best;
    if (stopped) {
        questions = -1;
        wp_search_resume(search);
        found = wp_search_step(search, cost, NULL);
    }
    assert_false(search->stopped);
    if (search->trusted)
        assert_int_equal(found, any ? WP_FOUND_OPTIMUM : WP_FOUND_INFEASIBLE);
    if (found == WP_FOUND_OPTIMUM)
        assert_int_equal(wp_search_value(search), least);
    wp_search_free(search);
    wp_program_free(program);
    return stopped;
}

static void a_stopped_search_can_be_resumed(void **unused) {
    int stops = 0, with_plan = 0;
    (void)unused;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        int64_t cost[COLUMNS], least = 0;
        struct wp_program *program = draw_knapsacks(seed, cost);
        bool any = enumerate(program, cost, &least), stopped = true, has_plan;
        wp_program_free(program);
        for (int questions = 0; stopped && questions < MOST_STOPS; questions += STRIDE) {
            stopped = stop_and_resume(seed, questions, any, least, &has_plan);
            stops += stopped;
            with_plan += stopped && has_plan;
        }
    }
    print_message("%d times stopped, %d of them with a plan\n", stops, with_plan);
    assert_true(with_plan > (int)seeds && stops > with_plan + (int)seeds);
}

/* Where less than a proof is asked, the bound still says no more than is known. */
static void a_search_that_ends_early_says_what_it_knows(void **unused) {
    int open = 0;
    (void)unused;
    for (uint64_t seed = 1; seed <= 8 * seeds; seed++) {
        int64_t cost[COLUMNS], least = 0;
        struct wp_program *program = draw_knapsacks(seed, cost);
        bool any = enumerate(program, cost, &least);
        struct wp_search *search = start(program, &endless);
        search->gap = seed % 2 ? 0.02 * (double)(seed % 9) : 0;
        search->until_positive = seed % 2 == 0;
        int found = wp_search_step(search, cost, NULL);
        assert_true(!search->trusted || found == (any ? WP_FOUND_OPTIMUM : WP_FOUND_INFEASIBLE));
        if (any && search->has_best) {
            assert_true(wp_search_bound(search) <= least && least <= wp_search_value(search));
            open += wp_search_bound(search) < least;
        }
        wp_search_free(search);
        wp_program_free(program);
    }
    assert_true(open > (int)seeds);
}

/* What is learnt from trying other bounds leaves the relaxation as it was. */
static void a_probe_changes_nothing(void **unused) {
    (void)unused;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        int64_t cost[COLUMNS];
        struct wp_program *program = draw_knapsacks(seed, cost);
        struct wp_lp *lp;
        double value;
        assert_int_equal(wp_lp_new(program, &endless, &lp, NULL), WP_OK);
        wp_lp_cost(lp, cost);
        assert_int_equal(wp_lp_solve(lp, false), WP_LP_OPTIMAL);
        double before = lp->value, tolerance = 1e-6;
        for (int j = 0; j < COLUMNS; j++) {
            for (int64_t at = 0; at < 2; at++)
                if (wp_lp_probe(lp, j, at, at, 1000, &value) != WP_LP_INFEASIBLE)
                    assert_true(value > before - tolerance);
            assert_int_equal(wp_lp_solve(lp, true), WP_LP_OPTIMAL);
            assert_true(lp->value > before - tolerance && lp->value < before + tolerance);
        }
        wp_lp_free(lp);
        wp_program_free(program);
    }
}

/* Three units on two projects with two seats each, a network; then a column of no row, then one that counts
 * the first project's students, then one step without any of them. */
static void a_search_goes_on_when_columns_are_added(void **unused) {
    static const int64_t placed[] = {-1, -1, -1, -1, -1, -1, 0, 0}, prefer[] = {0, 1, 0, 1, 0, 1, 5, 0},
                         crowd[] = {0, 0, 0, 0, 0, 0, 0, 3}, last[] = {-3, 0, -1, 0, -2, 0, 0, 0};
    int64_t x[8];
    struct wp_program *program;
    (void)unused;
    assert_int_equal(wp_program_new(&program, NULL), WP_OK);
    for (int j = 0; j < 6; j++) {
        add_column(program, WP_COLUMN_PLACE, 1);
        program->columns[j].a = j / 2;
        program->columns[j].b = j % 2;
    }
    for (int u = 0; u < 3; u++)
        add_row(program, 2 * u, 2, (const int64_t[]){1, 1}, WP_FREE_BELOW, 1);
    for (int p = 0; p < 2; p++)
        add_row(program, p, 5, (const int64_t[]){1, 0, 1, 0, 1}, WP_FREE_BELOW, 2);
    struct wp_search *search = start(program, &endless);
    assert_int_equal(wp_search_step(search, placed, NULL), WP_FOUND_OPTIMUM);
    assert_int_equal(wp_search_value(search), -3);
    assert_int_equal(wp_search_keep(search, -3, "placed", NULL), WP_OK);

    memcpy(x, search->best, 6 * sizeof *x);
    add_column(program, WP_COLUMN_ONE, 1);
    program->columns[6].lower = x[6] = 1;
    assert_int_equal(wp_search_grow(search, x, NULL), WP_OK);
    assert_true(search->flow && wp_flow_is_exact(search->flow));
    assert_int_equal(wp_search_step(search, prefer, NULL), WP_FOUND_OPTIMUM);
    assert_int_equal(wp_search_value(search), 1 + 5); /* two fit on the first project */
    assert_int_equal(wp_search_keep(search, 2 + 5, "prefer", NULL), WP_OK);

    memcpy(x, search->best, 7 * sizeof *x);
    add_column(program, WP_COLUMN_OTHER, 9);
    x[7] = x[0] + x[2] + x[4];
    add_row(program, 0, 8, (const int64_t[]){-1, 0, -1, 0, -1, 0, 0, 1}, 0, WP_FREE_ABOVE);
    assert_int_equal(wp_search_grow(search, x, NULL), WP_OK);
    assert_true(search->has_best && search->best[7] == 2);
    assert_int_equal(wp_search_step(search, crowd, NULL), WP_FOUND_OPTIMUM);
    assert_int_equal(wp_search_value(search), 3); /* the level before gave way for it */
    assert_int_equal(wp_search_keep(search, 3, "crowd", NULL), WP_OK);
    assert_int_equal(wp_search_step(search, last, NULL), WP_FOUND_OPTIMUM);
    assert_int_equal(wp_search_value(search), -3);
    assert_int_equal(search->best[0], 1);
    wp_search_free(search);
    wp_program_free(program);
}

/* Something made the search stop, though nobody asked for it: the levels after that have a search all the
 * same. */
static void a_level_is_solved_after_one_that_failed(void **unused) {
    struct small_round small;
    struct wp_run *run;
    (void)unused;
    small_round_start(&small, (struct small_sizes){3, 2, 0, 0, 0});
    small.settings.time_limit = -1;
    small.settings.objective_count = 1;
    small.settings.objectives[0] = (struct wp_objective_setting){WP_OBJECTIVE_PLACED, 1, 0, "placed"};
    for (int p = 0; p < 2; p++)
        small.round->projects[p].min_students = 2;
    for (int s = 0; s < 3; s++)
        small_choose(&small, s, 0, 1, -1);
    small_round_finish(&small, 0);
    assert_int_equal(wp_run_new(small.round, NULL, &run, NULL), WP_OK);
    run->search->stopped = true;
    assert_int_equal(wp_run_level(run, 0, NULL), WP_OK);
    assert_true(run->outcomes[0].proven);
    assert_int_equal(run->outcomes[0].best, 3);
    wp_run_free(run);
    small_round_end(&small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_plan_is_proven_exactly),
        cmocka_unit_test(a_stopped_search_can_be_resumed),
        cmocka_unit_test(a_search_that_ends_early_says_what_it_knows),
        cmocka_unit_test(a_probe_changes_nothing),
        cmocka_unit_test(a_search_goes_on_when_columns_are_added),
        cmocka_unit_test(a_level_is_solved_after_one_that_failed),
    };
    if (argc > 1)
        seeds = strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
