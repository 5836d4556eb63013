/* load.h: a round is read: its settings, then its files. */
#ifndef WP_CLI_LOAD_H
#define WP_CLI_LOAD_H

#include "config.h"
#include "inputs.h"
#include "round.h"

/* Reads what the source names and every file that it leads to; prints nothing. All that is wrong goes to
 * diagnostics, whose paths may be those of *settings and of inputs: print them before these are freed.
 * Returns 0 or an error; *out may be used only if diagnostics->errors is 0 too. inputs starts with {0}; its
 * first item is round.ini, the second the scenario, if there is one. The caller frees all three in every
 * case: wp_round_free, wp_inputs_clear, wp_settings_free. */
int wp_load_source(const struct wp_config_source *source, struct wp_settings **settings,
                   struct wp_inputs *inputs, struct wp_round **out, struct wp_diagnostics *diagnostics,
                   struct wp_error *error);

#endif
