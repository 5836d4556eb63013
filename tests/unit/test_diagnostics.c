/* test_diagnostics.c: errors and messages stay whole, counted and on one line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "diagnostics.h"

static const struct wp_location nowhere;

static void the_first_error_wins(void **unused) {
    struct wp_error error = {0};

    (void)unused;
    assert_int_equal(wp_error_at(&error, WP_INPUT, "a.csv", 3, 2, "no project '%s'", "P1"), WP_INPUT);
    assert_int_equal(wp_error_set(&error, WP_USAGE, "later"), WP_USAGE);
    assert_int_equal(wp_error_memory(&error), WP_INTERNAL);
    assert_int_equal(error.code, WP_INPUT);
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 2);
    assert_string_equal(error.path, "a.csv");
    assert_string_equal(error.message, "no project 'P1'");
    assert_int_equal(wp_error_set(NULL, WP_USAGE, "nobody listens"), WP_USAGE);
}

static void a_long_path_is_shortened_from_the_left(void **unused) {
    struct wp_error error = {0};
    char path[400];

    (void)unused;
    memset(path, 'x', sizeof path);
    memcpy(path + sizeof path - 10, "/tail.csv", 10);
    wp_error_at(&error, WP_INPUT, path, 0, 0, "m");
    assert_int_equal(strlen(error.path), sizeof error.path - 1);
    assert_memory_equal(error.path, "...x", 4);
    assert_string_equal(error.path + strlen(error.path) - 9, "/tail.csv");
}

/* A message that is cut keeps whole characters, wherever the cut falls. */
static void a_long_message_is_cut_between_characters(void **unused) {
    (void)unused;
    for (int shift = 0; shift < 4; shift++) {
        struct wp_error error = {0};
        char text[2000] = "";
        size_t length = (size_t)shift;

        memset(text, 'a', length);
        while (length + 4 < sizeof text) {
            memcpy(text + length, "\xF0\x9F\x8F\xA0", 4);
            length += 4;
        }
        text[length] = '\0';
        wp_error_set(&error, WP_INPUT, "%s", text);
        assert_int_equal((strlen(error.message) - (size_t)shift) % 4, 0);
        assert_true(strlen(error.message) >= sizeof error.message - 4);
    }
}

static void a_trim_leaves_whole_characters_alone(void **unused) {
    static const char *const whole[] = {"", "a", "\xC3\xAB", "a\xE2\x82\xAC", "\xF0\x9F\x8F\xA0"};
    static const char *const cut[] = {"a\xC3", "a\xE2\x82", "a\xE2", "a\xF0\x9F\x8F", "a\xF0"};

    (void)unused;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        char text[8];

        snprintf(text, sizeof text, "%s", whole[i]);
        wp_error_trim(text);
        assert_string_equal(text, whole[i]);
        snprintf(text, sizeof text, "%s", cut[i]);
        wp_error_trim(text);
        assert_string_equal(text, "a");
    }
}

static void a_message_is_one_line(void **unused) {
    struct wp_error error = {0};
    struct wp_diagnostics diagnostics = {0};

    (void)unused;
    wp_error_set(&error, WP_INPUT, "'%s'", "a\r\nb");
    assert_string_equal(error.message, "'a  b'");
    wp_diagnostics_error(&diagnostics, nowhere, "'%s'", "a\nb\t");
    assert_string_equal(diagnostics.items[0].message, "'a b '");
    wp_diagnostics_clear(&diagnostics);
}

static void all_errors_are_counted_and_a_hundred_kept(void **unused) {
    struct wp_diagnostics diagnostics = {0};

    (void)unused;
    for (int i = 1; i <= 250; i++) {
        wp_diagnostics_error(&diagnostics, (struct wp_location){"a.csv", i, 1}, "error %d", i);
        wp_diagnostics_notice(&diagnostics, nowhere, "notice %d", i);
    }
    assert_int_equal(diagnostics.errors, 250);
    assert_int_equal(diagnostics.notices, 250);
    assert_int_equal(diagnostics.count, WP_MAX_ERRORS + 250);
    assert_string_equal(diagnostics.items[198].message, "error 100");
    assert_int_equal(diagnostics.items[198].location.line, 100);
    assert_int_equal(diagnostics.items[199].severity, WP_NOTICE);
    assert_string_equal(diagnostics.items[200].message, "notice 101");
    wp_diagnostics_clear(&diagnostics);
    assert_int_equal(diagnostics.errors, 0);
    wp_diagnostics_clear(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_error_wins),
        cmocka_unit_test(a_long_path_is_shortened_from_the_left),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(a_trim_leaves_whole_characters_alone),
        cmocka_unit_test(a_message_is_one_line),
        cmocka_unit_test(all_errors_are_counted_and_a_hundred_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
