/* text.h: the bytes of a text file become valid UTF-8. */
#ifndef WP_TEXT_H
#define WP_TEXT_H

#include "error.h"
#include <stddef.h>

/* A file's text: valid UTF-8 without a byte-order mark and without NUL bytes. */
struct wp_text {
    char *letters;   /* closed by a NUL; owned */
    size_t length;   /* bytes */
    long mixed_line; /* first line that is no UTF-8, in a file read as Windows-1252 that has UTF-8 letters
                        too; else 0 */
};

/* Recognises UTF-8 (with or without its mark) and UTF-16 (with its mark); what is neither is Windows-1252.
 * Returns 0; WP_INPUT, with the line, where the bytes are no text in that encoding; or WP_INTERNAL. Clear it
 * in every case. */
int wp_text_decode(const char *bytes, size_t length, struct wp_text *out, struct wp_error *error);
void wp_text_clear(struct wp_text *text);

/* Length of the line that begins at text, and of its end (CRLF, LF, CR or none). */
size_t wp_text_line(const char *text, size_t length, size_t *end_length);

#endif
