/* workbook_text.c: texts as a workbook takes them: valid UTF-8 that XML allows, as long as Excel allows. */
#include "workbook_text.h"
#include "utf8.h"
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define ELLIPSIS    "\xE2\x80\xA6"
#define UNDERSCORE  "_x005F_" /* "_" in front of what would read as an escape */

/* Of a character: how it is written, and how much of a cell it takes. */
struct letter {
    const char *text;
    size_t bytes, units;
};

/* "_x0041_": Excel reads it as the letter with that number. */
static bool is_escape(const char *at) {
    const unsigned char *byte = (const unsigned char *)at;
    return at[0] == '_' && at[1] == 'x' && isxdigit(byte[2]) && isxdigit(byte[3]) && isxdigit(byte[4]) &&
           isxdigit(byte[5]) && at[6] == '_';
}

/* Takes the next character; *at moves past it. Not for the end of the text. */
static struct letter next_letter(const char **at) {
    const char *from = *at;
    size_t bytes = wp_utf8_bytes(from);
    *at += bytes > 0 ? bytes : 1;
    if (*from == '\r') {
        if (**at == '\n')
            ++*at;
        return (struct letter){"\n", 1, 1};
    }
    if (!wp_utf8_allowed(from, bytes))
        return (struct letter){REPLACEMENT, strlen(REPLACEMENT), 1};
    if (is_escape(from))
        return (struct letter){UNDERSCORE, strlen(UNDERSCORE), strlen(UNDERSCORE)};
    return (struct letter){from, bytes, bytes == 4 ? 2 : 1};
}

char *wp_workbook_cell_text(const char *text) {
    size_t size = 1, units = 0, kept = 0; /* kept: bytes that leave room for the sign that it was cut */
    for (const char *at = text; *at;)
        size += next_letter(&at).bytes;
    char *cell = malloc(size + strlen(ELLIPSIS));
    if (!cell)
        return NULL;
    size_t length = 0;
    for (const char *at = text; *at;) {
        struct letter letter = next_letter(&at);
        units += letter.units;
        if (units > WP_CELL_LETTERS) {
            memcpy(cell + kept, ELLIPSIS, sizeof ELLIPSIS);
            return cell;
        }
        memcpy(cell + length, letter.text, letter.bytes);
        length += letter.bytes;
        if (units < WP_CELL_LETTERS)
            kept = length;
    }
    cell[length] = '\0';
    return cell;
}

const char *wp_workbook_sheet_name(const char *text, char buffer[WP_SHEET_NAME]) {
    size_t length = 0, units = 0;
    for (const char *at = text; *at;) {
        struct letter letter = next_letter(&at);
        bool forbidden = letter.bytes == 1 && strchr("/\\:*?[]'\t\n", letter.text[0]);
        units += letter.units;
        if (units > WP_SHEET_NAME_LETTERS)
            break;
        memcpy(buffer + length, forbidden ? "-" : letter.text, letter.bytes);
        length += letter.bytes;
    }
    if (length == 0)
        buffer[length++] = '-';
    buffer[length] = '\0';
    return buffer;
}

/* Of the longest piece between these signs. */
static size_t longest(const char *text, const char *signs) {
    size_t most = 0, width = 0;
    while (*text) {
        size_t bytes = wp_utf8_first(text, 1);
        width = strchr(signs, *text) ? 0 : width + (bytes > 2 ? 2 : 1); /* Chinese and emoji are wide */
        most = width > most ? width : most;
        text += bytes;
    }
    return most;
}

size_t wp_workbook_text_width(const char *text) {
    return longest(text, "\n");
}

size_t wp_workbook_word_width(const char *text) {
    return longest(text, " \n");
}

size_t wp_workbook_text_lines(const char *text, size_t width) {
    size_t lines = 1, used = 0;
    while (*text) {
        size_t length = strcspn(text, " \n"), letters = 0;
        for (size_t at = 0; at < length; at += wp_utf8_first(text + at, 1))
            letters += wp_utf8_first(text + at, 1) > 2 ? 2 : 1;
        if (used > 0 && used + letters > width) {
            lines++;
            used = 0;
        }
        if (width > 0 && letters > width) /* a word that is longer than the line */
            lines += (letters - 1) / width;
        used += letters + 1;
        text += length;
        if (*text == '\n') {
            lines++;
            used = 0;
        }
        text += *text != '\0';
    }
    return lines;
}
