/* report_html_levels.c: level by level, what the plan came to, and whether better was ruled out. */
#include "language.h"
#include "level_words.h"
#include "report_html_parts.h"

/* One count a line, without those that are 0. */
static void put_counts(struct wp_html *html, const struct wp_level *level) {
    char name[WP_LEVEL_COUNT_WORDS], number[WP_NUMBER_TEXT];
    bool any = false;
    for (int i = 0; i < level->count; i++) {
        if (level->value[i] == 0)
            continue;
        any = true;
        wp_html_raw(html, "<div>");
        wp_html_text(html, "%s: %s", wp_level_count_words(level, i, name),
                     wp_number_text(level->value[i], 0, false, number));
        wp_html_raw(html, "</div>");
    }
    if (!any)
        wp_html_text(html, "0");
}

static void put_value(struct wp_html *html, const struct wp_level *level) {
    if (level->array) {
        wp_html_raw(html, "<td class=\"counts\">");
        put_counts(html, level);
        wp_html_cell_end(html);
    } else {
        wp_html_cell_number(html, level->value[0], 0);
    }
}

/* How far the proof came. */
static void put_limits(struct wp_html *html, const struct wp_level *level) {
    char bound[WP_NUMBER_TEXT], name[WP_LEVEL_COUNT_WORDS];
    if (level->bound_count == 0)
        return;
    int at = level->bound_count - 1;
    wp_number_text(level->bound[at], 0, false, bound);
    wp_html_raw(html, "<div>");
    if (!level->array) {
        wp_html_text(html, level->maximise ? _("No plan has more than %s.") : _("No plan has less than %s."),
                     bound);
    } else {
        wp_html_text(html,
                     level->maximise ? _("Proven up to %s, of which no plan that is as good before it has "
                                         "more than %s.")
                                     : _("Proven up to %s, of which no plan that is as good before it has "
                                         "less than %s."),
                     wp_level_count_words(level, at, name), bound);
    }
    wp_html_raw(html, "</div>");
}

static void put_proof(struct wp_html *html, const struct wp_level *level) {
    char best[WP_NUMBER_TEXT];
    wp_html_cell(html, WP_HTML_WORDS);
    wp_html_raw(html, "<span class=\"badge\">");
    wp_html_text(html, "%s", level->proven ? _("proven best") : _("not proven"));
    wp_html_raw(html, "</span>");
    if (level->gives_way) {
        wp_html_raw(html, "<div>");
        wp_html_text(html,
                     level->proven
                         ? _("The best at this level alone is %s; it may give way a little to later levels.")
                         : _("The best found at this level alone is %s; it may give way a little to later "
                             "levels."),
                     wp_number_text(level->best, 0, false, best));
        wp_html_raw(html, "</div>");
    }
    if (!level->proven)
        put_limits(html, level);
    wp_html_cell_end(html);
}

static void put_level(struct wp_html *html, const struct wp_level *level, int number) {
    wp_html_row(html);
    wp_html_cell_number(html, number, 0);
    wp_html_row_heading(html);
    wp_html_text(html, "%s", wp_level_words(level->name));
    wp_html_raw(html, "<small>");
    wp_html_text(html, "%s", level->name);
    wp_html_raw(html, "</small>");
    wp_html_row_heading_end(html);
    wp_html_cell_text(html, wp_level_aim(level->name));
    put_value(html, level);
    put_proof(html, level);
    wp_html_row_end(html);
}

void wp_report_html_levels(struct wp_html *html, const struct wp_report *report) {
    const struct wp_solution *solution = report->solution;
    if (solution->level_count == 0)
        return;
    wp_html_section(html, 2, "levels", "%s", _("Level by level"));
    wp_html_table(
        html, false,
        _("What makes one plan better than another, the most important level first. Proven best: no plan "
          "that keeps the rules does better at this level without doing worse at an earlier one."));
    wp_html_column(html, WP_HTML_NUMBER, _("Order"));
    wp_html_column(html, WP_HTML_WORDS, _("Level"));
    wp_html_column(html, WP_HTML_WORDS, _("What it asks"));
    wp_html_column(html, WP_HTML_NUMBER, _("This plan"));
    wp_html_column(html, WP_HTML_WORDS, _("Proof"));
    wp_html_table_rows(html);
    for (int i = 0; i < solution->level_count; i++)
        put_level(html, &solution->levels[i], i + 1);
    wp_html_table_end(html);
    wp_html_section_end(html);
}
