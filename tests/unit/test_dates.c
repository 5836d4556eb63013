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

static void a_day_may_have_midnight_behind_it(void **state) {
    (void)state;
    static const char *const texts[] = {"2026-09-01 00:00", "2026-09-01T00:00:00", "1-9-2026 0:00",
                                        "1/9/2026 00:00:00"};
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        wp_day day = WP_NO_DAY;
        assert_true(wp_date_parse(texts[k], &day));
        assert_int_equal(day, 20697);
    }
}

static void what_is_no_day_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",           "2026-02-29", "2026-13-01", "31-4-2026",       "0-1-2026",           "1-0-2026",
        "9/31/2026",  "1-9-26",     "2026-9",     "2026-09-01 ",     "1-9/2026",           "1.9.2026",
        "20260901",   "46266",      "+1-9-2026",  "2026-09-01 1:00", "2026-09-01 00:00:0", "1900-02-29",
        "2026-00-01", "010-9-2026"};
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
        {"2026/09/01 2:00:00 PM CEST", WP_MOMENT_YEAR_FIRST, NOON},
        {"2026/09/01 1:00:00 p.m. CET", WP_MOMENT_YEAR_FIRST, NOON},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct wp_moment moment;
        if (!wp_moment_parse(cases[k].text, &moment))
            fail_msg("\"%s\" was not read", cases[k].text);
        assert_int_equal(moment.style, cases[k].style);
        assert_int_equal(moment.readings[0], cases[k].moment);
        assert_int_equal(moment.readings[1], cases[k].moment);
    }
}

static void ambiguous_moments_are_read_both_ways(void **state) {
    (void)state;
    enum { DAY = 86400, SEPTEMBER_1 = 20697 * DAY, JANUARY_9 = 20462 * DAY, SEPTEMBER_13 = 20709 * DAY };
    static const struct {
        const char *text;
        int64_t day_first, month_first;
    } cases[] = {
        {"9/1/2026 12:00:00", JANUARY_9 + DAY / 2, SEPTEMBER_1 + DAY / 2},
        {"1/9/2026 12:00", SEPTEMBER_1 + DAY / 2, JANUARY_9 + DAY / 2},
        {"9/1/26 1:05:00 PM", JANUARY_9 + 13 * 3600 + 300, SEPTEMBER_1 + 13 * 3600 + 300},
        {"9/1/2026", JANUARY_9, SEPTEMBER_1},
        {"13/9/2026", SEPTEMBER_13, WP_NO_MOMENT},
        {"9-13-26", WP_NO_MOMENT, SEPTEMBER_13},
        {"13.9.2026", SEPTEMBER_13, WP_NO_MOMENT},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct wp_moment moment;
        if (!wp_moment_parse(cases[k].text, &moment))
            fail_msg("\"%s\" was not read", cases[k].text);
        assert_int_equal(moment.style, WP_MOMENT_AMBIGUOUS);
        assert_int_equal(moment.readings[0], cases[k].day_first);
        assert_int_equal(moment.readings[1], cases[k].month_first);
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
                                        "2026/09/01 1:00:00 PM CES",
                                        "9/1/2026 1:00:00 p.m",
                                        "32/9/2026 12:00",
                                        "9/31/226",
                                        "46266,5"};
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        struct wp_moment moment;
        if (wp_moment_parse(texts[k], &moment))
            fail_msg("\"%s\" was read in style %d", texts[k], (int)moment.style);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_four_centuries_is_itself),
        cmocka_unit_test(a_day_may_have_midnight_behind_it),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(moments_are_read_in_their_style),
        cmocka_unit_test(ambiguous_moments_are_read_both_ways),
        cmocka_unit_test(what_is_no_moment_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
