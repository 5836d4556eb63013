/* terminal_text.h: text that came from outside, in the lines of a terminal. */
#ifndef WP_TERMINAL_TEXT_H
#define WP_TERMINAL_TEXT_H

#include <stddef.h>
#include <stdio.h>

#define WP_TERMINAL_WIDTH 79

/* All of these write characters that would move the cursor as blanks. */

/* Text cut to `width` characters; "..." shows that something is missing. */
void wp_text_cut(FILE *out, const char *text, size_t width);
/* The same, filled up with blanks behind it. */
void wp_text_cell(FILE *out, const char *text, size_t width);

/* Lines of at most WP_TERMINAL_WIDTH characters, broken at blanks; the first is indented by `indent`, the
 * others by two more. */
void wp_text_wrapped(FILE *out, const char *text, size_t indent);

#endif
