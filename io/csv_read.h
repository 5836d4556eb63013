/* csv_read.h: a strict reading of CSV text: every cell with the line on which it stands. */
#ifndef WP_CSV_READ_H
#define WP_CSV_READ_H

#include "error.h"
#include <stddef.h>

/* The longest cell, in bytes: what Excel's longest cell (32 767 letters) can take in UTF-8. */
#define WP_CSV_MAX_CELL 131072
/* The most columns: Excel's. */
#define WP_CSV_MAX_COLUMNS 16384

/* Blanks around an unquoted cell are gone; line breaks inside quotes are LF. */
struct wp_csv_cell {
    char *text;
    long line; /* physical line on which it begins */
};

struct wp_csv_row {
    size_t first; /* number of its first cell */
    int count;    /* cells, empty ones at the end left out */
    long line;    /* physical line on which it begins */
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

#endif
