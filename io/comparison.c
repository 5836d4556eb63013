/* comparison.c: several plans side by side: the table and its sections. */
#include "comparison.h"
#include "comparison_parts.h"
#include <stdlib.h>
#include <string.h>

/* Room for one more item behind `count` of them, in the arena; NULL where memory runs out. */
static void *grown(struct wp_comparison *table, const void *items, int count, int *capacity, size_t size) {
    int room = *capacity ? 2 * *capacity : 8;
    void *larger = wp_arena_alloc(table->arena, (size_t)room, size);
    if (!larger) {
        table->failed = true;
        return NULL;
    }
    if (count > 0)
        memcpy(larger, items, (size_t)count * size);
    *capacity = room;
    return larger;
}

static const char *copied(struct wp_comparison *table, const char *text) {
    const char *copy = wp_arena_copy(table->arena, text, strlen(text));
    table->failed |= !copy;
    return copy;
}

void wp_comparison_begin(struct wp_comparison *table, const char *heading) {
    if (table->section_count == table->capacity) {
        void *larger =
            grown(table, table->sections, table->section_count, &table->capacity, sizeof *table->sections);
        if (!larger)
            return;
        table->sections = larger;
    }
    table->sections[table->section_count++] = (struct wp_comparison_section){.heading = heading};
}

static struct wp_comparison_section *last_section(const struct wp_comparison *table) {
    return &table->sections[table->section_count - 1];
}

int wp_comparison_row(struct wp_comparison *table, const char *name) {
    if (table->failed)
        return -1;
    struct wp_comparison_section *section = last_section(table);
    for (int r = 0; r < section->row_count; r++)
        if (strcmp(section->rows[r].name, name) == 0)
            return r;
    if (section->row_count == section->capacity) {
        void *larger =
            grown(table, section->rows, section->row_count, &section->capacity, sizeof *section->rows);
        if (!larger)
            return -1;
        section->rows = larger;
    }
    struct wp_comparison_row *row = &section->rows[section->row_count];
    row->name = copied(table, name);
    row->cells = wp_arena_alloc(table->arena, (size_t)table->plan_count, sizeof *row->cells);
    table->failed |= !row->cells;
    return table->failed ? -1 : section->row_count++;
}

static struct wp_comparison_cell *cell_of(const struct wp_comparison *table, int row, int plan) {
    return table->failed || row < 0 ? NULL : &last_section(table)->rows[row].cells[plan];
}

void wp_comparison_add(struct wp_comparison *table, int row, int plan, int64_t number) {
    struct wp_comparison_cell *cell = cell_of(table, row, plan);
    if (!cell)
        return;
    cell->kind = WP_COMPARISON_NUMBER;
    cell->number += number;
}

void wp_comparison_number(struct wp_comparison *table, int row, int plan, int64_t number) {
    struct wp_comparison_cell *cell = cell_of(table, row, plan);
    if (cell)
        *cell = (struct wp_comparison_cell){.kind = WP_COMPARISON_NUMBER, .number = number};
}

void wp_comparison_string(struct wp_comparison *table, int row, int plan, const char *text) {
    struct wp_comparison_cell *cell = cell_of(table, row, plan);
    if (!cell || !*text)
        return;
    *cell = (struct wp_comparison_cell){.kind = WP_COMPARISON_TEXT, .text = copied(table, text)};
}

void wp_comparison_unproven(struct wp_comparison *table, int row, int plan) {
    struct wp_comparison_cell *cell = cell_of(table, row, plan);
    if (cell)
        cell->unproven = true;
}

static bool is_no_group(const struct wp_comparison_row *row) {
    return strcmp(row->name, WP_COMPARISON_NO_GROUP) == 0;
}

static int by_name(const void *left, const void *right) {
    const struct wp_comparison_row *a = left, *b = right;
    if (is_no_group(a) != is_no_group(b))
        return is_no_group(a) ? 1 : -1;
    return strcmp(a->name, b->name);
}

void wp_comparison_sort(struct wp_comparison *table) {
    if (table->failed)
        return;
    struct wp_comparison_section *section = last_section(table);
    if (section->row_count > 0)
        qsort(section->rows, (size_t)section->row_count, sizeof *section->rows, by_name);
}

static bool tells_something(const struct wp_comparison_row *row, int plan_count, bool zeros) {
    for (int i = 0; i < plan_count; i++) {
        const struct wp_comparison_cell *cell = &row->cells[i];
        if (cell->kind == WP_COMPARISON_TEXT ||
            (cell->kind == WP_COMPARISON_NUMBER && (zeros || cell->number != 0)))
            return true;
    }
    return false;
}

void wp_comparison_end(struct wp_comparison *table, bool zeros) {
    if (table->failed)
        return;
    struct wp_comparison_section *section = last_section(table);
    int kept = 0;
    for (int r = 0; r < section->row_count; r++)
        if (tells_something(&section->rows[r], table->plan_count, zeros))
            section->rows[kept++] = section->rows[r];
    section->row_count = kept;
    if (kept == 0 || (kept == 1 && is_no_group(&section->rows[0])))
        table->section_count--;
}

/* Rounds' names, if all have one and no two are alike; else folders. */
static bool named_by_round(const struct wp_compared *plans, int count) {
    for (int i = 0; i < count; i++) {
        if (!*plans[i].round->settings->name)
            return false;
        for (int j = 0; j < i; j++)
            if (strcmp(plans[i].round->settings->name, plans[j].round->settings->name) == 0)
                return false;
    }
    return true;
}

static void name_plans(struct wp_comparison *table, const struct wp_compared *plans) {
    bool by_round = named_by_round(plans, table->plan_count);
    table->names = wp_arena_alloc(table->arena, (size_t)table->plan_count, sizeof *table->names);
    table->failed |= !table->names;
    for (int i = 0; i < table->plan_count && !table->failed; i++)
        table->names[i] = copied(table, by_round ? plans[i].round->settings->name : plans[i].folder);
}

static int fill(const struct wp_comparing *comparing, struct wp_error *error) {
    static int (*const parts[])(const struct wp_comparing *comparing, struct wp_error *error) = {
        wp_compare_outcomes, wp_compare_fairness, wp_compare_chain, wp_compare_work, wp_compare_places};
    int code = 0;
    for (int i = 0; i < comparing->count && code == 0; i++) {
        const struct wp_compared *compared = &comparing->plans[i];
        code = wp_totals_new(compared->round, compared->plan, &comparing->totals[i], error);
        if (code == 0)
            code = wp_fairness_new(compared->round, compared->plan, &comparing->fairness[i], error);
    }
    if (code == 0)
        name_plans(comparing->table, comparing->plans);
    for (size_t p = 0; p < sizeof parts / sizeof *parts && code == 0 && !comparing->table->failed; p++)
        code = parts[p](comparing, error);
    return code == 0 && comparing->table->failed ? wp_error_memory(error) : code;
}

int wp_comparison_new(const struct wp_compared *plans, int count, struct wp_comparison **out,
                      struct wp_error *error) {
    struct wp_comparing comparing = {.plans = plans, .count = count};
    int code = 0;
    *out = NULL;
    comparing.table = calloc(1, sizeof *comparing.table);
    comparing.totals = calloc((size_t)count, sizeof(struct wp_totals *));
    comparing.fairness = calloc((size_t)count, sizeof(struct wp_fairness *));
    if (!comparing.table || !comparing.totals || !comparing.fairness ||
        !(comparing.table->arena = wp_arena_new())) {
        code = wp_error_memory(error);
        goto out;
    }
    comparing.table->plan_count = count;
    code = fill(&comparing, error);
    if (code == 0) {
        *out = comparing.table;
        comparing.table = NULL;
    }
out:
    for (int i = 0; i < count; i++) {
        if (comparing.totals)
            wp_totals_free(comparing.totals[i]);
        if (comparing.fairness)
            wp_fairness_free(comparing.fairness[i]);
    }
    free(comparing.totals);
    free(comparing.fairness);
    wp_comparison_free(comparing.table);
    return code;
}

void wp_comparison_free(struct wp_comparison *comparison) {
    if (!comparison)
        return;
    if (comparison->arena)
        wp_arena_free(comparison->arena);
    free(comparison);
}
