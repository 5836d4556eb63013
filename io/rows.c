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

void *wp_rows_sort(struct wp_table_file *file, int id_column, const void *rows, int *count, size_t size,
                   size_t where_at) {
    struct wp_reading *reading = file->reading;
    const char *from = rows;
    int given = *count, kept = 0, field = file->field_of[id_column];
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
            struct wp_location where = location_of(row, where_at);
            char header[WP_TABLE_EXCERPT], id[WP_TABLE_EXCERPT];
            where.column = field + 1;
            wp_diagnostics_error(reading->diagnostics, where,
                                 "%s \"%s\" is given twice; it is on line %ld too",
                                 wp_table_excerpt(wp_table_header(file, field), header),
                                 wp_table_excerpt(keys[k].id, id), location_of(before, where_at).line);
            continue;
        }
        memcpy(sorted + (size_t)kept * size, row, size);
        kept++;
    }
    *count = kept;
    return sorted;
}
