/* summary_text.c: what a plan is worth, on one screen of a terminal. */
#include "summary_text.h"
#include "eligibility.h"
#include "fairness_text.h"
#include "terminal_text.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define BAR_WIDTH  43 /* of the longest bar */
#define RANK_ROWS  5  /* bars for ranks; later ranks share the last */
#define BAR_ROWS   (RANK_ROWS + 3)
#define LEVEL_ROWS 6

struct screen {
    FILE *out;
    bool blocks;
};

static void put_bar(const struct screen *screen, int count, int longest) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int parts = longest > 0 ? (int)((int64_t)count * BAR_WIDTH * 8 / longest) : 0;
    if (count > 0 && parts < 8)
        parts = 8; /* one student is seen too */
    for (int i = 0; i < parts / 8; i++)
        fputs(screen->blocks ? "█" : "#", screen->out);
    if (screen->blocks)
        fputs(eighths[parts % 8], screen->out);
}

struct bar {
    char label[24];
    int count;
};

static const char *ordinal_ending(int number) {
    if (number / 10 % 10 == 1)
        return "th";
    return number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
}

/* One bar a rank, the last for all later ranks; then who got a project that she did not rank, and who none.
 * "Unlisted" is the word of placements.csv, so the bars use it and say what it means. */
static int make_bars(const struct wp_round *round, const struct wp_plan *plan, struct bar bars[BAR_ROWS]) {
    int rows = round->max_rank < RANK_ROWS ? round->max_rank : RANK_ROWS;
    int count = rows;
    int not_chosen = 0, no_choices = 0, unplaced = 0;
    for (int row = 0; row < rows; row++) {
        bool later = row == RANK_ROWS - 1 && round->max_rank > RANK_ROWS;
        bars[row].count = 0;
        snprintf(bars[row].label, sizeof bars[row].label, "%d%s choice%s", row + 1, ordinal_ending(row + 1),
                 later ? " or later" : "");
    }
    for (int s = 0; s < round->student_count; s++) {
        int rank = wp_plan_rank(round, plan, s);
        if (rank == 0)
            unplaced++;
        else if (rank > round->max_rank && wp_counts_as_choosing(round, s))
            not_chosen++;
        else if (rank > round->max_rank)
            no_choices++;
        else
            bars[rank <= rows ? rank - 1 : rows - 1].count++;
    }
    if (not_chosen > 0)
        bars[count++] = (struct bar){"unlisted (not chosen)", not_chosen};
    if (no_choices > 0)
        bars[count++] = (struct bar){"unlisted (no choices)", no_choices};
    if (unplaced > 0)
        bars[count++] = (struct bar){"not placed", unplaced};
    return count;
}

static void put_profile(const struct screen *screen, const struct wp_round *round,
                        const struct wp_plan *plan) {
    struct bar bars[BAR_ROWS];
    int count = make_bars(round, plan, bars);
    int longest = 0;
    for (int i = 0; i < count; i++)
        if (bars[i].count > longest)
            longest = bars[i].count;
    for (int i = 0; i < count; i++) {
        fprintf(screen->out, "  %-21s ", bars[i].label);
        put_bar(screen, bars[i].count, longest);
        fprintf(screen->out, "%s%d\n", bars[i].count ? " " : "", bars[i].count);
    }
}

static void put_headline(const struct screen *screen, const struct wp_round *round,
                         const struct wp_plan *plan) {
    int placed = 0;
    for (int s = 0; s < round->student_count; s++)
        placed += plan->project[s] >= 0;
    char result[64];
    int length = snprintf(result, sizeof result, "%d of %d students placed", placed, round->student_count);
    if (*round->settings->name) {
        wp_text_cut(screen->out, round->settings->name, (size_t)(WP_TERMINAL_WIDTH - 2 - length));
        fputs(": ", screen->out);
    }
    fprintf(screen->out, "%s\n", result);
}

static void put_travel(const struct screen *screen, const struct wp_round *round,
                       const struct wp_plan *plan) {
    int64_t total = 0;
    int known = 0, longest = 0;
    /* Without any distance, trips of 0 inside a district are all that is known. */
    if (!wp_round_has_trips(round))
        return;
    for (int s = 0; s < round->student_count; s++) {
        int minutes = plan->project[s] < 0 ? -1 : wp_trip_minutes(round, s, plan->project[s]);
        if (minutes < 0)
            continue;
        total += minutes;
        known++;
        if (minutes > longest)
            longest = minutes;
    }
    if (known > 0)
        fprintf(screen->out, "Travel     %.1f minutes on average one way, at most %d\n",
                (double)total / known, longest);
}

static void put_lecturers(const struct screen *screen, const struct wp_round *round,
                          const struct wp_totals *totals) {
    char least_text[WP_LOAD_TEXT], most_text[WP_LOAD_TEXT], load_text[WP_LOAD_TEXT], limit_text[WP_LOAD_TEXT];
    int least = INT32_MAX, most = 0, fullest = -1, working = 0;
    for (int l = 0; l < round->lecturer_count; l++) {
        int load = totals->lecturer_load[l], limit = round->lecturers[l].max_load;
        if (limit == 0)
            continue;
        working++;
        least = load < least ? load : least;
        most = load > most ? load : most;
        if (limit != WP_UNLIMITED && (fullest < 0 || (int64_t)load * round->lecturers[fullest].max_load >
                                                         (int64_t)totals->lecturer_load[fullest] * limit))
            fullest = l;
    }
    if (working == 0)
        return;
    fprintf(screen->out, "Lecturers  %d, each with a load of %s", working, wp_load_text(least, least_text));
    if (most > least)
        fprintf(screen->out, " to %s", wp_load_text(most, most_text));
    if (fullest >= 0) {
        fputs("; fullest: ", screen->out);
        wp_text_cut(screen->out, round->lecturers[fullest].id, 12);
        fprintf(screen->out, ", %s of %s", wp_load_text(totals->lecturer_load[fullest], load_text),
                wp_load_text(round->lecturers[fullest].max_load, limit_text));
    }
    fputc('\n', screen->out);
}

static void put_projects(const struct screen *screen, const struct wp_round *round,
                         const struct wp_totals *totals) {
    int open = 0;
    for (int p = 0; p < round->project_count; p++)
        open += totals->project_students[p] > 0;
    fprintf(screen->out, "Projects   %d open, %d closed\n", open, round->project_count - open);
}

/* A level's value: one number, or as many of its counts as fit. */
static void level_value(const struct wp_level *level, char *text, size_t size) {
    size_t length = 0;
    text[0] = '\0';
    for (int i = 0; i < level->count; i++) {
        char number[32];
        snprintf(number, sizeof number, "%s%" PRId64, i ? " " : "", level->value[i]);
        if (length + strlen(number) + (i + 1 < level->count ? sizeof " ..." : 1) > size) {
            snprintf(text + length, size - length, " ...");
            return;
        }
        length += (size_t)snprintf(text + length, size - length, "%s", number);
    }
}

/* A level in a planner's words: "placed (no choices)" is what summary.json calls placed:rest. Where some have
 * no choices, placed alone says whom it counts. */
static void level_label(const struct wp_level *level, bool rest, char *text, size_t size) {
    const char *ending = strstr(level->name, ":rest");
    if (ending)
        snprintf(text, size, "%.*s (no choices)", (int)(ending - level->name), level->name);
    else
        snprintf(text, size, "%s%s", level->name,
                 rest && strcmp(level->name, "placed") == 0 ? " (who chose)" : "");
}

static void put_level(const struct screen *screen, const struct wp_level *level, bool rest) {
    char value[20]; /* as long as the largest number */
    char label[sizeof level->name + sizeof " (no choices)"];
    level_value(level, value, sizeof value);
    level_label(level, rest, label, sizeof label);
    fprintf(screen->out, "  %-19.19s%19s  ", label, value);
    if (level->proven && level->gives_way)
        fprintf(screen->out, "proven best %" PRId64, level->best);
    else if (level->proven)
        fputs("proven best", screen->out);
    else if (!level->array && level->bound_count > 0)
        fprintf(screen->out, "not proven, bound %" PRId64, level->bound[0]);
    else if (level->array && level->bound_count > 1)
        fprintf(screen->out, "first %d of %d proven", level->bound_count - 1, level->count);
    else
        fputs("not proven", screen->out);
    fputc('\n', screen->out);
}

static void put_levels(const struct screen *screen, const struct wp_solution *solution) {
    int rows = solution->level_count > LEVEL_ROWS ? LEVEL_ROWS - 1 : solution->level_count;
    bool rest = false;
    for (int i = 0; i < solution->level_count; i++)
        rest |= strstr(solution->levels[i].name, ":rest") != NULL;
    for (int i = 0; i < rows; i++)
        put_level(screen, &solution->levels[i], rest);
    if (rows < solution->level_count)
        fprintf(screen->out, "  and %d more levels, all in summary.json\n", solution->level_count - rows);
}

static const char *verdict(const struct wp_round *round, const struct wp_solution *solution) {
    if (solution->outcome == WP_OUTCOME_OPTIMAL)
        return "Proven: no better plan exists.";
    if (solution->stopped)
        return "Stopped by you: the best plan so far; a better one may exist.";
    if (round->settings->gap > 0)
        return "Not proven best: the search ended at the accepted gap, or at a limit.";
    return "A limit was reached: the best plan so far; a better one may exist.";
}

int wp_summary_text(FILE *out, const struct wp_round *round, const struct wp_solution *solution,
                    const char *folder, bool blocks, struct wp_error *error) {
    const struct screen screen = {out, blocks};
    struct wp_totals *totals = NULL;
    struct wp_fairness *fairness = NULL;
    int code = wp_totals_new(round, solution->plan, &totals, error);
    if (code == 0)
        code = wp_fairness_new(round, solution->plan, &fairness, error);
    if (code != 0)
        goto out;
    put_headline(&screen, round, solution->plan);
    put_profile(&screen, round, solution->plan);
    fputc('\n', out);
    put_travel(&screen, round, solution->plan);
    put_lecturers(&screen, round, totals);
    put_projects(&screen, round, totals);
    wp_fairness_line(out, fairness);
    wp_fairness_groups(out, round, fairness);
    fputc('\n', out);
    put_levels(&screen, solution);
    fprintf(out, "%s (%.1f s)\n", verdict(round, solution), solution->seconds);
    fprintf(out, "The plan lies in %s\n", folder);
out:
    wp_fairness_free(fairness);
    wp_totals_free(totals);
    return code;
}
