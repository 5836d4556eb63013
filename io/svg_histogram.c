/* svg_histogram.c: how many there are in each class of a measure, and a limit. */
#include "svg.h"

#define WIDTH  340
#define HEIGHT 190
#define LEFT   10
#define RIGHT  16
#define TOP    34 /* room for the words at the limit, and for a number above the highest bar */
#define BOTTOM 40 /* room for the numbers and the name of the axis */
#define LETTER 8

static int x_of(const struct wp_svg_histogram *histogram, int64_t value) {
    int64_t full = (int64_t)histogram->count * histogram->step;
    return LEFT * 10 + (int)(value * 10 * (WIDTH - LEFT - RIGHT) / full);
}

/* Tenths of the picture's height. */
static int height_of(int value, int full) {
    return (int)((int64_t)value * 10 * (HEIGHT - TOP - BOTTOM) / full);
}

static void put_column(struct wp_html *html, const struct wp_svg_histogram *histogram, int at, int full) {
    int within = histogram->values[at] - histogram->over[at], bottom = (HEIGHT - BOTTOM) * 10;
    int x = x_of(histogram, (int64_t)at * histogram->step) + 10;
    int width = x_of(histogram, (int64_t)(at + 1) * histogram->step) - x - 10;
    int height = height_of(histogram->values[at], full), below = height_of(within, full);
    if (within > 0)
        wp_html_raw(html, "<rect class=\"bar\" x=\"%d.%d\" y=\"%d.%d\" width=\"%d.%d\" height=\"%d.%d\"/>\n",
                    WP_TENTHS(x), WP_TENTHS(bottom - below), WP_TENTHS(width), WP_TENTHS(below));
    if (within < histogram->values[at])
        wp_svg_box(html, &histogram->beyond, x, bottom - height, width, height - below);
}

/* Over all else, so that no line crosses it. */
static void put_number(struct wp_html *html, const struct wp_svg_histogram *histogram, int at, int full) {
    int x = (x_of(histogram, (int64_t)at * histogram->step) +
             x_of(histogram, (int64_t)(at + 1) * histogram->step)) /
            2;
    char number[WP_NUMBER_TEXT];
    if (histogram->values[at] > 0)
        wp_svg_text(html, x, (HEIGHT - BOTTOM) * 10 - height_of(histogram->values[at], full) - 40,
                    "middle beside-point", wp_number_text(histogram->values[at], 0, false, number),
                    WP_NUMBER_TEXT);
}

/* The classes' ends; only some of them where there is no room for all. */
static void put_axis(struct wp_html *html, const struct wp_svg_histogram *histogram) {
    char number[WP_NUMBER_TEXT];
    int bottom = HEIGHT - BOTTOM, room = (WIDTH - LEFT - RIGHT) / (4 * LETTER);
    int every = (histogram->count + room - 1) / room;
    wp_html_raw(html, "<path class=\"axis\" d=\"M%d %dH%d\"/>\n", LEFT, bottom, WIDTH - RIGHT);
    for (int i = 0; i <= histogram->count; i++) {
        int x = x_of(histogram, (int64_t)i * histogram->step);
        wp_html_raw(html, "<path class=\"axis\" d=\"M%d.%d %dv4\"/>\n", WP_TENTHS(x), bottom);
        if (i % every == 0)
            wp_svg_text(html, x, (bottom + 17) * 10, "soft middle",
                        wp_number_text((int64_t)i * histogram->step, 0, false, number), WP_NUMBER_TEXT);
    }
    wp_svg_text(html, (WIDTH - RIGHT) * 10, (HEIGHT - 6) * 10, "end", histogram->axis, 48);
}

static void put_limit(struct wp_html *html, const struct wp_svg_histogram *histogram) {
    int x = x_of(histogram, histogram->limit);
    bool right_half = x > WIDTH * 5;
    wp_html_raw(html, "<path class=\"path front\" d=\"M%d.%d 6V%d\"/>\n", WP_TENTHS(x), HEIGHT - BOTTOM);
    wp_svg_text(html, right_half ? x - 60 : x + 60, 140, right_half ? "end" : "", histogram->limit_words, 40);
}

void wp_svg_histogram(struct wp_html *html, const struct wp_svg_histogram *histogram) {
    int full = 1;
    if (histogram->count == 0)
        return;
    for (int i = 0; i < histogram->count; i++)
        full = histogram->values[i] > full ? histogram->values[i] : full;
    wp_svg_begin(html, WIDTH, HEIGHT, histogram->title);
    wp_html_text(html, "%s", histogram->description);
    wp_svg_described(html);
    for (int i = 0; i < histogram->count; i++)
        put_column(html, histogram, i, full);
    put_axis(html, histogram);
    if (histogram->limit >= 0 && histogram->limit <= (int64_t)histogram->count * histogram->step)
        put_limit(html, histogram);
    for (int i = 0; i < histogram->count; i++)
        put_number(html, histogram, i, full);
    wp_svg_end(html);
}
