/* whatif_html_profiles.c: how many students have which choice: a small picture for each run, all to one
 * scale. */
#include "choice_bars.h"
#include "language.h"
#include "whatif_html_parts.h"
#include "whatif_measures.h"

static void put_picture(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                        const struct wp_choice_bars *all) {
    const struct wp_whatif_row *base = whatif->rows;
    struct wp_svg_bar bars[WP_CHOICE_BARS];
    char text[WP_NUMBER_TEXT];
    int64_t rank;
    bool compare = row != base && wp_whatif_is_compared(base);
    int count = wp_choice_bars_make(all, row->figures, compare ? base->figures : NULL, bars);
    wp_html_raw(html, "<figure>\n<figcaption>");
    wp_whatif_html_label(html, whatif, row);
    wp_html_raw(html, "<small>");
    wp_html_text(html, _("%d of %d placed"), row->figures->placed, row->figures->students);
    if (wp_measure_value(row, WP_MEASURE_RANK, &rank))
        wp_html_text(html, _(", mean rank %s"), wp_number_text(rank, 2, false, text));
    wp_html_raw(html, "</small></figcaption>\n");
    wp_svg_bars(html, _("Students by choice"), bars, count, all->full);
    wp_html_raw(html, "</figure>\n");
}

void wp_whatif_html_profiles(struct wp_html *html, const struct wp_whatif *whatif) {
    struct wp_choice_bars all;
    if (!wp_whatif_has_plans(whatif))
        return;
    wp_choice_bars_begin(&all, wp_whatif_max_rank(whatif));
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            wp_choice_bars_widen(&all, whatif->rows[r].figures);
    wp_html_section(html, 2, "profiles", "%s", _("Who gets which choice"));
    wp_html_paragraph(
        html, "%s",
        _("Students by choice, all pictures to the same scale. The line across a bar is the base."));
    wp_html_raw(html, "<div class=\"pictures\">\n");
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            put_picture(html, whatif, &whatif->rows[r], &all);
    wp_html_raw(html, "</div>\n");
    wp_html_section_end(html);
}
