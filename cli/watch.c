/* watch.c: progress of long work for the person at the terminal, and Ctrl-C. */
#include "watch.h"
#include <inttypes.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.1 /* between two lines */
#define LOG_SECONDS      10.0

static volatile sig_atomic_t asked_to_stop;

static void set_action(int signal_number, void (*action)(int)) {
    struct sigaction how = {.sa_handler = action, .sa_flags = SA_RESTART};
    sigemptyset(&how.sa_mask);
    (void)sigaction(signal_number, &how, NULL);
}

static void on_signal(int signal_number) {
    (void)signal_number;
    asked_to_stop = 1;
    set_action(SIGINT, SIG_DFL);
    set_action(SIGTERM, SIG_DFL);
}

static bool stop(void *context) {
    (void)context;
    return asked_to_stop != 0;
}

/* Share of the best value that may still be won. */
static void put_gap(const struct wp_progress *progress) {
    double difference = fabs((double)progress->value - (double)progress->bound);
    double scale = fabs((double)progress->value);
    if (progress->value == progress->bound)
        fputs(", gap 0 %", stderr);
    else if (scale > 0)
        fprintf(stderr, ", gap %.1f %%", 100 * difference / scale);
}

static void show(void *context, const struct wp_progress *progress) {
    struct wp_watcher *watcher = context;
    double pause = watcher->terminal ? TERMINAL_SECONDS : LOG_SECONDS;
    /* The clock starts at 0, so that short work leaves no line in a log. */
    if (watcher->quiet || progress->seconds - watcher->last < pause)
        return;
    watcher->last = progress->seconds;
    if (watcher->terminal)
        fputs("\r\033[K", stderr);
    fprintf(stderr, "%.20s", progress->level);
    if (progress->step_count > 1)
        fprintf(stderr, " %d/%d", progress->step, progress->step_count);
    if (progress->has_value)
        fprintf(stderr, ": best plan %" PRId64, progress->value);
    else
        fputs(": no plan yet", stderr);
    if (progress->has_bound)
        fprintf(stderr, ", bound %" PRId64, progress->bound);
    if (progress->has_value && progress->has_bound)
        put_gap(progress);
    fprintf(stderr, ", %.0f s", progress->seconds);
    if (!watcher->terminal)
        fputc('\n', stderr);
    fflush(stderr);
    watcher->line_shown = watcher->terminal;
}

struct wp_watch wp_watch_start(struct wp_watcher *watcher, bool quiet) {
    *watcher = (struct wp_watcher){.terminal = isatty(STDERR_FILENO) == 1, .quiet = quiet};
    asked_to_stop = 0;
    set_action(SIGINT, on_signal);
    set_action(SIGTERM, on_signal);
    return (struct wp_watch){.stop = stop, .progress = show, .context = watcher};
}

void wp_watch_end(struct wp_watcher *watcher) {
    if (!watcher->line_shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    watcher->line_shown = false;
}
