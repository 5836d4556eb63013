/* programmes.c: lists of programmes, whose names may hold a comma ("Social Work, deeltijd"). */
#include "readers.h"

#include "cells.h"
#include <string.h>

static int programme_column(const struct wp_table_kind *students) {
    int column = 0;
    while (column < students->header_count && strcmp(students->headers[column].name, "programme") != 0)
        column++;
    return column;
}

void wp_programmes_collect(struct wp_reading *reading, struct wp_table_file *files, int count) {
    for (int k = 0; k < count; k++) {
        if (files[k].kind->table != WP_STUDENTS)
            continue;
        int column = programme_column(files[k].kind);
        size_t rows = wp_table_rows(&files[k]);
        reading->programmes = wp_reading_alloc(reading, rows, sizeof *reading->programmes);
        while (reading->programmes != NULL && wp_table_next(&files[k])) {
            const char *name = wp_cell_text(&files[k], column);
            if (strpbrk(name, "|;,") != NULL)
                reading->programmes[reading->programme_count++] = wp_cell_word(&files[k], column);
        }
        wp_table_rewind(&files[k]);
    }
}

struct wp_list wp_programme_words(struct wp_table_file *file, int column) {
    struct wp_reading *reading = file->reading;
    if (wp_cell_blank(file, column) || reading->programme_count == 0)
        return wp_cell_words(file, column);
    int *whole = wp_reading_alloc(reading, 1, sizeof *whole);
    if (whole == NULL)
        return (struct wp_list){0};
    *whole = wp_cell_word(file, column);
    for (size_t k = 0; k < reading->programme_count; k++)
        if (reading->programmes[k] == *whole)
            return (struct wp_list){.items = whole, .count = 1};
    return wp_cell_words(file, column);
}
