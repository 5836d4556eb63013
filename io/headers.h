/* headers.h: which field of a file is which column of its table. */
#ifndef WP_HEADERS_H
#define WP_HEADERS_H

#include "table.h"

/* A column of a table: its place in the kind's headers and, for a numbered one, its number. */
struct wp_column {
    int header; /* or -1: unknown */
    int number; /* 0 for a column that has none */
};

/* Fills field_of and field_at from the header row and [columns]. Reports columns given twice, missing, mapped
 * in vain and, in one notice, unknown. False when the file's rows cannot be read so. */
bool wp_headers_find(struct wp_table_file *file);

/* The column that text names, by the contract's name, a Dutch alias or a header of the file; weak aliases
 * count only as headers of the file. A number that is not from 1 to WP_MAX_RANK is the caller's to refuse. */
struct wp_column wp_headers_column(const struct wp_table_file *file, const char *text);
/* The last field with this header, used or not; -1 if there is none. */
int wp_headers_headed(const struct wp_table_file *file, const char *text);
/* The field of a column, or -1; and a new field for one that the file lacks: an empty one behind the others.
 * -1 when memory runs out, which the reading remembers. */
int wp_headers_field(const struct wp_table_file *file, struct wp_column column);
int wp_headers_create(struct wp_table_file *file, struct wp_column column);

/* The name or alias of a column that text was probably meant to be, or NULL; `lacking`: of those columns only
 * that the file does not have. */
const char *wp_headers_suggest(const struct wp_table_file *file, const char *text, bool lacking);

/* Reports the mappings of tables for which no file is given. */
void wp_headers_check_mappings(struct wp_reading *reading,
                               const struct wp_table_kind *const kinds[WP_TABLE_COUNT]);

#endif
