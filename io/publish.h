/* publish.h: a plan becomes a folder for each of those whom it concerns. */
#ifndef WP_PUBLISH_H
#define WP_PUBLISH_H

#include "publication.h"
#include <time.h>

/* What is recorded of a publication in publish.json. */
struct wp_publish_options {
    const char *plan;  /* the plan's folder; only its own name is recorded */
    const char *since; /* the earlier plan's, or NULL: everybody is written to */
    const char *by;    /* who publishes; "" if nobody says */
    time_t at;
};

/* Refuses (WP_USAGE) a target that holds anything else than what was published before. */
int wp_publish_check(const char *folder, struct wp_error *error);

/* Writes the files of every entry, in the formats of [report], to lecturers/, brokers/, organisations/ and
 * students/, a folder each, and mail.csv and publish.json beside them; the folder is replaced as a whole. */
int wp_publish(const char *folder, const struct wp_publication *publication,
               const struct wp_publish_options *options, struct wp_error *error);

#endif
