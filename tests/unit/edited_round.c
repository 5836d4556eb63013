/* edited_round.c: files are written, read with changes, and what came of them is told as text. */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "edited_round.h"
#include "read_round.h"
#include <cmocka.h>
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void edited_start(struct edited_round *edited) {
    struct wp_settings *settings = &edited->settings;
    *edited = (struct edited_round){0};
    snprintf(edited->folder, sizeof edited->folder, P_tmpdir "/edited-XXXXXX");
    assert_non_null(mkdtemp(edited->folder));
    settings->path = "round.ini";
    settings->directory = settings->edits_directory = edited->folder;
    settings->name = "";
    settings->start = settings->end = WP_NO_DAY;
    settings->seed = 7;
    settings->rules.max_choice = settings->rules.max_minutes = -1;
    settings->rules.km_per_hour = 15;
    settings->rules.detour = 1.3;
    settings->edits = edited->edits;
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        settings->directories[table] = edited->folder;
}

void edited_forget(struct edited_round *edited) {
    wp_round_free(edited->round);
    wp_inputs_clear(&edited->inputs);
    wp_diagnostics_clear(&edited->diagnostics);
    edited->round = NULL;
    edited->settings.edit_count = 0;
}

void edited_end(struct edited_round *edited) {
    edited_forget(edited);
    DIR *folder = opendir(edited->folder);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (entry->d_name[0] != '.')
            assert_int_equal(unlinkat(dirfd(folder), entry->d_name, 0), 0);
    closedir(folder);
    assert_int_equal(rmdir(edited->folder), 0);
}

int edited_tear_down(void **state) {
    edited_end(*state);
    return 0;
}

void edited_write(const struct edited_round *edited, const char *name, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", edited->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

void edited_table(struct edited_round *edited, enum wp_table table, const char *name, const char *text) {
    int place = edited->names[table][0] == NULL || strcmp(edited->names[table][0], name) == 0 ? 0 : 1;
    edited_write(edited, name, text);
    edited->names[table][place] = name;
    edited->settings.files[table] = edited->names[table];
}

static void add_edit(struct edited_round *edited, struct wp_edit edit) {
    int number = edited->settings.edit_count++;
    assert_true(number < EDITED_MOST);
    edit.where = (struct wp_location){"s.ini", number + 1, 0};
    edited->edits[number] = edit;
}

void edited_set(struct edited_round *edited, enum wp_table table, const char *ids, const char *column,
                const char *value) {
    add_edit(edited, (struct wp_edit){
                         .kind = WP_EDIT_SET, .table = table, .ids = ids, .column = column, .value = value});
}

void edited_add(struct edited_round *edited, enum wp_table table, const char *file) {
    add_edit(edited, (struct wp_edit){.kind = WP_EDIT_ADD, .table = table, .value = file});
}

void edited_remove(struct edited_round *edited, enum wp_table table, const char *ids) {
    add_edit(edited, (struct wp_edit){.kind = WP_EDIT_REMOVE, .table = table, .ids = ids});
}

void edited_scale(struct edited_round *edited, const char *value) {
    add_edit(edited, (struct wp_edit){.kind = WP_EDIT_SCALE, .table = WP_STUDENTS, .value = value});
}

void edited_read(struct edited_round *edited) {
    struct wp_error error = {0};
    assert_int_equal(
        wp_read_round(&edited->settings, &edited->inputs, &edited->round, &edited->diagnostics, &error), 0);
}

/* A message as the program prints it, without the folder. */
static void tell(const struct edited_round *edited, const struct wp_diagnostic *item, char *text,
                 size_t size) {
    const char *path = item->location.path == NULL ? "" : item->location.path;
    size_t folder = strlen(edited->folder), length;
    path += strncmp(path, edited->folder, folder) == 0 ? folder + 1 : 0;
    length = (size_t)snprintf(text, size, "%s:", path);
    if (item->location.line > 0)
        length += (size_t)snprintf(text + length, size - length, "%ld:", item->location.line);
    if (item->location.column > 0)
        length += (size_t)snprintf(text + length, size - length, "%d:", item->location.column);
    length += (size_t)snprintf(text + length, size - length,
                               " %s: ", item->severity == WP_ERROR ? "error" : "notice");
    for (const char *at = item->message; *at != '\0' && length + 1 < size;) {
        if (strncmp(at, edited->folder, folder) == 0)
            at += folder + 1;
        else
            text[length++] = *at++;
    }
    text[length] = '\0';
}

void edited_read_well(struct edited_round *edited) {
    char text[1200];
    edited_read(edited);
    for (size_t k = 0; k < edited->diagnostics.count; k++)
        if (edited->diagnostics.items[k].severity == WP_ERROR) {
            tell(edited, &edited->diagnostics.items[k], text, sizeof text);
            fail_msg("%s", text);
        }
    assert_int_equal(edited->diagnostics.errors, 0);
}

void edited_expect(const struct edited_round *edited, ...) {
    char text[1200];
    va_list messages;
    va_start(messages, edited);
    for (size_t k = 0; k < edited->diagnostics.count; k++) {
        const char *expected = va_arg(messages, const char *);
        tell(edited, &edited->diagnostics.items[k], text, sizeof text);
        if (expected == NULL)
            fail_msg("one more: %s", text);
        else
            assert_string_equal(text, expected);
        if (expected == NULL)
            break;
    }
    assert_null(va_arg(messages, const char *));
    va_end(messages);
}

static void put_words(FILE *out, const struct wp_round *round, const char *what, struct wp_list words) {
    fprintf(out, " %s", what);
    for (int k = 0; k < words.count; k++)
        fprintf(out, "|%s", wp_round_text(round, words.items[k]));
}

static void put_list(FILE *out, const char *what, struct wp_list list) {
    fprintf(out, " %s", what);
    for (int k = 0; k < list.count; k++)
        fprintf(out, "|%d", list.items[k]);
}

static void put_students(FILE *out, const struct wp_round *round) {
    for (int s = 0; s < round->student_count; s++) {
        const struct wp_student *student = &round->students[s];
        fprintf(out, "student %s \"%s\" \"%s\" %s %s %d %d %" PRIu32 " %d \"%s\" %d %d unit %d lottery %d",
                student->id, student->name, student->email, wp_round_text(round, student->programme),
                wp_round_text(round, student->year), student->district, student->days, student->slots,
                (int)student->orientation, student->group, student->load, student->max_minutes, student->unit,
                student->lottery);
        put_words(out, round, "languages", student->languages);
        put_words(out, round, "certificates", student->certificates);
        for (int k = 0; k < student->choice_count; k++)
            fprintf(out, " %d:%d", student->choices[k].rank, student->choices[k].project);
        fputc('\n', out);
    }
}

static void put_projects(FILE *out, const struct wp_round *round) {
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        fprintf(out, "project %s \"%s\" %s %d %s %s %d %d %d-%d-%d %d %d %" PRIu32 " %d", project->id,
                project->title, wp_round_text(round, project->circle), project->district,
                wp_round_text(round, project->domain), wp_round_text(round, project->theme), project->kind,
                project->orientation, project->min_students, project->max_students, project->reserve,
                project->status, project->days, project->slots, project->agreed);
        put_list(out, "organisations", project->organisations);
        put_list(out, "lecturers", project->lecturers);
        put_words(out, round, "programmes", project->programmes);
        put_words(out, round, "years", project->years);
        fputc('\n', out);
    }
}

static void put_others(FILE *out, const struct wp_round *round) {
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        fprintf(out, "lecturer %s \"%s\" %d-%d-%d %d", lecturer->id, lecturer->name, lecturer->min_load,
                lecturer->max_load, lecturer->reserve, lecturer->max_projects);
        put_list(out, "districts", lecturer->districts);
        fputc('\n', out);
    }
    for (int o = 0; o < round->organisation_count; o++)
        fprintf(out, "organisation %s \"%s\" %d %d\n", round->organisations[o].id,
                round->organisations[o].name, round->organisations[o].max_students,
                round->organisations[o].max_projects);
    for (int d = 0; d < round->district_count; d++)
        fprintf(out, "district %s \"%s\" %s\n", round->districts[d].id, round->districts[d].name,
                wp_round_text(round, round->districts[d].circle));
    for (int t = 0; t < round->travel_count; t++)
        fprintf(out, "trip %d %d %d\n", round->travel[t].from, round->travel[t].to, round->travel[t].minutes);
    for (int h = 0; h < round->history_count; h++)
        fprintf(out, "history %d %s %s\n", round->history[h].student,
                wp_round_text(round, round->history[h].student_word),
                wp_round_text(round, round->history[h].project));
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];
        fprintf(out, "decision %d project %d organisation %d lecturer %d \"%s\"", decision->action,
                decision->project, decision->organisation, decision->lecturer, decision->reason);
        put_list(out, "students", decision->students);
        fputc('\n', out);
    }
}

char *edited_text(const struct wp_round *round) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    put_students(out, round);
    put_projects(out, round);
    put_others(out, round);
    fprintf(out, "worst rank %d, %d units, lecturers %d\n", round->max_rank, round->unit_count,
            round->has_lecturers);
    assert_int_equal(fclose(out), 0);
    return text;
}

const struct wp_student *edited_student(const struct edited_round *edited, const char *id) {
    int index = wp_round_find(edited->round, WP_STUDENTS, id);
    if (index < 0)
        fail_msg("there is no student %s", id);
    return &edited->round->students[index];
}

const struct wp_project *edited_project(const struct edited_round *edited, const char *id) {
    int index = wp_round_find(edited->round, WP_PROJECTS, id);
    if (index < 0)
        fail_msg("there is no project %s", id);
    return &edited->round->projects[index];
}
