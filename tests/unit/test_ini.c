/* test_ini.c: every way in which iniparser 4.1 loses or bends what stands in a file, and that ini.c does not.
 */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "ini.h"
#include "ini_text.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    char path[64];
    struct wp_arena *arena;
    struct wp_ini ini;
    struct wp_diagnostics diagnostics;
    struct wp_error error;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    int descriptor;

    if (fixture == NULL)
        return -1;
    snprintf(fixture->path, sizeof fixture->path, P_tmpdir "/test_ini-XXXXXX");
    descriptor = mkstemp(fixture->path);
    fixture->arena = wp_arena_new();
    *state = fixture;
    return descriptor < 0 || fixture->arena == NULL ? -1 : close(descriptor);
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;

    unlink(fixture->path);
    wp_arena_free(fixture->arena);
    wp_diagnostics_clear(&fixture->diagnostics);
    free(fixture);
    return 0;
}

static int read_bytes(struct fixture *fixture, const char *bytes, size_t length) {
    FILE *file = fopen(fixture->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return wp_ini_read(fixture->path, fixture->arena, &fixture->ini, &fixture->diagnostics, &fixture->error);
}

static int read_text(struct fixture *fixture, const char *text) {
    return read_bytes(fixture, text, strlen(text));
}

/* The value of section and key, which must stand in that line. */
static const char *value_at(const struct fixture *fixture, const char *section, const char *key, long line) {
    for (size_t i = 0; i < fixture->ini.entry_count; i++) {
        const struct wp_ini_entry *entry = &fixture->ini.entries[i];

        if (strcmp(entry->section, section) == 0 && strcmp(entry->key, key) == 0) {
            assert_int_equal(entry->line, line);
            return entry->value;
        }
    }
    fail_msg("no [%s] %s", section, key);
    return "";
}

/* The one error, in that line, holding those words. */
static void assert_one_error(const struct fixture *fixture, long line, const char *words) {
    assert_int_equal(fixture->diagnostics.errors, 1);
    assert_string_equal(fixture->diagnostics.items[0].location.path, fixture->path);
    assert_int_equal(fixture->diagnostics.items[0].location.line, line);
    if (strstr(fixture->diagnostics.items[0].message, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", fixture->diagnostics.items[0].message, words);
}

static void values_with_semicolons_hashes_and_quotes_are_kept(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\n"
                                        "list = a;b;c\n"
                                        "course = C# course\n"
                                        "single = 'O''Brien'\n"
                                        "double = \"two words\"\n"
                                        "half = \"open\n"
                                        "equals = a=b = c\n"),
                     0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "a", "list", 2), "a;b;c");
    assert_string_equal(value_at(fixture, "a", "course", 3), "C# course");
    assert_string_equal(value_at(fixture, "a", "single", 4), "'O''Brien'");
    assert_string_equal(value_at(fixture, "a", "double", 5), "\"two words\"");
    assert_string_equal(value_at(fixture, "a", "half", 6), "\"open");
    assert_string_equal(value_at(fixture, "a", "equals", 7), "a=b = c");
}

static void lines_keep_their_numbers(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(
        read_text(fixture,
                  "# comment\r\n\r\n  ; another\r\n[First]\r\n\tkey\t=\tvalue \r\n\r\n[second]\r\nlast=1"),
        0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_int_equal(fixture->ini.section_count, 2);
    assert_int_equal(fixture->ini.sections[0].line, 4);
    assert_int_equal(fixture->ini.sections[1].line, 7);
    assert_string_equal(value_at(fixture, "first", "key", 5), "value");
    assert_string_equal(value_at(fixture, "second", "last", 8), "1");
}

/* Ids differ by their case alone, and iniparser would fold it. */
static void keys_that_hold_ids_keep_their_case(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[Set]\nlecturers.L07.Load = 1\nlecturers.l07.Load = 2\nrules.x = 3\n"
                                        "[swap]\nS1 = S2\ns1 = s2\n[sweep]\nA>B = 1\n[other]\nL07 = 4\n"),
                     0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "set", "lecturers.L07.Load", 2), "1");
    assert_string_equal(value_at(fixture, "set", "lecturers.l07.Load", 3), "2");
    assert_string_equal(value_at(fixture, "set", "rules.x", 4), "3");
    assert_string_equal(value_at(fixture, "swap", "S1", 6), "S2");
    assert_string_equal(value_at(fixture, "swap", "s1", 7), "s2");
    assert_string_equal(value_at(fixture, "sweep", "A>B", 9), "1");
    assert_string_equal(value_at(fixture, "other", "l07", 11), "4");
    assert_int_equal(read_text(fixture, "[set]\na.B.c = 1\na.B.c = 2\n"), 0);
    assert_one_error(fixture, 3, "a.B.c was set in line 2 already");
}

static void a_key_given_twice_is_an_error_whatever_its_case(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nSeed = 1\nother = 2\nsEED = 3\n"), 0);
    assert_one_error(fixture, 4, "line 2");
    assert_string_equal(value_at(fixture, "a", "seed", 2), "1");
}

static void a_section_given_twice_is_an_error_whatever_its_case(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[Rules]\na = 1\n[b]\n[RULES]\nc = 2\n"), 0);
    assert_one_error(fixture, 4, "line 1");
    assert_string_equal(value_at(fixture, "rules", "c", 5), "2");
}

static void a_key_given_in_both_parts_of_a_section_is_found(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nx = 1\n[a]\nx = 2\n"), 0);
    assert_int_equal(fixture->diagnostics.errors, 2);
    assert_int_equal(fixture->diagnostics.items[1].location.line, 4);
}

static void a_byte_order_mark_is_taken_off(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "\xEF\xBB\xBF[a]\nb = 1\n"), 0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "a", "b", 2), "1");
}

static void utf16_is_refused(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_bytes(fixture, "\xFF\xFE[\0a\0]\0", 8), WP_INPUT);
    assert_non_null(strstr(fixture->error.message, "UTF-16"));
}

static void windows_text_becomes_utf8(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nb = co\xF6rdinator \x80\n"), 0);
    assert_string_equal(value_at(fixture, "a", "b", 2), "co\xC3\xB6rdinator \xE2\x82\xAC");
}

static void bytes_without_a_meaning_are_refused(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nb = \x81\n"), WP_INPUT);
}

/* A file of one entry whose line has `length` bytes. */
static int read_long_line(struct fixture *fixture, size_t length) {
    char *text = malloc(length + 16);
    int code;

    assert_non_null(text);
    memcpy(text, "[a]\nb=", 6);
    memset(text + 6, 'x', length - 2);
    memcpy(text + 4 + length, "\nc=1\n", 6);
    code = read_text(fixture, text);
    free(text);
    return code;
}

static void a_long_line_is_read_whole(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_long_line(fixture, WP_INI_MAX_LINE), 0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_int_equal(strlen(value_at(fixture, "a", "b", 2)), WP_INI_MAX_LINE - 2);
    assert_string_equal(value_at(fixture, "a", "c", 3), "1");
}

static void a_line_over_the_limit_is_an_error_with_its_number(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_long_line(fixture, WP_INI_MAX_LINE + 1), 0);
    assert_one_error(fixture, 2, "8193 bytes");
    assert_string_equal(value_at(fixture, "a", "c", 3), "1");
}

static void a_nul_byte_is_an_error_with_its_line(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_bytes(fixture, "[a]\nb = 1\0 2\nc = 3\n", 18), 0);
    assert_one_error(fixture, 2, "NUL");
    assert_string_equal(value_at(fixture, "a", "c", 3), "3");
}

static void control_characters_are_an_error(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nb = \x1B[1m\n"), 0);
    assert_one_error(fixture, 2, "control character");
}

static void a_folder_a_device_and_a_missing_file_are_refused(void **state) {
    static const char *const paths[] = {"/", "/dev/null", "/no/such/file"};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < 3; i++) {
        struct wp_error error = {0};

        assert_int_equal(wp_ini_read(paths[i], fixture->arena, &fixture->ini, &fixture->diagnostics, &error),
                         WP_INPUT);
        assert_string_equal(error.path, paths[i]);
    }
}

static void a_file_that_is_too_large_is_refused(void **state) {
    struct fixture *fixture = *state;
    char *text = malloc(WP_INI_MAX_BYTES + 2);

    assert_non_null(text);
    memset(text, '\n', WP_INI_MAX_BYTES + 1);
    text[WP_INI_MAX_BYTES + 1] = '\0';
    assert_int_equal(read_text(fixture, text), WP_INPUT);
    text[WP_INI_MAX_BYTES] = '\0';
    fixture->error = (struct wp_error){0};
    assert_int_equal(read_text(fixture, text), 0);
    free(text);
}

static void a_continued_line_is_an_error(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nb = one \\\nc = 2\n"), 0);
    assert_one_error(fixture, 2, "backslash");
    assert_string_equal(value_at(fixture, "a", "c", 3), "2");
}

static void the_rest_of_a_continued_line_is_no_second_error(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\nb = one, \\\n two, \\\n three\nc = 2\n"), 0);
    assert_one_error(fixture, 2, "backslash");
    assert_string_equal(value_at(fixture, "a", "c", 5), "2");
}

static void a_comment_that_ends_in_a_backslash_swallows_nothing(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[a]\n# C:\\plans\\\nb = 2\n"), 0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "a", "b", 3), "2");
}

static void lines_that_are_nothing_are_errors(void **state) {
    static const struct {
        const char *text;
        long line;
        const char *words;
    } cases[] = {
        {"[a]\njust words\n", 2, "neither"},     {"[a]\n= 3\n", 2, "no key"},
        {"b = 3\n[a]\n", 1, "before the first"}, {"[a\nb = 1\n", 1, "\"]\""},
        {"[a] # c\nb = 1\n", 1, "behind"},       {"[ ]\nb = 1\n", 1, "no name"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(read_text(fixture, cases[i].text), 0);
        assert_one_error(fixture, cases[i].line, cases[i].words);
        wp_diagnostics_clear(&fixture->diagnostics);
        fixture->diagnostics = (struct wp_diagnostics){0};
    }
}

static void a_section_without_keys_and_an_empty_file_are_fine(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, ""), 0);
    assert_int_equal(fixture->ini.section_count, 0);
    assert_int_equal(read_text(fixture, "[solver]\n[report]\nsolver = \n"), 0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "report", "solver", 3), "");
}

static void names_that_other_parsers_bend_are_kept_for_the_error(void **state) {
    struct fixture *fixture = *state;

    assert_int_equal(read_text(fixture, "[r\xC3\xA9gles]\nmust:place = 1\n[a]\nmust place = 2\n"), 0);
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_string_equal(value_at(fixture, "r\xC3\xA9gles", "must:place", 2), "1");
    assert_string_equal(value_at(fixture, "a", "must place", 4), "2");
}

static void too_many_keys_end_the_reading(void **state) {
    struct fixture *fixture = *state;
    size_t size = (WP_INI_MAX_KEYS + 100) * 8 + 8;
    char *text = malloc(size);
    int length = snprintf(text, size, "[a]\n");

    for (int i = 0; i < WP_INI_MAX_KEYS + 50; i++)
        length += snprintf(text + length, size - (size_t)length, "k%d=\n", i);
    assert_int_equal(read_text(fixture, text), 0);
    free(text);
    assert_one_error(fixture, WP_INI_MAX_KEYS + 2, "more than 2000");
    assert_int_equal(fixture->ini.entry_count, WP_INI_MAX_KEYS);
}

static void iniparser_reading_something_else_is_an_internal_error(void **state) {
    struct fixture *fixture = *state;
    struct wp_ini_section sections[] = {{"a", 1}, {"b", 4}};
    struct wp_ini_entry entries[] = {{"a", "x", "1", 2}, {"a", "y", "2", 3}, {"b", "x", "3", 5}};
    struct wp_ini ini = {fixture->path, sections, 2, entries, 3};

    assert_int_equal(wp_ini_confirm(&ini, &fixture->error), 0);
    entries[1].key = "x";
    assert_int_equal(wp_ini_confirm(&ini, &fixture->error), WP_INTERNAL);
    entries[1].key = "y";
    entries[2].section = "c";
    assert_int_equal(wp_ini_confirm(&ini, NULL), WP_INTERNAL);
    entries[2].section = "b";
    sections[1].name = "a";
    assert_int_equal(wp_ini_confirm(&ini, NULL), WP_INTERNAL);
}

static void utf8_is_told_from_what_only_looks_like_it(void **state) {
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {
        {"", true},
        {"plain", true},
        {"\xC3\xAB \xE2\x82\xAC \xF0\x9F\x98\x80", true},
        {"\xC0\xAF", false},         /* overlong */
        {"\xE0\x9F\xBF", false},     /* overlong */
        {"\xED\xA0\x80", false},     /* a surrogate */
        {"\xF4\x90\x80\x80", false}, /* beyond U+10FFFF */
        {"\xE2\x82", false},         /* cut off */
        {"\x80", false},
        {"\xFF", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(wp_is_utf8(cases[i].text, strlen(cases[i].text)), cases[i].valid);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        CASE(values_with_semicolons_hashes_and_quotes_are_kept),
        CASE(lines_keep_their_numbers),
        CASE(keys_that_hold_ids_keep_their_case),
        CASE(a_key_given_twice_is_an_error_whatever_its_case),
        CASE(a_section_given_twice_is_an_error_whatever_its_case),
        CASE(a_key_given_in_both_parts_of_a_section_is_found),
        CASE(a_byte_order_mark_is_taken_off),
        CASE(utf16_is_refused),
        CASE(windows_text_becomes_utf8),
        CASE(bytes_without_a_meaning_are_refused),
        CASE(a_long_line_is_read_whole),
        CASE(a_line_over_the_limit_is_an_error_with_its_number),
        CASE(a_nul_byte_is_an_error_with_its_line),
        CASE(control_characters_are_an_error),
        CASE(a_folder_a_device_and_a_missing_file_are_refused),
        CASE(a_file_that_is_too_large_is_refused),
        CASE(a_continued_line_is_an_error),
        CASE(the_rest_of_a_continued_line_is_no_second_error),
        CASE(a_comment_that_ends_in_a_backslash_swallows_nothing),
        CASE(lines_that_are_nothing_are_errors),
        CASE(a_section_without_keys_and_an_empty_file_are_fine),
        CASE(names_that_other_parsers_bend_are_kept_for_the_error),
        CASE(too_many_keys_end_the_reading),
        CASE(iniparser_reading_something_else_is_an_internal_error),
        CASE(utf8_is_told_from_what_only_looks_like_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
