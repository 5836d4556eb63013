/* entry_changes.h: what changed in what one recipient is told, in sentences of the language in use. */
#ifndef WP_ENTRY_CHANGES_H
#define WP_ENTRY_CHANGES_H

#include "phrases.h"

/* Sentences in the making. Start with the arena and an audience; end with wp_entry_changes_keep. */
struct wp_entry_changes {
    struct wp_phrases phrases;
    enum wp_audience audience;
    struct wp_entry_change *items;
    int count, capacity;
};

/* Adds one; names_people as in struct wp_entry_change. */
void wp_entry_changes_say(struct wp_entry_changes *changes, bool names_people, const char *sentence);

/* What differs between two of her projects: those that come, leave, or are told otherwise. */
void wp_entry_changes_projects(struct wp_entry_changes *changes, const struct wp_entry *before,
                               const struct wp_entry *after);

/* entry_changes_people.c: what differs in those of one project whom she is to turn to, and in its students.
 */
void wp_entry_changes_people(struct wp_entry_changes *changes, const struct wp_entry_project *before,
                             const struct wp_entry_project *after);

/* Hands the sentences to the entry; they live in the arena. Returns 0, or WP_INTERNAL when memory ran out on
 * the way. Frees what was needed in between. */
int wp_entry_changes_keep(struct wp_entry_changes *changes, struct wp_entry *entry, struct wp_error *error);

#endif
