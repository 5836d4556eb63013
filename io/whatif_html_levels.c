/* whatif_html_levels.c: what every run came to at each level, and whether better was ruled out. */
#include "language.h"
#include "level_words.h"
#include "whatif_html_parts.h"
#include <stdlib.h>
#include <string.h>

void wp_whatif_html_values(struct wp_html *html, const int64_t *values, int count) {
    char text[WP_NUMBER_TEXT];
    for (int i = 0; i < count; i++)
        wp_html_text(html, "%s%s", i > 0 ? ", " : "", wp_number_text(values[i], 0, false, text));
}

/* A level of each name of all runs, in the order in which they are met. */
struct names {
    const struct wp_level **items;
    int count;
};

static void add_name(struct names *names, const struct wp_level *level) {
    for (int i = 0; i < names->count; i++)
        if (strcmp(names->items[i]->name, level->name) == 0)
            return;
    names->items[names->count++] = level;
}

static bool find_names(const struct wp_whatif *whatif, struct names *names) {
    size_t most = 0;
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            most += (size_t)whatif->rows[r].figures->level_count;
    *names = (struct names){.items = malloc((most + 1) * sizeof *names->items)};
    if (!names->items)
        return false;
    for (int r = 0; r < whatif->row_count; r++)
        for (int k = 0; wp_whatif_is_compared(&whatif->rows[r]) && k < whatif->rows[r].figures->level_count;
             k++)
            add_name(names, &whatif->rows[r].figures->levels[k]);
    return true;
}

static void put_level(struct wp_html *html, const struct wp_level *level) {
    wp_html_raw(html, level->count > 1 ? "<td>" : "<td class=\"number\">");
    wp_whatif_html_values(html, level->value, level->count);
    if (!level->proven) {
        wp_html_raw(html, "<small class=\"bad\">");
        wp_html_text(html, "%s", _("not proven"));
        if (level->bound_count > 0) {
            wp_html_text(html, "%s", level->maximise ? _("; at most ") : _("; at least "));
            wp_whatif_html_values(html, level->bound, level->bound_count);
        }
        wp_html_raw(html, "</small>");
    } else if (level->gives_way) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, "%s ", _("gave way; best alone"));
        wp_whatif_html_values(html, &level->best, 1);
        wp_html_raw(html, "</small>");
    }
    wp_html_raw(html, "</td>");
}

static const struct wp_level *find_level(const struct wp_figures *figures, const char *name) {
    for (int k = 0; k < figures->level_count; k++)
        if (strcmp(figures->levels[k].name, name) == 0)
            return &figures->levels[k];
    return NULL;
}

static void put_rows(struct wp_html *html, const struct wp_whatif *whatif, const struct names *names) {
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        if (!wp_whatif_is_compared(row))
            continue;
        wp_whatif_html_row(html, whatif, row);
        wp_whatif_html_heading(html, whatif, row);
        for (int i = 0; i < names->count; i++) {
            const struct wp_level *level = find_level(row->figures, names->items[i]->name);
            if (level)
                put_level(html, level);
            else
                wp_whatif_html_no_cell(html);
        }
        wp_html_row_end(html);
    }
}

void wp_whatif_html_levels(struct wp_html *html, const struct wp_whatif *whatif) {
    struct names names;
    if (!find_names(whatif, &names)) {
        html->out_of_memory = true;
        return;
    }
    if (names.count > 0) {
        wp_html_section(html, 2, "levels", "%s", _("Level by level"));
        wp_html_table(
            html, true,
            _("What each run came to, the most important level first. Where nothing else is said it is "
              "proven: no plan that keeps the rules does better at this level without doing worse at an "
              "earlier one."));
        wp_html_column(html, WP_HTML_WORDS, _("Scenario"));
        for (int i = 0; i < names.count; i++)
            wp_html_column(html, names.items[i]->count > 1 ? WP_HTML_WORDS : WP_HTML_NUMBER,
                           wp_level_words(names.items[i]->name));
        wp_html_table_rows(html);
        put_rows(html, whatif, &names);
        wp_html_table_end(html);
        wp_html_section_end(html);
    }
    free(names.items);
}
