/* decimal.h: numbers as cells write them. */
#ifndef WP_DECIMAL_H
#define WP_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

/* Digits with at most one decimal comma or point, perhaps with a minus; the number is mantissa / 10^decimals.
 * False where text is anything else, or has more than 15 digits: up to there a double holds the mantissa
 * exactly. */
bool wp_decimal_parse(const char *text, int64_t *mantissa, int *decimals);

#endif
