/* changes.h: what changed for whom between two plans: who must be told what. */
#ifndef WP_CHANGES_H
#define WP_CHANGES_H

#include "places.h"

enum wp_change_kind {
    WP_CHANGE_PROJECT,  /* placed in both, on another project */
    WP_CHANGE_LECTURER, /* same project, another lecturer, or one only before or only after */
    WP_CHANGE_SLOT,     /* same project, another weekly slot, or one only before or only after */
    WP_CHANGE_PLACED,   /* in both rounds, placed only now */
    WP_CHANGE_UNPLACED, /* in both rounds, placed only before */
    WP_CHANGE_NEW,      /* a student only of the new round (placed or not) */
    WP_CHANGE_GONE,     /* a student only of the old one */
    WP_CHANGE_KINDS
};

struct wp_change {
    enum wp_change_kind kind;
    struct wp_place before, after; /* zeroed where the round did not have her */
};

struct wp_changes {
    struct wp_change *items; /* by student id, then kind: a student may change both lecturer and slot */
    int count;
    int students; /* whom they concern */
    int of_kind[WP_CHANGE_KINDS];
    /* As the levels moves:project, moves:lecturer and moves:slot count: the first has those too who lost
     * their place; the others leave out who had no lecturer, or no slot, before. */
    int moved_project, moved_lecturer, moved_slot;
    const char **opened, **closed; /* ids of projects that run only after, only before; ascending */
    int opened_count, closed_count;
    struct wp_arena *arena; /* holds all but the strings, which stay the places' */
};

/* Of two rounds or one. *out is NULL on failure; free with wp_changes_free. The strings of the places must
 * outlive it. */
int wp_changes_new(const struct wp_places *before, const struct wp_places *after, struct wp_changes **out,
                   struct wp_error *error);
void wp_changes_free(struct wp_changes *changes);

/* Where she is now or, who has left, was: for her id and name. */
const struct wp_place *wp_change_whose(const struct wp_change *change);

/* As in reports: "project", "lecturer", "slot", "placed", "unplaced", "new", "gone". */
const char *wp_change_name(enum wp_change_kind kind);

#endif
