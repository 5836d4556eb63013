/* ini_text.c: the bytes of an INI file, as UTF-8 text without a byte-order mark. */
#include "ini_text.h"
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The length of the UTF-8 sequence at text, or 0 if there is none: overlong forms, surrogates and what lies
 * beyond U+10FFFF are none. */
static size_t sequence_length(const unsigned char *text, size_t length) {
    unsigned char lead = text[0], low = 0x80, high = 0xBF;
    size_t count;

    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        count = 2;
    else if (lead >= 0xE0 && lead <= 0xEF)
        count = 3;
    else if (lead >= 0xF0 && lead <= 0xF4)
        count = 4;
    else
        return 0;
    if (lead == 0xE0)
        low = 0xA0;
    else if (lead == 0xED)
        high = 0x9F;
    else if (lead == 0xF0)
        low = 0x90;
    else if (lead == 0xF4)
        high = 0x8F;
    if (count > length || text[1] < low || text[1] > high)
        return 0;
    for (size_t i = 2; i < count; i++) {
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    }
    return count;
}

bool wp_is_utf8(const char *text, size_t length) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;

    while (at < length) {
        size_t count = sequence_length(bytes + at, length - at);

        if (count == 0)
            return false;
        at += count;
    }
    return true;
}

/* Replaces *text by its UTF-8 form. Windows-1252 leaves five bytes without a meaning: those make the file
 * unreadable. */
static int from_windows(const char *path, char **text, size_t *length, struct wp_error *error) {
    iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
    size_t capacity = *length * 3 + 1, left = *length, room = capacity - 1;
    char *converted = malloc(capacity), *from = *text, *to = converted;
    int code = 0;

    if (converter == (iconv_t)-1 || converted == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    if (iconv(converter, &from, &left, &to, &room) == (size_t)-1) {
        code = wp_error_at(error, WP_INPUT, path, 0, 0, "the file is neither UTF-8 nor Windows-1252 text");
        goto out;
    }
    *to = '\0';
    *length = (size_t)(to - converted);
    free(*text);
    *text = converted;
    converted = NULL;
out:
    free(converted);
    if (converter != (iconv_t)-1)
        iconv_close(converter);
    return code;
}

static int open_regular(const char *path, FILE **out, struct wp_error *error) {
    struct stat status;

    *out = fopen(path, "rb");
    if (*out == NULL && errno == ENOMEM)
        return wp_error_memory(error);
    if (*out == NULL)
        return wp_error_at(error, WP_INPUT, path, 0, 0, "the file cannot be opened: %s", strerror(errno));
    if (fstat(fileno(*out), &status) == 0 && S_ISREG(status.st_mode))
        return 0;
    fclose(*out);
    *out = NULL;
    if (S_ISDIR(status.st_mode))
        return wp_error_at(error, WP_INPUT, path, 0, 0, "this is a folder; name the round.ini in it");
    return wp_error_at(error, WP_INPUT, path, 0, 0, "this is not a regular file");
}

static int read_all(const char *path, size_t limit, char **out, size_t *length, struct wp_error *error) {
    FILE *file;
    char *text = NULL;
    int code = open_regular(path, &file, error);

    if (code != 0)
        return code;
    text = malloc(limit + 2);
    if (text == NULL) {
        code = wp_error_memory(error);
        goto out;
    }
    *length = fread(text, 1, limit + 1, file);
    if (ferror(file)) {
        code = wp_error_at(error, WP_INPUT, path, 0, 0, "the file cannot be read: %s", strerror(errno));
        goto out;
    }
    if (*length > limit) {
        code = wp_error_at(error, WP_INPUT, path, 0, 0,
                           "the file has more than %zu bytes, too many for a round's settings", limit);
        goto out;
    }
    text[*length] = '\0';
    *out = text;
    text = NULL;
out:
    free(text);
    fclose(file);
    return code;
}

int wp_ini_text_read(const char *path, size_t limit, char **out, size_t *length, struct wp_error *error) {
    char *text = NULL;
    int code;

    *out = NULL;
    code = read_all(path, limit, &text, length, error);
    if (code != 0)
        return code;
    if (*length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
        code = wp_error_at(error, WP_INPUT, path, 0, 0, "the file is saved as UTF-16; save it as UTF-8");
        goto out;
    }
    if (*length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        *length -= 3;
        memmove(text, text + 3, *length + 1);
    }
    if (!wp_is_utf8(text, *length))
        code = from_windows(path, &text, length, error);
    if (code == 0) {
        *out = text;
        text = NULL;
    }
out:
    free(text);
    return code;
}
