/* whatif_html_sweep.c: a sweep: how the figures follow the swept values: one key as charts side by side, two
 * as grids. */
#include "language.h"
#include "svg.h"
#include "whatif_html_parts.h"
#include "whatif_measures.h"
#include <stdlib.h>

#define CHART_WIDTH  320
#define CHART_HEIGHT 180
#define HEATS        5

static struct wp_measure_range range_of(const struct wp_whatif *whatif, const struct wp_whatif_sweep *sweep,
                                        int measure) {
    return wp_measure_range(&whatif->rows[sweep->first_row], sweep->scenario->variant_count,
                            (enum wp_whatif_measure)measure);
}

static bool varies(struct wp_measure_range range) {
    return range.known > 0 && range.least < range.most;
}

static void put_chart(struct wp_html *html, const struct wp_whatif *whatif,
                      const struct wp_whatif_sweep *sweep, enum wp_whatif_measure measure,
                      struct wp_svg_point *points) {
    const struct wp_sweep *key = &sweep->scenario->sweeps[0];
    struct wp_measure_range range = range_of(whatif, sweep, (int)measure);
    char description[256], least[WP_NUMBER_TEXT], most[WP_NUMBER_TEXT];
    int decimals = wp_measure_decimals(measure), count = 0;
    for (int v = 0; v < key->value_count; v++) {
        int64_t value;
        if (wp_measure_value(&whatif->rows[sweep->first_row + v], measure, &value))
            points[count++] = (struct wp_svg_point){.x = v, .y = value, .tells = key->values[v]};
    }
    snprintf(description, sizeof description, _("From %s to %s; every value stands in the table of all runs"),
             wp_number_text(range.least, decimals, false, least),
             wp_number_text(range.most, decimals, false, most));
    struct wp_svg_plot plot = {
        .title = wp_measure_name(measure),
        .description = description,
        .width = CHART_WIDTH,
        .height = CHART_HEIGHT,
        .x = {.name = "", .categories = key->values, .count = key->value_count},
        .y = {.name = "", .decimals = decimals},
        .points = points,
        .count = count,
        .path = points,
        .path_count = count,
    };
    wp_svg_axis_fit(&plot.y, range.least, range.most);
    wp_html_raw(html, "<figure>\n<figcaption>");
    wp_html_text(html, "%s", wp_measure_name(measure));
    wp_html_raw(html, "</figcaption>\n");
    wp_svg_plot(html, &plot);
    wp_html_raw(html, "</figure>\n");
}

void wp_whatif_html_trade_off(struct wp_html *html, const struct wp_whatif *whatif,
                              const struct wp_whatif_sweep *sweep) {
    struct wp_svg_point *points = calloc((size_t)sweep->scenario->variant_count, sizeof *points);
    if (!points) {
        html->out_of_memory = true;
        return;
    }
    wp_html_raw(html, "<div class=\"pictures large\">\n");
    for (int m = 0; m < WP_MEASURES; m++)
        if (varies(range_of(whatif, sweep, m)))
            put_chart(html, whatif, sweep, (enum wp_whatif_measure)m, points);
    wp_html_raw(html, "</div>\n");
    free(points);
}

/* Which key's values go down the rows: the one with more of them, so that the grid fits a page. The row of
 * figures for two values is found by the last key's values changing fastest. */
struct grid {
    const struct wp_sweep *down, *across;
    bool first_down;
};

static const struct wp_whatif_row *variant(const struct wp_whatif *whatif,
                                           const struct wp_whatif_sweep *sweep, const struct grid *grid,
                                           int down, int across) {
    int first = grid->first_down ? down : across, last = grid->first_down ? across : down;
    return &whatif->rows[sweep->first_row + first * sweep->scenario->sweeps[1].value_count + last];
}

static void put_grid_cell(struct wp_html *html, const struct wp_whatif_row *row,
                          enum wp_whatif_measure measure, struct wp_measure_range range) {
    char text[WP_NUMBER_TEXT];
    int64_t value;
    if (!wp_measure_value(row, measure, &value)) {
        wp_whatif_html_no_cell(html);
        return;
    }
    int heat = (int)((value - range.least) * HEATS / (range.most - range.least));
    wp_html_raw(html, "<td class=\"number heat-%d\">", heat);
    wp_html_text(html, "%s", wp_number_text(value, wp_measure_decimals(measure), false, text));
    wp_html_raw(html, "</td>");
}

static void put_grid(struct wp_html *html, const struct wp_whatif *whatif,
                     const struct wp_whatif_sweep *sweep, const struct grid *grid,
                     enum wp_whatif_measure measure) {
    struct wp_measure_range range = range_of(whatif, sweep, (int)measure);
    wp_html_raw(html, "<figure class=\"frame\" tabindex=\"0\">\n<table class=\"grid\">\n<caption>");
    wp_html_text(html, "%s", wp_measure_name(measure));
    wp_html_raw(html, "<small>");
    wp_html_text(html, _("down: %s; across: %s"), grid->down->key, grid->across->key);
    wp_html_raw(html, "</small></caption>\n<thead>\n<tr><td></td>");
    for (int a = 0; a < grid->across->value_count; a++)
        wp_html_column(html, WP_HTML_NUMBER, grid->across->values[a]);
    wp_html_table_rows(html);
    for (int d = 0; d < grid->down->value_count; d++) {
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_name(html, grid->down->values[d]);
        wp_html_row_heading_end(html);
        for (int a = 0; a < grid->across->value_count; a++)
            put_grid_cell(html, variant(whatif, sweep, grid, d, a), measure, range);
        wp_html_row_end(html);
    }
    wp_html_raw(html, "</tbody>\n</table>\n</figure>\n");
}

void wp_whatif_html_grids(struct wp_html *html, const struct wp_whatif *whatif,
                          const struct wp_whatif_sweep *sweep) {
    const struct wp_sweep *keys = sweep->scenario->sweeps;
    bool first_down = keys[0].value_count >= keys[1].value_count;
    const struct grid grid = {first_down ? &keys[0] : &keys[1], first_down ? &keys[1] : &keys[0], first_down};
    wp_html_raw(html, "<div class=\"pictures large\">\n");
    for (int m = 0; m < WP_MEASURES; m++)
        if (varies(range_of(whatif, sweep, m)))
            put_grid(html, whatif, sweep, &grid, (enum wp_whatif_measure)m);
    wp_html_raw(html, "</div>\n");
}

/* The figures that are the same for all variants need no picture. */
static void put_constants(struct wp_html *html, const struct wp_whatif *whatif,
                          const struct wp_whatif_sweep *sweep) {
    bool any = false;
    for (int m = 0; m < WP_MEASURES; m++) {
        struct wp_measure_range range = range_of(whatif, sweep, m);
        char text[WP_NUMBER_TEXT];
        if (range.known == 0 || varies(range))
            continue;
        wp_html_raw(html, any ? "; " : "<p>");
        if (!any)
            wp_html_text(html, "%s ", _("The same whatever the value:"));
        wp_html_text(
            html, "%s %s", wp_measure_name((enum wp_whatif_measure)m),
            wp_number_text(range.least, wp_measure_decimals((enum wp_whatif_measure)m), false, text));
        any = true;
    }
    wp_html_raw(html, any ? ".</p>\n" : "");
}

static void put_keys(struct wp_html *html, const struct wp_scenario *scenario) {
    wp_html_raw(html, "<ul>\n");
    for (int k = 0; k < scenario->sweep_count; k++) {
        wp_html_raw(html, "<li>");
        wp_html_name(html, scenario->sweeps[k].key);
        wp_html_raw(html, " = ");
        for (int v = 0; v < scenario->sweeps[k].value_count; v++) {
            wp_html_raw(html, v > 0 ? " | " : "");
            wp_html_name(html, scenario->sweeps[k].values[v]);
        }
        wp_html_raw(html, "</li>\n");
    }
    wp_html_raw(html, "</ul>\n");
}

static void put_missing(struct wp_html *html, const struct wp_whatif *whatif,
                        const struct wp_whatif_sweep *sweep) {
    int missing = 0;
    for (int v = 0; v < sweep->scenario->variant_count; v++)
        missing += !wp_whatif_has_plan(&whatif->rows[sweep->first_row + v]);
    if (missing > 0)
        wp_html_paragraph(html,
                          ngettext("%d variant has no plan and is left out of the pictures.",
                                   "%d variants have no plan and are left out of the pictures.",
                                   (unsigned long)missing),
                          missing);
}

void wp_whatif_html_sweep(struct wp_html *html, const struct wp_whatif *whatif, int sweep) {
    const struct wp_whatif_sweep *of = &whatif->sweeps[sweep];
    char id[32];
    snprintf(id, sizeof id, "sweep-%d", sweep + 1);
    wp_html_section(html, 2, id, "%s %s", _("Sweep:"), of->scenario->name);
    if (*of->scenario->why) {
        wp_html_raw(html, "<p>");
        wp_html_name(html, of->scenario->why);
        wp_html_raw(html, "</p>\n");
    }
    put_keys(html, of->scenario);
    put_missing(html, whatif, of);
    put_constants(html, whatif, of);
    if (of->scenario->sweep_count == 1)
        wp_whatif_html_trade_off(html, whatif, of);
    else
        wp_whatif_html_grids(html, whatif, of);
    wp_whatif_html_frontier(html, whatif, of);
    wp_html_section_end(html);
}
