/* read_levels.c: what a written plan proved: its outcome and levels, from its summary.json. */
#include "read_levels.h"
#include "plan_json.h"
#include <stdlib.h>
#include <string.h>

static bool read_outcome(const json_t *status, enum wp_outcome *outcome) {
    static const enum wp_outcome with_plan[] = {WP_OUTCOME_OPTIMAL, WP_OUTCOME_FEASIBLE};
    for (size_t i = 0; i < sizeof with_plan / sizeof *with_plan && json_is_string(status); i++)
        if (strcmp(json_string_value(status), wp_outcome_name(with_plan[i])) == 0) {
            *outcome = with_plan[i];
            return true;
        }
    return false;
}

/* One number, or an array of them. 1 if so, 0 if not, or WP_INTERNAL. */
static int read_value(const json_t *value, struct wp_level *level, struct wp_error *error) {
    level->array = json_is_array(value);
    size_t count = level->array ? json_array_size(value) : 1;
    if (count > INT32_MAX)
        return 0;
    level->value = calloc(count + 1, sizeof *level->value);
    level->bound = calloc(count + 1, sizeof *level->bound);
    if (!level->value || !level->bound)
        return wp_error_memory(error);
    level->count = (int)count;
    for (size_t i = 0; i < count; i++) {
        const json_t *number = level->array ? json_array_get(value, i) : value;
        if (!json_is_integer(number))
            return 0;
        level->value[i] = json_integer_value(number);
    }
    return 1;
}

/* The same shape as the value; null from the first that is not known. 1 if so, else 0. */
static int read_bound(const json_t *bound, struct wp_level *level) {
    if (level->array && json_array_size(bound) != (size_t)level->count)
        return 0;
    for (int i = 0; i < level->count; i++) {
        const json_t *number = level->array ? json_array_get(bound, (size_t)i) : bound;
        if (json_is_integer(number) && level->bound_count == i)
            level->bound[level->bound_count++] = json_integer_value(number);
        else if (!json_is_null(number))
            return 0;
    }
    return 1;
}

static int read_level(const json_t *entry, struct wp_level *level, struct wp_error *error) {
    const char *name = json_string_value(json_object_get(entry, "name"));
    const char *sense = json_string_value(json_object_get(entry, "sense"));
    const json_t *proven = json_object_get(entry, "proven");
    if (!name || !sense || !json_is_boolean(proven))
        return 0;
    snprintf(level->name, sizeof level->name, "%s", name);
    level->maximise = strcmp(sense, "max") == 0;
    level->proven = json_is_true(proven);
    level->certified = json_is_true(json_object_get(entry, "certified"));
    const json_t *best = json_object_get(entry, "best");
    level->gives_way = json_is_integer(best);
    level->best = json_integer_value(best);
    int understood = read_value(json_object_get(entry, "value"), level, error);
    return understood == 1 ? read_bound(json_object_get(entry, "bound"), level) : understood;
}

static int read_levels(const json_t *entries, struct wp_plan_levels *out, struct wp_error *error) {
    int understood = json_is_array(entries);
    out->items = calloc(json_array_size(entries) + 1, sizeof *out->items);
    if (!out->items)
        return wp_error_memory(error);
    for (size_t i = 0; i < json_array_size(entries) && understood == 1; i++)
        understood = read_level(json_array_get(entries, i), &out->items[out->count++], error);
    return understood;
}

int wp_plan_levels_read(const char *folder, struct wp_plan_levels *out, struct wp_error *error) {
    json_t *summary;
    int code = wp_json_summary_load(folder, &summary, error);
    if (code != 0)
        return code;
    int understood = read_outcome(json_object_get(summary, "status"), &out->outcome);
    if (understood == 1)
        understood = read_levels(json_object_get(summary, "levels"), out, error);
    json_decref(summary);
    return understood == 0 ? wp_json_not_a_plan(folder, error) : understood == 1 ? 0 : understood;
}

void wp_plan_levels_clear(struct wp_plan_levels *levels) {
    for (int i = 0; i < levels->count; i++) {
        free(levels->items[i].value);
        free(levels->items[i].bound);
    }
    free(levels->items);
    *levels = (struct wp_plan_levels){0};
}
