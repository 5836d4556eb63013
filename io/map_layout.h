/* map_layout.h: where the districts lie in a picture, and where their names stand, so that none lies on
 * another. Positions are tenths of the picture's units. */
#ifndef WP_MAP_LAYOUT_H
#define WP_MAP_LAYOUT_H

#include "arena.h"
#include "round.h"

#define WP_MAP_RADIUS 9 /* of a district's mark, in units */

enum wp_map_label { WP_MAP_NO_LABEL, WP_MAP_NAME, WP_MAP_NUMBER };

/* A district on the map. */
struct wp_map_point {
    int district;
    const char *name; /* or its id */
    int weight;       /* who matters more has its name first */
    int x, y;
    enum wp_map_label label; /* its name; where there is no room for that, its number: the point's + 1 */
    int label_x, label_y;    /* where the text begins, and its base line */
};

struct wp_map_box {
    int left, top, right, bottom;
};

struct wp_map {
    int width, height;           /* units */
    struct wp_map_point *points; /* by district */
    int count;
    int metres,
        bar; /* the line that tells the scale, and its length in tenths; 0 where all lie at one point */
};

/* How many districts have coordinates. */
int wp_map_district_count(const struct wp_round *round);

/* All districts with coordinates, equirectangular, in a picture so wide and at most so high. `weights`: of
 * each district. The points live in the arena; false when memory runs out. */
bool wp_map_lay_out(const struct wp_round *round, const int *weights, int width, int most_height,
                    struct wp_arena *arena, struct wp_map *map);

/* The room of a point's label; of its mark; of the line that tells the scale. */
struct wp_map_box wp_map_label_box(const struct wp_map_point *point, int at);
struct wp_map_box wp_map_mark_box(const struct wp_map_point *point);
struct wp_map_box wp_map_bar_box(const struct wp_map *map);
bool wp_map_boxes_meet(struct wp_map_box one, struct wp_map_box other);

/* What the label is: the name, cut where it is long, or the number. */
#define WP_MAP_LABEL_WIDTH 1300 /* tenths: longer names are cut */
const char *wp_map_label_text(const struct wp_map_point *point, int at, char number[16]);

#endif
