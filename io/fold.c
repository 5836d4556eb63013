/* fold.c: upper case, accents and the ways to write a space. */
#include "fold.h"

/* Called for every letter of every cell, so it compares bytes. */
int wp_blank_length(const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    switch (at[0]) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
        return 1;
    case 0xC2: /* U+00A0, no-break space */
        return at[1] == 0xA0 ? 2 : 0;
    case 0xE2: /* U+200B, zero-width space; U+202F, narrow no-break space */
        return at[1] == 0x80 && (at[2] == 0x8B || at[2] == 0xAF) ? 3 : 0;
    case 0xEF: /* U+FEFF, byte-order mark */
        return at[1] == 0xBB && at[2] == 0xBF ? 3 : 0;
    default:
        return 0;
    }
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

void wp_lower(const char *text, char *lowered) {
    do
        *lowered++ = *text >= 'A' && *text <= 'Z' ? (char)(*text + ('a' - 'A')) : *text;
    while (*text++ != '\0');
}
