/* read_round.h: the CSV files of a round become the round in memory. */
#ifndef WP_READ_ROUND_H
#define WP_READ_ROUND_H

#include "inputs.h"
#include "round.h"

/* Reads every file that the settings name and finishes the round (wp_round_finish). All that is wrong, of all
 * files, goes to diagnostics; the round may be used only if diagnostics->errors is 0. Keeps the bytes read in
 * inputs. Returns 0, or WP_INTERNAL; *out is NULL then. */
int wp_read_round(const struct wp_settings *settings, struct wp_inputs *inputs, struct wp_round **out,
                  struct wp_diagnostics *diagnostics, struct wp_error *error);

#endif
