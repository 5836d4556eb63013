/* whatif_html_profiles.c: how many students have which choice: a small picture for each run, all to one
 * scale. */
#include "language.h"
#include "svg.h"
#include "whatif_html_parts.h"
#include "whatif_measures.h"

#define MOST_RANKS 8 /* bars; later ranks share the last */
#define MOST_BARS  (MOST_RANKS + 2)

/* What all pictures have in common. */
struct profiles {
    int ranks;   /* bars of ranks */
    bool joined; /* the last is for all later ranks too */
    bool unlisted, unplaced;
    int64_t full;
    char labels[MOST_RANKS][24];
};

static int64_t of_rank(const struct profiles *all, const struct wp_figures *figures, int bar) {
    int64_t sum = 0;
    int last = all->joined && bar == all->ranks - 1 ? figures->max_rank - 1 : bar;
    for (int rank = bar; rank <= last && rank < figures->max_rank; rank++)
        sum += figures->profile[rank];
    return sum;
}

static void widen(int64_t *full, int64_t value) {
    if (value > *full)
        *full = value;
}

static void look_through(const struct wp_whatif *whatif, struct profiles *all) {
    *all = (struct profiles){.full = 1};
    int highest = 0;
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]) && whatif->rows[r].figures->max_rank > highest)
            highest = whatif->rows[r].figures->max_rank;
    all->joined = highest > MOST_RANKS;
    all->ranks = all->joined ? MOST_RANKS : highest;
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_figures *figures = whatif->rows[r].figures;
        if (!wp_whatif_is_compared(&whatif->rows[r]))
            continue;
        for (int bar = 0; bar < all->ranks; bar++)
            widen(&all->full, of_rank(all, figures, bar));
        widen(&all->full, figures->unlisted);
        widen(&all->full, figures->students - figures->placed);
        all->unlisted |= figures->unlisted > 0;
        all->unplaced |= figures->students > figures->placed;
    }
    for (int bar = 0; bar < all->ranks; bar++)
        snprintf(all->labels[bar], sizeof all->labels[bar],
                 all->joined && bar == all->ranks - 1 ? _("choice %d +") : _("choice %d"), bar + 1);
}

static int make_bars(const struct profiles *all, const struct wp_figures *figures,
                     const struct wp_figures *base, struct wp_svg_bar bars[MOST_BARS]) {
    int count = 0;
    for (int bar = 0; bar < all->ranks; bar++)
        bars[count++] = (struct wp_svg_bar){all->labels[bar], "bar", of_rank(all, figures, bar),
                                            base ? of_rank(all, base, bar) : -1};
    if (all->unlisted)
        bars[count++] =
            (struct wp_svg_bar){_("unlisted"), "unlisted", figures->unlisted, base ? base->unlisted : -1};
    if (all->unplaced)
        bars[count++] = (struct wp_svg_bar){_("not placed"), "unplaced", figures->students - figures->placed,
                                            base ? base->students - base->placed : -1};
    return count;
}

static void put_picture(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                        const struct profiles *all) {
    const struct wp_whatif_row *base = whatif->rows;
    struct wp_svg_bar bars[MOST_BARS];
    char text[WP_NUMBER_TEXT];
    int64_t rank;
    bool compare = row != base && wp_whatif_is_compared(base);
    int count = make_bars(all, row->figures, compare ? base->figures : NULL, bars);
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
    struct profiles all;
    if (!wp_whatif_has_plans(whatif))
        return;
    look_through(whatif, &all);
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
