/* dates.c: dates are read by pattern, never by guess. */
#include "dates.h"

#include <string.h>

/* Number of the day of the Gregorian calendar; false if there is no such day. */
static bool day_number(int year, int month, int day, wp_day *out) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (day > lengths[month - 1] + (leap && month == 2))
        return false;
    int past = year - 1;
    int since_year_1 = 365 * past + past / 4 - past / 100 + past / 400;
    *out = since_year_1 + before[month - 1] + (leap && month > 2) + day - 1 - 719162;
    return true;
}

/* Reads least to most digits and steps over them. */
static bool read_number(const char **at, int least, int most, int *out) {
    int digits = 0, value = 0;
    while (digits < most && **at >= '0' && **at <= '9') {
        value = value * 10 + (**at - '0');
        ++*at;
        digits++;
    }
    *out = value;
    return digits >= least && (**at < '0' || **at > '9');
}

static bool read_letter(const char **at, char letter) {
    if (**at != letter)
        return false;
    ++*at;
    return true;
}

/* year, month, day in the order of the fields, separated by mark; the year has four digits, the others one or
 * two. */
static bool read_day(const char **at, char mark, int *first, int *second, int *third, bool year_first) {
    return read_number(at, year_first ? 4 : 1, year_first ? 4 : 2, first) && read_letter(at, mark) &&
           read_number(at, 1, 2, second) && read_letter(at, mark) &&
           read_number(at, year_first ? 1 : 4, year_first ? 2 : 4, third);
}

/* Nothing, or the midnight that a spreadsheet adds to a day. */
static bool is_midnight(const char *at) {
    static const char *const midnights[] = {"", " 0:00", " 00:00", " 0:00:00", " 00:00:00", "T00:00:00"};
    for (size_t k = 0; k < sizeof midnights / sizeof midnights[0]; k++)
        if (strcmp(at, midnights[k]) == 0)
            return true;
    return false;
}

bool wp_date_parse(const char *text, wp_day *out) {
    int a, b, c;
    const char *at = text;
    if (read_day(&at, '-', &a, &b, &c, true) && is_midnight(at))
        return day_number(a, b, c, out);
    for (const char *mark = "-/"; *mark != '\0'; mark++) {
        at = text;
        if (read_day(&at, *mark, &a, &b, &c, false) && is_midnight(at))
            return day_number(c, b, a, out);
    }
    return false;
}

/* h:mm or h:mm:ss, parts of a second left out. */
static bool read_time(const char **at, int *hour, int *seconds) {
    int minute, second = 0, fraction;
    if (!read_number(at, 1, 2, hour) || !read_letter(at, ':') || !read_number(at, 2, 2, &minute))
        return false;
    if (read_letter(at, ':') && !read_number(at, 2, 2, &second))
        return false;
    if ((**at == '.' || **at == ',') && !(++*at, read_number(at, 1, 9, &fraction)))
        return false;
    *seconds = minute * 60 + second;
    return *hour <= 23 && minute <= 59 && second <= 59;
}

/* AM or PM, or a.m. or p.m., after a time on a clock of twelve hours. */
static bool read_half(const char **at, int *hour) {
    *at += strspn(*at, " ");
    bool afternoon = **at == 'P' || **at == 'p';
    if (!afternoon && **at != 'A' && **at != 'a')
        return false;
    ++*at;
    bool dotted = read_letter(at, '.');
    if (!read_letter(at, 'M') && !read_letter(at, 'm'))
        return false;
    if (dotted && !read_letter(at, '.'))
        return false;
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/* +02:00, +0200, +2 or nothing after the name of the zone; seconds east of Greenwich. */
static bool read_offset(const char **at, int *offset) {
    int hours = 0, minutes = 0;
    *offset = 0;
    int sign = **at == '-' ? -1 : 1;
    if (**at != '+' && **at != '-')
        return true;
    ++*at;
    if (strspn(*at, "0123456789") == 4) {
        int both;
        read_number(at, 4, 4, &both);
        hours = both / 100;
        minutes = both % 100;
    } else if (!read_number(at, 1, 2, &hours) || (read_letter(at, ':') && !read_number(at, 2, 2, &minutes))) {
        return false;
    }
    *offset = sign * (hours * 3600 + minutes * 60);
    return hours <= 14 && minutes <= 59;
}

/* The name of a European zone; seconds east of Greenwich. */
static bool read_zone(const char **at, int *offset) {
    static const struct {
        const char *name;
        int hours;
    } zones[] = {{"GMT", 0},  {"UTC", 0}, {"WET", 0},  {"WEST", 1},
                 {"CEST", 2}, {"CET", 1}, {"EEST", 3}, {"EET", 2}};
    for (size_t k = 0; k < sizeof zones / sizeof zones[0]; k++) {
        size_t length = strlen(zones[k].name);
        if (strncmp(*at, zones[k].name, length) != 0)
            continue;
        *at += length;
        if (k < 2)
            return read_offset(at, offset);
        *offset = zones[k].hours * 3600;
        return true;
    }
    return false;
}

/* The clock's time after the day, in the style's way; what is left must be nothing. */
static bool read_clock(const char *at, enum wp_moment_style *style, int *seconds) {
    int hour, rest, offset = 0;
    *seconds = 0;
    if (*at == '\0' && (*style == WP_MOMENT_ISO || *style == WP_MOMENT_DUTCH))
        return true;
    if (*at == 'T' && *style == WP_MOMENT_ISO)
        at++;
    else if (*at == ' ')
        at += strspn(at, " ");
    else
        return false;
    if (!read_time(&at, &hour, &rest))
        return false;
    if ((*style == WP_MOMENT_US || *style == WP_MOMENT_YEAR_FIRST) && !read_half(&at, &hour))
        return false;
    if (*style == WP_MOMENT_YEAR_FIRST) {
        at += strspn(at, " ");
        if (!read_zone(&at, &offset))
            return false;
    } else if (*style == WP_MOMENT_ISO && *at != '\0') {
        *style = WP_MOMENT_ISO_ZONE;
        if (!read_letter(&at, 'Z') && (*at == '\0' || !read_offset(&at, &offset)))
            return false;
    }
    *seconds = hour * 3600 + rest - offset;
    return *at == '\0';
}

/* A day of slashes or a year of two digits, with a clock of 24 hours, of 12 or none: which number is the
 * month? */
static bool read_ambiguous(const char *at, struct wp_moment *out) {
    int first, second, year, hour = 0, rest = 0;
    char mark = '/';
    if (!read_number(&at, 1, 2, &first))
        return false;
    if (*at == '-' || *at == '.')
        mark = *at;
    if (!read_letter(&at, mark) || !read_number(&at, 1, 2, &second) || !read_letter(&at, mark))
        return false;
    const char *digits = at;
    if (!read_number(&at, 2, 4, &year) || at - digits == 3)
        return false;
    year += at - digits == 2 ? 2000 : 0;
    at += strspn(at, ", ");
    if (*at != '\0' && !read_time(&at, &hour, &rest))
        return false;
    if (*at != '\0' && (!read_half(&at, &hour) || *at != '\0'))
        return false;
    out->style = WP_MOMENT_AMBIGUOUS;
    for (int r = 0; r < 2; r++) {
        wp_day day;
        bool known = r == 0 ? day_number(year, second, first, &day) : day_number(year, first, second, &day);
        out->readings[r] = known ? (int64_t)day * 86400 + (int64_t)hour * 3600 + rest : WP_NO_MOMENT;
    }
    return out->readings[0] != WP_NO_MOMENT || out->readings[1] != WP_NO_MOMENT;
}

bool wp_moment_parse(const char *text, struct wp_moment *out) {
    static const struct {
        enum wp_moment_style style;
        char mark;
        bool year_first;
    } ways[] = {{WP_MOMENT_ISO, '-', true},
                {WP_MOMENT_DUTCH, '-', false},
                {WP_MOMENT_US, '/', false},
                {WP_MOMENT_YEAR_FIRST, '/', true}};
    for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++) {
        const char *at = text;
        int a, b, c, seconds;
        wp_day day;
        if (!read_day(&at, ways[k].mark, &a, &b, &c, ways[k].year_first))
            continue;
        out->style = ways[k].style;
        int year = ways[k].year_first ? a : c;
        int month = out->style == WP_MOMENT_US ? a : b;
        int day_of_month = ways[k].year_first ? c : out->style == WP_MOMENT_US ? b : a;
        if (!read_clock(at, &out->style, &seconds) || !day_number(year, month, day_of_month, &day))
            break;
        out->readings[0] = out->readings[1] = (int64_t)day * 86400 + seconds;
        return true;
    }
    return read_ambiguous(text, out);
}
