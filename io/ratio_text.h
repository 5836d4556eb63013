/* ratio_text.h: means and shares as text, by integers, so that they are the same on every machine. */
#ifndef WP_RATIO_TEXT_H
#define WP_RATIO_TEXT_H

#include <stdint.h>

#define WP_RATIO_TEXT 32

/* sum / count with so many decimals (1 or 2) and a point, rounded half up; "" if count is 0. Neither is
 * negative; sum is below 1e15. Returns buffer. */
const char *wp_ratio_text(int64_t sum, int64_t count, int decimals, char buffer[WP_RATIO_TEXT]);

/* The share of `part` in `whole` as "57.9%"; "" if whole is 0. Returns buffer. */
const char *wp_percent_text(int64_t part, int64_t whole, char buffer[WP_RATIO_TEXT]);

#endif
