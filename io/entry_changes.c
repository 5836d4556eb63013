/* entry_changes.c: what changed in the projects of one recipient, in sentences. */
#include "entry_changes.h"
#include "language.h"
#include "week_text.h"
#include <stdlib.h>
#include <string.h>

void wp_entry_changes_say(struct wp_entry_changes *changes, bool names_people, const char *sentence) {
    if (changes->count == changes->capacity) {
        int capacity = changes->capacity ? 2 * changes->capacity : 8;
        struct wp_entry_change *items = realloc(changes->items, (size_t)capacity * sizeof *items);
        if (!items) {
            changes->phrases.failed = true;
            return;
        }
        changes->items = items;
        changes->capacity = capacity;
    }
    changes->items[changes->count++] =
        (struct wp_entry_change){.sentence = sentence, .names_people = names_people};
}

int wp_entry_changes_keep(struct wp_entry_changes *changes, struct wp_entry *entry, struct wp_error *error) {
    size_t count = (size_t)changes->count;
    struct wp_entry_change *kept = wp_arena_alloc(changes->phrases.arena, count, sizeof *kept);
    if (kept && count > 0)
        memcpy(kept, changes->items, count * sizeof *kept);
    entry->changes = kept;
    entry->change_count = changes->count;
    free(changes->items);
    changes->items = NULL;
    return !kept || changes->phrases.failed ? wp_error_memory(error) : 0;
}

/* Where there is none. */
static const char *or_none(const char *text) {
    return *text ? text : _("none");
}

static bool differ(const char *one, const char *other) {
    return strcmp(one, other) != 0;
}

static void compare_texts(struct wp_entry_changes *changes, const char *name,
                          const struct wp_entry_project *was, const struct wp_entry_project *is) {
    struct wp_phrases *phrases = &changes->phrases;
    if (differ(was->title, is->title))
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the title is now %s; it was %s."), name,
                                       or_none(is->title), or_none(was->title)));
    if (differ(was->theme, is->theme))
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the theme is now %s; it was %s."), name,
                                       or_none(is->theme), or_none(was->theme)));
    if (differ(was->indicator, is->indicator))
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: its effect is now measured by %s; it was %s."), name,
                                       or_none(is->indicator), or_none(was->indicator)));
    if (differ(was->district, is->district))
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the district is now %s; it was %s."), name,
                                       or_none(is->district), or_none(was->district)));
    if (differ(was->circle, is->circle))
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the learning circle is now %s; it was %s."), name,
                                       or_none(is->circle), or_none(was->circle)));
}

static void compare_week(struct wp_entry_changes *changes, const char *name,
                         const struct wp_entry_project *before, const struct wp_entry_project *after) {
    struct wp_phrases *phrases = &changes->phrases;
    char was[WP_DAYS_WORDS], is[WP_DAYS_WORDS], from[WP_SLOT_WORDS], to[WP_SLOT_WORDS];
    if (before->days != after->days)
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the days of the project are now %s; they were %s."),
                                       name, or_none(wp_days_words(after->days, is)),
                                       or_none(wp_days_words(before->days, was))));
    if (before->slot != after->slot)
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("%s: the weekly meeting is now %s; it was %s."), name,
                                       or_none(wp_slot_words(after->slot, to)),
                                       or_none(wp_slot_words(before->slot, from))));
}

/* The same project, told otherwise. */
static void compare_project(struct wp_entry_changes *changes, const struct wp_entry_project *before,
                            const struct wp_entry_project *after) {
    struct wp_phrases *phrases = &changes->phrases;
    const char *name = wp_phrase_project(phrases, after);
    if (before->open != after->open)
        wp_entry_changes_say(
            changes, false,
            wp_phrase(phrases, after->open ? _("%s runs now.") : _("%s does not run any more."), name));
    compare_texts(changes, name, before, after);
    compare_week(changes, name, before, after);
    if (before->seats != after->seats)
        wp_entry_changes_say(
            changes, false,
            wp_phrase(phrases, _("%s: it has %d places now; it had %d."), name, after->seats, before->seats));
    wp_entry_changes_people(changes, before, after);
}

/* A project that only the later entry has, or only the earlier one. */
static void say_comes(struct wp_entry_changes *changes, const struct wp_entry_project *project) {
    struct wp_phrases *phrases = &changes->phrases;
    const char *name = wp_phrase_project(phrases, project);
    enum wp_audience to = changes->audience;
    wp_entry_changes_say(changes, false,
                         wp_phrase(phrases,
                                   to == WP_AUDIENCE_STUDENT    ? _("You now have a place: %s.")
                                   : to == WP_AUDIENCE_LECTURER ? _("You now guide students at %s.")
                                   : to == WP_AUDIENCE_BROKER   ? _("New in your learning circle: %s.")
                                                                : _("%s now runs at your organisation."),
                                   name));
}

static void say_leaves(struct wp_entry_changes *changes, const struct wp_entry_project *project) {
    struct wp_phrases *phrases = &changes->phrases;
    const char *name = wp_phrase_project(phrases, project);
    enum wp_audience to = changes->audience;
    wp_entry_changes_say(changes, false,
                         wp_phrase(phrases,
                                   to == WP_AUDIENCE_STUDENT    ? _("You no longer have the place at %s.")
                                   : to == WP_AUDIENCE_LECTURER ? _("You no longer guide students at %s.")
                                   : to == WP_AUDIENCE_BROKER   ? _("No longer in your learning circle: %s.")
                                                              : _("%s no longer runs at your organisation."),
                                   name));
}

/* A student's only project is another one. */
static bool moves(const struct wp_entry *before, const struct wp_entry *after) {
    return after->audience == WP_AUDIENCE_STUDENT && before->project_count > 0 && after->project_count > 0 &&
           strcmp(before->projects->id, after->projects->id) != 0;
}

void wp_entry_changes_projects(struct wp_entry_changes *changes, const struct wp_entry *before,
                               const struct wp_entry *after) {
    struct wp_phrases *phrases = &changes->phrases;
    if (moves(before, after)) {
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases, _("Your place is now %s; it was %s."),
                                       wp_phrase_project(phrases, after->projects),
                                       wp_phrase_project(phrases, before->projects)));
        return;
    }
    /* Both are in the order of the ids that are shown. */
    for (int b = 0, a = 0; b < before->project_count || a < after->project_count;) {
        int order = b == before->project_count  ? 1
                    : a == after->project_count ? -1
                                                : strcmp(before->projects[b].id, after->projects[a].id);
        if (order == 0)
            compare_project(changes, &before->projects[b++], &after->projects[a++]);
        else if (order < 0)
            say_leaves(changes, &before->projects[b++]);
        else
            say_comes(changes, &after->projects[a++]);
    }
}
