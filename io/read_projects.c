/* read_projects.c: projects.csv. */
#include "cell_limits.h"
#include "cells.h"
#include "mix.h"
#include "readers.h"

enum {
    ID,
    TITLE,
    ORGANISATIONS,
    CIRCLE,
    DISTRICT,
    LATITUDE,
    LONGITUDE,
    DOMAIN,
    THEME,
    KIND,
    ORIENTATION,
    MIN_STUDENTS,
    MAX_STUDENTS,
    RESERVE,
    STATUS,
    LECTURERS,
    PROGRAMMES,
    YEARS,
    CERTIFICATES,
    LANGUAGES,
    DAYS,
    SLOTS,
    MIX,
    INDICATOR
};

static const struct wp_header headers[] = {
    [ID] = {"id", "~project ~projectnummer ~projectcode ~project_id", true, false, WP_TEXT},
    [TITLE] = {"title", "titel ~project", false, false, WP_TEXT},
    [ORGANISATIONS] = {"organisations", "organisaties organisatie ~organisation", false, false, WP_TEXT},
    [CIRCLE] = {"circle", "kring", false, false, WP_TEXT},
    [DISTRICT] = {"district", "wijk", false, false, WP_TEXT},
    [LATITUDE] = {"latitude", "breedtegraad ~lat", false, false, WP_DEGREES},
    [LONGITUDE] = {"longitude", "lengtegraad ~lon ~lng", false, false, WP_DEGREES},
    [DOMAIN] = {"domain", "domein", false, false, WP_TEXT},
    [THEME] = {"theme", "thema", false, false, WP_TEXT},
    [KIND] = {"kind", "soort", false, false, WP_TEXT},
    [ORIENTATION] = {"orientation", "orientatie", false, false, WP_TEXT},
    [MIN_STUDENTS] = {"min_students", "min_studenten", false, false, WP_WHOLE},
    [MAX_STUDENTS] = {"max_students", "max_studenten", true, false, WP_WHOLE},
    [RESERVE] = {"reserve", NULL, false, false, WP_WHOLE},
    [STATUS] = {"status", NULL, false, false, WP_TEXT},
    [LECTURERS] = {"lecturers", "docenten docent ~lecturer", false, false, WP_TEXT},
    [PROGRAMMES] = {"programmes", "opleidingen opleiding ~programme ~programs ~program", false, false,
                    WP_TEXT},
    [YEARS] = {"years", "leerjaren leerjaar ~year", false, false, WP_TEXT},
    [CERTIFICATES] = {"certificates", "bewijzen ~certificaten ~certificate", false, false, WP_TEXT},
    [LANGUAGES] = {"languages", "talen ~taal ~language", false, false, WP_TEXT},
    [DAYS] = {"days", "dagen", false, false, WP_TEXT},
    [SLOTS] = {"slots", "tijden", false, false, WP_TEXT},
    [MIX] = {"mix", "samenstelling", false, false, WP_TEXT},
    [INDICATOR] = {"indicator", NULL, false, false, WP_TEXT},
};

static const struct wp_value kinds[] = {{"formal", WP_KIND_FORMAL},
                                        {"formeel", WP_KIND_FORMAL},
                                        {"informal", WP_KIND_INFORMAL},
                                        {"informeel", WP_KIND_INFORMAL}};
static const struct wp_value orientations[] = {{"individual", WP_ORIENTATION_INDIVIDUAL},
                                               {"individueel", WP_ORIENTATION_INDIVIDUAL},
                                               {"collective", WP_ORIENTATION_COLLECTIVE},
                                               {"collectief", WP_ORIENTATION_COLLECTIVE}};
static const struct wp_value statuses[] = {{"optional", WP_STATUS_OPTIONAL},
                                           {"optioneel", WP_STATUS_OPTIONAL},
                                           {"open", WP_STATUS_OPEN},
                                           {"closed", WP_STATUS_CLOSED},
                                           {"gesloten", WP_STATUS_CLOSED}};

#define COUNT(values) (sizeof(values) / sizeof(values)[0])

static void read_values(struct wp_table_file *file, struct wp_project *project) {
    int kind = WP_KIND_NONE, orientation = WP_ORIENTATION_NONE, status = WP_STATUS_OPTIONAL;
    wp_cell_value(file, KIND, kinds, COUNT(kinds), &kind);
    wp_cell_value(file, ORIENTATION, orientations, COUNT(orientations), &orientation);
    wp_cell_value(file, STATUS, statuses, COUNT(statuses), &status);
    project->kind = (enum wp_kind)kind;
    project->orientation = (enum wp_orientation)orientation;
    project->status = (enum wp_project_status)status;
}

/* Minimum, maximum and reserve, which is taken off the maximum. A project with no seats left cannot run,
 * whatever the minimum that it would have by default. */
static void read_seats(struct wp_table_file *file, struct wp_project *project) {
    char set[WP_CELL_SET_IN];
    project->min_students = 1;
    bool sound = wp_cell_integer(file, MIN_STUDENTS, 1, WP_MOST_HEADS, &project->min_students);
    sound = wp_cell_integer(file, MAX_STUDENTS, 0, WP_MOST_HEADS, &project->max_students) && sound;
    sound = wp_cell_integer(file, RESERVE, 0, WP_MOST_HEADS, &project->reserve) && sound;
    if (wp_cell_blank(file, MAX_STUDENTS)) {
        wp_cell_error(file, MAX_STUDENTS, "is empty, but every project needs it");
        return;
    }
    if (!sound)
        return;
    if (project->reserve > project->max_students) {
        wp_cell_error(file, RESERVE, "is more than max_students (%d%s)", project->max_students,
                      wp_cell_set_in(file, MAX_STUDENTS, -1, set));
        return;
    }
    project->max_students -= project->reserve;
    wp_cell_set_in(file, MAX_STUDENTS, RESERVE, set);
    bool too_many = project->min_students > project->max_students && !wp_cell_blank(file, MIN_STUDENTS);
    if (too_many && project->reserve > 0)
        wp_cell_error(file, MIN_STUDENTS, "is more than max_students less the reserve (%d%s)",
                      project->max_students, set);
    else if (too_many)
        wp_cell_error(file, MIN_STUDENTS, "is more than max_students (%d%s)", project->max_students, set);
    else if (project->max_students == 0 && project->status == WP_STATUS_OPEN)
        wp_cell_error(file, STATUS, "means that the project must run, but it has no seats%s", set);
}

static void read_place(struct wp_table_file *file, struct wp_project *project) {
    const struct wp_round *round = file->reading->round;
    project->circle = wp_circle_word(file, CIRCLE);
    project->district = wp_cell_reference(file, DISTRICT, WP_DISTRICTS);
    project->position = wp_cell_position(file, LATITUDE, LONGITUDE);
    if (project->district < 0)
        return;
    if (project->circle < 0)
        project->circle = round->districts[project->district].circle;
    if (!project->position.known)
        project->position = round->districts[project->district].position;
}

static void read_requirements(struct wp_table_file *file, struct wp_project *project) {
    project->programmes = wp_programme_words(file, PROGRAMMES);
    project->years = wp_cell_words(file, YEARS);
    project->certificates = wp_cell_words(file, CERTIFICATES);
    project->languages = wp_cell_words(file, LANGUAGES);
    project->days = wp_cell_weekdays(file, DAYS);
    project->slots = wp_slots_meant(wp_cell_slots(file, SLOTS), project->days);
    wp_mix_read(file, MIX, project);
}

/* Where no lecturers file is given, projects need none, and the column can mean nothing. */
static void read_lecturers(struct wp_table_file *file, struct wp_project *project, bool *told) {
    if (file->reading->round->has_lecturers) {
        project->listed_lecturers = wp_cell_references(file, LECTURERS, WP_LECTURERS);
    } else if (!wp_cell_blank(file, LECTURERS) && !*told) {
        *told = true;
        wp_table_notice(file, file->field_of[LECTURERS],
                        "is not used, nor is the rest of the column: [input] names no lecturers file");
    }
}

static void read_projects(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_project *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    bool told = false;
    while (rows != NULL && wp_table_next(file)) {
        struct wp_project *row = &rows[count];
        *row = (struct wp_project){
            .id = wp_cell_id(file, ID),
            .title = wp_cell_keep(file, TITLE),
            .indicator = wp_cell_keep(file, INDICATOR),
            .organisations = wp_cell_references(file, ORGANISATIONS, WP_ORGANISATIONS),
            .domain = wp_cell_word(file, DOMAIN),
            .theme = wp_cell_word(file, THEME),
            .where = wp_table_row_at(file),
        };
        read_values(file, row);
        read_place(file, row);
        read_seats(file, row);
        read_lecturers(file, row, &told);
        read_requirements(file, row);
        if (row->id != NULL)
            count++;
        else
            reading->in_doubt[WP_PROJECTS] = true;
    }
    reading->round->projects =
        wp_rows_sort(file, ID, rows, &count, sizeof *rows, offsetof(struct wp_project, where));
    reading->round->project_count = count;
}

const struct wp_table_kind wp_projects_table = {
    .table = WP_PROJECTS,
    .name = "projects",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_projects,
};
