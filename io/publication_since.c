/* publication_since.c: of a publication, what is left to tell to those who know an earlier one. */
#include "date_text.h"
#include "entry_changes.h"
#include "entry_shown.h"
#include "language.h"
#include "publication_parts.h"
#include <stdlib.h>
#include <string.h>

static int by_key(const void *left, const void *right) {
    const struct wp_entry *const *one = left, *const *other = right;
    if ((*one)->audience != (*other)->audience)
        return (*one)->audience < (*other)->audience ? -1 : 1;
    return strcmp((*one)->key, (*other)->key);
}

/* The entries by audience and key; NULL without memory. The caller frees it. */
static const struct wp_entry **sort_by_key(const struct wp_publication *publication) {
    const struct wp_entry **sorted = calloc((size_t)publication->count + 1, sizeof *sorted);
    for (int e = 0; e < publication->count && sorted; e++)
        sorted[e] = &publication->entries[e];
    if (sorted)
        qsort(sorted, (size_t)publication->count, sizeof *sorted, by_key);
    return sorted;
}

/* The two publications, and what is said in the later one's arena. */
struct since {
    const struct wp_publication *earlier, *later;
};

static struct wp_entry_changes begin(const struct since *since, enum wp_audience audience) {
    return (struct wp_entry_changes){.phrases = {.arena = since->later->arena}, .audience = audience};
}

/* With only one sentence to tell. */
static int tell(const struct since *since, struct wp_entry *entry, const char *sentence,
                struct wp_error *error) {
    struct wp_entry_changes changes = begin(since, entry->audience);
    wp_entry_changes_say(&changes, false, sentence);
    return wp_entry_changes_keep(&changes, entry, error);
}

static void compare_dates(const struct since *since, struct wp_entry_changes *changes) {
    const struct wp_settings *before = since->earlier->settings, *after = since->later->settings;
    char first[WP_DATE_WORDS], last[WP_DATE_WORDS];
    if (before->start == after->start && before->end == after->end)
        return;
    if (after->start == WP_NO_DAY || after->end == WP_NO_DAY)
        wp_entry_changes_say(changes, false, _("The dates of the period are no longer known."));
    else if (after->start == after->end)
        wp_entry_changes_say(
            changes, false,
            wp_phrase(&changes->phrases, _("The date is now %s."), wp_date_words(after->start, first)));
    else
        wp_entry_changes_say(changes, false,
                             wp_phrase(&changes->phrases, _("The period is now from %s to %s."),
                                       wp_date_words(after->start, first), wp_date_words(after->end, last)));
}

/* A student who is where she was, or still nowhere. Where her place is another one, so is all that is told of
 * it. */
static bool stays(const struct wp_entry *before, const struct wp_entry *after) {
    return before->project_count == after->project_count &&
           (after->project_count == 0 || strcmp(before->projects->id, after->projects->id) == 0);
}

/* Her own days and trip. The days are shown where no meeting is. */
static void compare_self(struct wp_entry_changes *changes, const struct wp_entry *before,
                         const struct wp_entry *after) {
    if (after->project_count == 0)
        return;
    if (before->self.days != after->self.days && after->projects->slot < 0)
        wp_entry_changes_say(changes, false, _("Your days have changed."));
    if (before->self.minutes != after->self.minutes)
        wp_entry_changes_say(changes, false, _("Your travel time has changed."));
}

/* Does the letter say anything else of how her place came about? Its parts are told differently from case to
 * case, so the letter itself is asked. */
static int compare_account(const struct since *since, struct wp_entry_changes *changes,
                           const struct wp_entry *before, const struct wp_entry *after,
                           struct wp_error *error) {
    struct wp_entry other = *after;
    bool alike;
    other.account = before->account;
    int code = wp_entry_shown_alike(since->later, &other, since->later, after, &alike, error);
    if (code == 0 && !alike)
        wp_entry_changes_say(changes, false, _("The explanation of your place has changed."));
    return code;
}

/* What the sentences say of an entry whose files differ. */
static int compare(const struct since *since, const struct wp_entry *before, struct wp_entry *after,
                   struct wp_error *error) {
    struct wp_entry_changes changes = begin(since, after->audience);
    int code = 0;
    compare_dates(since, &changes);
    if (strcmp(wp_contact_text(&before->whom), wp_contact_text(&after->whom)) != 0)
        wp_entry_changes_say(&changes, false,
                             wp_phrase(&changes.phrases, _("Your name here is now %s; it was %s."),
                                       wp_contact_text(&after->whom), wp_contact_text(&before->whom)));
    wp_entry_changes_projects(&changes, before, after);
    if (after->audience == WP_AUDIENCE_STUDENT && stays(before, after)) {
        compare_self(&changes, before, after);
        code = compare_account(since, &changes, before, after, error);
    }
    int kept = wp_entry_changes_keep(&changes, after, error);
    return code ? code : kept;
}

/* Who stands in the later one alone. */
static int tell_new(const struct since *since, struct wp_entry *entry, struct wp_error *error) {
    return tell(since, entry,
                entry->audience == WP_AUDIENCE_STUDENT ? _("You are new in this plan.")
                                                       : _("This is your first list of this plan."),
                error);
}

/* Who stands in the earlier one alone: whom to tell, and that there is nothing any more. */
static int tell_gone(const struct since *since, const struct wp_entry *before, struct wp_entry *entry,
                     struct wp_error *error) {
    *entry = (struct wp_entry){.audience = before->audience,
                               .key = before->key,
                               .whom = before->whom,
                               .self = wp_entry_nobody,
                               .account.basis = "",
                               .gone = true};
    entry->self.who = before->whom;
    return tell(since, entry,
                entry->audience == WP_AUDIENCE_STUDENT ? _("You are no longer in this plan.")
                                                       : _("You no longer have a part in this plan."),
                error);
}

/* Goes through both, by audience and key, and puts at `kept` those who are to be told. Their number, or a
 * negative wp_code. */
static int pair(const struct since *since, const struct wp_entry *const *before,
                const struct wp_entry *const *after, struct wp_entry *kept, struct wp_error *error) {
    int count = 0, code = 0;
    for (int b = 0, a = 0; (b < since->earlier->count || a < since->later->count) && code == 0;) {
        int order = b == since->earlier->count ? 1
                    : a == since->later->count ? -1
                                               : by_key(&before[b], &after[a]);
        bool alike = false;
        if (order < 0) {
            code = tell_gone(since, before[b], &kept[count], error);
        } else {
            kept[count] = *after[a];
            if (order > 0)
                code = tell_new(since, &kept[count], error);
            else
                code = wp_entry_shown_alike(since->earlier, before[b], since->later, after[a], &alike, error);
            if (order == 0 && code == 0 && !alike)
                code = compare(since, before[b], &kept[count], error);
        }
        count += !alike;
        b += order <= 0;
        a += order >= 0;
    }
    return code ? code : count;
}

int wp_publication_since(struct wp_publication *publication, const struct wp_publication *earlier,
                         struct wp_error *error) {
    const struct since since = {.earlier = earlier, .later = publication};
    size_t room = (size_t)publication->count + (size_t)earlier->count;
    const struct wp_entry **before = sort_by_key(earlier), **after = sort_by_key(publication);
    struct wp_entry *kept = wp_arena_alloc(publication->arena, room, sizeof *kept);
    int count = before && after && kept ? pair(&since, before, after, kept, error) : wp_error_memory(error);
    free(before);
    free(after);
    if (count < 0)
        return count;
    publication->entries = kept;
    publication->count = count;
    wp_publication_sort(publication);
    return 0;
}
