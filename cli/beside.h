/* beside.h: one output file, written beside its place and renamed when it is whole. */
#ifndef WP_BESIDE_H
#define WP_BESIDE_H

#include "error.h"

/* Start with {0}. */
struct wp_beside {
    char *target; /* with links resolved */
    char *folder; /* made beside it; NULL where the target is a device or a pipe, which is written directly */
    char *path;   /* where to write; ends like the target */
};

/* Finds out where to write. WP_USAGE if nothing can be written there. End with wp_beside_free in any case. */
int wp_beside_begin(const char *target, struct wp_beside *beside, struct wp_error *error);

/* Puts what was written in the target's place. */
int wp_beside_commit(struct wp_beside *beside, struct wp_error *error);

/* Removes what was written and not committed. */
void wp_beside_free(struct wp_beside *beside);

#endif
