/* values.c: the texts of round.ini as numbers, dates and lists. */
#include "values.h"
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool wp_value_integer(const char *text, int64_t *out) {
    bool negative = *text == '-';
    int64_t value = 0;

    if (*text == '-' || *text == '+')
        text++;
    if (!is_digit(*text))
        return false;
    for (; is_digit(*text); text++) {
        int digit = *text - '0';

        /* Counting downwards for negative numbers reaches INT64_MIN without overflow. */
        if (negative ? value < (INT64_MIN + digit) / 10 : value > (INT64_MAX - digit) / 10)
            return false;
        value = negative ? value * 10 - digit : value * 10 + digit;
    }
    if (*text != '\0')
        return false;
    *out = value;
    return true;
}

/* Reads [+-]digits[(.|,)digits] up to *end as `digits` · 10^-decimals. */
static bool scan_decimal(const char *text, const char **end, int64_t *digits, int *decimals) {
    bool negative = *text == '-';
    int count = 0;
    int64_t value = 0;

    if (*text == '-' || *text == '+')
        text++;
    if (!is_digit(*text))
        return false;
    *decimals = 0;
    for (bool fraction = false; is_digit(*text) || (!fraction && (*text == ',' || *text == '.')); text++) {
        if (!is_digit(*text)) {
            fraction = true;
            if (!is_digit(text[1]))
                return false;
            continue;
        }
        value = value * 10 + (*text - '0');
        if (value > 0)
            count++;
        if (count > 15)
            return false;
        if (fraction)
            (*decimals)++;
    }
    if (*decimals > 15)
        return false;
    *digits = negative ? -value : value;
    *end = text;
    return true;
}

bool wp_value_number(const char *text, double *out) {
    int64_t digits;
    int decimals;
    const char *end;
    double scale = 1;

    if (!scan_decimal(text, &end, &digits, &decimals) || *end != '\0')
        return false;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    /* Both are exact (below 2^53 and 10^22), so the quotient is the nearest double. */
    *out = (double)digits / scale;
    return true;
}

bool wp_value_percent(const char *text, int *out) {
    int64_t digits;
    int decimals;
    const char *end;

    if (!scan_decimal(text, &end, &digits, &decimals) || decimals > 2)
        return false;
    while (*end == ' ')
        end++;
    if (strcmp(end, "%") != 0)
        return false;
    for (; decimals < 2; decimals++) {
        if (digits > INT32_MAX || digits < -INT32_MAX)
            return false;
        digits *= 10;
    }
    if (digits > INT32_MAX || digits < -INT32_MAX)
        return false;
    *out = (int)digits;
    return true;
}

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool wp_value_day(const char *text, wp_day *out) {
    int year, month, day;
    wp_day number = 0;

    if (strlen(text) != 10)
        return false;
    for (int i = 0; i < 10; i++) {
        if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i]))
            return false;
    }
    year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    month = (text[5] - '0') * 10 + (text[6] - '0');
    day = (text[8] - '0') * 10 + (text[9] - '0');
    if (year < 1900 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return false;
    for (int y = 1970; y < year; y++)
        number += is_leap(y) ? 366 : 365;
    for (int y = year; y < 1970; y++)
        number -= is_leap(y) ? 366 : 365;
    for (int m = 1; m < month; m++)
        number += days_in_month(year, m);
    *out = number + day - 1;
    return true;
}

char *wp_value_trim(char *text) {
    size_t length;

    text += strspn(text, " \t");
    length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    text[length] = '\0';
    return text;
}

void wp_value_lower(char *text) {
    for (; *text != '\0'; text++) {
        if (*text >= 'A' && *text <= 'Z')
            *text = (char)(*text - 'A' + 'a');
    }
}

const char *const *wp_value_list(const char *text, struct wp_arena *arena) {
    const char *separators = strchr(text, '|') != NULL ? "|" : ",;";
    const char **items;
    size_t count = 1;

    for (const char *at = text; *at != '\0'; at++) {
        if (strchr(separators, *at) != NULL)
            count++;
    }
    items = wp_arena_alloc(arena, count + 1, sizeof *items);
    for (size_t i = 0; items != NULL && i < count; i++) {
        size_t length = strcspn(text, separators);
        char *item = wp_arena_copy(arena, text, length);

        if (item == NULL)
            return NULL;
        items[i] = wp_value_trim(item);
        text += length + 1;
    }
    return items;
}

const char *wp_value_excerpt(const char *text, char buffer[WP_EXCERPT]) {
    static const char more[] = "…";
    size_t length = strlen(text);

    if (length < WP_EXCERPT) {
        memcpy(buffer, text, length + 1);
        return buffer;
    }
    length = WP_EXCERPT - sizeof more;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(buffer, text, length);
    memcpy(buffer + length, more, sizeof more);
    return buffer;
}
