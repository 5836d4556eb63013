/* whatif_html_movers.c: who would have to be told what, run by run. */
#include "language.h"
#include "whatif_html_parts.h"

#define OPEN_MOST 12 /* rows: a longer table is folded */

bool wp_whatif_has_changes(const struct wp_whatif *whatif) {
    for (int r = 1; r < whatif->row_count; r++)
        if (whatif->rows[r].changes && whatif->rows[r].changes->count > 0)
            return true;
    return false;
}

static const char *kind_words(enum wp_change_kind kind) {
    static const char *const words[WP_CHANGE_KINDS] = {
        [WP_CHANGE_PROJECT] = N_("other project"),     [WP_CHANGE_LECTURER] = N_("other lecturer"),
        [WP_CHANGE_SLOT] = N_("other slot"),           [WP_CHANGE_PLACED] = N_("placed only now"),
        [WP_CHANGE_UNPLACED] = N_("no longer placed"), [WP_CHANGE_NEW] = N_("new student"),
        [WP_CHANGE_GONE] = N_("student has left"),
    };
    return _(words[kind]);
}

/* "P12 Buurthuis", with lecturer and slot below where these are what changed. */
static void put_place(struct wp_html *html, const struct wp_change *change, const struct wp_place *place) {
    wp_html_cell(html, WP_HTML_WORDS);
    if (!place->project) {
        wp_html_text(html, "%s", place->student ? _("not placed") : "–");
    } else if (change->kind == WP_CHANGE_LECTURER) {
        wp_html_name(html, place->lecturer ? place->lecturer : _("none"));
    } else if (change->kind == WP_CHANGE_SLOT) {
        wp_html_name(html, place->slot ? place->slot : _("none"));
    } else {
        wp_html_name(html, place->project);
        if (*place->title) {
            wp_html_raw(html, " ");
            wp_html_name(html, place->title);
        }
    }
    wp_html_cell_end(html);
}

static void put_unlisted(struct wp_html *html) {
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", _("unlisted"));
    wp_html_cell_end(html);
}

static void put_rank(struct wp_html *html, const struct wp_place *place, int max_rank) {
    if (!place->project)
        wp_whatif_html_no_cell(html);
    else if (place->rank > max_rank)
        put_unlisted(html);
    else
        wp_html_cell_number(html, place->rank, 0);
}

static void put_change(struct wp_html *html, const struct wp_change *change, const struct wp_figures *before,
                       const struct wp_figures *after) {
    const struct wp_place *who = change->after.student ? &change->after : &change->before;
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_name(html, who->student);
    if (*who->name) {
        wp_html_raw(html, " ");
        wp_html_name(html, who->name);
    }
    wp_html_row_heading_end(html);
    wp_html_cell_text(html, kind_words(change->kind));
    put_place(html, change, &change->before);
    put_place(html, change, &change->after);
    put_rank(html, &change->before, before->max_rank);
    put_rank(html, &change->after, after->max_rank);
    wp_html_row_end(html);
}

/* "14 students: 9 other project, 5 other lecturer". */
static void put_counts(struct wp_html *html, const struct wp_changes *changes) {
    bool any = false;
    wp_html_text(html, ngettext("%d student", "%d students", (unsigned long)changes->students),
                 changes->students);
    for (int kind = 0; kind < WP_CHANGE_KINDS; kind++) {
        if (changes->of_kind[kind] == 0)
            continue;
        wp_html_text(html, any ? ", " : ": ");
        wp_html_text(html, "%d × %s", changes->of_kind[kind], kind_words((enum wp_change_kind)kind));
        any = true;
    }
}

static void put_ids(struct wp_html *html, const char *words, const char **ids, int count) {
    if (count == 0)
        return;
    wp_html_raw(html, "<p>");
    wp_html_text(html, "%s ", words);
    for (int i = 0; i < count; i++) {
        wp_html_raw(html, i > 0 ? ", " : "");
        wp_html_name(html, ids[i]);
    }
    wp_html_raw(html, "</p>\n");
}

static void put_run(struct wp_html *html, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    const struct wp_changes *changes = row->changes;
    wp_html_raw(html, "<details%s>\n<summary><b>", changes->count <= OPEN_MOST ? " open" : "");
    wp_whatif_html_label(html, whatif, row);
    wp_html_raw(html, "</b> ");
    put_counts(html, changes);
    wp_html_raw(html, "</summary>\n");
    put_ids(html, _("Projects that open:"), changes->opened, changes->opened_count);
    put_ids(html, _("Projects that close:"), changes->closed, changes->closed_count);
    wp_html_table(html, true, row->label);
    wp_html_column(html, WP_HTML_WORDS, _("Student"));
    wp_html_column(html, WP_HTML_WORDS, _("What changes"));
    wp_html_column(html, WP_HTML_WORDS, _("From"));
    wp_html_column(html, WP_HTML_WORDS, _("To"));
    wp_html_column(html, WP_HTML_NUMBER, _("Rank before"));
    wp_html_column(html, WP_HTML_NUMBER, _("Rank after"));
    wp_html_table_rows(html);
    for (int i = 0; i < changes->count; i++)
        put_change(html, &changes->items[i], whatif->rows[0].figures, row->figures);
    wp_html_table_end(html);
    wp_html_raw(html, "</details>\n");
}

void wp_whatif_html_movers(struct wp_html *html, const struct wp_whatif *whatif) {
    if (!wp_whatif_has_changes(whatif))
        return;
    wp_html_section(html, 2, "movers", "%s", _("Who moves"));
    wp_html_paragraph(
        html, "%s",
        _("Who would have another place than in the base. Long lists are folded; they open with a click; "
          "what is open is printed too."));
    for (int r = 1; r < whatif->row_count; r++)
        if (whatif->rows[r].changes && whatif->rows[r].changes->count > 0 && whatif->rows[r].same_as < 0)
            put_run(html, whatif, &whatif->rows[r]);
    wp_html_section_end(html);
}
