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

/* between: all but the last two, which have `last` between them. */
static const char *join(struct wp_phrases *phrases, const char *const *items, int count, const char *between,
                        const char *last) {
    size_t size = 1, length = 0;
    for (int i = 0; i < count; i++)
        size += strlen(items[i]) + strlen(i + 1 == count ? last : between);
    char *text = wp_arena_alloc(phrases->arena, size, 1);
    if (!text) {
        phrases->failed = true;
        return "";
    }
    for (int i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, size - length, "%s%s",
                                   i == 0           ? ""
                                   : i + 1 == count ? last
                                                    : between,
                                   items[i]);
    return text;
}

const char *wp_phrase_list(struct wp_phrases *phrases, const char *const *items, int count) {
    /* For translators: between the last two of a list. */
    return join(phrases, items, count, ", ", _(" and "));
}

const char *wp_phrase_lines(struct wp_phrases *phrases, const char *const *lines, int count) {
    return join(phrases, lines, count, "\n", "\n");
}

const char **wp_phrase_room(struct wp_phrases *phrases, int count) {
    const char **room = wp_arena_alloc(phrases->arena, (size_t)count, sizeof *room);
    phrases->failed |= !room;
    return room;
}

const char *wp_phrase_project(struct wp_phrases *phrases, const struct wp_entry_project *project) {
    if (!*project->title)
        return project->id;
    return wp_phrase(phrases, "%s (%s)", project->title, project->id);
}

const char *wp_phrase_contact(struct wp_phrases *phrases, const struct wp_contact *contact) {
    const char *name = wp_contact_text(contact);
    return *contact->email ? wp_phrase(phrases, "%s (%s)", name, contact->email) : name;
}

const char *wp_phrase_contacts(struct wp_phrases *phrases, const struct wp_contacts *contacts) {
    const char **items = wp_phrase_room(phrases, contacts->count);
    if (!items)
        return "";
    for (int i = 0; i < contacts->count; i++)
        items[i] = wp_phrase_contact(phrases, &contacts->items[i]);
    return wp_phrase_list(phrases, items, contacts->count);
}
