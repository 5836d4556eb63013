/* whatif_html_fairness.c: whether a run serves everybody alike. */
#include "language.h"
#include "ratio_text.h"
#include "whatif_html_parts.h"

/* "102" and below it its share in words of the language: "57,9%". */
static void put_share(struct wp_html *html, int part, int whole) {
    char number[WP_NUMBER_TEXT];
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%d", part);
    if (whole > 0) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, "%s%%", wp_number_text(wp_ratio(100 * (int64_t)part, whole, 1), 1, false, number));
        wp_html_raw(html, "</small>");
    }
    wp_html_cell_end(html);
}

static void put_row(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    const struct wp_figures *figures = row->figures;
    wp_whatif_html_row(html, whatif, row);
    wp_whatif_html_heading(html, whatif, row);
    wp_html_cell_number(html, figures->chose, 0);
    put_share(html, figures->first, figures->chose);
    put_share(html, figures->top3, figures->chose);
    wp_html_cell_number(html, figures->unlisted, 0);
    put_share(html, figures->envious, figures->chose);
    if (figures->longest_trip >= 0)
        wp_html_cell_number(html, figures->longest_trip, 0);
    else
        wp_whatif_html_no_cell(html);
    if (figures->balance >= 0) {
        char number[WP_NUMBER_TEXT];
        wp_html_cell(html, WP_HTML_NUMBER);
        wp_html_text(html, "%s%%", wp_number_text(figures->balance, 1, false, number));
        wp_html_cell_end(html);
    } else {
        wp_whatif_html_no_cell(html);
    }
    wp_html_row_end(html);
}

void wp_whatif_html_fairness(struct wp_html *html, const struct wp_whatif *whatif) {
    if (!wp_whatif_has_plans(whatif))
        return;
    wp_html_section(html, 2, "fairness", "%s", _("Fairness"));
    wp_html_table(
        html, true,
        _("Shares are of the students who chose. Students envy another who has a project that they rank "
          "better and could have, with a lower lottery number than theirs. The spread of loads is between "
          "the fullest lecturer and the emptiest, in parts of their maxima."));
    wp_html_column(html, WP_HTML_WORDS, _("Scenario"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students who chose"));
    wp_html_column(html, WP_HTML_NUMBER, _("First choice"));
    wp_html_column(html, WP_HTML_NUMBER, _("First three choices"));
    wp_html_column(html, WP_HTML_NUMBER, _("Unlisted"));
    wp_html_column(html, WP_HTML_NUMBER, _("Envy another"));
    wp_html_column(html, WP_HTML_NUMBER, _("Longest trip in minutes"));
    wp_html_column(html, WP_HTML_NUMBER, _("Spread of loads"));
    wp_html_table_rows(html);
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            put_row(html, whatif, &whatif->rows[r]);
    wp_html_table_end(html);
    wp_html_section_end(html);
}
