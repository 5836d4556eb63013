/* fairness_text.c: on a terminal, whether a plan serves everybody alike. */
#include "fairness_text.h"
#include "ratio_text.h"
#include "utf8.h"
#include <stdbool.h>

#define NAME_WIDTH 14
#define GROUP_ROWS 6 /* of one kind; fairness.csv has them all */

/* Programmes and circles: districts are too many for a screen. */
static const enum wp_fairness_kind shown[] = {WP_FAIRNESS_PROGRAMME, WP_FAIRNESS_CIRCLE};
#define SHOWN (sizeof shown / sizeof *shown)

void wp_fairness_line(FILE *out, const struct wp_fairness *fairness) {
    const struct wp_fairness_group *all = &fairness->all;
    char first[WP_RATIO_TEXT], top3[WP_RATIO_TEXT];
    if (all->chose == 0)
        return;
    fprintf(out, "Fairness   first choice %s, top 3 %s; ", wp_percent_text(all->first, all->chose, first),
            wp_percent_text(all->top3, all->chose, top3));
    if (fairness->envious == 0)
        fputs("nobody envies another\n", out);
    else
        fprintf(out, "%d student%s another\n", fairness->envious,
                fairness->envious == 1 ? " envies" : "s envy");
}

/* A name in its column, cut where it is longer. */
static void put_name(FILE *out, const char *name) {
    size_t length = wp_utf8_count(name);
    size_t kept = length > NAME_WIDTH ? NAME_WIDTH - 3 : length;
    fprintf(out, "%.*s%s", (int)wp_utf8_first(name, kept), name, length > NAME_WIDTH ? "..." : "");
    fprintf(out, "%*s", length < NAME_WIDTH ? (int)(NAME_WIDTH - length) : 0, "");
}

static void put_group(FILE *out, const struct wp_fairness_group *group, bool trips) {
    char mean[WP_RATIO_TEXT];
    put_name(out, *group->name ? group->name : "(none)");
    fprintf(out, " %8d %5s", group->students,
            group->ranked ? wp_ratio_text(group->rank_sum, group->ranked, 1, mean) : "-");
    if (trips)
        fprintf(out, " %7s", group->trips ? wp_ratio_text(group->minutes, group->trips, 1, mean) : "-");
}

/* Lines of a kind below its heading. */
static int line_count(const struct wp_fairness_table *table) {
    return table->count < GROUP_ROWS ? table->count : GROUP_ROWS;
}

/* A kind's heading (row 0), one of its groups, or, in the last line, how many more there are. */
static void put_cell(FILE *out, const struct wp_fairness *fairness, enum wp_fairness_kind kind, int row,
                     bool trips) {
    const struct wp_fairness_table *table = &fairness->by[kind];
    int width = NAME_WIDTH + (trips ? 23 : 15);
    char text[64];
    if (row > line_count(table)) {
        fprintf(out, "%*s", width, "");
    } else if (row == 0) {
        fprintf(out, "%-*s students  rank%s", NAME_WIDTH, wp_fairness_kind_name(kind),
                trips ? " minutes" : "");
    } else if (row == GROUP_ROWS && table->count > GROUP_ROWS) {
        snprintf(text, sizeof text, "%d more in fairness.csv", table->count - GROUP_ROWS + 1);
        fprintf(out, "%-*s", width, text);
    } else {
        put_group(out, &table->groups[row - 1], trips);
    }
}

void wp_fairness_groups(FILE *out, const struct wp_round *round, const struct wp_fairness *fairness) {
    enum wp_fairness_kind kinds[SHOWN];
    size_t kind_count = 0;
    int rows = 0;
    bool trips = wp_round_has_trips(round);
    for (size_t k = 0; k < SHOWN; k++) {
        const struct wp_fairness_table *table = &fairness->by[shown[k]];
        if (table->count < 2)
            continue;
        kinds[kind_count++] = shown[k];
        rows = line_count(table) > rows ? line_count(table) : rows;
    }
    for (int row = 0; row <= rows && kind_count > 0; row++) {
        size_t filled = kind_count;
        while (row > line_count(&fairness->by[kinds[filled - 1]]))
            filled--;
        for (size_t k = 0; k < filled; k++) {
            fputs("  ", out);
            put_cell(out, fairness, kinds[k], row, trips);
        }
        fputc('\n', out);
    }
}
