/* headers.c: headers are recognised by the contract's names, in Dutch and English, and by the mappings of
 * [columns]. */
#include "headers.h"

#include "fold.h"
#include "suggest.h"
#include "translate.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The header row while its fields are matched. */
struct match {
    struct wp_table_file *file;
    int count;                   /* of fields */
    const char **folded;         /* per field */
    bool *claimed;               /* per field: some column's */
    bool mapped[WP_MAX_HEADERS]; /* per column: [columns] names its header, here or not */
    bool mapped_number[WP_MAX_RANK + 1];
    bool guessed[WP_MAX_HEADERS]; /* per column: a weak alias claimed it */
    bool sound;                   /* no error so far */
};

/* The names that a header is held against. */
enum names { OUR_NAME, ALL_NAMES, WEAK_ALIASES };

/* Steps through blank-separated names: false after the last. */
static bool next_name(const char **at, const char **name, size_t *length, bool *weak) {
    if (*at == NULL || **at == '\0')
        return false;
    *weak = **at == '~';
    *at += *weak;
    *name = *at;
    *length = strcspn(*at, " ");
    *at += *length;
    *at += strspn(*at, " ");
    return true;
}

/* Is `folded` this name, or, for a numbered column, this name and a number? */
static bool is_name(const char *folded, const char *name, size_t length, bool numbered, int *number) {
    *number = 0;
    if (strncmp(folded, name, length) != 0)
        return false;
    const char *rest = folded + length;
    if (!numbered)
        return *rest == '\0';
    rest += *rest == '_';
    size_t digits = strspn(rest, "0123456789");
    if (digits == 0 || digits > 6 || rest[digits] != '\0')
        return false;
    *number = (int)strtol(rest, NULL, 10);
    return true;
}

static bool is_header(const struct wp_header *header, const char *folded, enum names names, int *number) {
    const char *at = names == OUR_NAME ? NULL : header->aliases, *name;
    size_t length;
    bool weak;
    if (names != WEAK_ALIASES &&
        is_name(folded, header->name, strlen(header->name), header->numbered, number))
        return true;
    while (next_name(&at, &name, &length, &weak))
        if (weak == (names == WEAK_ALIASES) && is_name(folded, name, length, header->numbered, number))
            return true;
    return false;
}

/* The first column, from a place in the kind's headers on, that the header names. */
static struct wp_column find_column(const struct wp_table_kind *kind, int from, const char *folded,
                                    enum names names) {
    struct wp_column column = {.header = -1};
    for (int k = from; k < kind->header_count && column.header < 0; k++)
        if (is_header(&kind->headers[k], folded, names, &column.number))
            column.header = k;
    return column;
}

static int *field_slot(struct wp_table_file *file, struct wp_column column) {
    return file->kind->headers[column.header].numbered ? &file->field_at[column.number]
                                                       : &file->field_of[column.header];
}

static int numbered_header(const struct wp_table_kind *kind) {
    int header = kind->header_count - 1;
    while (header >= 0 && !kind->headers[header].numbered)
        header--;
    return header;
}

/* The column that a field is, if it is one. */
static struct wp_column column_of(const struct wp_table_file *file, int field) {
    for (int k = 0; k < file->kind->header_count; k++)
        if (file->field_of[k] == field)
            return (struct wp_column){.header = k};
    for (int number = 1; number <= WP_MAX_RANK; number++)
        if (file->field_at[number] == field)
            return (struct wp_column){.header = numbered_header(file->kind), .number = number};
    return (struct wp_column){.header = -1};
}

static struct wp_location header_at(const struct wp_table_file *file, int field) {
    const struct wp_csv_row *row = &file->csv.rows[0];
    return (struct wp_location){
        file->path, field < 0 ? row->line : file->csv.cells[row->first + (size_t)field].line, field + 1};
}

static void claim(struct match *match, struct wp_column column, int field) {
    struct wp_table_file *file = match->file;
    int *slot = field_slot(file, column);
    char one[WP_TABLE_EXCERPT], other[WP_TABLE_EXCERPT];
    match->claimed[field] = true;
    if (*slot >= 0) {
        wp_diagnostics_error(file->reading->diagnostics, header_at(file, field),
                             "\"%s\" is the same column as \"%s\" (column %d)",
                             wp_table_excerpt(wp_table_header(file, field), one),
                             wp_table_excerpt(wp_table_header(file, *slot), other), *slot + 1);
        match->sound = false;
        return;
    }
    *slot = field;
    file->numbered_count += file->kind->headers[column.header].numbered;
}

static bool number_fits(const struct wp_table_kind *kind, struct wp_column column) {
    return !kind->headers[column.header].numbered || (column.number >= 1 && column.number <= WP_MAX_RANK);
}

/* Where a table has one file, its headers tell what was meant. */
static void report_vain_mapping(const struct match *match, int number, const char *wanted) {
    const struct wp_table_file *file = match->file;
    const struct wp_column_mapping *mapping = &file->reading->settings->mappings[number];
    const char *near = wp_suggest(wanted, match->folded, (size_t)match->count);
    char excerpt[WP_TABLE_EXCERPT] = "";
    for (int field = 0; near != NULL && field < match->count; field++)
        if (match->folded[field] == near)
            wp_table_excerpt(wp_table_header(file, field), excerpt);
    if (near == NULL)
        wp_diagnostics_error(file->reading->diagnostics, mapping->where, "%s.%s: %s has no header \"%s\"",
                             file->kind->name, mapping->column, file->path, mapping->header);
    else
        wp_diagnostics_error(file->reading->diagnostics, mapping->where,
                             "%s.%s: %s has no header \"%s\"; did you mean \"%s\"?", file->kind->name,
                             mapping->column, file->path, mapping->header, excerpt);
}

/* The mappings of [columns] come first: they beat names that would mean the same. */
static void match_mappings(struct match *match) {
    struct wp_table_file *file = match->file;
    const struct wp_settings *settings = file->reading->settings;
    for (int m = 0; m < settings->mapping_count; m++) {
        const struct wp_column_mapping *mapping = &settings->mappings[m];
        if (mapping->table != file->kind->table)
            continue;
        struct wp_column column =
            find_column(file->kind, 0, wp_reading_fold(file->reading, wp_fold, mapping->column), OUR_NAME);
        if (column.header < 0 || !number_fits(file->kind, column))
            continue;
        if (file->kind->headers[column.header].numbered)
            match->mapped_number[column.number] = true;
        else
            match->mapped[column.header] = true;
        const char *wanted = wp_reading_fold(file->reading, wp_fold, mapping->header);
        for (int field = 0; field < match->count; field++)
            if (strcmp(match->folded[field], wanted) == 0) {
                file->reading->mapping_found[m] = true;
                claim(match, column, field);
            }
        if (!file->reading->mapping_found[m] && !file->one_of_several)
            report_vain_mapping(match, m, wanted);
    }
}

static void match_names(struct match *match) {
    struct wp_table_file *file = match->file;
    for (int field = 0; field < match->count; field++) {
        if (match->claimed[field] || match->folded[field][0] == '\0')
            continue;
        struct wp_column column = find_column(file->kind, 0, match->folded[field], ALL_NAMES);
        if (column.header < 0)
            continue;
        if (!number_fits(file->kind, column)) {
            wp_diagnostics_error(file->reading->diagnostics, header_at(file, field),
                                 "\"%s\" is no column: its number must be from 1 to %d",
                                 wp_table_header(file, field), WP_MAX_RANK);
            match->claimed[field] = true;
            match->sound = false;
            continue;
        }
        bool numbered = file->kind->headers[column.header].numbered;
        bool mapped = numbered ? match->mapped_number[column.number] : match->mapped[column.header];
        if (!mapped || *field_slot(file, column) < 0)
            claim(match, column, field);
    }
}

/* Weak aliases take what is left: a column that the file names outright, or that is mapped, stays as it is.
 */
static void match_weak_aliases(struct match *match) {
    struct wp_table_file *file = match->file;
    for (int field = 0; field < match->count; field++) {
        struct wp_column column = {.header = -1};
        if (match->claimed[field] || match->folded[field][0] == '\0')
            continue;
        do
            column = find_column(file->kind, column.header + 1, match->folded[field], WEAK_ALIASES);
        while (column.header >= 0 && file->field_of[column.header] >= 0 && !match->guessed[column.header]);
        if (column.header < 0)
            continue;
        match->guessed[column.header] = true;
        claim(match, column, field);
    }
}

const char *wp_headers_suggest(const struct wp_table_file *file, const char *text, bool lacking) {
    const char *candidates[WP_MAX_HEADERS * 8], *folded = wp_reading_fold(file->reading, wp_fold, text);
    char names[WP_MAX_HEADERS * 8][40];
    size_t count = 0;
    const char *digits = folded + strcspn(folded, "0123456789");
    for (int k = 0; k < file->kind->header_count; k++) {
        const struct wp_header *header = &file->kind->headers[k];
        const char *at = header->aliases, *name = header->name;
        size_t length = strlen(header->name);
        bool weak;
        if (lacking && !header->numbered && file->field_of[k] >= 0)
            continue;
        do {
            if (count == sizeof candidates / sizeof candidates[0])
                break;
            if (header->numbered)
                snprintf(names[count], sizeof names[count], "%.*s_%.6s", (int)length, name, digits);
            else
                snprintf(names[count], sizeof names[count], "%.*s", (int)length, name);
            candidates[count] = names[count];
            count++;
        } while (next_name(&at, &name, &length, &weak));
    }
    const char *nearest = wp_suggest(folded, candidates, count);
    return nearest == NULL ? NULL : wp_reading_copy(file->reading, nearest);
}

static bool has_cells(const struct wp_table_file *file, int field) {
    for (size_t k = 1; k < file->csv.row_count; k++) {
        const struct wp_csv_row *row = &file->csv.rows[k];
        if (field < row->count && file->csv.cells[row->first + (size_t)field].text[0] != '\0')
            return true;
    }
    return false;
}

/* One notice that names every column that is not used. */
static void report_unknown(const struct match *match) {
    const struct wp_table_file *file = match->file;
    char list[900] = "";
    size_t length = 0;
    int left_out = 0;
    for (int field = 0; field < match->count; field++) {
        char excerpt[WP_TABLE_EXCERPT], entry[200];
        bool unnamed = match->folded[field][0] == '\0';
        if (match->claimed[field] || (unnamed && !has_cells(file, field)))
            continue;
        const char *near = unnamed ? NULL : wp_headers_suggest(file, match->folded[field], true);
        wp_table_excerpt(wp_table_header(file, field), excerpt);
        if (unnamed)
            snprintf(entry, sizeof entry, _("column %d, which has no header"), field + 1);
        else if (near != NULL)
            snprintf(entry, sizeof entry, _("\"%s\" (did you mean %s?)"), excerpt, near);
        else
            snprintf(entry, sizeof entry, "\"%s\"", excerpt);
        if (length + strlen(entry) + 3 > sizeof list)
            left_out++;
        else
            length +=
                (size_t)snprintf(list + length, sizeof list - length, "%s%s", length > 0 ? ", " : "", entry);
    }
    char more[64] = "";
    if (left_out > 0)
        snprintf(more, sizeof more, _(" and %d more"), left_out);
    if (length > 0)
        wp_diagnostics_notice(file->reading->diagnostics, header_at(file, -1),
                              "unknown columns are not used: %s%s", list, more);
}

static void report_missing(struct match *match) {
    const struct wp_table_file *file = match->file;
    for (int k = 0; k < file->kind->header_count; k++) {
        const struct wp_header *header = &file->kind->headers[k];
        if (!header->required || file->field_of[k] >= 0)
            continue;
        match->sound = false;
        if (match->mapped[k] && !file->one_of_several)
            continue; /* the mapping is reported: its header does not occur */
        char names[400];
        size_t length = (size_t)snprintf(names, sizeof names, "%s", header->name);
        const char *at = header->aliases, *name;
        bool weak;
        for (size_t name_length; next_name(&at, &name, &name_length, &weak) && length < sizeof names;)
            length += (size_t)snprintf(names + length, sizeof names - length, "%s%.*s",
                                       *at == '\0' ? _(" or ") : ", ", (int)name_length, name);
        wp_diagnostics_error(file->reading->diagnostics, header_at(file, -1),
                             "the column %s is missing; its header must be %s", header->name, names);
    }
}

bool wp_headers_find(struct wp_table_file *file) {
    struct match match = {.file = file, .count = file->csv.rows[0].count, .sound = true};
    struct wp_reading *reading = file->reading;
    match.folded = wp_reading_alloc(reading, (size_t)match.count, sizeof *match.folded);
    match.claimed = wp_reading_alloc(reading, (size_t)match.count, sizeof *match.claimed);
    if (match.folded == NULL || match.claimed == NULL)
        return false;
    for (int field = 0; field < match.count; field++)
        match.folded[field] = wp_reading_fold(reading, wp_fold, wp_table_header(file, field));
    match_mappings(&match);
    match_names(&match);
    match_weak_aliases(&match);
    report_missing(&match);
    report_unknown(&match);
    return match.sound && !reading->out_of_memory;
}

int wp_headers_headed(const struct wp_table_file *file, const char *text) {
    const char *folded = wp_reading_fold(file->reading, wp_fold, text);
    int field = file->csv.rows[0].count - 1;
    while (field >= 0 &&
           strcmp(wp_reading_fold(file->reading, wp_fold, wp_table_header(file, field)), folded) != 0)
        field--;
    return field;
}

struct wp_column wp_headers_column(const struct wp_table_file *file, const char *text) {
    const char *folded = wp_reading_fold(file->reading, wp_fold, text);
    struct wp_column column = find_column(file->kind, 0, folded, ALL_NAMES);
    int field = column.header < 0 ? wp_headers_headed(file, text) : -1;
    return field < 0 ? column : column_of(file, field);
}

int wp_headers_field(const struct wp_table_file *file, struct wp_column column) {
    return file->kind->headers[column.header].numbered ? file->field_at[column.number]
                                                       : file->field_of[column.header];
}

int wp_headers_create(struct wp_table_file *file, struct wp_column column) {
    const struct wp_header *header = &file->kind->headers[column.header];
    int field = file->csv.rows[0].count;
    size_t size = strlen(header->name) + 8;
    char *name = wp_reading_alloc(file->reading, size, 1);
    struct wp_csv_cell *cells = wp_csv_widen(&file->csv, 0, field + 1);
    if (name == NULL || cells == NULL) {
        wp_reading_no_memory(file->reading);
        return -1;
    }
    if (header->numbered)
        snprintf(name, size, "%s_%d", header->name, column.number);
    else
        snprintf(name, size, "%s", header->name);
    cells[field].text = name;
    *field_slot(file, column) = field;
    file->numbered_count += header->numbered;
    return field;
}

void wp_headers_check_mappings(struct wp_reading *reading,
                               const struct wp_table_kind *const kinds[WP_TABLE_COUNT]) {
    const struct wp_settings *settings = reading->settings;
    for (int m = 0; m < settings->mapping_count && !reading->out_of_memory; m++) {
        const struct wp_column_mapping *mapping = &settings->mappings[m];
        const struct wp_table_kind *kind = kinds[mapping->table];
        const char *const *files = settings->files[mapping->table];
        if (!reading->is_open[mapping->table])
            wp_diagnostics_error(reading->diagnostics, mapping->where,
                                 "%s.%s: [input] names no file for %s, so nothing can be mapped", kind->name,
                                 mapping->column, kind->name);
        else if (files != NULL && files[1] != NULL && !reading->mapping_found[m] &&
                 !reading->in_doubt[mapping->table])
            wp_diagnostics_error(reading->diagnostics, mapping->where,
                                 "%s.%s: none of the files has a header \"%s\"", kind->name, mapping->column,
                                 mapping->header);
    }
}
