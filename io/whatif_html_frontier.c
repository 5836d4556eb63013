/* whatif_html_frontier.c: the variants of a sweep that no other beats, and the two figures between which the
 * choice is hardest as a picture. */
#include "language.h"
#include "svg.h"
#include "whatif_html_parts.h"
#include "whatif_measures.h"
#include <stdlib.h>

#define FIGURE_WIDTH  420
#define FIGURE_HEIGHT 320
#define OPEN_MOST     12 /* rows: a longer table is folded */

/* The variants that have a plan, with their criteria. */
struct variants {
    const struct wp_whatif_row **rows;
    int64_t (*criteria)[WP_WHATIF_CRITERIA];
    const char **labels; /* the swept values */
    int count;
};

/* Two figures of which one grows as the other shrinks, in most pairs of variants. */
struct conflict {
    int x, y;
    int64_t pairs;
};

static int64_t count_conflicts(const struct variants *variants, int x, int y) {
    int64_t pairs = 0;
    for (int i = 0; i < variants->count; i++)
        for (int j = i + 1; j < variants->count; j++) {
            const int64_t *one = variants->criteria[i], *other = variants->criteria[j];
            pairs += (one[x] < other[x] && one[y] > other[y]) || (one[x] > other[x] && one[y] < other[y]);
        }
    return pairs;
}

static struct conflict find_conflict(const struct variants *variants) {
    struct conflict greatest = {0, 1, 0};
    for (int x = 0; x < WP_WHATIF_CRITERIA; x++)
        for (int y = x + 1; y < WP_WHATIF_CRITERIA; y++) {
            int64_t pairs = count_conflicts(variants, x, y);
            if (pairs > greatest.pairs)
                greatest = (struct conflict){x, y, pairs};
        }
    return greatest;
}

/* Does no other variant do better in one of the two and as well in the other? */
static bool is_best_of_two(const struct variants *variants, int at, struct conflict of) {
    const int64_t *own = variants->criteria[at];
    for (int i = 0; i < variants->count; i++) {
        const int64_t *other = variants->criteria[i];
        if (other[of.x] <= own[of.x] && other[of.y] <= own[of.y] &&
            (other[of.x] < own[of.x] || other[of.y] < own[of.y]))
            return false;
    }
    return true;
}

static int by_x(const void *left, const void *right) {
    const struct wp_svg_point *one = left, *other = right;
    if (one->x != other->x)
        return one->x < other->x ? -1 : 1;
    return one->y < other->y ? -1 : one->y > other->y;
}

/* Marks: a diamond where nothing is better in both of the two, else a dot on the frontier of all five, else a
 * ring. */
static int make_points(const struct variants *variants, struct conflict of, struct wp_svg_point *points,
                       struct wp_svg_point *path) {
    int joined = 0;
    for (int i = 0; i < variants->count; i++) {
        bool best = is_best_of_two(variants, i, of);
        points[i] = (struct wp_svg_point){.x = wp_criterion_shown(of.x, variants->criteria[i][of.x]),
                                          .y = wp_criterion_shown(of.y, variants->criteria[i][of.y]),
                                          .mark = best                             ? WP_SVG_DIAMOND
                                                  : variants->rows[i]->on_frontier ? WP_SVG_DOT
                                                                                   : WP_SVG_RING,
                                          .label = best ? variants->labels[i] : NULL,
                                          .tells = variants->labels[i]};
        if (best)
            path[joined++] = points[i];
    }
    qsort(path, (size_t)joined, sizeof *path, by_x);
    return joined;
}

static void put_legend(struct wp_html *html) {
    wp_html_raw(html, "<ul class=\"key\">\n");
    wp_svg_legend(html, WP_SVG_DIAMOND, _("nothing is better in both of these two"));
    wp_svg_legend(html, WP_SVG_DOT, _("on the frontier of all five"));
    wp_svg_legend(html, WP_SVG_RING, _("another variant is better or as good in all"));
    wp_html_raw(html, "</ul>\n");
}

static void fit(struct wp_svg_axis *axis, const struct variants *variants, int criterion) {
    int64_t least = wp_criterion_shown(criterion, variants->criteria[0][criterion]), most = least;
    for (int i = 1; i < variants->count; i++) {
        int64_t value = wp_criterion_shown(criterion, variants->criteria[i][criterion]);
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    wp_svg_axis_fit(axis, least, most);
}

static void put_picture(struct wp_html *html, const struct variants *variants, struct conflict of) {
    struct wp_svg_point *points = calloc(2 * (size_t)variants->count, sizeof *points);
    if (!points) {
        html->out_of_memory = true;
        return;
    }
    char title[256];
    snprintf(title, sizeof title, _("%s against %s"), wp_criterion_name(of.y), wp_criterion_name(of.x));
    struct wp_svg_plot plot = {
        .title = title,
        .description = _("One point a variant; the table has the figures of those on the frontier"),
        .width = FIGURE_WIDTH,
        .height = FIGURE_HEIGHT,
        .x = {.name = wp_criterion_name(of.x)},
        .y = {.name = wp_criterion_name(of.y)},
        .points = points,
        .count = variants->count,
        .path = points + variants->count,
        .front = true,
    };
    plot.path_count = make_points(variants, of, points, points + variants->count);
    fit(&plot.x, variants, of.x);
    fit(&plot.y, variants, of.y);
    wp_html_raw(html, "<figure class=\"picture\">\n<figcaption>");
    wp_html_text(html, "%s", title);
    wp_html_raw(html, "<small>");
    wp_html_text(html, "%s", _("Of the five figures, these two are most often at odds."));
    wp_html_raw(html, "</small></figcaption>\n");
    wp_svg_plot(html, &plot);
    put_legend(html);
    wp_html_raw(html, "</figure>\n");
    free(points);
}

static void put_table(struct wp_html *html, const struct variants *variants) {
    wp_html_table(html, true,
                  _("The frontier: no other variant is as good in all five figures and better in one."));
    wp_html_column(html, WP_HTML_WORDS, _("Variant"));
    for (int c = 0; c < WP_WHATIF_CRITERIA; c++)
        wp_html_column(html, WP_HTML_NUMBER, wp_criterion_name(c));
    wp_html_table_rows(html);
    for (int i = 0; i < variants->count; i++) {
        if (!variants->rows[i]->on_frontier)
            continue;
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_name(html, variants->labels[i]);
        wp_html_row_heading_end(html);
        for (int c = 0; c < WP_WHATIF_CRITERIA; c++)
            wp_html_cell_number(html, wp_criterion_shown(c, variants->criteria[i][c]), 0);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

/* A long one is folded: the picture tells most of it. */
static void put_frontier(struct wp_html *html, const struct variants *variants) {
    int count = 0;
    for (int i = 0; i < variants->count; i++)
        count += variants->rows[i]->on_frontier;
    if (count <= OPEN_MOST) {
        put_table(html, variants);
        return;
    }
    wp_html_raw(html, "<details>\n<summary>");
    wp_html_text(html, _("%d of %d variants are on the frontier"), count, variants->count);
    wp_html_raw(html, "</summary>\n");
    put_table(html, variants);
    wp_html_raw(html, "</details>\n");
}

/* "20%", or "20% · 60" of two keys. */
static const char *label_of(const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                            struct wp_arena *arena) {
    const char *first = wp_whatif_value(whatif, row, 0), *second = wp_whatif_value(whatif, row, 1);
    char text[256];
    if (!second)
        return first;
    int length = snprintf(text, sizeof text, "%s · %s", first, second);
    wp_error_trim(text);
    return wp_arena_copy(arena, text, length < (int)sizeof text ? (size_t)length : sizeof text - 1);
}

static bool find_variants(const struct wp_whatif *whatif, const struct wp_whatif_sweep *sweep,
                          struct wp_arena *arena, struct variants *variants) {
    size_t most = (size_t)sweep->scenario->variant_count;
    variants->rows = wp_arena_alloc(arena, most, sizeof *variants->rows);
    variants->criteria = wp_arena_alloc(arena, most, sizeof *variants->criteria);
    variants->labels = wp_arena_alloc(arena, most, sizeof *variants->labels);
    if (!variants->rows || !variants->criteria || !variants->labels)
        return false;
    for (size_t v = 0; v < most; v++) {
        const struct wp_whatif_row *row = &whatif->rows[(size_t)sweep->first_row + v];
        if (!wp_whatif_has_plan(row))
            continue;
        variants->rows[variants->count] = row;
        variants->labels[variants->count] = label_of(whatif, row, arena);
        if (!variants->labels[variants->count])
            return false;
        wp_whatif_criteria(row, variants->criteria[variants->count++]);
    }
    return true;
}

void wp_whatif_html_frontier(struct wp_html *html, const struct wp_whatif *whatif,
                             const struct wp_whatif_sweep *sweep) {
    struct wp_arena *arena = wp_arena_new();
    struct variants variants = {0};
    if (!arena || !find_variants(whatif, sweep, arena, &variants)) {
        html->out_of_memory = true;
    } else if (variants.count > 1) {
        struct conflict greatest = find_conflict(&variants);
        wp_html_section(html, 3, "", "%s", _("What can be traded for what"));
        wp_html_paragraph(
            html, "%s",
            greatest.pairs > 0
                ? _("Every step along the frontier gives up one thing for another: which is worth more "
                    "is for you to say. All other variants can be forgotten.")
                : _("Nothing has to be given up here: what is better in one figure is no worse in "
                    "another."));
        wp_html_raw(html, "<div class=\"beside\">\n");
        if (greatest.pairs > 0)
            put_picture(html, &variants, greatest);
        wp_html_raw(html, "<div>\n");
        put_frontier(html, &variants);
        wp_html_raw(html, "</div>\n</div>\n");
        wp_html_section_end(html);
    }
    wp_arena_free(arena);
}
