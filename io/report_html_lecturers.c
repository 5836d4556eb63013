/* report_html_lecturers.c: what each lecturer has to carry, against her minimum and maximum. */
#include "language.h"
#include "report_html_parts.h"
#include "svg.h"
#include <stdlib.h>

#define MOST_BARS   48 /* lecturers in pictures; the table has them all */
#define FIGURE_BARS 16 /* in one picture */

/* What stands behind a bar and what it says to who hears it. */
struct load_words {
    char number[2 * WP_NUMBER_TEXT + 4], tells[160];
};

static void find_words(const struct wp_lecturer *lecturer, int load, struct load_words *words) {
    char own[WP_NUMBER_TEXT], least[WP_NUMBER_TEXT], most[WP_NUMBER_TEXT];
    wp_hundredths_text(load, own);
    wp_hundredths_text(lecturer->min_load, least);
    wp_hundredths_text(lecturer->max_load, most);
    if (lecturer->max_load == WP_UNLIMITED) {
        snprintf(words->number, sizeof words->number, "%s", own);
        snprintf(words->tells, sizeof words->tells, _("load %s, at least %s, no maximum"), own, least);
    } else {
        snprintf(words->number, sizeof words->number, "%s / %s", own, most);
        snprintf(words->tells, sizeof words->tells, _("load %s, at least %s, at most %s"), own, least, most);
    }
}

struct loaded {
    int lecturer, load;
};

/* The fullest first. */
static int by_load(const void *left, const void *right) {
    const struct loaded *one = left, *other = right;
    if (one->load != other->load)
        return one->load > other->load ? -1 : 1;
    return one->lecturer - other->lecturer;
}

static void put_pictures(struct wp_html *html, const struct wp_report *report, struct loaded *order,
                         int lecturers) {
    const struct wp_round *round = report->round;
    struct wp_svg_range ranges[MOST_BARS];
    struct load_words words[MOST_BARS];
    int count = lecturers < MOST_BARS ? lecturers : MOST_BARS;
    if (lecturers > MOST_BARS)
        qsort(order, (size_t)lecturers, sizeof *order, by_load);
    for (int i = 0; i < count; i++) {
        const struct wp_lecturer *lecturer = &round->lecturers[order[i].lecturer];
        find_words(lecturer, order[i].load, &words[i]);
        ranges[i] = (struct wp_svg_range){
            .id = lecturer->id,
            .name = lecturer->name,
            .number = words[i].number,
            .tells = words[i].tells,
            .value = order[i].load,
            .low = lecturer->min_load,
            .high = lecturer->max_load == WP_UNLIMITED ? -1 : lecturer->max_load,
        };
    }
    if (count < lecturers)
        wp_html_paragraph(html, _("The pictures show the %d lecturers with the greatest load of %d."), count,
                          lecturers);
    wp_report_html_ranges(html, _("Load of each lecturer"), ranges, count, FIGURE_BARS);
}

static void put_row(struct wp_html *html, const struct wp_report *report, int at, bool reserves) {
    const struct wp_lecturer *lecturer = &report->round->lecturers[at];
    int load = report->totals->lecturer_load[at];
    wp_html_row(html);
    wp_report_html_heading(html, lecturer->id, lecturer->name);
    wp_html_cell_number(html, report->totals->lecturer_projects[at], 0);
    wp_html_cell_number(html, report->totals->lecturer_students[at], 0);
    wp_report_html_load_cell(html, load);
    wp_report_html_load_cell(html, lecturer->min_load);
    wp_report_html_load_cell(html, lecturer->max_load);
    wp_report_html_load_cell(html,
                             lecturer->max_load == WP_UNLIMITED ? WP_UNLIMITED : lecturer->max_load - load);
    if (reserves)
        wp_report_html_load_cell(html, lecturer->reserve);
    wp_html_row_end(html);
}

static void put_table(struct wp_html *html, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    bool reserves = false;
    for (int l = 0; l < round->lecturer_count; l++)
        reserves |= round->lecturers[l].reserve > 0;
    wp_html_table(html, true,
                  reserves ? _("Load of each lecturer. The maximum is without what is kept free for late "
                               "students.")
                           : _("Load of each lecturer"));
    wp_html_column(html, WP_HTML_WORDS, _("Lecturer"));
    wp_html_column(html, WP_HTML_NUMBER, _("Projects"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Load"));
    wp_html_column(html, WP_HTML_NUMBER, _("Minimum"));
    wp_html_column(html, WP_HTML_NUMBER, _("Maximum"));
    wp_html_column(html, WP_HTML_NUMBER, _("Left"));
    if (reserves)
        wp_html_column(html, WP_HTML_NUMBER, _("Reserve"));
    wp_html_table_rows(html);
    for (int l = 0; l < round->lecturer_count; l++)
        put_row(html, report, l, reserves);
    wp_html_table_end(html);
}

void wp_report_html_lecturers(struct wp_html *html, const struct wp_report *report) {
    int count = report->round->lecturer_count;
    struct loaded *order;
    if (count == 0)
        return;
    order = calloc((size_t)count, sizeof *order);
    if (!order) {
        html->out_of_memory = true;
        return;
    }
    for (int l = 0; l < count; l++)
        order[l] = (struct loaded){l, report->totals->lecturer_load[l]};
    wp_html_section(html, 2, "lecturers", "%s", _("Lecturers"));
    wp_html_paragraph(html, "%s",
                      _("Load is the sum of the students' loads; a full-time student counts 1. Behind each "
                        "bar stand the load and the maximum."));
    wp_html_raw(html, "<ul class=\"key\">\n");
    wp_svg_ranges_key(html, _("load, in a frame up to the maximum"), _("minimum"));
    wp_html_raw(html, "</ul>\n");
    put_pictures(html, report, order, count);
    put_table(html, report);
    wp_html_section_end(html);
    free(order);
}
