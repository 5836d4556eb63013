/* read_reasons.h: why no plan exists, from a written infeasible.json. */
#ifndef WP_READ_REASONS_H
#define WP_READ_REASONS_H

#include "arena.h"
#include "error.h"

/* The folder is one that wp_write_infeasible wrote; another is WP_USAGE. The texts live in the arena; there
 * may be none. */
int wp_reasons_read(const char *folder, struct wp_arena *arena, const char *const **out, int *count,
                    struct wp_error *error);

#endif
