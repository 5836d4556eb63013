/* watch.c: progress of long work for the person at the terminal, and Ctrl-C. */
#include "watch.h"
#include <inttypes.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.1 /* between two lines */
#define LOG_SECONDS      10.0
#define LINE_SIZE        80 /* bytes with the closing NUL; one column stays free, so that no terminal wraps */

static volatile sig_atomic_t asked_to_stop;

/* While one signal is handled the other waits, so that a second one always finds the first one's work done.
 */
static void set_action(int signal_number, void (*action)(int)) {
    struct sigaction how = {.sa_handler = action, .sa_flags = SA_RESTART};
    sigemptyset(&how.sa_mask);
    sigaddset(&how.sa_mask, SIGINT);
    sigaddset(&how.sa_mask, SIGTERM);
    (void)sigaction(signal_number, &how, NULL);
}

static void on_signal(int signal_number) {
    (void)signal_number;
    asked_to_stop = 1;
    set_action(SIGINT, SIG_DFL);
    set_action(SIGTERM, SIG_DFL);
}

static void on_word_from_above(int signal_number) {
    (void)signal_number;
    asked_to_stop = 1;
}

static bool stop(void *context) {
    (void)context;
    return asked_to_stop != 0;
}

/* Adds to the line; what does not fit on a terminal's line is cut. */
static WP_PRINTF(2, 3) void append(char line[LINE_SIZE], const char *format, ...) {
    size_t length = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + length, LINE_SIZE - length, format, arguments);
    va_end(arguments);
}

static void describe(const struct wp_progress *progress, char line[LINE_SIZE]) {
    double difference = fabs((double)progress->value - (double)progress->bound);
    double scale = fabs((double)progress->value);
    line[0] = '\0';
    append(line, "%.20s", progress->level);
    if (progress->step_count > 1)
        append(line, " %d/%d", progress->step, progress->step_count);
    if (progress->has_value)
        append(line, ": best plan %" PRId64, progress->value);
    else
        append(line, ": no plan yet");
    if (progress->has_bound)
        append(line, ", bound %" PRId64, progress->bound);
    /* The share of the best value that may still be won. */
    if (progress->has_value && progress->has_bound && (scale > 0 || difference <= 0))
        append(line, ", gap %.1f %%", difference > 0 ? 100 * difference / scale : 0.0);
    append(line, ", %.0f s", progress->seconds);
}

static void show(void *context, const struct wp_progress *progress) {
    struct wp_watcher *watcher = context;
    double pause = watcher->terminal ? TERMINAL_SECONDS : LOG_SECONDS;
    char line[LINE_SIZE];
    /* The clock starts at 0, so that short work leaves no line in a log. */
    if (watcher->quiet || progress->seconds - watcher->last < pause)
        return;
    watcher->last = progress->seconds;
    describe(progress, line);
    if (watcher->terminal)
        fprintf(stderr, "\r\033[K%s", line);
    else
        fprintf(stderr, "%s\n", line);
    fflush(stderr);
    watcher->line_shown = watcher->terminal;
}

/* A limit on the size of files then shows as a failed write, as a full disk does. */
static void turn_limits_to_errors(void) {
    set_action(SIGXFSZ, SIG_IGN);
}

struct wp_watch wp_watch_start(struct wp_watcher *watcher, bool quiet) {
    *watcher = (struct wp_watcher){.terminal = isatty(STDERR_FILENO) == 1, .quiet = quiet};
    asked_to_stop = 0;
    set_action(SIGINT, on_signal);
    set_action(SIGTERM, on_signal);
    turn_limits_to_errors();
    return (struct wp_watch){.stop = stop, .progress = show, .context = watcher};
}

struct wp_watch wp_watch_start_below(void (*progress)(void *context, const struct wp_progress *progress),
                                     void *context) {
    asked_to_stop = 0;
    set_action(SIGINT, SIG_IGN);
    set_action(SIGTERM, on_word_from_above);
    turn_limits_to_errors();
    return (struct wp_watch){.stop = stop, .progress = progress, .context = context};
}

void wp_watch_end(struct wp_watcher *watcher) {
    if (!watcher->line_shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    watcher->line_shown = false;
}
