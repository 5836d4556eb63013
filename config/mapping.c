/* mapping.c: one line of [columns]: a header of the user's stands for one of ours. */
#include "mapping.h"
#include "columns.h"
#include "unknown.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

static void unknown_table(const char *name, size_t length, struct wp_location where,
                          struct wp_diagnostics *diagnostics) {
    char table[64];
    char meant[WP_DID_YOU_MEAN];

    snprintf(table, sizeof table, "%.*s", (int)(length < 60 ? length : 60), name);
    wp_diagnostics_error(diagnostics, where, "there is no file \"%s\" in [columns]%s", table,
                         wp_did_you_mean(table, wp_table_names, WP_INPUT_TABLES, meant));
}

static void unknown_column(enum wp_table table, const char *column, struct wp_location where,
                           struct wp_diagnostics *diagnostics) {
    const char *const *columns = wp_table_columns(table);
    char excerpt[WP_EXCERPT], meant[WP_DID_YOU_MEAN];
    size_t count = 0;

    while (columns[count] != NULL)
        count++;
    wp_diagnostics_error(diagnostics, where, "%s have no column \"%s\"%s", wp_table_names[table],
                         wp_value_excerpt(column, excerpt), wp_did_you_mean(column, columns, count, meant));
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
    table = wp_table_find(name, (size_t)(dot - name));
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
