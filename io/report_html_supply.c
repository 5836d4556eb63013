/* report_html_supply.c: what students ask against the seats there are and the places that the plan fills, by
 * orientation and by domain. */
#include "language.h"
#include "report_html_parts.h"
#include "supply.h"

#define MOST_PICTURES 12 /* domains; the table has them all */
#define BARS          4

struct both {
    struct wp_supply orientations, domains;
};

static bool count(const struct wp_report *report, struct wp_arena *arena, struct both *both) {
    return wp_supply_by_orientation(report->round, report->plan, arena, &both->orientations) &&
           wp_supply_by_domain(report->round, report->plan, arena, &both->domains);
}

static bool has_supply(const struct wp_report *report) {
    const struct wp_round *round = report->round;
    for (int s = 0; s < round->student_count; s++)
        if (round->students[s].orientation != WP_ORIENTATION_NONE)
            return true;
    for (int p = 0; p < round->project_count; p++)
        if (round->projects[p].orientation != WP_ORIENTATION_NONE || round->projects[p].domain >= 0)
            return true;
    return false;
}

static void put_name(struct wp_html *html, const struct wp_supply_row *row, bool domains) {
    if (domains && row->domain)
        wp_html_name(html, row->domain);
    else
        wp_html_text(html, "%s", domains ? _("not said") : wp_report_orientation(row->orientation));
}

static void put_picture(struct wp_html *html, const struct wp_supply_row *row, bool domains, int64_t full) {
    struct wp_svg_bar bars[BARS];
    int count = 0;
    if (!domains)
        bars[count++] = (struct wp_svg_bar){_("want it"), "demand", row->asking, -1};
    bars[count++] = (struct wp_svg_bar){_("first choice"), "demand", row->first, -1};
    bars[count++] = (struct wp_svg_bar){_("seats"), "offer", row->seats, -1};
    bars[count++] = (struct wp_svg_bar){_("filled"), "bar", row->filled, -1};
    wp_html_raw(html, "<figure>\n<figcaption>");
    put_name(html, row, domains);
    if (row->projects > 0) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, _("%d of %d projects run"), row->open, row->projects);
        wp_html_raw(html, "</small>");
    }
    wp_html_raw(html, "</figcaption>\n");
    wp_svg_bars(html, _("Asked, offered and filled"), bars, count, full);
    wp_html_raw(html, "</figure>\n");
}

static void widen(int64_t *full, int64_t value) {
    *full = value > *full ? value : *full;
}

/* Of many domains those with the most seats and first choices are drawn, in the order of the table. */
static bool is_drawn(const struct wp_supply *supply, int at) {
    int larger = 0;
    int64_t own = supply->rows[at].seats + supply->rows[at].first;
    for (int i = 0; i < supply->count; i++) {
        int64_t size = supply->rows[i].seats + supply->rows[i].first;
        larger += size > own || (size == own && i < at);
    }
    return larger < MOST_PICTURES;
}

/* Is there anything of this kind of work? */
static bool is_empty(const struct wp_supply_row *row) {
    return row->asking == 0 && row->choices == 0 && row->seats == 0 && row->filled == 0;
}

static void put_pictures(struct wp_html *html, const struct wp_supply *supply, bool domains) {
    int64_t full = 1;
    for (int i = 0; i < supply->count; i++) {
        widen(&full, supply->rows[i].asking);
        widen(&full, supply->rows[i].first);
        widen(&full, supply->rows[i].seats);
        widen(&full, supply->rows[i].filled);
    }
    if (supply->count > MOST_PICTURES)
        wp_html_paragraph(html, _("The pictures show the %d largest of %d; the table has them all."),
                          MOST_PICTURES, supply->count);
    wp_html_raw(html, "<div class=\"pictures\">\n");
    for (int i = 0; i < supply->count; i++)
        if (is_drawn(supply, i) && !is_empty(&supply->rows[i]))
            put_picture(html, &supply->rows[i], domains, full);
    wp_html_raw(html, "</div>\n");
}

static void put_row(struct wp_html *html, const struct wp_supply_row *row, const struct wp_supply_row *sum,
                    bool domains) {
    char number[WP_NUMBER_TEXT];
    wp_html_row(html);
    wp_html_row_heading(html);
    put_name(html, row, domains);
    wp_html_row_heading_end(html);
    if (!domains)
        wp_report_html_share_cell(html, row->asking, sum->asking);
    wp_report_html_share_cell(html, row->first, sum->first);
    wp_report_html_share_cell(html, row->choices, sum->choices);
    wp_html_cell_number(html, row->projects, 0);
    wp_html_cell_number(html, row->seats, 0);
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", wp_number_text(row->seats - row->first, 0, true, number));
    wp_html_cell_end(html);
    wp_html_cell_number(html, row->open, 0);
    wp_report_html_share_cell(html, row->filled, sum->filled);
    wp_html_row_end(html);
}

static void put_table(struct wp_html *html, const struct wp_supply *supply, bool domains) {
    struct wp_supply_row sum = {0};
    for (int i = 0; i < supply->count; i++) {
        sum.asking += supply->rows[i].asking;
        sum.first += supply->rows[i].first;
        sum.choices += supply->rows[i].choices;
        sum.filled += supply->rows[i].filled;
    }
    wp_html_table(html, true,
                  domains ? _("Supply and demand by domain") : _("Supply and demand by orientation"));
    wp_html_column(html, WP_HTML_WORDS, domains ? _("Domain") : _("Orientation"));
    if (!domains)
        wp_html_column(html, WP_HTML_NUMBER, _("Students who want it"));
    wp_html_column(html, WP_HTML_NUMBER, _("First choices"));
    wp_html_column(html, WP_HTML_NUMBER, _("All choices"));
    wp_html_column(html, WP_HTML_NUMBER, _("Projects that can run"));
    wp_html_column(html, WP_HTML_NUMBER, _("Seats"));
    wp_html_column(html, WP_HTML_NUMBER, _("Seats less first choices"));
    wp_html_column(html, WP_HTML_NUMBER, _("Projects that run"));
    wp_html_column(html, WP_HTML_NUMBER, _("Places filled"));
    wp_html_table_rows(html);
    for (int i = 0; i < supply->count; i++)
        if (!is_empty(&supply->rows[i]))
            put_row(html, &supply->rows[i], &sum, domains);
    wp_html_table_end(html);
}

/* Whether students do what they wanted. */
static void put_crossing(struct wp_html *html, const struct wp_report *report) {
    static const enum wp_orientation order[] = {WP_ORIENTATION_INDIVIDUAL, WP_ORIENTATION_COLLECTIVE,
                                                WP_ORIENTATION_NONE};
    struct wp_supply_crossing crossing;
    wp_supply_cross(report->round, report->plan, &crossing);
    wp_html_table(html, false, _("What students want, and the orientation of the project that they got"));
    wp_html_column(html, WP_HTML_WORDS, _("Students who want"));
    for (int i = 0; i < WP_ORIENTATIONS; i++)
        wp_html_column(html, WP_HTML_NUMBER, wp_report_orientation(order[i]));
    wp_html_column(html, WP_HTML_NUMBER, _("not placed"));
    wp_html_table_rows(html);
    for (int i = 0; i < WP_ORIENTATIONS; i++) {
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_text(html, "%s", wp_report_orientation(order[i]));
        wp_html_row_heading_end(html);
        for (int k = 0; k < WP_ORIENTATIONS; k++)
            wp_html_cell_number(html, crossing.students[order[i]][order[k]], 0);
        wp_html_cell_number(html, crossing.students[order[i]][WP_ORIENTATIONS], 0);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

/* How much collective work the plan does, and the quota if there is one. */
static void put_share(struct wp_html *html, const struct wp_report *report, const struct wp_supply *supply) {
    int quota = report->round->settings->rules.collective_share, collective = 0, placed = 0;
    char share[WP_NUMBER_TEXT], asked[WP_NUMBER_TEXT];
    for (int i = 0; i < supply->count; i++) {
        placed += supply->rows[i].filled;
        if (supply->rows[i].orientation == WP_ORIENTATION_COLLECTIVE)
            collective = supply->rows[i].filled;
    }
    if (placed == 0)
        return;
    wp_report_share(collective, placed, share);
    if (quota > 0)
        wp_html_paragraph(html,
                          _("%d of the %d placed students, %s%%, are on collective projects; the round asks "
                            "for at least %s%%."),
                          collective, placed, share, wp_hundredths_text(quota, asked));
    else
        wp_html_paragraph(html, _("%d of the %d placed students, %s%%, are on collective projects."),
                          collective, placed, share);
}

void wp_report_html_supply(struct wp_html *html, const struct wp_report *report) {
    struct wp_arena *arena;
    struct both both;
    bool wanted = false;
    if (!has_supply(report))
        return;
    arena = wp_arena_new();
    if (!arena || !count(report, arena, &both)) {
        html->out_of_memory = true;
        wp_arena_free(arena);
        return;
    }
    for (int i = 0; i < both.orientations.count; i++)
        wanted |= both.orientations.rows[i].asking > 0 &&
                  both.orientations.rows[i].orientation != WP_ORIENTATION_NONE;
    wp_html_section(html, 2, "supply", "%s", _("Supply and demand"));
    wp_html_paragraph(html, "%s",
                      _("Demand is what students ask, supply the seats of the projects that can run. Below "
                        "each share stands how many that is."));
    if (both.orientations.known) {
        wp_html_section(html, 3, "", "%s", _("By orientation"));
        put_share(html, report, &both.orientations);
        put_pictures(html, &both.orientations, false);
        put_table(html, &both.orientations, false);
        if (wanted)
            put_crossing(html, report);
        wp_html_section_end(html);
    }
    if (both.domains.known) {
        wp_html_section(html, 3, "", "%s", _("By domain"));
        put_pictures(html, &both.domains, true);
        put_table(html, &both.domains, true);
        wp_html_section_end(html);
    }
    wp_html_section_end(html);
    wp_arena_free(arena);
}
