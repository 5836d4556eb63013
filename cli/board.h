/* board.h: how far the runs of a what-if are, for the person at the terminal. */
#ifndef WP_CLI_BOARD_H
#define WP_CLI_BOARD_H

#include "run_process.h"

struct wp_board {
    bool quiet;
    bool terminal;  /* a block that is drawn again and again, else a line now and then */
    int jobs;       /* processes at a time */
    int total;      /* runs that are made or were kept */
    int done;       /* of these */
    double seconds; /* that the finished runs took */
    int timed;      /* how many those are */
    double last;    /* when something was shown, see wp_clock */
    int lines;      /* of the block on the screen */
};

void wp_board_start(struct wp_board *board, int jobs, int to_make, bool quiet);

/* A run that was finished before. */
void wp_board_kept(struct wp_board *board, const struct wp_run_record *record);

/* A run has ended. */
void wp_board_finished(struct wp_board *board, const struct wp_run_spec *spec,
                       const struct wp_run_record *record);

/* Shows what runs, if it is time to. */
void wp_board_show(struct wp_board *board, const struct wp_runs *runs, const struct wp_run_process *processes,
                   int count);

void wp_board_say_stopping(struct wp_board *board);

/* Milliseconds until there is something to show again. */
int wp_board_pause(const struct wp_board *board);

/* Takes the block off the screen. */
void wp_board_end(struct wp_board *board);

/* Seconds until all is done: the mean of finished runs times what is left, less what the running ones have
 * done, shared by the processes. -1 while no run has ended. */
double wp_board_left(const struct wp_board *board, const struct wp_run_process *processes, int count,
                     double now);

#endif
