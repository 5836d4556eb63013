/* svg_map.h: a map of districts: marks in the shape, colour and letter of their circle, arrows between them.
 */
#ifndef WP_SVG_MAP_H
#define WP_SVG_MAP_H

#include "map_layout.h"
#include "svg.h"

/* A circle's mark: its letter, and by its number its shape and its colour; -1 for districts without one. */
void wp_svg_map_key(struct wp_html *html, int circle, const char *meaning);
/* "A", … "Z", "AA", … Returns buffer. */
#define WP_CIRCLE_LETTERS 8
const char *wp_circle_letters(int circle, char buffer[WP_CIRCLE_LETTERS]);

/* From point to point; as wide as its value is part of the greatest. */
struct wp_svg_arrow {
    int from, to;
    int value;
    const char *tells;
};

struct wp_svg_map {
    const char *title, *description;
    const struct wp_map *layout;
    const int *circles; /* of each point: its number, or -1 */
    const struct wp_svg_arrow *arrows;
    int arrow_count;
    int most; /* value: the widest arrow */
};

/* Can an arrow be seen between these two marks? */
bool wp_svg_arrow_fits(const struct wp_map *map, int from, int to);

void wp_svg_map(struct wp_html *html, const struct wp_svg_map *picture);

#endif
