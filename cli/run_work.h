/* run_work.h: what the process of one run does. */
#ifndef WP_CLI_RUN_WORK_H
#define WP_CLI_RUN_WORK_H

#include "run_folder.h"
#include <stdnoreturn.h>
#include <sys/types.h>

/* Makes the run and ends the process; it ends at once when the process `above` does. Tells wp_run_news
 * through the pipe. */
noreturn void wp_run_work(const struct wp_runs *runs, int run, const struct wp_run_paths *paths, int pipe,
                          pid_t above);

#endif
