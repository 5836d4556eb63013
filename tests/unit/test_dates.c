/* test_dates.c: days and moments are read by pattern; what can be read in two ways is not guessed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "dates.h"
#include <cmocka.h>
#include <stdio.h>
#include <time.h>

/* The C library's calendar, day by day, in each of the three ways to write it. */
static void every_day_of_four_centuries_is_itself(void **state) {
    (void)state;
    for (wp_day day = -25567; day < 120000; day++) {
        time_t seconds = (time_t)day * 86400;
        struct tm tm;
        char texts[3][32];
        assert_non_null(gmtime_r(&seconds, &tm));
        snprintf(texts[0], sizeof texts[0], "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
        snprintf(texts[1], sizeof texts[1], "%d-%d-%d", tm.tm_mday, tm.tm_mon + 1, tm.tm_year + 1900);
        snprintf(texts[2], sizeof texts[2], "%02d/%02d/%d", tm.tm_mday, tm.tm_mon + 1, tm.tm_year + 1900);
        for (int k = 0; k < 3; k++) {
            wp_day read = WP_NO_DAY;
            assert_true(wp_date_parse(texts[k], &read));
            assert_int_equal(read, day);
        }
    }
}

static void what_is_no_day_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {"",           "2026-02-29", "2026-13-01", "31-4-2026", "0-1-2026",
                                        "1-0-2026",   "9/31/2026",  "1-9-26",     "2026-9",    "2026-09-01 ",
                                        "1-9/2026",   "1.9.2026",   "20260901",   "46266",     "+1-9-2026",
                                        "1900-02-29", "2026-00-01", "010-9-2026"};
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        wp_day day;
        if (wp_date_parse(texts[k], &day))
            fail_msg("\"%s\" was read as day %d", texts[k], day);
    }
}

static void moments_are_read_in_their_style(void **state) {
    (void)state;
    enum { NOON = 20697 * 86400 + 12 * 3600 }; /* 2026-09-01 12:00 */
    static const struct {
        const char *text;
        enum wp_moment_style style;
        int64_t moment;
    } cases[] = {
        {"2026-09-01 12:00", WP_MOMENT_ISO, NOON},
        {"2026-09-01T12:00:07.123", WP_MOMENT_ISO, NOON + 7},
        {"2026-09-01", WP_MOMENT_ISO, NOON - 43200},
        {"2026-09-01T12:00:00Z", WP_MOMENT_ISO_ZONE, NOON},
        {"2026-09-01T12:00:00+02:00", WP_MOMENT_ISO_ZONE, NOON - 7200},
        {"2026-09-01T12:00-0330", WP_MOMENT_ISO_ZONE, NOON + 12600},
        {"1-9-2026 12:00", WP_MOMENT_DUTCH, NOON},
        {"01-09-2026 12:00:07", WP_MOMENT_DUTCH, NOON + 7},
        {"1-9-2026", WP_MOMENT_DUTCH, NOON - 43200},
        {"9/1/2026 12:00:00 PM", WP_MOMENT_US, NOON},
        {"9/1/2026 12:00:00 AM", WP_MOMENT_US, NOON - 43200},
        {"09/01/2026 1:05 pm", WP_MOMENT_US, NOON + 3900},
        {"2026/09/01 12:00:07 PM GMT+2", WP_MOMENT_YEAR_FIRST, NOON + 7 - 7200},
        {"2026/09/01 12:00:00 PM GMT", WP_MOMENT_YEAR_FIRST, NOON},
        {"9/1/2026 12:00:00", WP_MOMENT_AMBIGUOUS, 0},
        {"1/9/2026 12:00", WP_MOMENT_AMBIGUOUS, 0},
        {"9/1/26 1:05:00 PM", WP_MOMENT_AMBIGUOUS, 0},
        {"13/9/2026 12:00", WP_MOMENT_AMBIGUOUS, 0},
        {"9/1/2026", WP_MOMENT_AMBIGUOUS, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        enum wp_moment_style style = WP_MOMENT_ISO;
        int64_t moment = -1;
        if (!wp_moment_parse(cases[k].text, &moment, &style))
            fail_msg("\"%s\" was not read", cases[k].text);
        assert_int_equal(style, cases[k].style);
        assert_int_equal(moment, cases[k].moment);
    }
}

static void what_is_no_moment_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "gisteren",
                                        "12:00",
                                        "2026-09-31 12:00",
                                        "2026-09-01 24:00",
                                        "2026-09-01 12:60",
                                        "2026-09-01 12",
                                        "2026-09-01 12:00 PM",
                                        "9/1/2026 13:00:00 PM",
                                        "9/1/2026 0:00:00 AM",
                                        "2026/09/01 1:00:00 PM",
                                        "2026-09-01T12:00+15:00",
                                        "46266,5"};
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        enum wp_moment_style style;
        int64_t moment;
        if (wp_moment_parse(texts[k], &moment, &style))
            fail_msg("\"%s\" was read in style %d", texts[k], (int)style);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_four_centuries_is_itself),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(moments_are_read_in_their_style),
        cmocka_unit_test(what_is_no_moment_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
