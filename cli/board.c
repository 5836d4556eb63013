/* board.c: how far the runs of a what-if are, for the person at the terminal. */
#include "board.h"
#include "language.h"
#include "progress_text.h"
#include "whatif_words.h"
#include <stdio.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.2 /* between two drawings */
#define LOG_SECONDS      10.0
#define NAME_WIDTH       30 /* of a run */
#define DURATION         32
#define MOST_LINES       20 /* of running runs: more would leave the screen */

void wp_board_start(struct wp_board *board, int jobs, int to_make, bool quiet) {
    *board = (struct wp_board){.quiet = quiet,
                               .terminal = isatty(STDERR_FILENO) == 1,
                               .jobs = jobs,
                               .total = to_make,
                               .last = wp_clock()};
}

void wp_board_kept(struct wp_board *board, const struct wp_run_record *record) {
    board->total++;
    board->done++;
    board->seconds += record->seconds;
    board->timed++;
}

static void print_line(const struct wp_board *board, const struct wp_line *line) {
    if (board->terminal)
        fputs("\033[K", stderr);
    wp_line_print(line);
    fputc('\n', stderr);
}

/* The block goes, and the place where it stood is written on. */
static void take_off(struct wp_board *board) {
    if (board->lines > 0)
        fprintf(stderr, "\033[%dA\r\033[J", board->lines);
    board->lines = 0;
}

/* "40 s", "12 min", "3.5 h": nobody plans her day by the second. */
static const char *duration_words(double seconds, char text[DURATION]) {
    if (seconds < 100)
        snprintf(text, DURATION, _("%.0f s"), seconds);
    else if (seconds < 100 * 60)
        snprintf(text, DURATION, _("%.0f min"), seconds / 60);
    else
        snprintf(text, DURATION, _("%.1f h"), seconds / 3600);
    return wp_decimal_words(text);
}

double wp_board_left(const struct wp_board *board, const struct wp_run_process *processes, int count,
                     double now) {
    if (board->timed == 0)
        return -1;
    double mean = board->seconds / board->timed;
    int runs = board->total - board->done;
    double work = mean * runs;
    for (int i = 0; i < count; i++)
        if (processes[i].id > 0) {
            double spent = now - processes[i].started;
            work -= spent < mean ? spent : mean;
        }
    return work / (runs < board->jobs && runs > 0 ? runs : board->jobs);
}

static void print_total(const struct wp_board *board, const struct wp_run_process *processes, int count,
                        double now) {
    struct wp_line line;
    int running = 0;
    double left = wp_board_left(board, processes, count, now);
    for (int i = 0; i < count; i++)
        running += processes[i].id > 0;
    char duration[DURATION];
    wp_line_begin(&line);
    if (left > 0) /* beyond the mean nobody knows */
        wp_line_add(&line, _("%d of %d runs done, %d running, about %s left"), board->done, board->total,
                    running, duration_words(left, duration));
    else
        wp_line_add(&line, _("%d of %d runs done, %d running"), board->done, board->total, running);
    print_line(board, &line);
}

static void print_running(const struct wp_board *board, const struct wp_run_spec *spec,
                          const struct wp_run_process *process, double now) {
    const struct wp_run_news *news = &process->latest;
    const struct wp_progress progress = {.level = news->level,
                                         .step = news->step,
                                         .step_count = news->step_count,
                                         .has_value = news->has_value,
                                         .has_bound = news->has_bound,
                                         .value = news->value,
                                         .bound = news->bound,
                                         .seconds = now - process->started};
    struct wp_line line;
    wp_line_begin(&line);
    wp_line_add(&line, "  ");
    wp_line_add_text(&line, spec->name, NAME_WIDTH);
    wp_line_add(&line, ": ");
    if (news->level[0] != '\0')
        wp_progress_text(&line, &progress);
    else
        wp_line_add(&line, _("%.0f s"), progress.seconds);
    print_line(board, &line);
}

void wp_board_show(struct wp_board *board, const struct wp_runs *runs, const struct wp_run_process *processes,
                   int count) {
    double now = wp_clock();
    if (board->quiet || now - board->last < (board->terminal ? TERMINAL_SECONDS : LOG_SECONDS))
        return;
    board->last = now;
    take_off(board);
    for (int i = 0; i < count && board->terminal && board->lines < MOST_LINES; i++)
        if (processes[i].id > 0) {
            print_running(board, &runs->items[processes[i].run], &processes[i], now);
            board->lines++;
        }
    print_total(board, processes, count, now);
    board->lines = board->terminal ? board->lines + 1 : 0;
    fflush(stderr);
}

void wp_board_finished(struct wp_board *board, const struct wp_run_spec *spec,
                       const struct wp_run_record *record) {
    struct wp_line line;
    char seconds[DURATION];
    board->done++;
    board->seconds += record->seconds;
    board->timed++;
    if (board->quiet)
        return;
    take_off(board);
    board->last = board->terminal ? 0 : board->last; /* the block is drawn again at once */
    snprintf(seconds, sizeof seconds, "%.1f", record->seconds);
    wp_decimal_words(seconds);
    wp_line_begin(&line);
    wp_line_add(&line, _("%d of %d"), board->done, board->total);
    wp_line_add(&line, ": ");
    wp_line_add_text(&line, spec->name, NAME_WIDTH);
    wp_line_add(&line, ": ");
    if (record->stopped)
        wp_line_add(&line, _("%s (stopped), %s s"), wp_whatif_status_words(record->status), seconds);
    else
        wp_line_add(&line, _("%s, %s s"), wp_whatif_status_words(record->status), seconds);
    print_line(board, &line);
}

void wp_board_say_stopping(struct wp_board *board) {
    if (board->quiet)
        return;
    take_off(board);
    fprintf(stderr, "%s\n", _("Stopping: what runs writes its best plan; another Ctrl-C ends at once"));
}

int wp_board_pause(const struct wp_board *board) {
    return board->terminal && !board->quiet ? (int)(1000 * TERMINAL_SECONDS) : 1000;
}

void wp_board_end(struct wp_board *board) {
    take_off(board);
    fflush(stderr);
}
