/* publish_text.h: what the person at the terminal is told of a publication. */
#ifndef WP_CLI_PUBLISH_TEXT_H
#define WP_CLI_PUBLISH_TEXT_H

#include "publication.h"
#include <stdio.h>

/* How many of each audience were written to, who of them has no address, and, where only changes are told,
 * who is no longer in the plan: the first few, unless verbose. since: the earlier plan's folder, or NULL. */
int wp_publish_text(FILE *out, const struct wp_publication *publication, const char *target,
                    const char *since, bool verbose, struct wp_error *error);

#endif
