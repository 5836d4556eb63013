/* workbook_sheets.c: the sheets of a workbook: lists, and pages to read. */
#include "utf8.h"
#include "workbook_parts.h"
#include "workbook_text.h"
#include <stdio.h>
#include <string.h>

#define PAGE_COLUMN   11  /* letters of a page's columns, but for the first */
#define ROOM          1.5 /* letters between columns */
#define PAPER_LETTERS 260 /* side by side, that can still be read on paper */
#define MARGIN        0.5 /* inches */
#define PAPER_A4      9

/* Every row of a column of the present table. */
static void colour(struct wp_workbook *workbook, int column, lxw_conditional_format *format) {
    wp_workbook_answer(workbook, worksheet_conditional_format_range(
                                     workbook->sheet, (lxw_row_t)workbook->table_row + 1, (lxw_col_t)column,
                                     (lxw_row_t)workbook->row - 1, (lxw_col_t)column, format));
}

static void colour_ranks(struct wp_workbook *workbook, int column) {
    static const struct {
        double from, to;
        enum wp_workbook_look look;
    } ranks[] = {{1, 1, WP_LOOK_FIRST_CHOICE}, {2, 3, WP_LOOK_GOOD_CHOICE}, {4, 1e6, WP_LOOK_LATE_CHOICE}};
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                         .criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN,
                                         .min_value = ranks[i].from,
                                         .max_value = ranks[i].to,
                                         .format = workbook->looks[ranks[i].look]};
        colour(workbook, column, &format);
    }
    char cell[LXW_MAX_CELL_NAME_LENGTH], condition[LXW_MAX_CELL_NAME_LENGTH + sizeof "=ISTEXT()"];
    lxw_rowcol_to_cell(cell, (lxw_row_t)workbook->table_row + 1, (lxw_col_t)column);
    snprintf(condition, sizeof condition, "=ISTEXT(%s)", cell);
    lxw_conditional_format words = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                    .value_string = condition,
                                    .format = workbook->looks[WP_LOOK_NO_CHOICE]};
    colour(workbook, column, &words);
}

static void colour_shares(struct wp_workbook *workbook, int column) {
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_DATA_BAR,
                                     .bar_color = 0x9CC3D5,
                                     .bar_solid = LXW_TRUE,
                                     .data_bar_2010 = LXW_TRUE,
                                     .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .max_value = 1};
    colour(workbook, column, &format);
}

/* Colours of a table that is done; of a list, its filters too. */
static void end_table(struct wp_workbook *workbook) {
    long last = workbook->row - 1;
    for (int c = 0; c < workbook->column_count && last > workbook->table_row; c++) {
        if (workbook->kinds[c] == WP_COLUMN_RANK)
            colour_ranks(workbook, c);
        else if (workbook->kinds[c] == WP_COLUMN_SHARE)
            colour_shares(workbook, c);
    }
    if (!workbook->page)
        wp_workbook_answer(workbook,
                           worksheet_autofilter(workbook->sheet, (lxw_row_t)workbook->table_row, 0,
                                                (lxw_row_t)last, (lxw_col_t)(workbook->column_count - 1)));
    workbook->column_count = 0;
}

void wp_workbook_end_sheet(struct wp_workbook *workbook) {
    if (!workbook->sheet || workbook->failure.code != 0)
        return;
    if (workbook->column_count > 0)
        end_table(workbook);
    size_t all = 0;
    for (int c = 0; c < WP_WORKBOOK_COLUMNS; c++)
        if (workbook->widths[c] > 0) {
            all += workbook->widths[c];
            wp_workbook_answer(workbook, worksheet_set_column(workbook->sheet, (lxw_col_t)c, (lxw_col_t)c,
                                                              (double)workbook->widths[c] + ROOM, NULL));
        }
    if (!workbook->page && all > PAPER_LETTERS) {
        worksheet_fit_to_pages(workbook->sheet, 2, 0);
        wp_workbook_answer(workbook, worksheet_repeat_columns(workbook->sheet, 0, 0));
    }
    /* Ids and years are texts: no mark beside each that it looks like a number. */
    wp_workbook_answer(
        workbook, worksheet_ignore_errors(workbook->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:AF1048576"));
    workbook->sheet = NULL;
}

/* At the foot of each page of paper: the title, and which page of how many. */
static void set_footer(struct wp_workbook *workbook) {
    static const char pages[] = "&R&P / &N";
    char footer[LXW_HEADER_FOOTER_MAX] = "&L";
    size_t length = strlen(footer);
    for (const char *at = workbook->title; *at && length < sizeof footer - sizeof pages - 8;) {
        size_t bytes = wp_utf8_first(at, 1);
        if (*at == '&')
            footer[length++] = '&';
        memcpy(footer + length, at, bytes);
        length += bytes;
        at += bytes;
    }
    memcpy(footer + length, pages, sizeof pages);
    wp_workbook_answer(workbook, worksheet_set_footer(workbook->sheet, footer));
}

static void begin_sheet(struct wp_workbook *workbook, const char *name) {
    char sheet_name[WP_SHEET_NAME];
    wp_workbook_end_sheet(workbook);
    if (workbook->failure.code != 0)
        return;
    wp_workbook_sheet_name(name, sheet_name);
    wp_workbook_answer(workbook, workbook_validate_sheet_name(workbook->book, sheet_name));
    if (workbook->failure.code != 0)
        return;
    workbook->sheet = workbook_add_worksheet(workbook->book, sheet_name);
    if (!workbook->sheet) {
        wp_error_memory(&workbook->failure);
        return;
    }
    workbook->row = 0;
    workbook->column = 0;
    workbook->lines = 1;
    workbook->filled_row = -1;
    memset(workbook->widths, 0, sizeof workbook->widths);
    worksheet_set_landscape(workbook->sheet);
    worksheet_set_paper(workbook->sheet, PAPER_A4);
    worksheet_set_margins(workbook->sheet, MARGIN, MARGIN, MARGIN, MARGIN + 0.25);
    worksheet_fit_to_pages(workbook->sheet, 1, 0);
    set_footer(workbook);
}

static enum wp_workbook_look heading_look(enum wp_column_kind kind) {
    switch (kind) {
    case WP_COLUMN_TEXT:
    case WP_COLUMN_PROSE:
        return WP_LOOK_HEADING;
    case WP_COLUMN_RANK:
        return WP_LOOK_HEADING_RANK;
    default:
        return WP_LOOK_HEADING_RIGHT;
    }
}

void wp_workbook_table(struct wp_workbook *workbook, const struct wp_workbook_column *columns, int count) {
    if (workbook->column_count > 0)
        end_table(workbook);
    workbook->column_count = count;
    workbook->table_row = workbook->row;
    for (int c = 0; c < count && c < WP_WORKBOOK_COLUMNS; c++) {
        workbook->kinds[c] = columns[c].kind;
        wp_workbook_put_heading(workbook, c, columns[c].heading, heading_look(columns[c].kind));
    }
    wp_workbook_end_row(workbook);
}

void wp_workbook_list(struct wp_workbook *workbook, const char *name,
                      const struct wp_workbook_column *columns, int count) {
    begin_sheet(workbook, name);
    workbook->page = false;
    wp_workbook_table(workbook, columns, count);
    if (workbook->failure.code != 0)
        return;
    worksheet_freeze_panes(workbook->sheet, 1, 1);
    wp_workbook_answer(workbook, worksheet_repeat_rows(workbook->sheet, 0, 0));
}

void wp_workbook_page(struct wp_workbook *workbook, const char *name, const char *title) {
    begin_sheet(workbook, name);
    workbook->page = true;
    if (workbook->failure.code != 0)
        return;
    for (int c = 1; c < WP_WORKBOOK_COLUMNS; c++)
        workbook->widths[c] = PAGE_COLUMN;
    worksheet_gridlines(workbook->sheet, LXW_HIDE_ALL_GRIDLINES);
    wp_workbook_put_text(workbook, workbook->row, 0, title, WP_LOOK_TITLE);
    wp_workbook_end_row(workbook);
}

void wp_workbook_line(struct wp_workbook *workbook, const char *line) {
    wp_workbook_put_text(workbook, workbook->row, 0, line, WP_LOOK_LINE);
    wp_workbook_end_row(workbook);
}

void wp_workbook_section(struct wp_workbook *workbook, const char *heading) {
    if (workbook->column_count > 0)
        end_table(workbook);
    wp_workbook_end_row(workbook);
    wp_workbook_put_text(workbook, workbook->row, 0, heading, WP_LOOK_SECTION);
    wp_workbook_end_row(workbook);
}
