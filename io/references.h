/* references.h: a cell that names an object of another table: by id, else by a name that only one object has.
 */
#ifndef WP_REFERENCES_H
#define WP_REFERENCES_H

#include "table.h"

/* REMOVED: one that a scenario took out. */
enum wp_match { WP_MATCH_ONE, WP_MATCH_NONE, WP_MATCH_SEVERAL, WP_MATCH_REMOVED };

/* What one object of the table is called, in the language: "project". */
const char *wp_reference_noun(enum wp_table table);

/* An id as other systems write it: without the "#" or "'" that they put in front. */
const char *wp_reference_id(const char *text);

/* Finds the object that text names. Names are compared without case and accents; where several are alike
 * then, exactly. *index is -1 unless one matches. */
enum wp_match wp_reference_find(struct wp_reading *reading, enum wp_table table, const char *text,
                                int *index);

/* The same, also by the id before the first space or dash ("P12 - Buurthuis"). */
enum wp_match wp_reference_find_choice(struct wp_reading *reading, const char *text, int *index);

/* A student by her e-mail address, whatever its case. */
enum wp_match wp_reference_find_email(struct wp_reading *reading, const char *email, int *index);

/* Reports that text, in this cell, names no object, or several; with a suggestion if there is a near one.
 * Silent where the table's ids are in doubt, and where a scenario took the object out. */
void wp_reference_report(struct wp_table_file *file, int field, enum wp_table table, enum wp_match match,
                         const char *text);

/* Frees the indexes of names. */
void wp_references_clear(struct wp_reading *reading);

#endif
