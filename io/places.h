/* places.h: where each student is in a plan, by ids: plans can be compared that have no round in common. */
#ifndef WP_PLACES_H
#define WP_PLACES_H

#include "plan.h"

/* Where a student is. */
struct wp_place {
    const char *student, *name; /* id; name "" if none */
    const char *project;        /* id; NULL where she is not placed, and so are the others below */
    const char *title;          /* of the project; "" if none */
    const char *lecturer;       /* id, or NULL */
    const char *slot;           /* "mo1", or NULL */
    const char *organisations;  /* ids of the hosts with | between them; "" if none */
    int rank;                   /* 1 ... R, R + 1 if unlisted, 0 if not placed or not known */
};

/* By student id, bytewise. */
struct wp_places {
    struct wp_place *items;
    int count;
};

/* Are both the same, or both missing? For projects, lecturers and slots. */
bool wp_places_alike(const char *one, const char *other);

/* One student in two plans; NULL in a plan that does not have her. */
struct wp_place_pair {
    const struct wp_place *before, *after;
};

/* Steps through the students of two plans, by id: start with next = {0, 0}; false when all were seen. */
bool wp_places_pair(const struct wp_places *before, const struct wp_places *after, int next[2],
                    struct wp_place_pair *pair);

/* Every student of the round in this plan. All of it, strings too, goes to the arena. */
int wp_places_of_plan(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                      struct wp_places *places, struct wp_error *error);

/* Every student of the earlier plan that [round] base names, also those who left; none without a base. Names
 * are those that this round knows, ranks are not known. The strings stay the round's. */
int wp_places_of_base(const struct wp_round *round, struct wp_arena *arena, struct wp_places *places,
                      struct wp_error *error);

#endif
