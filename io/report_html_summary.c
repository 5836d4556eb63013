/* report_html_summary.c: the opening of report.html: of which round, how good, how certain, and that it is a
 * proposal. */
#include "date_text.h"
#include "language.h"
#include "ratio_text.h"
#include "report_html_parts.h"

static void put_dates(struct wp_html *html, const struct wp_settings *settings) {
    char start[WP_DATE_WORDS], end[WP_DATE_WORDS];
    wp_date_words(settings->start, start);
    wp_date_words(settings->end, end);
    if (*start && settings->start == settings->end)
        wp_html_paragraph(html, _("On %s."), start);
    else if (*start && *end)
        wp_html_paragraph(html, _("From %s to %s."), start, end);
    else if (*start)
        wp_html_paragraph(html, _("From %s."), start);
    else if (*end)
        wp_html_paragraph(html, _("Until %s."), end);
}

static const char *verdict(const struct wp_report *report) {
    if (report->solution->outcome == WP_OUTCOME_OPTIMAL)
        return _("It is proven that no plan that keeps all rules is better.");
    if (report->solution->stopped)
        return _("The search was stopped by hand: this is the best plan so far, and a better one may exist.");
    if (report->round->settings->gap > 0)
        return _("It is not proven best: the search ended at the accepted gap, or at a limit.");
    return _("The search met a limit: this is the best plan so far, and a better one may exist.");
}

/* Where the page stands in the life of a plan. */
static void put_proposal(struct wp_html *html) {
    wp_html_raw(html, "<p><span class=\"badge\">");
    wp_html_text(html, "%s", _("Proposal"));
    wp_html_raw(html, "</span> ");
    wp_html_text(html, "%s",
                 _("This plan is a proposal until somebody publishes it with the command wijkplaats publish. "
                   "The file published.json beside this page then says who did so, and when."));
    wp_html_raw(html, "</p>\n");
}

static void put_travel(struct wp_html *html, const struct wp_figures *figures) {
    char mean[WP_NUMBER_TEXT], words[160];
    if (figures->trips == 0)
        return;
    wp_number_text(wp_ratio(figures->minutes, figures->trips, 1), 1, false, mean);
    snprintf(words, sizeof words, _("minutes is the mean one-way trip; the longest takes %d"),
             figures->longest_trip);
    wp_html_fact(html, mean, words);
}

static void put_facts(struct wp_html *html, const struct wp_report *report) {
    const struct wp_figures *figures = report->figures;
    char number[WP_NUMBER_TEXT];
    int proven = 0;
    for (int l = 0; l < figures->level_count; l++)
        proven += figures->levels[l].proven;
    wp_html_facts(html);
    wp_html_fact_of(html, figures->placed, figures->students, _("students are placed"));
    if (figures->chose > 0) {
        wp_html_fact_of(html, figures->first, figures->chose,
                        _("students who chose have their first choice"));
        wp_html_fact_of(html, figures->top3, figures->chose,
                        _("students who chose have one of their first three"));
        wp_html_fact(html, wp_number_text(figures->envious, 0, false, number),
                     ngettext("student prefers a place that somebody before her in the lottery has",
                              "students prefer a place that somebody before them in the lottery has",
                              (unsigned long)figures->envious));
    }
    wp_html_fact_of(html, report->totals->open_projects, report->round->project_count, _("projects run"));
    put_travel(html, figures);
    if (figures->level_count > 0)
        wp_html_fact_of(html, proven, figures->level_count, _("levels are proven best"));
    wp_html_facts_end(html);
}

void wp_report_html_summary(struct wp_html *html, const struct wp_report *report) {
    put_dates(html, report->round->settings);
    put_facts(html, report);
    wp_html_paragraph(html, "%s", verdict(report));
    put_proposal(html);
}
