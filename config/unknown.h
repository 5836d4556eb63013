/* unknown.h: names that do not exist, with the one that was probably meant. */
#ifndef WP_UNKNOWN_H
#define WP_UNKNOWN_H

#include "diagnostics.h"

/* "; did you mean rules?", or "" where no candidate is near enough. Returns buffer. */
#define WP_DID_YOU_MEAN 128
const char *wp_did_you_mean(const char *name, const char *const *candidates, size_t count,
                            char buffer[WP_DID_YOU_MEAN]);

/* A key of round.ini that its section does not have: it may be misspelt, or stand in the wrong section. */
void wp_unknown_key(const char *section, const char *name, struct wp_location where,
                    struct wp_diagnostics *diagnostics);

#endif
