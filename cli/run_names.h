/* run_names.h: what the runs of a what-if are called. */
#ifndef WP_CLI_RUN_NAMES_H
#define WP_CLI_RUN_NAMES_H

#include "diagnostics.h"
#include "runs.h"

/* The endings of what lies beside a run's folder. */
#define WP_RUN_RECORD_ENDING     ".json"
#define WP_RUN_INFEASIBLE_ENDING "-infeasible"
#define WP_RUN_PUBLISH_ENDING    "-publish" /* the lists that `publish` makes of the run's plan */

/* Name and label of the run: by its scenario's file, and with a sweep by the variant's number. Both newly
 * allocated. */
int wp_run_name(struct wp_run_spec *spec, struct wp_error *error);

/* Every name must be usable for a folder, and no two alike. All that is wrong goes to diagnostics. */
int wp_run_names_check(const struct wp_runs *runs, struct wp_diagnostics *diagnostics,
                       struct wp_error *error);

/* The name of a file without its folder and without its ending: where it begins in path, and its length. */
void wp_file_stem(const char *path, const char **stem, int *length);

#endif
