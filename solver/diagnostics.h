/* diagnostics.h: all that is wrong with the input, and all that is worth a notice, of all files in one run.
 */
#ifndef WP_DIAGNOSTICS_H
#define WP_DIAGNOSTICS_H

#include "error.h"
#include <stddef.h>

/* Where something stands. path must outlive the diagnostics (a round's arena, or a literal). */
struct wp_location {
    const char *path; /* NULL if no file is concerned */
    long line;        /* physical line, 1 for the first; 0 if unknown */
    int column;       /* number of the CSV field, 1 for the first; 0 if unknown */
};

enum wp_severity { WP_ERROR, WP_NOTICE };

struct wp_diagnostic {
    enum wp_severity severity;
    struct wp_location location;
    char *message; /* owned by the diagnostics */
};

/* At most this many errors are kept (all are counted). */
#define WP_MAX_ERRORS 100

struct wp_diagnostics {
    struct wp_diagnostic *items; /* in the order in which they were found */
    size_t count;
    size_t capacity;
    size_t errors;  /* found, kept or not */
    size_t notices; /* found */
};

/* Start a wp_diagnostics with {0}. Memory that runs out while a message is added loses that message but never
 * the count, so `errors > 0` always tells. */
void wp_diagnostics_error(struct wp_diagnostics *diagnostics, struct wp_location where, const char *format,
                          ...) WP_PRINTF(3, 4);
void wp_diagnostics_notice(struct wp_diagnostics *diagnostics, struct wp_location where, const char *format,
                           ...) WP_PRINTF(3, 4);

/* Another place, in a message that has a place itself: "line 12", or "line 12 of extra.csv" where it is in
 * another file. Returns buffer. */
#define WP_LOCATION_LINE 320
const char *wp_location_line(struct wp_location other, struct wp_location here,
                             char buffer[WP_LOCATION_LINE]);

/* Frees the messages; the struct itself is the caller's. NULL is fine. */
void wp_diagnostics_clear(struct wp_diagnostics *diagnostics);

#endif
