/* terminal_style.h: colours on a terminal. They only underline what the words say. */
#ifndef WP_TERMINAL_STYLE_H
#define WP_TERMINAL_STYLE_H

#include <stdbool.h>
#include <stdio.h>

enum wp_style {
    WP_STYLE_PLAIN,
    WP_STYLE_TITLE,
    WP_STYLE_PROVEN,
    WP_STYLE_NOT_PROVEN,
    WP_STYLE_ERROR,
    WP_STYLE_FIRST_CHOICE,
    WP_STYLE_SECOND_CHOICE,
    WP_STYLE_THIRD_CHOICE,
    WP_STYLE_LATER_CHOICE,
    WP_STYLE_UNLISTED,
    WP_STYLE_NOT_PLACED
};

/* May what is written there have colours? Only on a terminal that can show them (TERM is set and not "dumb"),
 * and not where the person has set NO_COLOR to anything. */
bool wp_style_allowed(FILE *out);

/* From here on, until wp_style_end; without `colours` neither writes anything. */
void wp_style_begin(FILE *out, bool colours, enum wp_style style);
void wp_style_end(FILE *out, bool colours, enum wp_style style);

#endif
