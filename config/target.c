/* target.c: what stands left of "=" in [set], [sweep] and --set: a setting, or cells of a table. */
#include "target.h"
#include "columns.h"
#include "unknown.h"
#include "values.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What is read, while it is read. */
struct reading {
    const char *text; /* as written */
    struct wp_location where;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct wp_target *out;
};

/* "max_minutes": its section is missing. */
static int without_dot(const struct reading *reading) {
    char excerpt[WP_EXCERPT];

    wp_value_excerpt(reading->text, excerpt);
    for (size_t k = 0; k < wp_key_count; k++) {
        if (strcasecmp(wp_keys[k].name, reading->text) == 0) {
            wp_diagnostics_error(reading->diagnostics, reading->where, "%s: write %s.%s", excerpt,
                                 wp_keys[k].section, wp_keys[k].name);
            return 0;
        }
    }
    wp_diagnostics_error(reading->diagnostics, reading->where,
                         "%s: expected section.key or table.id.column, such as rules.max_minutes or "
                         "lecturers.L07.max_students",
                         excerpt);
    return 0;
}

static int unknown_beginning(const struct reading *reading, const char *name) {
    const char *known[WP_SECTION_COUNT + WP_INPUT_TABLES];
    char excerpt[WP_EXCERPT], meant[WP_DID_YOU_MEAN];
    size_t count = 0;

    wp_value_excerpt(name, excerpt);
    for (size_t s = 0; s < WP_SECTION_COUNT; s++)
        known[count++] = wp_sections[s];
    for (size_t t = 0; t < WP_INPUT_TABLES; t++)
        known[count++] = wp_table_names[t];
    if (wp_did_you_mean(name, known, count, meant)[0] != '\0')
        wp_diagnostics_error(reading->diagnostics, reading->where,
                             "there is neither a section nor a table \"%s\"%s", excerpt, meant);
    else
        wp_diagnostics_error(reading->diagnostics, reading->where,
                             "there is neither a section nor a table \"%s\"; the tables are students, "
                             "projects, lecturers, organisations, districts, travel and preferences",
                             excerpt);
    return 0;
}

/* "first.second", or "first.second.third" where there is a third, as the target's text. */
static int finish(const struct reading *reading, const char *first, const char *second, const char *third) {
    size_t size = strlen(first) + strlen(second) + (third != NULL ? strlen(third) : 0) + 3;
    char *text = wp_arena_alloc(reading->arena, size, 1);

    if (text == NULL)
        return WP_INTERNAL;
    snprintf(text, size, "%s.%s%s%s", first, second, third != NULL ? "." : "", third != NULL ? third : "");
    reading->out->text = text;
    return 1;
}

static int read_setting(const struct reading *reading, const char *section, char *rest) {
    char *name = wp_value_trim(rest);

    wp_value_lower(name);
    if (strcmp(section, "columns") == 0) {
        reading->out->kind = WP_TARGET_HEADER;
        reading->out->header = name;
    } else {
        reading->out->kind = WP_TARGET_SETTING;
        reading->out->key = wp_key_find(section, name);
        if (reading->out->key == NULL) {
            wp_unknown_key(section, name, reading->where, reading->diagnostics);
            return 0;
        }
    }
    return finish(reading, section, name, NULL);
}

/* Rows of these have no name by which a line could find them. */
static bool has_ids(enum wp_table table) {
    return table != WP_HISTORY && table != WP_DECISIONS;
}

static int read_cells(const struct reading *reading, enum wp_table table, char *rest) {
    const char *name = wp_table_names[table];
    char *dot = strrchr(rest, '.'), excerpt[WP_EXCERPT];
    const char *ids, *column;

    wp_value_excerpt(reading->text, excerpt);
    if (!has_ids(table)) {
        wp_diagnostics_error(reading->diagnostics, reading->where,
                             "%s: rows of %s have no id; add rows with %s = FILE in [add], or name another "
                             "file with input.%s = FILE",
                             excerpt, name, name, name);
        return 0;
    }
    if (dot != NULL)
        *dot++ = '\0';
    ids = dot != NULL ? wp_value_trim(rest) : "";
    column = wp_value_trim(dot != NULL ? dot : rest);
    if (ids[0] == '\0' || column[0] == '\0') {
        wp_diagnostics_error(reading->diagnostics, reading->where,
                             "%s: expected %s.ID.COLUMN, or %s.*.COLUMN for all rows", excerpt, name, name);
        return 0;
    }
    if (table == WP_TRAVEL && strpbrk(ids, ">*") == NULL) {
        wp_diagnostics_error(reading->diagnostics, reading->where,
                             "%s: a trip goes from one district to another: write travel.FROM>TO.%s", excerpt,
                             column);
        return 0;
    }
    reading->out->kind = WP_TARGET_CELLS;
    reading->out->table = table;
    reading->out->ids = ids;
    reading->out->column = column;
    return finish(reading, name, ids, column);
}

int wp_target_read(const char *text, struct wp_location where, struct wp_arena *arena,
                   struct wp_diagnostics *diagnostics, struct wp_target *out) {
    const struct reading reading = {text, where, arena, diagnostics, out};
    char *copy = wp_arena_copy(arena, text, strlen(text)), *dot;
    int table;

    *out = (struct wp_target){0};
    if (copy == NULL)
        return WP_INTERNAL;
    dot = strchr(copy, '.');
    if (dot == NULL)
        return without_dot(&reading);
    *dot = '\0';
    copy = wp_value_trim(copy);
    wp_value_lower(copy);
    if (wp_is_section(copy))
        return read_setting(&reading, copy, dot + 1);
    table = wp_table_find(copy, strlen(copy));
    return table < 0 ? unknown_beginning(&reading, copy)
                     : read_cells(&reading, (enum wp_table)table, dot + 1);
}

bool wp_target_same(const struct wp_target *one, const struct wp_target *other) {
    if (one->kind != other->kind)
        return false;
    if (one->kind != WP_TARGET_CELLS)
        return strcmp(one->text, other->text) == 0;
    return one->table == other->table && strcmp(one->ids, other->ids) == 0 &&
           strcasecmp(one->column, other->column) == 0;
}
