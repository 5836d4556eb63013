/* scenario_read.h: the INI file of a scenario. */
#ifndef WP_SCENARIO_READ_H
#define WP_SCENARIO_READ_H

#include "scenario.h"
#include <stdbool.h>

/* Reads what a scenario's file says of itself, its sweep and its swaps. All that is wrong with its sections,
 * keys and forms goes to diagnostics (values of settings and cells are judged when a variant is read by
 * wp_config_read). A file without a section [scenario] is an error too. Returns 0, or WP_INPUT when the file
 * cannot be read at all, or WP_INTERNAL; *out is NULL then. Free with wp_scenario_free. path must outlive
 * both. */
int wp_scenario_read(const char *path, struct wp_scenario **out, struct wp_diagnostics *diagnostics,
                     struct wp_error *error);
void wp_scenario_free(struct wp_scenario *scenario);

/* Does the scenario itself set or sweep what the override ("section.key=value") would change? Then *where is
 * its line. An override that names nothing is none of its. */
bool wp_scenario_sets(const struct wp_scenario *scenario, const char *override, struct wp_location *where);

#endif
