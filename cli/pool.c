/* pool.c: the runs of a what-if, several at a time. */
#define _GNU_SOURCE /* signalfd */
#include "pool.h"
#include "board.h"
#include "run_process.h"
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct pool {
    const struct wp_pool_order *order;
    struct wp_run_result *results;
    struct wp_run_process *processes; /* `jobs` of them; id 0: none */
    struct pollfd *ends;              /* the signals, then each process's news */
    int running;
    int next; /* the first run that was not looked at */
    bool stopping;
    sigset_t mask_before;
    void (*pipe_before)(int);
    struct wp_board board;
    struct wp_error *error;
};

/* Signals are read like news, so that none comes at a moment when it is not expected. */
static int take_signals(struct pool *pool) {
    sigset_t taken;
    sigemptyset(&taken);
    sigaddset(&taken, SIGINT);
    sigaddset(&taken, SIGTERM);
    sigaddset(&taken, SIGCHLD);
    (void)sigprocmask(SIG_BLOCK, &taken, &pool->mask_before);
    /* What is ignored, as SIGINT is behind a shell's &, would not be read; children that nobody waits for
     * would leave no status. */
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGTERM, SIG_DFL);
    (void)signal(SIGCHLD, SIG_DFL);
    /* A terminal that goes away must not end hours of work. */
    pool->pipe_before = signal(SIGPIPE, SIG_IGN);
    pool->ends[0] = (struct pollfd){.fd = signalfd(-1, &taken, SFD_CLOEXEC | SFD_NONBLOCK), .events = POLLIN};
    if (pool->ends[0].fd >= 0)
        return 0;
    return wp_error_set(pool->error, WP_INTERNAL, "signals cannot be waited for: out of file descriptors");
}

static void return_signals(struct pool *pool) {
    if (pool->ends[0].fd >= 0)
        close(pool->ends[0].fd);
    (void)signal(SIGPIPE, pool->pipe_before);
    (void)sigprocmask(SIG_SETMASK, &pool->mask_before, NULL);
}

static void send_all(const struct pool *pool, int signal_number) {
    for (int i = 0; i < pool->order->jobs; i++)
        if (pool->processes[i].id > 0)
            (void)kill(pool->processes[i].id, signal_number);
}

/* No process of ours stays behind. */
static void end_runs(struct pool *pool) {
    send_all(pool, SIGKILL);
    for (int i = 0; i < pool->order->jobs; i++) {
        struct wp_run_process *process = &pool->processes[i];
        if (process->id > 0)
            wp_run_process_await(process);
    }
}

/* The second signal: whoever waits for us sees what ended us. */
static void end_at_once(struct pool *pool, int signal_number) {
    end_runs(pool);
    wp_board_end(&pool->board);
    return_signals(pool);
    (void)raise(signal_number);
}

static void hear_signals(struct pool *pool) {
    struct signalfd_siginfo come;
    while (read(pool->ends[0].fd, &come, sizeof come) == (ssize_t)sizeof come) {
        if (come.ssi_signo == SIGCHLD)
            continue;
        if (pool->stopping)
            end_at_once(pool, (int)come.ssi_signo);
        pool->stopping = true;
        send_all(pool, SIGTERM);
        wp_board_say_stopping(&pool->board);
    }
}

static void finish(struct pool *pool, int run, const struct wp_run_record *record) {
    pool->results[run] = (struct wp_run_result){.known = true, .record = *record};
    wp_board_finished(&pool->board, &pool->order->runs->items[run], record);
}

/* A run for which the system has no process while none of ours will free one. */
static int give_up(struct pool *pool, int run, const struct wp_error *failure) {
    struct wp_run_record record = {.status = WP_WHATIF_FAILED};
    struct wp_run_paths paths;
    const struct wp_run_spec *spec = &pool->order->runs->items[run];
    snprintf(record.hash, sizeof record.hash, "%s", spec->hash);
    snprintf(record.message, sizeof record.message, "%.500s", failure->message);
    int code = wp_run_paths_find(pool->order->folder, spec->name, &paths, pool->error);
    if (code == 0)
        code = wp_run_record_write(paths.record, &record, pool->error);
    wp_run_paths_clear(&paths);
    finish(pool, run, &record);
    return code;
}

/* Starts the next run in a free place; where the system has no more processes, later. */
static int start(struct pool *pool, struct wp_run_process *process) {
    const struct wp_pool_order *order = pool->order;
    while (pool->next < order->runs->count && !order->wanted[pool->next])
        pool->next++;
    if (pool->next == order->runs->count)
        return 0;
    struct wp_error failure = {0};
    if (wp_run_process_start(order->runs, pool->next, order->folder, process, &failure) == 0)
        pool->running++;
    else if (pool->running > 0)
        return 0;
    else if (give_up(pool, pool->next, &failure) != 0)
        return WP_INTERNAL;
    pool->next++;
    return 0;
}

static int fill(struct pool *pool) {
    int code = 0;
    for (int i = 0; i < pool->order->jobs && !pool->stopping && code == 0; i++)
        if (pool->processes[i].id == 0)
            code = start(pool, &pool->processes[i]);
    return code;
}

/* Waits for news, for the end of a process, or for the moment to show how far things are. */
static void wait_for_news(struct pool *pool) {
    int jobs = pool->order->jobs;
    for (int i = 0; i < jobs; i++)
        pool->ends[i + 1] =
            (struct pollfd){.fd = pool->processes[i].id > 0 ? pool->processes[i].news : -1, .events = POLLIN};
    (void)poll(pool->ends, (nfds_t)jobs + 1, wp_board_pause(&pool->board));
}

static int collect(struct pool *pool) {
    int code = 0;
    for (int i = 0; i < pool->order->jobs; i++) {
        struct wp_run_process *process = &pool->processes[i];
        struct wp_run_record record;
        int run = process->run;
        if (process->id == 0)
            continue;
        wp_run_process_hear(process);
        struct wp_error failure = {0};
        if (!wp_run_process_ended(process, &pool->order->runs->items[run], &record, &failure))
            continue;
        pool->running--;
        finish(pool, run, &record);
        if (failure.code != 0)
            code = wp_error_set(pool->error, failure.code, "%s", failure.message);
    }
    return code;
}

static int make(struct pool *pool) {
    int code = 0;
    while (code == 0) {
        code = fill(pool);
        if (pool->running == 0 && (code != 0 || pool->stopping || pool->next == pool->order->runs->count))
            break;
        wait_for_news(pool);
        hear_signals(pool);
        if (code == 0)
            code = collect(pool);
        wp_board_show(&pool->board, pool->order->runs, pool->processes, pool->order->jobs);
    }
    return code;
}

static int count_wanted(const struct wp_pool_order *order) {
    int count = 0;
    for (int i = 0; i < order->runs->count; i++)
        count += order->wanted[i];
    return count;
}

int wp_pool_make(const struct wp_pool_order *order, struct wp_run_result *results, struct wp_error *error) {
    size_t jobs = (size_t)order->jobs;
    struct pool pool = {.order = order,
                        .results = results,
                        .processes = calloc(jobs, sizeof *pool.processes),
                        .ends = calloc(jobs + 1, sizeof *pool.ends),
                        .error = error};
    int code = pool.processes != NULL && pool.ends != NULL ? 0 : wp_error_memory(error);
    wp_board_start(&pool.board, order->jobs, count_wanted(order), order->runs->options->quiet);
    for (int i = 0; i < order->runs->count; i++)
        if (results[i].known)
            wp_board_kept(&pool.board, &results[i].record);
    if (code == 0) {
        code = take_signals(&pool);
        if (code == 0)
            code = make(&pool);
        end_runs(&pool); /* only after a failure of ours is there any left */
        wp_board_end(&pool.board);
        return_signals(&pool);
    }
    free(pool.processes);
    free(pool.ends);
    return code;
}
