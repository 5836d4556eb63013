/* phrases.h: pieces of text that live as long as an arena: sentences are made of names of any length. */
#ifndef WP_PHRASES_H
#define WP_PHRASES_H

#include "arena.h"
#include "error.h"
#include "publication.h"

struct wp_phrases {
    struct wp_arena *arena;
    bool failed; /* memory ran out: some phrase is "" that should not be */
};

/* Text as printf makes it. None of these returns NULL. */
const char *wp_phrase(struct wp_phrases *phrases, const char *format, ...) WP_PRINTF(2, 3);

/* "A, B and C", in the language in use. */
const char *wp_phrase_list(struct wp_phrases *phrases, const char *const *items, int count);

/* One below the other. */
const char *wp_phrase_lines(struct wp_phrases *phrases, const char *const *lines, int count);

/* Room for pointers to so many phrases; NULL, and remembered, when memory runs out. */
const char **wp_phrase_room(struct wp_phrases *phrases, int count);

/* A project: "Neighbourhood café (P12)", or its id alone. */
const char *wp_phrase_project(struct wp_phrases *phrases, const struct wp_entry_project *project);

/* A contact with her address: "Anna (anna@example.org)"; and all of them in a list. */
const char *wp_phrase_contact(struct wp_phrases *phrases, const struct wp_contact *contact);
const char *wp_phrase_contacts(struct wp_phrases *phrases, const struct wp_contacts *contacts);

#endif
