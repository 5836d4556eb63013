/* test_moves.c: the three levels of the objective moves against the best of all plans of small random rounds,
 * compared with an earlier plan in which projects and lecturers may have been others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dice.h"
#include "every_plan.h"
#include "solve.h"

#define ROUNDS 40 /* of each kind; or as many as the first argument says */

static uint32_t rounds_wanted = ROUNDS;

/* An earlier plan: some students are new, some projects and lecturers are gone. */
static void random_base(struct small_round *small) {
    struct wp_round *round = small->round;
    int slot[4], guide[4];

    for (int p = 0; p < round->project_count; p++) {
        slot[p] = dice_one_in(5) ? -1 : dice_any(EVERY_PLAN_SLOTS + 1);
        guide[p] = !round->has_lecturers || dice_one_in(6) ? -1 : dice_any(round->lecturer_count);
        if (dice_one_in(6))
            guide[p] = WP_UNKNOWN;
    }
    round->base = wp_arena_alloc(round->arena, (size_t)round->student_count, sizeof *round->base);
    assert_non_null(round->base);
    for (int s = 0; s < round->student_count; s++) {
        struct wp_base_placement *base = &round->base[s];
        int p = dice_one_in(3) ? dice_any(round->project_count) : 0;

        if (dice_one_in(6)) /* new, or without a place */
            *base = (struct wp_base_placement){false, -1, -1, -1};
        else if (dice_one_in(6)) /* her project is gone; its lecturer may still be there */
            *base = (struct wp_base_placement){true, WP_UNKNOWN, guide[p], slot[p]};
        else
            *base = (struct wp_base_placement){true, p, guide[p], slot[p]};
    }
}

struct moves {
    int64_t project, lecturer, slot;
};

static struct moves moves_of(const struct wp_round *round, const struct wp_plan *plan) {
    struct moves moves = {0};

    for (int s = 0; s < plan->student_count; s++) {
        struct wp_base_placement base = round->base[s];
        int now = plan->project[s];

        if (!base.placed)
            continue;
        if (now != base.project) {
            moves.project++;
            continue;
        }
        if (base.lecturer != -1)
            moves.lecturer += base.lecturer != plan->lecturer[s];
        if (base.slot != -1)
            moves.slot += base.slot != plan->slot[now];
    }
    return moves;
}

/* placed and moves in the order in which they are asked. */
static int worth(const struct wp_round *round, const struct wp_plan *plan,
                 int64_t values[EVERY_PLAN_VALUES]) {
    struct moves moves = moves_of(round, plan);
    int64_t placed = 0, rest = 0;
    int count = 0;

    for (int s = 0; s < plan->student_count; s++) {
        placed += plan->project[s] >= 0 && every_plan_chose(round, s);
        rest += plan->project[s] >= 0 && !every_plan_chose(round, s);
    }
    for (int k = 0; k < round->settings->objective_count; k++) {
        if (round->settings->objectives[k].kind == WP_OBJECTIVE_PLACED) {
            values[count++] = -placed;
            values[count++] = -rest;
            continue;
        }
        values[count++] = moves.project;
        values[count++] = moves.lecturer;
        values[count++] = moves.slot;
    }
    return count;
}

static void add_objective(struct small_round *small, enum wp_objective_kind kind, const char *name) {
    struct wp_objective_setting *setting = &small->settings.objectives[small->settings.objective_count++];

    setting->kind = kind;
    snprintf(setting->name, sizeof setting->name, "%s", name);
}

static int64_t level_value(const struct wp_solution *solution, const char *name) {
    for (int k = 0; k < solution->level_count; k++) {
        const struct wp_level *level = &solution->levels[k];

        if (strcmp(level->name, name) != 0)
            continue;
        assert_true(level->proven);
        assert_int_equal(level->bound[0], level->value[0]);
        return level->value[0];
    }
    fail_msg("there is no level %s", name);
    return -1;
}

static struct moves expect_solved(const struct wp_round *round, bool any_plan, const int64_t *least) {
    struct moves moves = {0};
    struct wp_solution *solution;
    struct wp_error error = {0};
    int64_t values[EVERY_PLAN_VALUES];
    int count;

    if (wp_solve(round, NULL, &solution, &error) != 0)
        fail_msg("%s", error.message);
    assert_int_equal(solution->outcome, any_plan ? WP_OUTCOME_OPTIMAL : WP_OUTCOME_INFEASIBLE);
    if (any_plan) {
        count = worth(round, solution->plan, values);
        for (int v = 0; v < count; v++)
            assert_int_equal(values[v], least[v]);
        moves = moves_of(round, solution->plan);
        assert_int_equal(level_value(solution, "moves:project"), moves.project);
        assert_int_equal(level_value(solution, "moves:lecturer"), moves.lecturer);
        assert_int_equal(level_value(solution, "moves:slot"), moves.slot);
    }
    wp_solution_free(solution);
    return moves;
}

static void as_few_move_as_can_be(void **unused) {
    long solved = 0, project = 0, lecturer = 0, slot = 0;

    (void)unused;
    for (uint32_t seed = 1; seed <= rounds_wanted * GUIDES * 2; seed++) {
        struct small_round small;
        int64_t least[EVERY_PLAN_VALUES];

        every_plan_round(&small, seed, (enum every_plan_guides)(seed % GUIDES));
        dice_start(seed * 2246822519u);
        random_base(&small);
        small.settings.time_limit = -1;
        small.settings.rules.meetings_weekly = seed / GUIDES % 2 == 0;
        if (dice_one_in(3))
            add_objective(&small, WP_OBJECTIVE_PLACED, "placed");
        add_objective(&small, WP_OBJECTIVE_MOVES, "moves");
        if (small.settings.objective_count == 1 && dice_one_in(2))
            add_objective(&small, WP_OBJECTIVE_PLACED, "placed");
        assert_int_equal(wp_round_finish(small.round, &small.diagnostics, NULL), 0);
        if (small.diagnostics.errors == 0) {
            bool any_plan = every_plan_least(small.round, worth, least);
            struct moves moves = expect_solved(small.round, any_plan, least);

            solved += any_plan;
            project += moves.project > 0;
            lecturer += moves.lecturer > 0;
            slot += moves.slot > 0;
        }
        small_round_end(&small);
    }
    print_message("%ld rounds with plans; some change project in %ld, lecturer in %ld, slot in %ld\n", solved,
                  project, lecturer, slot);
    assert_true(solved > (long)rounds_wanted * 3);
    assert_true(project > (long)rounds_wanted / 2);
    assert_true(lecturer > (long)rounds_wanted / 4);
    assert_true(slot > (long)rounds_wanted / 4);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_few_move_as_can_be),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
