/* collected.h: what is wrong with the input of many runs that share files, each line once. */
#ifndef WP_CLI_COLLECTED_H
#define WP_CLI_COLLECTED_H

#include "diagnostics.h"

struct wp_seen_line;

/* Start with {0}. */
struct wp_collected {
    struct wp_diagnostics lines; /* their paths are copies */
    struct wp_seen_line **seen;  /* sorted */
    size_t count, capacity;
};

/* Takes over what is new in them, and clears them. run: whose input they concern, and file, its own: what is
 * wrong elsewhere then says in which run it was first seen; or NULL for both. Returns 0, or WP_INTERNAL when
 * memory runs out. */
int wp_collect(struct wp_collected *collected, struct wp_diagnostics *diagnostics, const char *run,
               const char *file, struct wp_error *error);
void wp_collected_clear(struct wp_collected *collected);

#endif
