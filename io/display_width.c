/* display_width.c: how many columns of a terminal a text takes; the C library knows each character. */
#define _XOPEN_SOURCE 700 /* wcwidth, newlocale */
#include "display_width.h"
#include "utf8.h"
#include <locale.h>
#include <stdint.h>
#include <wchar.h>

#define FIRST_WIDE 0x1100 /* below it no character takes two columns */

/* The program itself keeps to "C", whose wcwidth knows ASCII alone; this locale every Debian has. */
static locale_t locale_of_widths(void) {
    static locale_t locale = (locale_t)0;
    if (locale == (locale_t)0)
        locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return locale;
}

static uint32_t decode(const char *at, size_t bytes) {
    static const unsigned char first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = (unsigned char)at[0] & first_bits[bytes];
    for (size_t i = 1; i < bytes; i++)
        code = code << 6 | ((unsigned char)at[i] & 0x3F);
    return code;
}

/* Controls (some terminals obey those above 0x7F too), separators of lines, and what turns the direction of
 * all that follows. */
static bool is_moving(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

static size_t columns_of(uint32_t code) {
    locale_t locale = locale_of_widths();
    int columns = -1;
    if (locale != (locale_t)0) {
        locale_t before = uselocale(locale);
        columns = wcwidth((wchar_t)code);
        uselocale(before);
    }
    /* Newer than the C library, which a new emoji may be. */
    if (columns < 0)
        return code < FIRST_WIDE ? 1 : 2;
    return (size_t)columns;
}

struct wp_glyph wp_glyph_at(const char *at) {
    if (*at == '\0')
        return (struct wp_glyph){0};
    size_t bytes = wp_utf8_bytes(at);
    if (bytes == 0)
        return (struct wp_glyph){.bytes = 1, .columns = 1, .broken = true};
    uint32_t code = decode(at, bytes);
    if (is_moving(code))
        return (struct wp_glyph){.bytes = bytes, .columns = 1, .moves = true};
    return (struct wp_glyph){.bytes = bytes, .columns = columns_of(code)};
}

size_t wp_display_width(const char *text) {
    size_t width = 0;
    for (struct wp_glyph glyph = wp_glyph_at(text); glyph.bytes > 0; glyph = wp_glyph_at(text)) {
        width += glyph.columns;
        text += glyph.bytes;
    }
    return width;
}

size_t wp_display_first(const char *text, size_t columns) {
    size_t length = 0, used = 0;
    for (struct wp_glyph glyph = wp_glyph_at(text); glyph.bytes > 0 && used + glyph.columns <= columns;
         glyph = wp_glyph_at(text + length)) {
        used += glyph.columns;
        length += glyph.bytes;
    }
    return length;
}
