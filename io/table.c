/* table.c: a CSV file is opened and its cells are handed out. */
#include "table.h"

#include "fold.h"
#include "headers.h"
#include "row_names.h"
#include "text.h"
#include "translate.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for "preferences.ID>ID.header". */
#define CELL_NAME (WP_ROW_NAME + WP_TABLE_EXCERPT + 16)

/* A directory joined with the name, without "./" in front. Owned by the caller; NULL without
 * memory. */
static char *join(const char *directory, const char *name) {
    while (strncmp(name, "./", 2) == 0)
        name += 2;
    while (strncmp(directory, "./", 2) == 0)
        directory += 2;
    if (name[0] == '/' || strcmp(directory, ".") == 0 || directory[0] == '\0')
        return strdup(name);
    const char *slash = directory[strlen(directory) - 1] == '/' ? "" : "/";
    size_t size = strlen(directory) + strlen(slash) + strlen(name) + 1;
    char *joined = malloc(size);
    if (joined != NULL)
        snprintf(joined, size, "%s%s%s", directory, slash, name);
    return joined;
}

/* Takes the blanks off both ends of every cell. */
static void trim(struct wp_csv *csv) {
    for (size_t k = 0; k < csv->cell_count; k++) {
        char *start = csv->cells[k].text;
        for (int blank; (blank = wp_blank_length(start)) > 0;)
            start += blank;
        char *end = start;
        for (char *at = start; *at != '\0';) {
            int blank = wp_blank_length(at);
            at += blank > 0 ? blank : 1;
            if (blank == 0)
                end = at;
        }
        *end = '\0';
        csv->cells[k].text = start;
    }
}

/* The file's bytes as cells. False when they cannot be had; that is reported. */
static bool load(struct wp_table_file *file, const struct wp_table_source *source) {
    struct wp_reading *reading = file->reading;
    const struct wp_input *input = NULL;
    struct wp_error wrong = {0};
    char *path = join(source->directory, source->name);
    if (path == NULL) {
        wp_reading_no_memory(reading);
        return false;
    }
    int code = wp_inputs_read(reading->inputs, source->name, path, source->of_scenario, &input, &wrong);
    free(path);
    if (code == WP_INPUT)
        wp_diagnostics_error(reading->diagnostics, source->listed_at, "%s: %s%s%s", file->kind->name,
                             wrong.message, file->kind->wanted ? "; " : "",
                             file->kind->wanted ? _(file->kind->wanted) : "");
    if (code == 0) {
        struct wp_text text;
        file->path = input->full_path;
        code = wp_text_decode(input->bytes, input->length, &text, &wrong);
        const struct wp_location mixed_at = {file->path, text.mixed_line, 0};
        if (code == 0 && text.mixed_line > 0)
            wp_diagnostics_notice(reading->diagnostics, mixed_at,
                                  "this line is not UTF-8 although others are; the whole file is read as "
                                  "Windows-1252, so look at its accents");
        if (code == 0)
            code = wp_csv_parse(text.letters, text.length, &file->csv, &wrong);
        wp_text_clear(&text);
        if (code == WP_INPUT)
            wp_diagnostics_error(reading->diagnostics,
                                 (struct wp_location){file->path, wrong.line, wrong.column}, "%s",
                                 wrong.message);
    }
    if (code == WP_INTERNAL) {
        reading->out_of_memory = true;
        wp_error_set(reading->error, code, "%s", wrong.message);
    }
    return code == 0;
}

/* A row may not have filled cells beyond the last header. */
static void check_widths(struct wp_table_file *file) {
    int headers = file->csv.rows[0].count;
    for (file->row = 1; file->row < file->csv.row_count; file->row++) {
        const struct wp_csv_row *row = &file->csv.rows[file->row];
        int field = headers;
        while (field < row->count && wp_table_cell(file, field)[0] == '\0')
            field++;
        if (field >= row->count)
            continue;
        char excerpt[WP_TABLE_EXCERPT];
        wp_diagnostics_error(file->reading->diagnostics, wp_table_cell_at(file, field),
                             "the cell \"%s\" has no header: the row has %d cells, the header row %d",
                             wp_table_excerpt(wp_table_cell(file, field), excerpt), row->count, headers);
    }
    file->row = 0;
}

void wp_table_open(struct wp_reading *reading, const struct wp_table_kind *kind,
                   const struct wp_table_source *source, struct wp_table_file *out) {
    *out = (struct wp_table_file){.kind = kind, .reading = reading, .one_of_several = source->one_of_several};
    reading->is_open[kind->table] = true;
    for (int k = 0; k < WP_MAX_HEADERS; k++)
        out->field_of[k] = -1;
    for (int k = 0; k <= WP_MAX_RANK; k++)
        out->field_at[k] = -1;
    if (load(out, source)) {
        trim(&out->csv);
        if (out->csv.row_count == 0)
            wp_diagnostics_error(reading->diagnostics, (struct wp_location){.path = out->path},
                                 "the file is empty; its first row must name the columns");
        else
            out->usable = wp_headers_find(out);
        if (out->usable)
            check_widths(out);
    }
    if (!out->usable)
        reading->in_doubt[kind->table] = true;
}

void wp_table_close(struct wp_table_file *file) {
    wp_csv_clear(&file->csv);
}

bool wp_table_next(struct wp_table_file *file) {
    while (file->usable && !file->reading->out_of_memory && file->row + 1 < file->csv.row_count) {
        file->row++;
        for (int field = 0; field < file->csv.rows[file->row].count; field++)
            if (wp_table_cell(file, field)[0] != '\0')
                return true;
    }
    return false;
}

void wp_table_rewind(struct wp_table_file *file) {
    file->row = 0;
}

size_t wp_table_rows(const struct wp_table_file *file) {
    return file->csv.row_count > 0 ? file->csv.row_count - 1 : 0;
}

struct wp_location wp_table_place(const struct wp_table_file *file, size_t row) {
    const struct wp_csv_row *at = &file->csv.rows[row];
    return (struct wp_location){at->origin != NULL ? at->origin->path : file->path, at->line, 0};
}

bool wp_table_seek(struct wp_table_file *file, struct wp_location row) {
    for (file->row = 1; file->row < file->csv.row_count; file->row++) {
        struct wp_location at = wp_table_place(file, file->row);
        if (at.line == row.line && strcmp(at.path, row.path) == 0)
            return true;
    }
    return false;
}

/* The cell of a row, NULL where the row ends before it. */
static const struct wp_csv_cell *cell_of(const struct wp_table_file *file, size_t row_number, int field) {
    const struct wp_csv_row *row = &file->csv.rows[row_number];
    return field < 0 || field >= row->count ? NULL : &file->csv.cells[row->first + (size_t)field];
}

struct wp_location wp_table_row_at(const struct wp_table_file *file) {
    return wp_table_place(file, file->row);
}

struct wp_location wp_table_cell_at(const struct wp_table_file *file, int field) {
    const struct wp_csv_row *row = &file->csv.rows[file->row];
    const struct wp_csv_cell *cell = cell_of(file, file->row, field);
    const struct wp_csv_origin *origin = cell != NULL ? cell->origin : row->origin;
    struct wp_location at = {file->path, cell != NULL ? cell->line : row->line, field + 1};
    if (origin != NULL) {
        at.path = origin->path;
        at.column = origin->column;
    }
    return at;
}

const char *wp_table_cell(const struct wp_table_file *file, int field) {
    const struct wp_csv_cell *cell = cell_of(file, file->row, field);
    return cell == NULL ? "" : cell->text;
}

int wp_table_field(const struct wp_table_file *file, const char *name) {
    for (int k = 0; name != NULL && k < file->kind->header_count; k++)
        if (strcmp(file->kind->headers[k].name, name) == 0)
            return file->field_of[k];
    return -1;
}

bool wp_table_is_set(const struct wp_table_file *file, int field) {
    const struct wp_csv_cell *cell = cell_of(file, file->row, field);
    return cell != NULL && cell->origin != NULL && cell->origin->set;
}

const char *wp_table_header(const struct wp_table_file *file, int field) {
    const struct wp_csv_cell *cell = cell_of(file, 0, field);
    return cell == NULL ? "" : cell->text;
}

const char *wp_table_excerpt(const char *text, char buffer[WP_TABLE_EXCERPT]) {
    size_t most = WP_TABLE_EXCERPT - 8, length = strlen(text);
    bool cut = length > most;
    if (cut)
        for (length = most; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    for (size_t k = 0; k < length; k++)
        buffer[k] = (unsigned char)text[k] < ' ' || text[k] == 0x7F ? ' ' : text[k];
    memcpy(buffer + length, cut ? "..." : "", cut ? 4 : 1);
    return buffer;
}

/* What the current row's cell is called in a message: its header, where it stands; of a cell that a scenario
 * wrote, what the scenario calls it. */
static void name_cell(const struct wp_table_file *file, int field, char name[CELL_NAME]) {
    char header[WP_TABLE_EXCERPT], row[WP_ROW_NAME];
    const struct wp_csv_cell *cell = cell_of(file, file->row, field);
    const struct wp_csv_origin *origin = cell == NULL ? NULL : cell->origin;
    bool other = origin != NULL && origin->header != NULL;
    wp_table_excerpt(other ? origin->header : wp_table_header(file, field), header);
    if (wp_table_is_set(file, field))
        snprintf(name, CELL_NAME, "%s.%s.%s", file->kind->name, wp_row_name(file, row), header);
    else
        snprintf(name, CELL_NAME, "%s", header);
}

/* `header "value" ` and the message. */
static WP_PRINTF(3, 0) void describe(const struct wp_table_file *file, int field, const char *format,
                                     va_list arguments, char *text, size_t size) {
    char name[CELL_NAME], value[WP_TABLE_EXCERPT];
    const char *cell = wp_table_cell(file, field);
    name_cell(file, field, name);
    int written = cell[0] == '\0' ? snprintf(text, size, "%s ", name)
                                  : snprintf(text, size, "%s \"%s\" ", name, wp_table_excerpt(cell, value));
    if (written >= 0 && (size_t)written < size)
        vsnprintf(text + written, size - (size_t)written, _(format), arguments);
}

void wp_table_error(struct wp_table_file *file, int field, const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    describe(file, field, format, arguments, text, sizeof text);
    va_end(arguments);
    wp_diagnostics_error(file->reading->diagnostics, wp_table_cell_at(file, field), "%s", text);
}

void wp_table_notice(struct wp_table_file *file, int field, const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    describe(file, field, format, arguments, text, sizeof text);
    va_end(arguments);
    wp_diagnostics_notice(file->reading->diagnostics, wp_table_cell_at(file, field), "%s", text);
}
