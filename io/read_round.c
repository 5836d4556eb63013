/* read_round.c: all files of a round, in the order in which they refer to one another. */
#include "read_round.h"

#include "content.h"
#include "edits.h"
#include "headers.h"
#include "readers.h"
#include "references.h"
#include <stdlib.h>

static const struct wp_table_kind *const kinds[WP_TABLE_COUNT] = {
    [WP_DISTRICTS] = &wp_districts_table, [WP_ORGANISATIONS] = &wp_organisations_table,
    [WP_LECTURERS] = &wp_lecturers_table, [WP_PROJECTS] = &wp_projects_table,
    [WP_STUDENTS] = &wp_students_table,   [WP_PREFERENCES] = &wp_preferences_table,
    [WP_TRAVEL] = &wp_travel_table,       [WP_HISTORY] = &wp_history_table,
    [WP_DECISIONS] = &wp_decisions_table, [WP_BASE] = &wp_base_table,
};

static int count_files(const struct wp_settings *settings) {
    int count = 0;
    for (int t = 0; t < WP_TABLE_COUNT; t++)
        for (const char *const *name = settings->files[t]; name != NULL && *name != NULL; name++)
            count++;
    return count;
}

/* All files are opened before any is read, because names are collected over several. */
static int open_files(struct wp_reading *reading, struct wp_table_file *files) {
    const struct wp_settings *settings = reading->settings;
    int count = 0;
    for (int t = 0; t < WP_TABLE_COUNT; t++)
        for (const char *const *name = settings->files[t]; name != NULL && *name != NULL; name++) {
            const struct wp_table_source source = {
                .name = *name,
                .directory = settings->directories[t],
                .of_scenario = settings->directories[t] != settings->directory,
                .one_of_several = settings->files[t][1] != NULL,
                .listed_at = settings->file_at[t],
            };
            wp_table_open(reading, kinds[t], &source, &files[count++]);
        }
    return count;
}

/* A file that always has rows, and here has none, is a wrong export. */
static void check_rows(const struct wp_table_file *file) {
    enum wp_table table = file->kind->table;
    if (file->usable && wp_table_rows(file) == 0 && !file->reading->in_doubt[table] &&
        (table == WP_PROJECTS || table == WP_STUDENTS || table == WP_BASE))
        wp_diagnostics_error(file->reading->diagnostics, (struct wp_location){.path = file->path},
                             "there are no rows below the header");
}

/* Do errors of this table leave it open which student may go to which project? */
static bool bears_on_eligibility(const struct wp_table_file *file) {
    enum wp_table table = file->kind->table;
    return table != WP_PREFERENCES && table != WP_HISTORY && table != WP_BASE;
}

static void read_files(struct wp_reading *reading, struct wp_table_file *files, int count) {
    /* round.ini's errors have told of a required file that it does not name. */
    reading->in_doubt[WP_PROJECTS] |= !reading->is_open[WP_PROJECTS];
    reading->in_doubt[WP_STUDENTS] |= !reading->is_open[WP_STUDENTS];
    reading->round->has_lecturers = reading->is_open[WP_LECTURERS];
    wp_headers_check_mappings(reading, kinds);
    wp_name_tables(reading, files, count);
    wp_programmes_collect(reading, files, count);
    /* Errors so far are those of round.ini, and of headers and files as a whole. */
    reading->round->eligibility_known = reading->diagnostics->errors == 0;
    for (int k = 0; k < count; k++) {
        size_t errors = reading->diagnostics->errors;
        check_rows(&files[k]);
        kinds[files[k].kind->table]->read(reading, &files[k]);
        if (bears_on_eligibility(&files[k]) && reading->diagnostics->errors > errors)
            reading->round->eligibility_known = false;
    }
}

int wp_read_round(const struct wp_settings *settings, struct wp_inputs *inputs, struct wp_round **out,
                  struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct wp_reading reading = {
        .settings = settings, .inputs = inputs, .diagnostics = diagnostics, .error = error};
    int count = count_files(settings), opened = 0;
    struct wp_table_file *files = calloc((size_t)count + (size_t)settings->edit_count + 1, sizeof *files);
    *out = NULL;
    if (files == NULL)
        return wp_error_memory(error);
    int code = wp_round_new(settings, &reading.round, error);
    if (code == 0) {
        reading.mapping_found = wp_reading_alloc(&reading, (size_t)settings->mapping_count + 1, sizeof(bool));
        if (reading.mapping_found != NULL)
            opened = open_files(&reading, files);
        wp_edits_make(&reading, kinds, files, &opened);
        wp_content_sign(files, opened, inputs->content);
        read_files(&reading, files, opened);
        code = reading.out_of_memory ? WP_INTERNAL : 0;
    }
    for (int k = 0; k < opened; k++)
        wp_table_close(&files[k]);
    free(files);
    wp_references_clear(&reading);
    wp_edits_clear(&reading);
    if (code == 0)
        code = wp_round_finish(reading.round, diagnostics, error);
    if (code != 0) {
        wp_round_free(reading.round);
        return code;
    }
    *out = reading.round;
    return 0;
}
