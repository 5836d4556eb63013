/* pseudonyms_file.c: the secret that pseudonyms are made with, in a file of its own. */
#include "pseudonyms.h"
#include "whole_file.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

/* Two hexadecimal digits a byte, and white space. */
#define FILE_ROOM 256

static int digit_value(int letter) {
    static const char digits[] = "0123456789abcdef";
    const char *at = letter ? strchr(digits, letter) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* False if text is no secret: too short, too long, or with anything but digits. White space behind it is what
 * editors and mail leave. */
static bool decode(const char *text, size_t length, struct wp_pseudonyms *out) {
    while (length > 0 && strchr(" \r\n", text[length - 1]))
        length--;
    if (length != 2 * sizeof out->secret)
        return false;
    for (size_t i = 0; i < sizeof out->secret; i++) {
        int high = digit_value(text[2 * i]), low = digit_value(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out->secret[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

int wp_pseudonyms_read(const char *path, struct wp_pseudonyms *out, bool *found, struct wp_error *error) {
    char text[FILE_ROOM];
    FILE *stream = fopen(path, "rb");
    *found = stream || errno != ENOENT;
    if (!*found)
        return 0;
    if (!stream)
        return wp_error_at(error, WP_INPUT, path, 0, 0, "cannot be read: %s", strerror(errno));
    size_t length = fread(text, 1, sizeof text, stream);
    int failure = ferror(stream) ? errno : 0;
    (void)fclose(stream);
    if (failure)
        return wp_error_at(error, WP_INPUT, path, 0, 0, "cannot be read: %s", strerror(failure));
    if (length == sizeof text || !decode(text, length, out))
        return wp_error_at(error, WP_INPUT, path, 0, 0,
                           "is not a secret for pseudonyms, which is one line of %zu letters and digits; put "
                           "the right file there, or move it away and a new one is made",
                           2 * sizeof out->secret);
    return 0;
}

static int write_secret(struct wp_whole_file *file, const struct wp_pseudonyms *pseudonyms,
                        struct wp_error *error) {
    for (size_t i = 0; i < sizeof pseudonyms->secret; i++)
        fprintf(file->stream, "%02x", pseudonyms->secret[i]);
    fputc('\n', file->stream);
    return wp_whole_file_commit(file, error);
}

int wp_pseudonyms_make(const char *path, struct wp_pseudonyms *out, bool *made, struct wp_error *error) {
    struct wp_whole_file file;
    bool found = false;
    *made = false;
    int code = wp_whole_file_begin(path, &file, error);
    if (code != 0)
        return code;
    /* Whoever makes the file holds the lock that wp_whole_file_begin waits for: look again. */
    code = wp_pseudonyms_read(path, out, &found, error);
    if (code == 0 && !found) {
        if (getrandom(out->secret, sizeof out->secret, 0) == (ssize_t)sizeof out->secret)
            code = write_secret(&file, out, error);
        else
            code = wp_error_set(error, WP_INTERNAL, "the system gave no random numbers: %s", strerror(errno));
        *made = code == 0;
    }
    wp_whole_file_free(&file);
    return code;
}
