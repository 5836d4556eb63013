/* edits_remove.c: [remove]: students or projects go, and are remembered, so that what mentions them is no
 * error. */
#include "edits_parts.h"

#include "cells.h"
#include "known_names.h"
#include "references.h"
#include <string.h>

/* Remembers whom the current row is. */
static void remember(struct wp_edits *edits, struct wp_table_file *file) {
    const struct wp_table_kind *kind = file->kind;
    int id = wp_table_field(file, "id"), email = wp_table_field(file, "email"),
        name = wp_table_field(file, kind->table == WP_PROJECTS ? "title" : "name");
    wp_known_names_add(edits->reading, &edits->reading->removed[kind->table],
                       wp_reading_copy(edits->reading, wp_reference_id(wp_table_cell(file, id))),
                       wp_table_cell(file, name), wp_table_cell(file, email), file->row);
}

void wp_edits_take_out(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                       const bool *marked) {
    enum wp_table table = file->kind->table;
    size_t left = 0;
    wp_table_rewind(file);
    while (wp_table_next(file)) {
        if (marked[file->row])
            remember(edits, file);
        else
            left++;
    }
    wp_table_rewind(file);
    wp_csv_take_out(&file->csv, marked);
    wp_edits_forget_index(edits, table);
    /* Choices of students that are gone are no rows any more either. */
    if (table == WP_STUDENTS)
        wp_edits_forget_index(edits, WP_PREFERENCES);
    if (left == 0 && !edits->reading->out_of_memory) {
        if (table == WP_STUDENTS)
            wp_diagnostics_error(edits->reading->diagnostics, edit->where, "this leaves no students");
        else
            wp_diagnostics_error(edits->reading->diagnostics, edit->where, "this leaves no projects");
        edits->reading->in_doubt[table] = true;
    }
}

void wp_edit_remove(struct wp_edits *edits, const struct wp_edit *edit) {
    struct wp_table_file *file = wp_edits_file(edits, edit->table);
    const char *at = edit->ids, *item;
    size_t length, named = 0;
    if (file == NULL || !file->usable)
        return;
    bool *marked = wp_reading_alloc(edits->reading, file->csv.row_count, sizeof *marked);
    if (marked == NULL)
        return;
    while (wp_cell_next_item(&at, &item, &length, "|")) {
        const size_t *rows = NULL;
        const char *name = wp_reading_copy_part(edits->reading, item, length);
        if (name == NULL)
            return;
        size_t count = wp_edits_rows(edits, edit, file, name, &rows);
        for (size_t k = 0; k < count; k++)
            marked[rows[k]] = true;
        named++;
    }
    if (named == 0)
        wp_diagnostics_error(edits->reading->diagnostics, edit->where, "this names no %s to take out",
                             wp_reference_noun(edit->table));
    else
        wp_edits_take_out(edits, edit, file, marked);
}
