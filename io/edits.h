/* edits.h: the changes of a scenario, made in the tables between opening and reading them: what they write is
 * then judged like any cell, and errors name the line of the scenario. */
#ifndef WP_EDITS_H
#define WP_EDITS_H

#include "table.h"

/* Makes the changes of reading->settings in the open files. Files that are added are opened behind the
 * `count` files (there is room for one a change) and *count grows; they stay open as long as the others, but
 * are not read by themselves. Ids and columns that do not exist go to the diagnostics, with a suggestion. */
void wp_edits_make(struct wp_reading *reading, struct wp_table_file *files, int *count);

/* Was an object of this id, name or e-mail address taken out by [remove]? What mentions it is then no error.
 */
bool wp_edits_removed(const struct wp_reading *reading, enum wp_table table, const char *text);

#endif
