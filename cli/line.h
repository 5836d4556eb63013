/* line.h: one line of progress on standard error, cut to the terminal's width. */
#ifndef WP_CLI_LINE_H
#define WP_CLI_LINE_H

#include "error.h"
#include <stddef.h>

#define WP_LINE_SIZE 512 /* bytes with the closing NUL: enough for any terminal that people use */

struct wp_line {
    char text[WP_LINE_SIZE];
    size_t columns; /* that are shown; one of the terminal's stays free, so that none wraps */
};

/* An empty line, as wide as the terminal is now; 79 columns where there is none. */
void wp_line_begin(struct wp_line *line);

/* Adds to its end. */
void wp_line_add(struct wp_line *line, const char *format, ...) WP_PRINTF(2, 3);
/* Adds a text that came from outside, cut to so many columns. */
void wp_line_add_text(struct wp_line *line, const char *text, size_t columns);

/* Writes what fits, without an end of line. */
void wp_line_print(const struct wp_line *line);

#endif
