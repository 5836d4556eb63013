/* new_round.h: a new folder for a round, as `init` and `generate` make it. */
#ifndef WP_NEW_ROUND_H
#define WP_NEW_ROUND_H

#include "error.h"
#include "folder.h"

/* Starts the folder; nothing is at its place before wp_folder_commit. WP_USAGE if something is there already,
 * but for an empty folder. *out is NULL on failure; free it with wp_folder_free. */
int wp_new_round_begin(const char *target, struct wp_folder **out, struct wp_error *error);

#endif
