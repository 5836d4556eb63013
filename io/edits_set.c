/* edits_set.c: [set]: one cell of each row that is named gets a new text. */
#include "edits_parts.h"

#include "edits_number.h"
#include "headers.h"
#include "translate.h"
#include <string.h>

/* Reports that the table has no file, and where its facts may stand instead. */
static void report_no_file(const struct wp_edits *edits, const struct wp_edit *edit) {
    const char *name = edits->kinds[edit->table]->name;
    if (edit->table == WP_PREFERENCES && edits->reading->is_open[WP_STUDENTS])
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "the round has no preferences file: choices stand with the students; write "
                             "students.ID.%s",
                             edit->column);
    else
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "the round has no %s file whose rows could be set; [add] %s = FILE gives it one",
                             name, name);
}

static void report_no_column(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file) {
    struct wp_diagnostics *diagnostics = edits->reading->diagnostics;
    char excerpt[WP_TABLE_EXCERPT];
    wp_table_excerpt(edit->column, excerpt);
    if (wp_headers_headed(file, edit->column) >= 0) {
        wp_diagnostics_error(diagnostics, edit->where,
                             "the column \"%s\" of %s is not used, so setting it would change nothing",
                             excerpt, file->path);
        return;
    }
    const char *near = wp_headers_suggest(file, edit->column, false);
    const char *rows = edit->table == WP_TRAVEL ? _("rows of travel") : file->kind->name;
    if (near != NULL)
        wp_diagnostics_error(diagnostics, edit->where, "%s have no column \"%s\"; did you mean %s?", rows,
                             excerpt, near);
    else
        wp_diagnostics_error(diagnostics, edit->where, "%s have no column \"%s\"", rows, excerpt);
}

/* Would a new column make choices stand where they do not stand yet? True, reported, if so. */
static bool is_elsewhere(struct wp_edits *edits, const struct wp_edit *edit, const struct wp_table_file *file,
                         const struct wp_header *header) {
    struct wp_diagnostics *diagnostics = edits->reading->diagnostics;
    const struct wp_table_file *preferences = wp_edits_file(edits, WP_PREFERENCES);
    bool choices = header->numbered || strcmp(header->name, "preferences") == 0;
    if (edit->table == WP_STUDENTS && choices && preferences != NULL) {
        wp_diagnostics_error(diagnostics, edit->where,
                             "choices stand in %s, not with the students; write preferences.%s.choice_1",
                             preferences->path == NULL ? _("the preferences file") : preferences->path,
                             edit->ids);
        return true;
    }
    if (edit->table == WP_PREFERENCES && choices && wp_edits_is_long(file)) {
        wp_diagnostics_error(
            diagnostics, edit->where,
            "%s has a row for each choice; write preferences.STUDENT>PROJECT.rank, or use [add]", file->path);
        return true;
    }
    if (edit->table == WP_PREFERENCES && !choices && !wp_edits_is_long(file) &&
        strcmp(header->name, "rank") == 0) {
        wp_diagnostics_error(diagnostics, edit->where,
                             "%s has a row for each student; write preferences.STUDENT.choice_1", file->path);
        return true;
    }
    return false;
}

/* The column that is to be set; .header is -1, reported, if it cannot be. */
static struct wp_column find_column(struct wp_edits *edits, const struct wp_edit *edit,
                                    struct wp_table_file *file) {
    static const struct wp_column none = {.header = -1};
    struct wp_column column = wp_headers_column(file, edit->column);
    if (column.header < 0) {
        report_no_column(edits, edit, file);
        return none;
    }
    const struct wp_header *header = &file->kind->headers[column.header];
    if (header->numbered && (column.number < 1 || column.number > WP_MAX_RANK)) {
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "\"%s\" is no column: its number must be from 1 to %d", edit->column,
                             WP_MAX_RANK);
        return none;
    }
    if (wp_row_names_use(file->kind, column.header)) {
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s cannot be set: rows are known by it; use [remove] and [add]", header->name);
        return none;
    }
    return wp_headers_field(file, column) < 0 && is_elsewhere(edits, edit, file, header) ? none : column;
}

/* A change of a number, made on the current row. The new text; NULL, reported, if there is none. */
static char *changed(struct wp_edits *edits, const struct wp_edit *edit, const struct wp_table_file *file,
                     int field, enum wp_content content, const struct wp_number_change *change) {
    const char *cell = wp_table_cell(file, field);
    char text[WP_CHANGED_NUMBER], name[WP_ROW_NAME], excerpt[WP_TABLE_EXCERPT];
    if (wp_number_change_apply(change, content, cell, text))
        return wp_edits_text(edits, text);
    if (cell[0] == '\0')
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s.%s.%s is blank, so %s cannot change it; give the number itself",
                             file->kind->name, wp_row_name(file, name), edit->column, edit->value);
    else if (content == WP_WHOLE)
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s.%s.%s is \"%s\", which %s does not change to a whole number",
                             file->kind->name, wp_row_name(file, name), edit->column,
                             wp_table_excerpt(cell, excerpt), edit->value);
    else
        wp_diagnostics_error(
            edits->reading->diagnostics, edit->where,
            "%s.%s.%s is \"%s\", which %s does not change to a number of at most two decimals",
            file->kind->name, wp_row_name(file, name), edit->column, wp_table_excerpt(cell, excerpt),
            edit->value);
    return NULL;
}

/* Writes the current row's cell. */
static void write_cell(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                       int field, char *text, const struct wp_csv_origin *origin) {
    int width = field < file->csv.rows[file->row].count ? 0 : file->csv.rows[0].count;
    struct wp_csv_cell *cells = wp_csv_widen(&file->csv, file->row, width);
    if (cells == NULL)
        wp_reading_no_memory(edits->reading);
    else
        cells[field] = (struct wp_csv_cell){.text = text, .line = edit->where.line, .origin = origin};
}

/* Is the value a change of a number? False, reported, in *sound where the column has none. */
static bool is_change(struct wp_edits *edits, const struct wp_edit *edit, const struct wp_header *header,
                      struct wp_number_change *change, bool *sound) {
    *sound = true;
    if (header->content == WP_DEGREES || !wp_number_change_parse(edit->value, change))
        return false;
    if (header->content == WP_TEXT) {
        wp_diagnostics_error(edits->reading->diagnostics, edit->where,
                             "%s holds texts, which %s cannot change; give the text itself", header->name,
                             edit->value);
        *sound = false;
    }
    return *sound;
}

void wp_edit_set(struct wp_edits *edits, const struct wp_edit *edit) {
    struct wp_table_file *file = wp_edits_file(edits, edit->table);
    struct wp_number_change change;
    const size_t *rows = NULL;
    bool sound;
    if (file == NULL)
        report_no_file(edits, edit);
    if (file == NULL || !file->usable)
        return;
    struct wp_column column = find_column(edits, edit, file);
    size_t count = wp_edits_rows(edits, edit, file, edit->ids, &rows);
    if (column.header < 0 || count == 0)
        return;
    const struct wp_header *header = &file->kind->headers[column.header];
    bool changes = is_change(edits, edit, header, &change, &sound);
    int field = wp_headers_field(file, column);
    if (sound && field < 0)
        field = wp_headers_create(file, column);
    const struct wp_csv_origin *origin = wp_edits_origin(edits, edit, true);
    char *text = wp_edits_text(edits, edit->value);
    for (size_t k = 0; sound && k < count && !edits->reading->out_of_memory; k++) {
        file->row = rows[k];
        if (changes)
            text = changed(edits, edit, file, field, header->content, &change);
        if (text != NULL)
            write_cell(edits, edit, file, field, text, origin);
    }
    wp_table_rewind(file);
}
