/* report_html_parts.h: the parts of report.html, in their order, and what they share. A part that has nothing
 * to tell writes nothing. */
#ifndef WP_REPORT_HTML_PARTS_H
#define WP_REPORT_HTML_PARTS_H

#include "fairness.h"
#include "figures.h"
#include "html.h"
#include "questions.h"
#include "solve.h"

/* What the parts read. */
struct wp_report {
    const struct wp_round *round;
    const struct wp_solution *solution;
    const struct wp_plan *plan;
    struct wp_totals *totals;
    struct wp_teams *teams;
    struct wp_fairness *fairness;
    struct wp_figures *figures;
    struct wp_questions *questions;
};

void wp_report_html_summary(struct wp_html *html, const struct wp_report *report);
void wp_report_html_questions(struct wp_html *html, const struct wp_report *report);
void wp_report_html_profile(struct wp_html *html, const struct wp_report *report);
void wp_report_html_groups(struct wp_html *html, const struct wp_report *report);
void wp_report_html_lecturers(struct wp_html *html, const struct wp_report *report);
void wp_report_html_projects(struct wp_html *html, const struct wp_report *report);
void wp_report_html_supply(struct wp_html *html, const struct wp_report *report);
void wp_report_html_travel(struct wp_html *html, const struct wp_report *report);
void wp_report_html_map(struct wp_html *html, const struct wp_report *report);
void wp_report_html_levels(struct wp_html *html, const struct wp_report *report);
void wp_report_html_rules(struct wp_html *html, const struct wp_report *report);
void wp_report_html_decisions(struct wp_html *html, const struct wp_report *report);
void wp_report_html_placements(struct wp_html *html, const struct wp_report *report); /* and the lottery */

/* Somebody or something: the name with the id below it, or the id alone. */
void wp_report_html_who(struct wp_html *html, const char *id, const char *name);

#endif
