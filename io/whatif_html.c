/* whatif_html.c: comparison.html: the page for who decides between scenarios; its beginning, its contents,
 * and what its parts share. */
#include "language.h"
#include "whatif_html_parts.h"
#include "whatif_words.h"

bool wp_whatif_is_swap(const struct wp_whatif_row *row) {
    return row->swap_count > 0;
}

/* The sweep's name, and each key with its value on a line of its own. */
static void put_variant(struct wp_html *html, const struct wp_whatif *whatif,
                        const struct wp_whatif_row *row) {
    const struct wp_scenario *scenario = whatif->sweeps[row->sweep].scenario;
    wp_html_name(html, row->name);
    for (int k = 0; k < scenario->sweep_count; k++) {
        wp_html_raw(html, "<small>");
        wp_html_name(html, scenario->sweeps[k].key);
        wp_html_raw(html, " = ");
        wp_html_name(html, wp_whatif_value(whatif, row, k));
        wp_html_raw(html, "</small>");
    }
}

void wp_whatif_html_label(struct wp_html *html, const struct wp_whatif *whatif,
                          const struct wp_whatif_row *row) {
    if (row == whatif->rows)
        wp_html_text(html, "%s", _("Base"));
    else if (row->sweep >= 0)
        put_variant(html, whatif, row);
    else
        wp_html_name(html, row->label);
}

void wp_whatif_html_heading(struct wp_html *html, const struct wp_whatif *whatif,
                            const struct wp_whatif_row *row) {
    wp_html_row_heading(html);
    wp_whatif_html_label(html, whatif, row);
    wp_html_row_heading_end(html);
}

void wp_whatif_html_row(struct wp_html *html, const struct wp_whatif *whatif,
                        const struct wp_whatif_row *row) {
    wp_html_raw(html, row == whatif->rows ? "<tr class=\"base\">" : "<tr>");
}

bool wp_whatif_is_compared(const struct wp_whatif_row *row) {
    return wp_whatif_has_plan(row) && !wp_whatif_is_swap(row);
}

bool wp_whatif_has_plans(const struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        if (wp_whatif_is_compared(&whatif->rows[r]))
            return true;
    return false;
}

void wp_whatif_html_no_cell(struct wp_html *html) {
    wp_html_raw(html, "<td class=\"number quiet\">–</td>");
}

static void put_link(struct wp_html *html, const char *id, const char *words) {
    wp_html_raw(html, "<li><a href=\"#%s\">", id);
    wp_html_text(html, "%s", words);
    wp_html_raw(html, "</a></li>\n");
}

static void put_contents(struct wp_html *html, const struct wp_whatif *whatif) {
    wp_html_raw(html, "<nav aria-label=\"");
    wp_html_text(html, "%s", _("Contents"));
    wp_html_raw(html, "\">\n<ul>\n");
    put_link(html, "summary", _("All runs"));
    if (wp_whatif_has_failures(whatif))
        put_link(html, "failures", _("Without a plan"));
    if (wp_whatif_has_plans(whatif))
        put_link(html, "profiles", _("Who gets which choice"));
    for (int s = 0; s < whatif->sweep_count; s++) {
        wp_html_raw(html, "<li><a href=\"#sweep-%d\">", s + 1);
        wp_html_text(html, "%s ", _("Sweep:"));
        wp_html_name(html, whatif->sweeps[s].scenario->name);
        wp_html_raw(html, "</a></li>\n");
    }
    if (wp_whatif_has_swaps(whatif))
        put_link(html, "swaps", _("Who may change places"));
    if (wp_whatif_has_plans(whatif))
        put_link(html, "levels", _("Level by level"));
    if (wp_whatif_has_lecturers(whatif))
        put_link(html, "lecturers", _("Lecturers"));
    if (wp_whatif_has_plans(whatif))
        put_link(html, "fairness", _("Fairness"));
    if (wp_whatif_has_changes(whatif))
        put_link(html, "movers", _("Who moves"));
    wp_html_raw(html, "</ul>\n</nav>\n");
}

/* What somebody with ten seconds wants to know. */
static void put_facts(struct wp_html *html, const struct wp_whatif *whatif) {
    const struct wp_whatif_row *base = whatif->rows;
    int runs = 0, plans = 0, proven = 0;
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        if (wp_whatif_is_swap(row))
            continue;
        runs++;
        plans += wp_whatif_has_plan(row);
        proven += row->status == WP_WHATIF_OPTIMAL;
    }
    wp_html_facts(html);
    if (wp_whatif_has_plan(base)) {
        wp_html_fact_of(html, base->figures->placed, base->figures->students,
                        _("students are placed in the base"));
        wp_html_fact_of(html, base->figures->first, base->figures->chose,
                        _("students who chose have their first choice in the base"));
    }
    wp_html_fact_of(html, plans, runs, _("runs have a plan, the base included"));
    if (plans > 0)
        wp_html_fact_of(html, proven, plans, _("plans are proven best at every level"));
    wp_html_facts_end(html);
}

static void put_opening(struct wp_html *html, const struct wp_whatif *whatif) {
    int others = whatif->row_count - 1;
    wp_html_raw(html, "<p class=\"quiet\">");
    wp_html_name(html, wp_whatif_file_name(whatif->round_file));
    wp_html_raw(html, "</p>\n");
    wp_html_paragraph(
        html,
        ngettext("This page sets %d scenario beside the round as it stands, the base. Where a scenario "
                 "changes the round, the round was solved anew.",
                 "This page sets %d scenarios beside the round as it stands, the base. Where a "
                 "scenario changes the round, the round was solved anew.",
                 (unsigned long)others),
        others);
    put_facts(html, whatif);
    put_contents(html, whatif);
}

int wp_whatif_html(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    struct wp_html html;
    char title[512];
    wp_language_use(whatif->language);
    snprintf(title, sizeof title, _("What if: %s"),
             *whatif->round ? whatif->round : wp_whatif_file_name(whatif->round_file));
    wp_error_trim(title);
    wp_html_begin(&html, stream, title);
    put_opening(&html, whatif);
    wp_whatif_html_summary(&html, whatif);
    wp_whatif_html_failures(&html, whatif);
    wp_whatif_html_profiles(&html, whatif);
    for (int s = 0; s < whatif->sweep_count; s++)
        wp_whatif_html_sweep(&html, whatif, s);
    wp_whatif_html_swaps(&html, whatif);
    wp_whatif_html_levels(&html, whatif);
    wp_whatif_html_loads(&html, whatif);
    wp_whatif_html_fairness(&html, whatif);
    wp_whatif_html_movers(&html, whatif);
    return wp_html_end(&html, error);
}
