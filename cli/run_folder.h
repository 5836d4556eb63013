/* run_folder.h: the folder of a what-if on disk: DIR/runs/NAME, NAME-infeasible and NAME.json of every run.
 */
#ifndef WP_CLI_RUN_FOLDER_H
#define WP_CLI_RUN_FOLDER_H

#include "run_record.h"
#include "runs.h"

/* The paths of one run. */
struct wp_run_paths {
    char *plan, *infeasible, *record;
};
int wp_run_paths_find(const char *folder, const char *name, struct wp_run_paths *paths,
                      struct wp_error *error);
void wp_run_paths_clear(struct wp_run_paths *paths);

/* Refuses (WP_USAGE) a folder that holds anything but what a what-if writes. A missing or an empty one is
 * fine. With a name in `only`, of runs/ no more than that run is looked at: others may be at work there. */
int wp_whatif_folder_check(const char *folder, const char *only, struct wp_error *error);

/* Makes the folder, and runs/ in it, where they are missing; only their owner may read them. */
int wp_whatif_folder_make(const char *folder, struct wp_error *error);

/* Was the run made to its end from just this input, and is what it wrote still there? Fills *record then. */
bool wp_run_is_finished(const struct wp_run_paths *paths, const struct wp_run_spec *spec,
                        struct wp_run_record *record);

#endif
