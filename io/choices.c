/* choices.c: a student's choices, as numbered columns or as one cell. */
#include "choices.h"

#include "cells.h"
#include "references.h"
#include <stdlib.h>
#include <string.h>

/* A row's choices while they are read. */
struct list {
    struct wp_table_file *file;
    struct wp_choice *items;
    int count;
};

static int by_rank_and_project(const void *a, const void *b) {
    const struct wp_choice *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return (left->project > right->project) - (left->project < right->project);
}

void wp_choices_sort(struct wp_choice *choices, int count) {
    if (count > 1)
        qsort(choices, (size_t)count, sizeof *choices, by_rank_and_project);
}

/* Adds the project that text names; text is a cell or part of one. */
static void add(struct list *list, int field, const char *text, int rank) {
    struct wp_reading *reading = list->file->reading;
    int project;
    enum wp_match match = wp_reference_find_choice(reading, text, &project);
    wp_reference_report(list->file, field, WP_PROJECTS, match, text);
    if (project < 0)
        return;
    for (int k = 0; k < list->count; k++)
        if (list->items[k].project == project) {
            wp_table_error(list->file, field, "names project %s a second time; it is choice %d already",
                           wp_round_id(reading->round, WP_PROJECTS, project), list->items[k].rank);
            return;
        }
    list->items[list->count++] = (struct wp_choice){.project = project, .rank = rank};
}

bool wp_choices_any(const struct wp_table_file *file) {
    for (int rank = 1; rank <= WP_MAX_RANK; rank++)
        if (wp_table_cell(file, file->field_at[rank])[0] != '\0')
            return true;
    return false;
}

const struct wp_choice *wp_choices_numbered(struct wp_table_file *file, int *count) {
    struct list list = {.file = file};
    int filled = 0;
    *count = 0;
    for (int rank = 1; rank <= WP_MAX_RANK; rank++)
        filled += wp_table_cell(file, file->field_at[rank])[0] != '\0';
    if (filled == 0)
        return NULL;
    list.items = wp_reading_alloc(file->reading, (size_t)filled, sizeof *list.items);
    for (int rank = 1; rank <= WP_MAX_RANK && list.items != NULL; rank++) {
        const char *text = wp_table_cell(file, file->field_at[rank]);
        if (text[0] != '\0')
            add(&list, file->field_at[rank], text, rank);
    }
    wp_choices_sort(list.items, list.count);
    *count = list.count;
    return list.items;
}

/* Reads `P1 > P2 = P3`: a project's rank is 1 + the number of projects strictly better. */
static void read_order(struct list *list, int field, char *text) {
    int rank = 1, named = 0;
    for (char *at = text;; at++) {
        size_t length = strcspn(at, ">=");
        char mark = at[length];
        const char *items = at, *item;
        size_t item_length;
        at[length] = '\0';
        if (!wp_cell_next_item(&items, &item, &item_length, "")) {
            if (mark == '\0')
                wp_table_error(list->file, field, "has nothing after a \">\" or \"=\"; write P1 > P2 = P3");
            else if (mark == '=')
                wp_table_error(list->file, field, "has nothing before a \"=\"; write P1 > P2 = P3");
            else
                wp_table_error(list->file, field, "has nothing before a \">\" or \"=\"; write P1 > P2 = P3");
            return;
        }
        at[(size_t)(item - at) + item_length] = '\0';
        if (rank > WP_MAX_RANK) {
            wp_table_error(list->file, field, "ranks more than %d projects", WP_MAX_RANK);
            return;
        }
        add(list, field, item, rank);
        named++;
        if (mark == '\0')
            return;
        if (mark == '>')
            rank = named + 1;
        at += length;
    }
}

const struct wp_choice *wp_choices_listed(struct wp_table_file *file, int column, int *count) {
    struct wp_reading *reading = file->reading;
    const char *text = wp_cell_text(file, column);
    int field = file->field_of[column], most = 1, whole;
    *count = 0;
    if (text[0] == '\0')
        return NULL;
    for (const char *at = text; *at != '\0'; at++)
        most += *at == '>' || *at == '=';
    struct list list = {.file = file, .items = wp_reading_alloc(reading, (size_t)most, sizeof *list.items)};
    char *copy = wp_reading_copy_part(reading, text, strlen(text));
    if (list.items == NULL || copy == NULL)
        return NULL;
    /* A title may hold one of the signs. */
    enum wp_match match = wp_reference_find(reading, WP_PROJECTS, text, &whole);
    if (match == WP_MATCH_ONE || match == WP_MATCH_REMOVED)
        add(&list, field, text, 1);
    else
        read_order(&list, field, copy);
    wp_choices_sort(list.items, list.count);
    *count = list.count;
    return list.items;
}
