/* csv_read.h: a strict reading of CSV text: every cell with the line on which it stands. */
#ifndef WP_CSV_READ_H
#define WP_CSV_READ_H

#include "error.h"
#include <stdbool.h>
#include <stddef.h>

/* The longest cell, in bytes: what Excel's longest cell (32 767 letters) can take in UTF-8. */
#define WP_CSV_MAX_CELL 131072
/* The most columns: Excel's. */
#define WP_CSV_MAX_COLUMNS 16384

/* Where a cell or a row stands that is not the file's own: a scenario wrote it or took it from another file.
 */
struct wp_csv_origin {
    const char *path;
    int column;         /* number of the field there, 1 for the first; 0 if unknown */
    const char *header; /* of that field there; NULL: the same as here */
    bool set;           /* the cell alone was written, in a row that stands elsewhere */
};

/* Blanks around an unquoted cell are gone; line breaks inside quotes are LF. */
struct wp_csv_cell {
    char *text;
    long line;                          /* physical line on which it begins */
    const struct wp_csv_origin *origin; /* NULL: the file itself */
};

struct wp_csv_row {
    size_t first;                       /* number of its first cell */
    int count;                          /* cells, empty ones at the end left out */
    long line;                          /* physical line on which it begins */
    const struct wp_csv_origin *origin; /* NULL: the file itself */
};

/* A whole file. Rows that are empty altogether are left out. The first row is the header. */
struct wp_csv {
    char separator;
    struct wp_csv_row *rows;
    size_t row_count, row_capacity;
    struct wp_csv_cell *cells;
    size_t cell_count, cell_capacity;
    char *letters; /* all cells' texts */
    size_t letter_count;
};

/* Reads text (valid UTF-8 without NUL bytes). Returns 0; WP_INPUT, with line and column, at the first place
 * that is no CSV; or WP_INTERNAL. Clear it in every case. */
int wp_csv_parse(const char *text, size_t length, struct wp_csv *out, struct wp_error *error);
void wp_csv_clear(struct wp_csv *csv);

/* Room for `more` items of that size behind the first `count`; false when memory runs out: they are as they
 * were. */
bool wp_csv_make_room(void **items, size_t count, size_t more, size_t *capacity, size_t size);

/* What a scenario does to the rows. Texts and origins that are put into cells are the caller's. */

/* Gives a row at least `count` cells: new ones are empty and stand where the row does. Returns its first
 * cell, valid until the next call; NULL when memory runs out. */
struct wp_csv_cell *wp_csv_widen(struct wp_csv *csv, size_t row, int count);
/* Appends a row of `count` empty cells. Returns the first, as above. */
struct wp_csv_cell *wp_csv_append(struct wp_csv *csv, int count, long line,
                                  const struct wp_csv_origin *origin);
/* Takes out the rows that are marked. */
void wp_csv_take_out(struct wp_csv *csv, const bool *marked);

#endif
