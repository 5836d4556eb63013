/* mapping.h: one line of [columns]: a header of the user's stands for one of ours. */
#ifndef WP_MAPPING_H
#define WP_MAPPING_H

#include "arena.h"
#include "diagnostics.h"
#include "settings.h"

/* Reads "students.id" = header into settings->mappings; a column that is mapped already gets the new header.
 * Whatever is wrong goes to diagnostics. Returns 0, or WP_INTERNAL when memory runs out. */
int wp_mapping_read(const char *name, const char *header, struct wp_location where,
                    struct wp_settings *settings, struct wp_arena *arena, struct wp_diagnostics *diagnostics);

#endif
