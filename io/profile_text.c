/* profile_text.c: on a terminal, how many got which choice, as bars. */
#include "profile_text.h"
#include "eligibility.h"
#include "terminal_style.h"
#include "terminal_text.h"
#include "translate.h"
#include <inttypes.h>

#define LABEL_WIDTH 21
#define BAR_WIDTH   43 /* of the longest bar */
#define FEWEST      3  /* ranks that have a bar of their own */

static const char *const one_rank[WP_PROFILE_RANKS] = {N_("1st choice"), N_("2nd choice"), N_("3rd choice"),
                                                       N_("4th choice"), N_("5th choice")};
static const char *const and_later[WP_PROFILE_RANKS] = {NULL, NULL, N_("3rd choice or later"),
                                                        N_("4th choice or later"), N_("5th choice or later")};

static enum wp_style style_of(int rank) {
    return rank == 1   ? WP_STYLE_FIRST_CHOICE
           : rank == 2 ? WP_STYLE_SECOND_CHOICE
           : rank == 3 ? WP_STYLE_THIRD_CHOICE
                       : WP_STYLE_LATER_CHOICE;
}

/* "Unlisted" is the word of placements.csv, so the bars use it and say what it means. */
int wp_profile_bars(const struct wp_round *round, const struct wp_plan *plan, int ranks,
                    struct wp_profile_bar bars[WP_PROFILE_BARS]) {
    int rows = ranks < FEWEST ? FEWEST : ranks > WP_PROFILE_RANKS ? WP_PROFILE_RANKS : ranks;
    if (round->max_rank < rows)
        rows = round->max_rank;
    int count = rows;
    int not_chosen = 0, no_choices = 0, unplaced = 0;
    for (int row = 0; row < rows; row++) {
        bool later = row == rows - 1 && round->max_rank > rows;
        bars[row] =
            (struct wp_profile_bar){later ? _(and_later[row]) : _(one_rank[row]), (int)style_of(row + 1), 0};
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
        bars[count++] = (struct wp_profile_bar){_("unlisted (not chosen)"), WP_STYLE_UNLISTED, not_chosen};
    if (no_choices > 0)
        bars[count++] = (struct wp_profile_bar){_("unlisted (no choices)"), WP_STYLE_UNLISTED, no_choices};
    if (unplaced > 0)
        bars[count++] = (struct wp_profile_bar){_("not placed"), WP_STYLE_NOT_PLACED, unplaced};
    return count;
}

static void put_bar(FILE *out, int count, int longest, bool blocks) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int parts = longest > 0 ? (int)((int64_t)count * BAR_WIDTH * 8 / longest) : 0;
    if (count > 0 && parts < 8)
        parts = 8; /* one student is seen too */
    for (int i = 0; i < parts / 8; i++)
        fputs(blocks ? "█" : "#", out);
    if (blocks)
        fputs(eighths[parts % 8], out);
}

void wp_profile_text(FILE *out, const struct wp_profile_bar *bars, int count, bool blocks, bool colours) {
    int longest = 0;
    for (int i = 0; i < count; i++)
        if (bars[i].count > longest)
            longest = bars[i].count;
    for (int i = 0; i < count; i++) {
        enum wp_style style = (enum wp_style)bars[i].style;
        fputs("  ", out);
        wp_text_cell(out, bars[i].label, LABEL_WIDTH);
        fputc(' ', out);
        if (bars[i].count > 0)
            wp_style_begin(out, colours, style);
        put_bar(out, bars[i].count, longest, blocks);
        if (bars[i].count > 0)
            wp_style_end(out, colours, style);
        fprintf(out, "%s%d\n", bars[i].count ? " " : "", bars[i].count);
    }
}
