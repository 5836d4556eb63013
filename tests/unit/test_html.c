/* test_html.c: what a page is made of: text from outside stays text, numbers are as the language writes them,
 * axes reach around their values, and the same what-if gives the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "html.h"
#include "language.h"
#include "made_whatif.h"
#include "svg.h"
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* What a text becomes on a page. */
static void becomes(const char *text, const char *expected) {
    char *written = NULL;
    size_t size = 0;
    struct wp_html html = {.stream = open_memstream(&written, &size)};
    assert_non_null(html.stream);
    wp_html_text(&html, "%s", text);
    assert_int_equal(fclose(html.stream), 0);
    assert_string_equal(written, expected);
    assert_false(html.out_of_memory);
    free(written);
}

static void text_stays_text(void **state) {
    (void)state;
    becomes("<script>alert('x') & \"y\"</script>",
            "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;");
    becomes("Şahin \U0001F9A2 \u05E9", "Şahin \U0001F9A2 \u05E9");
    becomes("tab\there", "tab\there");
    becomes("%s%n", "%s%n");
}

static void what_is_no_letter_is_shown_as_such(void **state) {
    (void)state;
    becomes("a\x01\x1B\x7F", "a\uFFFD\uFFFD\uFFFD");
    becomes("\xC2\x85|\xC2\xA0", "\uFFFD|\xC2\xA0"); /* C1, but not the blank behind it */
    becomes("\xC3|\xFF|\xED\xA0\x80",
            "\uFFFD|\uFFFD|\uFFFD\uFFFD\uFFFD");     /* cut, never a byte, a surrogate */
    becomes("\xC0\xBCscript", "\uFFFD\uFFFDscript"); /* "<" in too many bytes */
    becomes("\xEF\xBF\xBE", "\uFFFD");
}

static void a_long_text_is_whole(void **state) {
    (void)state;
    char text[5001] = "", expected[20001] = "";
    for (size_t i = 0; i < 5000; i++)
        text[i] = i % 2 == 0 ? '<' : 'x';
    for (size_t i = 0; i < 2500; i++)
        memcpy(expected + 5 * i, "&lt;x", 5);
    becomes(text, expected);
}

static void number(int64_t value, int decimals, bool sign, const char *expected) {
    char text[WP_NUMBER_TEXT];
    assert_string_equal(wp_number_text(value, decimals, sign, text), expected);
}

static void numbers_are_as_the_language_writes_them(void **state) {
    (void)state;
    wp_language_use(WP_ENGLISH);
    number(261, 2, false, "2.61");
    number(-5, 2, true, "\u22120.05");
    number(7, 0, true, "+7");
    number(0, 1, true, "0.0");
    assert_true(wp_language_use(WP_DUTCH));
    number(261, 2, false, "2,61");
    number(-120, 1, false, "\u221212,0");
    number(INT64_MAX, 0, false, "9223372036854775807");
    wp_language_use(WP_ENGLISH);
}

/* Around all values, on round numbers, in few steps. */
static void axes_reach_around_their_values(void **state) {
    (void)state;
    for (int64_t least = -30; least <= 30; least++)
        for (int64_t width = 0; width < 5000; width = width * 3 / 2 + 1) {
            struct wp_svg_axis axis = {.name = ""};
            wp_svg_axis_fit(&axis, least, least + width);
            assert_true(axis.low <= least && axis.high >= least + width && axis.low < axis.high);
            assert_true(least - axis.low < axis.step);
            assert_int_equal((axis.high - axis.low) % axis.step, 0);
            assert_true((axis.high - axis.low) / axis.step <= 6);
        }
}

static char *page_of(bool many, enum wp_language language) {
    struct wp_whatif *whatif = made_whatif(many, language);
    struct wp_error error = {0};
    char *written = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&written, &size);
    assert_non_null(stream);
    assert_int_equal(wp_whatif_html(stream, whatif, &error), 0);
    assert_int_equal(fclose(stream), 0);
    made_whatif_free(whatif);
    return written;
}

static void the_same_gives_the_same_bytes(void **state) {
    (void)state;
    char *one = page_of(true, WP_DUTCH), *other = page_of(true, WP_DUTCH);
    assert_string_equal(one, other);
    assert_non_null(strstr(one, "<html lang=\"nl\">"));
    assert_null(strstr(one, "<script>document"));
    assert_null(strstr(one, "<img"));
    free(one);
    free(other);
}

static void the_page_is_in_the_language_that_is_asked_for(void **state) {
    (void)state;
    char *dutch = page_of(false, WP_DUTCH), *english = page_of(false, WP_ENGLISH);
    assert_non_null(strstr(dutch, "<h2>Alle berekeningen</h2>"));
    assert_non_null(strstr(dutch, ">3,54<"));
    assert_non_null(strstr(english, "<h2>All runs</h2>"));
    assert_non_null(strstr(english, ">3.54<"));
    free(dutch);
    free(english);
}

/* A sweep without any plan, a base without one, nothing but the base. */
static void a_page_can_be_written_without_any_plan(void **state) {
    (void)state;
    static const char *const values[] = {"1", "2"};
    struct wp_scenario scenario = {.name = "s",
                                   .why = "",
                                   .sweeps = {{.key = "k", .values = values, .value_count = 2}},
                                   .sweep_count = 1,
                                   .variant_count = 2};
    struct wp_whatif_row rows[3];
    struct wp_whatif_sweep sweep = {&scenario, 1};
    struct wp_whatif whatif = {
        .round = "", .round_file = "some/where/round.ini", .rows = rows, .sweeps = &sweep};
    for (int r = 0; r < 3; r++)
        rows[r] = (struct wp_whatif_row){.run = "x",
                                         .name = "x",
                                         .why = "",
                                         .label = "x",
                                         .message = "",
                                         .sweep = r > 0 ? 0 : -1,
                                         .variant = r - 1,
                                         .same_as = -1,
                                         .status = r == 2 ? WP_WHATIF_NOT_RUN : WP_WHATIF_INFEASIBLE};
    for (int count = 1; count <= 3; count += 2) {
        struct wp_error error = {0};
        char *written = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&written, &size);
        whatif.row_count = count;
        whatif.sweep_count = count > 1;
        assert_non_null(stream);
        assert_int_equal(wp_whatif_html(stream, &whatif, &error), 0);
        assert_int_equal(fclose(stream), 0);
        /* Not the folder where it was started: the same input gives the same bytes. */
        assert_non_null(strstr(written, "What if: round.ini"));
        assert_null(strstr(written, "some/where"));
        free(written);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(what_is_no_letter_is_shown_as_such),
        cmocka_unit_test(a_long_text_is_whole),
        cmocka_unit_test(numbers_are_as_the_language_writes_them),
        cmocka_unit_test(axes_reach_around_their_values),
        cmocka_unit_test(the_same_gives_the_same_bytes),
        cmocka_unit_test(the_page_is_in_the_language_that_is_asked_for),
        cmocka_unit_test(a_page_can_be_written_without_any_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
