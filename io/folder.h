/* folder.h: a folder of ours on disk, written beside its place and then exchanged as a whole. */
#ifndef WP_FOLDER_H
#define WP_FOLDER_H

#include "error.h"
#include <stdio.h>

/* What belongs in a folder that this program writes. */
struct wp_folder_kind {
    const char *what;         /* for messages, marked by N_(): "a plan" */
    const char *marker;       /* the JSON file in it whose "program" says that it is ours */
    const char *const *names; /* the files that may stand in it; ends with NULL */
    const char
        *list; /* key in the marker: an array of more names, texts or objects with "stored" or "path" */
    const char *list_prefix; /* where those stand: "input/", or "" */
};

/* Refuses (WP_USAGE) a target that is no folder, or holds anything else than an earlier folder of this kind,
 * or could not be exchanged. A missing or an empty one is fine. */
int wp_folder_check(const char *target, const struct wp_folder_kind *kind, struct wp_error *error);

struct wp_folder;

/* Starts a new, empty folder beside target; checks the target first. Only its owner may read what is written.
 * *out is NULL on failure; free it with wp_folder_free. kind must outlive it. */
int wp_folder_begin(const char *target, const struct wp_folder_kind *kind, struct wp_folder **out,
                    struct wp_error *error);

/* Opens the next file, for instance "input/students.csv"; folders on the way are made. The stream is the
 * folder's: write errors show in wp_folder_close_file. One file is open at a time. */
int wp_folder_open_file(struct wp_folder *folder, const char *name, FILE **stream, struct wp_error *error);
int wp_folder_close_file(struct wp_folder *folder, struct wp_error *error);

/* The same for a library that writes its file by name: makes it, empty, and says where it stands. The path is
 * the folder's, until the file is closed. */
int wp_folder_name_file(struct wp_folder *folder, const char *name, const char **path,
                        struct wp_error *error);

/* Puts everything on disk for good, then the new folder in the target's place in one step, and removes the
 * old one. */
int wp_folder_commit(struct wp_folder *folder, struct wp_error *error);

/* Removes what was written, unless it was committed. NULL is fine. */
void wp_folder_free(struct wp_folder *folder);

#endif
