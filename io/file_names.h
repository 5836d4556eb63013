/* file_names.h: file names made from ids. */
#ifndef WP_FILE_NAMES_H
#define WP_FILE_NAMES_H

#include "error.h"
#include <stddef.h>

/* Names that are taken, however their letters are cased: some file systems do not tell. Start with {0}. */
struct wp_file_names {
    char **items;
    size_t count, capacity;
};

/* A name "<folder>/<id><ending>" that no other id gets and that stays in its folder: letters, digits, "-",
 * "_" and "." stand as they are, every other byte and a leading "." as % and two digits; a name that is too
 * long or taken ends with ~ and a number. Owned by names; *out is NULL when memory runs out (WP_INTERNAL). */
int wp_file_name(struct wp_file_names *names, const char *folder, const char *id, const char *ending,
                 const char **out, struct wp_error *error);
void wp_file_names_clear(struct wp_file_names *names);

#endif
