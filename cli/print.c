/* print.c: errors and notices on standard error. */
#include "cli.h"
#include "terminal_style.h"
#include "translate.h"
#include <stdio.h>

/* `path:line:column: severity: message`; unknown parts are left out. */
static void print_line(const char *path, long line, int column, enum wp_severity severity,
                       const char *message) {
    const enum wp_style style = severity == WP_ERROR ? WP_STYLE_ERROR : WP_STYLE_PLAIN;
    const bool colours = wp_style_allowed(stderr);
    if (path != NULL && path[0] != '\0') {
        fprintf(stderr, "%s:", path);
        if (line > 0)
            fprintf(stderr, "%ld:", line);
        if (line > 0 && column > 0)
            fprintf(stderr, "%d:", column);
        fputc(' ', stderr);
    }
    wp_style_begin(stderr, colours, style);
    fputs(severity == WP_ERROR ? "error:" : "notice:", stderr);
    wp_style_end(stderr, colours, style);
    fprintf(stderr, " %s\n", message);
}

int wp_exit_status(int code) {
    switch (code) {
    case WP_OK:
        return WP_EXIT_DONE;
    case WP_USAGE:
        return WP_EXIT_USAGE;
    case WP_INPUT:
        return WP_EXIT_INPUT;
    default:
        return WP_EXIT_INTERNAL;
    }
}

int wp_print_error(const struct wp_error *error) {
    print_line(error->path, error->line, error->column, WP_ERROR, error->message);
    return wp_exit_status(error->code);
}

void wp_print_diagnostics(const struct wp_diagnostics *diagnostics, bool notices) {
    size_t printed = 0;

    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct wp_diagnostic *item = &diagnostics->items[i];

        if (item->severity == WP_NOTICE && !notices)
            continue;
        if (item->severity == WP_ERROR)
            printed++;
        print_line(item->location.path, item->location.line, item->location.column, item->severity,
                   item->message);
    }
    if (diagnostics->errors > printed)
        fprintf(stderr, _("%zu errors in all; the first %zu are shown\n"), diagnostics->errors, printed);
}
