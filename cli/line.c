/* line.c: one line of progress on standard error, cut to the terminal's width. */
#define _DEFAULT_SOURCE /* struct winsize */
#include "line.h"
#include "display_width.h"
#include "terminal_text.h"
#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void wp_line_begin(struct wp_line *line) {
    struct winsize size = {0};
    line->text[0] = '\0';
    line->columns = WP_TERMINAL_WIDTH;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1)
        line->columns = size.ws_col - 1u;
}

void wp_line_add(struct wp_line *line, const char *format, ...) {
    size_t length = strlen(line->text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line->text + length, WP_LINE_SIZE - length, format, arguments);
    va_end(arguments);
    wp_error_trim(line->text);
}

void wp_line_add_text(struct wp_line *line, const char *text, size_t columns) {
    char cut[WP_LINE_SIZE];
    wp_line_add(line, "%s", wp_text_short(text, columns, cut, sizeof cut));
}

void wp_line_print(const struct wp_line *line) {
    wp_text_put(stderr, line->text, wp_display_first(line->text, line->columns));
}
