/* changes.c: what changed for whom between two plans, by the students' ids. */
#include "changes.h"
#include <stdlib.h>
#include <string.h>

const char *wp_change_name(enum wp_change_kind kind) {
    static const char *const names[WP_CHANGE_KINDS] = {"project",  "lecturer", "slot", "placed",
                                                       "unplaced", "new",      "gone"};
    return names[kind];
}

const struct wp_place *wp_change_whose(const struct wp_change *change) {
    return change->after.student ? &change->after : &change->before;
}

static void add(struct wp_changes *changes, enum wp_change_kind kind, const struct wp_place *before,
                const struct wp_place *after) {
    static const struct wp_place nowhere = {0};
    changes->items[changes->count++] =
        (struct wp_change){kind, before ? *before : nowhere, after ? *after : nowhere};
    changes->of_kind[kind]++;
}

/* A student of both rounds. */
static void compare(struct wp_changes *changes, const struct wp_place *before, const struct wp_place *after) {
    if (!before->project || !after->project) {
        if (after->project)
            add(changes, WP_CHANGE_PLACED, before, after);
        else if (before->project)
            add(changes, WP_CHANGE_UNPLACED, before, after);
    } else if (!wp_places_alike(before->project, after->project)) {
        add(changes, WP_CHANGE_PROJECT, before, after);
    } else {
        if (!wp_places_alike(before->lecturer, after->lecturer)) {
            add(changes, WP_CHANGE_LECTURER, before, after);
            changes->moved_lecturer += before->lecturer != NULL;
        }
        if (!wp_places_alike(before->slot, after->slot)) {
            add(changes, WP_CHANGE_SLOT, before, after);
            changes->moved_slot += before->slot != NULL;
        }
    }
}

static void compare_all(struct wp_changes *changes, const struct wp_places *before,
                        const struct wp_places *after) {
    struct wp_place_pair pair;
    int next[2] = {0};
    while (wp_places_pair(before, after, next, &pair)) {
        int found = changes->count;
        if (!pair.after)
            add(changes, WP_CHANGE_GONE, pair.before, NULL);
        else if (!pair.before)
            add(changes, WP_CHANGE_NEW, NULL, pair.after);
        else
            compare(changes, pair.before, pair.after);
        changes->students += changes->count > found;
    }
    changes->moved_project = changes->of_kind[WP_CHANGE_PROJECT] + changes->of_kind[WP_CHANGE_UNPLACED];
}

static int by_id(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The projects that somebody is on, each once, ascending; ids has room for one a student. */
static int running(const struct wp_places *places, const char **ids) {
    size_t count = 0, kept = 0;
    for (int i = 0; i < places->count; i++)
        if (places->items[i].project)
            ids[count++] = places->items[i].project;
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(ids[kept - 1], ids[i]) != 0)
            ids[kept++] = ids[i];
    return (int)kept;
}

/* Leaves in each of two ascending lists what the other does not have. */
static void leave_apart(const char **one, int *one_count, const char **other, int *other_count) {
    int i = 0, k = 0, kept_of_one = 0, kept_of_other = 0;
    while (i < *one_count || k < *other_count) {
        int order = i == *one_count ? 1 : k == *other_count ? -1 : strcmp(one[i], other[k]);
        if (order < 0)
            one[kept_of_one++] = one[i++];
        else if (order > 0)
            other[kept_of_other++] = other[k++];
        else {
            i++;
            k++;
        }
    }
    *one_count = kept_of_one;
    *other_count = kept_of_other;
}

int wp_changes_new(const struct wp_places *before, const struct wp_places *after, struct wp_changes **out,
                   struct wp_error *error) {
    struct wp_arena *arena = wp_arena_new();
    struct wp_changes *changes = arena ? wp_arena_alloc(arena, 1, sizeof *changes) : NULL;
    size_t most = (size_t)before->count + (size_t)after->count;
    *out = NULL;
    if (changes) {
        /* A student of both rounds has two changes at most, and is counted twice here. */
        changes->items = wp_arena_alloc(arena, most, sizeof *changes->items);
        changes->opened = wp_arena_alloc(arena, (size_t)after->count, sizeof *changes->opened);
        changes->closed = wp_arena_alloc(arena, (size_t)before->count, sizeof *changes->closed);
    }
    if (!changes || !changes->items || !changes->opened || !changes->closed) {
        wp_arena_free(arena);
        return wp_error_memory(error);
    }
    changes->arena = arena;
    compare_all(changes, before, after);
    changes->opened_count = running(after, changes->opened);
    changes->closed_count = running(before, changes->closed);
    leave_apart(changes->opened, &changes->opened_count, changes->closed, &changes->closed_count);
    *out = changes;
    return 0;
}

void wp_changes_free(struct wp_changes *changes) {
    if (changes)
        wp_arena_free(changes->arena);
}
