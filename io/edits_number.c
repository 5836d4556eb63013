/* edits_number.c: numbers are changed in whole hundredths, so that nothing is rounded but once. */
#include "edits_number.h"

#include "decimal.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define MOST_DIGITS 16                  /* that wp_decimal_parse takes, with a comma */
#define MOST        INT64_C(1000000000) /* hundredths: the product of two such numbers is far from overflow */
#define ALL_PERCENT 10000               /* 100 % in hundredths of a percent */

/* A number of at most two decimals and at most ten million, in hundredths. */
static bool parse_hundredths(const char *text, int64_t *hundredths) {
    int decimals;
    if (!wp_decimal_parse(text, hundredths, &decimals) || decimals > 2)
        return false;
    for (; decimals < 2; decimals++)
        *hundredths *= 10;
    return -MOST <= *hundredths && *hundredths <= MOST;
}

bool wp_number_change_parse(const char *value, struct wp_number_change *change) {
    char digits[MOST_DIGITS + 1] = "";
    size_t length = strlen(value);
    if (value[0] != '+' && value[0] != '-')
        return false;
    change->percent = value[length - 1] == '%';
    length -= change->percent ? 2 : 1;
    while (length > 0 && value[length] == ' ')
        length--;
    if (length == 0 || length >= sizeof digits || value[1] == '-')
        return false;
    memcpy(digits, value + 1, length);
    if (!parse_hundredths(digits, &change->hundredths))
        return false;
    if (value[0] == '-')
        change->hundredths = -change->hundredths;
    return true;
}

/* number / by, rounded half up: towards the greater where it stands between two. by is even and positive. */
static int64_t divide(int64_t number, int64_t by) {
    int64_t sum = number + by / 2;
    return sum / by - (sum % by < 0 ? 1 : 0);
}

bool wp_number_change_apply(const struct wp_number_change *change, enum wp_content content, const char *cell,
                            char text[WP_CHANGED_NUMBER]) {
    int64_t number, by = change->hundredths;
    if (!parse_hundredths(cell, &number))
        return false;
    bool whole = content == WP_WHOLE;
    if (whole && (strpbrk(cell, ",.") != NULL || (!change->percent && by % 100 != 0)))
        return false;
    if (change->percent) {
        /* From hundredths, or from whole numbers, to themselves: rounded once. */
        int64_t unit = whole ? 100 : 1;
        number = divide(number / unit * (ALL_PERCENT + by), ALL_PERCENT) * unit;
    } else {
        number += by;
    }
    if (whole)
        snprintf(text, WP_CHANGED_NUMBER, "%" PRId64, number / 100);
    else
        snprintf(text, WP_CHANGED_NUMBER, "%s%" PRId64 ".%02" PRId64, number < 0 ? "-" : "",
                 (number < 0 ? -number : number) / 100, (number < 0 ? -number : number) % 100);
    return true;
}

int64_t wp_number_change_of_count(const struct wp_number_change *change, int64_t count) {
    int64_t size = change->hundredths < 0 ? -change->hundredths : change->hundredths;
    return change->percent ? divide(count * size, ALL_PERCENT) : size / 100;
}
