/* references.c: objects are found by id in the round, by name in an index that is made when first needed. */
#include "references.h"

#include "edits.h"
#include "fold.h"
#include "suggest.h"
#include "translate.h"
#include <stdio.h>
#include <string.h>

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

/* Objects whose names fold alike, as a chain that the first of them heads in the hash. */
struct wp_name {
    const char *folded;
    const char *name;
    int index;
    struct wp_name *next;
    UT_hash_handle hh;
};

const char *wp_reference_noun(enum wp_table table) {
    switch (table) {
    case WP_DISTRICTS:
        return _("district");
    case WP_ORGANISATIONS:
        return _("organisation");
    case WP_LECTURERS:
        return _("lecturer");
    case WP_PROJECTS:
        return _("project");
    case WP_STUDENTS:
        return _("student");
    case WP_TRAVEL:
        return _("trip");
    default:
        return _("row");
    }
}

const char *wp_reference_id(const char *text) {
    for (;;) {
        int blank = wp_blank_length(text);
        if (blank == 0 && *text != '#' && *text != '\'')
            return text;
        text += blank > 0 ? blank : 1;
    }
}

/* The name of an object, and how many objects there are. */
static const char *name_of(const struct wp_round *round, enum wp_table table, int index) {
    switch (table) {
    case WP_DISTRICTS:
        return round->districts[index].name;
    case WP_ORGANISATIONS:
        return round->organisations[index].name;
    case WP_LECTURERS:
        return round->lecturers[index].name;
    case WP_PROJECTS:
        return round->projects[index].title;
    default:
        return round->students[index].name;
    }
}

static int count_of(const struct wp_round *round, enum wp_table table) {
    switch (table) {
    case WP_DISTRICTS:
        return round->district_count;
    case WP_ORGANISATIONS:
        return round->organisation_count;
    case WP_LECTURERS:
        return round->lecturer_count;
    case WP_PROJECTS:
        return round->project_count;
    default:
        return round->student_count;
    }
}

static void add_name(struct wp_reading *reading, struct wp_name **names, void (*fold)(const char *, char *),
                     const char *text, int index) {
    if (text[0] == '\0' || reading->out_of_memory)
        return;
    struct wp_name *name = wp_reading_alloc(reading, 1, sizeof *name), *first;
    const char *folded = wp_reading_fold(reading, fold, text);
    if (name == NULL)
        return;
    *name = (struct wp_name){.folded = folded, .name = text, .index = index};
    HASH_FIND_STR(*names, folded, first);
    if (first != NULL) {
        name->next = first->next;
        first->next = name;
        return;
    }
    HASH_ADD_KEYPTR(hh, *names, name->folded, strlen(name->folded), name);
    if (name->hh.tbl == NULL)
        wp_reading_no_memory(reading);
}

static enum wp_match find_name(struct wp_reading *reading, const struct wp_name *names,
                               void (*fold)(const char *, char *), const char *text, int *index) {
    const char *folded = wp_reading_fold(reading, fold, text);
    const struct wp_name *first = NULL;
    *index = -1;
    HASH_FIND_STR(names, folded, first);
    if (first == NULL)
        return WP_MATCH_NONE;
    if (first->next == NULL) {
        *index = first->index;
        return WP_MATCH_ONE;
    }
    /* Names may still differ in case or accents; e-mail addresses that do are one address. */
    int exact = 0;
    for (const struct wp_name *name = first; name != NULL && fold == wp_fold; name = name->next)
        if (strcmp(name->name, text) == 0) {
            exact++;
            *index = name->index;
        }
    if (exact == 1)
        return WP_MATCH_ONE;
    *index = -1;
    return WP_MATCH_SEVERAL;
}

static void index_names(struct wp_reading *reading, enum wp_table table) {
    int count = count_of(reading->round, table);
    if (reading->names_indexed[table])
        return;
    reading->names_indexed[table] = true;
    for (int k = 0; k < count; k++)
        add_name(reading, &reading->names[table], wp_fold, name_of(reading->round, table, k), k);
}

enum wp_match wp_reference_find(struct wp_reading *reading, enum wp_table table, const char *text,
                                int *index) {
    *index = wp_round_find(reading->round, table, wp_reference_id(text));
    if (*index >= 0)
        return WP_MATCH_ONE;
    if (wp_edits_removed_id(reading, table, text) != NULL)
        return WP_MATCH_REMOVED;
    index_names(reading, table);
    enum wp_match match = find_name(reading, reading->names[table], wp_fold, text, index);
    return match == WP_MATCH_NONE && wp_edits_removed(reading, table, text) != NULL ? WP_MATCH_REMOVED
                                                                                    : match;
}

/* Length of the dash at text, 0 if there is none. */
static size_t dash_length(const char *text) {
    if (text[0] == '-')
        return 1;
    return strncmp(text, "\xE2\x80\x93", 3) == 0 || strncmp(text, "\xE2\x80\x94", 3) == 0 ? 3 : 0;
}

/* The project whose id stands before this place in text, or -1; *removed if a scenario took it out. */
static int find_before(struct wp_reading *reading, const char *text, size_t length, bool *removed) {
    const char *id = wp_reading_copy_part(reading, text, length);
    if (id == NULL)
        return -1;
    int project = wp_round_find(reading->round, WP_PROJECTS, wp_reference_id(id));
    *removed |= project < 0 && wp_edits_removed_id(reading, WP_PROJECTS, id) != NULL;
    return project;
}

enum wp_match wp_reference_find_choice(struct wp_reading *reading, const char *text, int *index) {
    enum wp_match match = wp_reference_find(reading, WP_PROJECTS, text, index);
    if (match != WP_MATCH_NONE)
        return match;
    /* An id may hold a dash itself ("P-12 - Buurthuis"): what stands before the first space is tried as well.
     */
    int before_space = -1, before_dash = -1;
    bool removed = false;
    size_t space = 0, dash = 0;
    while (text[space] != '\0' && wp_blank_length(text + space) == 0)
        space++;
    while (text[dash] != '\0' && dash_length(text + dash) == 0)
        dash++;
    if (text[space] != '\0')
        before_space = find_before(reading, text, space, &removed);
    if (text[dash] != '\0' && dash < space)
        before_dash = find_before(reading, text, dash, &removed);
    *index = before_space >= 0 ? before_space : before_dash;
    if (removed) {
        *index = -1;
        return WP_MATCH_REMOVED;
    }
    if (before_space >= 0 && before_dash >= 0 && before_space != before_dash) {
        *index = -1;
        return WP_MATCH_SEVERAL;
    }
    return *index >= 0 ? WP_MATCH_ONE : WP_MATCH_NONE;
}

enum wp_match wp_reference_find_email(struct wp_reading *reading, const char *email, int *index) {
    if (!reading->emails_indexed) {
        reading->emails_indexed = true;
        for (int k = 0; k < reading->round->student_count; k++)
            add_name(reading, &reading->emails, wp_lower, reading->round->students[k].email, k);
    }
    enum wp_match match = find_name(reading, reading->emails, wp_lower, email, index);
    return match == WP_MATCH_NONE && wp_edits_removed(reading, WP_STUDENTS, email) != NULL ? WP_MATCH_REMOVED
                                                                                           : match;
}

/* Ids first, then names. */
static void list_candidates(struct wp_reading *reading, enum wp_table table) {
    int count = count_of(reading->round, table);
    if (reading->candidates[table] != NULL)
        return;
    const char **candidates = wp_reading_alloc(reading, 2 * (size_t)count + 1, sizeof *candidates);
    if (candidates == NULL)
        return;
    for (int k = 0; k < count; k++) {
        candidates[k] = wp_round_id(reading->round, table, k);
        candidates[count + k] = name_of(reading->round, table, k);
    }
    reading->candidates[table] = candidates;
    reading->candidate_count[table] = 2 * (size_t)count;
}

/* The candidate near to text, or, where none is, near to what stands before its first space ("P1l -
 * Buurthuis"). */
static const char *suggest(struct wp_reading *reading, enum wp_table table, const char *text) {
    /* Beyond the errors that are kept, nobody would read the suggestion. */
    if (reading->diagnostics->errors >= WP_MAX_ERRORS)
        return NULL;
    list_candidates(reading, table);
    text = wp_reference_id(text);
    const char *near = wp_suggest(text, reading->candidates[table], reading->candidate_count[table]);
    size_t space = strcspn(text, " ");
    if (near != NULL || text[space] == '\0')
        return near;
    char *start = wp_reading_alloc(reading, space + 1, 1);
    if (start == NULL)
        return NULL;
    memcpy(start, text, space);
    return wp_suggest(start, reading->candidates[table], reading->candidate_count[table]);
}

/* What is wrong with a text that names nothing, or several. */
static const char *is_unknown(enum wp_table table) {
    switch (table) {
    case WP_DISTRICTS:
        return _("is not a district");
    case WP_ORGANISATIONS:
        return _("is not an organisation");
    case WP_LECTURERS:
        return _("is not a lecturer");
    case WP_PROJECTS:
        return _("is not a project");
    default:
        return _("is not a student");
    }
}

static const char *is_ambiguous(enum wp_table table) {
    switch (table) {
    case WP_DISTRICTS:
        return _("fits more than one district; use the id");
    case WP_ORGANISATIONS:
        return _("fits more than one organisation; use the id");
    case WP_LECTURERS:
        return _("fits more than one lecturer; use the id");
    case WP_PROJECTS:
        return _("fits more than one project; use the id");
    default:
        return _("fits more than one student; use the id");
    }
}

void wp_reference_report(struct wp_table_file *file, int field, enum wp_table table, enum wp_match match,
                         const char *text) {
    struct wp_reading *reading = file->reading;
    if (match == WP_MATCH_ONE || match == WP_MATCH_REMOVED || reading->in_doubt[table])
        return;
    /* One of several names in a cell is quoted by itself. */
    char excerpt[WP_TABLE_EXCERPT], part[WP_TABLE_EXCERPT + 64] = "";
    if (strcmp(text, wp_table_cell(file, field)) != 0)
        /* For translators: "is not a project" or another thing that is wrong with it follows. */
        snprintf(part, sizeof part, _("names \"%s\", which "), wp_table_excerpt(text, excerpt));
    if (match == WP_MATCH_SEVERAL) {
        wp_table_error(file, field, "%s%s", part, is_ambiguous(table));
        return;
    }
    const char *near = suggest(reading, table, text);
    if (near != NULL)
        wp_table_error(file, field, "%s%s; did you mean %s?", part, is_unknown(table), near);
    else if (table == WP_PROJECTS)
        wp_table_error(file, field, "%s%s; give the id or the title of one", part, is_unknown(table));
    else
        wp_table_error(file, field, "%s%s; give the id or the name of one", part, is_unknown(table));
}

void wp_references_clear(struct wp_reading *reading) {
    for (int k = 0; k < WP_TABLE_COUNT; k++)
        HASH_CLEAR(hh, reading->names[k]);
    HASH_CLEAR(hh, reading->emails);
}
