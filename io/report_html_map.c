/* report_html_map.c: a map of the districts, with who goes from where to where. */
#include "flows.h"
#include "language.h"
#include "report_html_parts.h"
#include "svg_map.h"
#include <stdlib.h>
#include <string.h>

/* The map is drawn twice: for screens and paper, and for telephones, where letters would be too small. */
static const struct size {
    const char *class;
    int width, most_height, apart, arrows;
} sizes[] = {{"wide", 700, 640, 38, 36}, {"narrow", 330, 460, 30, 16}};

/* What the pictures and tables share. Arrays of districts. */
struct places {
    const struct wp_round *round;
    struct wp_flows flows;
    int *living, *working; /* placed students or not; heads on projects there */
    int *weights;
    int *circle_of;       /* a number by the circle's name, -1 for none */
    const char **circles; /* names, by number */
    int circle_count;
};

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Numbers the circles by name. */
static void number_circles(struct places *places) {
    const struct wp_round *round = places->round;
    int found = 0;
    for (int d = 0; d < round->district_count; d++)
        if (round->districts[d].circle >= 0)
            places->circles[found++] = wp_round_text(round, round->districts[d].circle);
    qsort(places->circles, (size_t)found, sizeof *places->circles, by_name);
    for (int i = 0; i < found; i++)
        if (i == 0 || strcmp(places->circles[places->circle_count - 1], places->circles[i]) != 0)
            places->circles[places->circle_count++] = places->circles[i];
    for (int d = 0; d < round->district_count; d++) {
        const char *name = wp_round_text(round, round->districts[d].circle);
        const char **at =
            bsearch(&name, places->circles, (size_t)places->circle_count, sizeof *places->circles, by_name);
        places->circle_of[d] = at && *name ? (int)(at - places->circles) : -1;
    }
}

static bool collect(const struct wp_report *report, struct wp_arena *arena, struct places *places) {
    const struct wp_round *round = report->round;
    size_t count = (size_t)round->district_count;
    *places = (struct places){
        .round = round,
        .living = wp_arena_alloc(arena, count, sizeof(int)),
        .working = wp_arena_alloc(arena, count, sizeof(int)),
        .weights = wp_arena_alloc(arena, count, sizeof(int)),
        .circle_of = wp_arena_alloc(arena, count, sizeof(int)),
        .circles = wp_arena_alloc(arena, count, sizeof(char *)),
    };
    if (!places->living || !places->working || !places->weights || !places->circle_of || !places->circles ||
        !wp_flows_of_plan(round, report->plan, arena, &places->flows))
        return false;
    for (int s = 0; s < round->student_count; s++)
        if (round->students[s].district >= 0)
            places->living[round->students[s].district]++;
    for (int p = 0; p < round->project_count; p++)
        if (round->projects[p].district >= 0)
            places->working[round->projects[p].district] += report->totals->project_students[p];
    for (int d = 0; d < round->district_count; d++)
        places->weights[d] = places->living[d] + places->working[d];
    number_circles(places);
    return true;
}

static int point_of(const struct wp_map *map, int district) {
    int low = 0, high = map->count - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (map->points[middle].district < district)
            low = middle + 1;
        else
            high = middle;
    }
    return map->points[low].district == district ? low : -1;
}

/* "Waalkant – Dorpshart: 7". NULL when memory runs out. */
static const char *tell_flow(const struct wp_round *round, const struct wp_flow *flow,
                             struct wp_arena *arena) {
    const char *from = wp_district_text(round, flow->from), *to = wp_district_text(round, flow->to);
    size_t size = strlen(from) + strlen(to) + 32;
    char *text = wp_arena_alloc(arena, size, 1);
    if (text)
        snprintf(text, size, "%s → %s: %d", from, to, flow->students);
    return text;
}

/* The arrows that are drawn, and how many students go between districts where none is. */
struct drawn {
    struct wp_svg_arrow *arrows;
    int count;
    int left_out; /* students: too many arrows, marks too near to each other, no coordinates */
};

static bool choose_arrows(const struct places *places, const struct wp_map *map, int most,
                          struct wp_arena *arena, struct drawn *drawn) {
    *drawn = (struct drawn){.arrows = wp_arena_alloc(arena, (size_t)most, sizeof *drawn->arrows)};
    if (!drawn->arrows)
        return false;
    for (int i = 0; i < places->flows.count; i++) {
        const struct wp_flow *flow = &places->flows.items[i];
        int from = point_of(map, flow->from), to = point_of(map, flow->to);
        if (flow->from == flow->to)
            continue;
        if (drawn->count == most || from < 0 || to < 0 || !wp_svg_arrow_fits(map, from, to)) {
            drawn->left_out += flow->students;
            continue;
        }
        const char *tells = tell_flow(places->round, flow, arena);
        if (!tells)
            return false;
        drawn->arrows[drawn->count++] = (struct wp_svg_arrow){from, to, flow->students, tells};
    }
    return true;
}

/* The names of districts that have a number on the map, and how many have nothing. */
static void put_names(struct wp_html *html, const struct wp_map *map) {
    int numbered = 0, bare = 0;
    for (int i = 0; i < map->count; i++) {
        if (map->points[i].label == WP_MAP_NO_LABEL)
            bare++;
        if (map->points[i].label != WP_MAP_NUMBER)
            continue;
        wp_html_raw(html, numbered++ == 0 ? "<ul class=\"key\">\n<li>" : "<li>");
        wp_html_text(html, "%d ", i + 1);
        wp_html_name(html, map->points[i].name);
        wp_html_raw(html, "</li>\n");
    }
    if (numbered > 0)
        wp_html_raw(html, "</ul>\n");
    if (bare > 0)
        wp_html_paragraph(html,
                          ngettext("There was no room for the name of %d district.",
                                   "There was no room for the names of %d districts.", (unsigned long)bare),
                          bare);
}

static void put_left_out(struct wp_html *html, const struct drawn *drawn) {
    if (drawn->left_out > 0)
        wp_html_paragraph(html,
                          ngettext("%d student goes where no arrow is drawn, so that the map stays clear: "
                                   "the table below has everybody.",
                                   "%d students go where no arrow is drawn, so that the map stays clear: "
                                   "the table below has everybody.",
                                   (unsigned long)drawn->left_out),
                          drawn->left_out);
}

static bool put_picture(struct wp_html *html, const struct places *places, const struct size *size,
                        struct wp_arena *arena) {
    struct wp_map map;
    struct drawn drawn;
    char description[256];
    int *circles;
    if (!wp_map_lay_out(places->round, places->weights, size->width, size->most_height, size->apart, arena,
                        &map) ||
        !choose_arrows(places, &map, size->arrows, arena, &drawn))
        return false;
    circles = wp_arena_alloc(arena, (size_t)map.count, sizeof *circles);
    if (!circles)
        return false;
    for (int i = 0; i < map.count; i++)
        circles[i] = places->circle_of[map.points[i].district];
    snprintf(
        description, sizeof description,
        _("%d districts where they lie, north at the top; %d arrows from where students live to where their "
          "projects are. The tables below have the same figures."),
        map.count, drawn.count);
    const struct wp_svg_map picture = {
        .title = _("Map of the districts"),
        .description = description,
        .layout = &map,
        .circles = circles,
        .arrows = drawn.arrows,
        .arrow_count = drawn.count,
        .most = drawn.count > 0 ? drawn.arrows[0].value : 1,
    };
    wp_html_raw(html, "<div class=\"%s\">\n", size->class);
    wp_svg_map(html, &picture);
    put_names(html, &map);
    put_left_out(html, &drawn);
    if (map.moved)
        wp_html_paragraph(html, "%s",
                          _("Districts that lie very near each other are drawn a little further apart."));
    wp_html_raw(html, "</div>\n");
    return true;
}

static void put_districts(struct wp_html *html, const struct places *places) {
    const struct wp_round *round = places->round;
    wp_html_table(html, true, _("Students by district"));
    wp_html_column(html, WP_HTML_WORDS, _("District"));
    if (places->circle_count > 0)
        wp_html_column(html, WP_HTML_WORDS, _("Circle"));
    wp_html_column(html, WP_HTML_NUMBER, _("Live here"));
    wp_html_column(html, WP_HTML_NUMBER, _("Placed here"));
    wp_html_table_rows(html);
    for (int d = 0; d < round->district_count; d++) {
        wp_html_row(html);
        wp_report_html_heading(html, round->districts[d].id, round->districts[d].name);
        if (places->circle_count > 0)
            wp_html_cell_name(html, wp_round_text(round, round->districts[d].circle));
        wp_html_cell_number(html, places->living[d], 0);
        wp_html_cell_number(html, places->working[d], 0);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

static void put_flows(struct wp_html *html, const struct places *places) {
    const struct wp_flows *flows = &places->flows;
    bool trips = wp_round_has_trips(places->round);
    wp_html_table(html, true, _("Placed students by where they live and where their project is"));
    wp_html_column(html, WP_HTML_WORDS, _("From"));
    wp_html_column(html, WP_HTML_WORDS, _("To"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    if (trips)
        wp_html_column(html, WP_HTML_NUMBER, _("Mean trip in minutes"));
    wp_html_table_rows(html);
    for (int i = 0; i < flows->count; i++) {
        const struct wp_flow *flow = &flows->items[i];
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_name(html, wp_district_text(places->round, flow->from));
        wp_html_row_heading_end(html);
        wp_html_cell_name(html, wp_district_text(places->round, flow->to));
        wp_html_cell_number(html, flow->students, 0);
        if (trips)
            wp_report_html_mean_cell(html, flow->minutes, flow->trips, 1);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

static void put_opening(struct wp_html *html, const struct places *places) {
    int same = 0, other = 0;
    for (int i = 0; i < places->flows.count; i++) {
        const struct wp_flow *flow = &places->flows.items[i];
        *(flow->from == flow->to ? &same : &other) += flow->students;
    }
    wp_html_paragraph(html,
                      _("Arrows go from where students live to where their project is, the wider the more "
                        "students: %d go to another district, %d stay in their own, and have no arrow."),
                      other, same);
    if (places->flows.unknown > 0)
        wp_html_paragraph(
            html,
            ngettext("%d placed student is left out: the home district or the project's is not known.",
                     "%d placed students are left out: the home district or the project's is not known.",
                     (unsigned long)places->flows.unknown),
            places->flows.unknown);
    if (places->circle_count == 0)
        return;
    wp_html_raw(html, "<ul class=\"key\">\n");
    for (int c = 0; c < places->circle_count; c++)
        wp_svg_map_key(html, c, places->circles[c]);
    wp_html_raw(html, "</ul>\n");
}

void wp_report_html_map(struct wp_html *html, const struct wp_report *report) {
    struct wp_arena *arena;
    struct places places;
    bool done;
    if (wp_map_district_count(report->round) < 2)
        return;
    arena = wp_arena_new();
    if (!arena || !collect(report, arena, &places)) {
        html->out_of_memory = true;
        wp_arena_free(arena);
        return;
    }
    wp_html_section(html, 2, "map", "%s", _("Map"));
    put_opening(html, &places);
    wp_html_raw(html, "<figure class=\"picture map\">\n");
    done = put_picture(html, &places, &sizes[0], arena) && put_picture(html, &places, &sizes[1], arena);
    wp_html_raw(html, "</figure>\n");
    html->out_of_memory |= !done;
    put_districts(html, &places);
    wp_html_raw(html, "<details>\n<summary>");
    wp_html_text(html, "%s", _("Who goes from where to where"));
    wp_html_raw(html, "</summary>\n");
    put_flows(html, &places);
    wp_html_raw(html, "</details>\n");
    wp_html_section_end(html);
    wp_arena_free(arena);
}
