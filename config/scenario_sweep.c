/* scenario_sweep.c: [sweep]: settings and cells that take several values, one after the other. */
#include "scenario_file.h"
#include "values.h"
#include <string.h>

struct reading {
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct wp_scenario_file *out;
};

/* The values between |, all of them there and different. Returns 1, 0 or WP_INTERNAL. */
static int read_values(const struct reading *reading, const struct wp_ini_entry *entry,
                       struct wp_sweep *sweep) {
    const char *const *values;
    char excerpt[WP_EXCERPT];

    if (strchr(entry->value, '|') == NULL) {
        wp_diagnostics_error(reading->diagnostics, sweep->where,
                             "%s: expected two values or more with | between them; a single one belongs in "
                             "[set]",
                             sweep->key);
        return 0;
    }
    values = wp_value_list(entry->value, reading->arena);
    if (values == NULL)
        return WP_INTERNAL;
    sweep->values = values;
    for (; values[sweep->value_count] != NULL; sweep->value_count++) {
        const char *value = values[sweep->value_count];

        if (value[0] == '\0') {
            wp_diagnostics_error(reading->diagnostics, sweep->where,
                                 "%s: a value is missing between, before or behind |", sweep->key);
            return 0;
        }
        for (int i = 0; i < sweep->value_count; i++) {
            if (strcmp(values[i], value) == 0) {
                wp_diagnostics_error(reading->diagnostics, sweep->where, "%s: the value %s stands twice",
                                     sweep->key, wp_value_excerpt(value, excerpt));
                return 0;
            }
        }
    }
    return 1;
}

/* Is there nothing else that names the target? */
static bool is_alone(const struct reading *reading, const struct wp_target *target, const char *key,
                     struct wp_location where) {
    const struct wp_scenario_file *out = reading->out;

    if (target->kind == WP_TARGET_HEADER) {
        wp_diagnostics_error(reading->diagnostics, where, "%s: headers are mapped in the round, in [columns]",
                             key);
        return false;
    }
    for (int i = 0; i < out->set_count; i++) {
        if (wp_target_same(&out->sets[i].target, target)) {
            wp_diagnostics_error(reading->diagnostics, where,
                                 "%s is set in line %ld too, in [set]; keep one of the two", key,
                                 out->sets[i].where.line);
            return false;
        }
    }
    for (int s = 0; s < out->scenario.sweep_count; s++) {
        if (wp_target_same(&out->sweep_targets[s], target)) {
            wp_diagnostics_error(reading->diagnostics, where,
                                 "%s was swept in line %ld already; keep one of the two", key,
                                 out->scenario.sweeps[s].where.line);
            return false;
        }
    }
    return true;
}

/* One key of [sweep]. */
static int read_sweep(const struct reading *reading, const struct wp_ini_entry *entry) {
    struct wp_scenario *scenario = &reading->out->scenario;
    struct wp_sweep sweep = {.where = {reading->out->scenario.path, entry->line, 0}};
    struct wp_target target;
    char excerpt[WP_EXCERPT];
    int outcome = wp_target_read(entry->key, sweep.where, reading->arena, reading->diagnostics, &target);

    if (outcome <= 0)
        return outcome;
    sweep.key = target.text;
    if (!is_alone(reading, &target, wp_value_excerpt(target.text, excerpt), sweep.where))
        return 0;
    outcome = read_values(reading, entry, &sweep);
    if (outcome <= 0)
        return outcome;
    if (scenario->sweep_count == WP_MAX_SWEEPS) {
        wp_diagnostics_error(reading->diagnostics, sweep.where,
                             "%s is one key too many: [sweep] combines the values of at most %d keys",
                             excerpt, WP_MAX_SWEEPS);
        return 0;
    }
    reading->out->sweep_targets[scenario->sweep_count] = target;
    scenario->sweeps[scenario->sweep_count++] = sweep;
    scenario->variant_count *= sweep.value_count;
    return 0;
}

int wp_scenario_sweeps_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                            struct wp_diagnostics *diagnostics) {
    const struct reading reading = {arena, diagnostics, out};
    struct wp_scenario *scenario = &out->scenario;
    int outcome = 0;

    for (size_t i = 0; outcome == 0 && i < ini->entry_count; i++) {
        if (strcmp(ini->entries[i].section, "sweep") == 0)
            outcome = read_sweep(&reading, &ini->entries[i]);
    }
    if (scenario->variant_count > WP_MAX_VARIANTS)
        wp_diagnostics_error(diagnostics, scenario->sweeps[scenario->sweep_count - 1].where,
                             "the sweep has %d combinations; at most %d are possible",
                             scenario->variant_count, WP_MAX_VARIANTS);
    return outcome;
}
