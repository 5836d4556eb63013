/* csv_write.h: CSV files, for machines and for people. */
#ifndef WP_CSV_WRITE_H
#define WP_CSV_WRITE_H

#include "settings.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* How a file is written. Errors stay in the stream (ferror), where whoever closes it looks. */
struct wp_csv_writer {
    FILE *stream;
    char separator, decimal;
    const char *line_end;
    bool guarded; /* cells that a spreadsheet would run as a formula are made harmless */
    bool in_row;  /* a cell was written on this line */
};

/* For programs: comma, point, LF, no mark; text exactly as it is. */
struct wp_csv_writer wp_csv_for_machines(FILE *stream);

/* For people's spreadsheets, in the style of [report] csv; writes the byte-order mark where the style has
 * one. */
struct wp_csv_writer wp_csv_for_people(FILE *stream, enum wp_csv_style style);

/* The next cell of the line: text; whole number; load in hundredths; nothing. */
void wp_csv_text(struct wp_csv_writer *csv, const char *text);
void wp_csv_number(struct wp_csv_writer *csv, int64_t number);
void wp_csv_load(struct wp_csv_writer *csv, int load);
void wp_csv_blank(struct wp_csv_writer *csv);

/* A cell made of several texts, joined: start, any number of parts, end. */
struct wp_csv_list {
    char *text;
    size_t length, capacity;
    bool failed; /* memory ran out */
};
void wp_csv_list_add(struct wp_csv_list *list, const char *text, const char *separator);
/* Writes the cell and empties the list. Returns 0, or -1 when memory ran out. */
int wp_csv_list_end(struct wp_csv_writer *csv, struct wp_csv_list *list);

void wp_csv_end_row(struct wp_csv_writer *csv);

/* A whole line of texts; cells ends with NULL. */
void wp_csv_header(struct wp_csv_writer *csv, const char *const *cells);

#endif
