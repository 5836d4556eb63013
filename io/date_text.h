/* date_text.h: a calendar day as people and JSON write it. */
#ifndef WP_DATE_TEXT_H
#define WP_DATE_TEXT_H

#include "settings.h"
#include <time.h>

#define WP_DATE_TEXT 16

/* "2026-09-01"; "" for WP_NO_DAY. Returns buffer. */
const char *wp_date_text(wp_day day, char buffer[WP_DATE_TEXT]);

/* A moment for files, in UTC: "2026-09-01T08:30:00Z". Returns buffer. */
#define WP_MOMENT_TEXT 32
const char *wp_moment_text(time_t at, char buffer[WP_MOMENT_TEXT]);

/* In the language in use, the second with its weekday: "2 February 2026", "Monday 2 February 2026". "" for
 * WP_NO_DAY. Both return buffer. */
#define WP_DATE_WORDS 96
const char *wp_date_words(wp_day day, char buffer[WP_DATE_WORDS]);
const char *wp_date_words_with_weekday(wp_day day, char buffer[WP_DATE_WORDS]);

#endif
