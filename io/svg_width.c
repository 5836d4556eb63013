/* svg_width.c: how much room a text in a picture needs. Nobody knows which font the reader has, so letters
 * count as wide as in the widest of the usual ones. */
#include "svg.h"
#include "utf8.h"
#include <string.h>

#define ELLIPSIS 120 /* tenths, as all widths here, at 12 pixels to the letter */

/* By the first byte: a letter of two bytes is Latin, Greek, Cyrillic, Hebrew or Arabic; of three, mostly
 * Chinese or a sign; of four, mostly an emoji. */
static int letter_width(const char *at, size_t bytes) {
    if (bytes == 2)
        return 95;
    if (bytes != 1)
        return bytes == 4 ? 165 : 125;
    if (strchr(" .,:;'!|iIjlft()[]/-", *at))
        return 48;
    if (strchr("mwMWQ%@&", *at))
        return 122;
    return *at >= 'A' && *at <= 'Z' ? 95 : 79;
}

int wp_svg_text_width(const char *text) {
    int width = 0;
    while (*text) {
        size_t bytes = wp_utf8_bytes(text);
        width += letter_width(text, bytes);
        text += bytes > 0 ? bytes : 1;
    }
    return width;
}

size_t wp_svg_fitting(const char *text, int width) {
    size_t letters = 0, with_ellipsis = 1;
    int taken = 0;
    while (*text) {
        size_t bytes = wp_utf8_bytes(text);
        taken += letter_width(text, bytes);
        letters++;
        if (taken > width)
            return with_ellipsis;
        if (taken + ELLIPSIS <= width)
            with_ellipsis = letters + 1;
        text += bytes > 0 ? bytes : 1;
    }
    return letters;
}
