/* rows.c: the rows of a table in canonical order. */
#include "readers.h"

#include <stdlib.h>
#include <string.h>

struct key {
    const char *id;
    int row;
};

static int by_id_and_row(const void *a, const void *b) {
    const struct key *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static struct wp_location location_of(const char *row, size_t where_at) {
    struct wp_location where;
    memcpy(&where, row + where_at, sizeof where);
    return where;
}

/* Rows are sought one by one: beyond the errors that are kept, nobody would read where their cells stand. */
static void report_twice(struct wp_table_file *file, int field, const char *id, struct wp_location where,
                         struct wp_location before) {
    char header[WP_TABLE_EXCERPT], excerpt[WP_TABLE_EXCERPT], line[WP_LOCATION_LINE];
    struct wp_diagnostics *diagnostics = file->reading->diagnostics;
    if (diagnostics->errors < WP_MAX_ERRORS && wp_table_seek(file, where))
        where = wp_table_cell_at(file, field);
    wp_diagnostics_error(diagnostics, where, "%s \"%s\" is given twice; it is on %s too",
                         wp_table_excerpt(wp_table_header(file, field), header),
                         wp_table_excerpt(id, excerpt), wp_location_line(before, where, line));
}

void *wp_rows_sort(struct wp_table_file *file, int id_column, const void *rows, int *count, size_t size,
                   size_t where_at) {
    struct wp_reading *reading = file->reading;
    const char *from = rows;
    int given = *count, kept = 0;
    struct key *keys = wp_reading_alloc(reading, (size_t)given, sizeof *keys);
    char *sorted = wp_reading_alloc(reading, (size_t)given, size);
    *count = 0;
    if (keys == NULL || sorted == NULL)
        return NULL;
    for (int k = 0; k < given; k++) {
        memcpy(&keys[k].id, from + (size_t)k * size, sizeof keys[k].id);
        keys[k].row = k;
    }
    if (given > 0)
        qsort(keys, (size_t)given, sizeof *keys, by_id_and_row);
    for (int k = 0; k < given; k++) {
        const char *row = from + (size_t)keys[k].row * size;
        const char *before = kept > 0 ? sorted + (size_t)(kept - 1) * size : NULL;
        if (k > 0 && strcmp(keys[k - 1].id, keys[k].id) == 0) {
            report_twice(file, file->field_of[id_column], keys[k].id, location_of(row, where_at),
                         location_of(before, where_at));
            continue;
        }
        memcpy(sorted + (size_t)kept * size, row, size);
        kept++;
    }
    *count = kept;
    return sorted;
}
