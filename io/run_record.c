/* run_record.c: how a run of a what-if ended, as JSON, and the hash by which a finished run is known. */
#include "run_record.h"
#include "plan_json.h"
#include "whole_file.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a run can end in. */
static const enum wp_whatif_status statuses[] = {WP_WHATIF_OPTIMAL, WP_WHATIF_FEASIBLE, WP_WHATIF_INFEASIBLE,
                                                 WP_WHATIF_NO_PLAN, WP_WHATIF_FAILED};

static json_t *to_json(const struct wp_run_record *record) {
    json_t *json = json_object();
    int failed = json_object_set_new(json, "program", json_string("wijkplaats"));
    failed |= json_object_set_new(json, "version", json_string(WP_VERSION));
    failed |= json_object_set_new(json, "hash", json_string(record->hash));
    failed |= json_object_set_new(json, "status", json_string(wp_whatif_status_name(record->status)));
    failed |= json_object_set_new(json, "stopped", json_boolean(record->stopped));
    failed |= json_object_set_new(json, "message", wp_json_text(record->message));
    failed |= json_object_set_new(json, "seconds", wp_json_seconds(record->seconds));
    if (!failed)
        return json;
    json_decref(json);
    return NULL;
}

int wp_run_record_write(const char *path, const struct wp_run_record *record, struct wp_error *error) {
    struct wp_whole_file file;
    int code = wp_whole_file_begin(path, &file, error);
    if (code == 0)
        code = wp_json_write(file.stream, to_json(record), error);
    if (code == 0)
        code = wp_whole_file_commit(&file, error);
    wp_whole_file_free(&file);
    return code;
}

/* The record's object, or NULL where the file holds none of this program. */
static json_t *load(const char *path) {
    json_t *json = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    const char *program = json_string_value(json_object_get(json, "program"));
    if (program != NULL && strcmp(program, "wijkplaats") == 0 &&
        json_is_string(json_object_get(json, "hash")))
        return json;
    json_decref(json);
    return NULL;
}

bool wp_run_record_is(const char *path) {
    json_t *json = load(path);
    json_decref(json);
    return json != NULL;
}

static bool read_status(const json_t *json, enum wp_whatif_status *status) {
    const char *text = json_string_value(json);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses && text != NULL; i++)
        if (strcmp(text, wp_whatif_status_name(statuses[i])) == 0) {
            *status = statuses[i];
            return true;
        }
    return false;
}

bool wp_run_record_read(const char *path, struct wp_run_record *record) {
    json_t *json = load(path);
    const char *hash = json_string_value(json_object_get(json, "hash"));
    const json_t *stopped = json_object_get(json, "stopped");
    const char *message = json_string_value(json_object_get(json, "message"));
    const json_t *seconds = json_object_get(json, "seconds");
    *record = (struct wp_run_record){0};
    bool understood = hash != NULL && strlen(hash) == sizeof record->hash - 1 &&
                      read_status(json_object_get(json, "status"), &record->status) &&
                      json_is_boolean(stopped) && message != NULL && json_is_number(seconds) &&
                      json_number_value(seconds) >= 0;
    if (understood) {
        snprintf(record->hash, sizeof record->hash, "%s", hash);
        snprintf(record->message, sizeof record->message, "%s", message);
        record->stopped = json_is_true(stopped);
        record->seconds = json_number_value(seconds);
    }
    json_decref(json);
    return understood;
}

/* Each text with its length, so that no two lists of texts are alike to the hash. */
static void add(struct sha256_ctx *context, const char *text) {
    char length[32];
    int digits = snprintf(length, sizeof length, "%zu:", strlen(text));
    sha256_update(context, (size_t)digits, (const uint8_t *)length);
    sha256_update(context, strlen(text), (const uint8_t *)text);
}

/* The settings in effect. A name bears on no plan; what files hold is in the hash of the content, so where
 * they lie does not matter. NULL when memory runs out. */
static char *settings_text(const struct wp_settings *settings) {
    json_t *json = wp_json_settings(settings);
    json_t *round = json_object_get(json, "round");
    (void)json_object_del(round, "name");
    (void)json_object_del(round, "base");
    (void)json_object_del(json, "input");
    char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(json);
    return text;
}

int wp_run_hash(const struct wp_round *round, const struct wp_inputs *inputs, char key[WP_SHA256_TEXT],
                char hash[WP_SHA256_TEXT], struct wp_error *error) {
    struct sha256_ctx context;
    char *settings = settings_text(round->settings);
    if (settings == NULL)
        return wp_error_memory(error);
    sha256_init(&context);
    add(&context, WP_VERSION);
    add(&context, settings);
    add(&context, inputs->content);
    wp_sha256_text(&context, key);
    sha256_init(&context);
    add(&context, key);
    for (int i = 0; i < inputs->count; i++) {
        add(&context, inputs->items[i].path);
        add(&context, inputs->items[i].sha256);
    }
    wp_sha256_text(&context, hash);
    free(settings);
    return 0;
}
