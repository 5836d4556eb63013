/* scenario_read.c: the INI file of a scenario: what it says of itself, its sweep and its swaps. */
#include "scenario_read.h"
#include "columns.h"
#include "paths.h"
#include "scenario_file.h"
#include "suggest.h"
#include "translate.h"
#include "unknown.h"
#include "values.h"
#include <stdlib.h>
#include <string.h>

struct reading {
    const struct wp_ini *ini;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct wp_scenario_file *out;
};

/* The scenario with all of its file, and the arena of its strings; the scenario comes first, so that a
 * pointer to it is one to the whole. */
struct owned_scenario {
    struct wp_scenario_file file;
    struct wp_arena *arena;
};

static const char *const sections[] = {"scenario", "set", "add", "remove", "scale", "swap", "sweep"};
#define SECTIONS (sizeof sections / sizeof sections[0])

bool wp_is_scenario_section(const char *name) {
    for (size_t s = 0; s < SECTIONS; s++) {
        if (strcmp(sections[s], name) == 0)
            return true;
    }
    return false;
}

static const struct wp_ini_section *find_section(const struct wp_ini *ini, const char *name) {
    for (size_t s = 0; s < ini->section_count; s++) {
        if (strcmp(ini->sections[s].name, name) == 0)
            return &ini->sections[s];
    }
    return NULL;
}

bool wp_ini_is_scenario(const struct wp_ini *ini) {
    return find_section(ini, "scenario") != NULL;
}

static struct wp_location at_line(const struct reading *reading, long line) {
    return (struct wp_location){reading->ini->path, line, 0};
}

/* The next entry of the section from *i on, which steps behind it; NULL if there is none. */
static const struct wp_ini_entry *next_entry(const struct reading *reading, const char *section, size_t *i) {
    while (*i < reading->ini->entry_count) {
        const struct wp_ini_entry *entry = &reading->ini->entries[(*i)++];

        if (strcmp(entry->section, section) == 0)
            return entry;
    }
    return NULL;
}

/* A section of round.ini, with its first key as the example. */
static void section_of_a_round(const struct reading *reading, const struct wp_ini_section *section) {
    size_t i = 0;
    const struct wp_ini_entry *entry = next_entry(reading, section->name, &i);
    char key[WP_EXCERPT], value[WP_EXCERPT];

    if (strcmp(section->name, "columns") == 0)
        wp_diagnostics_error(reading->diagnostics, at_line(reading, section->line),
                             "[columns] belongs in the round, not in a scenario");
    else if (entry != NULL)
        wp_diagnostics_error(reading->diagnostics, at_line(reading, section->line),
                             "[%s] belongs in a round; in a scenario write %s.%s = %s in [set]",
                             section->name, section->name, wp_value_excerpt(entry->key, key),
                             wp_value_excerpt(entry->value, value));
    else
        wp_diagnostics_error(reading->diagnostics, at_line(reading, section->line),
                             "[%s] belongs in a round; in a scenario write its keys in [set], such as "
                             "rules.max_minutes = 60",
                             section->name);
}

static void check_sections(const struct reading *reading) {
    for (size_t s = 0; s < reading->ini->section_count; s++) {
        const struct wp_ini_section *section = &reading->ini->sections[s];
        const char *near = wp_suggest(section->name, sections, SECTIONS);
        struct wp_location where = at_line(reading, section->line);
        char excerpt[WP_EXCERPT];

        if (wp_is_scenario_section(section->name))
            continue;
        wp_value_excerpt(section->name, excerpt);
        if (wp_is_section(section->name))
            section_of_a_round(reading, section);
        else if (wp_table_find(section->name, strlen(section->name)) >= 0)
            wp_diagnostics_error(reading->diagnostics, where,
                                 "there is no section [%s]; write %s.ID.COLUMN = VALUE in [set]", excerpt,
                                 excerpt);
        else if (near != NULL)
            wp_diagnostics_error(reading->diagnostics, where, "there is no section [%s]; did you mean [%s]?",
                                 excerpt, near);
        else
            wp_diagnostics_error(reading->diagnostics, where,
                                 "there is no section [%s] in a scenario, only [scenario], [set], [add], "
                                 "[remove], [scale], [swap] and [sweep]",
                                 excerpt);
    }
}

/* A key of [scenario] that is known. */
static void read_own_key(const struct reading *reading, const struct wp_ini_entry *entry) {
    struct wp_scenario *scenario = &reading->out->scenario;
    struct wp_location where = at_line(reading, entry->line);
    char excerpt[WP_EXCERPT];

    if (entry->value[0] == '\0') {
        wp_diagnostics_error(reading->diagnostics, where, "%s has no value: expected %s", entry->key,
                             strcmp(entry->key, "base") == 0 ? _("the round.ini that the scenario changes")
                                                             : _("a text"));
    } else if (strcmp(entry->key, "name") == 0) {
        scenario->name = entry->value;
    } else if (strcmp(entry->key, "why") == 0) {
        scenario->why = entry->value;
    } else if (entry->value[0] == '"' || entry->value[0] == '\'') {
        wp_diagnostics_error(reading->diagnostics, where,
                             "base = %s: expected the name of a file; write it without quotes",
                             wp_value_excerpt(entry->value, excerpt));
    } else {
        scenario->base = entry->value;
        scenario->base_at = where;
    }
}

/* [scenario] */
static void read_own(const struct reading *reading) {
    static const char *const keys[] = {"base", "name", "why"};
    bool based = false;
    const struct wp_ini_entry *entry;
    char excerpt[WP_EXCERPT], meant[WP_DID_YOU_MEAN];

    for (size_t i = 0; (entry = next_entry(reading, "scenario", &i)) != NULL;) {
        if (strcmp(entry->key, "base") == 0 || strcmp(entry->key, "name") == 0 ||
            strcmp(entry->key, "why") == 0)
            read_own_key(reading, entry);
        else
            wp_diagnostics_error(reading->diagnostics, at_line(reading, entry->line),
                                 "there is no key %s in [scenario], only base, name and why%s",
                                 wp_value_excerpt(entry->key, excerpt),
                                 wp_did_you_mean(entry->key, keys, sizeof keys / sizeof keys[0], meant));
        based |= strcmp(entry->key, "base") == 0;
    }
    if (!based)
        wp_diagnostics_error(reading->diagnostics,
                             at_line(reading, find_section(reading->ini, "scenario")->line),
                             "[scenario] names no round: write base = round.ini");
}

/* Is the student named in a swap before this one? */
static bool is_swapped(const struct wp_scenario *scenario, const char *id) {
    for (int i = 0; i < scenario->swap_count; i++) {
        if (strcmp(scenario->swaps[i].one, id) == 0 || strcmp(scenario->swaps[i].other, id) == 0)
            return true;
    }
    return false;
}

/* [swap] */
static int read_swaps(const struct reading *reading) {
    struct wp_scenario *scenario = &reading->out->scenario;
    struct wp_swap *swaps = wp_arena_alloc(reading->arena, reading->ini->entry_count, sizeof *swaps);
    const struct wp_ini_entry *entry;

    if (swaps == NULL)
        return WP_INTERNAL;
    scenario->swaps = swaps;
    for (size_t i = 0; (entry = next_entry(reading, "swap", &i)) != NULL;) {
        struct wp_location where = at_line(reading, entry->line);
        char one[WP_EXCERPT], other[WP_EXCERPT];

        wp_value_excerpt(entry->key, one);
        wp_value_excerpt(entry->value, other);
        if (entry->value[0] == '\0')
            wp_diagnostics_error(reading->diagnostics, where,
                                 "%s has no value: expected the student to change places with", one);
        else if (strcmp(entry->key, entry->value) == 0)
            wp_diagnostics_error(reading->diagnostics, where, "%s cannot change places with herself", one);
        else if (is_swapped(scenario, entry->key) || is_swapped(scenario, entry->value))
            wp_diagnostics_error(reading->diagnostics, where,
                                 "%s is in a swap already; each student can change places once",
                                 is_swapped(scenario, entry->key) ? one : other);
        else
            swaps[scenario->swap_count++] = (struct wp_swap){entry->key, entry->value, where};
    }
    return 0;
}

/* A swap looks at the plan as it is; what else stands in the file would give another one. */
static void check_swaps_are_alone(const struct reading *reading) {
    static const char *const others[] = {"set", "add", "remove", "scale", "sweep"};
    size_t i = 0, k = 0;
    const struct wp_ini_entry *first = next_entry(reading, "swap", &i);

    for (size_t s = 0; first != NULL && s < sizeof others / sizeof others[0]; s++, k = 0) {
        if (next_entry(reading, others[s], &k) != NULL) {
            wp_diagnostics_error(reading->diagnostics, at_line(reading, first->line),
                                 "[swap] asks about the plan of base as it is: it cannot stand beside [%s]; "
                                 "put it in a scenario of its own",
                                 others[s]);
            return;
        }
    }
}

int wp_scenario_file_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                          struct wp_diagnostics *diagnostics) {
    const struct reading reading = {ini, arena, diagnostics, out};
    struct wp_scenario *scenario = &out->scenario;
    int code;

    *out = (struct wp_scenario_file){.scenario = {.path = ini->path, .why = "", .variant_count = 1}};
    scenario->directory = wp_path_directory(ini->path, arena);
    scenario->name = wp_path_stem(ini->path, arena);
    if (scenario->directory == NULL || scenario->name == NULL)
        return WP_INTERNAL;
    check_sections(&reading);
    read_own(&reading);
    if (scenario->base != NULL) {
        scenario->base_path = wp_path_join(scenario->directory, scenario->base, arena);
        if (scenario->base_path == NULL)
            return WP_INTERNAL;
    }
    code = wp_scenario_edits_read(ini, arena, out, diagnostics);
    if (code == 0)
        code = wp_scenario_sweeps_read(ini, arena, out, diagnostics);
    if (code == 0)
        code = read_swaps(&reading);
    check_swaps_are_alone(&reading);
    return code;
}

int wp_scenario_read(const char *path, struct wp_scenario **out, struct wp_diagnostics *diagnostics,
                     struct wp_error *error) {
    struct owned_scenario *owned = calloc(1, sizeof *owned);
    struct wp_ini ini;
    int code;

    *out = NULL;
    if (owned == NULL || (owned->arena = wp_arena_new()) == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    code = wp_ini_read(path, owned->arena, &ini, diagnostics, error);
    if (code != 0)
        goto out;
    if (!wp_ini_is_scenario(&ini)) {
        wp_diagnostics_error(diagnostics, (struct wp_location){.path = path},
                             "this is no scenario: it has no section [scenario], in which base names its "
                             "round");
        owned->file.scenario =
            (struct wp_scenario){.path = path, .directory = ".", .name = "", .why = "", .variant_count = 1};
    } else if (wp_scenario_file_read(&ini, owned->arena, &owned->file, diagnostics) != 0) {
        code = wp_error_memory(error);
        goto out;
    }
    *out = &owned->file.scenario;
    owned = NULL;
out:
    if (owned != NULL)
        wp_scenario_free(&owned->file.scenario);
    return code;
}

void wp_scenario_free(struct wp_scenario *scenario) {
    struct owned_scenario *owned = (struct owned_scenario *)scenario;

    if (owned == NULL)
        return;
    wp_arena_free(owned->arena);
    free(owned);
}

/* The line of the scenario that names the target. */
static bool find_line(const struct wp_scenario_file *file, const struct wp_target *target,
                      struct wp_location *where) {
    for (int i = 0; i < file->set_count; i++) {
        if (wp_target_same(&file->sets[i].target, target)) {
            *where = file->sets[i].where;
            return true;
        }
    }
    for (int s = 0; s < file->scenario.sweep_count; s++) {
        if (wp_target_same(&file->sweep_targets[s], target)) {
            *where = file->scenario.sweeps[s].where;
            return true;
        }
    }
    return false;
}

bool wp_scenario_sets(const struct wp_scenario *scenario, const char *override, struct wp_location *where) {
    const struct owned_scenario *owned = (const struct owned_scenario *)scenario;
    struct wp_diagnostics wrong = {0}; /* whoever reads the overrides tells what is wrong with them */
    struct wp_arena *arena = wp_arena_new();
    char *key = arena == NULL ? NULL : wp_arena_copy(arena, override, strcspn(override, "="));
    struct wp_target target;
    bool found = key != NULL &&
                 wp_target_read(wp_value_trim(key), (struct wp_location){0}, arena, &wrong, &target) > 0 &&
                 find_line(&owned->file, &target, where);

    wp_diagnostics_clear(&wrong);
    wp_arena_free(arena);
    return found;
}
