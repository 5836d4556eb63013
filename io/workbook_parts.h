/* workbook_parts.h: a workbook that is being made, as the files of its module share it. */
#ifndef WP_WORKBOOK_PARTS_H
#define WP_WORKBOOK_PARTS_H

#include "workbook.h"
#include <xlsxwriter.h>

#define WP_WORKBOOK_COLUMNS 32 /* of one sheet, at most */

/* How cells look. */
enum wp_workbook_look {
    WP_LOOK_TITLE,
    WP_LOOK_SECTION,
    WP_LOOK_LINE,
    WP_LOOK_HEADING, /* of a column of texts */
    WP_LOOK_HEADING_RIGHT,
    WP_LOOK_HEADING_RANK,
    WP_LOOK_TEXT,
    WP_LOOK_LONG_TEXT, /* over several lines */
    WP_LOOK_WHOLE,
    WP_LOOK_DECIMAL,
    WP_LOOK_SHARE,
    WP_LOOK_DATE,
    WP_LOOK_RANK,
    WP_LOOK_FIRST_CHOICE, /* the colours of ranks */
    WP_LOOK_GOOD_CHOICE,
    WP_LOOK_LATE_CHOICE,
    WP_LOOK_NO_CHOICE,
    WP_LOOKS
};

struct wp_workbook {
    char *path, *folder, *title;
    lxw_workbook *book;
    lxw_format *looks[WP_LOOKS];
    struct wp_error failure; /* the first */
    long rows_filled;        /* of all sheets: those that have a cell */

    /* The present sheet. */
    lxw_worksheet *sheet;
    bool page;
    enum wp_column_kind kinds[WP_WORKBOOK_COLUMNS]; /* of the present table */
    int column_count;
    long row, filled_row; /* filled_row: the last that has a cell, -1 if none */
    int column;
    long table_row;                     /* of the table's headings */
    size_t widths[WP_WORKBOOK_COLUMNS]; /* of the longest text, in letters */
    size_t lines;                       /* of the present row's highest cell */

    /* Of a cell that is being joined. */
    char *joined;
    size_t joined_length, joined_size;
};

/* Keeps what libxlsxwriter answered, if it is a failure. */
void wp_workbook_answer(struct wp_workbook *workbook, lxw_error answer);

/* Makes the looks. Returns 0, or -1 when memory runs out. */
int wp_workbook_looks(struct wp_workbook *workbook);

/* Widths, colours and filters of the present sheet, once all its cells are there. */
void wp_workbook_end_sheet(struct wp_workbook *workbook);

/* Puts text at a place of the present sheet, in a look. */
void wp_workbook_put_text(struct wp_workbook *workbook, long row, int column, const char *text,
                          enum wp_workbook_look look);
/* Puts the heading of a column in the present row. */
void wp_workbook_put_heading(struct wp_workbook *workbook, int column, const char *heading,
                             enum wp_workbook_look look);

#endif
