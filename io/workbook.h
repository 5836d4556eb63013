/* workbook.h: the building blocks of a workbook for people, on libxlsxwriter: sheets of typed cells with a
 * frozen header and filters. Text is always a text cell, never a formula; what is no UTF-8 becomes U+FFFD.
 * The same cells give the same bytes. Only this module's files include <xlsxwriter.h>.
 *
 * What goes wrong on the way is kept; wp_workbook_close tells the first of it. */
#ifndef WP_WORKBOOK_H
#define WP_WORKBOOK_H

#include "error.h"
#include "round.h"
#include <stddef.h>

struct wp_workbook;

/* A workbook that will be written to path, a file that exists: its permissions stay. `rows`: about how many
 * rows all sheets will have together; a large workbook keeps them on disk while it is made, beside path.
 * *out is NULL on failure; free with wp_workbook_free. */
int wp_workbook_new(const char *path, const char *title, long rows, struct wp_workbook **out,
                    struct wp_error *error);
/* Writes the file and looks whether all of it arrived. */
int wp_workbook_close(struct wp_workbook *workbook, struct wp_error *error);
void wp_workbook_free(struct wp_workbook *workbook);

/* What a column holds. */
enum wp_column_kind {
    WP_COLUMN_TEXT,
    WP_COLUMN_PROSE, /* whole sentences: wider */
    WP_COLUMN_NUMBER,
    WP_COLUMN_DATE,
    WP_COLUMN_RANK, /* coloured: 1, 2 and 3, later ones, and words such as "unlisted" */
    WP_COLUMN_SHARE /* with a bar in each cell */
};
struct wp_workbook_column {
    const char *heading;
    enum wp_column_kind kind;
};

/* The next sheet: one table, with its headings frozen and filters on them. */
void wp_workbook_list(struct wp_workbook *workbook, const char *name,
                      const struct wp_workbook_column *columns, int count);

/* The next sheet: one to read, with a title, lines and small tables below each other. */
void wp_workbook_page(struct wp_workbook *workbook, const char *name, const char *title);
/* A line of text over the columns. */
void wp_workbook_line(struct wp_workbook *workbook, const char *line);
/* A heading, after some room, and then perhaps the headings of a table. */
void wp_workbook_section(struct wp_workbook *workbook, const char *heading);
void wp_workbook_table(struct wp_workbook *workbook, const struct wp_workbook_column *columns, int count);

/* The next cell of the row. Text; or several, joined by "; ": wp_workbook_add any number of times, then
 * wp_workbook_added. */
void wp_workbook_text(struct wp_workbook *workbook, const char *text);
void wp_workbook_add(struct wp_workbook *workbook, const char *text);
void wp_workbook_added(struct wp_workbook *workbook);
/* A rank, or, where it is 0, words. */
void wp_workbook_rank(struct wp_workbook *workbook, int rank, const char *words);
/* A whole number; a load in hundredths; sum / count; part / whole. Empty where count or whole is 0. */
void wp_workbook_number(struct wp_workbook *workbook, int64_t number);
void wp_workbook_load(struct wp_workbook *workbook, int load);
void wp_workbook_mean(struct wp_workbook *workbook, int64_t sum, int64_t count);
void wp_workbook_share(struct wp_workbook *workbook, int64_t part, int64_t whole);
/* A day as the language in use writes it; empty for WP_NO_DAY. */
void wp_workbook_date(struct wp_workbook *workbook, wp_day day);
void wp_workbook_blank(struct wp_workbook *workbook);
void wp_workbook_end_row(struct wp_workbook *workbook);

/* The row, from 0, that comes next. */
long wp_workbook_row(const struct wp_workbook *workbook);

/* A native chart on the present sheet. Its figures stand in the rows first_row ... last_row of `sheet`. */
struct wp_workbook_series {
    const char *name;
    int column;
    bool pale; /* a limit, behind what is told */
};
struct wp_workbook_chart {
    bool lying;                      /* bars from left to right; else columns that stand */
    const char *title, *description; /* the latter for who cannot see it */
    const char *categories, *values; /* what the axes show, "" where the title says it */
    const char *sheet;               /* its name as it was given */
    long first_row, last_row;
    int category_column;
    const struct wp_workbook_series *series;
    int series_count;
    int width, height; /* pixels */
};
/* With its upper left corner in this cell; a row is about 20 pixels high. */
void wp_workbook_chart(struct wp_workbook *workbook, const struct wp_workbook_chart *chart, long row,
                       int column);

#endif
