/* test_csv_read.c: every way in which libcsv 3.0.3 loses or bends what stands in a file, and that csv_read.c
 * does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_read.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct wp_csv csv;
    struct wp_error error;
};

static int set_up(void **state) {
    *state = calloc(1, sizeof(struct fixture));
    return *state == NULL ? -1 : 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    wp_csv_clear(&fixture->csv);
    free(fixture);
    return 0;
}

static int parse(struct fixture *fixture, const char *text) {
    wp_csv_clear(&fixture->csv);
    fixture->error = (struct wp_error){0};
    return wp_csv_parse(text, strlen(text), &fixture->csv, &fixture->error);
}

static const struct wp_csv_cell *cell(const struct fixture *fixture, size_t row, int column) {
    assert_true(row < fixture->csv.row_count);
    assert_true(column < fixture->csv.rows[row].count);
    return &fixture->csv.cells[fixture->csv.rows[row].first + (size_t)column];
}

static void assert_refused(struct fixture *fixture, const char *text, long line, int column,
                           const char *why) {
    assert_int_equal(parse(fixture, text), WP_INPUT);
    assert_int_equal(fixture->error.line, line);
    assert_int_equal(fixture->error.column, column);
    assert_non_null(strstr(fixture->error.message, why));
}

static void open_quote_is_an_error_where_it_opened(void **state) {
    assert_refused(*state, "id,name\n1,x\n2,\"open\n3,y\n4,z\n", 3, 2, "never closed");
    assert_refused(*state, "id\n\"open", 2, 1, "never closed");
    assert_refused(*state, "\"open", 1, 1, "never closed");
    assert_refused(*state, "id,name\n1,\"", 2, 2, "never closed");
}

static void quote_that_swallows_up_to_the_next_one_is_an_error_where_it_opened(void **state) {
    assert_refused(*state, "id,name\n1,\"open\n2,y\n3,\"shut\"\n", 2, 2, "on line 4");
}

static void stray_quotes_are_errors(void **state) {
    assert_refused(*state, "id,name\n1,a\"b\n", 2, 2, "inside a cell");
    assert_refused(*state, "id,name\n1,\"a\"b\n", 2, 2, "after the closing quote");
}

static void doubled_quotes_separators_and_breaks_are_text(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, "a,b\n\"say \"\"hi\"\", then\r\ngo\",\"\"\"\"\n"), 0);
    assert_string_equal(cell(fixture, 1, 0)->text, "say \"hi\", then\ngo");
    assert_string_equal(cell(fixture, 1, 1)->text, "\"");
}

static void blank_lines_count_but_are_no_rows(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, "\n\na,b\n\n  \n,,,\n1,2\n\n\n"), 0);
    assert_int_equal(fixture->csv.row_count, 2);
    assert_int_equal(fixture->csv.rows[0].line, 3);
    assert_int_equal(fixture->csv.rows[1].line, 7);
}

static void quoted_breaks_count_as_lines(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, "a,b,c\r\n\"1\r\n\r\n\",\"x\ry\nz\",w\r\n2,3,4"), 0);
    assert_int_equal(cell(fixture, 1, 0)->line, 2);
    assert_int_equal(cell(fixture, 1, 1)->line, 4);
    assert_int_equal(cell(fixture, 1, 2)->line, 6);
    assert_int_equal(fixture->csv.rows[2].line, 7);
}

static void separator_is_recognised_outside_quotes(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *text;
        char separator;
    } cases[] = {
        {"a,b\n", ','},
        {"a;b\n", ';'},
        {"a\tb\n", '\t'},
        {"\"a,b,c\";d\n", ';'},
        {"\"x;y;z\",b\n1;2\n", ','},
        {"\"a\n;;;\n\",b\n", ','},
        {"alone\n1\n", ','},
        {"\n\na;b,c;d\n", ';'},
        {"a b\tc, d\te\n", '\t'},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        assert_int_equal(parse(fixture, cases[k].text), 0);
        assert_int_equal(fixture->csv.separator, cases[k].separator);
    }
}

static void sep_line_names_the_separator_and_counts_as_a_line(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, "sep=;\r\na,b;c\r\n"), 0);
    assert_string_equal(cell(fixture, 0, 0)->text, "a,b");
    assert_int_equal(fixture->csv.rows[0].line, 2);
    assert_int_equal(parse(fixture, "\"SEP=,\"\na,b\n"), 0);
    assert_int_equal(fixture->csv.rows[0].count, 2);
    assert_int_equal(parse(fixture, "sep=;;;\na;b\n"), 0);
    assert_int_equal(parse(fixture, "separator,b\n1,2\n"), 0);
    assert_int_equal(fixture->csv.row_count, 2);
    assert_refused(fixture, "sep=|\na|b\n", 1, 0, "sep=");
    assert_refused(fixture, "sep=\na,b\n", 1, 0, "sep=");
}

static void empty_cells_at_a_rows_end_are_left_out(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, "a,b,,\n,2,,,,\n\"\",\"\"\n"), 0);
    assert_int_equal(fixture->csv.row_count, 2);
    assert_int_equal(fixture->csv.rows[0].count, 2);
    assert_int_equal(fixture->csv.rows[1].count, 2);
    assert_string_equal(cell(fixture, 1, 0)->text, "");
}

static void nothing_is_no_rows(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(parse(fixture, ""), 0);
    assert_int_equal(fixture->csv.row_count, 0);
    assert_int_equal(parse(fixture, "\r\n\r\n"), 0);
    assert_int_equal(fixture->csv.row_count, 0);
}

/* A file of a header and one cell of this many letters, in quotes or not; its quote may stay open. */
static char *long_cell(size_t letters, const char *before, const char *after) {
    char *text = malloc(letters + 64);
    assert_non_null(text);
    int start = snprintf(text, 32, "a,b\n1,%s", before);
    memset(text + start, 'x', letters);
    snprintf(text + (size_t)start + letters, 32, "%s", after);
    return text;
}

static void cells_are_capped(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        size_t letters;
        const char *before, *after;
        int code;
    } cases[] = {
        {WP_CSV_MAX_CELL, "", "\n", 0},
        {WP_CSV_MAX_CELL, "\"", "\"\n", 0},
        {WP_CSV_MAX_CELL + 1, "", "\n", WP_INPUT},
        {WP_CSV_MAX_CELL + 1, "", "", WP_INPUT},
        {WP_CSV_MAX_CELL + 1, "\"", "\",3\n", WP_INPUT},
        {WP_CSV_MAX_CELL + 1, "", ",3\n", WP_INPUT},
        {5 * WP_CSV_MAX_CELL, "\"", "\n", WP_INPUT},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        char *text = long_cell(cases[k].letters, cases[k].before, cases[k].after);
        assert_int_equal(parse(fixture, text), cases[k].code);
        free(text);
        if (cases[k].code == 0) {
            assert_int_equal(strlen(cell(fixture, 1, 1)->text), cases[k].letters);
            continue;
        }
        assert_int_equal(fixture->error.line, 2);
        assert_non_null(strstr(fixture->error.message, "longer than"));
    }
}

/* What libcsv would gather in one cell of gigabytes stops soon after the cap. */
static void open_quote_does_not_gather_the_rest_of_a_large_file(void **state) {
    struct fixture *fixture = *state;
    size_t length = (size_t)32 << 20;
    char *text = malloc(length + 1);
    assert_non_null(text);
    for (size_t k = 0; k < length; k++)
        text[k] = k % 80 == 79 ? '\n' : 'x';
    memcpy(text, "a,b\n1,\"", 7);
    text[length] = '\0';
    assert_refused(fixture, text, 2, 2, "closing quote missing");
    free(text);
}

static void columns_are_capped(void **state) {
    struct fixture *fixture = *state;
    char *text = calloc(1, WP_CSV_MAX_COLUMNS + 16);
    assert_non_null(text);
    memcpy(text, "a,b\n", 4);
    memset(text + 4, ',', WP_CSV_MAX_COLUMNS - 1);
    assert_int_equal(parse(fixture, text), 0);
    text[4 + WP_CSV_MAX_COLUMNS - 1] = ',';
    assert_refused(fixture, text, 2, 0, "more than 16384 cells");
    free(text);
}

/* A random table, written in random ways, is read back, every cell on the line where it was written. */
#define ROWS    12
#define COLUMNS 5

struct written {
    char text[8192];
    size_t length;
    long line;
    char cells[ROWS][COLUMNS][40];
    long lines[ROWS][COLUMNS];
};

static uint64_t next_random(uint64_t *random) {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return *random >> 11;
}

static void put(struct written *written, const char *text) {
    size_t length = strlen(text);
    assert_true(written->length + length < sizeof written->text);
    memcpy(written->text + written->length, text, length + 1);
    written->length += length;
}

static void write_cell(struct written *written, uint64_t *random, char *kept, const char *line_end) {
    static const char *const pieces[] = {"a",  "\xC3\xAB", " ",    ",", ";",  "\t",
                                         "\"", "\n",       "sep=", "'", "1,5"};
    size_t count = next_random(random) % 5, length = 0;
    put(written, "\"");
    kept[length++] = 'x';
    put(written, "x");
    for (size_t k = 0; k < count; k++) {
        const char *piece = pieces[next_random(random) % (sizeof pieces / sizeof pieces[0])];
        length += (size_t)snprintf(kept + length, 40 - length, "%s", piece);
        if (*piece == '\n')
            written->line++;
        put(written, *piece == '\n' ? line_end : *piece == '"' ? "\"\"" : piece);
    }
    kept[length] = '\0';
    put(written, "\"");
}

static void random_tables_are_read_as_they_were_written(void **state) {
    struct fixture *fixture = *state;
    static const char *const line_ends[] = {"\n", "\r\n", "\r"}, *const separators[] = {",", ";", "\t"};
    uint64_t random = 20261122;
    struct written *written = malloc(sizeof *written);
    assert_non_null(written);
    for (int round = 0; round < 300; round++) {
        const char *line_end = line_ends[next_random(&random) % 3];
        const char *separator = separators[next_random(&random) % 3];
        *written = (struct written){.line = 1};
        for (int row = 0; row < ROWS; row++) {
            for (uint64_t blank = next_random(&random) % 3; blank > 1; blank--, written->line++)
                put(written, line_end);
            for (int column = 0; column < COLUMNS; column++) {
                if (column > 0)
                    put(written, separator);
                written->lines[row][column] = written->line;
                write_cell(written, &random, written->cells[row][column], line_end);
            }
            put(written, line_end);
            written->line++;
        }
        assert_int_equal(parse(fixture, written->text), 0);
        assert_int_equal(fixture->csv.separator, separator[0]);
        assert_int_equal(fixture->csv.row_count, ROWS);
        for (size_t row = 0; row < ROWS; row++)
            for (int column = 0; column < COLUMNS; column++) {
                assert_string_equal(cell(fixture, row, column)->text, written->cells[row][column]);
                assert_int_equal(cell(fixture, row, column)->line, written->lines[row][column]);
            }
    }
    free(written);
}

/* Whatever the letters, parsing ends in rows or in one error with a line; nothing is read outside the text.
 */
static void random_letters_are_rows_or_an_error_with_its_line(void **state) {
    struct fixture *fixture = *state;
    static const char letters[] = "a,;\t\"\"\"\n\r =|";
    uint64_t random = 7;
    for (int round = 0; round < 20000; round++) {
        char text[25];
        size_t length = next_random(&random) % (sizeof text - 1);
        long lines = 1;
        for (size_t k = 0; k < length; k++) {
            text[k] = letters[next_random(&random) % (sizeof letters - 1)];
            lines += text[k] == '\n' || text[k] == '\r';
        }
        text[length] = '\0';
        int code = parse(fixture, text);
        if (code == WP_INPUT) {
            assert_in_range(fixture->error.line, 1, lines);
            continue;
        }
        assert_int_equal(code, 0);
        for (size_t row = 0; row < fixture->csv.row_count; row++)
            assert_string_not_equal(cell(fixture, row, fixture->csv.rows[row].count - 1)->text, "");
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(open_quote_is_an_error_where_it_opened),
        TEST(quote_that_swallows_up_to_the_next_one_is_an_error_where_it_opened),
        TEST(stray_quotes_are_errors),
        TEST(doubled_quotes_separators_and_breaks_are_text),
        TEST(blank_lines_count_but_are_no_rows),
        TEST(quoted_breaks_count_as_lines),
        TEST(separator_is_recognised_outside_quotes),
        TEST(sep_line_names_the_separator_and_counts_as_a_line),
        TEST(empty_cells_at_a_rows_end_are_left_out),
        TEST(nothing_is_no_rows),
        TEST(cells_are_capped),
        TEST(open_quote_does_not_gather_the_rest_of_a_large_file),
        TEST(columns_are_capped),
        TEST(random_tables_are_read_as_they_were_written),
        TEST(random_letters_are_rows_or_an_error_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
