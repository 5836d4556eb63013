/* workbook_check.h: is a finished workbook whole? */
#ifndef WP_WORKBOOK_CHECK_H
#define WP_WORKBOOK_CHECK_H

#include "error.h"
#include <stdbool.h>

/* Looks whether every part of the file ends as it should, and all its sheets together have so many rows.
 * WP_INTERNAL where they do not: the disk was full. */
int wp_workbook_check(const char *path, long rows, struct wp_error *error);

#endif
