/* template.h: the round that `init` writes: small, commented, and solvable as it is. */
#ifndef WP_TEMPLATE_H
#define WP_TEMPLATE_H

#include <stdio.h>

/* A file of the template. CSV files are written as Dutch Excel saves them. */
struct wp_template_file {
    const char *name;
    const char *text; /* lines end in LF here */
};

/* The CSV files; ends with a name of NULL. */
extern const struct wp_template_file wp_template_files[];

/* round.ini, from the table of keys: each explained, those that the template does not use commented out. */
void wp_template_settings(FILE *file);

/* A CSV file: byte-order mark, semicolons, CRLF. */
void wp_template_table(FILE *file, const char *text);

#endif
