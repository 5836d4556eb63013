/* map_layout.c: where the districts lie in a picture, and where their names stand. */
#include "map_layout.h"
#include "svg.h"
#include <math.h>
#include <stdlib.h>

#define PI               3.14159265358979323846
#define METRES_TO_DEGREE 111195.0 /* of latitude */
#define SIDE             28       /* room around the outermost districts, in units */
#define TOP              24
#define BOTTOM           46 /* and below: for the scale */
#define LEAST_HEIGHT     160
#define ASCENT           100 /* tenths: of a label above its base line, and below it */
#define DESCENT          30
#define GAP              30  /* between a mark and its label */
#define MOST_LABELS      400 /* in a map with more points none is moved, and the others have no label */
#define SPREAD_ROUNDS    60

/* The districts' span in degrees of latitude, east to west as narrow as it is there. */
struct span {
    double west, east, south, north, narrow;
};

int wp_map_district_count(const struct wp_round *round) {
    int count = 0;
    for (int d = 0; d < round->district_count; d++)
        count += round->districts[d].position.known;
    return count;
}

static struct span find_span(const struct wp_round *round) {
    struct span span = {.west = 180, .east = -180, .south = 90, .north = -90};
    for (int d = 0; d < round->district_count; d++) {
        const struct wp_position *at = &round->districts[d].position;
        if (!at->known)
            continue;
        span.west = fmin(span.west, at->longitude);
        span.east = fmax(span.east, at->longitude);
        span.south = fmin(span.south, at->latitude);
        span.north = fmax(span.north, at->latitude);
    }
    span.narrow = cos((span.south + span.north) / 2 * (PI / 180));
    return span;
}

/* Tenths of a unit for a degree of latitude: as large as there is room for; 0 where all lie at one point. */
static double find_scale(const struct span *span, int width, int most_height) {
    double across = (span->east - span->west) * span->narrow, along = span->north - span->south;
    double by_width = across > 0 ? (width - 2 * SIDE) * 10 / across : INFINITY;
    double by_height = along > 0 ? (most_height - TOP - BOTTOM) * 10 / along : INFINITY;
    double scale = fmin(by_width, by_height);
    return isinf(scale) ? 0 : scale;
}

/* The longest line of 1, 2 or 5 times a power of ten metres that takes at most a quarter of the width; none
 * where even one metre takes more. */
static void find_bar(struct wp_map *map, double scale) {
    static const int leading[] = {1, 2, 5};
    double tenths_per_metre = scale / METRES_TO_DEGREE;
    int power = 1;
    for (int i = 0; i < 22; i++) {
        int metres = leading[i % 3] * power;
        if (metres * tenths_per_metre <= map->width * 10 / 4.0)
            map->metres = metres;
        if (i % 3 == 2)
            power *= 10;
    }
    map->bar = map->metres > 0 ? (int)lround(map->metres * tenths_per_metre) : 0;
}

static void place_points(const struct wp_round *round, const int *weights, const struct span *span,
                         double scale, struct wp_map *map) {
    double middle = (span->west + span->east) / 2;
    double down = (map->height - TOP - BOTTOM) * 10 - (span->north - span->south) * scale;
    for (int d = 0; d < round->district_count; d++) {
        const struct wp_district *district = &round->districts[d];
        if (!district->position.known)
            continue;
        map->points[map->count++] = (struct wp_map_point){
            .district = d,
            .name = wp_district_text(round, d),
            .weight = weights[d],
            .x = map->width * 5 + (int)lround((district->position.longitude - middle) * span->narrow * scale),
            .y = TOP * 10 + (int)lround(down / 2 + (span->north - district->position.latitude) * scale),
        };
    }
}

/* Moves both by half of what is missing. Points in the same place part from west to east, in the order of
 * their districts. */
static bool part(struct wp_map_point *one, struct wp_map_point *other, int apart) {
    double across = other->x - one->x, along = other->y - one->y, distance = hypot(across, along);
    if (distance >= apart)
        return false;
    double way = (apart - distance) / 2 + 1;
    int step_x = (int)lround(distance > 0 ? across / distance * way : way);
    int step_y = (int)lround(distance > 0 ? along / distance * way : 0);
    one->x -= step_x;
    one->y -= step_y;
    other->x += step_x;
    other->y += step_y;
    return true;
}

static int within(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

/* A few rounds are enough for all but the most crowded maps, where some marks stay on others. */
static void spread(struct wp_map *map, int apart) {
    bool moving = map->count <= MOST_LABELS;
    for (int round = 0; round < SPREAD_ROUNDS && moving; round++) {
        moving = false;
        for (int i = 0; i < map->count; i++)
            for (int k = i + 1; k < map->count; k++)
                moving |= part(&map->points[i], &map->points[k], apart * 10);
        for (int i = 0; i < map->count; i++) {
            map->points[i].x = within(map->points[i].x, SIDE * 5, (map->width * 2 - SIDE) * 5);
            map->points[i].y = within(map->points[i].y, TOP * 5, (map->height - BOTTOM) * 10);
        }
        map->moved |= moving;
    }
}

bool wp_map_boxes_meet(struct wp_map_box one, struct wp_map_box other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

struct wp_map_box wp_map_mark_box(const struct wp_map_point *point) {
    int half = WP_MAP_RADIUS * 10 + 5;
    return (struct wp_map_box){point->x - half, point->y - half, point->x + half, point->y + half};
}

struct wp_map_box wp_map_bar_box(const struct wp_map *map) {
    int bottom = map->height * 10;
    return (struct wp_map_box){0, bottom - 280, map->bar > 700 ? map->bar + 160 : 860, bottom};
}

const char *wp_map_label_text(const struct wp_map_point *point, int at, char number[16]) {
    if (point->label == WP_MAP_NAME)
        return point->name;
    snprintf(number, 16, "%d", at + 1);
    return number;
}

struct wp_map_box wp_map_label_box(const struct wp_map_point *point, int at) {
    char number[16];
    int width = wp_svg_text_width(wp_map_label_text(point, at, number));
    if (width > WP_MAP_LABEL_WIDTH)
        width = WP_MAP_LABEL_WIDTH;
    return (struct wp_map_box){point->label_x, point->label_y - ASCENT, point->label_x + width,
                               point->label_y + DESCENT};
}

/* Is there room for the point's label where it stands now? (There always is room below: for the scale.)
 * Points whose label is not yet placed have none. */
static bool has_room(const struct wp_map *map, int at) {
    struct wp_map_box box = wp_map_label_box(&map->points[at], at);
    if (box.left < 20 || box.top < 20 || box.right > map->width * 10 - 20 ||
        wp_map_boxes_meet(box, wp_map_bar_box(map)))
        return false;
    for (int i = 0; i < map->count; i++) {
        if (i != at && wp_map_boxes_meet(box, wp_map_mark_box(&map->points[i])))
            return false;
        if (i != at && map->points[i].label != WP_MAP_NO_LABEL &&
            wp_map_boxes_meet(box, wp_map_label_box(&map->points[i], i)))
            return false;
    }
    return true;
}

/* Right, left, above and below the mark, then askew. */
static bool place_label(struct wp_map *map, int at, enum wp_map_label label) {
    static const struct {
        int side, height; /* -1: left, above; 0: in the middle */
    } ways[] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};
    struct wp_map_point *point = &map->points[at];
    int reach = WP_MAP_RADIUS * 10 + GAP;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        bool askew = ways[i].side != 0 && ways[i].height != 0;
        int away = askew ? reach * 7 / 10 : reach;
        point->label = label;
        point->label_x = point->label_y = 0;
        point->label_side = ways[i].side;
        int width = wp_map_label_box(point, at).right;
        point->label_x = ways[i].side > 0   ? point->x + away
                         : ways[i].side < 0 ? point->x - away - width
                                            : point->x - width / 2;
        point->label_y = ways[i].height > 0   ? point->y + away + ASCENT
                         : ways[i].height < 0 ? point->y - away - DESCENT
                                              : point->y + (ASCENT - DESCENT) / 2;
        if (has_room(map, at))
            return true;
    }
    point->label = WP_MAP_NO_LABEL;
    return false;
}

static int by_weight(const void *left, const void *right) {
    const struct wp_map_point *one = *(struct wp_map_point *const *)left;
    const struct wp_map_point *other = *(struct wp_map_point *const *)right;
    if (one->weight != other->weight)
        return one->weight > other->weight ? -1 : 1;
    return one->district - other->district;
}

bool wp_map_lay_out(const struct wp_round *round, const int *weights, int width, int most_height, int apart,
                    struct wp_arena *arena, struct wp_map *map) {
    struct span span = find_span(round);
    double scale = find_scale(&span, width, most_height);
    int height = (int)lround((span.north - span.south) * scale / 10) + TOP + BOTTOM;
    size_t most = (size_t)wp_map_district_count(round);
    struct wp_map_point **order = wp_arena_alloc(arena, most, sizeof *order);
    *map = (struct wp_map){.width = width,
                           .height = height > LEAST_HEIGHT ? height : LEAST_HEIGHT,
                           .points = wp_arena_alloc(arena, most, sizeof *map->points)};
    if (!order || !map->points)
        return false;
    find_bar(map, scale);
    place_points(round, weights, &span, scale, map);
    spread(map, apart);
    for (int i = 0; i < map->count; i++)
        order[i] = &map->points[i];
    qsort(order, (size_t)map->count, sizeof(struct wp_map_point *), by_weight);
    for (int i = 0; i < map->count && i < MOST_LABELS; i++) {
        int at = (int)(order[i] - map->points);
        if (!place_label(map, at, WP_MAP_NAME))
            place_label(map, at, WP_MAP_NUMBER);
    }
    return true;
}
