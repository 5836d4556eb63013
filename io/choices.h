/* choices.h: the projects that a student ranked, in any of the shapes in which files give them. */
#ifndef WP_CHOICES_H
#define WP_CHOICES_H

#include "table.h"

/* The current row's choice_1 ... choice_N, or its cell `P1 > P2 = P3`. Reports what names no project, or one
 * twice. The choices lie in the round's arena, by rank, then project; *count is 0 if there are none. */
const struct wp_choice *wp_choices_numbered(struct wp_table_file *file, int *count);
const struct wp_choice *wp_choices_listed(struct wp_table_file *file, int column, int *count);

/* Has the current row any choice in its numbered columns? */
bool wp_choices_any(const struct wp_table_file *file);

/* By rank, then project. */
void wp_choices_sort(struct wp_choice *choices, int count);

#endif
