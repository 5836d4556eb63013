/* row_names.c: an index of the rows of a file by the names that a scenario has for them. */
#include "row_names.h"

#include "edits.h"
#include "fold.h"
#include "references.h"
#include "suggest.h"
#include "utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

/* The columns that make up a row's name. */
static const struct {
    const char *first, *stand_in; /* stand_in counts where the first is blank or absent */
    const char *second;           /* where the file has it */
} parts[WP_TABLE_COUNT] = {
    [WP_DISTRICTS] = {"id", NULL, NULL}, [WP_ORGANISATIONS] = {"id", NULL, NULL},
    [WP_LECTURERS] = {"id", NULL, NULL}, [WP_PROJECTS] = {"id", NULL, NULL},
    [WP_STUDENTS] = {"id", NULL, NULL},  [WP_PREFERENCES] = {"student", "email", "project"},
    [WP_TRAVEL] = {"from", NULL, "to"},
};

/* One row under one of its names. */
struct entry {
    const char *name;
    size_t row;
    bool is_email;      /* in lower case */
    struct entry *next; /* of the same name */
    UT_hash_handle hh;
};

struct wp_row_index {
    struct wp_table_file *file;
    struct entry *entries; /* in the order of the file */
    size_t count;
    struct entry *names, *emails; /* heads of the hash tables */
    size_t *found;                /* as many as there are rows */
};

bool wp_row_names_use(const struct wp_table_kind *kind, int column) {
    const char *name = kind->headers[column].name;
    const char *const used[] = {parts[kind->table].first, parts[kind->table].stand_in,
                                parts[kind->table].second};
    for (size_t k = 0; k < sizeof used / sizeof used[0]; k++)
        if (used[k] != NULL && strcmp(used[k], name) == 0)
            return true;
    return false;
}

const char *wp_row_name(const struct wp_table_file *file, char buffer[WP_ROW_NAME]) {
    enum wp_table table = file->kind->table;
    int second = wp_table_field(file, parts[table].second);
    const char *first = wp_reference_id(wp_table_cell(file, wp_table_field(file, parts[table].first)));
    char one[WP_TABLE_EXCERPT], other[WP_TABLE_EXCERPT];
    if (first[0] == '\0')
        first = wp_table_cell(file, wp_table_field(file, parts[table].stand_in));
    wp_table_excerpt(first, one);
    wp_table_excerpt(wp_reference_id(wp_table_cell(file, second)), other);
    snprintf(buffer, WP_ROW_NAME, "%s%s%s", one, second >= 0 ? ">" : "", second >= 0 ? other : "");
    return buffer;
}

/* "one>other"; one itself where the file has no second part. */
static const char *compose(struct wp_row_index *index, const char *one, const char *other) {
    if (other == NULL)
        return one;
    size_t size = strlen(one) + strlen(other) + 2;
    char *name = wp_reading_alloc(index->file->reading, size, 1);
    if (name == NULL)
        return "";
    snprintf(name, size, "%s>%s", one, other);
    return name;
}

static void add(struct wp_row_index *index, struct entry **names, const char *name) {
    struct entry *entry = &index->entries[index->count++], *first;
    *entry = (struct entry){.name = name, .row = index->file->row, .is_email = names == &index->emails};
    HASH_FIND_STR(*names, name, first);
    if (first != NULL) {
        entry->next = first->next;
        first->next = entry;
        return;
    }
    HASH_ADD_KEYPTR(hh, *names, entry->name, strlen(entry->name), entry);
    if (entry->hh.tbl == NULL)
        wp_reading_no_memory(index->file->reading);
}

/* Rows of preferences whose student is gone are as good as gone. */
static bool is_gone(const struct wp_table_file *file, const char *who) {
    return file->kind->table == WP_PREFERENCES && wp_edits_removed(file->reading, WP_STUDENTS, who) != NULL;
}

static void add_rows(struct wp_row_index *index) {
    struct wp_table_file *file = index->file;
    enum wp_table table = file->kind->table;
    int first = wp_table_field(file, parts[table].first),
        stand_in = wp_table_field(file, parts[table].stand_in),
        second = wp_table_field(file, parts[table].second);
    wp_table_rewind(file);
    while (wp_table_next(file)) {
        const char *id = wp_reference_id(wp_table_cell(file, first)), *email = wp_table_cell(file, stand_in);
        const char *other = second < 0 ? NULL : wp_reference_id(wp_table_cell(file, second));
        if (is_gone(file, id[0] != '\0' ? id : email))
            continue;
        if (id[0] != '\0')
            add(index, &index->names, compose(index, id, other));
        if (email[0] != '\0')
            add(index, &index->emails,
                compose(index, wp_reading_fold(file->reading, wp_lower, email), other));
    }
    wp_table_rewind(file);
}

struct wp_row_index *wp_row_index_new(struct wp_table_file *file) {
    struct wp_row_index *index = calloc(1, sizeof *index);
    if (index != NULL) {
        index->file = file;
        index->entries = calloc(2 * file->csv.row_count + 1, sizeof *index->entries);
        index->found = calloc(file->csv.row_count + 1, sizeof *index->found);
    }
    if (index == NULL || index->entries == NULL || index->found == NULL) {
        wp_reading_no_memory(file->reading);
        wp_row_index_free(index);
        return NULL;
    }
    add_rows(index);
    return index;
}

void wp_row_index_free(struct wp_row_index *index) {
    if (index == NULL)
        return;
    HASH_CLEAR(hh, index->names);
    HASH_CLEAR(hh, index->emails);
    free(index->entries);
    free(index->found);
    free(index);
}

/* Does the text fit the pattern? Where letters do not fit, the last * takes one more. */
static bool fits(const char *pattern, const char *text) {
    const char *star = NULL, *retry = NULL;
    while (*text != '\0') {
        size_t letter = wp_utf8_bytes(text);
        letter = letter > 0 ? letter : 1;
        if (*pattern == '*') {
            star = ++pattern;
            retry = text;
        } else if (*pattern == '?') {
            pattern++;
            text += letter;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star != NULL) {
            letter = wp_utf8_bytes(retry);
            retry += letter > 0 ? letter : 1;
            pattern = star;
            text = retry;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

/* The name as the rows have it: without blanks around its parts, and without what other systems put in front
 * of ids. */
static const char *normal(struct wp_row_index *index, const char *text) {
    struct wp_reading *reading = index->file->reading;
    const char *bracket = parts[index->file->kind->table].second == NULL ? NULL : strchr(text, '>');
    if (bracket == NULL)
        return wp_reference_id(text);
    char *one = wp_reading_copy_part(reading, text, (size_t)(bracket - text));
    if (one == NULL)
        return "";
    for (size_t length = strlen(one); length > 0 && one[length - 1] == ' '; length--)
        one[length - 1] = '\0';
    return compose(index, wp_reference_id(one), wp_reference_id(bracket + 1));
}

bool wp_row_index_has(const struct wp_row_index *index, const char *name) {
    const struct entry *entry = NULL;
    HASH_FIND_STR(index->names, name, entry);
    return entry != NULL;
}

static size_t find_exactly(struct wp_row_index *index, struct entry *names, const char *name) {
    const struct entry *first = NULL;
    size_t count = 0;
    HASH_FIND_STR(names, name, first);
    for (; first != NULL; first = first->next)
        index->found[count++] = first->row;
    return count;
}

size_t wp_row_index_find(struct wp_row_index *index, const char *text, const size_t **rows) {
    const char *name = normal(index, text), *email = wp_reading_fold(index->file->reading, wp_lower, name);
    size_t count = find_exactly(index, index->names, name);
    *rows = index->found;
    if (count == 0)
        count = find_exactly(index, index->emails, email);
    if (count > 0 || strpbrk(name, "*?") == NULL)
        return count;
    /* A row's two names stand behind one another. */
    for (size_t k = 0; k < index->count; k++) {
        const struct entry *entry = &index->entries[k];
        if (fits(entry->is_email ? email : name, entry->name) &&
            (count == 0 || index->found[count - 1] != entry->row))
            index->found[count++] = entry->row;
    }
    return count;
}

/* "B>A" for "A>B", if a row has that name; else NULL. */
static const char *turned(struct wp_row_index *index, const char *name) {
    const struct entry *entry = NULL;
    const char *bracket = strchr(name, '>');
    if (bracket == NULL)
        return NULL;
    const char *one = wp_reading_copy_part(index->file->reading, name, (size_t)(bracket - name));
    if (one == NULL)
        return NULL;
    const char *other = compose(index, bracket + 1, one);
    HASH_FIND_STR(index->names, other, entry);
    return entry == NULL ? NULL : other;
}

const char *wp_row_index_suggest(struct wp_row_index *index, const char *text) {
    struct wp_reading *reading = index->file->reading;
    /* Beyond the errors that are kept, nobody would read the suggestion. */
    if (reading->diagnostics->errors >= WP_MAX_ERRORS)
        return NULL;
    const char *name = normal(index, text), *near = turned(index, name);
    if (near != NULL)
        return near;
    const char **candidates = malloc((index->count + 1) * sizeof *candidates);
    if (candidates == NULL) {
        wp_reading_no_memory(reading);
        return NULL;
    }
    for (size_t k = 0; k < index->count; k++)
        candidates[k] = index->entries[k].name;
    near = wp_suggest(name, candidates, index->count);
    free(candidates);
    return near;
}
