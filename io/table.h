/* table.h: a CSV file as a table whose columns are known by name. */
#ifndef WP_TABLE_H
#define WP_TABLE_H

#include "csv_read.h"
#include "reading.h"

/* What the cells of a column hold: what a scenario can change by a number ("+10%"), and how it is rounded. */
enum wp_content { WP_TEXT, WP_DEGREES, WP_WHOLE, WP_HUNDREDTHS };

/* A column that a table may have. */
struct wp_header {
    const char *name; /* the contract's, folded: "max_students" */
    const char
        *aliases; /* other headers for it, folded, with blanks between; Dutch ones first. NULL if none. One
                   * with ~ in front counts only where the file has no other header for the column */
    bool required;
    bool numbered; /* stands for name_1 ... name_99 */
    enum wp_content content;
};

#define WP_MAX_RANK    99
#define WP_MAX_HEADERS 24

struct wp_table_file;

/* A table of the contract: what its columns are and how its rows become part of the round. One for each input
 * file. */
struct wp_table_kind {
    enum wp_table table;
    const char *name; /* as in [input]: "students" */
    const struct wp_header *headers;
    int header_count;
    const char *wanted; /* what the file should have been, where its name alone does not tell; or NULL */
    /* Reads all rows. Only running out of memory stops it, which reading remembers. */
    void (*read)(struct wp_reading *reading, struct wp_table_file *file);
};

/* A file as round.ini or a scenario names it. */
struct wp_table_source {
    const char *name;
    const char *directory;        /* that of its path, where it is relative */
    bool of_scenario;             /* a scenario names it */
    bool one_of_several;          /* another file of the table may have the headers that [columns] maps */
    struct wp_location listed_at; /* where it is named */
};

/* An open file. Columns are named by their place in the kind's headers, fields by their number in the file,
 * from 0. */
struct wp_table_file {
    const struct wp_table_kind *kind;
    struct wp_reading *reading;
    const char *path;    /* for messages */
    bool one_of_several; /* as in its source */
    struct wp_csv csv;
    bool usable;                   /* it could be parsed and no required column is missing */
    int field_of[WP_MAX_HEADERS];  /* or -1 */
    int field_at[WP_MAX_RANK + 1]; /* of the numbered column: the field of each number, or -1 */
    int numbered_count;            /* how many of those there are */
    size_t row;                    /* the current one; 0 is the header */
};

/* Reads, decodes, parses, and finds the columns. All that is wrong goes to the reading's diagnostics; *out is
 * then not usable. Close it in every case. */
void wp_table_open(struct wp_reading *reading, const struct wp_table_kind *kind,
                   const struct wp_table_source *source, struct wp_table_file *out);
void wp_table_close(struct wp_table_file *file);

/* Steps to the next row that is not empty; false after the last. */
bool wp_table_next(struct wp_table_file *file);
/* Back to before the first row. */
void wp_table_rewind(struct wp_table_file *file);
/* To the row that stands there; false if none does. */
bool wp_table_seek(struct wp_table_file *file, struct wp_location row);
/* An upper bound of the number of rows. */
size_t wp_table_rows(const struct wp_table_file *file);

/* Where a row begins, the current one begins, and where one of its cells stands. */
struct wp_location wp_table_place(const struct wp_table_file *file, size_t row);
struct wp_location wp_table_row_at(const struct wp_table_file *file);
struct wp_location wp_table_cell_at(const struct wp_table_file *file, int field);

/* The current row's cell, without blanks around it; "" where it is empty or the column absent (field -1). */
const char *wp_table_cell(const struct wp_table_file *file, int field);
/* The field of the column that the contract calls so, no numbered one; -1 where the file lacks it, or name is
 * NULL. */
int wp_table_field(const struct wp_table_file *file, const char *name);
/* Did a scenario or --set write the current row's cell, in a row that stands elsewhere? */
bool wp_table_is_set(const struct wp_table_file *file, int field);
/* The header of a field as the file has it; "" if it has none. */
const char *wp_table_header(const struct wp_table_file *file, int field);

/* Reports an error about a cell. The message begins with the header and the value: `keuze_2 "P1l" is not a
 * project`; of a cell that a scenario wrote, with the row as well: `students.S7.keuze_2 "P1l" is not ...`. */
void wp_table_error(struct wp_table_file *file, int field, const char *format, ...) WP_PRINTF(3, 4);
void wp_table_notice(struct wp_table_file *file, int field, const char *format, ...) WP_PRINTF(3, 4);

/* A text for a message: cut after about 60 bytes, at a letter's end, line breaks as blanks. Returns buffer.
 */
#define WP_TABLE_EXCERPT 72
const char *wp_table_excerpt(const char *text, char buffer[WP_TABLE_EXCERPT]);

#endif
