/* pool.h: the runs of a what-if, several at a time. */
#ifndef WP_CLI_POOL_H
#define WP_CLI_POOL_H

#include "run_folder.h"

/* How a run ended. */
struct wp_run_result {
    bool known; /* false: it was not made, for Ctrl-C came before its turn */
    struct wp_run_record record;
};

struct wp_pool_order {
    const struct wp_runs *runs;
    const char *folder; /* made and checked */
    const bool *wanted; /* per run: is it to be made? */
    int jobs;           /* processes at a time */
};

/* Makes what is wanted and fills the results of those runs; the others' results are those of finished runs,
 * of which the estimate learns. Whatever becomes of a run is its result. The first SIGINT or SIGTERM lets the
 * searches write their best plan and starts no more; the second ends the runs and this process. Shows
 * progress unless --quiet. Fails (WP_INTERNAL) only where a record cannot be written or there is no memory.
 */
int wp_pool_make(const struct wp_pool_order *order, struct wp_run_result *results, struct wp_error *error);

#endif
