/* fold.c: upper case, accents and the ways to write a space. */
#include "fold.h"

#include <string.h>

int wp_blank_length(const char *text) {
    static const char *const blanks[] = {" ",        "\t",           "\n",           "\r",
                                         "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
    for (size_t k = 0; k < sizeof blanks / sizeof blanks[0]; k++) {
        size_t length = strlen(blanks[k]);
        if (strncmp(text, blanks[k], length) == 0)
            return (int)length;
    }
    return 0;
}

/* Length in bytes of a combining accent (U+0300 to U+036F), as macOS writes them after their letter. */
static int accent_length(const unsigned char *text) {
    if (text[0] == 0xCC && text[1] >= 0x80 && text[1] <= 0xBF)
        return 2;
    return text[0] == 0xCD && text[1] >= 0x80 && text[1] <= 0xAF ? 2 : 0;
}

/* The plain letter of the accented one U+00C0 + offset. */
static char plain_letter(unsigned offset) {
    static const char plain[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    return plain[offset];
}

void wp_fold(const char *text, char *folded) {
    char *to = folded;
    while (*text != '\0') {
        const unsigned char *at = (const unsigned char *)text;
        int blank = at[0] == '_' || at[0] == '-' ? 1 : wp_blank_length(text);
        int accent = accent_length(at);
        if (blank > 0) {
            if (to > folded && to[-1] != '_')
                *to++ = '_';
            text += blank;
        } else if (accent > 0) {
            text += accent;
        } else if (at[0] == 0xC3 && at[1] >= 0x80 && at[1] <= 0xBF) {
            *to++ = plain_letter(at[1] - 0x80u);
            text += 2;
        } else {
            *to++ = *text >= 'A' && *text <= 'Z' ? (char)(*text + ('a' - 'A')) : *text;
            text++;
        }
    }
    if (to > folded && to[-1] == '_')
        to--;
    *to = '\0';
}
