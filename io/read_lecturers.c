/* read_lecturers.c: lecturers.csv. */
#include "cell_limits.h"
#include "cells.h"
#include "language.h"
#include "readers.h"

enum { ID, NAME, EMAIL, DISTRICTS, CIRCLES, MIN_STUDENTS, MAX_STUDENTS, RESERVE, MAX_PROJECTS, SLOTS };

static const struct wp_header headers[] = {
    [ID] = {"id", "~docent ~docentcode ~lecturer ~lecturer_id", true, false, WP_TEXT},
    [NAME] = {"name", "naam ~docent ~lecturer", false, false, WP_TEXT},
    [EMAIL] = {"email", "e_mail ~e_mailadres ~emailadres ~email_address", false, false, WP_TEXT},
    [DISTRICTS] = {"districts", "wijken wijk ~district", false, false, WP_TEXT},
    [CIRCLES] = {"circles", "kringen kring ~circle", false, false, WP_TEXT},
    [MIN_STUDENTS] = {"min_students", "min_studenten", false, false, WP_HUNDREDTHS},
    [MAX_STUDENTS] = {"max_students", "max_studenten", false, false, WP_HUNDREDTHS},
    [RESERVE] = {"reserve", NULL, false, false, WP_HUNDREDTHS},
    [MAX_PROJECTS] = {"max_projects", "max_projecten", false, false, WP_WHOLE},
    [SLOTS] = {"slots", "tijden", false, false, WP_TEXT},
};

/* Minimum, maximum and reserve, which is taken off the maximum. */
static void read_load(struct wp_table_file *file, struct wp_lecturer *lecturer) {
    char maximum[WP_LOAD_TEXT], set[WP_CELL_SET_IN];
    lecturer->max_load = WP_UNLIMITED;
    bool sound = wp_cell_load(file, MIN_STUDENTS, 0, WP_MOST_LOAD, &lecturer->min_load);
    sound = wp_cell_load(file, MAX_STUDENTS, 0, WP_MOST_LOAD, &lecturer->max_load) && sound;
    sound = wp_cell_load(file, RESERVE, 0, WP_MOST_LOAD, &lecturer->reserve) && sound;
    if (!sound)
        return;
    bool limited = lecturer->max_load != WP_UNLIMITED;
    if (lecturer->reserve > 0 && (!limited || lecturer->max_load == 0)) {
        if (limited)
            wp_table_notice(file, file->field_of[RESERVE], "keeps nothing free, because max_students is 0");
        else
            wp_table_notice(file, file->field_of[RESERVE],
                            "keeps nothing free, because max_students is blank");
        lecturer->reserve = 0;
    }
    if (!limited)
        return;
    if (lecturer->reserve > lecturer->max_load) {
        wp_load_text(lecturer->max_load, maximum);
        wp_cell_error(file, RESERVE, "is more than max_students (%s%s)", wp_decimal_words(maximum),
                      wp_cell_set_in(file, MAX_STUDENTS, -1, set));
        return;
    }
    lecturer->max_load -= lecturer->reserve;
    if (lecturer->max_load == 0)
        lecturer->min_load = 0;
    if (lecturer->min_load <= lecturer->max_load)
        return;
    wp_load_text(lecturer->max_load, maximum);
    wp_cell_set_in(file, MAX_STUDENTS, RESERVE, set);
    if (lecturer->reserve > 0)
        wp_cell_error(file, MIN_STUDENTS, "is more than max_students less the reserve (%s%s)",
                      wp_decimal_words(maximum), set);
    else
        wp_cell_error(file, MIN_STUDENTS, "is more than max_students (%s%s)", wp_decimal_words(maximum), set);
}

static void read_lecturers(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_lecturer *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        struct wp_lecturer *row = &rows[count];
        *row = (struct wp_lecturer){
            .id = wp_cell_id(file, ID),
            .name = wp_cell_keep(file, NAME),
            .email = wp_cell_keep(file, EMAIL),
            .districts = wp_cell_references(file, DISTRICTS, WP_DISTRICTS),
            .circles = wp_circle_words(file, CIRCLES),
            .max_projects = WP_UNLIMITED,
            .slots = wp_slots_meant(wp_cell_slots(file, SLOTS), 0),
            .where = wp_table_row_at(file),
        };
        read_load(file, row);
        wp_cell_integer(file, MAX_PROJECTS, 0, WP_MOST_HEADS, &row->max_projects);
        if (row->id != NULL)
            count++;
        else
            reading->in_doubt[WP_LECTURERS] = true;
    }
    reading->round->lecturers =
        wp_rows_sort(file, ID, rows, &count, sizeof *rows, offsetof(struct wp_lecturer, where));
    reading->round->lecturer_count = count;
}

const struct wp_table_kind wp_lecturers_table = {
    .table = WP_LECTURERS,
    .name = "lecturers",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_lecturers,
};
