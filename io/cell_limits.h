/* cell_limits.h: the largest numbers that make sense in a table; small enough that sums of them never
 * overflow. */
#ifndef WP_CELL_LIMITS_H
#define WP_CELL_LIMITS_H

#define WP_MOST_HEADS   1000000
#define WP_MOST_LOAD    (100 * WP_MOST_HEADS) /* hundredths */
#define WP_MOST_MINUTES 10000

#endif
