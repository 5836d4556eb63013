/* report_html_groups.c: who gets which choice, by programme, home district and circle. */
#include "language.h"
#include "report_html_parts.h"
#include "svg.h"
#include <stdlib.h>

#define MOST_STACKS 24 /* groups in a picture; the table has them all */

/* How the students of a group fare, each student in one part. */
enum { FIRST, EARLY, LATER, UNLISTED, NO_CHOICES, NOT_PLACED, PARTS };

static const struct wp_svg_part looks[PARTS] = {
    [FIRST] = {"bar", WP_SVG_PLAIN, N_("first choice")},
    [EARLY] = {"bar-2", WP_SVG_PLAIN, N_("second or third choice")},
    [LATER] = {"bar-3", WP_SVG_PLAIN, N_("a later choice")},
    [UNLISTED] = {"unlisted", WP_SVG_STROKED, N_("unlisted")},
    [NO_CHOICES] = {"room", WP_SVG_PLAIN, N_("placed without choices")},
    [NOT_PLACED] = {"unplaced", WP_SVG_CROSSED, N_("not placed")},
};

/* A kind of group: what its parts of the page are called. */
struct kind_words {
    const char *heading, *picture, *column;
};

static const struct kind_words words[WP_FAIRNESS_KINDS] = {
    [WP_FAIRNESS_PROGRAMME] = {N_("By programme"), N_("Students by choice, by programme"), N_("Programme")},
    [WP_FAIRNESS_DISTRICT] = {N_("By home district"), N_("Students by choice, by home district"),
                              N_("District")},
    [WP_FAIRNESS_CIRCLE] = {N_("By circle of the home district"),
                            N_("Students by choice, by circle of the home district"), N_("Circle")},
};

/* One group tells nothing that the whole does not. */
static bool is_told(const struct wp_report *report, int kind) {
    return report->fairness->by[kind].count > 1;
}

static bool has_groups(const struct wp_report *report) {
    for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++)
        if (is_told(report, kind))
            return true;
    return false;
}

static void divide(const struct wp_fairness_group *group, int values[PARTS]) {
    values[FIRST] = group->first;
    values[EARLY] = group->top3 - group->first;
    values[LATER] = group->ranked - group->top3;
    values[UNLISTED] = group->unlisted;
    values[NO_CHOICES] = group->placed - group->ranked - group->unlisted;
    values[NOT_PLACED] = group->students - group->placed;
}

/* A district's name, where it has one. */
static const char *words_of(const struct wp_report *report, int kind, const struct wp_fairness_group *group) {
    const struct wp_round *round = report->round;
    if (!*group->name)
        return _("not said");
    return kind == WP_FAIRNESS_DISTRICT
               ? wp_district_text(round, wp_round_find(round, WP_DISTRICTS, group->name))
               : group->name;
}

/* The largest first; by name where they are equal. */
static int by_size(const void *left, const void *right) {
    const struct wp_fairness_group *one = *(const struct wp_fairness_group *const *)left;
    const struct wp_fairness_group *other = *(const struct wp_fairness_group *const *)right;
    if (one->students != other->students)
        return one->students > other->students ? -1 : 1;
    return (one > other) - (one < other);
}

static void put_picture(struct wp_html *html, const struct wp_report *report, int kind,
                        const struct wp_svg_part parts[PARTS]) {
    const struct wp_fairness_table *table = &report->fairness->by[kind];
    const struct wp_fairness_group **order = calloc((size_t)table->count, sizeof(void *));
    struct wp_svg_stack stacks[MOST_STACKS];
    int values[MOST_STACKS][PARTS], count = table->count < MOST_STACKS ? table->count : MOST_STACKS;
    if (!order) {
        html->out_of_memory = true;
        return;
    }
    for (int g = 0; g < table->count; g++)
        order[g] = &table->groups[g];
    if (table->count > MOST_STACKS)
        qsort(order, (size_t)table->count, sizeof(void *), by_size);
    for (int i = 0; i < count; i++) {
        divide(order[i], values[i]);
        stacks[i] = (struct wp_svg_stack){words_of(report, kind, order[i]), values[i]};
    }
    wp_html_raw(html, "<figure class=\"picture\">\n");
    if (count < table->count) {
        wp_html_raw(html, "<figcaption>");
        wp_html_text(html, _("The %d with the most students; the table has all %d"), count, table->count);
        wp_html_raw(html, "</figcaption>\n");
    }
    wp_svg_stacks(html, _(words[kind].picture), parts, PARTS, stacks, count);
    wp_html_raw(html, "</figure>\n");
    free(order);
}

static void put_row(struct wp_html *html, const struct wp_report *report, int kind,
                    const struct wp_fairness_group *group, bool trips) {
    wp_html_row(html);
    wp_html_row_heading(html);
    if (kind == WP_FAIRNESS_KINDS)
        wp_html_text(html, "%s", _("All students"));
    else
        wp_html_name(html, words_of(report, kind, group));
    wp_html_row_heading_end(html);
    wp_html_cell_number(html, group->students, 0);
    wp_report_html_share_cell(html, group->first, group->chose);
    wp_report_html_share_cell(html, group->top3, group->chose);
    wp_report_html_mean_cell(html, group->rank_sum, group->ranked, 2);
    wp_html_cell_number(html, group->unlisted, 0);
    wp_html_cell_number(html, group->students - group->placed, 0);
    if (trips)
        wp_report_html_mean_cell(html, group->minutes, group->trips, 1);
    wp_html_row_end(html);
}

static void put_table(struct wp_html *html, const struct wp_report *report, int kind) {
    const struct wp_fairness_table *table = &report->fairness->by[kind];
    bool trips = wp_round_has_trips(report->round);
    wp_html_table(html, true, _(words[kind].picture));
    wp_html_column(html, WP_HTML_WORDS, _(words[kind].column));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("First choice"));
    wp_html_column(html, WP_HTML_NUMBER, _("First three choices"));
    wp_html_column(html, WP_HTML_NUMBER, _("Mean rank"));
    wp_html_column(html, WP_HTML_NUMBER, _("Unlisted"));
    wp_html_column(html, WP_HTML_NUMBER, _("Not placed"));
    if (trips)
        wp_html_column(html, WP_HTML_NUMBER, _("Mean trip in minutes"));
    wp_html_table_rows(html);
    for (int g = 0; g < table->count; g++)
        put_row(html, report, kind, &table->groups[g], trips);
    put_row(html, report, WP_FAIRNESS_KINDS, &report->fairness->all, trips);
    wp_html_table_end(html);
}

void wp_report_html_groups(struct wp_html *html, const struct wp_report *report) {
    struct wp_svg_part parts[PARTS];
    if (!has_groups(report))
        return;
    for (int i = 0; i < PARTS; i++)
        parts[i] = (struct wp_svg_part){looks[i].class, looks[i].look, _(looks[i].meaning)};
    wp_html_section(html, 2, "groups", "%s", _("Programmes, districts and circles"));
    wp_html_paragraph(
        html, "%s",
        _("Shares, mean ranks and the unlisted are of the students who chose; the mean rank leaves out who "
          "is placed on an unlisted project. In the pictures each bar is a whole group, and the "
          "number behind it is how many students it has."));
    wp_html_raw(html, "<ul class=\"key\">\n");
    for (int i = 0; i < PARTS; i++)
        wp_svg_part_key(html, &parts[i]);
    wp_html_raw(html, "</ul>\n");
    for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++) {
        if (!is_told(report, kind))
            continue;
        wp_html_section(html, 3, "", "%s", _(words[kind].heading));
        wp_html_raw(html, "<div class=\"beside\">\n");
        put_picture(html, report, kind, parts);
        wp_html_raw(html, "<div>\n");
        put_table(html, report, kind);
        wp_html_raw(html, "</div>\n");
        wp_html_raw(html, "</div>\n");
        wp_html_section_end(html);
    }
    wp_html_section_end(html);
}
