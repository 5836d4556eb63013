/* paths.h: the parts of a file's path. */
#ifndef WP_PATHS_H
#define WP_PATHS_H

#include "arena.h"

/* All are copies in the arena, NULL when memory runs out. */

/* The folder in front of the last slash, "." if there is none, "/" if it is the first character. */
const char *wp_path_directory(const char *path, struct wp_arena *arena);

/* What `name` is, seen from the folder: itself where it is absolute or the folder is ".". */
const char *wp_path_join(const char *directory, const char *name, struct wp_arena *arena);

/* The file's name without its folder and its ending: "ill" of "what-if/ill.ini". */
const char *wp_path_stem(const char *path, struct wp_arena *arena);

#endif
