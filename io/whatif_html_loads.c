/* whatif_html_loads.c: what each lecturer has to carry in each run, against her minimum and maximum. */
#include "language.h"
#include "svg.h"
#include "whatif_html_parts.h"
#include <stdlib.h>
#include <string.h>

#define COLUMNS 8 /* lecturers side by side in the table of all numbers */

/* One lecturer through all runs. */
struct lecturer {
    const struct wp_lecturer_figures *first; /* in the base, or in the first run that has her */
    int64_t *loads;                          /* of each row; -1 where it has no plan, or not her */
};

struct lecturers {
    struct lecturer *items; /* by id */
    int count;
    int64_t full; /* no load and no maximum is above */
};

bool wp_whatif_has_lecturers(const struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]) && whatif->rows[r].figures->lecturer_count > 0)
            return true;
    return false;
}

static struct lecturer *find(struct lecturers *all, const char *id) {
    for (int i = 0; i < all->count; i++)
        if (strcmp(all->items[i].first->id, id) == 0)
            return &all->items[i];
    return NULL;
}

static bool add(struct lecturers *all, const struct wp_lecturer_figures *lecturer, int rows,
                struct wp_arena *arena) {
    struct lecturer *made = &all->items[all->count];
    made->first = lecturer;
    made->loads = wp_arena_alloc(arena, (size_t)rows, sizeof *made->loads);
    if (!made->loads)
        return false;
    for (int r = 0; r < rows; r++)
        made->loads[r] = -1;
    all->count++;
    return true;
}

static void widen(int64_t *full, int load) {
    if (load != WP_UNLIMITED && load > *full)
        *full = load;
}

static int by_id(const void *left, const void *right) {
    const struct lecturer *one = left, *other = right;
    return strcmp(one->first->id, other->first->id);
}

static bool collect(const struct wp_whatif *whatif, struct wp_arena *arena, struct lecturers *all) {
    size_t most = 0;
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            most += (size_t)whatif->rows[r].figures->lecturer_count;
    *all = (struct lecturers){.items = wp_arena_alloc(arena, most, sizeof *all->items), .full = 100};
    if (!all->items)
        return false;
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_figures *figures = whatif->rows[r].figures;
        for (int l = 0; wp_whatif_is_compared(&whatif->rows[r]) && l < figures->lecturer_count; l++) {
            const struct wp_lecturer_figures *lecturer = &figures->lecturers[l];
            if (!find(all, lecturer->id) && !add(all, lecturer, whatif->row_count, arena))
                return false;
            find(all, lecturer->id)->loads[r] = lecturer->load;
            widen(&all->full, lecturer->load);
            widen(&all->full, lecturer->max_load);
        }
    }
    qsort(all->items, (size_t)all->count, sizeof *all->items, by_id);
    return true;
}

/* The least and the greatest of her loads; -1 if there is none. */
static void find_range(const struct lecturer *lecturer, int rows, int64_t *least, int64_t *most) {
    *least = *most = -1;
    for (int r = 0; r < rows; r++) {
        int64_t load = lecturer->loads[r];
        if (load < 0)
            continue;
        *least = *least < 0 || load < *least ? load : *least;
        *most = load > *most ? load : *most;
    }
}

static void put_load_cell(struct wp_html *html, int64_t load) {
    char text[WP_NUMBER_TEXT];
    if (load < 0 || load == WP_UNLIMITED) {
        wp_whatif_html_no_cell(html);
        return;
    }
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", wp_hundredths_text(load, text));
    wp_html_cell_end(html);
}

static void put_strip(struct wp_html *html, const struct lecturer *lecturer, int rows, int64_t full) {
    int64_t least, most;
    char description[160], from[WP_NUMBER_TEXT], to[WP_NUMBER_TEXT];
    find_range(lecturer, rows, &least, &most);
    snprintf(description, sizeof description,
             _("Loads from %s to %s; the band is from the minimum to the maximum"),
             wp_hundredths_text(least, from), wp_hundredths_text(most, to));
    const struct wp_svg_strip strip = {
        .title = _("Load in each run"),
        .description = description,
        .low = lecturer->first->min_load,
        .high = lecturer->first->max_load == WP_UNLIMITED ? -1 : lecturer->first->max_load,
        .full = full,
        .values = lecturer->loads,
        .count = rows,
        .base = lecturer->loads[0],
    };
    wp_html_raw(html, "<td class=\"strip\">");
    wp_svg_strip(html, &strip);
    wp_html_cell_end(html);
}

static void put_name(struct wp_html *html, const struct lecturer *lecturer) {
    wp_html_row_heading(html);
    wp_html_name(html, lecturer->first->id);
    if (*lecturer->first->name) {
        wp_html_raw(html, " ");
        wp_html_name(html, lecturer->first->name);
    }
    wp_html_row_heading_end(html);
}

static void put_overview(struct wp_html *html, const struct lecturers *all, int rows) {
    wp_html_table(html, true,
                  _("Load is the sum of the students' loads; a full-time student counts 1. In the picture "
                    "each run is a "
                    "dot, the base is in the square, and the band reaches from the minimum to the maximum."));
    wp_html_column(html, WP_HTML_WORDS, _("Lecturer"));
    wp_html_column(html, WP_HTML_NUMBER, _("Minimum"));
    wp_html_column(html, WP_HTML_NUMBER, _("Maximum"));
    wp_html_column(html, WP_HTML_NUMBER, _("In the base"));
    wp_html_column(html, WP_HTML_NUMBER, _("Least"));
    wp_html_column(html, WP_HTML_NUMBER, _("Most"));
    wp_html_column(html, WP_HTML_WORDS, _("All runs"));
    wp_html_table_rows(html);
    for (int i = 0; i < all->count; i++) {
        int64_t least, most;
        find_range(&all->items[i], rows, &least, &most);
        wp_html_row(html);
        put_name(html, &all->items[i]);
        put_load_cell(html, all->items[i].first->min_load);
        put_load_cell(html, all->items[i].first->max_load);
        put_load_cell(html, all->items[i].loads[0]);
        put_load_cell(html, least);
        put_load_cell(html, most);
        put_strip(html, &all->items[i], rows, all->full);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
}

/* So many lecturers side by side as fit a page; the others below. */
static void put_numbers(struct wp_html *html, const struct wp_whatif *whatif, const struct lecturers *all) {
    wp_html_raw(html, "<details>\n<summary>");
    wp_html_text(html, "%s", _("Every lecturer's load in every run"));
    wp_html_raw(html, "</summary>\n");
    for (int first = 0; first < all->count; first += COLUMNS) {
        int end = first + COLUMNS < all->count ? first + COLUMNS : all->count;
        char caption[256];
        snprintf(caption, sizeof caption, _("Loads of lecturers %d to %d of %d"), first + 1, end, all->count);
        wp_html_table(html, false, caption);
        wp_html_column(html, WP_HTML_WORDS, _("Scenario"));
        for (int i = first; i < end; i++)
            wp_html_column(html, WP_HTML_NUMBER, all->items[i].first->id);
        wp_html_table_rows(html);
        for (int r = 0; r < whatif->row_count; r++) {
            if (!wp_whatif_is_compared(&whatif->rows[r]))
                continue;
            wp_whatif_html_row(html, whatif, &whatif->rows[r]);
            wp_whatif_html_heading(html, whatif, &whatif->rows[r]);
            for (int i = first; i < end; i++)
                put_load_cell(html, all->items[i].loads[r]);
            wp_html_row_end(html);
        }
        wp_html_table_end(html);
    }
    wp_html_raw(html, "</details>\n");
}

void wp_whatif_html_loads(struct wp_html *html, const struct wp_whatif *whatif) {
    struct wp_arena *arena;
    struct lecturers all;
    if (!wp_whatif_has_lecturers(whatif))
        return;
    arena = wp_arena_new();
    if (arena && collect(whatif, arena, &all)) {
        wp_html_section(html, 2, "lecturers", "%s", _("Lecturers"));
        put_overview(html, &all, whatif->row_count);
        put_numbers(html, whatif, &all);
        wp_html_section_end(html);
    } else {
        html->out_of_memory = true;
    }
    wp_arena_free(arena);
}
