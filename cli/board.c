/* board.c: how far the runs of a what-if are, for the person at the terminal. */
#include "board.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TERMINAL_SECONDS 0.2 /* between two drawings */
#define LOG_SECONDS      10.0
#define LINE_SIZE        80 /* bytes with the closing NUL; one column stays free, so that no terminal wraps */
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

/* Adds to the line; what does not fit is cut. */
static WP_PRINTF(2, 3) void append(char line[LINE_SIZE], const char *format, ...) {
    size_t length = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + length, LINE_SIZE - length, format, arguments);
    va_end(arguments);
}

static void print_line(const struct wp_board *board, char line[LINE_SIZE]) {
    wp_error_trim(line);
    fprintf(stderr, board->terminal ? "\033[K%s\n" : "%s\n", line);
}

/* The block goes, and the place where it stood is written on. */
static void take_off(struct wp_board *board) {
    if (board->lines > 0)
        fprintf(stderr, "\033[%dA\r\033[J", board->lines);
    board->lines = 0;
}

/* "40 s", "12 min", "3.5 h": nobody plans her day by the second. */
static void append_duration(char line[LINE_SIZE], double seconds) {
    if (seconds < 100)
        append(line, "%.0f s", seconds);
    else if (seconds < 100 * 60)
        append(line, "%.0f min", seconds / 60);
    else
        append(line, "%.1f h", seconds / 3600);
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
    char line[LINE_SIZE] = "";
    int running = 0;
    double left = wp_board_left(board, processes, count, now);
    for (int i = 0; i < count; i++)
        running += processes[i].id > 0;
    append(line, "%d of %d runs done, %d running", board->done, board->total, running);
    if (left > 0) { /* beyond the mean nobody knows */
        append(line, ", about ");
        append_duration(line, left);
        append(line, " left");
    }
    print_line(board, line);
}

static void print_running(const struct wp_board *board, const struct wp_run_spec *spec,
                          const struct wp_run_process *process, double now) {
    const struct wp_run_news *news = &process->latest;
    char line[LINE_SIZE] = "";
    append(line, "  %.30s", spec->name);
    wp_error_trim(line);
    if (news->level[0] != '\0') {
        append(line, ": %.20s", news->level);
        if (news->step_count > 1)
            append(line, " %d/%d", news->step, news->step_count);
        if (news->has_value)
            append(line, ", best %" PRId64, news->value);
        if (news->has_bound)
            append(line, ", bound %" PRId64, news->bound);
    }
    append(line, ", %.0f s", now - process->started);
    print_line(board, line);
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
    char line[LINE_SIZE] = "";
    board->done++;
    board->seconds += record->seconds;
    board->timed++;
    if (board->quiet)
        return;
    take_off(board);
    board->last = board->terminal ? 0 : board->last; /* the block is drawn again at once */
    append(line, "%d of %d: %.40s", board->done, board->total, spec->name);
    wp_error_trim(line);
    append(line, ": %s%s, %.1f s", wp_whatif_status_name(record->status), record->stopped ? " (stopped)" : "",
           record->seconds);
    print_line(board, line);
}

void wp_board_say_stopping(struct wp_board *board) {
    if (board->quiet)
        return;
    take_off(board);
    fputs("Stopping: what runs writes its best plan; another Ctrl-C ends at once\n", stderr);
}

int wp_board_pause(const struct wp_board *board) {
    return board->terminal && !board->quiet ? (int)(1000 * TERMINAL_SECONDS) : 1000;
}

void wp_board_end(struct wp_board *board) {
    take_off(board);
    fflush(stderr);
}
