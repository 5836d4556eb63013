/* row_names.h: rows by what a scenario calls them: an id, "from>to" for a trip, "student>project" for a
 * choice. */
#ifndef WP_ROW_NAMES_H
#define WP_ROW_NAMES_H

#include "table.h"

/* The current row's name, for a message: its parts cut as by wp_table_excerpt. Returns buffer. */
#define WP_ROW_NAME (2 * WP_TABLE_EXCERPT + 1)
const char *wp_row_name(const struct wp_table_file *file, char buffer[WP_ROW_NAME]);

/* Is this column part of the rows' names? */
bool wp_row_names_use(const struct wp_table_kind *kind, int column);

/* The rows of a file by name. It holds as long as no row comes, goes or gets another name. NULL when memory
 * runs out, which the reading remembers. Freeing NULL is fine. */
struct wp_row_index *wp_row_index_new(struct wp_table_file *file);
void wp_row_index_free(struct wp_row_index *index);

/* Has a row this very name? */
bool wp_row_index_has(const struct wp_row_index *index, const char *name);

/* The rows of this name; where there are none, those whose names fit it as a pattern: * stands for any
 * letters, ? for one. Students of a preferences file go by their e-mail addresses too. *rows is the index's
 * until the next call. */
size_t wp_row_index_find(struct wp_row_index *index, const char *text, const size_t **rows);

/* The name that text was probably meant to be ("B>A" for "A>B"), or NULL. */
const char *wp_row_index_suggest(struct wp_row_index *index, const char *text);

#endif
