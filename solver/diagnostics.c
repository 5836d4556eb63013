/* diagnostics.c: collects errors and notices in the order in which they are found. */
#include "diagnostics.h"
#include "message.h"
#include "translate.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct wp_diagnostic *next_item(struct wp_diagnostics *diagnostics) {
    if (diagnostics->count == diagnostics->capacity) {
        size_t capacity = diagnostics->capacity ? 2 * diagnostics->capacity : 16;
        struct wp_diagnostic *items;

        if (capacity > SIZE_MAX / sizeof *items)
            return NULL;
        items = realloc(diagnostics->items, capacity * sizeof *items);
        if (!items)
            return NULL;
        diagnostics->items = items;
        diagnostics->capacity = capacity;
    }
    return &diagnostics->items[diagnostics->count];
}

/* Takes the message; without one, or without memory, only the caller's count tells. */
static void add(struct wp_diagnostics *diagnostics, enum wp_severity severity, struct wp_location where,
                char *message) {
    struct wp_diagnostic *item = message ? next_item(diagnostics) : NULL;

    if (!item) {
        free(message);
        return;
    }
    *item = (struct wp_diagnostic){severity, where, message};
    diagnostics->count++;
}

void wp_diagnostics_error(struct wp_diagnostics *diagnostics, struct wp_location where, const char *format,
                          ...) {
    va_list arguments;

    if (++diagnostics->errors > WP_MAX_ERRORS)
        return;
    va_start(arguments, format);
    add(diagnostics, WP_ERROR, where, wp_message(_(format), arguments));
    va_end(arguments);
}

void wp_diagnostics_notice(struct wp_diagnostics *diagnostics, struct wp_location where, const char *format,
                           ...) {
    va_list arguments;

    diagnostics->notices++;
    va_start(arguments, format);
    add(diagnostics, WP_NOTICE, where, wp_message(_(format), arguments));
    va_end(arguments);
}

const char *wp_location_line(struct wp_location other, struct wp_location here,
                             char buffer[WP_LOCATION_LINE]) {
    if (other.path == NULL || (here.path != NULL && strcmp(other.path, here.path) == 0))
        snprintf(buffer, WP_LOCATION_LINE, _("line %ld"), other.line);
    else
        snprintf(buffer, WP_LOCATION_LINE, _("line %ld of %s"), other.line, other.path);
    wp_error_trim(buffer);
    return buffer;
}

void wp_diagnostics_clear(struct wp_diagnostics *diagnostics) {
    if (!diagnostics)
        return;
    for (size_t i = 0; i < diagnostics->count; i++)
        free(diagnostics->items[i].message);
    free(diagnostics->items);
    *diagnostics = (struct wp_diagnostics){0};
}
