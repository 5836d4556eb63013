/* svg_ranges.c: bars in the room that they have: a frame up to what each may hold, a line at what it must. */
#include "svg.h"

#define WIDTH  340
#define LABEL  158 /* room for words */
#define LENGTH 108 /* of the longest bar */
#define NUMBER 336 /* where numbers end */
#define HEIGHT 12
#define STEP   19

/* Tenths of the picture's width; what lies beyond the picture ends at its end. */
static int length_of(int64_t value, int64_t full) {
    return (int)((value < full ? value : full) * 10 * LENGTH / full);
}

static void put_frame(struct wp_html *html, const struct wp_svg_range *range, int top, int64_t full) {
    int length = length_of(range->high < 0 ? full : range->high, full);
    bool ends = range->high >= 0 && range->high <= full;
    wp_html_raw(html, "<path class=\"room\" d=\"M%d.%d %dH%dv%dH%d.%d%s\"/>\n",
                WP_TENTHS(LABEL * 10 + length), top, LABEL, HEIGHT, WP_TENTHS(LABEL * 10 + length),
                ends ? "z" : "");
}

static void put_range(struct wp_html *html, const struct wp_svg_range *range, int top, int64_t full) {
    char label[512];
    int length = length_of(range->value, full);
    snprintf(label, sizeof label, "%s%s%s", range->id, *range->name ? " " : "", range->name);
    wp_html_raw(html, "<g><title>");
    wp_html_text(html, "%s%s%s: %s", range->id, *range->name ? " " : "", range->name, range->tells);
    wp_html_raw(html, "</title>\n");
    wp_svg_text(html, (LABEL - 6) * 10, (top + 10) * 10, "soft end", label,
                wp_svg_fitting(label, (LABEL - 8) * 10));
    if (range->high != 0)
        put_frame(html, range, top, full);
    if (range->value > 0)
        wp_html_raw(html, "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d.%d\" height=\"%d\"/>\n", LABEL,
                    top + 2, WP_TENTHS(length < 10 ? 10 : length), HEIGHT - 4);
    if (range->low > 0)
        wp_html_raw(html, "<path class=\"before\" d=\"M%d.%d %dv%d\"/>\n",
                    WP_TENTHS(LABEL * 10 + length_of(range->low, full)), top - 2, HEIGHT + 4);
    wp_svg_text(html, NUMBER * 10, (top + 10) * 10, "end", range->number, WP_NUMBER_TEXT);
    wp_html_raw(html, "</g>\n");
}

int64_t wp_svg_ranges_full(const struct wp_svg_range *ranges, int count) {
    int64_t held = 1, full;
    for (int i = 0; i < count; i++) {
        held = ranges[i].value > held ? ranges[i].value : held;
        held = ranges[i].low > held ? ranges[i].low : held;
    }
    full = held;
    for (int i = 0; i < count; i++)
        if (ranges[i].high > full && ranges[i].high <= 3 * held)
            full = ranges[i].high;
    return full;
}

void wp_svg_ranges(struct wp_html *html, const char *title, const struct wp_svg_range *ranges, int count,
                   int64_t full) {
    wp_svg_begin(html, WIDTH, count * STEP + 4, title);
    for (int i = 0; i < count; i++)
        wp_html_text(html, "%s%s: %s", i > 0 ? "; " : "", ranges[i].id, ranges[i].tells);
    wp_svg_described(html);
    for (int i = 0; i < count; i++)
        put_range(html, &ranges[i], i * STEP + 5, full);
    wp_svg_end(html);
}

/* A small bar in its frame, with its line. */
void wp_svg_ranges_key(struct wp_html *html, const char *most, const char *least) {
    wp_html_raw(html, "<li><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
                      "<path class=\"room\" d=\"M15 2H1v12H15z\"/>"
                      "<rect class=\"bar\" x=\"1\" y=\"4\" width=\"8\" height=\"8\"/></svg>");
    wp_html_text(html, "%s", most);
    wp_html_raw(html, "</li>\n<li><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
                      "<path class=\"before\" d=\"M8 0v16\"/></svg>");
    wp_html_text(html, "%s", least);
    wp_html_raw(html, "</li>\n");
}
