/* columns.h: the columns that [columns] can map. */
#ifndef WP_COLUMNS_H
#define WP_COLUMNS_H

#include "settings.h"

/* As in [input] and in front of the dot in [columns]: "students". */
extern const char *const wp_table_names[WP_INPUT_TABLES];

/* The table whose name these letters are, or -1. */
int wp_table_find(const char *name, size_t length);

/* The columns of a table of [input] (choice_1 … choice_99 apart); ends with NULL. */
const char *const *wp_table_columns(enum wp_table table);

/* True if it is one of the table's columns, choice_1 … choice_99 included where the table has choices. */
bool wp_table_has_column(enum wp_table table, const char *column);

#endif
