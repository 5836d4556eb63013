/* test_order.c: the list of objectives is read as the contract says, and nothing wrong passes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "order.h"
#include "told.h"
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const struct wp_location here = {"round.ini", 7, 0};

/* Reads and finishes an order; the diagnostics are the caller's. */
static struct wp_settings read_order(const char *text, bool must_place, struct wp_diagnostics *diagnostics) {
    struct wp_settings settings = {.rules.must_place = must_place};

    wp_order_read(text, here, &settings, diagnostics);
    wp_order_finish(here, &settings, diagnostics);
    return settings;
}

/* `expected` has the names of the objectives with their give-way, as "placed ranks:sum^2~200". */
static void assert_order(const char *text, bool must_place, const char *expected) {
    struct wp_diagnostics diagnostics = {0};
    struct wp_settings settings = read_order(text, must_place, &diagnostics);
    char found[512] = "";

    assert_int_equal(diagnostics.count, 0);
    for (int i = 0; i < settings.objective_count; i++) {
        const struct wp_objective_setting *objective = &settings.objectives[i];
        size_t length = strlen(found);

        snprintf(found + length, sizeof found - length, "%s%s", i > 0 ? " " : "", objective->name);
        length = strlen(found);
        if (objective->give_way > 0)
            snprintf(found + length, sizeof found - length, "~%d", objective->give_way);
    }
    assert_string_equal(found, expected);
}

static void orders_are_read(void **state) {
    (void)state;
    assert_order("placed,ranks:generous", false, "placed ranks:generous");
    assert_order("placed, ranks:sum~2%, travel", false, "placed ranks:sum~200 travel");
    assert_order("placed, ranks:sum^2~0.01 %, balance~100%", false, "placed ranks:sum^2~1 balance~10000");
    assert_order("placed, ranks:sum, ranks:sum^2, ranks:sum^3, ranks:sum^4", false,
                 "placed ranks:sum ranks:sum^2 ranks:sum^3 ranks:sum^4");
    assert_order("placed, ranks:sum^1, ranks:greedy , ranks:minimax", false,
                 "placed ranks:sum ranks:greedy ranks:minimax");
    assert_order("placed, travel~0%", false, "placed travel");
}

static void a_comma_is_a_decimal_comma_only_in_a_percentage(void **state) {
    (void)state;
    assert_order("placed, ranks:sum~2,5%,travel", false, "placed ranks:sum~250 travel");
    assert_order("placed,ranks:sum^2,travel", false, "placed ranks:sum^2 travel");
    assert_order("ranks:sum~2%,travel~12,34%,balance", false, "placed ranks:sum~200 travel~1234 balance");
}

static void exponents_and_kinds_are_kept(void **state) {
    struct wp_diagnostics diagnostics = {0};
    struct wp_settings settings = read_order("ranks:sum, ranks:sum^4, ranks:minimax", true, &diagnostics);

    (void)state;
    assert_int_equal(settings.objective_count, 3);
    assert_int_equal(settings.objectives[0].kind, WP_OBJECTIVE_RANKS_SUM);
    assert_int_equal(settings.objectives[0].exponent, 1);
    assert_int_equal(settings.objectives[1].kind, WP_OBJECTIVE_RANKS_SUM);
    assert_int_equal(settings.objectives[1].exponent, 4);
    assert_int_equal(settings.objectives[2].kind, WP_OBJECTIVE_RANKS_MINIMAX);
}

static void placed_goes_in_front_where_students_may_stay_out(void **state) {
    (void)state;
    assert_order("ranks:sum, travel", false, "placed ranks:sum travel");
    assert_order("travel", true, "travel");
    assert_order("travel, placed", true, "travel placed");
}

static void assert_message(const char *text, const char *message) {
    struct wp_diagnostics diagnostics = {0};

    /* With must_place = no a `placed` that could not be read is put in front: no second error. */
    read_order(text, false, &diagnostics);
    assert_int_equal(diagnostics.count, 1);
    assert_int_equal(diagnostics.items[0].location.line, 7);
    assert_told(diagnostics.items[0].message, message);
    wp_diagnostics_clear(&diagnostics);
}

static void wrong_orders_are_errors(void **state) {
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"placed, ranks:som", "order: there is no objective \"ranks:som\"; did you mean ranks:sum?"},
        {"placed, ranks", "order: there is no objective \"ranks\"; did you mean ranks:generous?"},
        {"placed, happiness", "order: there is no objective \"happiness\""},
        {"travel, placed", "order: travel stands before placed; with must_place = no only moves may"},
        {"placed, travel, travel", "order: travel stands twice"},
        {"placed, ranks:sum, ranks:sum^1", "order: ranks:sum stands twice"},
        {"placed, ranks:sum^5", "order: ranks:sum^5: the exponent must be 1, 2, 3 or 4"},
        {"placed, ranks:sum^", "order: ranks:sum^: the exponent must be 1, 2, 3 or 4"},
        {"placed, travel^2", "order: only ranks:sum takes an exponent, not travel"},
        {"placed, travel~2",
         "order: travel~2: expected a percentage from 0% to 100% with at most two decimals, such as ~2%"},
        {"placed, travel~2,555%", "order: travel~2,555%: expected a percentage from 0% to 100% with "
                                  "at most two decimals, such as ~2%"},
        {"placed, travel~-1%",
         "order: travel~-1%: expected a percentage from 0% to 100% with at most two decimals, such as ~2%"},
        {"placed, travel~101%",
         "order: travel~101%: expected a percentage from 0% to 100% with at most two decimals, such as ~2%"},
        {"placed~1%, travel", "order: placed cannot give way; leave out ~1%"},
        {"placed, ranks:greedy~1%", "order: ranks:greedy cannot give way; leave out ~1%"},
        {"placed, ranks:generous~1%", "order: ranks:generous cannot give way; leave out ~1%"},
        {"placed, ranks:minimax~1%", "order: ranks:minimax cannot give way; leave out ~1%"},
        {"placed,, travel", "order: an objective is missing between, before or behind commas"},
        {"placed, travel,", "order: an objective is missing between, before or behind commas"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_message(cases[i].line, cases[i].message);
}

static void lottery_must_be_last(void **state) {
    struct wp_diagnostics diagnostics = {0};

    (void)state;
    read_order("placed, lottery, travel", false, &diagnostics);
    assert_int_equal(diagnostics.count, 1);
    assert_told(diagnostics.items[0].message, "order: lottery must be the last objective");
    wp_diagnostics_clear(&diagnostics);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_are_read),
        cmocka_unit_test(a_comma_is_a_decimal_comma_only_in_a_percentage),
        cmocka_unit_test(exponents_and_kinds_are_kept),
        cmocka_unit_test(placed_goes_in_front_where_students_may_stay_out),
        cmocka_unit_test(wrong_orders_are_errors),
        cmocka_unit_test(lottery_must_be_last),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
