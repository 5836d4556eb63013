/* ratio_text.c: means and shares as text, by integers. */
#include "ratio_text.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

int64_t wp_ratio(int64_t sum, int64_t count, int decimals) {
    int64_t scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
    return count > 0 ? (2 * scale * sum + count) / (2 * count) : 0;
}

const char *wp_ratio_text(int64_t sum, int64_t count, int decimals, char buffer[WP_RATIO_TEXT]) {
    int64_t scale = decimals == 1 ? 10 : 100;
    buffer[0] = '\0';
    if (count > 0) {
        int64_t rounded = wp_ratio(sum, count, decimals);
        snprintf(buffer, WP_RATIO_TEXT, "%" PRId64 ".%0*" PRId64, rounded / scale, decimals, rounded % scale);
    }
    return buffer;
}

const char *wp_percent_text(int64_t part, int64_t whole, char buffer[WP_RATIO_TEXT]) {
    wp_ratio_text(100 * part, whole, 1, buffer);
    size_t length = strlen(buffer);
    if (length > 0)
        snprintf(buffer + length, WP_RATIO_TEXT - length, "%%");
    return buffer;
}
