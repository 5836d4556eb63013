/* ratio_text.h: means and shares as text, by integers, so that they are the same on every machine. */
#ifndef WP_RATIO_TEXT_H
#define WP_RATIO_TEXT_H

#include <stdint.h>

#define WP_RATIO_TEXT 32

/* sum / count in units of the last of so many decimals (0 to 2), rounded half up; 0 if count is 0. Neither is
 * negative; sum is below 1e15. */
int64_t wp_ratio(int64_t sum, int64_t count, int decimals);

/* sum / count with so many decimals (1 or 2) and a point, as wp_ratio rounds; "" if count is 0. Returns
 * buffer. */
const char *wp_ratio_text(int64_t sum, int64_t count, int decimals, char buffer[WP_RATIO_TEXT]);

/* The share of `part` in `whole` as "57.9%"; "" if whole is 0. Returns buffer. */
const char *wp_percent_text(int64_t part, int64_t whole, char buffer[WP_RATIO_TEXT]);

#endif
