/* run_process.c: one run of a what-if in a process of its own, as the one that started it sees it. */
#define _GNU_SOURCE /* pipe2 */
#include "run_process.h"
#include "run_work.h"
#include "translate.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double wp_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void release(struct wp_run_process *process) {
    if (process->news >= 0)
        close(process->news);
    wp_run_paths_clear(&process->paths);
    *process = (struct wp_run_process){.news = -1};
}

int wp_run_process_start(const struct wp_runs *runs, int run, const char *folder,
                         struct wp_run_process *process, struct wp_error *error) {
    int ends[2];
    pid_t above = getpid();
    *process = (struct wp_run_process){.news = -1, .run = run, .started = wp_clock()};
    int code = wp_run_paths_find(folder, runs->items[run].name, &process->paths, error);
    if (code != 0)
        return code;
    (void)unlink(process->paths.record);
    fflush(NULL); /* else both processes would write what waits in the streams */
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        code = wp_error_set(error, WP_INTERNAL, "no process can be started: %s", strerror(errno));
        release(process);
        return code;
    }
    process->id = fork();
    if (process->id == 0) {
        close(ends[0]);
        wp_run_work(runs, run, &process->paths, ends[1], above);
    }
    process->news = ends[0];
    close(ends[1]);
    if (process->id < 0) {
        code = wp_error_set(error, WP_INTERNAL, "no process can be started: %s", strerror(errno));
        release(process);
    }
    return code;
}

void wp_run_process_hear(struct wp_run_process *process) {
    struct wp_run_news news;
    while (process->news >= 0) {
        ssize_t got = read(process->news, &news, sizeof news);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return;
        if (got != (ssize_t)sizeof news) {
            close(process->news);
            process->news = -1;
            return;
        }
        process->latest = news;
    }
}

/* How a process ended that should have left a record. */
static void say_end(int status, const struct wp_run_news *latest, char message[WP_RUN_MESSAGE]) {
    if (WIFSIGNALED(status))
        snprintf(message, WP_RUN_MESSAGE, _("killed by signal %d (%s)"), WTERMSIG(status),
                 strsignal(WTERMSIG(status)));
    else if (latest->failed)
        snprintf(message, WP_RUN_MESSAGE, "%s", latest->message);
    else
        snprintf(message, WP_RUN_MESSAGE, _("ended with status %d and no word of why"), WEXITSTATUS(status));
}

bool wp_run_process_ended(struct wp_run_process *process, const struct wp_run_spec *spec,
                          struct wp_run_record *record, struct wp_error *error) {
    int status = 0;
    pid_t ended = waitpid(process->id, &status, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR))
        return false;
    wp_run_process_hear(process);
    /* A run that wrote its record has ended well, whatever befell it afterwards, and the record: another
     * what-if in the same folder may have begun the run anew. */
    bool written = wp_run_record_read(process->paths.record, record) && strcmp(record->hash, spec->hash) == 0;
    if (!written && process->latest.recorded) {
        *record = process->latest.record;
        (void)wp_run_record_write(process->paths.record, record, error);
    } else if (!written) {
        *record =
            (struct wp_run_record){.status = WP_WHATIF_FAILED, .seconds = wp_clock() - process->started};
        snprintf(record->hash, sizeof record->hash, "%s", spec->hash);
        say_end(status, &process->latest, record->message);
        (void)wp_run_record_write(process->paths.record, record, error);
    }
    release(process);
    return true;
}

void wp_run_process_await(struct wp_run_process *process) {
    while (waitpid(process->id, NULL, 0) < 0 && errno == EINTR)
        continue;
    release(process);
}
