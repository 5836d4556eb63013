/* workbook_cells.c: the cells of a workbook, one after the other. */
#include "date_text.h"
#include "workbook_parts.h"
#include "workbook_text.h"
#include <stdlib.h>
#include <string.h>

#define WIDEST         30    /* letters of a list's column: longer texts take several lines ... */
#define WIDEST_WORD    44    /* ... but for a long word, such as an address */
#define WIDEST_PROSE   70    /* of a column of sentences, and of a page's first one */
#define NARROW         1.15  /* letters of a text that have the room of one, most of them being narrow */
#define MOST_LINES     8     /* of one cell */
#define LINE_HEIGHT    15    /* points */
#define EXCEL_EPOCH    25569 /* the number that Excel gives 1970-01-01 */
#define EXCEL_FIRST    (61 - EXCEL_EPOCH)      /* 1900-03-01: before it Excel counts a day that never was */
#define EXCEL_LAST     (2958465 - EXCEL_EPOCH) /* 9999-12-31 */
#define LETTERS_NUMBER 6
#define ONE_LINE       14 /* letters of a heading that is not broken */
#define FILTER_SIGN    2  /* letters that the arrow of a filter takes */

static void fail_memory(struct wp_workbook *workbook) {
    wp_error_memory(&workbook->failure);
}

void wp_workbook_answer(struct wp_workbook *workbook, lxw_error answer) {
    if (answer == LXW_NO_ERROR)
        return;
    if (answer == LXW_ERROR_MEMORY_MALLOC_FAILED)
        fail_memory(workbook);
    else
        wp_error_set(&workbook->failure, WP_INTERNAL, "cannot make a workbook: %s", lxw_strerror(answer));
}

/* Can this cell be written? Tells the first reason why not. */
static bool may_put(struct wp_workbook *workbook, long row, int column) {
    if (workbook->failure.code != 0)
        return false;
    if (row >= LXW_ROW_MAX) {
        wp_error_set(&workbook->failure, WP_INTERNAL,
                     "a sheet of a workbook holds at most %d rows below its headings; leave \"xlsx\" out of "
                     "[report] formats",
                     LXW_ROW_MAX - 1);
        return false;
    }
    if (column >= WP_WORKBOOK_COLUMNS) {
        wp_error_set(&workbook->failure, WP_INTERNAL, "a sheet of a workbook has more than %d columns",
                     WP_WORKBOOK_COLUMNS);
        return false;
    }
    if (row != workbook->filled_row) {
        workbook->filled_row = row;
        workbook->rows_filled++;
    }
    return true;
}

static size_t smaller(size_t one, size_t other) {
    return one < other ? one : other;
}

static void widen(struct wp_workbook *workbook, int column, size_t letters) {
    if (workbook->page && column > 0)
        return; /* they are all of one width */
    if (letters > workbook->widths[column])
        workbook->widths[column] = letters;
}

/* Letters that a column of texts has at most. */
static size_t widest(const struct wp_workbook *workbook, int column) {
    return workbook->page || workbook->kinds[column] == WP_COLUMN_PROSE ? WIDEST_PROSE : WIDEST;
}

static void widen_for(struct wp_workbook *workbook, int column, const char *text) {
    size_t width = wp_workbook_text_width(text), word = wp_workbook_word_width(text);
    size_t most = widest(workbook, column);
    if (word > most)
        most = smaller(word, most > WIDEST_WORD ? most : WIDEST_WORD);
    widen(workbook, column, smaller(width, most));
}

/* Text that is wider than its column takes several lines, unless those would be many; on a page only the
 * first column has texts of any length. */
static enum wp_workbook_look look_of_text(struct wp_workbook *workbook, int column, const char *text) {
    size_t room = (size_t)(NARROW * (double)widest(workbook, column));
    size_t lines = wp_workbook_text_lines(text, room);
    bool fits = wp_workbook_text_width(text) <= workbook->widths[column] && !strchr(text, '\n');
    if (fits || lines > MOST_LINES || (workbook->page && column > 0))
        return WP_LOOK_TEXT;
    if (lines > workbook->lines)
        workbook->lines = lines;
    return WP_LOOK_LONG_TEXT;
}

void wp_workbook_put_text(struct wp_workbook *workbook, long row, int column, const char *text,
                          enum wp_workbook_look look) {
    if (!may_put(workbook, row, column))
        return;
    char *cell = wp_workbook_cell_text(text);
    if (!cell) {
        fail_memory(workbook);
        return;
    }
    if (look == WP_LOOK_TEXT || look == WP_LOOK_RANK)
        widen_for(workbook, column, cell);
    if (look == WP_LOOK_TEXT)
        look = look_of_text(workbook, column, cell);
    wp_workbook_answer(workbook, worksheet_write_string(workbook->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                                        cell, workbook->looks[look]));
    free(cell);
}

void wp_workbook_put_heading(struct wp_workbook *workbook, int column, const char *heading,
                             enum wp_workbook_look look) {
    size_t word = wp_workbook_word_width(heading), width = smaller(wp_workbook_text_width(heading), ONE_LINE);
    widen(workbook, column, (word > width ? word : width) + FILTER_SIGN);
    if (workbook->failure.code == 0 && !workbook->page) {
        size_t lines = wp_workbook_text_lines(heading, workbook->widths[column] - FILTER_SIGN);
        workbook->lines = lines > workbook->lines ? lines : workbook->lines;
    }
    wp_workbook_put_text(workbook, workbook->row, column, heading, look);
}

void wp_workbook_text(struct wp_workbook *workbook, const char *text) {
    int column = workbook->column++;
    if (*text)
        wp_workbook_put_text(workbook, workbook->row, column, text, WP_LOOK_TEXT);
}

void wp_workbook_add(struct wp_workbook *workbook, const char *text) {
    static const char between[] = "; ";
    size_t more = strlen(text) + strlen(between);
    if (workbook->joined_length + more >= workbook->joined_size) {
        size_t size = 2 * (workbook->joined_length + more) + 1;
        char *joined = realloc(workbook->joined, size);
        if (!joined) {
            fail_memory(workbook);
            return;
        }
        workbook->joined = joined;
        workbook->joined_size = size;
    }
    if (workbook->joined_length > 0) {
        memcpy(workbook->joined + workbook->joined_length, between, strlen(between));
        workbook->joined_length += strlen(between);
    }
    memcpy(workbook->joined + workbook->joined_length, text, strlen(text) + 1);
    workbook->joined_length += strlen(text);
}

void wp_workbook_added(struct wp_workbook *workbook) {
    wp_workbook_text(workbook, workbook->joined_length > 0 ? workbook->joined : "");
    workbook->joined_length = 0;
}

static void put_number(struct wp_workbook *workbook, double number, enum wp_workbook_look look,
                       size_t width) {
    int column = workbook->column++;
    if (!may_put(workbook, workbook->row, column))
        return;
    widen(workbook, column, width);
    wp_workbook_answer(workbook, worksheet_write_number(workbook->sheet, (lxw_row_t)workbook->row,
                                                        (lxw_col_t)column, number, workbook->looks[look]));
}

void wp_workbook_rank(struct wp_workbook *workbook, int rank, const char *words) {
    if (rank > 0)
        put_number(workbook, rank, WP_LOOK_RANK, LETTERS_NUMBER);
    else
        wp_workbook_put_text(workbook, workbook->row, workbook->column++, words, WP_LOOK_RANK);
}

void wp_workbook_number(struct wp_workbook *workbook, int64_t number) {
    put_number(workbook, (double)number, WP_LOOK_WHOLE, LETTERS_NUMBER);
}

void wp_workbook_load(struct wp_workbook *workbook, int load) {
    put_number(workbook, load / (double)WP_LOAD_UNIT, WP_LOOK_DECIMAL, LETTERS_NUMBER);
}

void wp_workbook_mean(struct wp_workbook *workbook, int64_t sum, int64_t count) {
    if (count == 0)
        wp_workbook_blank(workbook);
    else
        put_number(workbook, (double)sum / (double)count, WP_LOOK_DECIMAL, LETTERS_NUMBER);
}

void wp_workbook_share(struct wp_workbook *workbook, int64_t part, int64_t whole) {
    if (whole == 0)
        wp_workbook_blank(workbook);
    else
        put_number(workbook, (double)part / (double)whole, WP_LOOK_SHARE, LETTERS_NUMBER);
}

void wp_workbook_date(struct wp_workbook *workbook, wp_day day) {
    char text[WP_DATE_TEXT];
    if (day == WP_NO_DAY)
        wp_workbook_blank(workbook);
    else if (day < EXCEL_FIRST || day > EXCEL_LAST)
        wp_workbook_text(workbook, wp_date_text(day, text));
    else
        put_number(workbook, day + EXCEL_EPOCH, WP_LOOK_DATE, strlen("2026-09-01"));
}

void wp_workbook_blank(struct wp_workbook *workbook) {
    workbook->column++;
}

/* Programs differ in whether they find the height of a row by themselves. */
void wp_workbook_end_row(struct wp_workbook *workbook) {
    if (workbook->lines > 1 && workbook->failure.code == 0)
        wp_workbook_answer(workbook, worksheet_set_row(workbook->sheet, (lxw_row_t)workbook->row,
                                                       (double)(workbook->lines * LINE_HEIGHT), NULL));
    workbook->lines = 1;
    workbook->row++;
    workbook->column = 0;
}

long wp_workbook_row(const struct wp_workbook *workbook) {
    return workbook->row;
}
