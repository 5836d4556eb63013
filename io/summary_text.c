/* summary_text.c: what a plan is worth, on one screen of a terminal. */
#include "summary_text.h"
#include "display_width.h"
#include "eligibility.h"
#include "fairness_text.h"
#include "language.h"
#include "levels_text.h"
#include "profile_text.h"
#include "ratio_text.h"
#include "terminal_style.h"
#include "terminal_text.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define SENTENCE      512 /* bytes */
#define SCREEN_WIDTH  (WP_TERMINAL_WIDTH + 1)
#define LEVEL_ROWS    6 /* on a screen that has room */
#define FEW_LEVELS    4
#define FEWEST_LEVELS 2
#define FEW_GROUPS    4 /* with the heading */
#define FEW_RANKS     3

/* All that is told: sentences are made first, so that it is known how many lines there are. */
struct summary {
    const struct wp_round *round;
    const struct wp_solution *solution;
    const struct wp_summary_screen *screen;
    struct wp_fairness *fairness;
    struct wp_totals *totals;
    char travel[SENTENCE], lecturers[SENTENCE], projects[SENTENCE], serves[SENTENCE]; /* may be empty */
    char *place, *proposal;                                                           /* of any length */
};

/* Lines of the parts that may give way. */
struct parts {
    int ranks, groups, levels, blanks;
};

static void put_headline(FILE *out, const struct summary *summary) {
    const struct wp_round *round = summary->round;
    int placed = summary->fairness->all.placed;
    char result[SENTENCE];
    snprintf(
        result, sizeof result,
        ngettext("%d of %d student placed", "%d of %d students placed", (unsigned long)round->student_count),
        placed, round->student_count);
    wp_style_begin(out, summary->screen->colours, WP_STYLE_TITLE);
    if (*round->settings->name) {
        wp_text_cut(out, round->settings->name, WP_TERMINAL_WIDTH - 2 - wp_display_width(result));
        fputs(": ", out);
    }
    fputs(result, out);
    wp_style_end(out, summary->screen->colours, WP_STYLE_TITLE);
    fputc('\n', out);
}

static void describe_travel(struct summary *summary) {
    const struct wp_fairness_group *all = &summary->fairness->all;
    char mean[WP_RATIO_TEXT];
    /* Without any distance, trips of 0 inside a district are all that is known. */
    if (all->trips == 0 || !wp_round_has_trips(summary->round))
        return;
    wp_ratio_text(all->minutes, all->trips, 1, mean);
    snprintf(summary->travel, SENTENCE, _("%s minutes on average one way, at most %d"),
             wp_decimal_words(mean), all->longest);
}

static const char *load_words(int load, char text[WP_LOAD_TEXT]) {
    wp_load_text(load, text);
    return wp_decimal_words(text);
}

/* What is known of the lecturers who may guide anybody. */
struct guiding {
    int count, least, most;
    int fullest; /* of those with a maximum, or -1 */
};

static struct guiding find_guiding(const struct wp_round *round, const struct wp_totals *totals) {
    struct guiding found = {.least = INT32_MAX, .fullest = -1};
    for (int l = 0; l < round->lecturer_count; l++) {
        int load = totals->lecturer_load[l], limit = round->lecturers[l].max_load;
        if (limit == 0)
            continue;
        found.count++;
        found.least = load < found.least ? load : found.least;
        found.most = load > found.most ? load : found.most;
        if (limit != WP_UNLIMITED &&
            (found.fullest < 0 || (int64_t)load * round->lecturers[found.fullest].max_load >
                                      (int64_t)totals->lecturer_load[found.fullest] * limit))
            found.fullest = l;
    }
    return found;
}

static void describe_lecturers(struct summary *summary) {
    const struct wp_round *round = summary->round;
    const struct guiding found = find_guiding(round, summary->totals);
    char least[WP_LOAD_TEXT], most[WP_LOAD_TEXT], load[WP_LOAD_TEXT], limit[WP_LOAD_TEXT], id[64];
    bool same = found.most == found.least;
    if (found.count == 0)
        return;
    load_words(found.least, least);
    load_words(found.most, most);
    if (found.fullest >= 0) {
        wp_text_short(round->lecturers[found.fullest].id, 12, id, sizeof id);
        load_words(summary->totals->lecturer_load[found.fullest], load);
        load_words(round->lecturers[found.fullest].max_load, limit);
    }
    if (found.fullest < 0 && same)
        snprintf(summary->lecturers, SENTENCE, _("%d, each with a load of %s"), found.count, least);
    else if (found.fullest < 0)
        snprintf(summary->lecturers, SENTENCE, _("%d, each with a load of %s to %s"), found.count, least,
                 most);
    else if (same)
        snprintf(summary->lecturers, SENTENCE, _("%d, each with a load of %s; fullest: %s, %s of %s"),
                 found.count, least, id, load, limit);
    else
        snprintf(summary->lecturers, SENTENCE, _("%d, each with a load of %s to %s; fullest: %s, %s of %s"),
                 found.count, least, most, id, load, limit);
}

static void describe_projects(struct summary *summary) {
    int open = summary->totals->open_projects;
    snprintf(summary->projects, SENTENCE, _("%d open, %d closed"), open,
             summary->round->project_count - open);
}

/* A sentence of any length; NULL without memory. */
static WP_PRINTF(1, 2) char *compose(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length >= 0 ? malloc((size_t)length + 1) : NULL;
    va_start(arguments, format);
    if (text)
        vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

static int describe(struct summary *summary, struct wp_error *error) {
    const struct wp_summary_screen *screen = summary->screen;
    int code = wp_totals_new(summary->round, summary->solution->plan, &summary->totals, error);
    if (code == 0)
        code = wp_fairness_new(summary->round, summary->solution->plan, &summary->fairness, error);
    if (code != 0)
        return code;
    describe_travel(summary);
    describe_lecturers(summary);
    describe_projects(summary);
    wp_fairness_words(summary->fairness, summary->serves, SENTENCE);
    summary->place = *screen->files ? compose(_("The plan lies in %s (%s)"), screen->folder, screen->files)
                                    : compose(_("The plan lies in %s"), screen->folder);
    summary->proposal =
        compose(_("A proposal, until it is published with: wijkplaats publish %s"), screen->folder);
    return summary->place && summary->proposal ? 0 : wp_error_memory(error);
}

/* The lines that a terminal makes of a text. */
static int wrapped_rows(const char *text) {
    size_t width = wp_display_width(text);
    return width > SCREEN_WIDTH ? (int)((width + SCREEN_WIDTH - 1) / SCREEN_WIDTH) : 1;
}

static int count_facts(const struct summary *summary) {
    return (*summary->travel != '\0') + (*summary->lecturers != '\0') + (*summary->projects != '\0') +
           (*summary->serves != '\0');
}

/* Takes lines from a part, down to `least`, as long as there are too many. */
static void take(int *part, int least, int *excess) {
    int most = *part - least, given = *excess < most ? *excess : most;
    if (given <= 0)
        return;
    *part -= given;
    *excess -= given;
}

/* What gives way where the screen is too low: first what fairness.csv and summary.json have too. */
static struct parts lay_out(const struct summary *summary) {
    const struct wp_round *round = summary->round;
    const int level_count = summary->solution->level_count;
    struct wp_profile_bar bars[WP_PROFILE_BARS];
    struct parts parts = {.ranks = round->max_rank < WP_PROFILE_RANKS ? round->max_rank : WP_PROFILE_RANKS,
                          .groups = wp_fairness_group_rows(summary->fairness),
                          .levels = level_count < LEVEL_ROWS ? level_count : LEVEL_ROWS,
                          .blanks = 2};
    int excess = 2 + wp_profile_bars(round, summary->solution->plan, parts.ranks, bars) + parts.groups +
                 parts.levels + parts.blanks + count_facts(summary) + wrapped_rows(summary->place) +
                 wrapped_rows(summary->proposal) - summary->screen->rows;
    take(&parts.groups, FEW_GROUPS, &excess);
    take(&parts.levels, FEW_LEVELS, &excess);
    take(&parts.blanks, 0, &excess);
    take(&parts.ranks, FEW_RANKS, &excess);
    if (excess > 0) {
        excess -= parts.groups;
        parts.groups = 0;
    }
    take(&parts.levels, FEWEST_LEVELS, &excess);
    return parts;
}

static const char *verdict(const struct wp_round *round, const struct wp_solution *solution) {
    if (solution->outcome == WP_OUTCOME_OPTIMAL)
        return _("Proven: no better plan exists.");
    if (solution->stopped)
        return _("Stopped by you: the best plan so far; a better one may exist.");
    if (round->settings->gap > 0)
        return _("Not proven best: the search ended at the accepted gap, or at a limit.");
    return _("A limit was reached: the best plan so far; a better one may exist.");
}

/* A line for each sentence, behind a word that says what it is about. */
static void put_facts(FILE *out, const struct summary *summary) {
    const struct {
        const char *about, *words;
    } facts[] = {{_("Travel"), summary->travel},
                 {_("Lecturers"), summary->lecturers},
                 {_("Projects"), summary->projects},
                 {_("Fairness"), summary->serves}};
    size_t margin = 0;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (wp_display_width(facts[i].about) + 2 > margin)
            margin = wp_display_width(facts[i].about) + 2;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (!*facts[i].words)
            continue;
        wp_text_cell(out, facts[i].about, margin);
        wp_text_cut(out, facts[i].words, WP_TERMINAL_WIDTH - margin);
        fputc('\n', out);
    }
}

static void put_verdict(FILE *out, const struct summary *summary) {
    const struct wp_solution *solution = summary->solution;
    enum wp_style style = solution->outcome == WP_OUTCOME_OPTIMAL ? WP_STYLE_PROVEN : WP_STYLE_NOT_PROVEN;
    char seconds[32];
    snprintf(seconds, sizeof seconds, "%.1f", solution->seconds);
    wp_style_begin(out, summary->screen->colours, style);
    fputs(verdict(summary->round, solution), out);
    wp_style_end(out, summary->screen->colours, style);
    fprintf(out, " (%s s)\n", wp_decimal_words(seconds));
}

static void put_end(FILE *out, const char *sentence) {
    wp_text_put(out, sentence, strlen(sentence));
    fputc('\n', out);
}

static void put_all(FILE *out, const struct summary *summary) {
    const bool colours = summary->screen->colours;
    const struct parts parts = lay_out(summary);
    struct wp_profile_bar bars[WP_PROFILE_BARS];
    int count = wp_profile_bars(summary->round, summary->solution->plan, parts.ranks, bars);
    put_headline(out, summary);
    wp_profile_text(out, bars, count, summary->screen->blocks, colours);
    if (parts.blanks > 0)
        fputc('\n', out);
    put_facts(out, summary);
    if (parts.groups > 0)
        wp_fairness_groups(out, summary->round, summary->fairness, parts.groups);
    if (parts.blanks > 1)
        fputc('\n', out);
    wp_levels_text(out, summary->solution, parts.levels, colours);
    put_verdict(out, summary);
    put_end(out, summary->place);
    put_end(out, summary->proposal);
}

int wp_summary_text(FILE *out, const struct wp_round *round, const struct wp_solution *solution,
                    const struct wp_summary_screen *screen, struct wp_error *error) {
    struct summary summary = {.round = round, .solution = solution, .screen = screen};
    int code = describe(&summary, error);
    if (code == 0)
        put_all(out, &summary);
    wp_fairness_free(summary.fairness);
    wp_totals_free(summary.totals);
    free(summary.place);
    free(summary.proposal);
    return code;
}
