/* read_travel.c: travel.csv. */
#include "cell_limits.h"
#include "cells.h"
#include "readers.h"
#include <stdlib.h>
#include <string.h>

enum { FROM, TO, MINUTES };

static const struct wp_header headers[] = {
    [FROM] = {"from", "van", true, false, WP_TEXT},
    [TO] = {"to", "naar", true, false, WP_TEXT},
    [MINUTES] = {"minutes", "minuten", true, false, WP_WHOLE},
};

/* By pair; of one pair by line. */
static int by_pair(const void *a, const void *b) {
    const struct wp_travel *left = a, *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    if (left->to != right->to)
        return left->to < right->to ? -1 : 1;
    if (left->where.line != right->where.line)
        return left->where.line < right->where.line ? -1 : 1;
    return strcmp(left->where.path, right->where.path);
}

static void need(struct wp_table_file *file, int column, bool *complete) {
    if (wp_cell_blank(file, column)) {
        wp_cell_error(file, column, "is empty, but every row needs it");
        *complete = false;
    }
}

/* Leaves out pairs that came before, which are reported. */
static int drop_repeated(struct wp_reading *reading, struct wp_travel *rows, int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
        char line[WP_LOCATION_LINE];
        if (kept > 0 && rows[kept - 1].from == rows[k].from && rows[kept - 1].to == rows[k].to)
            wp_diagnostics_error(reading->diagnostics, rows[k].where,
                                 "the trip from %s to %s is given twice; it is on %s too",
                                 wp_round_id(reading->round, WP_DISTRICTS, rows[k].from),
                                 wp_round_id(reading->round, WP_DISTRICTS, rows[k].to),
                                 wp_location_line(rows[kept - 1].where, rows[k].where, line));
        else
            rows[kept++] = rows[k];
    }
    return kept;
}

static void read_travel(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_travel *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        struct wp_travel row = {.where = wp_table_row_at(file)};
        bool complete = true;
        need(file, FROM, &complete);
        need(file, TO, &complete);
        need(file, MINUTES, &complete);
        row.from = wp_cell_reference(file, FROM, WP_DISTRICTS);
        row.to = wp_cell_reference(file, TO, WP_DISTRICTS);
        complete = wp_cell_integer(file, MINUTES, 0, WP_MOST_MINUTES, &row.minutes) && complete;
        if (complete && row.from >= 0 && row.to >= 0)
            rows[count++] = row;
    }
    if (count > 1)
        qsort(rows, (size_t)count, sizeof *rows, by_pair);
    reading->round->travel = rows;
    reading->round->travel_count = drop_repeated(reading, rows, count);
}

const struct wp_table_kind wp_travel_table = {
    .table = WP_TRAVEL,
    .name = "travel",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_travel,
};
