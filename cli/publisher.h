/* publisher.h: who publishes, and when. */
#ifndef WP_CLI_PUBLISHER_H
#define WP_CLI_PUBLISHER_H

#include "error.h"
#include <stddef.h>
#include <time.h>

/* The full name of who is logged in, else her login name; "" where the system knows neither. Returns buffer.
 */
const char *wp_publisher_name(char *buffer, size_t size);

/* Now; or the second that SOURCE_DATE_EPOCH names, so that the same plan gives the same bytes. WP_USAGE if
 * that is no number of seconds. */
int wp_publisher_moment(time_t *at, struct wp_error *error);

#endif
