/* whatif_html_summary.c: all runs in one table, each against the base; and those without a plan, with
 * reasons. */
#include "language.h"
#include "whatif_html_parts.h"
#include "whatif_measures.h"
#include "whatif_words.h"

#define PROJECTS_SHOWN 6 /* of those that open or close; all stand with who moves */

/* Below a figure: its difference from the base's, in words too. */
static void put_difference(struct wp_html *html, const struct wp_whatif_row *base, int64_t value,
                           enum wp_whatif_measure measure) {
    char text[WP_NUMBER_TEXT];
    int64_t of_base;
    if (!wp_measure_value(base, measure, &of_base))
        return;
    if (value == of_base) {
        wp_html_raw(html, "<small>=</small>");
        return;
    }
    int direction = wp_measure_direction(measure) * (value > of_base ? 1 : -1);
    wp_number_text(value - of_base, wp_measure_decimals(measure), true, text);
    wp_html_raw(html, direction > 0   ? "<small class=\"good\">"
                      : direction < 0 ? "<small class=\"bad\">"
                                      : "<small>");
    wp_html_text(html, direction > 0 ? _("%s better") : direction < 0 ? _("%s worse") : "%s", text);
    wp_html_raw(html, "</small>");
}

static void put_measure(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                        enum wp_whatif_measure measure) {
    const struct wp_whatif_row *base = whatif->rows;
    char text[WP_NUMBER_TEXT];
    int64_t value;
    if (!wp_measure_value(row, measure, &value)) {
        wp_whatif_html_no_cell(html);
        return;
    }
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", wp_number_text(value, wp_measure_decimals(measure), false, text));
    if (measure == WP_MEASURE_PLACED &&
        (!wp_whatif_has_plan(base) || row->figures->students != base->figures->students)) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, _("of %d"), row->figures->students);
        wp_html_raw(html, "</small>");
    }
    if (row != base)
        put_difference(html, base, value, measure);
    wp_html_cell_end(html);
}

static void put_projects(struct wp_html *html, const char *words, const char **ids, int count) {
    if (count == 0)
        return;
    wp_html_raw(html, "<div>");
    wp_html_text(html, "%s ", words);
    for (int i = 0; i < count && i < PROJECTS_SHOWN; i++) {
        wp_html_raw(html, i > 0 ? ", " : "");
        wp_html_name(html, ids[i]);
    }
    if (count > PROJECTS_SHOWN) {
        wp_html_raw(html, " ");
        wp_html_text(html, _("and %d more"), count - PROJECTS_SHOWN);
    }
    wp_html_raw(html, "</div>");
}

static void put_heading(struct wp_html *html, const struct wp_whatif *whatif,
                        const struct wp_whatif_row *row) {
    wp_html_row_heading(html);
    wp_whatif_html_label(html, whatif, row);
    if (row == whatif->rows && *row->name) {
        wp_html_raw(html, "<small>");
        wp_html_name(html, row->name);
        wp_html_raw(html, "</small>");
    }
    /* What a sweep is for stands with the sweep, once. */
    if (*row->why && row->sweep < 0) {
        wp_html_raw(html, "<small>");
        wp_html_name(html, row->why);
        wp_html_raw(html, "</small>");
    }
    if (row->same_as >= 0) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, "%s ", _("The same round as"));
        wp_whatif_html_label(html, whatif, &whatif->rows[row->same_as]);
        wp_html_raw(html, "</small>");
    }
    wp_html_row_heading_end(html);
}

static void put_row(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    wp_whatif_html_row(html, whatif, row);
    put_heading(html, whatif, row);
    wp_html_raw(html, "<td><span class=\"badge\">");
    wp_html_text(html, "%s", wp_whatif_status_words(row->status));
    wp_html_raw(html, "</span></td>");
    for (int m = 0; m < WP_MEASURES; m++)
        put_measure(html, whatif, row, (enum wp_whatif_measure)m);
    wp_html_cell(html, WP_HTML_WORDS);
    if (wp_whatif_has_plan(row) && row->changes) {
        put_projects(html, _("opens"), row->changes->opened, row->changes->opened_count);
        put_projects(html, _("closes"), row->changes->closed, row->changes->closed_count);
    }
    wp_html_cell_end(html);
    wp_html_row_end(html);
}

void wp_whatif_html_summary(struct wp_html *html, const struct wp_whatif *whatif) {
    wp_html_section(html, 2, "summary", "%s", _("All runs"));
    wp_html_table(
        html, true,
        _("Every run against the base. Below a figure stands its difference from the base. Moved are the "
          "students who have a place in the base and here another project or none."));
    wp_html_column(html, WP_HTML_WORDS, _("Scenario"));
    wp_html_column(html, WP_HTML_WORDS, _("Result"));
    for (int m = 0; m < WP_MEASURES; m++)
        wp_html_column(html, WP_HTML_NUMBER, wp_measure_name((enum wp_whatif_measure)m));
    wp_html_column(html, WP_HTML_WORDS, _("Projects"));
    wp_html_table_rows(html);
    for (int r = 0; r < whatif->row_count; r++)
        put_row(html, whatif, &whatif->rows[r]);
    wp_html_table_end(html);
    wp_html_section_end(html);
}

static bool failed(const struct wp_whatif_row *row) {
    return !wp_whatif_has_plan(row) && row->status != WP_WHATIF_REFUSED;
}

bool wp_whatif_has_failures(const struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        if (failed(&whatif->rows[r]))
            return true;
    return false;
}

/* What is known, else what could help. */
static void put_reasons(struct wp_html *html, const struct wp_whatif_row *row) {
    if (row->reason_count > 0) {
        wp_html_raw(html, "<ul>");
        for (int i = 0; i < row->reason_count; i++) {
            wp_html_raw(html, "<li>");
            wp_html_name(html, row->reasons[i]);
            wp_html_raw(html, "</li>");
        }
        wp_html_raw(html, "</ul>");
    } else if (*row->message) {
        wp_html_name(html, row->message);
    } else if (row->status == WP_WHATIF_INFEASIBLE) {
        wp_html_text(html, "%s", _("No single count shows it: the rules exclude each other only together"));
    } else if (row->status == WP_WHATIF_NO_PLAN) {
        wp_html_text(html, "%s", _("A limit came before the first plan; give it more time or memory"));
    } else if (row->status == WP_WHATIF_NOT_RUN) {
        wp_html_text(html, "%s", _("It was stopped before its turn; the same command goes on from there"));
    }
}

void wp_whatif_html_failures(struct wp_html *html, const struct wp_whatif *whatif) {
    if (!wp_whatif_has_failures(whatif))
        return;
    wp_html_section(html, 2, "failures", "%s", _("Without a plan"));
    wp_html_table(html, false, _("Runs that have no plan, and what is known of why."));
    wp_html_column(html, WP_HTML_WORDS, _("Scenario"));
    wp_html_column(html, WP_HTML_WORDS, _("Result"));
    wp_html_column(html, WP_HTML_WORDS, _("Why"));
    wp_html_table_rows(html);
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        if (!failed(row))
            continue;
        wp_whatif_html_row(html, whatif, row);
        wp_whatif_html_heading(html, whatif, row);
        wp_html_cell_text(html, wp_whatif_status_words(row->status));
        wp_html_cell(html, WP_HTML_WORDS);
        put_reasons(html, row);
        wp_html_cell_end(html);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
    wp_html_section_end(html);
}
