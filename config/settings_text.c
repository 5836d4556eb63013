/* settings_text.c: a scenario and its changes; every key of round.ini with its value and meaning. */
#include "settings_text.h"
#include "columns.h"
#include "keys.h"
#include "translate.h"
#include <string.h>

#define WIDEST 100 /* of a compact list, in bytes */
#define LEFT   33  /* of a key and its value, in front of its meaning */

/* What is in force: as it was written, else the default. */
static const char *value_of(const struct wp_settings *settings, size_t k) {
    if (settings->written[k] != NULL)
        return settings->written[k];
    return wp_keys[k].standard != NULL ? wp_keys[k].standard : _("(none)");
}

/* Does the key belong to this section, and to those that were given, or to the others? */
static bool is_wanted(const struct wp_settings *settings, size_t k, const char *section, bool given) {
    return strcmp(wp_keys[k].section, section) == 0 && (settings->written[k] != NULL) == given;
}

/* One line a key. */
static void put_meanings(FILE *out, const struct wp_settings *settings, const char *section, bool given) {
    bool begun = false;

    for (size_t k = 0; k < wp_key_count; k++) {
        const struct wp_key *key = &wp_keys[k];
        const char *value = value_of(settings, k);
        size_t width = strlen(key->name) + 3 + strlen(value);

        if (!is_wanted(settings, k, section, given))
            continue;
        if (!begun)
            fprintf(out, "  [%s]\n", section);
        begun = true;
        fprintf(out, "    %s = %s%*s  %s\n", key->name, value, width < LEFT ? (int)(LEFT - width) : 0, "",
                _(key->meaning));
    }
}

/* The mappings of [columns], which has no rows among the keys. */
static void put_mappings(FILE *out, const struct wp_settings *settings) {
    if (settings->mapping_count > 0)
        fputs("  [columns]\n", out);
    for (int m = 0; m < settings->mapping_count; m++)
        fprintf(out, "    %s.%s = %s\n", wp_table_names[settings->mappings[m].table],
                settings->mappings[m].column, settings->mappings[m].header);
}

/* A running text for each section. */
static void put_values(FILE *out, const struct wp_settings *settings, const char *section) {
    size_t column = 0;

    for (size_t k = 0; k < wp_key_count; k++) {
        const char *value = value_of(settings, k);
        size_t width = strlen(wp_keys[k].name) + 3 + strlen(value);

        if (!is_wanted(settings, k, section, false))
            continue;
        if (column == 0)
            column = (size_t)fprintf(out, "  [%s] ", section);
        else if (column + 2 + width > WIDEST)
            column = (size_t)fprintf(out, ";\n    ") - 2;
        else
            column += (size_t)fprintf(out, "; ");
        fprintf(out, "%s = %s", wp_keys[k].name, value);
        column += width;
    }
    if (column > 0)
        fputc('\n', out);
}

/* One line an edit, in the order in which they are made. */
static void put_edits(FILE *out, const struct wp_settings *settings) {
    if (settings->edit_count > 0)
        fprintf(out, "  %s\n", _("Changes of the tables:"));
    for (int e = 0; e < settings->edit_count; e++) {
        const struct wp_edit *edit = &settings->edits[e];

        fprintf(out, "    %s", wp_table_names[edit->table]);
        switch (edit->kind) {
        case WP_EDIT_REMOVE:
            fprintf(out, _(" without %s"), edit->ids);
            break;
        case WP_EDIT_SCALE:
            fprintf(out, " %s", edit->value);
            break;
        case WP_EDIT_ADD:
            fprintf(out, _(" and the rows of %s"), edit->value);
            break;
        case WP_EDIT_SET:
            fprintf(out, " %s: %s = %s", edit->ids, edit->column,
                    edit->value[0] != '\0' ? edit->value : _("(empty)"));
            break;
        }
        fputc('\n', out);
    }
}

static bool any_changed_setting(const struct wp_settings *settings) {
    for (size_t k = 0; k < wp_key_count; k++) {
        if (settings->changed_from[k] != NULL)
            return true;
    }
    return false;
}

/* One line a setting that the scenario or --set changed. */
static void put_changed_settings(FILE *out, const struct wp_settings *settings) {
    if (any_changed_setting(settings))
        fprintf(out, "  %s\n", _("Changes of the settings:"));
    for (size_t k = 0; k < wp_key_count; k++) {
        if (settings->changed_from[k] != NULL)
            fprintf(out, _("    %s.%s = %s, was %s\n"), wp_keys[k].section, wp_keys[k].name,
                    value_of(settings, k), settings->changed_from[k]);
    }
}

/* What makes the round another one than its round.ini says; nothing for the round itself. */
static void put_scenario(FILE *out, const struct wp_settings *settings) {
    const struct wp_scenario *scenario = settings->scenario;

    if (scenario != NULL) {
        fprintf(out, _("\nScenario: %s (%s)\n"), scenario->name, scenario->path);
        fprintf(out, _("  Its round: %s\n"), settings->path);
        if (scenario->why[0] != '\0')
            fprintf(out, _("  Why: %s\n"), scenario->why);
    } else if (any_changed_setting(settings) || settings->edit_count > 0) {
        fputs(_("\nBy the command line:\n"), out);
    }
    put_changed_settings(out, settings);
    put_edits(out, settings);
}

void wp_settings_text(FILE *out, const struct wp_settings *settings, bool verbose) {
    put_scenario(out, settings);
    fputs(_("\nSettings given:\n"), out);
    for (int s = 0; s < WP_SECTION_COUNT; s++) {
        put_meanings(out, settings, wp_sections[s], true);
        if (strcmp(wp_sections[s], "columns") == 0)
            put_mappings(out, settings);
    }
    fputs(verbose ? _("Settings left at their default:\n")
                  : _("Settings left at their default (--verbose explains them):\n"),
          out);
    for (int s = 0; s < WP_SECTION_COUNT; s++) {
        if (verbose)
            put_meanings(out, settings, wp_sections[s], false);
        else
            put_values(out, settings, wp_sections[s]);
    }
}
