/* folder_path.h: the true place of a folder that the user named. */
#ifndef WP_FOLDER_PATH_H
#define WP_FOLDER_PATH_H

#include "error.h"
#include <stdbool.h>

/* Where a folder stands, with links resolved; exchanging it must not exchange a link to it. */
struct wp_folder_path {
    char *parent; /* absolute, exists */
    char *name;   /* in the parent; empty for the file system's root */
    bool exists;
};

/* Fills *path; WP_USAGE if the folder cannot stand there. Release with wp_folder_path_clear, also after a
 * failure. */
int wp_folder_path_find(const char *target, struct wp_folder_path *path, struct wp_error *error);
void wp_folder_path_clear(struct wp_folder_path *path);

/* parent/prefix name suffix, newly allocated; NULL when memory runs out. */
char *wp_folder_path_join(const struct wp_folder_path *path, const char *prefix, const char *suffix);

/* The folder beside `folder` that has its name and `ending`: "plan" and "-publish" give "plan-publish".
 * Slashes at the end are left out, and "." is called by its true name. *out is newly allocated, NULL on
 * failure. */
int wp_folder_beside(const char *folder, const char *ending, char **out, struct wp_error *error);

#endif
