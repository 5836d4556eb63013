/* plan_record.c: how a written plan was made: its summary.json, and the copies of its input. */
#include "folder.h"
#include "inputs.h"
#include "plan_json.h"
#include "read_plan.h"
#include "stored_inputs.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* folder/middle/name, newly allocated; NULL when memory runs out. */
static char *path_in(const char *folder, const char *middle, const char *name) {
    size_t size = strlen(folder) + 1 + strlen(middle) + strlen(name) + 1;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s/%s%s", folder, middle, name);
    return path;
}

int wp_json_not_a_plan(const char *folder, struct wp_error *error) {
    struct stat status;
    if (stat(folder, &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return wp_error_set(error, WP_USAGE, "there is no folder \"%s\"", folder);
    return wp_error_set(error, WP_USAGE, "the folder \"%s\" is not a plan of wijkplaats", folder);
}

int wp_json_summary_load(const char *folder, json_t **out, struct wp_error *error) {
    *out = NULL;
    char *path = path_in(folder, "", "summary.json");
    if (!path)
        return wp_error_memory(error);
    json_t *summary = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    free(path);
    const char *program = json_string_value(json_object_get(summary, "program"));
    if (!program || strcmp(program, "wijkplaats") != 0 ||
        !json_is_array(json_object_get(summary, "inputs")) ||
        json_array_size(json_object_get(summary, "inputs")) == 0) {
        json_decref(summary);
        return wp_json_not_a_plan(folder, error);
    }
    *out = summary;
    return 0;
}

/* Are the bytes of the copy those that the plan was made from? */
static int check_copy(const struct wp_recorded_file *file, const char *sha256,
                      struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct wp_inputs inputs = {0};
    struct wp_error reading = {0};
    const struct wp_input *input;
    const struct wp_location where = {.path = file->full_path};
    int code = wp_inputs_read(&inputs, file->path, file->full_path, false, &input, &reading);
    if (code == WP_INPUT)
        wp_diagnostics_error(diagnostics, where, "%s", reading.message);
    else if (code != 0)
        wp_error_set(error, code, "%s", reading.message);
    else if (strcmp(input->sha256, sha256) != 0)
        wp_diagnostics_error(diagnostics, where,
                             "this copy was changed after the plan was made; solve the round again");
    wp_inputs_clear(&inputs);
    return code == WP_INPUT ? 0 : code;
}

static int add_file(struct wp_plan_record *record, const json_t *entry, struct wp_diagnostics *diagnostics,
                    struct wp_error *error) {
    const char *path = json_string_value(json_object_get(entry, "path"));
    const char *stored = json_string_value(json_object_get(entry, "stored"));
    const char *sha256 = json_string_value(json_object_get(entry, "sha256"));
    if (!stored)
        stored = path;
    if (!path || !sha256 || !wp_stored_name_stays(stored))
        return wp_json_not_a_plan(record->folder, error);
    struct wp_recorded_file *file = &record->files[record->file_count++];
    file->of_scenario = json_object_get(entry, "of") != NULL;
    file->path = strdup(path);
    file->full_path = path_in(record->folder, WP_INPUT_FOLDER, stored);
    if (!file->path || !file->full_path)
        return wp_error_memory(error);
    file->stored = file->full_path + strlen(file->full_path) - strlen(stored);
    return check_copy(file, sha256, diagnostics, error);
}

static int add_overrides(struct wp_plan_record *record, const json_t *overrides, struct wp_error *error) {
    size_t at;
    json_t *entry;
    record->overrides = calloc(json_array_size(overrides) + 1, sizeof *record->overrides);
    if (!record->overrides)
        return wp_error_memory(error);
    json_array_foreach(overrides, at, entry) {
        if (!json_is_string(entry))
            return wp_json_not_a_plan(record->folder, error);
        char *text = strdup(json_string_value(entry));
        if (!text)
            return wp_error_memory(error);
        record->overrides[record->override_count++] = text;
    }
    return 0;
}

int wp_plan_record_read(const char *folder, struct wp_plan_record **out, struct wp_diagnostics *diagnostics,
                        struct wp_error *error) {
    json_t *summary;
    *out = NULL;
    int code = wp_json_summary_load(folder, &summary, error);
    if (code != 0)
        return code;
    const json_t *inputs = json_object_get(summary, "inputs");
    struct wp_plan_record *record = calloc(1, sizeof *record);
    if (!record || !(record->folder = strdup(folder)) ||
        !(record->files = calloc(json_array_size(inputs), sizeof *record->files))) {
        code = wp_error_memory(error);
        goto out;
    }
    for (size_t i = 0; i < json_array_size(inputs) && code == 0; i++)
        code = add_file(record, json_array_get(inputs, i), diagnostics, error);
    if (code == 0 && json_object_get(summary, "scenario")) {
        if (record->file_count < 2 || !record->files[1].of_scenario)
            code = wp_json_not_a_plan(folder, error);
        record->scenario = &record->files[1];
    }
    const char *placements = json_string_value(json_object_get(summary, "placements_sha256"));
    if (code == 0 && !placements)
        code = wp_json_not_a_plan(folder, error);
    else if (code == 0)
        snprintf(record->placements, sizeof record->placements, "%s", placements);
    const char *status = json_string_value(json_object_get(summary, "status"));
    record->proven = status && strcmp(status, "optimal") == 0;
    if (code == 0)
        code = add_overrides(record, json_object_get(summary, "overrides"), error);
    if (code == 0) {
        *out = record;
        record = NULL;
    }
out:
    wp_plan_record_free(record);
    json_decref(summary);
    return code;
}

void wp_plan_record_free(struct wp_plan_record *record) {
    if (!record)
        return;
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        free(record->redirected[table]);
    for (int i = 0; i < record->file_count; i++) {
        free(record->files[i].path);
        free(record->files[i].full_path);
    }
    for (int i = 0; i < record->override_count; i++)
        free(record->overrides[i]);
    free(record->edits);
    free(record->files);
    free(record->overrides);
    free(record->folder);
    free(record);
}

/* The name below input/ of the file that round.ini, or the scenario, names so; a name that no record has
 * stays. */
static const char *stored_name(const struct wp_plan_record *record, const char *path, bool of_scenario) {
    for (int i = 0; i < record->file_count; i++)
        if (record->files[i].of_scenario == of_scenario && strcmp(record->files[i].path, path) == 0)
            return record->files[i].stored;
    return path;
}

/* The files that edits add are led to the copies. False when memory runs out. */
static bool redirect_edits(struct wp_plan_record *record, const struct wp_settings *read) {
    free(record->edits);
    record->edits = calloc((size_t)read->edit_count + 1, sizeof *record->edits);
    if (!record->edits)
        return false;
    for (int i = 0; i < read->edit_count; i++) {
        record->edits[i] = read->edits[i];
        if (read->edits[i].kind == WP_EDIT_ADD)
            record->edits[i].value = stored_name(record, read->edits[i].value, true);
    }
    record->settings.edits = record->edits;
    record->settings.edits_directory = read->directory;
    return true;
}

const struct wp_settings *wp_plan_record_settings(struct wp_plan_record *record,
                                                  const struct wp_settings *read) {
    record->settings = *read;
    if (!redirect_edits(record, read))
        return NULL;
    for (int table = 0; table < WP_TABLE_COUNT; table++) {
        const char *const *files = read->files[table];
        size_t count = 0;
        if (!files)
            continue;
        while (files[count])
            count++;
        const char **names = calloc(count + 1, sizeof *names);
        if (!names)
            return NULL;
        for (size_t i = 0; i < count; i++)
            names[i] = stored_name(record, files[i], read->directories[table] != read->directory);
        free(record->redirected[table]);
        record->redirected[table] = names;
        record->settings.files[table] = names;
        record->settings.directories[table] = read->directory;
    }
    return &record->settings;
}
