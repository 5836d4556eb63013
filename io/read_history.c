/* read_history.c: who did what in earlier rounds; placements.csv of an earlier plan is such a file too. */
#include "cells.h"
#include "edits.h"
#include "readers.h"
#include "references.h"
#include <string.h>

/* From RANK on: columns of placements.csv that history does not need. */
enum { STUDENT, ROUND, PROJECT, ORGANISATION, DISTRICT, LECTURER, RANK, CIRCLE, MINUTES, SLOT, BASIS };

static const struct wp_header headers[] = {
    [STUDENT] = {"student", "studentnummer ~student_id ~student_number", true, false, WP_TEXT},
    [ROUND] = {"round", "ronde", false, false, WP_TEXT},
    [PROJECT] = {"project", "~projectnummer ~project_id", false, false, WP_TEXT},
    [ORGANISATION] = {"organisation", "organisatie organisaties ~organisations", false, false, WP_TEXT},
    [DISTRICT] = {"district", "wijk", false, false, WP_TEXT},
    [LECTURER] = {"lecturer", "docent", false, false, WP_TEXT},
    [RANK] = {"rank", "rang", false, false, WP_TEXT},
    [CIRCLE] = {"circle", "kring", false, false, WP_TEXT},
    [MINUTES] = {"minutes", "minuten", false, false, WP_WHOLE},
    [SLOT] = {"slot", NULL, false, false, WP_TEXT},
    [BASIS] = {"basis", NULL, false, false, WP_TEXT},
};

/* The id of this round's object that text names, or of one that a scenario took out, else text itself:
 * earlier rounds knew others. */
static int word_for(struct wp_reading *reading, enum wp_table table, const char *text) {
    int index;
    if (wp_reference_find(reading, table, text, &index) == WP_MATCH_REMOVED)
        return wp_reading_word(reading, wp_edits_removed(reading, table, text));
    return wp_reading_word(reading,
                           index >= 0 ? wp_round_id(reading->round, table, index) : wp_reference_id(text));
}

static int cell_word(struct wp_table_file *file, int column, enum wp_table table) {
    return wp_cell_blank(file, column) ? -1 : word_for(file->reading, table, wp_cell_text(file, column));
}

/* A project of several hosts counts for each of them. */
static struct wp_list organisations_of(struct wp_table_file *file) {
    struct wp_reading *reading = file->reading;
    struct wp_list names = wp_cell_words(file, ORGANISATION);
    int index;
    if (names.count == 0)
        return names;
    int *words = wp_reading_alloc(reading, (size_t)names.count, sizeof *words);
    if (words == NULL)
        return (struct wp_list){0};
    if (wp_reference_find(reading, WP_ORGANISATIONS, wp_cell_text(file, ORGANISATION), &index) ==
        WP_MATCH_ONE) {
        words[0] = cell_word(file, ORGANISATION, WP_ORGANISATIONS);
        return (struct wp_list){.items = words, .count = 1};
    }
    for (int k = 0; k < names.count; k++)
        words[k] = word_for(reading, WP_ORGANISATIONS, wp_round_text(reading->round, names.items[k]));
    return (struct wp_list){.items = words, .count = names.count};
}

/* Rows that say nothing are those of students who were not placed. */
static bool says_nothing(const struct wp_table_file *file) {
    return wp_cell_blank(file, PROJECT) && wp_cell_blank(file, ORGANISATION) &&
           wp_cell_blank(file, DISTRICT) && wp_cell_blank(file, LECTURER);
}

static void read_row(struct wp_reading *reading, struct wp_table_file *file, const char *student,
                     struct wp_history *row) {
    /* A plan's file does not name its round; its own name tells it from other rounds. */
    const char *named = wp_cell_text(file, ROUND);
    *row = (struct wp_history){
        .round = wp_reading_word(reading, named[0] == '\0' ? file->path : named),
        .project = cell_word(file, PROJECT, WP_PROJECTS),
        .organisation = cell_word(file, ORGANISATION, WP_ORGANISATIONS),
        .organisations = organisations_of(file),
        .district = cell_word(file, DISTRICT, WP_DISTRICTS),
        .lecturer = cell_word(file, LECTURER, WP_LECTURERS),
        .where = wp_table_row_at(file),
    };
    wp_reference_find(reading, WP_STUDENTS, student, &row->student);
    row->student_word =
        wp_reading_word(reading, row->student >= 0 ? reading->round->students[row->student].id : student);
}

/* There may be several files: each adds its rows. */
static void read_history(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_round *round = reading->round;
    size_t most = (size_t)round->history_count + wp_table_rows(file);
    struct wp_history *rows = wp_reading_alloc(reading, most, sizeof *rows);
    if (rows == NULL)
        return;
    if (round->history_count > 0)
        memcpy(rows, round->history, (size_t)round->history_count * sizeof *rows);
    round->history = rows;
    while (wp_table_next(file)) {
        const char *student = wp_cell_id(file, STUDENT);
        if (student != NULL && !says_nothing(file))
            read_row(reading, file, student, &rows[round->history_count++]);
    }
}

const struct wp_table_kind wp_history_table = {
    .table = WP_HISTORY,
    .name = "history",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_history,
};
