/* run_work.c: what the process of one run does: reads, solves, writes the folder, then the record. */
#define _GNU_SOURCE /* prctl */
#include "run_work.h"
#include "cli.h"
#include "folder_remove.h"
#include "outcome.h"
#include "run_process.h"
#include "watch.h"
#include "write_plan.h"
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define NEWS_SECONDS 0.1 /* between two pieces of news */

/* All that a run holds. */
struct work {
    const struct wp_runs *runs;
    const struct wp_run_spec *spec;
    const struct wp_run_paths *paths;
    int pipe;
    double started, told;
    struct wp_settings *settings;
    struct wp_inputs inputs;
    struct wp_round *round;
    struct wp_solution *solution;
};

/* If nobody listens at this moment there will be other news. */
static void tell(const struct work *work, const struct wp_run_news *news) {
    _Static_assert(sizeof *news <= PIPE_BUF, "a pipe takes the news in one piece");
    ssize_t written = write(work->pipe, news, sizeof *news);
    (void)written;
}

static void on_progress(void *context, const struct wp_progress *progress) {
    struct work *work = context;
    double now = wp_clock();
    if (now - work->told < NEWS_SECONDS)
        return;
    work->told = now;
    struct wp_run_news news = {.step = progress->step,
                               .step_count = progress->step_count,
                               .has_value = progress->has_value,
                               .has_bound = progress->has_bound,
                               .value = progress->value,
                               .bound = progress->bound};
    snprintf(news.level, sizeof news.level, "%s", progress->level);
    tell(work, &news);
}

static enum wp_whatif_status status_of(enum wp_outcome outcome) {
    switch (outcome) {
    case WP_OUTCOME_OPTIMAL:
        return WP_WHATIF_OPTIMAL;
    case WP_OUTCOME_FEASIBLE:
        return WP_WHATIF_FEASIBLE;
    case WP_OUTCOME_INFEASIBLE:
        return WP_WHATIF_INFEASIBLE;
    default:
        return WP_WHATIF_NO_PLAN;
    }
}

/* What an earlier run of this name came to is no longer true. */
static void remove_others(const struct work *work) {
    enum wp_outcome outcome = work->solution->outcome;
    if (work->solution->plan == NULL && wp_plan_folder_check(work->paths->plan, NULL) == 0)
        wp_folder_remove(AT_FDCWD, work->paths->plan);
    if (outcome != WP_OUTCOME_INFEASIBLE && wp_infeasible_folder_check(work->paths->infeasible, NULL) == 0)
        wp_folder_remove(AT_FDCWD, work->paths->infeasible);
}

static int record(const struct work *work, struct wp_error *error) {
    struct wp_run_record record = {.status = status_of(work->solution->outcome),
                                   .stopped = work->solution->stopped,
                                   .seconds = wp_clock() - work->started};
    snprintf(record.hash, sizeof record.hash, "%s", work->spec->hash);
    int code = wp_run_record_write(work->paths->record, &record, error);
    if (code == 0)
        tell(work, &(struct wp_run_news){.recorded = true, .record = record});
    return code;
}

static int make(struct work *work, const struct wp_watch *watch, struct wp_error *error) {
    struct wp_targets targets = {0};
    int code = wp_run_load(work->runs, work->spec, &work->settings, &work->inputs, &work->round, error);
    if (code == 0)
        code = wp_targets_find(work->paths->plan, &targets, error);
    if (code == 0)
        code = wp_solve(work->round, watch, &work->solution, error);
    /* No reports for people: they read the comparison of all runs, and a sweep has many. */
    if (code == 0)
        code = wp_outcome_write(&targets, work->round, work->solution, &work->inputs, 0, error);
    if (code == 0)
        remove_others(work);
    if (code == 0)
        code = record(work, error);
    wp_targets_clear(&targets);
    return code;
}

/* The process must not outlive the one above, which waits for the signals that it has blocked. */
static struct wp_watch settle(struct work *work, pid_t above) {
    sigset_t none;
    (void)signal(SIGPIPE, SIG_IGN);
    const struct wp_watch watch = wp_watch_start_below(on_progress, work);
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != above)
        _exit(WP_EXIT_INTERNAL);
    sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    return watch;
}

noreturn void wp_run_work(const struct wp_runs *runs, int run, const struct wp_run_paths *paths, int pipe,
                          pid_t above) {
    struct work work = {
        .runs = runs, .spec = &runs->items[run], .paths = paths, .pipe = pipe, .started = wp_clock()};
    struct wp_error error = {0};
    const struct wp_watch watch = settle(&work, above);
    int code = make(&work, &watch, &error);
    if (code != 0) {
        struct wp_run_news news = {.failed = true};
        snprintf(news.message, sizeof news.message, "%s%s%.250s", error.path,
                 error.path[0] != '\0' ? ": " : "", error.message);
        wp_error_trim(news.message);
        tell(&work, &news);
    }
    /* Memory goes with the process. */
    _exit(wp_exit_status(code));
}
