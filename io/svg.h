/* svg.h: pictures within a page: bars, points on two axes, a strip of values, classes. Each tells by its
 * title and its description what it shows; colours are those of page.css, and nothing is told by colour
 * alone. All positions are computed from integers, so that the same figures give the same bytes. */
#ifndef WP_SVG_H
#define WP_SVG_H

#include "html.h"

/* One bar, with its words before it and its number behind it. */
struct wp_svg_bar {
    const char *label;
    const char *class; /* of page.css: "bar", "unlisted", "unplaced" */
    int64_t value;
    int64_t before; /* a line across the bar, for comparison; -1 for none */
};

/* Horizontal bars; all pictures with the same `full` (at least 1), the longest of all, are to the same scale.
 */
void wp_svg_bars(struct wp_html *html, const char *title, const struct wp_svg_bar *bars, int count,
                 int64_t full);

/* How a value is drawn; without colour they differ by shape. */
enum wp_svg_mark {
    WP_SVG_DOT,
    WP_SVG_RING,    /* hollow */
    WP_SVG_DIAMOND, /* stands out */
    WP_SVG_SQUARE   /* hollow, larger: fits around another */
};

/* Numbers / 10^decimals, or categories. */
struct wp_svg_axis {
    const char *name;              /* "" for none */
    const char *const *categories; /* NULL, or `count` texts for 0 ... count - 1 */
    int count;
    int decimals;
    int64_t low, high, step; /* of numbers: set by wp_svg_axis_fit */
};

/* From round number to round number around these, in at most six steps. */
void wp_svg_axis_fit(struct wp_svg_axis *axis, int64_t least, int64_t most);

struct wp_svg_point {
    int64_t x, y;
    enum wp_svg_mark mark;
    const char *label; /* beside it, where there is room; NULL for none */
    const char *tells; /* shown under the pointer; NULL for none */
};

struct wp_svg_plot {
    const char *title, *description;
    int width, height;
    struct wp_svg_axis x, y;
    const struct wp_svg_point *points;
    int count;
    const struct wp_svg_point *path; /* joined by a line; where one lies two or more categories behind the
                                        last, the line stops */
    int path_count;
    bool front; /* the line is dashed and stands out */
};

void wp_svg_plot(struct wp_html *html, const struct wp_svg_plot *plot);

/* Values on a line from 0 to `full`, with a band from `low` to `high` behind them: -1 for an open end. */
struct wp_svg_strip {
    const char *title, *description;
    int64_t low, high, full;
    const int64_t *values; /* -1 for one that is missing */
    int count;
    int64_t base; /* in a square; -1 if missing */
};

void wp_svg_strip(struct wp_html *html, const struct wp_svg_strip *strip);

/* A bar in the room that it has: a frame up to `high`, a line at `low`. */
struct wp_svg_range {
    const char *id, *name; /* before it, as much as there is room for; name "" if none */
    const char *number;    /* behind it, short */
    const char *tells;     /* the same in words */
    int64_t value;
    int64_t low;  /* 0 for none */
    int64_t high; /* 0: no frame; -1: one without an end */
};

/* Horizontal bars, all pictures with the same `full` to the same scale. A frame that ends beyond it is open.
 */
void wp_svg_ranges(struct wp_html *html, const char *title, const struct wp_svg_range *ranges, int count,
                   int64_t full);
/* A scale for these: up to the greatest value and limit, except limits so great that all bars would be tiny.
 */
int64_t wp_svg_ranges_full(const struct wp_svg_range *ranges, int count);
/* What frame and line mean. */
void wp_svg_ranges_key(struct wp_html *html, const char *most, const char *least);

/* A part of a bar: how it looks and what it means. */
enum wp_svg_look { WP_SVG_PLAIN, WP_SVG_STROKED, WP_SVG_CROSSED };
struct wp_svg_part {
    const char *class; /* of page.css */
    enum wp_svg_look look;
    const char *meaning;
};
struct wp_svg_stack {
    const char *label;
    const int *values; /* of each part; all 0: no bar */
};

/* Bars of equal length, divided into parts; the number behind each is their sum. */
void wp_svg_stacks(struct wp_html *html, const char *title, const struct wp_svg_part *parts, int part_count,
                   const struct wp_svg_stack *stacks, int count);
void wp_svg_part_key(struct wp_html *html, const struct wp_svg_part *part);

/* Columns of classes from 0, each `step` wide; nothing is drawn where there are none. */
struct wp_svg_histogram {
    const char *title, *description;
    const char *axis; /* its name */
    int count, step;
    const int *values, *over;  /* of each class, and how many of them are over the limit */
    struct wp_svg_part beyond; /* how these look */
    int64_t limit;             /* a line; -1 for none */
    const char *limit_words;
};

void wp_svg_histogram(struct wp_html *html, const struct wp_svg_histogram *histogram);

/* A mark alone, for a legend. */
void wp_svg_legend(struct wp_html *html, enum wp_svg_mark mark, const char *meaning);

/* What pictures are made of: sizes are those of the viewBox, positions tenths of that. The first begins one,
 * with its title, up to its description, which the caller writes. */
void wp_svg_begin(struct wp_html *html, int width, int height, const char *title);
void wp_svg_described(struct wp_html *html);
void wp_svg_end(struct wp_html *html);
void wp_svg_mark(struct wp_html *html, int x, int y, enum wp_svg_mark mark, const char *tells);
/* At most `most` letters, with an ellipsis if there are more. Anchor: "", "middle", "end", and "soft". */
void wp_svg_text(struct wp_html *html, int x, int y, const char *classes, const char *text, size_t most);
/* A box in the look of a part: all four in tenths. */
void wp_svg_box(struct wp_html *html, const struct wp_svg_part *part, int x, int y, int width, int height);
/* The width that a text may need, in tenths; and as many of its letters, an ellipsis included, as fit in a
 * width: to be given to wp_svg_text. */
int wp_svg_text_width(const char *text);
size_t wp_svg_fitting(const char *text, int width);
#define WP_TENTHS(number) (number) / 10, (number) % 10

#endif
