/* test_lottery.c: the disclosed lottery against SHA-256 as other programs compute it, and the objective
 * lottery against the best of all plans of small random rounds. Every literal is what sha256sum says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "every_plan.h"
#include "lottery.h"
#include "solve.h"

#define ROUNDS 40 /* of each kind; or as many as the first argument says */
#define SEEDS  2

static uint32_t rounds_wanted = ROUNDS;

/* Weights of students S1 to S3 on projects P1 to P3 with nobody, L1 and L2; of projects in slots mo1 to mo3.
 */
static const struct weights {
    int64_t seed;
    int number[3];
    int64_t placement[3][3][3];
    int64_t slot[3][3];
} all_weights[SEEDS] = {
    {
        .seed = 7,
        .number = {2, 3, 1},
        .placement = {{{0x98009, 0x1179c, 0xae688}, {0x713df, 0x25d6a, 0x4c970}, {0x143e5, 0x7bdc6, 0xfdf7e}},
                      {{0x10c96, 0xf5f5d, 0x71f19}, {0xcd9e5, 0x4ac59, 0xe9834}, {0x99952, 0x645b0, 0xd9a89}},
                      {{0xb448e, 0x01b81, 0xbdc0b},
                       {0xb2d17, 0x19b36, 0xdca6a},
                       {0x64b44, 0x15e22, 0x9082c}}},
        .slot = {{0x32fd9, 0x11b24, 0x479ee}, {0xbcd0c, 0x0b40e, 0x19d7d}, {0xf3447, 0x9c53e, 0x789bc}},
    },
    {
        .seed = -3,
        .number = {2, 3, 1},
        .placement = {{{0x9d227, 0x6794a, 0x388fb}, {0x517b1, 0x0296e, 0xa0e26}, {0x6d461, 0x25227, 0x9efb9}},
                      {{0xe2de2, 0xc16fd, 0xc2c44}, {0xc6071, 0x76488, 0xfcc6d}, {0xac6e6, 0xf751b, 0x40b36}},
                      {{0x5368e, 0x0bcd1, 0x8fde3},
                       {0x00275, 0xc1f7a, 0xbd9d0},
                       {0x3e885, 0xad3b0, 0x29090}}},
        .slot = {{0xd5803, 0x73ae9, 0x8415e}, {0xbf10a, 0xe4277, 0x4e9cc}, {0x8c4b5, 0xef73a, 0x93034}},
    },
};
static const struct weights *weights; /* of the seed at hand */

/* Ids are bytes: leading zeros count, letters beyond ASCII are as they are written. */
static void numbers_follow_the_hashes_of_seed_and_id(void **unused) {
    static const char *const ids[] = {"00123",      "0123", "123",
                                      "Zo\xc3\xab", "zoe",  "\xc3\x85ngstr\xc3\xb6m 7"};
    static const struct {
        int64_t seed;
        int number[6];
    } cases[] = {{0, {3, 4, 1, 2, 5, 6}}, {42, {5, 1, 2, 4, 6, 3}}, {INT64_MIN, {5, 1, 6, 4, 2, 3}}};

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct small_round small;

        small_round_start(&small, (struct small_sizes){6, 1, 0, 0, 0});
        small.settings.seed = cases[c].seed;
        for (int s = 0; s < 6; s++)
            small.round->students[s].id = ids[s];
        small_round_finish(&small, 0);
        for (int s = 0; s < 6; s++)
            assert_int_equal(small.round->students[s].lottery, cases[c].number[s]);
        small_round_end(&small);
    }
}

static void weights_are_the_leading_bits_of_the_hashes(void **unused) {
    static const struct {
        int64_t seed, student_00123, student_0123, zoe, zoe_unguided, monday, friday;
    } cases[] = {{42, 0xb061d, 0x11ebd, 0x87aae, 0xd8ef0, 0xb8289, 0xe5dad},
                 {-5, 0x732e0, 0x4e469, 0xb1d83, 0xcaae6, 0xeb410, 0x80029}};

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct small_round small;
        struct wp_round *round;

        small_round_start(&small, (struct small_sizes){3, 2, 2, 0, 0});
        small.settings.seed = cases[c].seed;
        round = small.round;
        round->students[0].id = "00123";
        round->students[1].id = "0123";
        round->students[2].id = "Zo\xc3\xab";
        round->projects[0].id = "Caf\xc3\xa9";
        round->projects[1].id = "P";
        round->lecturers[0].id = "L";
        round->lecturers[1].id = "\xc3\x98st";
        assert_int_equal(wp_lottery_placement_weight(round, 0, 1, 0), cases[c].student_00123);
        assert_int_equal(wp_lottery_placement_weight(round, 1, 1, 0), cases[c].student_0123);
        assert_int_equal(wp_lottery_placement_weight(round, 2, 0, 1), cases[c].zoe);
        assert_int_equal(wp_lottery_placement_weight(round, 2, 0, -1), cases[c].zoe_unguided);
        assert_int_equal(wp_lottery_slot_weight(round, 0, 0), cases[c].monday);
        assert_int_equal(wp_lottery_slot_weight(round, 0, 19), cases[c].friday);
        small_round_end(&small);
    }
}

static bool counts_ranks(const struct wp_round *round) {
    return round->settings->objectives[1].kind == WP_OBJECTIVE_RANKS_SUM;
}

/* placed, placed:rest, ranks:sum if it is asked, and both steps of the lottery. */
static int worth(const struct wp_round *round, const struct wp_plan *plan,
                 int64_t values[EVERY_PLAN_VALUES]) {
    int64_t placed = 0, rest = 0, ranks = 0, turns = 0, weight = 0;
    int count = 0, unlisted, rank;

    for (int s = 0; s < plan->student_count; s++) {
        int p = plan->project[s], turn = plan->student_count + 1 - weights->number[s];

        every_plan_rank(round, s, p, &rank);
        every_plan_rank(round, s, -1, &unlisted);
        turns += (int64_t)turn * (p < 0 ? unlisted + 1 : rank);
        if (p < 0)
            continue;
        placed += every_plan_chose(round, s);
        rest += !every_plan_chose(round, s);
        ranks += every_plan_chose(round, s) ? rank : 0;
        weight += weights->placement[s][p][plan->lecturer[s] + 1];
    }
    for (int p = 0; p < plan->project_count; p++)
        weight += plan->slot[p] < 0 ? 0 : weights->slot[p][plan->slot[p]];
    values[count++] = -placed;
    if (counts_ranks(round))
        values[count++] = ranks;
    values[count++] = -rest;
    values[count++] = turns;
    values[count++] = weight;
    return count;
}

static void add_objective(struct small_round *small, enum wp_objective_kind kind, const char *name) {
    struct wp_objective_setting *setting = &small->settings.objectives[small->settings.objective_count++];

    setting->kind = kind;
    setting->exponent = 1;
    snprintf(setting->name, sizeof setting->name, "%s", name);
}

static void expect_solved(const struct wp_round *round, bool any, const int64_t *least) {
    const struct wp_level *lottery;
    struct wp_solution *solution;
    struct wp_error error = {0};
    int64_t values[EVERY_PLAN_VALUES];
    int count;

    if (wp_solve(round, NULL, &solution, &error) != 0)
        fail_msg("%s", error.message);
    assert_int_equal(solution->outcome, any ? WP_OUTCOME_OPTIMAL : WP_OUTCOME_INFEASIBLE);
    if (any) {
        count = worth(round, solution->plan, values);
        for (int v = 0; v < count; v++)
            assert_int_equal(values[v], least[v]);
        lottery = &solution->levels[solution->level_count - 1];
        assert_string_equal(lottery->name, "lottery");
        assert_int_equal(lottery->count, 2);
        for (int step = 0; step < 2; step++) {
            assert_int_equal(lottery->value[step], least[count - 2 + step]);
            assert_int_equal(lottery->bound[step], least[count - 2 + step]);
        }
    }
    wp_solution_free(solution);
}

static void the_plan_of_the_lottery_is_the_best_of_all(void **unused) {
    long solved = 0;

    (void)unused;
    for (uint32_t seed = 1; seed <= rounds_wanted * GUIDES * 2; seed++) {
        struct small_round small;
        int64_t least[EVERY_PLAN_VALUES];
        bool any;

        every_plan_round(&small, seed, (enum every_plan_guides)(seed % GUIDES));
        weights = &all_weights[seed / 3 % SEEDS];
        small.settings.seed = weights->seed;
        small.settings.time_limit = -1;
        small.settings.rules.meetings_weekly = seed / GUIDES % 2 == 0;
        add_objective(&small, WP_OBJECTIVE_PLACED, "placed");
        if (seed % 5 == 0)
            add_objective(&small, WP_OBJECTIVE_RANKS_SUM, "ranks:sum");
        add_objective(&small, WP_OBJECTIVE_LOTTERY, "lottery");
        assert_int_equal(wp_round_finish(small.round, &small.diagnostics, NULL), 0);
        if (small.diagnostics.errors == 0) {
            any = every_plan_least(small.round, worth, least);
            expect_solved(small.round, any, least);
            solved += any;
        }
        small_round_end(&small);
    }
    print_message("%ld rounds with plans\n", solved);
    assert_true(solved > (long)rounds_wanted * 3);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_hashes_of_seed_and_id),
        cmocka_unit_test(weights_are_the_leading_bits_of_the_hashes),
        cmocka_unit_test(the_plan_of_the_lottery_is_the_best_of_all),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
