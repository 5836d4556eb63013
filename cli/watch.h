/* watch.h: progress of long work for the person at the terminal, and Ctrl-C. */
#ifndef WP_CLI_WATCH_H
#define WP_CLI_WATCH_H

#include "solve.h"

/* Where progress goes and when it last did. */
struct wp_watcher {
    bool terminal; /* one line that is rewritten, else a line now and then */
    bool quiet;
    bool line_shown; /* the rewritten line is on the screen */
    double last;     /* seconds of the latest line; 0 before the first */
};

/* Begins to watch: from now on the first SIGINT or SIGTERM only asks the search to stop, the second ends the
 * program as usual. watcher must outlive the watch. One at a time in a program. */
struct wp_watch wp_watch_start(struct wp_watcher *watcher, bool quiet);

/* The same in a process that another one watches over: SIGTERM, however often it comes, asks the search to
 * stop, and SIGINT, which a terminal sends to everybody, is left to that other one. */
struct wp_watch wp_watch_start_below(void (*progress)(void *context, const struct wp_progress *progress),
                                     void *context);

/* Takes the progress line off the screen. Signals stay as they are, so that a plan is still written after
 * Ctrl-C. */
void wp_watch_end(struct wp_watcher *watcher);

#endif
