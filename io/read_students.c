/* read_students.c: students.csv. */
#include "cell_limits.h"
#include "cells.h"
#include "choices.h"
#include "readers.h"

enum {
    ID,
    NAME,
    EMAIL,
    PROGRAMME,
    YEAR,
    DISTRICT,
    LATITUDE,
    LONGITUDE,
    LANGUAGES,
    CERTIFICATES,
    DAYS,
    SLOTS,
    ORIENTATION,
    GROUP,
    LOAD,
    MAX_MINUTES,
    CHOICE,
    PREFERENCES
};

static const struct wp_header headers[] = {
    [ID] = {"id", "studentnummer ~student ~student_id ~student_number", true, false, WP_TEXT},
    [NAME] = {"name", "naam ~student", false, false, WP_TEXT},
    [EMAIL] = {"email", "e_mail ~e_mailadres ~emailadres ~email_address", false, false, WP_TEXT},
    [PROGRAMME] = {"programme", "opleiding ~program", false, false, WP_TEXT},
    [YEAR] = {"year", "leerjaar", false, false, WP_TEXT},
    [DISTRICT] = {"district", "wijk", false, false, WP_TEXT},
    [LATITUDE] = {"latitude", "breedtegraad ~lat", false, false, WP_DEGREES},
    [LONGITUDE] = {"longitude", "lengtegraad ~lon ~lng", false, false, WP_DEGREES},
    [LANGUAGES] = {"languages", "talen ~taal ~language", false, false, WP_TEXT},
    [CERTIFICATES] = {"certificates", "bewijzen ~certificaten ~certificate", false, false, WP_TEXT},
    [DAYS] = {"days", "dagen", false, false, WP_TEXT},
    [SLOTS] = {"slots", "tijden", false, false, WP_TEXT},
    [ORIENTATION] = {"orientation", "orientatie", false, false, WP_TEXT},
    [GROUP] = {"group", "groep", false, false, WP_TEXT},
    [LOAD] = {"load", "belasting", false, false, WP_HUNDREDTHS},
    [MAX_MINUTES] = {"max_minutes", "max_minuten", false, false, WP_WHOLE},
    [CHOICE] = {"choice", "keuze", false, true, WP_TEXT},
    [PREFERENCES] = {"preferences", "voorkeuren", false, false, WP_TEXT},
};

static const struct wp_value orientations[] = {{"individual", WP_ORIENTATION_INDIVIDUAL},
                                               {"individueel", WP_ORIENTATION_INDIVIDUAL},
                                               {"collective", WP_ORIENTATION_COLLECTIVE},
                                               {"collectief", WP_ORIENTATION_COLLECTIVE}};

static void read_place(struct wp_table_file *file, struct wp_student *student) {
    student->district = wp_cell_reference(file, DISTRICT, WP_DISTRICTS);
    student->position = wp_cell_position(file, LATITUDE, LONGITUDE);
    if (!student->position.known && student->district >= 0)
        student->position = file->reading->round->districts[student->district].position;
}

static void read_numbers(struct wp_table_file *file, struct wp_student *student) {
    int orientation = WP_ORIENTATION_NONE;
    student->load = WP_LOAD_UNIT;
    student->max_minutes = -1;
    wp_cell_load(file, LOAD, 1, 999, &student->load);
    wp_cell_integer(file, MAX_MINUTES, 0, WP_MOST_MINUTES, &student->max_minutes);
    wp_cell_value(file, ORIENTATION, orientations, sizeof orientations / sizeof orientations[0],
                  &orientation);
    student->orientation = (enum wp_orientation)orientation;
}

static void read_choices(struct wp_table_file *file, struct wp_student *student) {
    if (wp_cell_blank(file, PREFERENCES)) {
        student->choices = wp_choices_numbered(file, &student->choice_count);
        return;
    }
    if (wp_choices_any(file))
        wp_cell_error(file, PREFERENCES,
                      "stands beside numbered choices in the same row; give one of the two");
    else
        student->choices = wp_choices_listed(file, PREFERENCES, &student->choice_count);
}

static void read_students(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_student *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        struct wp_student *row = &rows[count];
        uint8_t days = wp_cell_weekdays(file, DAYS);
        *row = (struct wp_student){
            .id = wp_cell_id(file, ID),
            .name = wp_cell_keep(file, NAME),
            .email = wp_cell_keep(file, EMAIL),
            .programme = wp_cell_word(file, PROGRAMME),
            .year = wp_cell_word(file, YEAR),
            .languages = wp_cell_words(file, LANGUAGES),
            .certificates = wp_cell_words(file, CERTIFICATES),
            .days = days == 0 ? WP_ALL_DAYS : days,
            .slots = wp_slots_meant(wp_cell_slots(file, SLOTS), days),
            .group = wp_cell_keep(file, GROUP),
            .where = wp_table_row_at(file),
        };
        read_place(file, row);
        read_numbers(file, row);
        read_choices(file, row);
        if (row->id != NULL)
            count++;
        else
            reading->in_doubt[WP_STUDENTS] = true;
    }
    reading->round->students =
        wp_rows_sort(file, ID, rows, &count, sizeof *rows, offsetof(struct wp_student, where));
    reading->round->student_count = count;
}

const struct wp_table_kind wp_students_table = {
    .table = WP_STUDENTS,
    .name = "students",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_students,
};
