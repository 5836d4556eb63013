/* whatif_html_swaps.c: may these students change places? The answer, the rules that say no, what each level
 * would become. */
#include "language.h"
#include "level_words.h"
#include "whatif_html_parts.h"
#include "whatif_words.h"
#include <string.h>

bool wp_whatif_has_swaps(const struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_swap(&whatif->rows[r]))
            return true;
    return false;
}

static void put_reasons(struct wp_html *html, const struct wp_whatif_row *row) {
    wp_html_cell(html, WP_HTML_WORDS);
    if (row->status == WP_WHATIF_ALLOWED)
        wp_html_text(html, "%s", _("none"));
    else if (row->reason_count == 0)
        wp_html_name(html, row->message);
    for (int i = 0; i < row->reason_count; i++) {
        wp_html_raw(html, "<div>");
        wp_html_name(html, row->reasons[i]);
        wp_html_raw(html, "</div>");
    }
    wp_html_cell_end(html);
}

static bool same_values(const struct wp_level *one, const struct wp_level *other) {
    return one->count == other->count &&
           memcmp(one->value, other->value, (size_t)one->count * sizeof *one->value) == 0;
}

/* Both have the levels of the same round, in the same order. */
static void put_levels(struct wp_html *html, const struct wp_figures *before,
                       const struct wp_figures *after) {
    bool any = false;
    wp_html_cell(html, WP_HTML_WORDS);
    for (int k = 0; k < before->level_count && k < after->level_count; k++) {
        const struct wp_level *one = &before->levels[k], *other = &after->levels[k];
        if (same_values(one, other))
            continue;
        any = true;
        wp_html_raw(html, "<div>");
        wp_html_text(html, "%s: ", wp_level_words(one->name));
        wp_whatif_html_values(html, one->value, one->count);
        wp_html_text(html, " → ");
        wp_whatif_html_values(html, other->value, other->count);
        wp_html_raw(html, "</div>");
    }
    if (!any)
        wp_html_text(html, "%s", _("Every level stays as it is"));
    wp_html_cell_end(html);
}

void wp_whatif_html_swaps(struct wp_html *html, const struct wp_whatif *whatif) {
    const struct wp_figures *base = whatif->rows[0].figures;
    if (!wp_whatif_has_swaps(whatif))
        return;
    wp_html_section(html, 2, "swaps", "%s", _("Who may change places"));
    wp_html_table(
        html, false,
        _("Each question about the base's plan: the answer, the rules that would be broken, and the levels "
          "that would change, before → after."));
    wp_html_column(html, WP_HTML_WORDS, _("Who"));
    wp_html_column(html, WP_HTML_WORDS, _("Answer"));
    wp_html_column(html, WP_HTML_WORDS, _("Rules broken"));
    wp_html_column(html, WP_HTML_WORDS, _("Levels"));
    wp_html_table_rows(html);
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        if (!wp_whatif_is_swap(row))
            continue;
        wp_html_row(html);
        wp_whatif_html_heading(html, whatif, row);
        wp_html_cell_text(html, wp_whatif_status_words(row->status));
        put_reasons(html, row);
        if (base && row->figures)
            put_levels(html, base, row->figures);
        else
            wp_whatif_html_no_cell(html);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
    wp_html_section_end(html);
}
