/* test_map_layout.c: districts stand on the map as they lie, no label lies on another or on a mark, and all
 * stay in the picture: on seeded random maps and on those that are hard. */
#include "dice.h"
#include "map_layout.h"
#include "small_round.h"
#include "svg_map.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define MAPS           300
#define MOST_DISTRICTS 60
#define WIDTH          340
#define HEIGHT         460

static const char *const names[] = {
    "",
    "Waalkant",
    "Nieuwe Wijk bij de Steenovenbuurt aan het Water",
    "\u0645\u0631\u064A\u0645 \u0627\u0644\u062D\u062F\u064A\u0642\u0629",
    "\U0001F9A2\U0001F9A2\U0001F9A2",
    "<script>",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
};

static void place(struct small_round *small, int district, double latitude, double longitude) {
    small->round->districts[district].position = (struct wp_position){latitude, longitude, true};
}

static int label_count(const struct wp_map *map, enum wp_map_label kind) {
    int count = 0;
    for (int i = 0; i < map->count; i++)
        count += map->points[i].label == kind;
    return count;
}

static bool is_inside(const struct wp_map *map, struct wp_map_box box) {
    return box.left >= 0 && box.top >= 0 && box.right <= map->width * 10 && box.bottom <= map->height * 10;
}

/* What holds for every map. */
static void expect_in_order(const struct wp_map *map) {
    assert_in_range(map->height, 1, HEIGHT > 160 ? HEIGHT : 160);
    assert_true(map->bar >= 0 && map->bar <= map->width * 10 / 4);
    for (int i = 0; i < map->count; i++) {
        const struct wp_map_point *point = &map->points[i];
        assert_true(i == 0 || map->points[i - 1].district < point->district);
        assert_true(is_inside(map, wp_map_mark_box(point)));
        if (point->label == WP_MAP_NO_LABEL)
            continue;
        assert_true(is_inside(map, wp_map_label_box(point, i)));
        assert_false(wp_map_boxes_meet(wp_map_label_box(point, i), wp_map_bar_box(map)));
        for (int k = 0; k < map->count; k++) {
            assert_true(k == i ||
                        !wp_map_boxes_meet(wp_map_label_box(point, i), wp_map_mark_box(&map->points[k])));
            if (k != i && map->points[k].label != WP_MAP_NO_LABEL)
                assert_false(
                    wp_map_boxes_meet(wp_map_label_box(point, i), wp_map_label_box(&map->points[k], k)));
        }
    }
}

static void lay_out(struct small_round *small, int apart, struct wp_arena *arena, struct wp_map *map) {
    int weights[MOST_DISTRICTS];
    for (int d = 0; d < small->round->district_count; d++)
        weights[d] = dice_any(5);
    assert_true(wp_map_lay_out(small->round, weights, WIDTH, HEIGHT, apart, arena, map));
    assert_int_equal(map->count, wp_map_district_count(small->round));
    expect_in_order(map);
}

/* Crowded and roomy maps, towns of a street and whole countries, some districts without coordinates. */
static void no_label_lies_on_another(void **state) {
    (void)state;
    int named = 0, numbered = 0;
    for (uint32_t seed = 1; seed <= MAPS; seed++) {
        static const double spans[] = {0.0001, 0.01, 0.3, 4};
        struct small_round small;
        struct wp_arena *arena = wp_arena_new();
        struct wp_map map;
        dice_start(seed);
        small_round_start(&small, (struct small_sizes){.districts = 1 + dice_any(MOST_DISTRICTS)});
        for (int d = 0; d < small.round->district_count; d++) {
            small.round->districts[d].name = names[dice_any(8)];
            if (!dice_one_in(9))
                place(&small, d, 51.5 + spans[seed % 4] * dice_any(100) / 100,
                      5.5 + spans[seed % 4] * dice_any(100) / 100);
        }
        lay_out(&small, dice_any(3) * 15, arena, &map);
        named += label_count(&map, WP_MAP_NAME);
        numbered += label_count(&map, WP_MAP_NUMBER);
        wp_arena_free(arena);
        small_round_end(&small);
    }
    assert_true(named > 10 * MAPS && numbered > MAPS); /* the maps are about something */
}

static void districts_stand_as_they_lie(void **state) {
    (void)state;
    struct small_round small;
    struct wp_arena *arena = wp_arena_new();
    struct wp_map map;
    small_round_start(&small, (struct small_sizes){.districts = 4});
    /* At 60 degrees north a degree of longitude is half as long as one of latitude. */
    place(&small, 0, 59.9, 5);
    place(&small, 1, 60.1, 5);
    place(&small, 3, 60, 5.2);
    lay_out(&small, 0, arena, &map);
    assert_int_equal(map.count, 3);
    assert_int_equal(map.points[2].district, 3);
    assert_false(map.moved);
    assert_int_equal(map.points[0].x, map.points[1].x);
    assert_true(map.points[1].y < map.points[0].y); /* north is above */
    assert_int_equal(2 * map.points[2].y, map.points[0].y + map.points[1].y);
    int along = map.points[0].y - map.points[1].y, across = map.points[2].x - map.points[0].x;
    assert_in_range(2 * across, along - 4, along + 4);
    /* 0.2 degrees of latitude are 22.24 km. */
    assert_in_range((int64_t)map.metres * along / map.bar, 22100, 22400);
    wp_arena_free(arena);
    small_round_end(&small);
}

static void marks_that_would_lie_on_each_other_are_moved_apart(void **state) {
    (void)state;
    struct small_round small;
    struct wp_arena *arena = wp_arena_new();
    struct wp_map map;
    small_round_start(&small, (struct small_sizes){.districts = 6});
    for (int d = 0; d < 6; d++)
        place(&small, d, d < 4 ? 52 : 52.5, d < 4 ? 5 : 5.5 + d);
    lay_out(&small, 24, arena, &map);
    assert_true(map.moved);
    for (int i = 0; i < map.count; i++)
        for (int k = i + 1; k < map.count; k++)
            assert_false(wp_map_boxes_meet(wp_map_mark_box(&map.points[i]), wp_map_mark_box(&map.points[k])));
    assert_false(wp_svg_arrow_fits(&map, 0, 0));
    assert_true(wp_svg_arrow_fits(&map, 0, 5));
    wp_arena_free(arena);
    small_round_end(&small);
}

static void one_point_has_no_scale(void **state) {
    (void)state;
    struct small_round small;
    struct wp_arena *arena = wp_arena_new();
    struct wp_map map;
    small_round_start(&small, (struct small_sizes){.districts = 2});
    place(&small, 0, -90, 180);
    place(&small, 1, -90, 180);
    lay_out(&small, 0, arena, &map);
    assert_int_equal(map.bar, 0);
    assert_int_equal(map.points[0].x, map.points[1].x);
    wp_arena_free(arena);
    small_round_end(&small);
}

/* A metre would be longer than the picture: expect_in_order. */
static void districts_within_a_metre_have_no_scale(void **state) {
    (void)state;
    struct small_round small;
    struct wp_arena *arena = wp_arena_new();
    struct wp_map map;
    small_round_start(&small, (struct small_sizes){.districts = 2});
    place(&small, 0, 51.5, 5.5);
    place(&small, 1, 51.500001, 5.500001);
    lay_out(&small, 30, arena, &map);
    assert_int_equal(map.bar, 0);
    place(&small, 1, 51.5, 5.5 + 1e-13);
    lay_out(&small, 30, arena, &map);
    assert_int_equal(map.bar, 0);
    wp_arena_free(arena);
    small_round_end(&small);
}

static void as_many_letters_as_fit(void **state) {
    (void)state;
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        int whole = wp_svg_text_width(names[n]);
        size_t letters = wp_utf8_count(names[n]);
        assert_int_equal(wp_svg_fitting(names[n], whole), letters);
        if (letters > 0)
            assert_true(wp_svg_fitting(names[n], whole - 1) <= letters);
        for (int width = 120; width < whole; width += 7) {
            char cut[256];
            size_t most = wp_svg_fitting(names[n], width);
            assert_in_range(most, 1, letters);
            snprintf(cut, sizeof cut, "%.*s…", (int)wp_utf8_first(names[n], most - 1), names[n]);
            assert_true(wp_svg_text_width(cut) <= width + 10); /* the ellipsis has three bytes */
        }
    }
}

static void circles_have_letters(void **state) {
    (void)state;
    char letters[WP_CIRCLE_LETTERS];
    assert_string_equal(wp_circle_letters(0, letters), "A");
    assert_string_equal(wp_circle_letters(25, letters), "Z");
    assert_string_equal(wp_circle_letters(26, letters), "AA");
    assert_string_equal(wp_circle_letters(701, letters), "ZZ");
    assert_string_equal(wp_circle_letters(702, letters), "AAA");
    assert_string_equal(wp_circle_letters(INT32_MAX - 1, letters), "FXSHRXW");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_label_lies_on_another),
        cmocka_unit_test(districts_stand_as_they_lie),
        cmocka_unit_test(marks_that_would_lie_on_each_other_are_moved_apart),
        cmocka_unit_test(one_point_has_no_scale),
        cmocka_unit_test(districts_within_a_metre_have_no_scale),
        cmocka_unit_test(as_many_letters_as_fit),
        cmocka_unit_test(circles_have_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
