/* dates.h: calendar days and the moments at which forms were filled in. */
#ifndef WP_DATES_H
#define WP_DATES_H

#include "settings.h"
#include <stdbool.h>

/* 2026-09-01, 1-9-2026 or 01/09/2026: day before month, as the Dutch write it; perhaps with 00:00 behind it.
 * False if text is no such day. */
bool wp_date_parse(const char *text, wp_day *out);

/* The ways in which forms' exports write a moment. */
enum wp_moment_style {
    WP_MOMENT_ISO,        /* 2026-09-01 13:05(:09), or with T, or the day alone */
    WP_MOMENT_ISO_ZONE,   /* the same, with Z or +02:00 */
    WP_MOMENT_DUTCH,      /* 1-9-2026 13:05(:09), or the day alone */
    WP_MOMENT_US,         /* 9/1/2026 1:05:09 PM */
    WP_MOMENT_YEAR_FIRST, /* 2026/09/01 1:05:09 PM GMT+2, or CEST */
    WP_MOMENT_AMBIGUOUS   /* 9/1/2026 13:05, 9/1/26: which number is the month? */
};

#define WP_NO_MOMENT INT64_MIN

/* Only moments of one style can be compared. */
struct wp_moment {
    enum wp_moment_style style;
    /* Seconds since 1970, by the clock that wrote it, or in UTC where the text has a zone. Where the style is
     * ambiguous, as read with the day first and with the month first, WP_NO_MOMENT if there is no such day;
     * else twice the same. */
    int64_t readings[2];
};

/* False if text is no moment. */
bool wp_moment_parse(const char *text, struct wp_moment *out);

#endif
