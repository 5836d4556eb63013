/* mapping.c: one line of [columns]: a header of the user's stands for one of ours. */
#include "mapping.h"
#include "columns.h"
#include "suggest.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

/* The table that stands before the dot, or -1. */
static int find_table(const char *name, size_t length) {
    for (int t = 0; t < WP_INPUT_TABLES; t++) {
        if (strlen(wp_table_names[t]) == length && memcmp(wp_table_names[t], name, length) == 0)
            return t;
    }
    return -1;
}

static void unknown_table(const char *name, size_t length, struct wp_location where,
                          struct wp_diagnostics *diagnostics) {
    char table[64];
    const char *near;

    snprintf(table, sizeof table, "%.*s", (int)(length < 60 ? length : 60), name);
    near = wp_suggest(table, wp_table_names, WP_INPUT_TABLES);
    wp_diagnostics_error(diagnostics, where, "there is no file \"%s\" in [columns]%s%s%s", table,
                         near != NULL ? "; did you mean " : "", near != NULL ? near : "",
                         near != NULL ? "?" : "");
}

static void unknown_column(enum wp_table table, const char *column, struct wp_location where,
                           struct wp_diagnostics *diagnostics) {
    const char *const *columns = wp_table_columns(table);
    char excerpt[WP_EXCERPT];
    const char *near;
    size_t count = 0;

    while (columns[count] != NULL)
        count++;
    near = wp_suggest(column, columns, count);
    wp_diagnostics_error(diagnostics, where, "%s have no column \"%s\"%s%s%s", wp_table_names[table],
                         wp_value_excerpt(column, excerpt), near != NULL ? "; did you mean " : "",
                         near != NULL ? near : "", near != NULL ? "?" : "");
}

/* Room for one more. */
static int grow(struct wp_settings *settings, struct wp_arena *arena) {
    size_t count = (size_t)settings->mapping_count;
    struct wp_column_mapping *larger;

    /* The array is full when it holds a power of two. */
    if ((count & (count - 1)) != 0)
        return 0;
    larger = wp_arena_alloc(arena, count == 0 ? 1 : 2 * count, sizeof *larger);
    if (larger == NULL)
        return WP_INTERNAL;
    if (count > 0)
        memcpy(larger, settings->mappings, count * sizeof *larger);
    settings->mappings = larger;
    return 0;
}

static int put(const struct wp_column_mapping *mapping, struct wp_settings *settings,
               struct wp_arena *arena) {
    for (int i = 0; i < settings->mapping_count; i++) {
        struct wp_column_mapping *known = &settings->mappings[i];

        if (known->table == mapping->table && strcmp(known->column, mapping->column) == 0) {
            *known = *mapping;
            return 0;
        }
    }
    if (grow(settings, arena) != 0)
        return WP_INTERNAL;
    settings->mappings[settings->mapping_count++] = *mapping;
    return 0;
}

int wp_mapping_read(const char *name, const char *header, struct wp_location where,
                    struct wp_settings *settings, struct wp_arena *arena,
                    struct wp_diagnostics *diagnostics) {
    const char *dot = strchr(name, '.');
    struct wp_column_mapping mapping = {.where = where};
    char excerpt[WP_EXCERPT];
    int table;

    if (dot == NULL) {
        wp_diagnostics_error(diagnostics, where,
                             "%s: expected a file and one of its columns, such as students.id",
                             wp_value_excerpt(name, excerpt));
        return 0;
    }
    table = find_table(name, (size_t)(dot - name));
    if (table < 0) {
        unknown_table(name, (size_t)(dot - name), where, diagnostics);
        return 0;
    }
    mapping.table = (enum wp_table)table;
    if (!wp_table_has_column(mapping.table, dot + 1)) {
        unknown_column(mapping.table, dot + 1, where, diagnostics);
        return 0;
    }
    if (header[0] == '\0') {
        wp_diagnostics_error(diagnostics, where,
                             "%s has no value: expected the header of your file that stands for it", name);
        return 0;
    }
    mapping.column = wp_arena_copy(arena, dot + 1, strlen(dot + 1));
    mapping.header = wp_arena_copy(arena, header, strlen(header));
    if (mapping.column == NULL || mapping.header == NULL)
        return WP_INTERNAL;
    return put(&mapping, settings, arena);
}
