/* mix.h: how many students of each programme a project takes. */
#ifndef WP_MIX_H
#define WP_MIX_H

#include "table.h"

/* Reads a cell such as "SW:1-3|NUR:1-" or "2+" into the project; reports what is wrong with it. */
void wp_mix_read(struct wp_table_file *file, int column, struct wp_project *project);

#endif
