/* error.c: records a failure; the first one wins. */
#include "error.h"
#include "translate.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* What error.h tells the static analyzer would stand in the way of the definitions. */
#undef wp_error_set
#undef wp_error_at
#undef wp_error_memory

static int is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

void wp_error_trim(char *text) {
    size_t length = strlen(text);
    size_t start = length;
    unsigned char lead;
    size_t wanted;

    while (start > 0 && length - start < 3 && is_continuation(text[start - 1]))
        start--;
    if (start == 0)
        return;
    lead = (unsigned char)text[--start];
    wanted = lead >= 0xF0u ? 4 : lead >= 0xE0u ? 3 : lead >= 0xC0u ? 2 : 1;
    if (length - start < wanted)
        text[start] = '\0';
}

/* The end of a path tells more than its beginning. */
static void copy_path(char *to, size_t size, const char *path) {
    static const char cut[] = "...";
    size_t length = strlen(path);

    if (length < size) {
        memcpy(to, path, length + 1);
        return;
    }
    path += length - (size - sizeof cut);
    while (is_continuation(*path))
        path++;
    snprintf(to, size, "%s%s", cut, path);
}

/* Notes code and place; false if there is nothing to record, because nobody listens or an earlier error
 * stands. */
static bool claim(struct wp_error *error, int code, const char *path, long line, int column) {
    if (!error || error->code != 0)
        return false;
    error->code = code;
    error->line = line;
    error->column = column;
    copy_path(error->path, sizeof error->path, path ? path : "");
    return true;
}

/* length: that of the whole message, whether or not it fitted. */
static void tidy_message(struct wp_error *error, int length) {
    if (length >= (int)sizeof error->message)
        wp_error_trim(error->message);
    /* A message is one line, whatever a quoted cell held. */
    for (char *c = error->message; *c; c++) {
        if ((unsigned char)*c < ' ')
            *c = ' ';
    }
}

int wp_error_set(struct wp_error *error, int code, const char *format, ...) {
    va_list arguments;

    if (!claim(error, code, NULL, 0, 0))
        return code;
    va_start(arguments, format);
    tidy_message(error, vsnprintf(error->message, sizeof error->message, _(format), arguments));
    va_end(arguments);
    return code;
}

int wp_error_at(struct wp_error *error, int code, const char *path, long line, int column, const char *format,
                ...) {
    va_list arguments;

    if (!claim(error, code, path, line, column))
        return code;
    va_start(arguments, format);
    tidy_message(error, vsnprintf(error->message, sizeof error->message, _(format), arguments));
    va_end(arguments);
    return code;
}

int wp_error_memory(struct wp_error *error) {
    return wp_error_set(error, WP_INTERNAL, "there is not enough memory");
}
