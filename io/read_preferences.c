/* read_preferences.c: choices in a file of their own: one row a choice, or one row a student (a form's
 * export). */
#include "answers.h"
#include "cells.h"
#include "choices.h"
#include "readers.h"
#include "references.h"
#include <stdlib.h>

enum { STUDENT, EMAIL, PROJECT, RANK, CHOICE, TIMESTAMP };

static const struct wp_header headers[] = {
    [STUDENT] = {"student", "studentnummer ~student_id ~student_number", false, false, WP_TEXT},
    [EMAIL] = {"email", "e_mail ~e_mailadres ~emailadres ~email_address", false, false, WP_TEXT},
    [PROJECT] = {"project", "~projectnummer ~project_id", false, false, WP_TEXT},
    [RANK] = {"rank", "rang", false, false, WP_WHOLE},
    [CHOICE] = {"choice", "keuze", false, true, WP_TEXT},
    [TIMESTAMP] = {"timestamp", "tijdstip ~tijdstempel ~voltooiingstijd ~tijd_van_voltooien ~completion_time",
                   false, false, WP_TEXT},
};

/* The row's student, by id, else by e-mail address; -1, reported, if she cannot be told. */
static int read_student(struct wp_table_file *file) {
    struct wp_reading *reading = file->reading;
    const char *id = wp_cell_text(file, STUDENT), *email = wp_cell_text(file, EMAIL);
    int by_id = -1, by_email = -1;
    if (id[0] == '\0' && email[0] == '\0') {
        wp_diagnostics_error(reading->diagnostics, wp_table_row_at(file),
                             "the row does not say whose choices it has");
        return -1;
    }
    if (id[0] != '\0')
        by_id = wp_cell_reference(file, STUDENT, WP_STUDENTS);
    if (email[0] == '\0')
        return by_id;
    enum wp_match match = wp_reference_find_email(reading, email, &by_email);
    if (by_id >= 0 && by_email >= 0 && by_id != by_email)
        wp_cell_error(file, EMAIL, "is the address of student %s, but the row says %s",
                      wp_round_id(reading->round, WP_STUDENTS, by_email), id);
    if (id[0] != '\0' || reading->in_doubt[WP_STUDENTS])
        return id[0] != '\0' ? by_id : by_email;
    if (match == WP_MATCH_NONE)
        wp_cell_error(file, EMAIL, "is no student's e-mail address");
    else if (match == WP_MATCH_SEVERAL)
        wp_cell_error(file, EMAIL, "is the e-mail address of more than one student");
    return by_email;
}

/* Choices in students.csv may not be there as well. True, reported, if they are. */
static bool is_double(struct wp_table_file *file, int student) {
    const struct wp_student *known = &file->reading->round->students[student];
    if (known->choice_count == 0)
        return false;
    wp_diagnostics_error(file->reading->diagnostics, wp_table_row_at(file),
                         "student %s has choices here and in %s on line %ld; give them in one file",
                         known->id, known->where.path, known->where.line);
    return true;
}

/* A row of the long shape. */
struct entry {
    int student;
    struct wp_choice choice;
    size_t row;
};

static int by_student_and_project(const void *a, const void *b) {
    const struct entry *left = a, *right = b;
    if (left->student != right->student)
        return left->student < right->student ? -1 : 1;
    if (left->choice.project != right->choice.project)
        return left->choice.project < right->choice.project ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

/* False, reported, if the row is not whole. */
static bool read_entry(struct wp_table_file *file, struct entry *entry) {
    const char *project = wp_cell_text(file, PROJECT);
    bool ranked = !wp_cell_blank(file, RANK);
    *entry = (struct entry){.student = read_student(file), .choice.project = -1, .row = file->row};
    if (project[0] == '\0') {
        wp_cell_error(file, PROJECT, "is empty, but every row needs it");
    } else {
        enum wp_match match = wp_reference_find_choice(file->reading, project, &entry->choice.project);
        wp_reference_report(file, file->field_of[PROJECT], WP_PROJECTS, match, project);
    }
    if (!ranked)
        wp_cell_error(file, RANK, "is empty, but every row needs it");
    ranked = wp_cell_integer(file, RANK, 1, WP_MAX_RANK, &entry->choice.rank) && ranked;
    return ranked && entry->student >= 0 && entry->choice.project >= 0;
}

/* The entries of one student, sorted by project, become her choices. */
static void keep_entries(struct wp_table_file *file, const struct entry *entries, int count) {
    struct wp_reading *reading = file->reading;
    struct wp_student *student = &reading->round->students[entries[0].student];
    struct wp_choice *choices = wp_reading_alloc(reading, (size_t)count, sizeof *choices);
    char line[WP_LOCATION_LINE];
    int kept = 0;
    for (int k = 0; k < count && choices != NULL; k++) {
        if (kept == 0 || choices[kept - 1].project != entries[k].choice.project) {
            choices[kept++] = entries[k].choice;
            continue;
        }
        file->row = entries[k].row;
        wp_cell_error(
            file, PROJECT, "is chosen twice by student %s; it is on %s too", student->id,
            wp_location_line(wp_table_place(file, entries[k - 1].row), wp_table_row_at(file), line));
    }
    file->row = entries[0].row;
    if (choices == NULL || is_double(file, entries[0].student))
        return;
    wp_choices_sort(choices, kept);
    student->choices = choices;
    student->choice_count = kept;
}

static void read_long(struct wp_table_file *file) {
    struct entry *entries = wp_reading_alloc(file->reading, wp_table_rows(file), sizeof *entries);
    int count = 0;
    if (file->field_of[TIMESTAMP] >= 0)
        wp_diagnostics_notice(file->reading->diagnostics, wp_table_row_at(file),
                              "\"%s\" is not used: only answers with numbered choices are told apart by time",
                              wp_table_header(file, file->field_of[TIMESTAMP]));
    while (entries != NULL && wp_table_next(file))
        if (read_entry(file, &entries[count]))
            count++;
    if (count > 1)
        qsort(entries, (size_t)count, sizeof *entries, by_student_and_project);
    for (int first = 0, last; first < count; first = last) {
        for (last = first + 1; last < count && entries[last].student == entries[first].student;)
            last++;
        keep_entries(file, entries + first, last - first);
    }
}

static void read_wide(struct wp_table_file *file) {
    struct wp_reading *reading = file->reading;
    struct wp_answer *answers = wp_reading_alloc(reading, wp_table_rows(file), sizeof *answers);
    int count = 0;
    while (answers != NULL && wp_table_next(file)) {
        answers[count] = (struct wp_answer){.student = read_student(file), .row = file->row};
        if (wp_answer_read_moment(file, TIMESTAMP, &answers[count]) && answers[count].student >= 0)
            count++;
    }
    wp_answers_choose(file, TIMESTAMP, answers, count);
    for (int k = 0; k < count; k++) {
        struct wp_student *student = &reading->round->students[answers[k].student];
        file->row = answers[k].row;
        if (!answers[k].counts || !wp_choices_any(file) || is_double(file, answers[k].student))
            continue;
        student->choices = wp_choices_numbered(file, &student->choice_count);
    }
}

/* Reports what the shape lacks; false if it is no shape at all. */
static bool check_shape(struct wp_table_file *file, bool is_long) {
    struct wp_diagnostics *diagnostics = file->reading->diagnostics;
    struct wp_location where = wp_table_row_at(file);
    size_t errors = diagnostics->errors;
    if (file->field_of[STUDENT] < 0 && file->field_of[EMAIL] < 0)
        wp_diagnostics_error(
            diagnostics, where,
            "nothing says whose choices these are: the header must be student, studentnummer, email "
            "or e-mail");
    if (!is_long && file->numbered_count == 0)
        wp_diagnostics_error(
            diagnostics, where,
            "there are no choices: the headers must be project and rank (rang), or choice_1 (keuze_1), "
            "choice_2 ...");
    if (is_long && file->numbered_count > 0)
        wp_diagnostics_error(diagnostics, where,
                             "the file has numbered choices and also project or rank; give one of the two");
    else if (is_long && file->field_of[RANK] < 0)
        wp_diagnostics_error(diagnostics, where,
                             "the column rank is missing; its header must be rank or rang");
    else if (is_long && file->field_of[PROJECT] < 0)
        wp_diagnostics_error(diagnostics, where,
                             "the column project is missing; its header must be project or projectnummer");
    return diagnostics->errors == errors;
}

static void read_preferences(struct wp_reading *reading, struct wp_table_file *file) {
    (void)reading;
    bool is_long = file->field_of[PROJECT] >= 0 || file->field_of[RANK] >= 0;
    if (!file->usable || !check_shape(file, is_long))
        return;
    if (is_long)
        read_long(file);
    else
        read_wide(file);
}

const struct wp_table_kind wp_preferences_table = {
    .table = WP_PREFERENCES,
    .name = "preferences",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_preferences,
};
