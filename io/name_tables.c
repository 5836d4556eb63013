/* name_tables.c: districts and organisations that are only named, by files that refer to them. */
#include "readers.h"

#include "cells.h"
#include "references.h"
#include <stdlib.h>
#include <string.h>

/* Names as they are collected, in the round's arena once they are sorted. */
struct names {
    const char **items;
    size_t count, capacity;
};

static void add(struct wp_reading *reading, struct names *names, const char *text, size_t length) {
    if (names->count == names->capacity) {
        size_t capacity = names->capacity == 0 ? 256 : 2 * names->capacity;
        const char **items = realloc(names->items, capacity * sizeof *items);
        if (items == NULL) {
            wp_reading_no_memory(reading);
            return;
        }
        names->items = items;
        names->capacity = capacity;
    }
    const char *name = wp_reading_copy_part(reading, text, length);
    if (name == NULL)
        return;
    names->items[names->count] = wp_reference_id(name);
    names->count += names->items[names->count][0] != '\0';
}

/* All that one column of a file names. */
static void collect(struct wp_table_file *file, const char *column, bool is_list, struct names *names) {
    int field = wp_table_field(file, column);
    while (wp_table_next(file)) {
        const char *at = wp_table_cell(file, field), *separators = is_list ? wp_cell_separators(at) : "",
                   *item;
        size_t length;
        while (wp_cell_next_item(&at, &item, &length, separators))
            add(file->reading, names, item, length);
    }
    wp_table_rewind(file);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, each once. */
static void tidy(struct names *names) {
    size_t kept = 0;
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, by_name);
    for (size_t k = 0; k < names->count; k++)
        if (kept == 0 || strcmp(names->items[kept - 1], names->items[k]) != 0)
            names->items[kept++] = names->items[k];
    names->count = kept;
}

static void make_districts(struct wp_reading *reading, const struct names *names) {
    struct wp_district *districts = wp_reading_alloc(reading, names->count, sizeof *districts);
    if (districts == NULL)
        return;
    for (size_t k = 0; k < names->count; k++)
        districts[k] = (struct wp_district){.id = names->items[k], .name = "", .circle = -1};
    reading->round->districts = districts;
    reading->round->district_count = (int)names->count;
}

static void make_organisations(struct wp_reading *reading, const struct names *names) {
    struct wp_organisation *organisations = wp_reading_alloc(reading, names->count, sizeof *organisations);
    if (organisations == NULL)
        return;
    for (size_t k = 0; k < names->count; k++)
        organisations[k] = (struct wp_organisation){.id = names->items[k],
                                                    .name = "",
                                                    .email = "",
                                                    .domain = -1,
                                                    .max_students = WP_UNLIMITED,
                                                    .max_projects = WP_UNLIMITED,
                                                    .agreement_from = WP_NO_DAY,
                                                    .agreement_until = WP_NO_DAY};
    reading->round->organisations = organisations;
    reading->round->organisation_count = (int)names->count;
}

void wp_name_tables(struct wp_reading *reading, struct wp_table_file *files, int file_count) {
    static const struct {
        enum wp_table named, file;
        const char *column;
        bool is_list;
    } columns[] = {{WP_DISTRICTS, WP_LECTURERS, "districts", true},
                   {WP_DISTRICTS, WP_PROJECTS, "district", false},
                   {WP_DISTRICTS, WP_STUDENTS, "district", false},
                   {WP_DISTRICTS, WP_TRAVEL, "from", false},
                   {WP_DISTRICTS, WP_TRAVEL, "to", false},
                   {WP_ORGANISATIONS, WP_PROJECTS, "organisations", true}};
    struct names names[WP_TABLE_COUNT] = {0};
    for (size_t k = 0; k < sizeof columns / sizeof columns[0]; k++)
        for (int f = 0; f < file_count; f++)
            if (files[f].kind->table == columns[k].file && !reading->is_open[columns[k].named])
                collect(&files[f], columns[k].column, columns[k].is_list, &names[columns[k].named]);
    tidy(&names[WP_DISTRICTS]);
    tidy(&names[WP_ORGANISATIONS]);
    if (names[WP_DISTRICTS].count > 0)
        make_districts(reading, &names[WP_DISTRICTS]);
    if (names[WP_ORGANISATIONS].count > 0)
        make_organisations(reading, &names[WP_ORGANISATIONS]);
    free(names[WP_DISTRICTS].items);
    free(names[WP_ORGANISATIONS].items);
}
