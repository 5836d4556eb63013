/* test_language.c: sentences are Dutch or English as the settings say, whatever the environment says, and
 * numbers stay as they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "language.h"
#include "whatif_words.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

static const char *sentence(void) {
    return wp_whatif_status_words(WP_WHATIF_INFEASIBLE);
}

static void english_until_another_is_asked_for(void **state) {
    (void)state;
    assert_string_equal(sentence(), "no plan exists");
    assert_int_equal(wp_language_in_use(), WP_ENGLISH);
    assert_string_equal(wp_decimal_sign(), ".");
}

/* Again and again: gettext remembers what it found. */
static void the_language_can_be_changed(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_true(wp_language_use(WP_DUTCH));
        assert_string_equal(sentence(), "geen plaatsing mogelijk");
        assert_int_equal(wp_language_in_use(), WP_DUTCH);
        assert_string_equal(wp_decimal_sign(), ",");
        assert_true(wp_language_use(WP_ENGLISH));
        assert_string_equal(sentence(), "no plan exists");
    }
}

static void the_environment_does_not_decide(void **state) {
    (void)state;
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(setenv(names[i], "nl_NL.UTF-8", 1), 0);
    assert_true(wp_language_use(WP_ENGLISH));
    assert_string_equal(sentence(), "no plan exists");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(setenv(names[i], "C", 1), 0);
    assert_true(wp_language_use(WP_DUTCH));
    assert_string_equal(sentence(), "geen plaatsing mogelijk");
}

static void numbers_stay_as_they_are(void **state) {
    (void)state;
    char text[16];
    assert_true(wp_language_use(WP_DUTCH));
    snprintf(text, sizeof text, "%.2f", 1234.5);
    assert_string_equal(text, "1234.50");
    assert_true(strtod("0.5", NULL) > 0.4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_until_another_is_asked_for),
        cmocka_unit_test(the_language_can_be_changed),
        cmocka_unit_test(the_environment_does_not_decide),
        cmocka_unit_test(numbers_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
