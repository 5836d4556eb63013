/* run_process.h: one run of a what-if in a process of its own. */
#ifndef WP_CLI_RUN_PROCESS_H
#define WP_CLI_RUN_PROCESS_H

#include "run_folder.h"
#include <sys/types.h>

/* What the process tells on its way. Small enough that a pipe takes it in one piece. */
struct wp_run_news {
    bool failed; /* then message says why, and nothing else counts */
    char message[WP_RUN_MESSAGE];
    bool recorded; /* the last news: this record was written, and nothing else counts */
    struct wp_run_record record;
    char level[48];
    int step, step_count;
    bool has_value, has_bound;
    int64_t value, bound;
};

struct wp_run_process {
    pid_t id;       /* 0: none */
    int news;       /* the end of a pipe to read wp_run_news from */
    int run;        /* its number among the runs */
    double started; /* seconds, see wp_clock */
    struct wp_run_paths paths;
    struct wp_run_news latest; /* level[0] is '\0' before the first */
};

/* Starts the run: it reads its files again, solves, writes its folder and then its record. What an earlier
 * one recorded goes first. WP_INTERNAL if no process can be started; *process is empty then. */
int wp_run_process_start(const struct wp_runs *runs, int run, const char *folder,
                         struct wp_run_process *process, struct wp_error *error);

/* Takes what has come from the process. Does not wait. */
void wp_run_process_hear(struct wp_run_process *process);

/* Has the process ended? Then releases all of it, and sees to it that there is a record: a process that left
 * none has failed. */
bool wp_run_process_ended(struct wp_run_process *process, const struct wp_run_spec *spec,
                          struct wp_run_record *record, struct wp_error *error);

/* Waits for the end of a process that was killed, and releases all of it. It leaves no record. */
void wp_run_process_await(struct wp_run_process *process);

/* Seconds on a clock that nobody sets. */
double wp_clock(void);

#endif
