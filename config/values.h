/* values.h: the texts of round.ini as numbers, dates and lists: no octal, no trailing rest, no overflow,
 * decimal comma or point. */
#ifndef WP_VALUES_H
#define WP_VALUES_H

#include "arena.h"
#include "settings.h"
#include <stdbool.h>
#include <stdint.h>

/* Each returns false, and leaves *out alone, when the whole text is not such a value. */

bool wp_value_integer(const char *text, int64_t *out);
/* Digits with a decimal comma or point, at most 15 digits; no exponent. */
bool wp_value_number(const char *text, double *out);
/* "40%", "2,5 %": hundredths of a percent; at most two decimals. */
bool wp_value_percent(const char *text, int *out);
/* "2026-09-01", of the calendar. */
bool wp_value_day(const char *text, wp_day *out);

/* The items between `|`, or, where there is none, between `,` and `;`, without white space around them: a
 * NULL-terminated array in the arena, or NULL when memory runs out. An empty item stays, as "". */
const char *const *wp_value_list(const char *text, struct wp_arena *arena);

/* In place: without the white space around it, which is returned; ASCII letters in lower case. */
char *wp_value_trim(char *text);
void wp_value_lower(char *text);

/* A value for a message: cut after about 60 bytes, at a character's end. */
#define WP_EXCERPT 72
const char *wp_value_excerpt(const char *text, char buffer[WP_EXCERPT]);

#endif
