/* svg_plot.c: points and lines on two axes. */
#include "svg.h"
#include "utf8.h"

#define LEFT        46 /* room around the axes: for numbers */
#define RIGHT       18
#define TOP         8
#define BOTTOM      22 /* for numbers or categories */
#define NAME        18 /* for an axis's name, above or below */
#define MOST_STEPS  6
#define LABEL_WIDTH 46 /* the room that a point's label needs */
#define LABEL_MOST  12 /* letters of it */
#define LETTER      8

void wp_svg_axis_fit(struct wp_svg_axis *axis, int64_t least, int64_t most) {
    static const int leading[] = {1, 2, 5};
    int64_t power = 1, step = 1;
    for (int i = 0; (most - least) / step >= MOST_STEPS - 1; i++) {
        if (i > 0 && i % 3 == 0)
            power *= 10;
        step = leading[i % 3] * power;
    }
    /* Down to the step below, also below zero. */
    int64_t low = least / step * step;
    axis->step = step;
    axis->low = low > least ? low - step : low;
    axis->high = axis->low;
    while (axis->high < most)
        axis->high += step;
    if (axis->high == axis->low)
        axis->high += step;
}

static int top_of(const struct wp_svg_plot *plot) {
    return *plot->y.name ? TOP + NAME : TOP;
}

static int bottom_of(const struct wp_svg_plot *plot) {
    return plot->height - (*plot->x.name ? BOTTOM + NAME : BOTTOM);
}

/* Tenths of the picture's width, from the left; of its height, from the top. */
static int x_of(const struct wp_svg_plot *plot, int64_t value) {
    const struct wp_svg_axis *axis = &plot->x;
    int width = (plot->width - LEFT - RIGHT) * 10;
    if (axis->categories)
        return LEFT * 10 + (int)((2 * value + 1) * width / (2 * (int64_t)axis->count));
    return LEFT * 10 + (int)((value - axis->low) * width / (axis->high - axis->low));
}

static int y_of(const struct wp_svg_plot *plot, int64_t value) {
    const struct wp_svg_axis *axis = &plot->y;
    int height = (bottom_of(plot) - top_of(plot)) * 10;
    return bottom_of(plot) * 10 - (int)((value - axis->low) * height / (axis->high - axis->low));
}

/* Without decimals that are zero at every tick: those are all multiples of the step. */
static const char *tick_text(const struct wp_svg_axis *axis, int64_t value, char buffer[WP_NUMBER_TEXT]) {
    int decimals = axis->decimals;
    for (int64_t step = axis->step; decimals > 0 && step % 10 == 0; step /= 10) {
        value /= 10;
        decimals--;
    }
    return wp_number_text(value, decimals, false, buffer);
}

static void put_y_axis(struct wp_html *html, const struct wp_svg_plot *plot) {
    char text[WP_NUMBER_TEXT];
    int right = plot->width - RIGHT;
    for (int64_t value = plot->y.low; value <= plot->y.high; value += plot->y.step) {
        int y = y_of(plot, value);
        wp_html_raw(html, "<path class=\"grid\" d=\"M%d %d.%dH%d\"/>\n", LEFT, WP_TENTHS(y), right);
        wp_svg_text(html, (LEFT - 6) * 10, y + 40, "soft end", tick_text(&plot->y, value, text),
                    WP_NUMBER_TEXT);
    }
    wp_svg_text(html, 20, 120, "", plot->y.name, 60);
}

/* As many categories get their text as there is room for. */
static void put_categories(struct wp_html *html, const struct wp_svg_plot *plot) {
    const struct wp_svg_axis *axis = &plot->x;
    size_t longest = 1;
    for (int i = 0; i < axis->count; i++) {
        size_t letters = wp_utf8_count(axis->categories[i]);
        longest = letters > longest ? letters : longest;
    }
    longest = longest < LABEL_MOST ? longest : LABEL_MOST;
    int needed = (int)longest * LETTER + LETTER, room = (plot->width - LEFT - RIGHT) / needed;
    int every = (axis->count + room - 1) / room;
    for (int i = 0; i < axis->count; i += every)
        wp_svg_text(html, x_of(plot, i), (bottom_of(plot) + 16) * 10, "soft middle", axis->categories[i],
                    LABEL_MOST);
}

static void put_x_axis(struct wp_html *html, const struct wp_svg_plot *plot) {
    char text[WP_NUMBER_TEXT];
    int bottom = bottom_of(plot);
    wp_html_raw(html, "<path class=\"axis\" d=\"M%d %dH%d\"/>\n", LEFT, bottom, plot->width - RIGHT);
    if (plot->x.categories)
        put_categories(html, plot);
    else
        for (int64_t value = plot->x.low; value <= plot->x.high; value += plot->x.step) {
            wp_html_raw(html, "<path class=\"axis\" d=\"M%d.%d %dv4\"/>\n", WP_TENTHS(x_of(plot, value)),
                        bottom);
            wp_svg_text(html, x_of(plot, value), (bottom + 16) * 10, "soft middle",
                        tick_text(&plot->x, value, text), WP_NUMBER_TEXT);
        }
    wp_svg_text(html, (plot->width - RIGHT) * 10, (plot->height - 6) * 10, "end", plot->x.name, 60);
}

static void put_path(struct wp_html *html, const struct wp_svg_plot *plot) {
    if (plot->path_count < 2)
        return;
    wp_html_raw(html, "<path class=\"path%s\" d=\"", plot->front ? " front" : "");
    for (int i = 0; i < plot->path_count; i++) {
        const struct wp_svg_point *point = &plot->path[i];
        bool starts = i == 0 || (plot->x.categories && point->x > plot->path[i - 1].x + 1);
        wp_html_raw(html, "%c%d.%d %d.%d", starts ? 'M' : 'L', WP_TENTHS(x_of(plot, point->x)),
                    WP_TENTHS(y_of(plot, point->y)));
    }
    wp_html_raw(html, "\"/>\n");
}

static bool is_near(const struct wp_svg_plot *plot, const struct wp_svg_point *one,
                    const struct wp_svg_point *other) {
    int across = x_of(plot, one->x) - x_of(plot, other->x), along = y_of(plot, one->y) - y_of(plot, other->y);
    return (across < 0 ? -across : across) < LABEL_WIDTH * 10 && (along < 0 ? -along : along) < 130;
}

/* A label is left out where it would lie on that of an earlier point. */
static void put_label(struct wp_html *html, const struct wp_svg_plot *plot, int at) {
    const struct wp_svg_point *point = &plot->points[at];
    for (int i = 0; i < at; i++)
        if (plot->points[i].label && is_near(plot, &plot->points[i], point))
            return;
    int x = x_of(plot, point->x), y = y_of(plot, point->y);
    bool right_half = x > (plot->width - RIGHT - LABEL_WIDTH) * 10;
    wp_svg_text(html, right_half ? x - 90 : x + 90, y - 60, right_half ? "beside-point end" : "beside-point",
                point->label, 16);
}

void wp_svg_plot(struct wp_html *html, const struct wp_svg_plot *plot) {
    wp_svg_begin(html, plot->width, plot->height, plot->title);
    wp_html_text(html, "%s", plot->description);
    wp_svg_described(html);
    put_y_axis(html, plot);
    put_x_axis(html, plot);
    put_path(html, plot);
    for (int i = 0; i < plot->count; i++) {
        const struct wp_svg_point *point = &plot->points[i];
        wp_svg_mark(html, x_of(plot, point->x), y_of(plot, point->y), point->mark, point->tells);
    }
    for (int i = 0; i < plot->count; i++)
        if (plot->points[i].label)
            put_label(html, plot, i);
    wp_svg_end(html);
}
