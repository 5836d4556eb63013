/* plan_json.c: what summary.json and infeasible.json have in common. */
#include "plan_json.h"
#include "utf8.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

json_t *wp_json_text(const char *text) {
    static const char replacement[] = "\xEF\xBF\xBD";
    if (!text)
        return json_null();
    char *valid = malloc(3 * strlen(text) + 1);
    if (!valid)
        return NULL;
    size_t length = 0;
    while (*text) {
        size_t bytes = wp_utf8_bytes(text);
        memcpy(valid + length, bytes ? text : replacement, bytes ? bytes : 3);
        length += bytes ? bytes : 3;
        text += bytes ? bytes : 1;
    }
    json_t *json = json_stringn(valid, length);
    free(valid);
    return json;
}

json_t *wp_json_seconds(double seconds) {
    return json_real(round(seconds * 1000) / 1000);
}

/* One number, or an array of `count`, of which the first `known` are known and the others null. */
static json_t *numbers(const struct wp_level *level, const int64_t *values, int known) {
    if (!level->array)
        return known > 0 ? json_integer(values[0]) : json_null();
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < level->count && !failed; i++)
        failed = json_array_append_new(array, i < known ? json_integer(values[i]) : json_null());
    return failed ? (json_decref(array), NULL) : array;
}

json_t *wp_json_level(const struct wp_level *level) {
    json_t *entry = json_object();
    int failed = json_object_set_new(entry, "name", json_string(level->name));
    failed |= json_object_set_new(entry, "sense", json_string(level->maximise ? "max" : "min"));
    failed |= json_object_set_new(entry, "value", numbers(level, level->value, level->count));
    failed |= json_object_set_new(entry, "bound", numbers(level, level->bound, level->bound_count));
    if (level->gives_way)
        failed |= json_object_set_new(entry, "best", json_integer(level->best));
    failed |= json_object_set_new(entry, "proven", json_boolean(level->proven));
    failed |= json_object_set_new(entry, "certified", json_boolean(level->certified));
    return failed ? (json_decref(entry), NULL) : entry;
}

/* The overrides as given. */
static json_t *overrides(const struct wp_settings *settings) {
    json_t *array = json_array();
    for (int i = 0; array && i < settings->override_count; i++)
        if (json_array_append_new(array, wp_json_text(settings->overrides[i])) != 0) {
            json_decref(array);
            array = NULL;
        }
    return array;
}

/* The scenario that the round was read through. */
static json_t *scenario(const struct wp_scenario *scenario) {
    const char *slash = strrchr(scenario->path, '/');
    json_t *object = json_object();
    int failed = json_object_set_new(object, "file", wp_json_text(slash ? slash + 1 : scenario->path));
    failed |= json_object_set_new(object, "name", wp_json_text(scenario->name));
    failed |= json_object_set_new(object, "why", wp_json_text(scenario->why));
    return failed ? (json_decref(object), NULL) : object;
}

json_t *wp_json_head(const struct wp_round *round, const struct wp_inputs *inputs, const char *status) {
    json_t *head = json_object();
    int failed = json_object_set_new(head, "program", json_string("wijkplaats"));
    failed |= json_object_set_new(head, "version", json_string(WP_VERSION));
    failed |= json_object_set_new(head, "round", wp_json_text(round->settings->name));
    failed |=
        json_object_set_new(head, "round_file", wp_json_text(inputs->count ? inputs->items[0].path : ""));
    if (round->settings->scenario)
        failed |= json_object_set_new(head, "scenario", scenario(round->settings->scenario));
    failed |= json_object_set_new(head, "overrides", overrides(round->settings));
    failed |= json_object_set_new(head, "settings", wp_json_settings(round->settings));
    failed |= json_object_set_new(head, "status", json_string(status));
    if (!failed)
        return head;
    json_decref(head);
    return NULL;
}

json_t *wp_json_inputs(const struct wp_inputs *inputs, char *const *names) {
    json_t *array = json_array();
    for (int i = 0; array && i < inputs->count; i++) {
        const struct wp_input *input = &inputs->items[i];
        json_t *entry = json_object();
        int failed = json_object_set_new(entry, "path", wp_json_text(input->path));
        failed |= json_object_set_new(entry, "sha256", json_string(input->sha256));
        if (input->of_scenario)
            failed |= json_object_set_new(entry, "of", json_string("scenario"));
        if (strcmp(input->path, names[i]) != 0)
            failed |= json_object_set_new(entry, "stored", wp_json_text(names[i]));
        failed |= json_array_append_new(array, entry);
        if (failed) {
            json_decref(array);
            array = NULL;
        }
    }
    return array;
}

int wp_json_write(FILE *stream, json_t *object, struct wp_error *error) {
    if (!object)
        return wp_error_memory(error);
    /* 15 digits give 1.3 back as 1.3; a failed write stays in the stream. */
    char *text = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    json_decref(object);
    if (!text)
        return wp_error_memory(error);
    fputs(text, stream);
    fputc('\n', stream);
    free(text);
    return 0;
}
