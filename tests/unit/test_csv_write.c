/* test_csv_write.c: what programs and spreadsheets get to read. */
#include "csv_read.h"
#include "csv_write.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A file in memory. */
struct page {
    FILE *stream;
    char *bytes;
    size_t length;
};

static void open_page(struct page *page) {
    page->stream = open_memstream(&page->bytes, &page->length);
    assert_non_null(page->stream);
}

static void assert_page(struct page *page, const char *expected) {
    assert_int_equal(fclose(page->stream), 0);
    assert_string_equal(page->bytes, expected);
    free(page->bytes);
}

static void machines_get_plain_text(void **state) {
    (void)state;
    struct page page;
    open_page(&page);
    struct wp_csv_writer csv = wp_csv_for_machines(page.stream);
    wp_csv_header(&csv, (const char *const[]){"student", "load", NULL});
    wp_csv_text(&csv, "=1+1");
    wp_csv_load(&csv, 1225);
    wp_csv_end_row(&csv);
    wp_csv_blank(&csv);
    wp_csv_number(&csv, -7);
    wp_csv_end_row(&csv);
    assert_page(&page, "student,load\n=1+1,12.25\n,-7\n");
}

static void dutch_excel_gets_its_habits(void **state) {
    (void)state;
    struct page page;
    open_page(&page);
    struct wp_csv_writer csv = wp_csv_for_people(page.stream, WP_CSV_EXCEL_NL);
    wp_csv_text(&csv, "a,b");
    wp_csv_text(&csv, "a;b");
    wp_csv_load(&csv, 50);
    wp_csv_end_row(&csv);
    assert_page(&page, "\xEF\xBB\xBF"
                       "a,b;\"a;b\";0,5\r\n");
}

static void english_excel_and_plain(void **state) {
    (void)state;
    struct page page;
    open_page(&page);
    struct wp_csv_writer csv = wp_csv_for_people(page.stream, WP_CSV_EXCEL_EN);
    wp_csv_text(&csv, "a,b");
    wp_csv_load(&csv, 50);
    wp_csv_end_row(&csv);
    csv = wp_csv_for_people(page.stream, WP_CSV_PLAIN);
    wp_csv_text(&csv, "a;b");
    wp_csv_load(&csv, 50);
    wp_csv_end_row(&csv);
    assert_page(&page, "\xEF\xBB\xBF"
                       "\"a,b\",0.5\r\n"
                       "a;b,0.5\n");
}

static void formulas_are_harmless_for_people(void **state) {
    (void)state;
    static const char *const dangerous[] = {"=HYPERLINK(\"x\")",
                                            "+31612345678",
                                            "-1",
                                            "@SUM(A1)",
                                            "\t=1",
                                            "\r=1",
                                            "\n=1",
                                            "\x01=1",
                                            "\x1B=1",
                                            "\x7F=1",
                                            "\xC2\x85=1",
                                            "＝1",
                                            "＋1",
                                            "－1",
                                            "＠SUM(A1)"};
    for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++) {
        struct page page;
        open_page(&page);
        struct wp_csv_writer csv = wp_csv_for_people(page.stream, WP_CSV_PLAIN);
        wp_csv_text(&csv, dangerous[i]);
        assert_int_equal(fclose(page.stream), 0);
        const char *first = page.bytes + (page.bytes[0] == '"');
        assert_int_equal(first[0], '\'');
        free(page.bytes);
    }
}

static void joined_cells_are_quoted_once(void **state) {
    (void)state;
    struct page page;
    open_page(&page);
    struct wp_csv_writer csv = wp_csv_for_machines(page.stream);
    struct wp_csv_list list = {0};
    wp_csv_list_add(&list, "L1", "|");
    wp_csv_list_add(&list, "L,2", "|");
    assert_int_equal(wp_csv_list_end(&csv, &list), 0);
    assert_int_equal(wp_csv_list_end(&csv, &list), 0);
    wp_csv_end_row(&csv);
    assert_page(&page, "\"L1|L,2\",\n");
}

/* Whatever a cell holds, our own strict reader gives it back. */
static void every_cell_comes_back(void **state) {
    (void)state;
    static const char letters[] = "a,;\"' \n|=\t.";
    unsigned seed = 20260901u;
    for (int trial = 0; trial < 2000; trial++) {
        char cells[3][8];
        struct page page;
        open_page(&page);
        struct wp_csv_writer csv = wp_csv_for_machines(page.stream);
        wp_csv_header(&csv, (const char *const[]){"first", "second", "third", NULL});
        for (int c = 0; c < 3; c++) {
            size_t length = 0;
            cells[c][length++] = 'x'; /* cells that are empty at a row's end have nothing to come back */
            for (seed = seed * 1664525u + 1013904223u; length < 1 + (seed >> 16) % 6; length++) {
                seed = seed * 1664525u + 1013904223u;
                cells[c][length] = letters[(seed >> 16) % (sizeof letters - 1)];
                seed = seed * 1664525u + 1013904223u;
            }
            cells[c][length] = '\0';
            memmove(cells[c], cells[c] + (length > 1 && trial % 2), length);
            wp_csv_text(&csv, cells[c]);
        }
        wp_csv_end_row(&csv);
        assert_int_equal(fclose(page.stream), 0);
        struct wp_csv read = {0};
        assert_int_equal(wp_csv_parse(page.bytes, page.length, &read, NULL), 0);
        assert_int_equal(read.row_count, 2);
        for (int c = 0; c < read.rows[1].count; c++)
            assert_string_equal(read.cells[read.rows[1].first + (size_t)c].text, cells[c]);
        for (int c = read.rows[1].count; c < 3; c++)
            assert_string_equal("", cells[c]);
        wp_csv_clear(&read);
        free(page.bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machines_get_plain_text),      cmocka_unit_test(dutch_excel_gets_its_habits),
        cmocka_unit_test(english_excel_and_plain),      cmocka_unit_test(formulas_are_harmless_for_people),
        cmocka_unit_test(joined_cells_are_quoted_once), cmocka_unit_test(every_cell_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
