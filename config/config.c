/* config.c: round.ini, a scenario and --set become settings. */
#include "config.h"
#include "assign.h"
#include "changes.h"
#include "paths.h"
#include "reader.h"
#include "scenario_file.h"
#include "together.h"
#include <stdlib.h>
#include <string.h>

/* The settings and the arena of their strings; the settings come first, so that a pointer to them is one to
 * the whole. */
struct owned_settings {
    struct wp_settings settings;
    struct wp_arena *arena;
};

/* Settings as no file has said anything. */
static int start(struct wp_reader *reader, const char *path) {
    struct wp_settings *settings = reader->settings;

    reader->given = wp_arena_alloc(reader->arena, wp_key_count, sizeof *reader->given);
    reader->written = wp_arena_alloc(reader->arena, wp_key_count, sizeof *reader->written);
    reader->directory = wp_path_directory(path, reader->arena);
    reader->changed_from = wp_arena_alloc(reader->arena, wp_key_count, sizeof *reader->changed_from);
    if (reader->given == NULL || reader->written == NULL || reader->changed_from == NULL ||
        reader->directory == NULL)
        return WP_INTERNAL;
    settings->path = path;
    settings->directory = settings->edits_directory = reader->directory;
    settings->written = reader->written;
    settings->changed_from = reader->changed_from;
    settings->variant = -1;
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        settings->directories[table] = reader->directory;
    wp_reader_standards(reader);
    return 0;
}

/* The file, as far as it can be read at all, or else the scenario's line that names it. */
static int read_base(struct wp_reader *reader, const struct wp_scenario *scenario, struct wp_ini *ini,
                     struct wp_error *error) {
    struct wp_error why = {0};
    int code = wp_ini_read(reader->settings->path, reader->arena, ini, reader->diagnostics, &why);

    if (code == WP_INPUT)
        return wp_error_at(error, code, scenario->path, scenario->base_at.line, 0, "base = %s: %s",
                           scenario->base, why.message);
    if (code != 0)
        return wp_error_at(error, code, why.path, why.line, why.column, "%s", why.message);
    if (wp_ini_is_scenario(ini))
        return wp_error_at(error, WP_INPUT, scenario->path, scenario->base_at.line, 0,
                           "base = %s is a scenario itself; name its round, and repeat the changes",
                           scenario->base);
    return 0;
}

/* What cannot be read as a round, or would be the round itself. */
static void check_scenario(const struct wp_reader *reader, const struct wp_scenario_file *file) {
    const struct wp_scenario *scenario = &file->scenario;

    if (reader->diagnostics->errors > 0 || file->set_count + file->edit_count + scenario->sweep_count > 0)
        return;
    if (scenario->swap_count > 0)
        wp_diagnostics_error(
            reader->diagnostics, scenario->swaps[0].where,
            "[swap] is a question about the plan of a round; wijkplaats whatif %s %s answers "
            "it",
            reader->settings->path, scenario->path);
    else
        wp_diagnostics_notice(reader->diagnostics, scenario->base_at,
                              "this scenario changes nothing: there are no lines in [set], [add], [remove], "
                              "[scale] or [sweep]");
}

/* A scenario: its round, then its changes. */
static int read_scenario(struct wp_reader *reader, const struct wp_config_source *source,
                         const struct wp_ini *ini, struct wp_error *error) {
    struct wp_scenario_file *file = wp_arena_alloc(reader->arena, 1, sizeof *file);
    struct wp_ini round = {0};
    int code;

    if (file == NULL || wp_scenario_file_read(ini, reader->arena, file, reader->diagnostics) != 0)
        return wp_error_memory(error);
    if (source->variant >= file->scenario.variant_count)
        return wp_error_at(error, WP_INTERNAL, source->path, 0, 0, "there is no variant %d of %d",
                           source->variant, file->scenario.variant_count);
    /* Without a base the scenario stands for it, so that its own lines are judged all the same. */
    if (source->base != NULL)
        code = start(reader, source->base);
    else
        code = start(reader, file->scenario.base != NULL ? file->scenario.base_path : source->path);
    if (code != 0)
        return wp_error_memory(error);
    reader->settings->scenario = &file->scenario;
    if (file->scenario.base != NULL) {
        code = read_base(reader, &file->scenario, &round, error);
        if (code != 0)
            return code;
        wp_reader_round(reader, &round);
        check_scenario(reader, file);
    }
    if (wp_changes_make(reader, source, file) != 0)
        return wp_error_memory(error);
    if (file->scenario.base != NULL)
        wp_check_together(reader, &round);
    return 0;
}

static int read_round(struct wp_reader *reader, const struct wp_config_source *source,
                      const struct wp_ini *ini, struct wp_error *error) {
    if (start(reader, source->path) != 0)
        return wp_error_memory(error);
    wp_reader_round(reader, ini);
    if (wp_changes_make(reader, source, NULL) != 0)
        return wp_error_memory(error);
    wp_check_together(reader, ini);
    return 0;
}

/* The path of a scenario's round is the settings', which are not handed out. */
static void forget_path(struct wp_diagnostics *diagnostics, const char *path, const char *instead) {
    for (size_t i = 0; i < diagnostics->count; i++) {
        if (diagnostics->items[i].location.path == path)
            diagnostics->items[i].location = (struct wp_location){instead, 0, 0};
    }
}

int wp_config_read(const struct wp_config_source *source, struct wp_settings **out,
                   struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct owned_settings *owned = calloc(1, sizeof *owned);
    struct wp_reader reader = {.diagnostics = diagnostics};
    struct wp_ini ini;
    int code;

    *out = NULL;
    if (owned == NULL || (owned->arena = wp_arena_new()) == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    reader.settings = &owned->settings;
    reader.arena = owned->arena;
    code = wp_ini_read(source->path, owned->arena, &ini, diagnostics, error);
    if (code != 0)
        goto out;
    code = wp_ini_is_scenario(&ini) ? read_scenario(&reader, source, &ini, error)
                                    : read_round(&reader, source, &ini, error);
    if (code != 0)
        goto out;
    *out = &owned->settings;
    owned = NULL;
out:
    if (owned != NULL) {
        if (owned->settings.path != NULL && owned->settings.path != source->path)
            forget_path(diagnostics, owned->settings.path, source->path);
        wp_settings_free(&owned->settings);
    }
    return code;
}

/* The language that the last override for it asks for: all that can be told where no file can be read. */
static bool language_of_overrides(const struct wp_config_source *source, enum wp_language *language) {
    static const char key[] = "report.language=";
    struct wp_settings settings;

    for (int i = source->override_count - 1; i >= 0; i--) {
        const char *override = source->overrides[i];

        if (strncmp(override, key, sizeof key - 1) == 0 &&
            wp_assign(wp_key_find("report", "language"), override + sizeof key - 1, &settings, NULL) > 0) {
            *language = settings.language;
            return true;
        }
    }
    return false;
}

bool wp_config_language(const struct wp_config_source *source, enum wp_language *language) {
    struct wp_diagnostics wrong = {0}; /* whoever reads the settings in earnest tells what is wrong */
    struct wp_settings *settings;
    bool known = wp_config_read(source, &settings, &wrong, NULL) == 0;

    if (known)
        *language = settings->language;
    wp_diagnostics_clear(&wrong);
    wp_settings_free(settings);
    return known || language_of_overrides(source, language);
}

void wp_settings_free(struct wp_settings *settings) {
    struct owned_settings *owned = (struct owned_settings *)settings;

    if (owned == NULL)
        return;
    wp_arena_free(owned->arena);
    free(owned);
}
