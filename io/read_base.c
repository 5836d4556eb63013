/* read_base.c: placements.csv of the plan that [round] base names: where each student was before. */
#include "cell_limits.h"
#include "cells.h"
#include "readers.h"
#include "references.h"
#include "translate.h"
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STUDENT, PROJECT, RANK, LECTURER, ORGANISATION, DISTRICT, CIRCLE, MINUTES, SLOT, BASIS };

/* As a plan's file has them: nobody writes this file by hand. */
static const struct wp_header headers[] = {
    [STUDENT] = {"student", NULL, true, false, WP_TEXT},
    [PROJECT] = {"project", NULL, true, false, WP_TEXT},
    [RANK] = {"rank", NULL, false, false, WP_TEXT},
    [LECTURER] = {"lecturer", NULL, false, false, WP_TEXT},
    [ORGANISATION] = {"organisation", NULL, false, false, WP_TEXT},
    [DISTRICT] = {"district", NULL, false, false, WP_TEXT},
    [CIRCLE] = {"circle", NULL, false, false, WP_TEXT},
    [MINUTES] = {"minutes", NULL, false, false, WP_WHOLE},
    [SLOT] = {"slot", NULL, false, false, WP_TEXT},
    [BASIS] = {"basis", NULL, false, false, WP_TEXT},
};

struct base_row {
    const char *id;
    struct wp_base_placement placement;
    struct wp_former_place former;
    struct wp_location where;
};

/* Ids that this round does not have, as often as rows name them. */
struct strangers {
    const char **ids; /* one for each row at most */
    size_t count;
};

static int by_id(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* One notice names each once: projects, or lecturers. */
static void notice_strangers(const struct wp_table_file *file, const struct strangers *strangers,
                             enum wp_table table) {
    char list[600] = "", more[64] = "";
    size_t length = 0;
    int left_out = 0;
    if (strangers->count == 0 || file->reading->in_doubt[table])
        return;
    qsort(strangers->ids, strangers->count, sizeof *strangers->ids, by_id);
    for (size_t k = 0; k < strangers->count; k++) {
        char excerpt[WP_TABLE_EXCERPT];
        if (k > 0 && strcmp(strangers->ids[k - 1], strangers->ids[k]) == 0)
            continue;
        wp_table_excerpt(strangers->ids[k], excerpt);
        if (length + strlen(excerpt) + 3 > sizeof list)
            left_out++;
        else
            length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", length > 0 ? ", " : "",
                                       excerpt);
    }
    if (left_out > 0)
        snprintf(more, sizeof more, _(" and %d more"), left_out);
    if (table == WP_PROJECTS)
        wp_diagnostics_notice(file->reading->diagnostics, (struct wp_location){.path = file->path},
                              "the earlier plan names projects that are not in this round: %s%s; their "
                              "students count as moved",
                              list, more);
    else
        wp_diagnostics_notice(file->reading->diagnostics, (struct wp_location){.path = file->path},
                              "the earlier plan names lecturers that are not in this round: %s%s; their "
                              "students count as having another lecturer",
                              list, more);
}

/* An object of this round; WP_UNKNOWN, remembered, if it has none of that id; -1 where the cell is blank. */
static int find(struct wp_table_file *file, int column, enum wp_table table, struct strangers *strangers) {
    if (wp_cell_blank(file, column))
        return -1;
    const char *id = wp_reference_id(wp_cell_text(file, column));
    int index = wp_round_find(file->reading->round, table, id);
    if (index >= 0)
        return index;
    strangers->ids[strangers->count++] = wp_reading_copy(file->reading, id);
    return WP_UNKNOWN;
}

/* The number of the slot that the cell names; -1 if it is blank or wrong. */
static int read_slot(struct wp_table_file *file) {
    uint32_t slots = wp_cell_slots(file, SLOT);
    int slot = 0;
    if (slots == 0)
        return -1;
    if ((slots & (slots - 1)) != 0) {
        wp_cell_error(file, SLOT, "must be one slot, such as mo1");
        return -1;
    }
    while (slots >> slot != 1)
        slot++;
    return slot;
}

/* Cells that nothing is read from must still be those of a plan: else this is another file. */
static void check_others(struct wp_table_file *file) {
    static const struct wp_value bases[] = {{"choice", 0}, {"pin", 1}, {"group", 2}, {"unlisted", 3}};
    int ignored;
    const char *rank = wp_cell_text(file, RANK);
    if (strspn(rank, "0123456789") > 0)
        wp_cell_integer(file, RANK, 1, WP_MAX_RANK, &ignored);
    else if (rank[0] != '\0' && strcmp(rank, "unlisted") != 0)
        wp_cell_error(file, RANK, "must be a rank from 1 to %d or unlisted", WP_MAX_RANK);
    wp_cell_integer(file, MINUTES, 0, WP_MOST_MINUTES, &ignored);
    wp_cell_value(file, BASIS, bases, sizeof bases / sizeof bases[0], &ignored);
}

/* The id in the cell, whether this round has it or not; NULL where the cell is blank. */
static const char *read_id(struct wp_table_file *file, int column) {
    return wp_cell_blank(file, column)
               ? NULL
               : wp_reading_copy(file->reading, wp_reference_id(wp_cell_text(file, column)));
}

static void read_row(struct wp_table_file *file, struct base_row *row, struct strangers *projects,
                     struct strangers *lecturers) {
    int project = find(file, PROJECT, WP_PROJECTS, projects);
    check_others(file);
    row->placement = (struct wp_base_placement){
        .placed = project != -1,
        .project = project,
        .lecturer = find(file, LECTURER, WP_LECTURERS, lecturers),
        .slot = read_slot(file),
    };
    row->former = (struct wp_former_place){
        .student = row->id,
        .project = read_id(file, PROJECT),
        .lecturer = read_id(file, LECTURER),
        .organisations = wp_reading_copy(file->reading, wp_cell_text(file, ORGANISATION)),
        .slot = row->placement.slot,
    };
    for (int column = RANK; column <= BASIS; column++)
        if (project == -1 && !wp_cell_blank(file, column))
            wp_cell_error(file, column, "stands in a row without a project");
}

/* How many students have gone since the earlier plan, how many have come. */
static void notice_counts(const struct wp_table_file *file, int gone, int come) {
    struct wp_diagnostics *diagnostics = file->reading->diagnostics;
    const struct wp_location where = {.path = file->path};
    if (gone > 0)
        wp_diagnostics_notice(
            diagnostics, where,
            ngettext("%d student of the earlier plan is not in this round; moves does not count her",
                     "%d students of the earlier plan are not in this round; moves does not count them",
                     (unsigned long)gone),
            gone);
    if (come > 0)
        wp_diagnostics_notice(diagnostics, where,
                              ngettext("%d student is not in the earlier plan; moves does not count her",
                                       "%d students are not in the earlier plan; moves does not count them",
                                       (unsigned long)come),
                              come);
}

/* Rows find their students; who is in one of both only is counted. */
static void place(struct wp_table_file *file, const struct base_row *rows, int count) {
    struct wp_round *round = file->reading->round;
    struct wp_former_place *former = wp_reading_alloc(file->reading, (size_t)count, sizeof *former);
    int known = 0;
    round->base = wp_reading_alloc(file->reading, (size_t)round->student_count, sizeof *round->base);
    if (round->base == NULL || former == NULL)
        return;
    for (int k = 0; k < count; k++)
        former[k] = rows[k].former;
    round->former = former;
    round->former_count = count;
    for (int s = 0; s < round->student_count; s++)
        round->base[s] = (struct wp_base_placement){.project = -1, .lecturer = -1, .slot = -1};
    for (int k = 0; k < count; k++) {
        int student = wp_round_find(round, WP_STUDENTS, rows[k].id);
        if (student < 0)
            continue;
        known++;
        round->base[student] = rows[k].placement;
    }
    if (file->reading->in_doubt[WP_STUDENTS])
        return;
    notice_counts(file, count - known, round->student_count - known);
}

static void read_base(struct wp_reading *reading, struct wp_table_file *file) {
    size_t most = wp_table_rows(file);
    struct strangers projects = {0}, lecturers = {0};
    struct base_row *rows = wp_reading_alloc(reading, most + 1, sizeof *rows);
    int count = 0;
    if (!file->usable) {
        /* A file that could not be read at all is reported there already. */
        if (file->path != NULL)
            wp_diagnostics_error(reading->diagnostics, reading->settings->file_at[WP_BASE],
                                 "base = %s: this folder's placements.csv is not that of a plan",
                                 reading->settings->base);
        return;
    }
    projects.ids = wp_reading_alloc(reading, most + 1, sizeof *projects.ids);
    lecturers.ids = wp_reading_alloc(reading, most + 1, sizeof *lecturers.ids);
    while (!reading->out_of_memory && wp_table_next(file)) {
        struct base_row row = {.id = wp_cell_id(file, STUDENT), .where = wp_table_row_at(file)};
        read_row(file, &row, &projects, &lecturers);
        if (row.id != NULL)
            rows[count++] = row;
    }
    if (reading->out_of_memory)
        return;
    rows = wp_rows_sort(file, STUDENT, rows, &count, sizeof *rows, offsetof(struct base_row, where));
    if (rows == NULL)
        return;
    place(file, rows, count);
    notice_strangers(file, &projects, WP_PROJECTS);
    notice_strangers(file, &lecturers, WP_LECTURERS);
}

const struct wp_table_kind wp_base_table = {
    .table = WP_BASE,
    .name = "base",
    .wanted = N_("base must be the folder of an earlier plan"),
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_base,
};
