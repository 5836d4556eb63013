/* ini_text.h: the bytes of an INI file, as UTF-8 text without a byte-order mark. */
#ifndef WP_INI_TEXT_H
#define WP_INI_TEXT_H

#include "error.h"
#include <stdbool.h>
#include <stddef.h>

/* Reads a regular file of at most `limit` bytes whole. *out is NUL-terminated, to be freed by the caller,
 * NULL on failure: WP_INPUT for a folder, a device, a file that cannot be read, is too large or is saved as
 * UTF-16; or WP_INTERNAL. Text that is not UTF-8 is taken as Windows-1252. NUL bytes within it stay, for the
 * caller to refuse with their line. */
int wp_ini_text_read(const char *path, size_t limit, char **out, size_t *length, struct wp_error *error);

bool wp_is_utf8(const char *text, size_t length);

#endif
