/* fairness_text.c: on a terminal, whether a plan serves everybody alike. */
#include "fairness_text.h"
#include "display_width.h"
#include "language.h"
#include "ratio_text.h"
#include "terminal_text.h"
#include <stdbool.h>

#define NAME_WIDTH    13
#define STUDENT_WIDTH 9
#define RANK_WIDTH    5
#define MINUTES_WIDTH 7
#define GROUP_ROWS    6 /* of one kind; fairness.csv has them all */

/* Programmes and circles: districts are too many for a screen. */
static const struct {
    enum wp_fairness_kind kind;
    const char *name;
} shown[] = {{WP_FAIRNESS_PROGRAMME, N_("programme")}, {WP_FAIRNESS_CIRCLE, N_("circle")}};
#define SHOWN (sizeof shown / sizeof *shown)

void wp_fairness_words(const struct wp_fairness *fairness, char *text, size_t size) {
    const struct wp_fairness_group *all = &fairness->all;
    char first[WP_RATIO_TEXT], top3[WP_RATIO_TEXT];
    text[0] = '\0';
    if (all->chose == 0)
        return;
    wp_percent_text(all->first, all->chose, first);
    wp_percent_text(all->top3, all->chose, top3);
    wp_decimal_words(first);
    wp_decimal_words(top3);
    if (fairness->envious == 0)
        snprintf(text, size, _("first choice %s, top 3 %s; nobody envies another"), first, top3);
    else
        snprintf(text, size,
                 ngettext("first choice %s, top 3 %s; %d student envies another",
                          "first choice %s, top 3 %s; %d students envy another",
                          (unsigned long)fairness->envious),
                 first, top3, fairness->envious);
}

/* Right-aligned, also in two bytes a letter. */
static void put_right(FILE *out, const char *text, size_t width) {
    size_t columns = wp_display_width(text);
    fprintf(out, "%*s", columns < width ? (int)(width - columns) : 0, "");
    wp_text_cut(out, text, width);
}

static void put_columns(FILE *out, const char *name, const char *students, const char *rank,
                        const char *minutes) {
    wp_text_cell(out, name, NAME_WIDTH);
    fputc(' ', out);
    put_right(out, students, STUDENT_WIDTH);
    fputc(' ', out);
    put_right(out, rank, RANK_WIDTH);
    if (minutes) {
        fputc(' ', out);
        put_right(out, minutes, MINUTES_WIDTH);
    }
}

static void put_group(FILE *out, const struct wp_fairness_group *group, bool trips) {
    char students[16], rank[WP_RATIO_TEXT] = "-", minutes[WP_RATIO_TEXT] = "-";
    snprintf(students, sizeof students, "%d", group->students);
    if (group->ranked)
        wp_ratio_text(group->rank_sum, group->ranked, 1, rank);
    if (group->trips)
        wp_ratio_text(group->minutes, group->trips, 1, minutes);
    put_columns(out, *group->name ? group->name : _("(none)"), students, wp_decimal_words(rank),
                trips ? wp_decimal_words(minutes) : NULL);
}

/* Lines of a kind below its heading. */
static int line_count(const struct wp_fairness_table *table, int rows) {
    return table->count < rows - 1 ? table->count : rows - 1;
}

/* A kind's heading (row 0), one of its groups, or, in the last line, how many more there are. */
static void put_cell(FILE *out, const struct wp_fairness_table *table, const char *name, int row, int rows,
                     bool trips) {
    if (row > line_count(table, rows)) {
        put_columns(out, "", "", "", trips ? "" : NULL);
    } else if (row == 0) {
        put_columns(out, name, _("students"), _("rank"), trips ? _("minutes") : NULL);
    } else if (row == rows - 1 && table->count > rows - 1) {
        const size_t width =
            NAME_WIDTH + 1 + STUDENT_WIDTH + 1 + RANK_WIDTH + (trips ? 1 + MINUTES_WIDTH : 0);
        int more = table->count - rows + 2;
        char text[128];
        snprintf(text, sizeof text,
                 ngettext("%d more in fairness.csv", "%d more in fairness.csv", (unsigned long)more), more);
        wp_text_cell(out, text, width);
    } else {
        put_group(out, &table->groups[row - 1], trips);
    }
}

int wp_fairness_group_rows(const struct wp_fairness *fairness) {
    int rows = 0;
    for (size_t k = 0; k < SHOWN; k++) {
        const struct wp_fairness_table *table = &fairness->by[shown[k].kind];
        int lines = 1 + line_count(table, 1 + GROUP_ROWS);
        if (table->count >= 2 && lines > rows)
            rows = lines;
    }
    return rows;
}

void wp_fairness_groups(FILE *out, const struct wp_round *round, const struct wp_fairness *fairness,
                        int rows) {
    const struct wp_fairness_table *tables[SHOWN] = {NULL};
    const char *names[SHOWN] = {NULL};
    size_t count = 0;
    int lines = 0;
    bool trips = wp_round_has_trips(round);
    for (size_t k = 0; k < SHOWN; k++) {
        const struct wp_fairness_table *table = &fairness->by[shown[k].kind];
        if (table->count < 2)
            continue;
        names[count] = _(shown[k].name);
        tables[count++] = table;
        lines = line_count(table, rows) > lines ? line_count(table, rows) : lines;
    }
    for (int row = 0; row <= lines && count > 0; row++) {
        size_t filled = count;
        while (filled > 0 && row > line_count(tables[filled - 1], rows))
            filled--;
        for (size_t k = 0; k < filled; k++) {
            fputs("  ", out);
            put_cell(out, tables[k], names[k], row, rows, trips);
        }
        fputc('\n', out);
    }
}
