/* file_names.h: file names made from ids. */
#ifndef WP_FILE_NAMES_H
#define WP_FILE_NAMES_H

#include "error.h"

struct wp_file_name;

/* Names that are taken, however their letters are cased: some file systems do not tell. Start with {0}. */
struct wp_file_names {
    struct wp_file_name *taken; /* a hash table by the name in lower case */
};

/* A name "<folder>/<id><ending>" that no other id gets, that stays in its folder and that Windows takes too:
 * letters, digits, "-", "_" and "." stand as they are; every other byte, a "." at either end and the first
 * letter of a name that Windows keeps for a device (CON, nul.txt) as % and two digits. A name that is too
 * long or taken ends with ~ and a number. Owned by names; *out is NULL when memory runs out (WP_INTERNAL). */
int wp_file_name(struct wp_file_names *names, const char *folder, const char *id, const char *ending,
                 const char **out, struct wp_error *error);
void wp_file_names_clear(struct wp_file_names *names);

#endif
