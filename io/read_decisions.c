/* read_decisions.c: decisions.csv: what people settled before the program places anyone. */
#include "cells.h"
#include "fold.h"
#include "readers.h"
#include "references.h"
#include "rule.h"
#include "suggest.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ACTION, STUDENTS, PROJECT, ORGANISATION, LECTURER, RULE, REASON, BY, DATE };

static const struct wp_header headers[] = {
    [ACTION] = {"action", "actie", true, false, WP_TEXT},
    [STUDENTS] = {"students", "studenten ~student", false, false, WP_TEXT},
    [PROJECT] = {"project", NULL, false, false, WP_TEXT},
    [ORGANISATION] = {"organisation", "organisatie", false, false, WP_TEXT},
    [LECTURER] = {"lecturer", "docent", false, false, WP_TEXT},
    [RULE] = {"rule", "regel", false, false, WP_TEXT},
    [REASON] = {"reason", "reden", false, false, WP_TEXT},
    [BY] = {"by", "door", false, false, WP_TEXT},
    [DATE] = {"date", "datum", false, false, WP_TEXT},
};

static const struct wp_value actions[] = {
    {"pin", WP_ACTION_PIN},          {"vastzetten", WP_ACTION_PIN}, {"forbid", WP_ACTION_FORBID},
    {"verbieden", WP_ACTION_FORBID}, {"open", WP_ACTION_OPEN},      {"openen", WP_ACTION_OPEN},
    {"close", WP_ACTION_CLOSE},      {"sluiten", WP_ACTION_CLOSE},  {"together", WP_ACTION_TOGETHER},
    {"samen", WP_ACTION_TOGETHER},   {"apart", WP_ACTION_APART},    {"waive", WP_ACTION_WAIVE},
    {"ontheffing", WP_ACTION_WAIVE},
};

enum need { NOT_USED, MAY_BE_GIVEN, NEEDED };

/* What an action says of each column, and the fewest students. */
static const struct {
    const char *name;
    enum need needs[RULE + 1];
    int fewest_students;
} forms[WP_ACTION_COUNT] = {
    [WP_ACTION_PIN] = {"pin", {[STUDENTS] = MAY_BE_GIVEN, [PROJECT] = NEEDED, [LECTURER] = MAY_BE_GIVEN}, 0},
    [WP_ACTION_FORBID] = {"forbid",
                          {[STUDENTS] = NEEDED,
                           [PROJECT] = MAY_BE_GIVEN,
                           [ORGANISATION] = MAY_BE_GIVEN,
                           [LECTURER] = MAY_BE_GIVEN},
                          1},
    [WP_ACTION_OPEN] = {"open", {[PROJECT] = NEEDED}, 0},
    [WP_ACTION_CLOSE] = {"close", {[PROJECT] = NEEDED}, 0},
    [WP_ACTION_TOGETHER] = {"together", {[STUDENTS] = NEEDED}, 2},
    [WP_ACTION_APART] = {"apart", {[STUDENTS] = NEEDED}, 2},
    [WP_ACTION_WAIVE] = {"waive", {[STUDENTS] = NEEDED, [PROJECT] = NEEDED, [RULE] = NEEDED}, 1},
};

/* An error about a cell, or, where the file lacks the column, about the row. */
static void lacking(struct wp_table_file *file, enum wp_action action, int column) {
    const char *name = headers[column].name;
    if (file->field_of[column] >= 0)
        wp_cell_error(file, column, "is empty, but %s needs it", forms[action].name);
    else
        wp_diagnostics_error(file->reading->diagnostics, wp_table_row_at(file), "%s needs the column %s",
                             forms[action].name, name);
}

/* Are exactly the cells filled that the action uses? */
static void check_form(struct wp_table_file *file, enum wp_action action) {
    for (int column = STUDENTS; column <= RULE; column++) {
        bool blank = wp_cell_blank(file, column);
        enum need need = forms[action].needs[column];
        if (blank && need == NEEDED)
            lacking(file, action, column);
        else if (!blank && need == NOT_USED)
            wp_cell_error(file, column, "must be empty: %s does not use it", forms[action].name);
    }
    int named =
        !wp_cell_blank(file, PROJECT) + !wp_cell_blank(file, ORGANISATION) + !wp_cell_blank(file, LECTURER);
    if (action == WP_ACTION_FORBID && named != 1)
        wp_diagnostics_error(file->reading->diagnostics, wp_table_row_at(file),
                             "forbid needs exactly one of project, organisation and lecturer; %d are given",
                             named);
    if (action == WP_ACTION_PIN && wp_cell_blank(file, STUDENTS) && wp_cell_blank(file, LECTURER))
        wp_diagnostics_error(file->reading->diagnostics, wp_table_row_at(file),
                             "pin needs students, a lecturer, or both");
}

/* The rule that a waiver names, or NULL. */
static const struct wp_rule *read_rule(struct wp_table_file *file) {
    const char *name = wp_cell_text(file, RULE);
    char folded[64] = "";
    const char *waivable[64];
    char list[500] = "";
    size_t count = 0, length = 0;
    if (name[0] == '\0')
        return NULL;
    if (strlen(name) < sizeof folded)
        wp_fold(name, folded);
    const struct wp_rule *rule = wp_rule_find(folded);
    if (rule != NULL && rule->waivable)
        return rule;
    for (int k = 0; wp_rules[k] != NULL; k++)
        if (wp_rules[k]->waivable && count < sizeof waivable / sizeof waivable[0]) {
            waivable[count++] = wp_rules[k]->name;
            if (length < sizeof list)
                length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                           length > 0 ? ", " : "", wp_rules[k]->name);
        }
    const char *near = wp_suggest(name, waivable, count);
    if (near != NULL)
        wp_cell_error(file, RULE, "is no rule that can be waived; did you mean %s?", near);
    else
        wp_cell_error(file, RULE, "is no rule that can be waived; those are %s", list);
    return NULL;
}

/* Did a scenario take out an object that the cell names? *name is then it, kept. */
static bool names_removed(struct wp_table_file *file, int column, enum wp_table table, const char **name) {
    struct wp_reading *reading = file->reading;
    const char *at = wp_cell_text(file, column), *separators = wp_cell_separators(at), *item;
    size_t length;
    int index;
    if (reading->removed[table] == NULL || at[0] == '\0')
        return false;
    enum wp_match match = wp_reference_find(reading, table, at, &index);
    *name = wp_cell_keep(file, column);
    while (match == WP_MATCH_NONE && wp_cell_next_item(&at, &item, &length, separators)) {
        *name = wp_reading_copy_part(reading, item, length);
        if (*name == NULL)
            return false;
        /* Only a removed one ends the search. */
        if (wp_reference_find(reading, table, *name, &index) == WP_MATCH_REMOVED)
            match = WP_MATCH_REMOVED;
    }
    return match == WP_MATCH_REMOVED;
}

/* Does the decision have nothing left to say, because a scenario took out its project, or so many of its
 * students? One notice tells. */
static bool is_moot(struct wp_table_file *file, const struct wp_decision *decision) {
    const char *form = forms[decision->action].name, *name = "";
    char excerpt[WP_TABLE_EXCERPT];
    int fewest = forms[decision->action].fewest_students;
    if (names_removed(file, PROJECT, WP_PROJECTS, &name)) {
        wp_diagnostics_notice(file->reading->diagnostics, wp_table_row_at(file),
                              "this %s is left out: the scenario takes out project %s", form,
                              wp_table_excerpt(name, excerpt));
        return true;
    }
    if (decision->students.count >= (fewest > 1 ? fewest : 1) ||
        !names_removed(file, STUDENTS, WP_STUDENTS, &name))
        return false;
    wp_table_excerpt(name, excerpt);
    if (decision->students.count == 0)
        wp_diagnostics_notice(file->reading->diagnostics, wp_table_row_at(file),
                              "this %s is left out: the scenario takes out student %s", form, excerpt);
    else
        wp_diagnostics_notice(file->reading->diagnostics, wp_table_row_at(file),
                              "this %s is left out: the scenario takes out student %s, and one alone is too "
                              "few",
                              form, excerpt);
    return true;
}

/* Everything but the action, which is known. False if the decision does not count any more. */
static bool read_row(struct wp_table_file *file, struct wp_decision *decision) {
    struct wp_reading *reading = file->reading;
    enum wp_action action = decision->action;
    check_form(file, action);
    size_t errors = reading->diagnostics->errors;
    decision->students = wp_cell_references(file, STUDENTS, WP_STUDENTS);
    bool moot = is_moot(file, decision);
    if (!moot && reading->diagnostics->errors == errors && !reading->in_doubt[WP_STUDENTS] &&
        !wp_cell_blank(file, STUDENTS) && decision->students.count < forms[action].fewest_students)
        wp_cell_error(file, STUDENTS, "names one student; %s needs at least %d", forms[action].name,
                      forms[action].fewest_students);
    decision->project = wp_cell_reference(file, PROJECT, WP_PROJECTS);
    decision->organisation = wp_cell_reference(file, ORGANISATION, WP_ORGANISATIONS);
    decision->lecturer = wp_cell_reference(file, LECTURER, WP_LECTURERS);
    decision->rule = read_rule(file);
    decision->reason = wp_cell_keep(file, REASON);
    decision->by = wp_cell_keep(file, BY);
    decision->date = wp_cell_keep(file, DATE);
    decision->where = wp_table_row_at(file);
    return !moot;
}

static int compare_numbers(int a, int b) {
    return (a > b) - (a < b);
}

static int compare_lists(struct wp_list a, struct wp_list b) {
    int order = 0;
    for (int k = 0; order == 0 && k < a.count && k < b.count; k++)
        order = compare_numbers(a.items[k], b.items[k]);
    return order != 0 ? order : compare_numbers(a.count, b.count);
}

static int by_action_and_content(const void *left, const void *right) {
    const struct wp_decision *a = left, *b = right;
    int order = compare_numbers((int)a->action, (int)b->action);
    if (order == 0)
        order = compare_lists(a->students, b->students);
    if (order == 0)
        order = compare_numbers(a->project, b->project);
    if (order == 0)
        order = compare_numbers(a->organisation, b->organisation);
    if (order == 0)
        order = compare_numbers(a->lecturer, b->lecturer);
    if (order == 0 && a->rule != NULL && b->rule != NULL)
        order = strcmp(a->rule->name, b->rule->name);
    if (order == 0)
        order = strcmp(a->reason, b->reason);
    if (order == 0)
        order = strcmp(a->by, b->by);
    return order != 0 ? order : strcmp(a->date, b->date);
}

static void read_decisions(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_decision *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        int action = -1;
        if (wp_cell_blank(file, ACTION))
            wp_cell_error(file, ACTION, "is empty, but every row needs it");
        else
            wp_cell_value(file, ACTION, actions, sizeof actions / sizeof actions[0], &action);
        if (action < 0)
            continue;
        rows[count] = (struct wp_decision){.action = (enum wp_action)action};
        count += read_row(file, &rows[count]);
    }
    if (count > 1)
        qsort(rows, (size_t)count, sizeof *rows, by_action_and_content);
    reading->round->decisions = rows;
    reading->round->decision_count = count;
}

const struct wp_table_kind wp_decisions_table = {
    .table = WP_DECISIONS,
    .name = "decisions",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_decisions,
};
