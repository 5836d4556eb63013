/* test_text.c: encodings are recognised, and what is no text is refused with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"
#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

/* Bytes with their length, NULs included. */
#define BYTES(literal) (literal), sizeof(literal) - 1

static void assert_text(const char *bytes, size_t length, const char *expected, size_t expected_length) {
    struct wp_text text;
    struct wp_error error = {0};
    assert_int_equal(wp_text_decode(bytes, length, &text, &error), 0);
    assert_int_equal(text.length, expected_length);
    assert_memory_equal(text.letters, expected, expected_length + 1);
    wp_text_clear(&text);
}

static void assert_refused(const char *bytes, size_t length, long line, const char *why) {
    struct wp_text text;
    struct wp_error error = {0};
    assert_int_equal(wp_text_decode(bytes, length, &text, &error), WP_INPUT);
    assert_int_equal(error.line, line);
    assert_non_null(strstr(error.message, why));
    wp_text_clear(&text);
}

static void every_encoding_gives_the_same_text(void **state) {
    (void)state;
    static const char expected[] = "Zo\xC3\xAB \xE2\x82\xAC\n";
    assert_text(BYTES("Zo\xC3\xAB \xE2\x82\xAC\n"), BYTES(expected));
    assert_text(BYTES("\xEF\xBB\xBFZo\xC3\xAB \xE2\x82\xAC\n"), BYTES(expected));
    assert_text(BYTES("Zo\xEB \x80\n"), BYTES(expected));
    assert_text(BYTES("\xFF\xFEZ\0o\0\xEB\0 \0\xAC\x20\n\0"), BYTES(expected));
    assert_text(BYTES("\xFE\xFF\0Z\0o\0\xEB\0 \x20\xAC\0\n"), BYTES(expected));
}

static void letters_beyond_sixteen_bits_pass(void **state) {
    (void)state;
    assert_text(BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), BYTES("\xF0\x9F\x98\x80"));
    assert_text(BYTES("\xF0\x9F\x98\x80"), BYTES("\xF0\x9F\x98\x80"));
    assert_text(BYTES("\xF4\x8F\xBF\xBF"), BYTES("\xF4\x8F\xBF\xBF"));
}

static void nothing_is_text(void **state) {
    (void)state;
    assert_text("", 0, "", 0);
    assert_text(BYTES("\xEF\xBB\xBF"), "", 0);
    assert_text(BYTES("\xFF\xFE"), "", 0);
}

static void every_letter_of_windows_1252_is_read(void **state) {
    (void)state;
    for (int byte = 0x80; byte <= 0xFF; byte++) {
        char bytes[] = {'a', '\n', (char)byte};
        struct wp_text text;
        struct wp_error error = {0};
        int code = wp_text_decode(bytes, sizeof bytes, &text, &error);
        bool undefined = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        assert_int_equal(code, undefined ? WP_INPUT : 0);
        if (undefined)
            assert_int_equal(error.line, 2);
        else
            assert_in_range(text.length, 4, 5);
        wp_text_clear(&text);
    }
}

static void zero_bytes_are_refused(void **state) {
    (void)state;
    assert_refused(BYTES("id\r\n1\0"), 2, "zero byte");
    assert_refused(BYTES("\0"), 1, "zero byte");
    assert_refused(BYTES("i\0d\0\n\0"), 1, "zero byte");
    assert_refused(BYTES("\xFF\xFE\n\0\0\0"), 2, "zero byte");
    assert_refused(BYTES("\xFF\xFE\0\0i\0\0\0"), 1, "zero byte"); /* UTF-32 */
}

static void marked_text_must_be_what_its_mark_says(void **state) {
    (void)state;
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\r\rb\xEB"),
                   3, "0xEB");
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\n\xC0\x80"),
                   2, "0xC0"); /* an overlong zero */
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\n\xED\xA0\x80"),
                   2, "0xED"); /* half a pair */
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\n\xF4\x90\x80\x80"),
                   2, "0xF4"); /* beyond U+10FFFF */
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\n\xF7\xBF\xBF\xBF"),
                   2, "0xF7");
    assert_refused(BYTES("\xEF\xBB\xBF"
                         "a\n\xC3"),
                   2, "0xC3"); /* cut off */
    assert_refused(BYTES("\xFF\xFE"
                         "a\0\n\0b"),
                   2, "UTF-16");
    assert_refused(BYTES("\xFF\xFE"
                         "a\0\n\0\x00\xDC"),
                   2, "UTF-16"); /* the second half of a pair alone */
}

static void mixed_encodings_are_told(void **state) {
    (void)state;
    static const char mixed[] = "Zo\xC3\xAB\n\nJ\xF6rg\n", pure[] = "Zo\xEB\n\nJ\xF6rg\n";
    struct wp_text text;
    struct wp_error error = {0};
    assert_int_equal(wp_text_decode(BYTES(mixed), &text, &error), 0);
    assert_int_equal(text.mixed_line, 3);
    wp_text_clear(&text);
    assert_int_equal(wp_text_decode(BYTES(pure), &text, &error), 0);
    assert_int_equal(text.mixed_line, 0);
    wp_text_clear(&text);
}

static void workbooks_are_refused(void **state) {
    (void)state;
    assert_refused(BYTES("PK\x03\x04rest"), 0, "Excel workbook");
    assert_refused(BYTES("\xD0\xCF\x11\xE0rest"), 0, "old Excel workbook");
    assert_refused(BYTES("%PDF-1.7"), 0, "PDF");
}

static void lines_end_in_three_ways(void **state) {
    (void)state;
    size_t end_length;
    assert_int_equal(wp_text_line(BYTES("ab\r\ncd"), &end_length), 2);
    assert_int_equal(end_length, 2);
    assert_int_equal(wp_text_line(BYTES("ab\rcd"), &end_length), 2);
    assert_int_equal(end_length, 1);
    assert_int_equal(wp_text_line(BYTES("\ncd"), &end_length), 0);
    assert_int_equal(end_length, 1);
    assert_int_equal(wp_text_line(BYTES("ab\r"), &end_length), 2);
    assert_int_equal(end_length, 1);
    assert_int_equal(wp_text_line(BYTES("ab"), &end_length), 2);
    assert_int_equal(end_length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding_gives_the_same_text),
        cmocka_unit_test(letters_beyond_sixteen_bits_pass),
        cmocka_unit_test(nothing_is_text),
        cmocka_unit_test(every_letter_of_windows_1252_is_read),
        cmocka_unit_test(zero_bytes_are_refused),
        cmocka_unit_test(marked_text_must_be_what_its_mark_says),
        cmocka_unit_test(mixed_encodings_are_told),
        cmocka_unit_test(workbooks_are_refused),
        cmocka_unit_test(lines_end_in_three_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
