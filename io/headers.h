/* headers.h: which field of a file is which column of its table. */
#ifndef WP_HEADERS_H
#define WP_HEADERS_H

#include "table.h"

/* Fills field_of and field_at from the header row and [columns]. Reports columns given twice, missing, mapped
 * in vain and, in one notice, unknown. False when the file's rows cannot be read so. */
bool wp_headers_find(struct wp_table_file *file);

/* Reports the mappings of tables for which no file is given. */
void wp_headers_check_mappings(struct wp_reading *reading,
                               const struct wp_table_kind *const kinds[WP_TABLE_COUNT]);

#endif
