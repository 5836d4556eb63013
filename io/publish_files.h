/* publish_files.h: the files of one recipient, one writer each: what an entry holds, in the language in use.
 */
#ifndef WP_PUBLISH_FILES_H
#define WP_PUBLISH_FILES_H

#include "publication.h"
#include <stdio.h>
#include <time.h>

/* Errors of the stream are the caller's to look for. */
int wp_publish_html(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                    struct wp_error *error);
int wp_publish_csv(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                   struct wp_error *error);
/* Writes the file at path, which exists and is empty. */
int wp_publish_workbook(const char *path, const struct wp_publication *publication,
                        const struct wp_entry *entry, struct wp_error *error);
/* A calendar (RFC 5545) of the round's first and last day and each project's weekly days or meeting; `at` is
 * the moment of publication. Only for a round with dates. */
int wp_publish_calendar(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                        time_t at, struct wp_error *error);

#endif
