/* report_html_cells.c: what the parts of report.html write in the same way. */
#include "language.h"
#include "ratio_text.h"
#include "report_html_parts.h"

void wp_report_html_thing(struct wp_html *html, const char *id, const char *name) {
    wp_html_name(html, id);
    if (*name) {
        wp_html_raw(html, " ");
        wp_html_name(html, name);
    }
}

void wp_report_html_heading(struct wp_html *html, const char *id, const char *name) {
    wp_html_row_heading(html);
    wp_report_html_thing(html, id, name);
    wp_html_row_heading_end(html);
}

void wp_report_html_no_cell(struct wp_html *html) {
    wp_html_raw(html, "<td class=\"number quiet\">–</td>");
}

const char *wp_report_share(int64_t part, int64_t whole, char buffer[WP_NUMBER_TEXT]) {
    return wp_number_text(wp_ratio(100 * part, whole, 1), 1, false, buffer);
}

void wp_report_html_share_cell(struct wp_html *html, int part, int whole) {
    char number[WP_NUMBER_TEXT];
    if (whole == 0) {
        wp_report_html_no_cell(html);
        return;
    }
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s%%", wp_report_share(part, whole, number));
    wp_html_raw(html, "<small>%d</small>", part);
    wp_html_cell_end(html);
}

void wp_report_html_mean_cell(struct wp_html *html, int64_t sum, int64_t count, int decimals) {
    if (count == 0)
        wp_report_html_no_cell(html);
    else
        wp_html_cell_number(html, wp_ratio(sum, count, decimals), decimals);
}

void wp_report_html_load_cell(struct wp_html *html, int load) {
    char text[WP_NUMBER_TEXT];
    if (load == WP_UNLIMITED) {
        wp_report_html_no_cell(html);
        return;
    }
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", wp_hundredths_text(load, text));
    wp_html_cell_end(html);
}

const char *wp_report_orientation(enum wp_orientation orientation) {
    switch (orientation) {
    case WP_ORIENTATION_INDIVIDUAL:
        return _("individual");
    case WP_ORIENTATION_COLLECTIVE:
        return _("collective");
    case WP_ORIENTATION_NONE:
        break;
    }
    return _("not said");
}

void wp_report_html_ranges(struct wp_html *html, const char *title, const struct wp_svg_range *ranges,
                           int count, int most) {
    int pictures = (count + most - 1) / most, from = 0;
    int64_t full = wp_svg_ranges_full(ranges, count);
    wp_html_raw(html, "<div class=\"pictures ranges\">\n");
    for (int i = 0; i < pictures; i++) {
        int until = (int)((int64_t)count * (i + 1) / pictures);
        wp_html_raw(html, "<figure>\n");
        wp_svg_ranges(html, title, &ranges[from], until - from, full);
        wp_html_raw(html, "</figure>\n");
        from = until;
    }
    wp_html_raw(html, "</div>\n");
}
