/* read_districts.c: districts.csv. */
#include "cells.h"
#include "readers.h"

enum { ID, NAME, CIRCLE, LATITUDE, LONGITUDE };

static const struct wp_header headers[] = {
    [ID] = {"id", "~wijk ~wijkcode ~district ~district_id", true, false, WP_TEXT},
    [NAME] = {"name", "naam ~wijknaam ~wijk ~district", false, false, WP_TEXT},
    [CIRCLE] = {"circle", "kring", false, false, WP_TEXT},
    [LATITUDE] = {"latitude", "breedtegraad ~lat", false, false, WP_DEGREES},
    [LONGITUDE] = {"longitude", "lengtegraad ~lon ~lng", false, false, WP_DEGREES},
};

static void read_districts(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_district *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        const char *id = wp_cell_id(file, ID);
        rows[count] = (struct wp_district){
            .id = id,
            .name = wp_cell_keep(file, NAME),
            .circle = wp_cell_word(file, CIRCLE),
            .position = wp_cell_position(file, LATITUDE, LONGITUDE),
            .where = wp_table_row_at(file),
        };
        if (id != NULL)
            count++;
        else
            reading->in_doubt[WP_DISTRICTS] = true;
    }
    reading->round->districts =
        wp_rows_sort(file, ID, rows, &count, sizeof *rows, offsetof(struct wp_district, where));
    reading->round->district_count = count;
}

const struct wp_table_kind wp_districts_table = {
    .table = WP_DISTRICTS,
    .name = "districts",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_districts,
};
