/* watch.c: progress of long work for the person at the terminal, and Ctrl-C. */
#include "watch.h"
#include "progress_text.h"
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.1 /* between two lines */
#define LOG_SECONDS      10.0

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

static void show(void *context, const struct wp_progress *progress) {
    struct wp_watcher *watcher = context;
    double pause = watcher->terminal ? TERMINAL_SECONDS : LOG_SECONDS;
    struct wp_line line;
    /* The clock starts at 0, so that short work leaves no line in a log. */
    if (watcher->quiet || progress->seconds - watcher->last < pause)
        return;
    watcher->last = progress->seconds;
    wp_line_begin(&line);
    wp_progress_text(&line, progress);
    if (watcher->terminal)
        fputs("\r\033[K", stderr);
    wp_line_print(&line);
    if (!watcher->terminal)
        fputc('\n', stderr);
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
