/* stored_inputs.h: the copies of the files read, in a plan's input/ folder. */
#ifndef WP_STORED_INPUTS_H
#define WP_STORED_INPUTS_H

#include "folder.h"
#include "inputs.h"
#include <stdbool.h>

#define WP_INPUT_FOLDER "input/"

/* The name under which each input is kept below input/: its own relative path where that stays below the
 * folder of round.ini, so that round.ini finds it there too; else, and for what a scenario names, its file
 * name, numbered where it is taken ("students-2.csv"). Free with wp_stored_names_free. */
int wp_stored_names(const struct wp_inputs *inputs, char ***names, struct wp_error *error);
/* Does a name stay below input/? What a summary.json says is not to be trusted. */
bool wp_stored_name_stays(const char *name);

void wp_stored_names_free(char **names, int count);

/* Writes the copies. */
int wp_store_inputs(struct wp_folder *folder, const struct wp_inputs *inputs, char *const *names,
                    struct wp_error *error);

#endif
