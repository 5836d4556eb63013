/* settings_text.h: the settings of a round as `check` shows them. */
#ifndef WP_SETTINGS_TEXT_H
#define WP_SETTINGS_TEXT_H

#include "settings.h"
#include <stdio.h>

/* The scenario, if the settings are those of one, and the changes of tables. Then every key of round.ini with
 * its value: first those that were given, each with its meaning, then those at their default in a compact
 * list, or, if verbose, with their meanings too. */
void wp_settings_text(FILE *out, const struct wp_settings *settings, bool verbose);

#endif
