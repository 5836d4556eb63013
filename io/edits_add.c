/* edits_add.c: [add]: the rows of another file come behind those of the table. */
#include "edits_parts.h"

#include "headers.h"
#include <string.h>

/* A column of the added file: its field there, and where its cells go. */
struct target {
    int from, to;
    const struct wp_csv_origin *origin;
};

/* Opens the file that the change names, as one of the table's files. False if it cannot be used or has no
 * rows; both are reported. */
static bool open_file(struct wp_edits *edits, const struct wp_edit *edit, bool one_of_several,
                      struct wp_table_file *out) {
    struct wp_reading *reading = edits->reading;
    const struct wp_table_source source = {
        .name = edit->value,
        .directory = reading->settings->edits_directory,
        .of_scenario = true,
        .one_of_several = one_of_several,
        .listed_at = edit->where,
    };
    wp_table_open(reading, edits->kinds[edit->table], &source, out);
    bool has_rows = wp_table_next(out);
    if (out->usable && !has_rows)
        wp_diagnostics_error(reading->diagnostics, (struct wp_location){.path = out->path},
                             "there are no rows below the header, so nothing is added to %s",
                             out->kind->name);
    wp_table_rewind(out);
    return has_rows;
}

/* Puts the file behind those of its table and of the tables before. */
static void insert(struct wp_edits *edits, const struct wp_table_file *file) {
    int place = *edits->count;
    for (; place > 0 && edits->files[place - 1].kind->table > file->kind->table; place--)
        edits->files[place] = edits->files[place - 1];
    edits->files[place] = *file;
    ++*edits->count;
    /* Indexes hold on to the places of files. */
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        wp_edits_forget_index(edits, (enum wp_table)table);
}

/* Where the cells of one column go; the table gets the column if it lacks it. */
static struct target find_target(struct wp_edits *edits, const struct wp_table_file *added,
                                 struct wp_table_file *file, struct wp_column column) {
    struct target target = {.from = wp_headers_field(added, column), .to = wp_headers_field(file, column)};
    if (target.to < 0)
        target.to = wp_headers_create(file, column);
    struct wp_csv_origin *origin = wp_reading_alloc(edits->reading, 1, sizeof *origin);
    if (origin != NULL)
        *origin = (struct wp_csv_origin){.path = added->path,
                                         .column = target.from + 1,
                                         .header = wp_edits_text(edits, wp_table_header(added, target.from))};
    target.origin = origin;
    return target;
}

/* All columns of the added file. Returns their number. */
static int find_targets(struct wp_edits *edits, const struct wp_table_file *added, struct wp_table_file *file,
                        struct target *targets) {
    const struct wp_table_kind *kind = file->kind;
    int count = 0;
    for (int k = 0; k < kind->header_count; k++)
        for (int number = 0; number <= (kind->headers[k].numbered ? WP_MAX_RANK : 0); number++) {
            struct wp_column column = {.header = k, .number = number};
            if (wp_headers_field(added, column) >= 0)
                targets[count++] = find_target(edits, added, file, column);
        }
    return count;
}

/* Appends the current row of the added file. */
static void append_row(struct wp_edits *edits, const struct wp_table_file *added, struct wp_table_file *file,
                       const struct target *targets, int target_count, const struct wp_csv_origin *origin) {
    const struct wp_csv_row *row = &added->csv.rows[added->row];
    struct wp_csv_cell *cells = wp_csv_append(&file->csv, file->csv.rows[0].count, row->line, origin);
    if (cells == NULL) {
        wp_reading_no_memory(edits->reading);
        return;
    }
    for (int k = 0; k < target_count; k++) {
        char *text = wp_edits_text(edits, wp_table_cell(added, targets[k].from));
        if (text == NULL)
            return;
        cells[targets[k].to] = (struct wp_csv_cell){
            .text = text, .line = wp_table_cell_at(added, targets[k].from).line, .origin = targets[k].origin};
    }
}

/* All rows of a file that is added to itself would be given twice. */
static bool is_another(const struct wp_edits *edits, const struct wp_edit *edit,
                       const struct wp_table_file *added, const struct wp_table_file *file) {
    if (strcmp(added->path, file->path) != 0)
        return true;
    wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                         "%s: %s is the round's own file; name one with the rows to add", file->kind->name,
                         file->path);
    return false;
}

/* Rows for each choice and rows for each student do not go together. */
static bool fits(const struct wp_edits *edits, const struct wp_table_file *added,
                 const struct wp_table_file *file) {
    if (file->kind->table != WP_PREFERENCES || wp_edits_is_long(added) == wp_edits_is_long(file))
        return true;
    const struct wp_location where = {added->path, 1, 0};
    if (wp_edits_is_long(added))
        wp_diagnostics_error(edits->reading->diagnostics, where,
                             "this file has a row for each choice, %s a row for each student; both must have "
                             "the same shape",
                             file->path);
    else
        wp_diagnostics_error(edits->reading->diagnostics, where,
                             "this file has a row for each student, %s a row for each choice; both must have "
                             "the same shape",
                             file->path);
    return false;
}

static void append_rows(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *added,
                        struct wp_table_file *file) {
    struct target *targets =
        wp_reading_alloc(edits->reading, (size_t)file->kind->header_count + WP_MAX_RANK, sizeof *targets);
    struct wp_csv_origin *origin = wp_reading_alloc(edits->reading, 1, sizeof *origin);
    if (targets == NULL || origin == NULL)
        return;
    *origin = (struct wp_csv_origin){.path = added->path};
    int count = find_targets(edits, added, file, targets);
    while (!edits->reading->out_of_memory && wp_table_next(added))
        append_row(edits, added, file, targets, count, origin);
    wp_edits_forget_index(edits, edit->table);
}

void wp_edit_add(struct wp_edits *edits, const struct wp_edit *edit) {
    struct wp_table_file *file = wp_edits_file(edits, edit->table), added;
    bool has_rows = open_file(edits, edit, file != NULL, &added);
    /* Each file of history stays its own: its name tells its round from others. */
    if (file == NULL || edit->table == WP_HISTORY) {
        insert(edits, &added);
        return;
    }
    if (has_rows && file->usable && is_another(edits, edit, &added, file) && fits(edits, &added, file))
        append_rows(edits, edit, &added, file);
    wp_table_close(&added);
}
