/* edits.c: the changes of a scenario, one after the other, and what they need to find their rows. */
#include "edits_parts.h"

#include "known_names.h"
#include "references.h"
#include <string.h>

struct wp_table_file *wp_edits_file(const struct wp_edits *edits, enum wp_table table) {
    for (int k = 0; k < *edits->count; k++)
        if (edits->files[k].kind->table == table)
            return &edits->files[k];
    return NULL;
}

struct wp_row_index *wp_edits_index(struct wp_edits *edits, struct wp_table_file *file) {
    struct wp_row_index **index = &edits->indexes[file->kind->table];
    if (*index == NULL)
        *index = wp_row_index_new(file);
    return *index;
}

void wp_edits_forget_index(struct wp_edits *edits, enum wp_table table) {
    wp_row_index_free(edits->indexes[table]);
    edits->indexes[table] = NULL;
}

static void report_none(struct wp_edits *edits, const struct wp_edit *edit, const struct wp_table_file *file,
                        struct wp_row_index *index, const char *text) {
    char excerpt[WP_TABLE_EXCERPT], nearest[WP_TABLE_EXCERPT];
    const char *near = wp_row_index_suggest(index, text), *noun = wp_reference_noun(file->kind->table);
    bool pattern = strpbrk(text, "*?") != NULL;
    wp_table_excerpt(text, excerpt);
    if (wp_edits_removed_id(edits->reading, edit->table, text) != NULL) {
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s \"%s\" is taken out by the scenario itself", noun, excerpt);
        return;
    }
    if (near != NULL && pattern)
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s has no %s that fits \"%s\"; did you mean %s?", file->path, noun, excerpt,
                             wp_table_excerpt(near, nearest));
    else if (near != NULL)
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s has no %s \"%s\"; did you mean %s?", file->path, noun, excerpt,
                             wp_table_excerpt(near, nearest));
    else if (pattern)
        wp_diagnostics_error(edits->reading->diagnostics, edit->where, "%s has no %s that fits \"%s\"",
                             file->path, noun, excerpt);
    else
        wp_diagnostics_error(edits->reading->diagnostics, edit->where, "%s has no %s \"%s\"", file->path,
                             noun, excerpt);
}

size_t wp_edits_rows(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                     const char *text, const size_t **rows) {
    struct wp_row_index *index = wp_edits_index(edits, file);
    size_t count = index == NULL ? 0 : wp_row_index_find(index, text, rows);
    if (count == 0 && !edits->reading->out_of_memory)
        report_none(edits, edit, file, index, text);
    return count;
}

char *wp_edits_text(struct wp_edits *edits, const char *text) {
    return wp_reading_copy_part(edits->reading, text, strlen(text));
}

const struct wp_csv_origin *wp_edits_origin(struct wp_edits *edits, const struct wp_edit *edit, bool set) {
    struct wp_csv_origin *origin = wp_reading_alloc(edits->reading, 1, sizeof *origin);
    if (origin != NULL)
        *origin = (struct wp_csv_origin){.path = edit->where.path, .set = set};
    return origin;
}

bool wp_edits_is_long(const struct wp_table_file *preferences) {
    return wp_table_field(preferences, "project") >= 0 || wp_table_field(preferences, "rank") >= 0;
}

void wp_edits_make(struct wp_reading *reading, const struct wp_table_kind *const kinds[WP_TABLE_COUNT],
                   struct wp_table_file *files, int *count) {
    static void (*const make[])(struct wp_edits *, const struct wp_edit *) = {
        [WP_EDIT_REMOVE] = wp_edit_remove,
        [WP_EDIT_SCALE] = wp_edit_scale,
        [WP_EDIT_ADD] = wp_edit_add,
        [WP_EDIT_SET] = wp_edit_set,
    };
    struct wp_edits edits = {.reading = reading, .kinds = kinds, .files = files, .count = count};
    for (int k = 0; k < reading->settings->edit_count && !reading->out_of_memory; k++)
        make[reading->settings->edits[k].kind](&edits, &reading->settings->edits[k]);
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        wp_row_index_free(edits.indexes[table]);
}

const char *wp_edits_removed_id(struct wp_reading *reading, enum wp_table table, const char *text) {
    const struct wp_known_object *object = wp_known_names_by_id(reading, reading->removed[table], text);
    return object == NULL ? NULL : object->id;
}

const char *wp_edits_removed(struct wp_reading *reading, enum wp_table table, const char *text) {
    const struct wp_known_object *object = wp_known_names_find(reading, reading->removed[table], text);
    return object == NULL ? NULL : object->id;
}

void wp_edits_clear(struct wp_reading *reading) {
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        wp_known_names_clear(&reading->removed[table]);
}
