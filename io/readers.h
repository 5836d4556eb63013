/* readers.h: the tables that can be read, one file read_<table>.c each. */
#ifndef WP_READERS_H
#define WP_READERS_H

#include "table.h"

extern const struct wp_table_kind wp_districts_table, wp_organisations_table, wp_lecturers_table,
    wp_projects_table, wp_students_table, wp_preferences_table, wp_travel_table, wp_history_table,
    wp_decisions_table, wp_base_table;

/* Sorts rows (each beginning with its id) into an array of the round's arena, and leaves out those whose id
 * came before, which are reported. where_at is the offset of their wp_location. NULL when memory runs out;
 * *count is 0 then. */
void *wp_rows_sort(struct wp_table_file *file, int id_column, const void *rows, int *count, size_t size,
                   size_t where_at);

/* A district's circle, or the project's or lecturer's word for one; a notice where no district has it (if any
 * has one). */
int wp_circle_word(struct wp_table_file *file, int column);
struct wp_list wp_circle_words(struct wp_table_file *file, int column);

/* Remembers the students' programmes whose names hold a separator of lists: what one student follows is one
 * programme. A list of programmes in a cell is then tried as one such name first. */
void wp_programmes_collect(struct wp_reading *reading, struct wp_table_file *files, int count);
struct wp_list wp_programme_words(struct wp_table_file *file, int column);

/* Makes the districts and organisations that other files name, where there is no file of them: then a name is
 * all there is to know. files: all that are open. */
void wp_name_tables(struct wp_reading *reading, struct wp_table_file *files, int file_count);

#endif
