/* assign.c: the text of a key's value goes where it belongs in the settings. */
#include "assign.h"
#include "values.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool find_word(const struct wp_key_word *words, const char *text, int *value) {
    for (; words->name != NULL; words++) {
        if (strcasecmp(words->name, text) == 0) {
            *value = words->value;
            return true;
        }
    }
    return false;
}

static int assign_text(const char *text, struct wp_arena *arena, void *target) {
    const char *copy = wp_arena_copy(arena, text, strlen(text));

    if (copy == NULL)
        return WP_INTERNAL;
    memcpy(target, &copy, sizeof copy);
    return 1;
}

/* A file's name in quotes is the habit of other programs; no file is called so. */
static bool is_file_name(const char *text) {
    return text[0] != '\0' && text[0] != '"' && text[0] != '\'';
}

static int assign_files(const struct wp_key *key, const char *text, struct wp_arena *arena, void *target) {
    const char *const *list;

    if (key->type == WP_KEY_FILES) {
        list = wp_value_list(text, arena);
    } else {
        const char **single = wp_arena_alloc(arena, 2, sizeof *single);

        if (single != NULL)
            single[0] = wp_arena_copy(arena, text, strlen(text));
        list = single != NULL && single[0] != NULL ? single : NULL;
    }
    if (list == NULL)
        return WP_INTERNAL;
    for (const char *const *item = list; *item != NULL; item++) {
        if (!is_file_name(*item))
            return 0;
    }
    memcpy(target, &list, sizeof list);
    return 1;
}

/* The folder as it is written, and its placements.csv as the table's file. */
static int assign_plan(const struct wp_key *key, const char *text, struct wp_settings *settings,
                       struct wp_arena *arena, void *target) {
    static const char name[] = "/placements.csv";
    const char **single = wp_arena_alloc(arena, 2, sizeof *single);
    size_t length = strlen(text), size = length + sizeof name;
    char *path = wp_arena_alloc(arena, size, 1);

    if (single == NULL || path == NULL)
        return WP_INTERNAL;
    if (!is_file_name(text))
        return 0;
    while (length > 0 && text[length - 1] == '/')
        length--;
    snprintf(path, size, "%.*s%s", (int)length, text, name);
    single[0] = path;
    settings->files[key->table] = single;
    return assign_text(text, arena, target);
}

static int assign_word_set(const struct wp_key *key, const char *text, struct wp_arena *arena,
                           unsigned *target) {
    const char *const *items = wp_value_list(text, arena);
    unsigned set = 0;
    int value;

    if (items == NULL)
        return WP_INTERNAL;
    for (; *items != NULL; items++) {
        if (!find_word(key->words, *items, &value))
            return 0;
        set |= (unsigned)value;
    }
    *target = set;
    return 1;
}

static int assign_count(const struct wp_key *key, const char *text, int *target) {
    int64_t value;

    if (key->can_be_off && strcasecmp(text, "off") == 0)
        value = key->off;
    else if (!wp_value_integer(text, &value) || (double)value < key->lower || (double)value > key->upper)
        return 0;
    *target = (int)value;
    return 1;
}

static int assign_number(const struct wp_key *key, const char *text, double *target) {
    double value;

    if (key->can_be_off && strcasecmp(text, "off") == 0)
        value = key->off;
    else if (!wp_value_number(text, &value) || value < key->lower || value > key->upper)
        return 0;
    *target = value;
    return 1;
}

static int assign_percent(const struct wp_key *key, const char *text, int *target) {
    int value;

    if (key->can_be_off && strcasecmp(text, "off") == 0)
        value = key->off;
    else if (!wp_value_percent(text, &value) || value < 0 || value > 10000)
        return 0;
    *target = value;
    return 1;
}

static int assign_gap(const char *text, double *target) {
    double value;
    int percent;

    if (wp_value_percent(text, &percent))
        value = percent / 10000.0;
    else if (!wp_value_number(text, &value))
        return 0;
    if (value < 0 || value > 1)
        return 0;
    *target = value;
    return 1;
}

int wp_assign(const struct wp_key *key, const char *text, struct wp_settings *settings,
              struct wp_arena *arena) {
    void *target = (char *)settings + key->offset;
    int word;

    switch (key->type) {
    case WP_KEY_TEXT:
        return assign_text(text, arena, target);
    case WP_KEY_DAY:
        return wp_value_day(text, target) ? 1 : 0;
    case WP_KEY_INTEGER:
        return wp_value_integer(text, target) ? 1 : 0;
    case WP_KEY_FILE:
    case WP_KEY_FILES:
        return assign_files(key, text, arena, target);
    case WP_KEY_PLAN:
        return assign_plan(key, text, settings, arena, target);
    case WP_KEY_FLAG:
        if (!find_word(key->words, text, &word))
            return 0;
        *(bool *)target = word != 0;
        return 1;
    case WP_KEY_WORD:
        if (!find_word(key->words, text, &word))
            return 0;
        /* An enumeration may be stored as signed or unsigned int; both are as wide and hold these values
         * alike. */
        memcpy(target, &word, sizeof word);
        return 1;
    case WP_KEY_WORDS:
        return assign_word_set(key, text, arena, target);
    case WP_KEY_COUNT:
        return assign_count(key, text, target);
    case WP_KEY_NUMBER:
        return assign_number(key, text, target);
    case WP_KEY_PERCENT:
        return assign_percent(key, text, target);
    case WP_KEY_GAP:
        return assign_gap(text, target);
    case WP_KEY_ORDER:
        break;
    }
    return 0;
}
