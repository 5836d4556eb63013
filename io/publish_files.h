/* publish_files.h: the files of one recipient, one writer each: what an entry holds, in the language in use.
 */
#ifndef WP_PUBLISH_FILES_H
#define WP_PUBLISH_FILES_H

#include "publication.h"
#include <stdio.h>
#include <time.h>

/* Is a file of this format for such a recipient, where [report] formats asks for it? */
bool wp_publish_fits(const struct wp_publication *publication, const struct wp_entry *entry,
                     enum wp_report_format format);

/* Errors of the stream are the caller's to look for. A list for lecturers, organisations and brokers, a
 * letter for a student. */
int wp_publish_html(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                    struct wp_error *error);
/* A list of students, one a row, in the style of [report] csv; not for students. */
int wp_publish_csv(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                   struct wp_error *error);
/* Writes the file at path, which exists and is empty. */
int wp_publish_workbook(const char *path, const struct wp_publication *publication,
                        const struct wp_entry *entry, struct wp_error *error);
/* A calendar (RFC 5545) of the round's first and last day and each project's weekly days or meeting; `at` is
 * the moment of publication. Only for a round with dates. */
int wp_publish_calendar(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                        time_t at, struct wp_error *error);

/* The files that an entry's recipient gets, as named from the publication's folder:
 * "students/S1/letter.html".
 */
#define WP_ENTRY_FILES 4
struct wp_entry_files {
    const char *names[WP_ENTRY_FILES];
    int count;
};

/* mail.csv, for the coordinator's mail merge: one row an entry; files: per entry of the publication. */
int wp_publish_mail(FILE *stream, const struct wp_publication *publication,
                    const struct wp_entry_files *files, struct wp_error *error);

#endif
