/* report_html_profile.c: how many students have which choice. */
#include "choice_bars.h"
#include "language.h"
#include "ratio_text.h"
#include "report_html_parts.h"

static void put_picture(struct wp_html *html, const struct wp_figures *figures) {
    struct wp_choice_bars all;
    struct wp_svg_bar bars[WP_CHOICE_BARS];
    wp_choice_bars_begin(&all, figures->max_rank);
    wp_choice_bars_widen(&all, figures);
    int count = wp_choice_bars_make(&all, figures, NULL, bars);
    if (count == 0)
        return;
    wp_html_raw(html, "<figure class=\"picture\">\n<figcaption>");
    wp_html_text(html, "%s", _("Students by choice"));
    wp_html_raw(html, "</figcaption>\n");
    wp_svg_bars(html, _("Students by choice"), bars, count, all.full);
    wp_html_raw(html, "</figure>\n");
}

/* students of all, and their share in per cent. */
static void put_row(struct wp_html *html, const struct wp_figures *figures, const char *heading,
                    int64_t students) {
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_text(html, "%s", heading);
    wp_html_row_heading_end(html);
    wp_html_cell_number(html, students, 0);
    wp_html_cell_number(html, wp_ratio(100 * students, figures->students, 1), 1);
    wp_html_row_end(html);
}

static void put_table(struct wp_html *html, const struct wp_figures *figures) {
    char heading[64];
    wp_html_table(html, false, _("How many students have which choice, and their share of all students."));
    wp_html_column(html, WP_HTML_WORDS, _("Choice"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Per cent"));
    wp_html_table_rows(html);
    for (int rank = 1; rank <= figures->max_rank; rank++) {
        snprintf(heading, sizeof heading, _("choice %d"), rank);
        put_row(html, figures, heading, figures->profile[rank - 1]);
    }
    put_row(html, figures, _("unlisted"), figures->unlisted);
    put_row(html, figures, _("not placed"), figures->students - figures->placed);
    wp_html_table_end(html);
}

void wp_report_html_profile(struct wp_html *html, const struct wp_report *report) {
    if (report->figures->students == 0)
        return;
    wp_html_section(html, 2, "profile", "%s", _("Who gets which choice"));
    wp_html_paragraph(html, "%s",
                      _("Unlisted are students with a project that is not in their list, also those who made "
                        "no choices."));
    wp_html_raw(html, "<div class=\"beside\">\n");
    put_picture(html, report->figures);
    put_table(html, report->figures);
    wp_html_raw(html, "</div>\n");
    wp_html_section_end(html);
}
