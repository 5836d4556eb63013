/* report_html_travel.c: how long students are under way. */
#include "language.h"
#include "ratio_text.h"
#include "report_html_parts.h"
#include "trip_classes.h"

static void put_facts(struct wp_html *html, const struct wp_report *report,
                      const struct wp_trip_classes *classes) {
    const struct wp_fairness_group *all = &report->fairness->all;
    char mean[WP_NUMBER_TEXT];
    int limit = report->round->settings->rules.max_minutes, unknown = all->placed - all->trips;
    wp_number_text(wp_ratio(all->minutes, all->trips, 1), 1, false, mean);
    wp_html_paragraph(html, _("Trips are one way. The mean is %s minutes, the longest %d."), mean,
                      all->longest);
    if (limit >= 0)
        wp_html_paragraph(
            html, _("The round allows at most %d minutes; a student's own limit goes before it."), limit);
    if (classes->all_over > 0)
        wp_html_paragraph(html,
                          ngettext("%d student travels longer than that, by an exception.",
                                   "%d students travel longer than that, by an exception.",
                                   (unsigned long)classes->all_over),
                          classes->all_over);
    if (unknown > 0)
        wp_html_paragraph(html,
                          ngettext("The trip of %d placed student is not known.",
                                   "The trips of %d placed students are not known.", (unsigned long)unknown),
                          unknown);
}

static void put_picture(struct wp_html *html, const struct wp_report *report,
                        const struct wp_trip_classes *classes) {
    const struct wp_svg_part beyond = {"unlisted", WP_SVG_STROKED, _("longer than allowed")};
    char description[WP_TRIP_CLASSES * 64] = "", limit_words[64];
    int limit = report->round->settings->rules.max_minutes;
    size_t length = 0;
    for (int i = 0; i < classes->count && length < sizeof description; i++)
        length +=
            (size_t)snprintf(description + length, sizeof description - length, _("%d to %d minutes: %d; "),
                             i * classes->step, (i + 1) * classes->step - 1, classes->trips[i]);
    snprintf(limit_words, sizeof limit_words, _("at most %d"), limit);
    const struct wp_svg_histogram histogram = {
        .title = _("Students by minutes under way"),
        .description = description,
        .axis = _("minutes, one way"),
        .count = classes->count,
        .step = classes->step,
        .values = classes->trips,
        .over = classes->over,
        .beyond = beyond,
        .limit = limit,
        .limit_words = limit_words,
    };
    wp_html_raw(html, "<figure class=\"picture\">\n");
    wp_svg_histogram(html, &histogram);
    if (classes->all_over > 0) {
        wp_html_raw(html, "<ul class=\"key\">\n");
        wp_svg_part_key(html, &beyond);
        wp_html_raw(html, "</ul>\n");
    }
    wp_html_raw(html, "</figure>\n");
}

static void put_classes(struct wp_html *html, const struct wp_trip_classes *classes, int all) {
    char share[WP_NUMBER_TEXT];
    wp_html_table(html, false, _("Students by minutes under way"));
    wp_html_column(html, WP_HTML_WORDS, _("Minutes"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Share"));
    if (classes->all_over > 0)
        wp_html_column(html, WP_HTML_NUMBER, _("Longer than allowed"));
    wp_html_table_rows(html);
    for (int i = 0; i < classes->count; i++) {
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_text(html, "%d–%d", i * classes->step, (i + 1) * classes->step - 1);
        wp_html_row_heading_end(html);
        wp_html_cell_number(html, classes->trips[i], 0);
        wp_html_cell(html, WP_HTML_NUMBER);
        wp_html_text(html, "%s%%", wp_report_share(classes->trips[i], all, share));
        wp_html_cell_end(html);
        if (classes->all_over > 0)
            wp_html_cell_number(html, classes->over[i], 0);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

static void put_circle(struct wp_html *html, const char *name, const struct wp_fairness_group *group) {
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_name(html, name);
    wp_html_row_heading_end(html);
    wp_html_cell_number(html, group->placed, 0);
    wp_report_html_mean_cell(html, group->minutes, group->trips, 1);
    if (group->trips == 0)
        wp_report_html_no_cell(html);
    else
        wp_html_cell_number(html, group->longest, 0);
    wp_html_row_end(html);
}

/* Circles by name, as in the groups. */
static void put_circles(struct wp_html *html, const struct wp_report *report) {
    const struct wp_fairness_table *circles = &report->fairness->by[WP_FAIRNESS_CIRCLE];
    if (circles->count < 2)
        return;
    wp_html_table(html, true, _("Trips by circle of the home district"));
    wp_html_column(html, WP_HTML_WORDS, _("Circle"));
    wp_html_column(html, WP_HTML_NUMBER, _("Placed students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Mean trip in minutes"));
    wp_html_column(html, WP_HTML_NUMBER, _("Longest"));
    wp_html_table_rows(html);
    for (int g = 0; g < circles->count; g++) {
        const char *name = circles->groups[g].name;
        put_circle(html, *name ? name : _("not said"), &circles->groups[g]);
    }
    put_circle(html, _("All students"), &report->fairness->all);
    wp_html_table_end(html);
}

void wp_report_html_travel(struct wp_html *html, const struct wp_report *report) {
    struct wp_trip_classes classes;
    wp_trips_classify(report->round, report->plan, &classes);
    if (classes.count == 0)
        return;
    wp_html_section(html, 2, "travel", "%s", _("Travel"));
    put_facts(html, report, &classes);
    wp_html_raw(html, "<div class=\"beside\">\n");
    put_picture(html, report, &classes);
    wp_html_raw(html, "<div>\n");
    put_circles(html, report);
    put_classes(html, &classes, report->fairness->all.trips);
    wp_html_raw(html, "</div>\n</div>\n");
    wp_html_section_end(html);
}
