/* inputs.h: the bytes of every file that a run has read, so that a plan can keep exactly what it was made
 * from. */
#ifndef WP_INPUTS_H
#define WP_INPUTS_H

#include "error.h"
#include "sha256_text.h"
#include <stdbool.h>
#include <stddef.h>

struct wp_input {
    char *path;       /* as round.ini or the scenario names it (these two themselves: their file name) */
    bool of_scenario; /* the scenario itself, or named by it: relative to its folder */
    char *full_path;  /* as it was opened */
    char *bytes;      /* NUL-terminated for convenience; may hold other NULs */
    size_t length;
    char sha256[WP_SHA256_TEXT];
};

/* In the order of reading. Start with {0}. */
struct wp_inputs {
    struct wp_input *items;
    int count, capacity;
    char content[WP_SHA256_TEXT]; /* SHA-256 of all cells as they were read, with a scenario's changes made;
                                     "" before */
};

/* Reads a regular file whole (at most 1 GiB) and keeps it; a folder, a device or a missing file is WP_INPUT.
 * *out points into inputs until the next call. */
int wp_inputs_read(struct wp_inputs *inputs, const char *path, const char *full_path, bool of_scenario,
                   const struct wp_input **out, struct wp_error *error);
void wp_inputs_clear(struct wp_inputs *inputs);

#endif
