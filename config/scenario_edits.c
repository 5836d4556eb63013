/* scenario_edits.c: the sections of a scenario that change its round: [set], [remove], [scale] and [add]. */
#include "columns.h"
#include "scenario_file.h"
#include "translate.h"
#include "unknown.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

/* Larger factors and numbers of students are slips of the keyboard. */
#define MOST_PERCENT  100000 /* hundredths of a percent */
#define MOST_STUDENTS 100000

struct reading {
    const struct wp_ini *ini;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct wp_edit *edits; /* room for one an entry */
    int edit_count;
};

static struct wp_location at(const struct reading *reading, const struct wp_ini_entry *entry) {
    return (struct wp_location){reading->ini->path, entry->line, 0};
}

/* What takes the place of removing rows of the others. */
static const char *const instead_of_remove[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = N_("close what is there: projects.P12.status = closed in [set]"),
    [WP_ORGANISATIONS] = N_("take its room: organisations.O3.max_projects = 0 in [set]"),
    [WP_LECTURERS] = N_("take her room: lecturers.L07.max_students = 0 in [set]"),
    [WP_PREFERENCES] = N_("remove the student, or empty her cells: preferences.S101.choice_2 = in [set]"),
    [WP_TRAVEL] = N_("write other minutes: travel.A>B.minutes = 90 in [set]"),
    [WP_HISTORY] = N_("name other files: input.history = FILE in [set]"),
    [WP_DECISIONS] = N_("name another file: input.decisions = FILE in [set]")};

/* What takes the place of scaling the others. */
static const char *const instead_of_scale[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = N_("add some: districts = FILE in [add]"),
    [WP_ORGANISATIONS] = N_("change their room: organisations.*.max_students = +10% in [set]"),
    [WP_LECTURERS] = N_("change their room: lecturers.*.max_students = +10% in [set]"),
    [WP_PROJECTS] = N_("change their room: projects.*.max_students = +10% in [set]"),
    [WP_PREFERENCES] = N_("copies of students get the choices of theirs: students = +10%"),
    [WP_TRAVEL] = N_("change the minutes: travel.*.minutes = +10% in [set]"),
    [WP_HISTORY] = N_("add some: history = FILE in [add]"),
    [WP_DECISIONS] = N_("add some: decisions = FILE in [add]")};

static bool is_allowed(const struct reading *reading, const struct wp_ini_entry *entry,
                       enum wp_edit_kind kind, enum wp_table table) {
    const char *const *instead = kind == WP_EDIT_REMOVE  ? instead_of_remove
                                 : kind == WP_EDIT_SCALE ? instead_of_scale
                                                         : NULL;

    if (instead == NULL || instead[table] == NULL)
        return true;
    wp_diagnostics_error(reading->diagnostics, at(reading, entry), "[%s] does not work for %s; %s",
                         entry->section, entry->key, _(instead[table]));
    return false;
}

/* "S101|S102" or "S101, S102", as ids with | between them. */
static int read_ids(const struct reading *reading, const struct wp_ini_entry *entry, const char **out) {
    const char *const *items = wp_value_list(entry->value, reading->arena);
    size_t size = strlen(entry->value) + 1, length = 0;
    char *ids = wp_arena_alloc(reading->arena, size, 1), excerpt[WP_EXCERPT];

    if (items == NULL || ids == NULL)
        return WP_INTERNAL;
    for (size_t i = 0; items[i] != NULL; i++) {
        if (items[i][0] == '\0') {
            wp_diagnostics_error(reading->diagnostics, at(reading, entry),
                                 "%s: an id is missing between, before or behind |", entry->key);
            return 0;
        }
        for (size_t k = 0; k < i; k++) {
            if (strcmp(items[k], items[i]) == 0) {
                wp_diagnostics_error(reading->diagnostics, at(reading, entry), "%s: %s stands twice",
                                     entry->key, wp_value_excerpt(items[i], excerpt));
                return 0;
            }
        }
        length += (size_t)snprintf(ids + length, size - length, "%s%s", i > 0 ? "|" : "", items[i]);
    }
    *out = ids;
    return 1;
}

/* "+10%", "-10%", "+25", "-5": at least a sign, a number above 0 and, of fewer, less than everybody. */
static bool is_amount(const char *text) {
    const char *percent = strchr(text, '%');
    int64_t number;
    int share;

    if ((text[0] != '+' && text[0] != '-') || text[1] == '+')
        return false;
    if (percent == NULL)
        return wp_value_integer(text + 1, &number) && number > 0 && number <= MOST_STUDENTS;
    return wp_value_percent(text + 1, &share) && share > 0 &&
           (text[0] == '-' ? share < 10000 : share <= MOST_PERCENT);
}

static bool check_amount(const struct reading *reading, const struct wp_ini_entry *entry) {
    char excerpt[WP_EXCERPT];

    if (is_amount(entry->value))
        return true;
    wp_diagnostics_error(
        reading->diagnostics, at(reading, entry),
        "%s = %s: expected a change such as +10%%, -10%%, +25 or -5; more by at most %d%% or "
        "%d, fewer by less than 100%%",
        entry->key, wp_value_excerpt(entry->value, excerpt), MOST_PERCENT / 100, MOST_STUDENTS);
    return false;
}

static bool check_file_name(const struct reading *reading, const struct wp_ini_entry *entry) {
    char excerpt[WP_EXCERPT];

    if (entry->value[0] != '"' && entry->value[0] != '\'')
        return true;
    wp_diagnostics_error(reading->diagnostics, at(reading, entry),
                         "%s = %s: expected the name of a file; write it without quotes", entry->key,
                         wp_value_excerpt(entry->value, excerpt));
    return false;
}

/* Returns 1 if the edit is right, 0 if it is not, or WP_INTERNAL. */
static int read_edit(const struct reading *reading, const struct wp_ini_entry *entry, enum wp_edit_kind kind,
                     struct wp_edit *edit) {
    static const char *const expected[] = {[WP_EDIT_REMOVE] = N_("ids with | between them"),
                                           [WP_EDIT_SCALE] = N_("a change such as +10% or -5"),
                                           [WP_EDIT_ADD] = N_("the name of a file")};
    char excerpt[WP_EXCERPT], meant[WP_DID_YOU_MEAN];
    int table = wp_table_find(entry->key, strlen(entry->key));

    if (table < 0) {
        wp_diagnostics_error(reading->diagnostics, at(reading, entry), "there is no table \"%s\"%s",
                             wp_value_excerpt(entry->key, excerpt),
                             wp_did_you_mean(entry->key, wp_table_names, WP_INPUT_TABLES, meant));
        return 0;
    }
    *edit = (struct wp_edit){.kind = kind, .table = (enum wp_table)table, .where = at(reading, entry)};
    if (!is_allowed(reading, entry, kind, edit->table))
        return 0;
    if (entry->value[0] == '\0') {
        wp_diagnostics_error(reading->diagnostics, at(reading, entry), "%s has no value: expected %s",
                             entry->key, _(expected[kind]));
        return 0;
    }
    if (kind == WP_EDIT_REMOVE)
        return read_ids(reading, entry, &edit->ids);
    edit->value = entry->value;
    return kind == WP_EDIT_SCALE ? check_amount(reading, entry) : check_file_name(reading, entry);
}

static int read_edits(struct reading *reading, const char *section, enum wp_edit_kind kind) {
    for (size_t i = 0; i < reading->ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &reading->ini->entries[i];
        int outcome;

        if (strcmp(entry->section, section) != 0)
            continue;
        outcome = read_edit(reading, entry, kind, &reading->edits[reading->edit_count]);
        if (outcome < 0)
            return outcome;
        reading->edit_count += outcome;
    }
    return 0;
}

/* Does the line name something that a scenario can set, and that no line before it names? */
static bool check_set(const struct reading *reading, const struct wp_set_line *line,
                      const struct wp_set_line *before, int count) {
    if (line->target.kind == WP_TARGET_HEADER) {
        wp_diagnostics_error(reading->diagnostics, line->where,
                             "%s: headers are mapped in the round, in [columns]", line->target.text);
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (wp_target_same(&before[i].target, &line->target)) {
            wp_diagnostics_error(reading->diagnostics, line->where,
                                 "%s was set in line %ld already; keep one of the two", line->target.text,
                                 before[i].where.line);
            return false;
        }
    }
    return true;
}

static int read_sets(const struct reading *reading, struct wp_scenario_file *out) {
    struct wp_set_line *sets = wp_arena_alloc(reading->arena, reading->ini->entry_count, sizeof *sets);

    if (sets == NULL)
        return WP_INTERNAL;
    out->sets = sets;
    for (size_t i = 0; i < reading->ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &reading->ini->entries[i];
        struct wp_set_line *line = &sets[out->set_count];
        int outcome;

        if (strcmp(entry->section, "set") != 0)
            continue;
        *line = (struct wp_set_line){.value = entry->value, .where = at(reading, entry)};
        outcome =
            wp_target_read(entry->key, line->where, reading->arena, reading->diagnostics, &line->target);
        if (outcome < 0)
            return outcome;
        if (outcome > 0 && check_set(reading, line, sets, out->set_count))
            out->set_count++;
    }
    return 0;
}

int wp_scenario_edits_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                           struct wp_diagnostics *diagnostics) {
    struct reading reading = {ini, arena, diagnostics, NULL, 0};
    int code;

    reading.edits = wp_arena_alloc(arena, ini->entry_count + 1, sizeof *reading.edits);
    if (reading.edits == NULL)
        return WP_INTERNAL;
    code = read_edits(&reading, "remove", WP_EDIT_REMOVE);
    if (code == 0)
        code = read_edits(&reading, "scale", WP_EDIT_SCALE);
    if (code == 0)
        code = read_edits(&reading, "add", WP_EDIT_ADD);
    out->edits = reading.edits;
    out->edit_count = reading.edit_count;
    return code == 0 ? read_sets(&reading, out) : code;
}
