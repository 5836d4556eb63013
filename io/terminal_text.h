/* terminal_text.h: text that came from outside, in the lines of a terminal. */
#ifndef WP_TERMINAL_TEXT_H
#define WP_TERMINAL_TEXT_H

#include "error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define WP_TERMINAL_WIDTH 79

/* All of these measure in columns (display_width.h), and write characters that would move the cursor, or turn
 * the direction of what follows, as blanks. A width is at least 3. */

/* The first bytes of a text. */
void wp_text_put(FILE *out, const char *text, size_t bytes);
/* Text cut to `width` columns; "..." shows that something is missing. */
void wp_text_cut(FILE *out, const char *text, size_t width);
/* The same, cut also to what the buffer holds, for a place in a sentence. Returns buffer. */
const char *wp_text_short(const char *text, size_t width, char *buffer, size_t size);
/* As wp_text_cut, filled up with blanks behind it. */
void wp_text_cell(FILE *out, const char *text, size_t width);

/* Lines of at most WP_TERMINAL_WIDTH columns, broken at blanks; the first is indented by `indent`, the
 * others by two more. */
void wp_text_wrapped(FILE *out, const char *text, size_t indent);

/* A text that is written to its stream first, then stands in lines. */
struct wp_sentence {
    FILE *stream;
    char *text;
    size_t length;
};
int wp_sentence_begin(struct wp_sentence *sentence, struct wp_error *error);
/* Puts it, wrapped or cut to one line, and frees it. To be called once after each begin that succeeded. */
int wp_sentence_end(struct wp_sentence *sentence, FILE *out, size_t indent, bool wrapped,
                    struct wp_error *error);

#endif
