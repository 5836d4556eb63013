/* report_html_parts.h: the parts of report.html, in their order, and what they write alike. A part that has
 * nothing to tell writes nothing. */
#ifndef WP_REPORT_HTML_PARTS_H
#define WP_REPORT_HTML_PARTS_H

#include "html.h"
#include "report.h"
#include "svg.h"

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

/* Bars in their room, `most` in a picture, all to one scale. */
void wp_report_html_ranges(struct wp_html *html, const char *title, const struct wp_svg_range *ranges,
                           int count, int most);

/* "P12 Buurthuis"; the same as a row's heading. */
void wp_report_html_thing(struct wp_html *html, const char *id, const char *name);
void wp_report_html_heading(struct wp_html *html, const char *id, const char *name);
/* A cell without a figure. */
void wp_report_html_no_cell(struct wp_html *html);
/* The share of a part in a whole above 0, in percent, with one decimal. Returns buffer. */
const char *wp_report_share(int64_t part, int64_t whole, char buffer[WP_NUMBER_TEXT]);
/* The same in a cell, and below it the part; without a figure where the whole is 0. */
void wp_report_html_share_cell(struct wp_html *html, int part, int whole);
/* sum / count; without a figure where count is 0. */
void wp_report_html_mean_cell(struct wp_html *html, int64_t sum, int64_t count, int decimals);
/* Hundredths; without a figure where it is WP_UNLIMITED. */
void wp_report_html_load_cell(struct wp_html *html, int load);
/* "individual", "collective", "not said", in the language in use. */
const char *wp_report_orientation(enum wp_orientation orientation);

/* Somebody or something: the name with the id below it, or the id alone. */
void wp_report_html_who(struct wp_html *html, const char *id, const char *name);

#endif
