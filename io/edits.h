/* edits.h: the changes of a scenario, made in the tables between opening and reading them: what they write is
 * then judged like any cell, and errors name the line of the scenario. */
#ifndef WP_EDITS_H
#define WP_EDITS_H

#include "table.h"

/* Makes the changes of reading->settings in the open files, which are sorted by table. A file that becomes a
 * table of its own is put among them (there is room for one a change) and *count grows; it is then read and
 * closed as the others are. Ids and columns that do not exist go to the diagnostics, with a suggestion.
 * kinds: per table. */
void wp_edits_make(struct wp_reading *reading, const struct wp_table_kind *const kinds[WP_TABLE_COUNT],
                   struct wp_table_file *files, int *count);

/* The id of the object that a scenario took out and that text names: by its id; or by id, name or e-mail
 * address. NULL if none does. What mentions it is then no error. */
const char *wp_edits_removed_id(struct wp_reading *reading, enum wp_table table, const char *text);
const char *wp_edits_removed(struct wp_reading *reading, enum wp_table table, const char *text);

/* Forgets what was taken out. */
void wp_edits_clear(struct wp_reading *reading);

#endif
