/* svg_map.c: a map of districts: marks in the shape, colour and letter of their circle, arrows between them.
 */
#include "svg_map.h"
#include <math.h>
#include <stdlib.h>

#define SHAPES  5
#define COLOURS 6  /* of page.css: c1 … c6, c0 for none */
#define APART   26 /* units between two marks, so that an arrow between them can be seen */
#define THIN    13 /* tenths: the width of an arrow */
#define THICK   60

const char *wp_circle_letters(int circle, char buffer[WP_CIRCLE_LETTERS]) {
    char reversed[WP_CIRCLE_LETTERS];
    int length = 0;
    for (int rest = circle + 1; rest > 0; rest = (rest - 1) / 26)
        reversed[length++] = (char)('A' + (rest - 1) % 26);
    for (int i = 0; i < length; i++)
        buffer[i] = reversed[length - 1 - i];
    buffer[length] = '\0';
    return buffer;
}

/* Around a point in tenths; all shapes reach about as far. */
static void put_shape(struct wp_html *html, int circle, int x, int y) {
    static const char *const paths[SHAPES] = {
        NULL,                                         /* a ring */
        "m-8 -8h16v16h-16z",                          /* a square */
        "m0 -10.5l10.5 10.5 -10.5 10.5 -10.5 -10.5z", /* a diamond */
        "m-5 -9h10l5 9 -5 9h-10l-5 -9z",              /* six corners */
        "m-6 -8.5h12l4 17h-20z",                      /* wider below */
    };
    int shape = circle < 0 ? 0 : circle % SHAPES, colour = circle < 0 ? 0 : circle % COLOURS + 1;
    if (!paths[shape])
        wp_html_raw(html, "<circle class=\"place c%d\" cx=\"%d.%d\" cy=\"%d.%d\" r=\"%d\"/>", colour,
                    WP_TENTHS(x), WP_TENTHS(y), circle < 0 ? 6 : WP_MAP_RADIUS);
    else
        wp_html_raw(html, "<path class=\"place c%d\" d=\"M%d.%d %d.%d%s\"/>", colour, WP_TENTHS(x),
                    WP_TENTHS(y), paths[shape]);
}

static void put_place(struct wp_html *html, int circle, int x, int y) {
    char letters[WP_CIRCLE_LETTERS], classes[32];
    put_shape(html, circle, x, y);
    if (circle < 0)
        return;
    snprintf(classes, sizeof classes, "middle letter c%d", circle % COLOURS + 1);
    wp_svg_text(html, x, y + 43, classes, wp_circle_letters(circle, letters), WP_CIRCLE_LETTERS);
}

void wp_svg_map_key(struct wp_html *html, int circle, const char *meaning) {
    wp_html_raw(html, "<li><svg class=\"place-key\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">");
    put_place(html, circle, 120, 120);
    wp_html_raw(html, "</svg>");
    wp_html_name(html, meaning);
    wp_html_raw(html, "</li>\n");
}

bool wp_svg_arrow_fits(const struct wp_map *map, int from, int to) {
    const struct wp_map_point *start = &map->points[from], *end = &map->points[to];
    return hypot(end->x - start->x, end->y - start->y) >= APART * 10;
}

/* A point of a path, given in tenths, which may lie outside the picture. */
static void put_point(struct wp_html *html, char step, double x, double y) {
    long across = lround(x), along = lround(y);
    wp_html_raw(html, "%c%s%ld.%ld %s%ld.%ld", step, across < 0 ? "-" : "", labs(across) / 10,
                labs(across) % 10, along < 0 ? "-" : "", labs(along) / 10, labs(along) % 10);
}

/* A bow to the right of the way, so that the way back is another; it ends in a head. All in tenths. */
static void put_arrow(struct wp_html *html, const struct wp_map *map, const struct wp_svg_arrow *arrow,
                      int most) {
    const struct wp_map_point *start = &map->points[arrow->from], *end = &map->points[arrow->to];
    int width = THIN + (int)((int64_t)(THICK - THIN) * arrow->value / most);
    double across = end->x - start->x, along = end->y - start->y;
    double bow_x = (start->x + end->x) / 2.0 - along / 6, bow_y = (start->y + end->y) / 2.0 + across / 6;
    double out = hypot(bow_x - start->x, bow_y - start->y);          /* as far from the end */
    double ux = (end->x - bow_x) / out, uy = (end->y - bow_y) / out; /* the way it arrives */
    double reach = WP_MAP_RADIUS * 10 + 20, head = 50 + width * 0.8, half = 25 + width * 0.75;
    double tip_x = end->x - ux * reach, tip_y = end->y - uy * reach;
    double base_x = tip_x - ux * head, base_y = tip_y - uy * head;
    wp_html_raw(html, "<g class=\"arrow\"><title>");
    wp_html_text(html, "%s", arrow->tells);
    wp_html_raw(html, "</title><path class=\"bow\" stroke-width=\"%d.%d\" d=\"", WP_TENTHS(width));
    put_point(html, 'M', start->x + (bow_x - start->x) / out * reach,
              start->y + (bow_y - start->y) / out * reach);
    put_point(html, 'Q', bow_x, bow_y);
    put_point(html, ' ', base_x, base_y);
    wp_html_raw(html, "\"/><path class=\"head\" d=\"");
    put_point(html, 'M', tip_x, tip_y);
    put_point(html, 'L', base_x - uy * half, base_y + ux * half);
    put_point(html, ' ', base_x + uy * half, base_y - ux * half);
    wp_html_raw(html, "z\"/></g>\n");
}

static void put_bar(struct wp_html *html, const struct wp_map *map) {
    char text[64];
    if (map->bar == 0)
        return;
    snprintf(text, sizeof text, map->metres < 1000 ? "%d m" : "%d km",
             map->metres < 1000 ? map->metres : map->metres / 1000);
    wp_html_raw(html, "<path class=\"axis scale\" d=\"M8 %dv6h%d.%dv-6\"/>\n", map->height - 14,
                WP_TENTHS(map->bar));
    wp_svg_text(html, 80, (map->height - 18) * 10, "soft", text, 16);
}

/* Next to the mark also where the text is shorter than its room. */
static void put_label(struct wp_html *html, const struct wp_map_point *point, int at) {
    static const char *const classes[] = {"beside-point end", "beside-point middle", "beside-point"};
    char number[16];
    const char *text = wp_map_label_text(point, at, number);
    struct wp_map_box box = wp_map_label_box(point, at);
    int x = point->label_side < 0 ? box.right : point->label_side > 0 ? box.left : (box.left + box.right) / 2;
    if (point->label != WP_MAP_NO_LABEL)
        wp_svg_text(html, x, point->label_y, classes[point->label_side + 1], text,
                    wp_svg_fitting(text, WP_MAP_LABEL_WIDTH));
}

void wp_svg_map(struct wp_html *html, const struct wp_svg_map *picture) {
    const struct wp_map *map = picture->layout;
    wp_svg_begin(html, map->width, map->height, picture->title);
    wp_html_text(html, "%s", picture->description);
    wp_svg_described(html);
    put_bar(html, map);
    for (int i = 0; i < picture->arrow_count; i++)
        put_arrow(html, map, &picture->arrows[i], picture->most);
    for (int i = 0; i < map->count; i++) {
        wp_html_raw(html, "<g><title>");
        wp_html_text(html, "%s", map->points[i].name);
        wp_html_raw(html, "</title>");
        put_place(html, picture->circles[i], map->points[i].x, map->points[i].y);
        wp_html_raw(html, "</g>\n");
    }
    for (int i = 0; i < map->count; i++)
        put_label(html, &map->points[i], i);
    wp_svg_end(html);
}
