/* test_workbook.c: a workbook takes any text, tells what it cannot hold, has the same bytes each time, and is
 * not called done where the disk was full. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "told.h"
#include "workbook.h"
#include "workbook_check.h"
#include "workbook_text.h"

#define MORE_THAN_MEMORY 30000 /* rows that a workbook keeps on disk */

/* What a text becomes in a cell. */
static void becomes(const char *text, const char *expected) {
    char *cell = wp_workbook_cell_text(text);
    assert_string_equal(cell, expected);
    free(cell);
}

static void text_stays_text(void **state) {
    (void)state;
    becomes("=HYPERLINK(\"http://x\",\"y\")", "=HYPERLINK(\"http://x\",\"y\")");
    becomes("", "");
    becomes("0012", "0012");
    becomes("\tfirst", "\tfirst");
    becomes("\u05E9\u05DC\u05D5\u05DD \U0001F9A2 Şahin", "\u05E9\u05DC\u05D5\u05DD \U0001F9A2 Şahin");
    becomes("two\r\nlines\rthree\n", "two\nlines\nthree\n");
    becomes("%s%n", "%s%n");
}

static void what_xml_forbids_is_shown_as_such(void **state) {
    (void)state;
    becomes("a\x01\x0B\x7F", "a\uFFFD\uFFFD\uFFFD");
    becomes("\xC2\x85", "\uFFFD");
    becomes("\xEF\xBF\xBE\xEF\xBF\xBF", "\uFFFD\uFFFD");
    becomes("a\xFF\xC3", "a\uFFFD\uFFFD");
    becomes("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
}

static void what_excel_would_read_as_a_letter_stays(void **state) {
    (void)state;
    becomes("_x0041_", "_x005F_x0041_");
    becomes("_x00e9_x000D_", "_x005F_x00e9_x005F_x000D_");
    becomes("_x41_ _X0041_ _x004", "_x41_ _X0041_ _x004");
}

/* Excel counts in UTF-16. */
static size_t units(const char *text) {
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) == 0x80 ? 0 : (unsigned char)*text >= 0xF0 ? 2 : 1;
    return count;
}

static void long_text_is_cut_where_all_see_it(void **state) {
    static const char *const letters[] = {"x", "ü", "\u05E9", "\U0001F9A2"};
    (void)state;
    for (size_t l = 0; l < sizeof letters / sizeof *letters; l++)
        for (size_t count = 16380; count < 32772; count += count == 16386 ? 16376 : 1) {
            char *text = calloc(count, strlen(letters[l]) + 1);
            for (size_t i = 0; i < count; i++)
                memcpy(text + i * strlen(letters[l]), letters[l], strlen(letters[l]));
            char *cell = wp_workbook_cell_text(text);
            bool fits = units(text) <= WP_CELL_LETTERS;
            assert_int_equal(strcmp(cell, text) == 0, fits);
            assert_true(units(cell) <= WP_CELL_LETTERS && (fits || units(cell) >= WP_CELL_LETTERS - 1));
            if (!fits)
                assert_string_equal(cell + strlen(cell) - strlen("…"), "…");
            free(text);
            free(cell);
        }
}

static void names_of_sheets_are_such_as_excel_takes(void **state) {
    char name[WP_SHEET_NAME];
    (void)state;
    assert_string_equal(wp_workbook_sheet_name("a/b\\c:d*e?f[g]h'", name), "a-b-c-d-e-f-g-h-");
    assert_string_equal(wp_workbook_sheet_name("", name), "-");
    assert_string_equal(wp_workbook_sheet_name("1234567890123456789012345678901x", name),
                        "1234567890123456789012345678901");
    assert_string_equal(wp_workbook_sheet_name("\U0001F9A2123456789012345678901234567890x", name),
                        "\U0001F9A212345678901234567890123456789");
}

static void lines_of_a_cell_are_counted(void **state) {
    (void)state;
    assert_int_equal(wp_workbook_text_lines("", 10), 1);
    assert_int_equal(wp_workbook_text_lines("one two", 10), 1);
    assert_int_equal(wp_workbook_text_lines("one two three", 10), 2);
    assert_int_equal(wp_workbook_text_lines("one\ntwo\nthree", 10), 3);
    assert_int_equal(wp_workbook_text_lines("abcdefghijklmnopqrstuvwxyz", 10), 3);
    assert_int_equal(wp_workbook_text_width("one\nthree\n"), 5);
    assert_int_equal(wp_workbook_word_width("a word, lengthy"), 7);
}

/* A file of its own for each workbook, as a folder of ours makes it. */
static void make_file(char path[static 32]) {
    snprintf(path, 32, "/tmp/workbook-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
}

/* A workbook of two sheets. Returns what its end returned. */
static int write_rows(const char *path, long rows, struct wp_error *error) {
    const struct wp_workbook_column columns[] = {
        {"Name", WP_COLUMN_TEXT}, {"Rank", WP_COLUMN_RANK}, {"Share", WP_COLUMN_SHARE}};
    const struct wp_workbook_series series = {"Share", 2, false};
    struct wp_workbook *workbook;
    assert_int_equal(wp_workbook_new(path, "Title & more", rows, &workbook, NULL), 0);
    wp_workbook_list(workbook, "List", columns, 3);
    for (long row = 0; row < rows; row++) {
        char name[64];
        snprintf(name, sizeof name, "<row r=\"1\"> & %ld", row * 7919);
        wp_workbook_text(workbook, name);
        wp_workbook_rank(workbook, (int)(row % 7), "none");
        wp_workbook_share(workbook, row % 9, 9);
        wp_workbook_end_row(workbook);
    }
    wp_workbook_page(workbook, "Page", "Page");
    wp_workbook_section(workbook, "A heading");
    wp_workbook_chart(workbook,
                      &(struct wp_workbook_chart){.title = "Shares",
                                                  .description = "A bar a row",
                                                  .categories = "",
                                                  .values = "",
                                                  .sheet = "List",
                                                  .first_row = 1,
                                                  .last_row = 9,
                                                  .series = &series,
                                                  .series_count = 1,
                                                  .width = 400,
                                                  .height = 300},
                      3, 2);
    int code = wp_workbook_close(workbook, error);
    wp_workbook_free(workbook);
    return code;
}

static char *read_bytes(const char *path, size_t *length) {
    FILE *stream = fopen(path, "rb");
    char *bytes = malloc(1 << 24);
    assert_true(stream && bytes);
    *length = fread(bytes, 1, 1 << 24, stream);
    assert_int_equal(fclose(stream), 0);
    return bytes;
}

static void same_cells_give_the_same_bytes(void **state) {
    static const long sizes[] = {10, MORE_THAN_MEMORY};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char path[2][32];
        char *bytes[2];
        size_t length[2];
        for (int b = 0; b < 2; b++) {
            setenv("TZ", b ? "Asia/Tokyo" : "America/New_York", 1);
            make_file(path[b]);
            assert_int_equal(write_rows(path[b], sizes[i], NULL), 0);
            bytes[b] = read_bytes(path[b], &length[b]);
        }
        assert_int_equal(length[0], length[1]);
        assert_memory_equal(bytes[0], bytes[1], length[0]);
        for (int b = 0; b < 2; b++) {
            struct stat status;
            assert_int_equal(stat(path[b], &status), 0);
            assert_int_equal(status.st_mode & 0777, 0600);
            free(bytes[b]);
            unlink(path[b]);
        }
    }
    unsetenv("TZ");
}

/* Whatever does not fit on the disk is told: sizes from "nothing" to "almost all". */
static void a_full_disk_is_told(void **state) {
    static const long sizes[] = {2000, MORE_THAN_MEMORY};
    (void)state;
    struct rlimit before, now;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int refused = 0, written = 0;
        for (rlim_t limit = 512; limit < (rlim_t)1 << 26; limit = limit * 5 / 2) {
            char path[32];
            struct wp_error error = {0};
            make_file(path);
            now = (struct rlimit){limit, before.rlim_max};
            assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
            int code = write_rows(path, sizes[i], &error);
            assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
            assert_int_equal(code, error.code);
            assert_true((code == 0) == (*error.message == '\0'));
            assert_false(code != 0 && written > 0);
            refused += code != 0;
            written += code == 0;
            unlink(path);
        }
        assert_true(refused >= 5 && written >= 1);
    }
}

/* Wherever a copy ends too early. */
static void a_cut_file_is_found(void **state) {
    (void)state;
    char path[32];
    size_t length;
    make_file(path);
    assert_int_equal(write_rows(path, 3, NULL), 0);
    char *bytes = read_bytes(path, &length);
    assert_int_equal(wp_workbook_check(path, 6, NULL), 0);
    assert_int_equal(wp_workbook_check(path, 7, NULL), WP_INTERNAL);
    for (size_t kept = 0; kept < length; kept += kept + 200 < length ? 97 : 1) {
        struct wp_error error = {0};
        FILE *stream = fopen(path, "wb");
        assert_int_equal(fwrite(bytes, 1, kept, stream), kept);
        assert_int_equal(fclose(stream), 0);
        assert_int_equal(wp_workbook_check(path, 6, &error), WP_INTERNAL);
    }
    free(bytes);
    unlink(path);
}

static const struct wp_workbook_column name_column = {"Name", WP_COLUMN_TEXT};

/* A new workbook with an empty list of one column. */
static struct wp_workbook *start_list(char path[32]) {
    struct wp_workbook *workbook;
    make_file(path);
    assert_int_equal(wp_workbook_new(path, "Title", 10, &workbook, NULL), 0);
    wp_workbook_list(workbook, "List", &name_column, 1);
    return workbook;
}

static void too_many_rows_are_refused(void **state) {
    struct wp_error error = {0};
    char path[32];
    struct wp_workbook *workbook = start_list(path);
    (void)state;
    for (long row = 1; row < 1048575; row++)
        wp_workbook_end_row(workbook);
    wp_workbook_text(workbook, "the last that fits");
    wp_workbook_end_row(workbook);
    wp_workbook_text(workbook, "one too many");
    assert_int_equal(wp_workbook_close(workbook, &error), WP_INTERNAL);
    assert_told(error.message, "a sheet of a workbook holds at most 1048575 rows below its headings; leave "
                               "\"xlsx\" out of [report] formats");
    wp_workbook_free(workbook);
    unlink(path);
}

static void two_sheets_of_one_name_are_refused(void **state) {
    struct wp_error error = {0};
    char path[32];
    struct wp_workbook *workbook = start_list(path);
    (void)state;
    wp_workbook_list(workbook, "LIST", &name_column, 1);
    wp_workbook_text(workbook, "nowhere");
    assert_int_equal(wp_workbook_close(workbook, &error), WP_INTERNAL);
    assert_string_not_equal(error.message, "");
    wp_workbook_free(workbook);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(what_xml_forbids_is_shown_as_such),
        cmocka_unit_test(what_excel_would_read_as_a_letter_stays),
        cmocka_unit_test(long_text_is_cut_where_all_see_it),
        cmocka_unit_test(names_of_sheets_are_such_as_excel_takes),
        cmocka_unit_test(lines_of_a_cell_are_counted),
        cmocka_unit_test(same_cells_give_the_same_bytes),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(a_cut_file_is_found),
        cmocka_unit_test(too_many_rows_are_refused),
        cmocka_unit_test(two_sheets_of_one_name_are_refused),
    };
    const struct CMUnitTest dutch[] = {cmocka_unit_test(too_many_rows_are_refused)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + cmocka_run_group_tests(dutch, speak_dutch, NULL);
}
