/* changes.h: what a scenario, --set and the choice of a sweep change in a round's settings and tables. */
#ifndef WP_CHANGES_H
#define WP_CHANGES_H

#include "config.h"
#include "reader.h"
#include "scenario_file.h"

/* Makes them, in this order, behind what round.ini says: settings through the reader; edits of tables are
 * collected in reader->settings, and so are the overrides. file: the scenario, or NULL for none. Returns 0,
 * or WP_INTERNAL when memory runs out. */
int wp_changes_make(struct wp_reader *reader, const struct wp_config_source *source,
                    const struct wp_scenario_file *file);

#endif
