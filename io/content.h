/* content.h: what the tables say, as one checksum: two rounds with the same settings and the same checksum
 * are the same round. */
#ifndef WP_CONTENT_H
#define WP_CONTENT_H

#include "sha256_text.h"
#include "table.h"

/* SHA-256, in lower-case hexadecimal, of all cells that are read: file after file its table, its columns, and
 * its rows in the order of the file. Columns that nothing is read from do not count. */
void wp_content_sign(struct wp_table_file *files, int count, char sha256[WP_SHA256_TEXT]);

#endif
