/* phrases.c: pieces of text that live as long as an arena. */
#include "phrases.h"
#include "translate.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *wp_phrase(struct wp_phrases *phrases, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : wp_arena_alloc(phrases->arena, (size_t)length + 1, 1);
    if (!text) {
        phrases->failed = true;
        return "";
    }
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

const char *wp_phrase_list(struct wp_phrases *phrases, const char *const *items, int count) {
    /* For translators: between the last two of a list. */
    const char *last = _(" and ");
    size_t size = 1, length = 0;
    for (int i = 0; i < count; i++)
        size += strlen(items[i]) + strlen(i + 1 == count ? last : ", ");
    char *text = wp_arena_alloc(phrases->arena, size, 1);
    if (!text) {
        phrases->failed = true;
        return "";
    }
    for (int i = 0; i < count; i++) {
        const char *between = i == 0 ? "" : i + 1 == count ? last : ", ";
        length += (size_t)snprintf(text + length, size - length, "%s%s", between, items[i]);
    }
    return text;
}

const char *wp_phrase_project(struct wp_phrases *phrases, const struct wp_entry_project *project) {
    if (!*project->title)
        return project->id;
    return wp_phrase(phrases, "%s (%s)", project->title, project->id);
}

const char *wp_phrase_contact(struct wp_phrases *phrases, const struct wp_contact *contact) {
    const char *name = *contact->name ? contact->name : contact->id;
    return *contact->email ? wp_phrase(phrases, "%s (%s)", name, contact->email) : name;
}

const char *wp_phrase_contacts(struct wp_phrases *phrases, const struct wp_contacts *contacts) {
    const char **items = wp_arena_alloc(phrases->arena, (size_t)contacts->count, sizeof *items);
    if (!items) {
        phrases->failed = true;
        return "";
    }
    for (int i = 0; i < contacts->count; i++)
        items[i] = wp_phrase_contact(phrases, &contacts->items[i]);
    return wp_phrase_list(phrases, items, contacts->count);
}
