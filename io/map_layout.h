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
    int label_x, label_y;    /* the left of its room, and the text's base line */
    int label_side;          /* -1, 1: it stands to the left, to the right of the mark; 0: above or below */
};

struct wp_map_box {
    int left, top, right, bottom;
};

struct wp_map {
    int width, height;           /* units */
    struct wp_map_point *points; /* by district */
    int count;
    int metres; /* what the line that tells the scale stands for */
    int bar;    /* its length in tenths; 0 where there is none: all districts lie at one point, or nearly */
    bool moved; /* some districts are not quite where they lie */
};

/* How many districts have coordinates. */
int wp_map_district_count(const struct wp_round *round);

/* All districts with coordinates, equirectangular, in a picture so wide and at most so high; marks that would
 * lie within `apart` units of each other are moved apart. `weights`: of each district. The points live in the
 * arena; false when memory runs out. */
bool wp_map_lay_out(const struct wp_round *round, const int *weights, int width, int most_height, int apart,
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
