/* utf8.h: what our writers need to know of UTF-8. */
#ifndef WP_UTF8_H
#define WP_UTF8_H

#include <stddef.h>

/* Bytes of the character that starts here, 0 if none does. Not for the end of the text. */
size_t wp_utf8_bytes(const char *at);

/* Characters of a text; a byte that belongs to none counts as one. */
size_t wp_utf8_count(const char *text);

/* Bytes of the first `count` characters, or of the whole text if it has fewer. */
size_t wp_utf8_first(const char *text, size_t count);

#endif
