/* edits_scale.c: [scale] students: more of them, as copies of those there are, or fewer. Whose turn it is
 * follows from the round's seed, never from the order of rows. */
#include "edits_parts.h"

#include "cell_limits.h"
#include "edits_number.h"
#include "headers.h"
#include "known_names.h"
#include "lottery.h"
#include "references.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ticket {
    uint8_t digest[WP_LOTTERY_DIGEST]; /* of "seed LF scale LF id" */
    size_t row;
    const char *id;
    long last; /* number of the copy made last, 0 before the first */
};

/* The students in their order, and the copies that are made of them in turn. */
struct draw {
    struct ticket *tickets;
    size_t count;
    const char **copies; /* their ids; copy c is one of ticket c % count */
    size_t copy_count;
};

static int compare_tickets(const void *left, const void *right) {
    const struct ticket *a = left, *b = right;
    int order = memcmp(a->digest, b->digest, sizeof a->digest);
    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static bool draw_tickets(struct wp_edits *edits, struct wp_table_file *file, struct draw *draw) {
    int id = wp_table_field(file, "id");
    draw->tickets = wp_reading_alloc(edits->reading, file->csv.row_count, sizeof *draw->tickets);
    wp_table_rewind(file);
    while (draw->tickets != NULL && wp_table_next(file)) {
        struct ticket *ticket = &draw->tickets[draw->count];
        ticket->id = wp_reference_id(wp_table_cell(file, id));
        ticket->row = file->row;
        wp_lottery_digest(edits->reading->settings->seed, (const char *const[]){"scale", ticket->id, NULL},
                          ticket->digest);
        draw->count += ticket->id[0] != '\0';
    }
    wp_table_rewind(file);
    if (draw->count > 1)
        qsort(draw->tickets, draw->count, sizeof *draw->tickets, compare_tickets);
    return draw->tickets != NULL;
}

/* "S101+1" */
static const char *numbered(struct wp_edits *edits, const char *text, long number) {
    size_t size = strlen(text) + 24;
    char *copy = wp_reading_alloc(edits->reading, size, 1);
    if (copy == NULL)
        return "";
    snprintf(copy, size, "%s+%ld", text, number);
    return copy;
}

/* The next id "S101+1", "S101+2" ... that no student has. Only a student's own copies can have the same. */
static const char *next_id(struct wp_edits *edits, const struct wp_row_index *index, struct ticket *ticket) {
    const char *id;
    do
        id = numbered(edits, ticket->id, ++ticket->last);
    while (wp_row_index_has(index, id));
    return id;
}

/* A copy of a row behind all others, as wide as the header row. */
static struct wp_csv_cell *copy_row(struct wp_edits *edits, const struct wp_edit *edit,
                                    struct wp_table_file *file, size_t row,
                                    const struct wp_csv_origin *origin) {
    int width = file->csv.rows[0].count;
    struct wp_csv_cell *cells = wp_csv_append(&file->csv, width, edit->where.line, origin);
    if (cells == NULL) {
        wp_reading_no_memory(edits->reading);
        return NULL;
    }
    const struct wp_csv_row *from = &file->csv.rows[row];
    int count = from->count < width ? from->count : width;
    for (int k = 0; k < count; k++)
        cells[k] = file->csv.cells[from->first + (size_t)k];
    return cells;
}

/* Writes a cell of a copy; the columns that the file lacks have field -1. */
static void write_copy(struct wp_edits *edits, const struct wp_edit *edit, struct wp_csv_cell *cells,
                       int field, const char *text, const struct wp_csv_origin *origin) {
    if (field >= 0)
        cells[field] = (struct wp_csv_cell){
            .text = wp_edits_text(edits, text), .line = edit->where.line, .origin = origin};
}

/* Copies have no address and no group of their own, and another name than the student whom others may mean by
 * hers: the same letters are put behind it as behind the id. */
static void copy_students(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                          struct draw *draw, const struct wp_csv_origin *origin) {
    struct wp_row_index *index = wp_edits_index(edits, file);
    int id = wp_table_field(file, "id"), name = wp_table_field(file, "name"),
        email = wp_table_field(file, "email"), group = wp_table_field(file, "group");
    for (size_t c = 0; c < draw->copy_count && index != NULL && !edits->reading->out_of_memory; c++) {
        struct ticket *ticket = &draw->tickets[c % draw->count];
        struct wp_csv_cell *cells = copy_row(edits, edit, file, ticket->row, origin);
        if (cells == NULL)
            return;
        draw->copies[c] = next_id(edits, index, ticket);
        write_copy(edits, edit, cells, id, draw->copies[c], origin);
        if (name >= 0 && cells[name].text[0] != '\0')
            write_copy(edits, edit, cells, name, numbered(edits, cells[name].text, ticket->last), origin);
        write_copy(edits, edit, cells, email, "", origin);
        write_copy(edits, edit, cells, group, "", origin);
    }
    wp_edits_forget_index(edits, WP_STUDENTS);
}

/* Copies a row of the preferences for each copy of its student. */
static void copy_preference(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                            const struct draw *draw, size_t ticket, const struct wp_csv_origin *origin) {
    int student = wp_table_field(file, "student"), email = wp_table_field(file, "email");
    for (size_t c = ticket; c < draw->copy_count; c += draw->count) {
        struct wp_csv_cell *cells = copy_row(edits, edit, file, file->row, origin);
        if (cells == NULL)
            return;
        write_copy(edits, edit, cells, student, draw->copies[c], origin);
        write_copy(edits, edit, cells, email, "", origin);
    }
}

/* Where rows name students by address alone, those of copies need a column for the id. */
static void copy_preferences(struct wp_edits *edits, const struct wp_edit *edit,
                             const struct wp_known_name *copied, const struct draw *draw,
                             const struct wp_csv_origin *origin) {
    struct wp_table_file *file = wp_edits_file(edits, WP_PREFERENCES);
    if (file == NULL || !file->usable)
        return;
    int student = wp_table_field(file, "student"), email = wp_table_field(file, "email");
    if (student < 0)
        student = wp_headers_create(file, wp_headers_column(file, "student"));
    size_t rows = file->csv.row_count;
    for (file->row = 1; file->row < rows && !edits->reading->out_of_memory; file->row++) {
        const char *who = wp_table_cell(file, student);
        const struct wp_known_object *object =
            wp_known_names_find(edits->reading, copied, who[0] != '\0' ? who : wp_table_cell(file, email));
        if (object != NULL)
            copy_preference(edits, edit, file, draw, object->number, origin);
    }
    wp_table_rewind(file);
    wp_edits_forget_index(edits, WP_PREFERENCES);
}

static void scale_up(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                     struct draw *draw) {
    struct wp_reading *reading = edits->reading;
    const struct wp_csv_origin *origin = wp_edits_origin(edits, edit, false);
    struct wp_known_name *copied = NULL;
    int name = wp_table_field(file, "name"), email = wp_table_field(file, "email");
    draw->copies = wp_reading_alloc(reading, draw->copy_count, sizeof *draw->copies);
    if (draw->copies == NULL || origin == NULL)
        return;
    for (size_t t = 0; t < draw->count && t < draw->copy_count; t++) {
        file->row = draw->tickets[t].row;
        wp_known_names_add(reading, &copied, draw->tickets[t].id, wp_table_cell(file, name),
                           wp_table_cell(file, email), t);
    }
    wp_table_rewind(file);
    copy_students(edits, edit, file, draw, origin);
    copy_preferences(edits, edit, copied, draw, origin);
    wp_known_names_clear(&copied);
}

static void scale_down(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                       const struct draw *draw, size_t fewer) {
    bool *marked = wp_reading_alloc(edits->reading, file->csv.row_count, sizeof *marked);
    if (marked == NULL)
        return;
    for (size_t t = 0; t < fewer; t++)
        marked[draw->tickets[t].row] = true;
    wp_edits_take_out(edits, edit, file, marked);
}

void wp_edit_scale(struct wp_edits *edits, const struct wp_edit *edit) {
    struct wp_diagnostics *diagnostics = edits->reading->diagnostics;
    struct wp_table_file *file = wp_edits_file(edits, edit->table);
    struct wp_number_change change;
    struct draw draw = {0};
    if (file == NULL || !file->usable || !draw_tickets(edits, file, &draw))
        return;
    if (!wp_number_change_parse(edit->value, &change) || (!change.percent && change.hundredths % 100 != 0)) {
        wp_diagnostics_error(diagnostics, edit->where,
                             "\"%s\" does not say how many more or fewer; write +10%%, -10%%, +25 or -5",
                             edit->value);
        return;
    }
    int64_t many = wp_number_change_of_count(&change, (int64_t)draw.count);
    if (many == 0)
        wp_diagnostics_notice(diagnostics, edit->where, "%s of %zu students is nobody, so nothing changes",
                              edit->value, draw.count);
    if (change.hundredths < 0 && many > (int64_t)draw.count)
        wp_diagnostics_error(diagnostics, edit->where, "there are only %zu students", draw.count);
    else if (change.hundredths > 0 && many + (int64_t)draw.count > WP_MOST_HEADS)
        wp_diagnostics_error(diagnostics, edit->where, "this makes more than %d students", WP_MOST_HEADS);
    else if (change.hundredths < 0)
        scale_down(edits, edit, file, &draw, (size_t)many);
    else if (draw.count > 0) {
        draw.copy_count = (size_t)many;
        scale_up(edits, edit, file, &draw);
    }
}
