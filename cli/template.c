/* template.c: round.ini of the round that `init` writes, and the form of its tables. */
#include "template.h"
#include "keys.h"
#include "language.h"
#include "order.h"
#include <string.h>

/* The keys that the template sets; the others stand in it as comments. */
static const struct {
    const char *section, *name, *value;
} used[] = {
    {"round", "name", "Voorbeeldronde"},
    {"round", "start", "2026-09-07"},
    {"round", "end", "2027-01-29"},
    {"round", "seed", "2026"},
    {"input", "students", "studenten.csv"},
    {"input", "projects", "projecten.csv"},
    {"input", "lecturers", "docenten.csv"},
    {"input", "organisations", "organisaties.csv"},
    {"input", "districts", "wijken.csv"},
    {"input", "travel", "reistijden.csv"},
    {"input", "decisions", "besluiten.csv"},
    {"rules", "must_place", "no"},
    {"rules", "unlisted", "last"},
    {"rules", "max_minutes", "45"},
    {"rules", "days_in_common", "1"},
    {"objectives", "order", "placed, ranks:generous, travel, lottery"},
    {"report", "formats", "csv, json, html, xlsx, ics"},
    {"report", "csv", "excel-nl"},
};

/* NULL if the template leaves the key out. The round speaks the language of its comments. */
static const char *used_value(const struct wp_key *key) {
    if (strcmp(key->section, "report") == 0 && strcmp(key->name, "language") == 0)
        return wp_language_code(wp_language_in_use());
    for (size_t i = 0; i < sizeof used / sizeof used[0]; i++) {
        if (strcmp(used[i].section, key->section) == 0 && strcmp(used[i].name, key->name) == 0)
            return used[i].value;
    }
    return NULL;
}

/* A comment, broken into lines of at most 95 bytes. */
static void write_comment(FILE *file, const char *text) {
    while (*text != '\0') {
        size_t length = strlen(text), room = 93;

        if (length > room) {
            for (length = room; length > 0 && text[length] != ' ';)
                length--;
            if (length == 0)
                length = strlen(text);
        }
        fprintf(file, "# %.*s\n", (int)length, text);
        text += length;
        text += strspn(text, " ");
    }
}

static void write_objectives(FILE *file) {
    for (size_t i = 0; i < WP_ORDER_WORDS; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 wp_order_words[i].may_give_way ? _("- %s: %s. May give way.") : "- %s: %s.",
                 wp_order_words[i].name, _(wp_order_words[i].meaning));
        write_comment(file, text);
    }
    write_comment(file,
                  /* xgettext:no-c-format */
                  _("An objective that may give way is written with a percentage: travel~2% lets the travel "
                    "be 2 % more than need be, if those behind it gain by that."));
}

static void write_key(FILE *file, const struct wp_key *key) {
    char values[WP_KEY_VALUES], text[1024];
    const char *value = used_value(key);

    fputc('\n', file);
    write_comment(file, _(key->meaning));
    if (key->type == WP_KEY_ORDER)
        write_objectives(file);
    if (key->standard != NULL)
        snprintf(text, sizeof text, _("Expected: %s. Without this line: %s."), wp_key_values(key, values),
                 key->standard);
    else
        snprintf(text, sizeof text, _("Expected: %s."), wp_key_values(key, values));
    write_comment(file, text);
    if (value != NULL)
        fprintf(file, "%s = %s\n", key->name, value);
    else
        fprintf(file, "# %s =%s%s\n", key->name, key->standard != NULL ? " " : "",
                key->standard != NULL ? key->standard : "");
}

void wp_template_settings(FILE *file) {
    write_comment(file,
                  _("The settings of a round. A line that begins with # is a comment and does nothing: take "
                    "the # away in front of a key to use it. A comment cannot stand behind a value."));
    write_comment(file, _("All people and organisations in the files of this example are invented."));
    for (int s = 0; s < WP_SECTION_COUNT; s++) {
        fprintf(file, "\n\n# %s\n[%s]\n", _(wp_section_meanings[s]), wp_sections[s]);
        for (size_t k = 0; k < wp_key_count; k++) {
            if (strcmp(wp_keys[k].section, wp_sections[s]) == 0)
                write_key(file, &wp_keys[k]);
        }
        if (strcmp(wp_sections[s], "columns") == 0)
            fputs("\n# students.id = Nummer van de student\n", file);
    }
}

void wp_template_table(FILE *file, const char *text) {
    fputs("\xEF\xBB\xBF", file);
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            fputc('\r', file);
        fputc(*text, file);
    }
}
