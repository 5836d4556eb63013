/* whole_file.h: one file, written beside its place and renamed when it is whole. */
#ifndef WP_WHOLE_FILE_H
#define WP_WHOLE_FILE_H

#include "error.h"
#include <stdbool.h>
#include <stdio.h>

/* Start with {0}. */
struct wp_whole_file {
    FILE *stream;       /* write here; errors on the way show in wp_whole_file_commit */
    const char *target; /* the caller's */
    char *beside;       /* ".NAME" WP_WHOLE_FILE_ENDING in the same folder */
};

/* A writer that was killed leaves such a file; the next one takes it over. */
#define WP_WHOLE_FILE_ENDING ".wijkplaats-new"

/* Opens an empty file beside target, which its owner alone may read. Another writer of the same target is
 * waited for. target must outlive it. End with wp_whole_file_free in any case. */
int wp_whole_file_begin(const char *target, struct wp_whole_file *file, struct wp_error *error);

/* Puts the file on disk and then in the target's place, in one step. */
int wp_whole_file_commit(struct wp_whole_file *file, struct wp_error *error);

/* Removes what was written and not committed. */
void wp_whole_file_free(struct wp_whole_file *file);

#endif
