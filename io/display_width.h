/* display_width.h: how many columns of a terminal a text takes. */
#ifndef WP_DISPLAY_WIDTH_H
#define WP_DISPLAY_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

/* One character as a terminal shows it. */
struct wp_glyph {
    size_t bytes;   /* 0 at the end of the text; 1 for a byte that belongs to no character */
    size_t columns; /* 0 for an accent that joins what stands before it, 2 for wide signs and emoji */
    bool moves;     /* would move the cursor, or turn the direction of what follows: to be shown as a blank */
    bool broken;    /* belongs to no character: to be shown as a question mark */
};

struct wp_glyph wp_glyph_at(const char *at);

/* Columns of a text, never too few: what terminals draw as one sign, such as a family of joined emoji, counts
 * as all its parts. */
size_t wp_display_width(const char *text);

/* Bytes of the first characters that take at most `columns`, with the accents behind the last. */
size_t wp_display_first(const char *text, size_t columns);

#endif
