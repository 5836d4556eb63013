/* test_swap.c: may students change places? What a swap breaks, and what it does to each level. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "small_plan.h"
#include "swap.h"

static struct wp_solution *swapped;

/* Three students on three projects: S1 and S2 have each other's first choice; P3 asks for a certificate that
 * only S3 has. Levels: placed, ranks:sum. */
static void start(void) {
    small_plan_start(4, 3, 3);
    struct wp_round *round = small_plan_round.round;
    struct wp_settings *settings = &small_plan_round.settings;
    settings->objectives[0] = (struct wp_objective_setting){.kind = WP_OBJECTIVE_PLACED, .name = "placed"};
    settings->objectives[1] =
        (struct wp_objective_setting){.kind = WP_OBJECTIVE_RANKS_SUM, .exponent = 1, .name = "ranks:sum"};
    settings->objective_count = 2;
    settings->rules.certificates = WP_HARD;
    small_choose(&small_plan_round, 0, 1, 0, 2, -1);
    small_choose(&small_plan_round, 1, 0, 1, -1);
    small_choose(&small_plan_round, 2, 2, 0, -1);
    small_choose(&small_plan_round, 3, 0, -1);
    round->projects[2].certificates = small_words(&small_plan_round, "VOG", NULL);
    round->students[2].certificates = small_words(&small_plan_round, "VOG", NULL);
    small_plan_finish();
    for (int s = 0; s < 3; s++)
        small_plan_place(s, s, s);
    small_plan_expect_good();
}

static void swap(const struct wp_pair_of_students *pairs, int count) {
    struct wp_error error = {0};
    assert_int_equal(wp_swap_evaluate(small_plan_round.round, small_plan, pairs, count, &swapped, &error), 0);
}

static void end(void) {
    wp_solution_free(swapped);
    swapped = NULL;
    small_plan_end();
}

static void a_swap_that_keeps_all_rules_has_values(void **unused) {
    (void)unused;
    start();
    swap(&(struct wp_pair_of_students){0, 1}, 1);
    assert_int_equal(swapped->reasons.total, 0);
    assert_int_equal(swapped->plan->project[0], 1);
    assert_int_equal(swapped->plan->project[1], 0);
    assert_int_equal(swapped->plan->lecturer[0], 1); /* the project's */
    assert_int_equal(swapped->plan->lecturer[1], 0);
    assert_int_equal(small_plan->project[0], 0); /* the plan itself stays */
    assert_int_equal(swapped->level_count, 2);
    assert_string_equal(swapped->levels[1].name, "ranks:sum");
    assert_int_equal(swapped->levels[0].value[0], 3);
    assert_int_equal(swapped->levels[1].value[0], 3); /* was 2 + 2 + 1 */
    assert_false(swapped->levels[1].proven);
    end();
}

static void a_swap_that_breaks_a_rule_says_which(void **unused) {
    (void)unused;
    start();
    swap(&(struct wp_pair_of_students){0, 2}, 1);
    assert_int_equal(swapped->reasons.total, 1);
    assert_string_equal(swapped->reasons.items[0].rule->name, "certificates");
    assert_non_null(strstr(swapped->reasons.items[0].message, "S1"));
    assert_non_null(strstr(swapped->reasons.items[0].message, "P3"));
    end();
}

static void a_place_can_change_hands(void **unused) {
    (void)unused;
    start();
    swap(&(struct wp_pair_of_students){0, 3}, 1);
    assert_int_equal(swapped->reasons.total, 0);
    assert_int_equal(swapped->plan->project[0], -1);
    assert_int_equal(swapped->plan->lecturer[0], -1);
    assert_int_equal(swapped->plan->project[3], 0);
    assert_int_equal(swapped->plan->lecturer[3], 0);
    end();
}

/* One lecturer is as full as the fullest and as the emptiest, also where she has too much. */
static void a_refused_swap_counts_what_is_too_much(void **unused) {
    (void)unused;
    start();
    struct wp_settings *settings = &small_plan_round.settings;
    settings->objectives[settings->objective_count++] =
        (struct wp_objective_setting){.kind = WP_OBJECTIVE_BALANCE, .name = "balance"};
    small_plan_round.round->lecturers[0].max_load = WP_LOAD_UNIT;
    small_plan_round.round->students[3].load = 3 * WP_LOAD_UNIT / 2;
    swap(&(struct wp_pair_of_students){0, 3}, 1);
    assert_int_equal(swapped->reasons.total, 1);
    assert_string_equal(swapped->levels[2].name, "balance");
    assert_int_equal(swapped->levels[2].value[0], 0);
    end();
}

static void several_swaps_are_made_at_once(void **unused) {
    (void)unused;
    start();
    swap((struct wp_pair_of_students[]){{0, 1}, {2, 3}}, 2);
    assert_int_equal(swapped->plan->project[0], 1);
    assert_int_equal(swapped->plan->project[1], 0);
    assert_int_equal(swapped->plan->project[2], -1);
    assert_int_equal(swapped->plan->project[3], 2);
    assert_int_equal(swapped->reasons.total, 1); /* S4 has no certificate */
    end();
}

static void unknown_students_are_reported(void **unused) {
    const struct wp_swap swaps[] = {{"S1", "S2", {"s.ini", 4, 0}}, {"S33", "nobody", {"s.ini", 5, 0}}};
    struct wp_pair_of_students pairs[2];
    struct wp_diagnostics diagnostics = {0};
    (void)unused;
    start();
    wp_swaps_find(small_plan_round.round, swaps, 2, pairs, &diagnostics);
    assert_int_equal(pairs[0].one, 0);
    assert_int_equal(pairs[0].other, 1);
    assert_int_equal(diagnostics.errors, 2);
    assert_int_equal(diagnostics.items[0].location.line, 5);
    assert_string_equal(diagnostics.items[0].message, "\"S33\" is not a student; did you mean S3?");
    assert_string_equal(diagnostics.items[1].message, "\"nobody\" is not a student; give the id of one");
    wp_diagnostics_clear(&diagnostics);
    end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_swap_that_keeps_all_rules_has_values),
        cmocka_unit_test(a_swap_that_breaks_a_rule_says_which),
        cmocka_unit_test(a_place_can_change_hands),
        cmocka_unit_test(a_refused_swap_counts_what_is_too_much),
        cmocka_unit_test(several_swaps_are_made_at_once),
        cmocka_unit_test(unknown_students_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
