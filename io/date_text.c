/* date_text.c: a calendar day as people and JSON write it. */
#include "date_text.h"
#include <time.h>

const char *wp_date_text(wp_day day, char buffer[WP_DATE_TEXT]) {
    time_t seconds = (time_t)day * 86400;
    struct tm date;
    buffer[0] = '\0';
    if (day != WP_NO_DAY && gmtime_r(&seconds, &date) &&
        strftime(buffer, WP_DATE_TEXT, "%Y-%m-%d", &date) == 0)
        buffer[0] = '\0';
    return buffer;
}
