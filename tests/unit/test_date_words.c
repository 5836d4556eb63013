/* test_date_words.c: days, weekdays and slots are told as people say them, in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "date_text.h"
#include "dates.h"
#include "language.h"
#include "round.h"
#include "week_text.h"
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static wp_day day_of(const char *text) {
    wp_day day;
    assert_true(wp_date_parse(text, &day));
    return day;
}

static void days_of_the_calendar(void **state) {
    (void)state;
    char words[WP_DATE_WORDS];
    assert_true(wp_language_use(WP_ENGLISH));
    assert_string_equal(wp_date_words(day_of("2026-02-02"), words), "2 February 2026");
    assert_string_equal(wp_date_words_with_weekday(day_of("2026-02-02"), words), "Monday 2 February 2026");
    assert_string_equal(wp_date_words_with_weekday(day_of("1970-01-01"), words), "Thursday 1 January 1970");
    assert_string_equal(wp_date_words_with_weekday(day_of("1969-12-28"), words), "Sunday 28 December 1969");
    assert_string_equal(wp_date_words_with_weekday(day_of("2028-02-29"), words), "Tuesday 29 February 2028");
    assert_string_equal(wp_date_words(WP_NO_DAY, words), "");
    assert_string_equal(wp_date_words_with_weekday(WP_NO_DAY, words), "");
    assert_true(wp_language_use(WP_DUTCH));
    assert_string_equal(wp_date_words(day_of("2026-03-29"), words), "29 maart 2026");
    assert_string_equal(wp_date_words_with_weekday(day_of("2026-02-02"), words), "maandag 2 februari 2026");
    assert_string_equal(wp_date_words_with_weekday(day_of("2026-10-25"), words), "zondag 25 oktober 2026");
}

static void days_of_the_week(void **state) {
    (void)state;
    char words[WP_DAYS_WORDS], narrow[WP_DAYS_SHORT];
    assert_true(wp_language_use(WP_ENGLISH));
    assert_string_equal(wp_days_words(0, words), "");
    assert_string_equal(wp_days_words(4, words), "Wednesday");
    assert_string_equal(wp_days_words(1 | 16, words), "Monday and Friday");
    assert_string_equal(wp_days_words(WP_ALL_DAYS, words), "Monday, Tuesday, Wednesday, Thursday and Friday");
    assert_string_equal(wp_days_short(WP_ALL_DAYS, narrow), "mo tu we th fr");
    assert_true(wp_language_use(WP_DUTCH));
    assert_string_equal(wp_days_words(1 | 4 | 16, words), "maandag, woensdag en vrijdag");
    assert_string_equal(wp_days_words(WP_ALL_DAYS, words),
                        "maandag, dinsdag, woensdag, donderdag en vrijdag");
    assert_string_equal(wp_days_short(2 | 8, narrow), "di do");
    assert_string_equal(wp_days_short(0, narrow), "");
}

static void slots_of_the_week(void **state) {
    (void)state;
    char words[WP_SLOT_WORDS], narrow[WP_SLOT_SHORT];
    assert_true(wp_language_use(WP_ENGLISH));
    assert_string_equal(wp_slot_words(1, words), "Monday, part 2");
    assert_string_equal(wp_slot_words(-1, words), "");
    assert_string_equal(wp_slot_short(-1, narrow), "");
    for (int slot = 0; slot < WP_SLOT_COUNT; slot++)
        assert_string_equal(wp_slot_short(slot, narrow), wp_slot_name(slot));
    assert_true(wp_language_use(WP_DUTCH));
    assert_string_equal(wp_slot_words(11, words), "woensdag, dagdeel 4");
    assert_string_equal(wp_slot_short(11, narrow), "wo4");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_the_calendar),
        cmocka_unit_test(days_of_the_week),
        cmocka_unit_test(slots_of_the_week),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
