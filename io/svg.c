/* svg.c: what pictures are made of, and the simple ones: bars, strips, legends. */
#include "svg.h"
#include "utf8.h"
#include <inttypes.h>

void wp_svg_begin(struct wp_html *html, int width, int height, const char *title) {
    int number = ++html->pictures;
    wp_html_raw(html,
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"t%d d%d\">\n"
                "<title id=\"t%d\">",
                width, height, number, number, number);
    wp_html_text(html, "%s", title);
    wp_html_raw(html, "</title>\n<desc id=\"d%d\">", number);
}

void wp_svg_described(struct wp_html *html) {
    wp_html_raw(html, "</desc>\n");
}

void wp_svg_end(struct wp_html *html) {
    wp_html_raw(html, "</svg>\n");
}

void wp_svg_text(struct wp_html *html, int x, int y, const char *classes, const char *text, size_t most) {
    bool cut = wp_utf8_count(text) > most;
    wp_html_raw(html, "<text x=\"%d.%d\" y=\"%d.%d\" class=\"%s\">", WP_TENTHS(x), WP_TENTHS(y), classes);
    wp_html_text(html, "%.*s%s", (int)wp_utf8_first(text, cut ? most - 1 : most), text, cut ? "…" : "");
    wp_html_raw(html, "</text>\n");
}

void wp_svg_mark(struct wp_html *html, int x, int y, enum wp_svg_mark mark, const char *tells) {
    wp_html_raw(html, "<g>");
    if (tells) {
        wp_html_raw(html, "<title>");
        wp_html_text(html, "%s", tells);
        wp_html_raw(html, "</title>");
    }
    switch (mark) {
    case WP_SVG_DOT:
    case WP_SVG_RING:
        wp_html_raw(html, "<circle class=\"%s\" cx=\"%d.%d\" cy=\"%d.%d\" r=\"4\"/>",
                    mark == WP_SVG_DOT ? "dot" : "ring", WP_TENTHS(x), WP_TENTHS(y));
        break;
    case WP_SVG_DIAMOND:
        wp_html_raw(html, "<path class=\"best\" d=\"M%d.%d %d.%dl6 6 -6 6 -6 -6z\"/>", WP_TENTHS(x),
                    WP_TENTHS(y - 60));
        break;
    case WP_SVG_SQUARE:
        wp_html_raw(html, "<rect class=\"square\" x=\"%d.%d\" y=\"%d.%d\" width=\"14\" height=\"14\"/>",
                    WP_TENTHS(x - 70), WP_TENTHS(y - 70));
        break;
    }
    wp_html_raw(html, "</g>\n");
}

/* Only for the eye: the words beside it say what it means. */
void wp_svg_legend(struct wp_html *html, enum wp_svg_mark mark, const char *meaning) {
    wp_html_raw(html, "<li><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">");
    wp_svg_mark(html, 80, 80, mark, NULL);
    wp_html_raw(html, "</svg>");
    wp_html_text(html, "%s", meaning);
    wp_html_raw(html, "</li>\n");
}

#define BARS_WIDTH    248
#define BARS_LABEL    88 /* room for words */
#define BARS_LENGTH   126
#define BAR_HEIGHT    13
#define BAR_STEP      18
#define DIGIT_WIDTH   8
#define NUMBER_LENGTH 280 /* tenths, of the number behind a bar */

/* Tenths of the picture's width. A number of more than three digits needs more room behind the longest. */
static int bar_length(int64_t value, int64_t full) {
    int longest = BARS_LENGTH;
    for (int64_t rest = full / 1000; rest > 0; rest /= 10)
        longest -= DIGIT_WIDTH;
    return (int)(value * 10 * longest / full);
}

static void put_bar(struct wp_html *html, const struct wp_svg_bar *bar, int top, int64_t full) {
    int length = bar_length(bar->value, full), end = length;
    char number[WP_NUMBER_TEXT];
    wp_svg_text(html, (BARS_LABEL - 6) * 10, (top + 11) * 10, "soft end", bar->label, 15);
    if (bar->value > 0)
        wp_html_raw(html, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d.%d\" height=\"%d\"/>\n",
                    bar->class, BARS_LABEL, top, WP_TENTHS(length < 10 ? 10 : length), BAR_HEIGHT);
    if (bar->before >= 0) {
        int line = bar_length(bar->before, full);
        wp_html_raw(html, "<path class=\"before\" d=\"M%d.%d %dv%d\"/>\n", WP_TENTHS(BARS_LABEL * 10 + line),
                    top - 2, BAR_HEIGHT + 4);
        /* The number stands behind the line, not across it. */
        if (line > end && line < end + NUMBER_LENGTH)
            end = line;
    }
    wp_svg_text(html, BARS_LABEL * 10 + end + 50, (top + 11) * 10, "",
                wp_number_text(bar->value, 0, false, number), WP_NUMBER_TEXT);
}

void wp_svg_bars(struct wp_html *html, const char *title, const struct wp_svg_bar *bars, int count,
                 int64_t full) {
    wp_svg_begin(html, BARS_WIDTH, count * BAR_STEP + 4, title);
    for (int i = 0; i < count; i++)
        wp_html_text(html, "%s%s: %" PRId64, i > 0 ? "; " : "", bars[i].label, bars[i].value);
    wp_svg_described(html);
    for (int i = 0; i < count; i++)
        put_bar(html, &bars[i], i * BAR_STEP + 3, full);
    wp_svg_end(html);
}

#define STRIP_WIDTH  200
#define STRIP_HEIGHT 24
#define STRIP_MARGIN 9

static int strip_x(const struct wp_svg_strip *strip, int64_t value) {
    return STRIP_MARGIN * 10 + (int)(value * 10 * (STRIP_WIDTH - 2 * STRIP_MARGIN) / strip->full);
}

void wp_svg_strip(struct wp_html *html, const struct wp_svg_strip *strip) {
    int middle = STRIP_HEIGHT / 2;
    int left = strip->low < 0 ? 0 : strip_x(strip, strip->low);
    int right = strip->high < 0 ? STRIP_WIDTH * 10 : strip_x(strip, strip->high);
    wp_svg_begin(html, STRIP_WIDTH, STRIP_HEIGHT, strip->title);
    wp_html_text(html, "%s", strip->description);
    wp_svg_described(html);
    wp_html_raw(html, "<rect class=\"band\" x=\"%d.%d\" y=\"2\" width=\"%d.%d\" height=\"%d\"/>\n",
                WP_TENTHS(left), WP_TENTHS(right > left ? right - left : 10), STRIP_HEIGHT - 4);
    wp_html_raw(html, "<path class=\"axis\" d=\"M0 %dh%d\"/>\n", middle, STRIP_WIDTH);
    for (int i = 0; i < strip->count; i++)
        if (strip->values[i] >= 0)
            wp_svg_mark(html, strip_x(strip, strip->values[i]), middle * 10, WP_SVG_DOT, NULL);
    if (strip->base >= 0)
        wp_svg_mark(html, strip_x(strip, strip->base), middle * 10, WP_SVG_SQUARE, NULL);
    wp_svg_end(html);
}
