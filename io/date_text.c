/* date_text.c: a calendar day as people and JSON write it. */
#include "date_text.h"
#include "language.h"
#include "week_text.h"
#include <stdio.h>
#include <time.h>

static bool split(wp_day day, struct tm *date) {
    time_t seconds = (time_t)day * 86400;
    return day != WP_NO_DAY && gmtime_r(&seconds, date);
}

const char *wp_date_text(wp_day day, char buffer[WP_DATE_TEXT]) {
    struct tm date;
    buffer[0] = '\0';
    if (split(day, &date) && strftime(buffer, WP_DATE_TEXT, "%Y-%m-%d", &date) == 0)
        buffer[0] = '\0';
    return buffer;
}

const char *wp_moment_text(time_t at, char buffer[WP_MOMENT_TEXT]) {
    struct tm moment;
    buffer[0] = '\0';
    if (gmtime_r(&at, &moment) && strftime(buffer, WP_MOMENT_TEXT, "%Y-%m-%dT%H:%M:%SZ", &moment) == 0)
        buffer[0] = '\0';
    return buffer;
}

static const char *const months[] = {N_("January"),   N_("February"), N_("March"),    N_("April"),
                                     N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                     N_("September"), N_("October"),  N_("November"), N_("December")};

const char *wp_date_words(wp_day day, char buffer[WP_DATE_WORDS]) {
    struct tm date;
    buffer[0] = '\0';
    if (split(day, &date))
        /* For translators: day of the month, name of the month, year. */
        snprintf(buffer, WP_DATE_WORDS, _("%d %s %d"), date.tm_mday, _(months[date.tm_mon]),
                 date.tm_year + 1900);
    return buffer;
}

const char *wp_date_words_with_weekday(wp_day day, char buffer[WP_DATE_WORDS]) {
    struct tm date;
    buffer[0] = '\0';
    if (split(day, &date))
        /* For translators: weekday, day of the month, name of the month, year. */
        snprintf(buffer, WP_DATE_WORDS, _("%s %d %s %d"), wp_weekday_words((date.tm_wday + 6) % 7),
                 date.tm_mday, _(months[date.tm_mon]), date.tm_year + 1900);
    return buffer;
}
