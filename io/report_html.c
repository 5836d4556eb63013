/* report_html.c: report.html: its parts. */
#include "report_html.h"
#include "language.h"
#include "report_html_parts.h"

/* Those behind the opening, in their order. */
static void (*const parts[])(struct wp_html *html, const struct wp_report *report) = {
    wp_report_html_questions, wp_report_html_profile, wp_report_html_groups,    wp_report_html_lecturers,
    wp_report_html_projects,  wp_report_html_supply,  wp_report_html_travel,    wp_report_html_map,
    wp_report_html_levels,    wp_report_html_rules,   wp_report_html_decisions, wp_report_html_placements,
};

void wp_report_html_who(struct wp_html *html, const char *id, const char *name) {
    wp_html_name(html, *name ? name : id);
    if (*name) {
        wp_html_raw(html, "<small>");
        wp_html_name(html, id);
        wp_html_raw(html, "</small>");
    }
}

int wp_report_html(FILE *stream, const struct wp_report *report, struct wp_error *error) {
    const char *name = report->round->settings->name;
    struct wp_html html;
    char title[512];
    snprintf(title, sizeof title, *name ? _("Placement plan: %s") : _("Placement plan"), name);
    wp_error_trim(title);
    wp_html_begin(&html, stream, title);
    wp_report_html_summary(&html, report);
    wp_html_contents(&html);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i](&html, report);
    wp_html_contents_end(&html);
    return wp_html_end(&html, error);
}
