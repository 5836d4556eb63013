/* read_reasons.c: why no plan exists, from a written infeasible.json. */
#include "read_reasons.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* NULL where there is no such file of this program. */
static json_t *load(const char *folder) {
    size_t size = strlen(folder) + sizeof "/infeasible.json";
    char *path = malloc(size);
    if (path == NULL)
        return NULL;
    snprintf(path, size, "%s/infeasible.json", folder);
    json_t *json = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    free(path);
    const char *program = json_string_value(json_object_get(json, "program"));
    if (program != NULL && strcmp(program, "wijkplaats") == 0 &&
        json_is_array(json_object_get(json, "reasons")))
        return json;
    json_decref(json);
    return NULL;
}

int wp_reasons_read(const char *folder, struct wp_arena *arena, const char *const **out, int *count,
                    struct wp_error *error) {
    json_t *report = load(folder);
    *out = NULL;
    *count = 0;
    if (report == NULL)
        return wp_error_set(error, WP_USAGE, "the folder \"%s\" does not tell why a round is impossible",
                            folder);
    const json_t *entries = json_object_get(report, "reasons");
    const char **reasons = wp_arena_alloc(arena, json_array_size(entries), sizeof *reasons);
    int code = reasons != NULL ? 0 : wp_error_memory(error);
    for (size_t i = 0; i < json_array_size(entries) && code == 0; i++) {
        const char *text = json_string_value(json_object_get(json_array_get(entries, i), "reason"));
        if (text == NULL)
            continue;
        reasons[*count] = wp_arena_copy(arena, text, strlen(text));
        if (reasons[*count] == NULL)
            code = wp_error_memory(error);
        else
            ++*count;
    }
    *out = reasons;
    json_decref(report);
    return code;
}
