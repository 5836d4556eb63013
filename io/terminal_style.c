/* terminal_style.c: colours on a terminal. */
#define _XOPEN_SOURCE 700 /* fileno */
#include "terminal_style.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The eight colours that every terminal has, as its owner has set them. */
static const char *const codes[] = {[WP_STYLE_PLAIN] = "",
                                    [WP_STYLE_TITLE] = "\033[1m",
                                    [WP_STYLE_PROVEN] = "\033[1;32m",
                                    [WP_STYLE_NOT_PROVEN] = "\033[33m",
                                    [WP_STYLE_ERROR] = "\033[1;31m",
                                    [WP_STYLE_FIRST_CHOICE] = "\033[32m",
                                    [WP_STYLE_SECOND_CHOICE] = "\033[36m",
                                    [WP_STYLE_THIRD_CHOICE] = "\033[34m",
                                    [WP_STYLE_LATER_CHOICE] = "\033[33m",
                                    [WP_STYLE_UNLISTED] = "\033[35m",
                                    [WP_STYLE_NOT_PLACED] = "\033[31m"};

bool wp_style_allowed(FILE *out) {
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(fileno(out)) == 1 && (refused == NULL || *refused == '\0') && terminal != NULL &&
           *terminal != '\0' && strcmp(terminal, "dumb") != 0;
}

void wp_style_begin(FILE *out, bool colours, enum wp_style style) {
    if (colours)
        fputs(codes[style], out);
}

void wp_style_end(FILE *out, bool colours, enum wp_style style) {
    if (colours && style != WP_STYLE_PLAIN)
        fputs("\033[0m", out);
}
