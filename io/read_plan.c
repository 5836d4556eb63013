/* read_plan.c: placements.csv of a written plan becomes a plan again. */
#include "read_plan.h"
#include "csv_read.h"
#include "inputs.h"
#include "report_files.h"
#include "text.h"
#include "translate.h"
#include <stdlib.h>
#include <string.h>

#define NOT_READ (-2) /* a student, or a project's slot, of which no row was seen yet */

struct reading {
    const struct wp_round *round;
    struct wp_plan *plan;
    struct wp_diagnostics *diagnostics;
    const char *path; /* in the round's arena */
    const struct wp_csv *csv;
    int student, project, lecturer, slot; /* columns, 0 for the first */
};

static const char *cell(const struct reading *reading, const struct wp_csv_row *row, int column) {
    return column < row->count ? reading->csv->cells[row->first + (size_t)column].text : "";
}

static struct wp_location at(const struct reading *reading, long line, int column) {
    return (struct wp_location){reading->path, line, column + 1};
}

static int find_column(const struct reading *reading, const char *name) {
    const struct wp_csv_row *header = &reading->csv->rows[0];
    for (int column = 0; column < header->count; column++)
        if (strcmp(cell(reading, header, column), name) == 0)
            return column;
    wp_diagnostics_error(reading->diagnostics, at(reading, 1, -1), "the column \"%s\" is missing", name);
    return -1;
}

/* The index of what a cell names; -1 where it is empty or unknown, which is reported. */
static int find_object(const struct reading *reading, const struct wp_csv_row *row, int column,
                       enum wp_table table, const char *what) {
    const char *id = cell(reading, row, column);
    int index = *id ? wp_round_find(reading->round, table, id) : -1;
    if (*id && index < 0)
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, column),
                             "%s \"%s\" is not in this round", what, id);
    return index;
}

/* The number of the slot that a cell names; -1 where it is empty, NOT_READ where it is no slot, which is
 * reported. */
static int find_slot(const struct reading *reading, const struct wp_csv_row *row) {
    const char *name = cell(reading, row, reading->slot);
    int slot = *name ? 0 : -1;
    while (slot >= 0 && slot < WP_SLOT_COUNT && strcmp(name, wp_slot_name(slot)) != 0)
        slot++;
    if (slot < WP_SLOT_COUNT)
        return slot;
    wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->slot),
                         "slot \"%s\" does not exist: slots are mo1 to mo4, tu1 to tu4 and so on to fr4",
                         name);
    return NOT_READ;
}

/* All rows of a project name the same slot. */
static void read_slot(struct reading *reading, const struct wp_csv_row *row, int project) {
    int slot = find_slot(reading, row), *known = &reading->plan->slot[project];
    const char *id = reading->round->projects[project].id;
    if (slot == NOT_READ)
        return;
    if (slot >= 0 && !reading->round->settings->rules.meetings_weekly)
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->slot),
                             "project \"%s\" has slot %s, but this round has no weekly meetings", id,
                             wp_slot_name(slot));
    else if (*known == NOT_READ || *known == slot)
        *known = slot;
    else if (slot < 0)
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->slot),
                             "project \"%s\" has no slot here, but slot %s in an earlier row", id,
                             wp_slot_name(*known));
    else if (*known < 0)
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->slot),
                             "project \"%s\" has slot %s here, but none in an earlier row", id,
                             wp_slot_name(slot));
    else
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->slot),
                             "project \"%s\" has slot %s here, but slot %s in an earlier row", id,
                             wp_slot_name(slot), wp_slot_name(*known));
}

static void read_row(struct reading *reading, const struct wp_csv_row *row) {
    int student = find_object(reading, row, reading->student, WP_STUDENTS, _("student"));
    int project = find_object(reading, row, reading->project, WP_PROJECTS, _("project"));
    int lecturer = find_object(reading, row, reading->lecturer, WP_LECTURERS, _("lecturer"));
    if (student < 0) {
        if (!*cell(reading, row, reading->student))
            wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->student),
                                 "the student is missing");
        return;
    }
    if (reading->plan->project[student] != NOT_READ) {
        wp_diagnostics_error(reading->diagnostics, at(reading, row->line, reading->student),
                             "student \"%s\" has two rows", reading->round->students[student].id);
        return;
    }
    reading->plan->project[student] = project;
    reading->plan->lecturer[student] = project < 0 ? -1 : lecturer;
    if (project >= 0)
        read_slot(reading, row, project);
}

static void read_rows(struct reading *reading) {
    const struct wp_round *round = reading->round;
    if (reading->csv->row_count == 0) {
        wp_diagnostics_error(reading->diagnostics, (struct wp_location){.path = reading->path},
                             "the file is empty");
        return;
    }
    reading->student = find_column(reading, "student");
    reading->project = find_column(reading, "project");
    reading->lecturer = find_column(reading, "lecturer");
    reading->slot = find_column(reading, "slot");
    if (reading->student < 0 || reading->project < 0 || reading->lecturer < 0 || reading->slot < 0)
        return;
    for (int p = 0; p < round->project_count; p++)
        reading->plan->slot[p] = NOT_READ;
    for (int s = 0; s < round->student_count; s++)
        reading->plan->project[s] = NOT_READ;
    for (size_t row = 1; row < reading->csv->row_count; row++)
        read_row(reading, &reading->csv->rows[row]);
    for (int p = 0; p < round->project_count; p++)
        if (reading->plan->slot[p] == NOT_READ)
            reading->plan->slot[p] = -1;
    for (int s = 0; s < round->student_count; s++)
        if (reading->plan->project[s] == NOT_READ) {
            reading->plan->project[s] = -1;
            wp_diagnostics_error(reading->diagnostics, (struct wp_location){.path = reading->path},
                                 "student \"%s\" is missing", round->students[s].id);
        }
}

/* Written again, the plan gives the same bytes; else somebody changed the file. */
static int compare_with_rewritten(const struct reading *reading, const struct wp_input *input,
                                  struct wp_error *error) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    if (!stream)
        return wp_error_memory(error);
    int code = wp_write_placements(stream, reading->round, reading->plan, error);
    if ((fclose(stream) != 0 || !bytes) && code == 0)
        code = wp_error_memory(error);
    if (code == 0 && (length != input->length || memcmp(bytes, input->bytes, length) != 0)) {
        long line = 1;
        for (size_t i = 0; i < length && i < input->length && bytes[i] == input->bytes[i]; i++)
            line += bytes[i] == '\n';
        wp_diagnostics_error(
            reading->diagnostics, at(reading, line, -1),
            "this file was changed after the plan was made; decide by pins in the file of decisions "
            "and solve the round again");
    }
    free(bytes);
    return code;
}

static int read_placements(struct reading *reading, const struct wp_input *input, struct wp_error *error) {
    struct wp_text text = {0};
    struct wp_csv csv = {0};
    struct wp_error wrong = {0};
    int code = wp_text_decode(input->bytes, input->length, &text, &wrong);
    if (code == 0)
        code = wp_csv_parse(text.letters, text.length, &csv, &wrong);
    reading->csv = &csv;
    if (code == WP_INPUT) {
        wp_diagnostics_error(reading->diagnostics, at(reading, wrong.line, wrong.column - 1), "%s",
                             wrong.message);
        code = 0;
    } else if (code != 0) {
        code = wp_error_set(error, code, "%s", wrong.message);
    } else {
        read_rows(reading);
        if (reading->diagnostics->errors == 0)
            code = compare_with_rewritten(reading, input, error);
    }
    reading->csv = NULL;
    wp_csv_clear(&csv);
    wp_text_clear(&text);
    return code;
}

int wp_read_plan(const struct wp_plan_record *record, const struct wp_round *round, struct wp_plan **out,
                 struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct wp_inputs inputs = {0};
    const struct wp_input *input;
    struct wp_error wrong = {0};
    struct reading reading = {.round = round, .diagnostics = diagnostics};
    size_t size = strlen(record->folder) + sizeof "/placements.csv";
    char *path = wp_arena_alloc(round->arena, size, 1);
    *out = NULL;
    if (!path)
        return wp_error_memory(error);
    snprintf(path, size, "%s/placements.csv", record->folder);
    reading.path = path;
    int code = wp_plan_new(round, &reading.plan, error);
    if (code != 0)
        return code;
    code = wp_inputs_read(&inputs, "placements.csv", path, false, &input, &wrong);
    if (code == 0)
        code = read_placements(&reading, input, error);
    else if (code == WP_INPUT)
        wp_diagnostics_error(diagnostics, (struct wp_location){.path = path}, "%s", wrong.message);
    else
        wp_error_set(error, code, "%s", wrong.message);
    wp_inputs_clear(&inputs);
    if (code != 0 && code != WP_INPUT) {
        wp_plan_free(reading.plan);
        return code;
    }
    *out = reading.plan;
    return 0;
}
