/* text.c: encodings, by the C library's iconv. */
#include "text.h"
#include "translate.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t wp_text_line(const char *text, size_t length, size_t *end_length) {
    size_t at = 0;
    while (at < length && text[at] != '\n' && text[at] != '\r')
        at++;
    if (at == length)
        *end_length = 0;
    else
        *end_length = text[at] == '\r' && at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
    return at;
}

/* Number of the line on which the text after these bytes stands. */
static long line_after(const char *text, size_t length) {
    long line = 1;
    while (length > 0) {
        size_t end_length;
        size_t line_length = wp_text_line(text, length, &end_length);
        if (end_length > 0)
            line++;
        text += line_length + end_length;
        length -= line_length + end_length;
    }
    return line;
}

/* Bytes up to the first letter beyond U+10FFFF: the C library lets those of older UTF-8 pass. */
static size_t within_unicode(const char *text, size_t length) {
    for (size_t k = 0; k < length; k++) {
        unsigned char letter = (unsigned char)text[k];
        if (letter > 0xF4 || (letter == 0xF4 && k + 1 < length && (unsigned char)text[k + 1] > 0x8F))
            return k;
    }
    return length;
}

/* How iconv ended. */
struct conversion {
    bool complete;
    size_t read;    /* bytes understood */
    size_t written; /* bytes of UTF-8 made of them */
};

/* Converts into out, which has room for all. Returns 0 or WP_INTERNAL. */
static int convert(const char *encoding, const char *bytes, size_t length, char *out, size_t room,
                   struct conversion *ended, struct wp_error *error) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return errno == ENOMEM
                   ? wp_error_memory(error)
                   : wp_error_set(error, WP_INTERNAL, "the C library cannot convert %s", encoding);
    /* iconv does not write through its first pointer, but its prototype does not say so. */
    char *from = (char *)(size_t)bytes;
    char *to = out;
    size_t from_left = length, to_left = room;
    size_t result = iconv(converter, &from, &from_left, &to, &to_left);
    int why = errno;
    iconv_close(converter);
    ended->complete = result != (size_t)-1;
    ended->read = length - from_left;
    ended->written = room - to_left;
    size_t within = within_unicode(out, ended->written);
    if (within < ended->written) {
        ended->complete = false;
        ended->read = ended->written = within;
        return 0;
    }
    if (!ended->complete && why != EILSEQ && why != EINVAL)
        return wp_error_set(error, WP_INTERNAL, "converting %s stopped: %s", encoding, strerror(why));
    return 0;
}

enum encoding { UTF_8, UTF_8_MARKED, UTF_16_LITTLE, UTF_16_BIG, WINDOWS_1252 };

static const struct {
    const char *name;   /* as iconv calls it */
    const char *called; /* as a person calls it */
    const char *mark;
    size_t mark_length;
    size_t growth; /* most bytes of UTF-8 that one byte can become */
} encodings[] = {
    [UTF_8] = {"UTF-8", "UTF-8", "", 0, 1},
    [UTF_8_MARKED] = {"UTF-8", "UTF-8", "\xEF\xBB\xBF", 3, 1},
    [UTF_16_LITTLE] = {"UTF-16LE", "UTF-16", "\xFF\xFE", 2, 2},
    [UTF_16_BIG] = {"UTF-16BE", "UTF-16", "\xFE\xFF", 2, 2},
    [WINDOWS_1252] = {"CP1252", "Windows-1252", "", 0, 3},
};

static enum encoding recognise(const char *bytes, size_t length) {
    for (int k = UTF_8_MARKED; k <= UTF_16_BIG; k++)
        if (length >= encodings[k].mark_length &&
            memcmp(bytes, encodings[k].mark, encodings[k].mark_length) == 0)
            return (enum encoding)k;
    return UTF_8;
}

static int decode_as(enum encoding encoding, const char *bytes, size_t length, struct wp_text *out,
                     struct conversion *ended, struct wp_error *error) {
    bytes += encodings[encoding].mark_length;
    length -= encodings[encoding].mark_length;
    size_t growth = encodings[encoding].growth;
    if (length > (SIZE_MAX - 1) / growth)
        return wp_error_memory(error);
    out->letters = malloc(length * growth + 1);
    if (out->letters == NULL)
        return wp_error_memory(error);
    int code = convert(encodings[encoding].name, bytes, length, out->letters, length * growth, ended, error);
    out->length = ended->written;
    out->letters[out->length] = '\0';
    return code;
}

static bool has_letters_beyond_ascii(const char *text, size_t length) {
    for (size_t k = 0; k < length; k++)
        if ((unsigned char)text[k] >= 0x80)
            return true;
    return false;
}

static int refuse_what_is_no_text(const char *bytes, size_t length, struct wp_error *error) {
    static const struct {
        const char *start, *complaint;
    } others[] = {
        {"PK\x03\x04", N_("this is an Excel workbook, not a CSV file; save it as \"CSV UTF-8\"")},
        {"\xD0\xCF\x11\xE0", N_("this is an old Excel workbook, not a CSV file; save it as \"CSV UTF-8\"")},
        {"%PDF", N_("this is a PDF, not a CSV file; save it as \"CSV UTF-8\"")}};
    for (size_t k = 0; k < sizeof others / sizeof others[0]; k++)
        if (length >= 4 && memcmp(bytes, others[k].start, 4) == 0)
            return wp_error_at(error, WP_INPUT, NULL, 0, 0, "%s", _(others[k].complaint));
    return 0;
}

int wp_text_decode(const char *bytes, size_t length, struct wp_text *out, struct wp_error *error) {
    *out = (struct wp_text){0};
    int code = refuse_what_is_no_text(bytes, length, error);
    if (code != 0)
        return code;
    enum encoding encoding = recognise(bytes, length);
    struct conversion ended = {0};
    code = decode_as(encoding, bytes, length, out, &ended, error);
    if (code == 0 && !ended.complete && encoding == UTF_8) {
        bool mixed = has_letters_beyond_ascii(out->letters, out->length);
        long mixed_line = line_after(out->letters, out->length);
        wp_text_clear(out);
        encoding = WINDOWS_1252;
        code = decode_as(encoding, bytes, length, out, &ended, error);
        out->mixed_line = mixed ? mixed_line : 0;
    }
    if (code != 0)
        return code;
    const char *zero = memchr(out->letters, '\0', out->length);
    if (zero != NULL)
        return wp_error_at(error, WP_INPUT, NULL, line_after(out->letters, (size_t)(zero - out->letters)), 0,
                           "a zero byte, which no text has; save the file as \"CSV UTF-8\"");
    if (!ended.complete)
        return wp_error_at(error, WP_INPUT, NULL, line_after(out->letters, out->length), 0,
                           "byte 0x%02X is no letter in %s; save the file as \"CSV UTF-8\"",
                           (unsigned char)bytes[encodings[encoding].mark_length + ended.read],
                           encodings[encoding].called);
    return 0;
}

void wp_text_clear(struct wp_text *text) {
    free(text->letters);
    *text = (struct wp_text){0};
}
