/* config.h: round.ini and --set become settings. */
#ifndef WP_CONFIG_H
#define WP_CONFIG_H

#include "diagnostics.h"
#include "settings.h"

/* Reads round.ini strictly, then applies the overrides ("section.key=value", in order; their location is the
 * path "--set" and their number as line). All that is wrong goes to diagnostics; the caller looks at
 * diagnostics->errors before using *out. path must outlive the settings and the diagnostics. Returns 0, or
 * WP_INPUT when the file cannot be read at all, or WP_INTERNAL; *out is NULL then. */
int wp_config_read(const char *path, const char *const *overrides, int override_count,
                   struct wp_settings **out, struct wp_diagnostics *diagnostics, struct wp_error *error);
void wp_settings_free(struct wp_settings *settings);

#endif
