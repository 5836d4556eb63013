/* changes.c: what a scenario, --set and the choice of a sweep change in a round's settings and tables. */
#include "changes.h"
#include "ini_text.h"
#include "mapping.h"
#include "scenario_read.h"
#include "translate.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

struct changes {
    struct wp_reader *reader;
    const struct wp_config_source *source;
    const struct wp_scenario_file *file; /* or NULL */
    struct wp_edit *edits;               /* the settings' */
    const char **overrides;              /* the settings' */
    bool chosen[WP_MAX_SWEEPS];          /* by --set */
};

/* In a table "+20" is a change; of a setting nobody knows what it would be added to. */
static bool is_change(const struct wp_key *key, const char *text) {
    switch (key->type) {
    case WP_KEY_INTEGER:
    case WP_KEY_COUNT:
    case WP_KEY_NUMBER:
    case WP_KEY_PERCENT:
    case WP_KEY_GAP:
        return text[0] == '+' || (text[0] == '-' && key->type != WP_KEY_INTEGER);
    default:
        return false;
    }
}

static void set_key(struct wp_reader *reader, const struct wp_target *target, const char *text,
                    struct wp_location where) {
    const char *now = wp_reader_given(reader, target->key->section, target->key->name)->text;
    const char **changed_from = &reader->changed_from[target->key - wp_keys];
    char excerpt[WP_EXCERPT];

    if (now == NULL)
        now = target->key->standard != NULL ? target->key->standard : _("(none)");
    if (!is_change(target->key, text)) {
        if (*changed_from == NULL)
            *changed_from = now;
        wp_reader_key(reader, target->key, text, where);
        return;
    }
    wp_diagnostics_error(reader->diagnostics, where,
                         "%s = %s: only numbers in tables can be changed by an amount; write the new value "
                         "itself, in place of %s",
                         target->text, wp_value_excerpt(text, excerpt), now);
}

static void change(struct changes *changes, const struct wp_target *target, const char *text,
                   struct wp_location where) {
    struct wp_reader *reader = changes->reader;

    switch (target->kind) {
    case WP_TARGET_SETTING:
        set_key(reader, target, text, where);
        break;
    case WP_TARGET_HEADER:
        if (wp_mapping_read(target->header, text, where, reader->settings, reader->arena,
                            reader->diagnostics) != 0)
            reader->out_of_memory = true;
        break;
    case WP_TARGET_CELLS:
        changes->edits[reader->settings->edit_count++] = (struct wp_edit){.kind = WP_EDIT_SET,
                                                                          .table = target->table,
                                                                          .ids = target->ids,
                                                                          .column = target->column,
                                                                          .value = text,
                                                                          .where = where};
        break;
    }
}

static bool is_printable(const char *text) {
    for (const char *at = text; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            return false;
    }
    return wp_is_utf8(text, strlen(text));
}

/* The number of the sweep that the target belongs to, or -1. */
static int find_sweep(const struct wp_scenario_file *file, const struct wp_target *target) {
    for (int s = 0; s < file->scenario.sweep_count; s++) {
        if (wp_target_same(&file->sweep_targets[s], target))
            return s;
    }
    return -1;
}

/* --set TARGET=text. The choice of a sweep is the scenario's, and so are the files that it names. */
static void override(struct changes *changes, const struct wp_target *target, const char *text,
                     struct wp_location where) {
    const struct wp_scenario_file *file = changes->file;
    struct wp_reader *reader = changes->reader;
    int sweep = file != NULL ? find_sweep(file, target) : -1;

    if (file == NULL || sweep < 0) {
        reader->directory = reader->settings->directory;
        change(changes, target, text, where);
    } else if (changes->source->variant < 0) {
        reader->directory = file->scenario.directory;
        changes->chosen[sweep] = true;
        change(changes, target, text, where);
    } else {
        wp_diagnostics_error(reader->diagnostics, where,
                             "%s is swept by the scenario (line %ld), which gives it each of its values in "
                             "turn; leave it out here",
                             target->text, file->scenario.sweeps[sweep].where.line);
    }
}

/* "section.key=value" or "table.id.column=value", cut up in place. */
static int read_override(struct changes *changes, char *text, struct wp_location where) {
    struct wp_reader *reader = changes->reader;
    char *equals = strchr(text, '='), *dot = strchr(text, '.'), excerpt[WP_EXCERPT];
    struct wp_target target;
    int outcome;

    if (!is_printable(text)) {
        wp_diagnostics_error(reader->diagnostics, where, "the text holds control characters or is not UTF-8");
        return 0;
    }
    if (equals == NULL || dot == NULL || dot > equals) {
        wp_diagnostics_error(reader->diagnostics, where,
                             "%s: expected section.key=value or table.id.column=value, such as "
                             "rules.max_minutes=60 or lecturers.L07.max_students=0",
                             wp_value_excerpt(text, excerpt));
        return 0;
    }
    *equals = '\0';
    outcome = wp_target_read(wp_value_trim(text), where, reader->arena, reader->diagnostics, &target);
    if (outcome > 0)
        override(changes, &target, wp_value_trim(equals + 1), where);
    return outcome < 0 ? outcome : 0;
}

static int read_overrides(struct changes *changes) {
    struct wp_reader *reader = changes->reader;

    for (int i = 0; i < changes->source->override_count; i++) {
        const char *given = changes->source->overrides[i];
        char *text = wp_arena_copy(reader->arena, given, strlen(given));
        const char *kept = wp_arena_copy(reader->arena, given, strlen(given));

        if (text == NULL || kept == NULL)
            return WP_INTERNAL;
        changes->overrides[reader->settings->override_count++] = kept;
        if (read_override(changes, text, (struct wp_location){WP_FROM_SET, i + 1, 0}) != 0)
            return WP_INTERNAL;
    }
    return 0;
}

static void make_scenario(struct changes *changes) {
    const struct wp_scenario_file *file = changes->file;
    struct wp_settings *settings = changes->reader->settings;

    changes->reader->directory = settings->edits_directory = file->scenario.directory;
    for (int i = 0; i < file->edit_count; i++)
        changes->edits[settings->edit_count++] = file->edits[i];
    for (int i = 0; i < file->set_count; i++)
        change(changes, &file->sets[i].target, file->sets[i].value, file->sets[i].where);
}

/* The values of one combination of the sweep; they are recorded as if --set had given them. */
static int make_variant(struct changes *changes) {
    struct wp_reader *reader = changes->reader;
    const struct wp_scenario *scenario = &changes->file->scenario;

    reader->settings->variant = changes->source->variant;
    reader->directory = scenario->directory;
    for (int s = 0; s < scenario->sweep_count; s++) {
        const struct wp_sweep *sweep = &scenario->sweeps[s];
        const char *value = wp_scenario_value(scenario, changes->source->variant, s);
        size_t size = strlen(sweep->key) + strlen(value) + 2;
        char *text = wp_arena_alloc(reader->arena, size, 1);

        if (text == NULL)
            return WP_INTERNAL;
        snprintf(text, size, "%s=%s", sweep->key, value);
        changes->overrides[reader->settings->override_count++] = text;
        change(changes, &changes->file->sweep_targets[s], value, sweep->where);
    }
    return 0;
}

/* Several variants are no round: one must be chosen, once the sweep is right. */
static void check_choice(const struct changes *changes) {
    const struct wp_scenario *scenario = &changes->file->scenario;

    if (changes->reader->diagnostics->errors > 0)
        return;
    for (int s = 0; s < scenario->sweep_count; s++) {
        const struct wp_sweep *sweep = &scenario->sweeps[s];

        if (changes->chosen[s])
            continue;
        wp_diagnostics_error(changes->reader->diagnostics, sweep->where,
                             "%s has %d values: choose one with --set '%s=%s', or let wijkplaats whatif try "
                             "and compare them all",
                             sweep->key, sweep->value_count, sweep->key, sweep->values[0]);
    }
}

int wp_changes_make(struct wp_reader *reader, const struct wp_config_source *source,
                    const struct wp_scenario_file *file) {
    struct changes changes = {.reader = reader, .source = source, .file = file};
    size_t overrides = (size_t)source->override_count + WP_MAX_SWEEPS;
    size_t edits = overrides + (file != NULL ? (size_t)(file->edit_count + file->set_count) : 0);

    changes.overrides = wp_arena_alloc(reader->arena, overrides, sizeof *changes.overrides);
    changes.edits = wp_arena_alloc(reader->arena, edits, sizeof *changes.edits);
    if (changes.overrides == NULL || changes.edits == NULL)
        return WP_INTERNAL;
    reader->settings->overrides = changes.overrides;
    reader->settings->edits = changes.edits;
    if (file != NULL)
        make_scenario(&changes);
    if (read_overrides(&changes) != 0)
        return WP_INTERNAL;
    if (file != NULL && source->variant < 0)
        check_choice(&changes);
    else if (file != NULL && file->scenario.sweep_count > 0 && make_variant(&changes) != 0)
        return WP_INTERNAL;
    return reader->out_of_memory ? WP_INTERNAL : 0;
}
