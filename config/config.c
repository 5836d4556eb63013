/* config.c: round.ini and --set become settings. */
#include "config.h"
#include "arena.h"
#include "assign.h"
#include "ini.h"
#include "ini_text.h"
#include "keys.h"
#include "mapping.h"
#include "order.h"
#include "suggest.h"
#include "values.h"
#include <stdlib.h>
#include <string.h>

/* The settings and the arena of their strings; the settings come first, so that a pointer to them is one to
 * the whole. */
struct owned_settings {
    struct wp_settings settings;
    struct wp_arena *arena;
};

/* A value as it was given last. */
struct given {
    const char *text; /* NULL if not given */
    struct wp_location where;
};

struct reader {
    struct wp_settings *settings;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct given *given;  /* per row of wp_keys */
    const char **written; /* the same texts, for the settings */
    bool out_of_memory;
};

static bool is_section(const char *name) {
    for (int s = 0; s < WP_SECTION_COUNT; s++) {
        if (strcmp(wp_sections[s], name) == 0)
            return true;
    }
    return false;
}

static void unknown_section(struct reader *reader, const char *name, struct wp_location where) {
    const char *near = wp_suggest(name, wp_sections, WP_SECTION_COUNT);
    char excerpt[WP_EXCERPT];

    wp_value_excerpt(name, excerpt);
    if (near != NULL)
        wp_diagnostics_error(reader->diagnostics, where, "there is no section [%s]; did you mean [%s]?",
                             excerpt, near);
    else
        wp_diagnostics_error(reader->diagnostics, where, "there is no section [%s]", excerpt);
}

/* The key may stand in the wrong section, or be misspelt. */
static void unknown_key(struct reader *reader, const char *section, const char *name,
                        struct wp_location where) {
    const char *names[64], *near = NULL;
    size_t count = 0;
    char excerpt[WP_EXCERPT];

    wp_value_excerpt(name, excerpt);
    for (size_t k = 0; k < wp_key_count; k++) {
        if (strcmp(wp_keys[k].name, name) == 0) {
            wp_diagnostics_error(reader->diagnostics, where, "%s belongs in [%s], not in [%s]", excerpt,
                                 wp_keys[k].section, section);
            return;
        }
        if (strcmp(wp_keys[k].section, section) == 0 && count < sizeof names / sizeof names[0])
            names[count++] = wp_keys[k].name;
    }
    near = wp_suggest(name, names, count);
    if (near != NULL)
        wp_diagnostics_error(reader->diagnostics, where, "there is no key %s in [%s]; did you mean %s?",
                             excerpt, section, near);
    else
        wp_diagnostics_error(reader->diagnostics, where, "there is no key %s in [%s]", excerpt, section);
}

/* What a wrong value most likely suffers from; "" if nothing stands out. */
static const char *hint(const struct wp_key *key, const char *text, const char **near) {
    const char *names[16];
    size_t count = 0;

    *near = NULL;
    if (text[0] == '"' || text[0] == '\'')
        return "; write it without quotes";
    if (strpbrk(text, ";#") != NULL && key->type != WP_KEY_FILES && key->type != WP_KEY_WORDS)
        return "; a comment needs a line of its own";
    for (const struct wp_key_word *word = key->words; word != NULL && word->name != NULL; word++) {
        if (!word->other_language && count < sizeof names / sizeof names[0])
            names[count++] = word->name;
    }
    if (count > 0)
        *near = wp_suggest(text, names, count);
    return "";
}

static void wrong_value(struct reader *reader, const struct wp_key *key, const char *text,
                        struct wp_location where) {
    char excerpt[WP_EXCERPT], values[WP_KEY_VALUES];
    const char *near, *more = hint(key, text, &near);

    wp_key_values(key, values);
    wp_value_excerpt(text, excerpt);
    if (text[0] == '\0')
        wp_diagnostics_error(reader->diagnostics, where,
                             "%s has no value: expected %s; put # in front of keys that you do not use",
                             key->name, values);
    else if (near != NULL)
        wp_diagnostics_error(reader->diagnostics, where, "%s = %s: expected %s; did you mean %s?", key->name,
                             excerpt, values, near);
    else
        wp_diagnostics_error(reader->diagnostics, where, "%s = %s: expected %s%s", key->name, excerpt, values,
                             more);
}

static void read_key(struct reader *reader, const struct wp_key *key, const char *text,
                     struct wp_location where) {
    size_t k = (size_t)(key - wp_keys);
    int outcome = 0;

    if (key->type == WP_KEY_ORDER && text[0] != '\0') {
        wp_order_read(text, where, reader->settings, reader->diagnostics);
        reader->settings->default_objectives = false;
        outcome = 1;
    } else if (text[0] != '\0') {
        outcome = wp_assign(key, text, reader->settings, reader->arena);
    }
    if (outcome < 0)
        reader->out_of_memory = true;
    else if (outcome == 0)
        wrong_value(reader, key, text, where);
    /* A wrong value is given too: nobody should be told that it is missing. */
    reader->given[k] = (struct given){text, where};
    reader->written[k] = text;
    if (key->type == WP_KEY_FILE || key->type == WP_KEY_FILES || key->type == WP_KEY_PLAN)
        reader->settings->file_at[key->table] = where;
}

/* One `key = value`, from the file or from --set. */
static void read_setting(struct reader *reader, const char *section, const char *name, const char *text,
                         struct wp_location where) {
    const struct wp_key *key = wp_key_find(section, name);

    if (strcmp(section, "columns") == 0) {
        if (wp_mapping_read(name, text, where, reader->settings, reader->arena, reader->diagnostics) != 0)
            reader->out_of_memory = true;
    } else if (key != NULL) {
        read_key(reader, key, text, where);
    } else {
        unknown_key(reader, section, name, where);
    }
}

static void read_file(struct reader *reader, const struct wp_ini *ini) {
    for (size_t s = 0; s < ini->section_count; s++) {
        if (!is_section(ini->sections[s].name))
            unknown_section(reader, ini->sections[s].name,
                            (struct wp_location){ini->path, ini->sections[s].line, 0});
    }
    for (size_t i = 0; i < ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &ini->entries[i];

        if (is_section(entry->section))
            read_setting(reader, entry->section, entry->key, entry->value,
                         (struct wp_location){ini->path, entry->line, 0});
    }
}

static bool is_printable(const char *text) {
    for (const char *at = text; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            return false;
    }
    return wp_is_utf8(text, strlen(text));
}

/* "section.key=value", cut up in place. */
static void read_override(struct reader *reader, char *text, struct wp_location where) {
    char *equals = strchr(text, '='), *dot = strchr(text, '.');

    if (!is_printable(text)) {
        wp_diagnostics_error(reader->diagnostics, where, "the text holds control characters or is not UTF-8");
        return;
    }
    if (equals == NULL || dot == NULL || dot > equals) {
        char excerpt[WP_EXCERPT];

        wp_diagnostics_error(reader->diagnostics, where,
                             "%s: expected section.key=value, such as rules.max_minutes=60",
                             wp_value_excerpt(text, excerpt));
        return;
    }
    *dot = *equals = '\0';
    text = wp_value_trim(text);
    wp_value_lower(text);
    if (is_section(text)) {
        char *name = wp_value_trim(dot + 1);

        wp_value_lower(name);
        read_setting(reader, text, name, wp_value_trim(equals + 1), where);
    } else {
        unknown_section(reader, text, where);
    }
}

static int read_overrides(struct reader *reader, const char *const *overrides, int count) {
    const char **kept = wp_arena_alloc(reader->arena, (size_t)count, sizeof *kept);

    for (int i = 0; kept != NULL && i < count; i++) {
        char *text = wp_arena_copy(reader->arena, overrides[i], strlen(overrides[i]));

        kept[i] = wp_arena_copy(reader->arena, overrides[i], strlen(overrides[i]));
        if (text == NULL || kept[i] == NULL)
            return WP_INTERNAL;
        read_override(reader, text, (struct wp_location){"--set", i + 1, 0});
    }
    reader->settings->overrides = kept;
    reader->settings->override_count = count;
    return kept != NULL ? 0 : WP_INTERNAL;
}

/* What is in force when a key is not given. */
static void set_standards(struct reader *reader) {
    struct wp_settings *settings = reader->settings;

    settings->name = "";
    settings->start = settings->end = WP_NO_DAY;
    for (size_t k = 0; k < wp_key_count; k++) {
        const struct wp_key *key = &wp_keys[k];

        if (key->standard == NULL)
            continue;
        if (key->type == WP_KEY_ORDER)
            wp_order_read(key->standard, (struct wp_location){0}, settings, reader->diagnostics);
        else if (wp_assign(key, key->standard, settings, reader->arena) < 0)
            reader->out_of_memory = true;
    }
    settings->default_objectives = true;
}

static const struct given *given(const struct reader *reader, const char *section, const char *name) {
    return &reader->given[wp_key_find(section, name) - wp_keys];
}

/* [input] needs these two; the line is that of the section, as far as there is one. */
static void check_required(const struct reader *reader, const struct wp_ini *ini) {
    static const char *const required[] = {"students", "projects"};
    struct wp_location where = {ini->path, 0, 0};

    for (size_t s = 0; s < ini->section_count; s++) {
        if (strcmp(ini->sections[s].name, "input") == 0)
            where.line = ini->sections[s].line;
    }
    for (size_t i = 0; i < sizeof required / sizeof required[0]; i++) {
        if (given(reader, "input", required[i])->text == NULL)
            wp_diagnostics_error(reader->diagnostics, where, "[input] names no %s file: write %s = %s.csv",
                                 required[i], required[i], required[i]);
    }
}

static void check_dates(const struct reader *reader) {
    const struct wp_settings *settings = reader->settings;
    const struct given *end = given(reader, "round", "end"), *start = given(reader, "round", "start");

    if (settings->start != WP_NO_DAY && settings->end != WP_NO_DAY && settings->end < settings->start)
        wp_diagnostics_error(reader->diagnostics, end->where, "end = %s lies before start = %s", end->text,
                             start->text);
}

/* Whatever looks at earlier rounds: `soft` is only what the objective novelty counts, and without a history
 * nobody has been anywhere. */
static void check_novelty(const struct reader *reader) {
    static const char *const keys[] = {"new_organisation", "new_district", "new_teammates"};
    const struct wp_settings *settings = reader->settings;
    const struct wp_rules_settings *rules = &settings->rules;
    const enum wp_hardness asked[] = {rules->new_organisation, rules->new_district, rules->new_teammates};
    bool counted = false, history = settings->files[WP_HISTORY] != NULL;

    for (int i = 0; i < settings->objective_count; i++)
        counted |= settings->objectives[i].kind == WP_OBJECTIVE_NOVELTY;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (asked[i] == WP_SOFT && !counted)
            wp_diagnostics_error(reader->diagnostics, given(reader, "rules", keys[i])->where,
                                 "%s = soft needs the objective novelty: add novelty to order in "
                                 "[objectives], or write %s = hard or off",
                                 keys[i], keys[i]);
        else if (asked[i] != WP_OFF && !history)
            wp_diagnostics_notice(reader->diagnostics, given(reader, "rules", keys[i])->where,
                                  "%s has no effect, because [input] names no history file", keys[i]);
    }
    if (counted && !history)
        wp_diagnostics_notice(reader->diagnostics, given(reader, "objectives", "order")->where,
                              "order: novelty has no effect, because [input] names no history file");
}

/* An earlier plan and the objective that looks at it belong together. */
static void check_base(const struct reader *reader) {
    const struct given *base = given(reader, "round", "base"), *order = given(reader, "objectives", "order");
    bool counted = false;

    for (int i = 0; i < reader->settings->objective_count; i++)
        counted = counted || reader->settings->objectives[i].kind == WP_OBJECTIVE_MOVES;
    if (counted && base->text == NULL)
        wp_diagnostics_error(reader->diagnostics, order->where,
                             "order: moves needs an earlier plan; name its folder in [round], such as base = "
                             "plan");
    else if (!counted && reader->settings->base != NULL)
        wp_diagnostics_notice(reader->diagnostics, base->where,
                              "base = %s changes nothing, because order does not name moves", base->text);
}

static void notice_later_reports(const struct reader *reader) {
    const struct given *formats = given(reader, "report", "formats"),
                       *language = given(reader, "report", "language");
    const struct wp_location nowhere = {0};

    if ((reader->settings->formats & ~(unsigned)(WP_REPORT_CSV | WP_REPORT_JSON)) != 0)
        wp_diagnostics_notice(reader->diagnostics, formats->where,
                              "formats = %s: this version writes csv and json only", formats->text);
    /* --language comes as an override too, so there the number of a --set would mislead. */
    if (reader->settings->language != WP_ENGLISH)
        wp_diagnostics_notice(
            reader->diagnostics, language->where.path == reader->settings->path ? language->where : nowhere,
            "language = %s: in this version only the lists of publish are in Dutch", language->text);
}

static void check_together(const struct reader *reader, const struct wp_ini *ini) {
    check_required(reader, ini);
    check_dates(reader);
    check_base(reader);
    check_novelty(reader);
    wp_order_finish(given(reader, "objectives", "order")->where, reader->settings, reader->diagnostics);
    notice_later_reports(reader);
}

/* The folder in front of the last slash, "." if there is none, "/" if it is the first character. */
static const char *directory_of(const char *path, struct wp_arena *arena) {
    const char *slash = strrchr(path, '/');

    if (slash == NULL)
        return ".";
    return wp_arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

int wp_config_read(const struct wp_config_source *source, struct wp_settings **out,
                   struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct owned_settings *owned = calloc(1, sizeof *owned);
    struct reader reader = {.diagnostics = diagnostics};
    struct wp_ini ini;
    int code = 0;

    *out = NULL;
    if (owned == NULL || (owned->arena = wp_arena_new()) == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    reader.settings = &owned->settings;
    reader.arena = owned->arena;
    reader.given = wp_arena_alloc(owned->arena, wp_key_count, sizeof *reader.given);
    reader.written = wp_arena_alloc(owned->arena, wp_key_count, sizeof *reader.written);
    owned->settings.written = reader.written;
    owned->settings.path = source->path;
    owned->settings.directory = directory_of(source->path, owned->arena);
    owned->settings.variant = -1;
    if (reader.given == NULL || reader.written == NULL || owned->settings.directory == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        owned->settings.directories[table] = owned->settings.directory;
    set_standards(&reader);
    code = wp_ini_read(source->path, owned->arena, &ini, diagnostics, error);
    if (code != 0)
        goto out;
    read_file(&reader, &ini);
    if (read_overrides(&reader, source->overrides, source->override_count) != 0 || reader.out_of_memory) {
        code = wp_error_memory(error);
        goto out;
    }
    check_together(&reader, &ini);
    *out = &owned->settings;
    owned = NULL;
out:
    if (owned != NULL)
        wp_settings_free(&owned->settings);
    return code;
}

void wp_settings_free(struct wp_settings *settings) {
    struct owned_settings *owned = (struct owned_settings *)settings;

    if (owned == NULL)
        return;
    wp_arena_free(owned->arena);
    free(owned);
}
