/* utf8.h: what our writers need to know of UTF-8. */
#ifndef WP_UTF8_H
#define WP_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the character that starts here, 0 if none does. Not for the end of the text. */
size_t wp_utf8_bytes(const char *at);

/* Is this one, of so many bytes, what a document may have? Not: bytes that are no character (0), control
 * characters other than a tab and a line break (C0, DEL, C1), and U+FFFE and U+FFFF. */
bool wp_utf8_allowed(const char *at, size_t bytes);

/* Characters of a text; a byte that belongs to none counts as one. */
size_t wp_utf8_count(const char *text);

/* Bytes of the first `count` characters, or of the whole text if it has fewer. */
size_t wp_utf8_first(const char *text, size_t count);

#endif
