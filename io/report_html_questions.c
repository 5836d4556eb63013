/* report_html_questions.c: what the plan leaves open for its coordinator, a table for each kind. */
#include "language.h"
#include "report_html_parts.h"

static void put_kind(struct wp_html *html, const struct wp_question *questions, int count,
                     enum wp_question_kind kind) {
    wp_html_section(html, 3, "", "%s (%d)", wp_question_heading(kind), count);
    wp_html_table(html, true, wp_question_heading(kind));
    wp_html_column(html, WP_HTML_WORDS, wp_question_subject(kind));
    wp_html_column(html, WP_HTML_WORDS, _("What is known"));
    wp_html_table_rows(html);
    for (int i = 0; i < count; i++) {
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_report_html_who(html, questions[i].id, questions[i].name);
        wp_html_row_heading_end(html);
        wp_html_cell_text(html, questions[i].sentences);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
    wp_html_section_end(html);
}

void wp_report_html_questions(struct wp_html *html, const struct wp_report *report) {
    const struct wp_questions *questions = report->questions;
    wp_html_section(html, 2, "questions", "%s", _("Open questions"));
    if (questions->count == 0)
        wp_html_paragraph(
            html, "%s",
            _("None: everybody has a place that she listed, all projects run, no lecturer is at "
              "a limit, and every level is proven."));
    for (int from = 0, to; from < questions->count; from = to) {
        for (to = from; to < questions->count && questions->items[to].kind == questions->items[from].kind;)
            to++;
        put_kind(html, questions->items + from, to - from, questions->items[from].kind);
    }
    wp_html_section_end(html);
}
