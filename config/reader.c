/* reader.c: settings while they are read. */
#include "reader.h"
#include "assign.h"
#include "mapping.h"
#include "order.h"
#include "scenario_file.h"
#include "suggest.h"
#include "translate.h"
#include "unknown.h"
#include "values.h"
#include <string.h>

static void unknown_section(struct wp_reader *reader, const char *name, struct wp_location where) {
    static const char *const scenario = "scenario"; /* misspelt, it makes a scenario look like a round */
    const char *near = wp_suggest(name, wp_sections, WP_SECTION_COUNT);
    char excerpt[WP_EXCERPT];

    if (near == NULL)
        near = wp_suggest(name, &scenario, 1);
    wp_value_excerpt(name, excerpt);
    if (wp_is_scenario_section(name))
        wp_diagnostics_error(
            reader->diagnostics, where,
            "[%s] stands in a scenario, not in a round: a scenario is a file of its own with "
            "a section [scenario], in which base names its round",
            excerpt);
    else if (near != NULL)
        wp_diagnostics_error(reader->diagnostics, where, "there is no section [%s]; did you mean [%s]?",
                             excerpt, near);
    else
        wp_diagnostics_error(reader->diagnostics, where, "there is no section [%s]", excerpt);
}

/* What a wrong value most likely suffers from; "" if nothing stands out. */
static const char *hint(const struct wp_key *key, const char *text, const char **near) {
    const char *names[16];
    size_t count = 0;

    *near = NULL;
    if (text[0] == '"' || text[0] == '\'')
        return _("; write it without quotes");
    if (strpbrk(text, ";#") != NULL && key->type != WP_KEY_FILES && key->type != WP_KEY_WORDS)
        return _("; a comment needs a line of its own");
    for (const struct wp_key_word *word = key->words; word != NULL && word->name != NULL; word++) {
        if (!word->other_language && count < sizeof names / sizeof names[0])
            names[count++] = word->name;
    }
    if (count > 0)
        *near = wp_suggest(text, names, count);
    return "";
}

static void wrong_value(struct wp_reader *reader, const struct wp_key *key, const char *text,
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

void wp_reader_key(struct wp_reader *reader, const struct wp_key *key, const char *text,
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
    reader->given[k] = (struct wp_given){text, where};
    reader->written[k] = text;
    if (key->type == WP_KEY_FILE || key->type == WP_KEY_FILES || key->type == WP_KEY_PLAN) {
        reader->settings->file_at[key->table] = where;
        reader->settings->directories[key->table] = reader->directory;
    }
}

/* One `key = value`. */
static void read_setting(struct wp_reader *reader, const char *section, const char *name, const char *text,
                         struct wp_location where) {
    const struct wp_key *key = wp_key_find(section, name);

    if (strcmp(section, "columns") == 0) {
        if (wp_mapping_read(name, text, where, reader->settings, reader->arena, reader->diagnostics) != 0)
            reader->out_of_memory = true;
    } else if (key != NULL) {
        wp_reader_key(reader, key, text, where);
    } else {
        wp_unknown_key(section, name, where, reader->diagnostics);
    }
}

void wp_reader_round(struct wp_reader *reader, const struct wp_ini *ini) {
    for (size_t s = 0; s < ini->section_count; s++) {
        if (!wp_is_section(ini->sections[s].name))
            unknown_section(reader, ini->sections[s].name,
                            (struct wp_location){ini->path, ini->sections[s].line, 0});
    }
    for (size_t i = 0; i < ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &ini->entries[i];

        if (wp_is_section(entry->section))
            read_setting(reader, entry->section, entry->key, entry->value,
                         (struct wp_location){ini->path, entry->line, 0});
    }
}

void wp_reader_standards(struct wp_reader *reader) {
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

const struct wp_given *wp_reader_given(const struct wp_reader *reader, const char *section,
                                       const char *name) {
    return &reader->given[wp_key_find(section, name) - wp_keys];
}
