/* report_xlsx_summary.c: the first sheet of plan.xlsx: what the plan comes to. */
#include "report_xlsx_parts.h"
#include "translate.h"

/* A row of two cells, the second a number. */
static void put_count(struct wp_workbook *workbook, const char *label, int64_t count) {
    wp_workbook_text(workbook, label);
    wp_workbook_number(workbook, count);
    wp_workbook_end_row(workbook);
}

/* The same, with its share in a whole behind it. */
static void put_part(struct wp_workbook *workbook, const char *label, int64_t part, int64_t whole) {
    wp_workbook_text(workbook, label);
    wp_workbook_number(workbook, part);
    wp_workbook_share(workbook, part, whole);
    wp_workbook_end_row(workbook);
}

static void put_day(struct wp_workbook *workbook, const char *label, wp_day day) {
    if (day == WP_NO_DAY)
        return;
    wp_workbook_text(workbook, label);
    wp_workbook_date(workbook, day);
    wp_workbook_end_row(workbook);
}

static const char *verdict(const struct wp_solution *solution) {
    return solution->outcome == WP_OUTCOME_OPTIMAL ? _("Proven: no better plan exists.")
                                                   : _("Not proven: a better plan may exist.");
}

static void put_students(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_figures *figures = report->figures;
    put_count(workbook, _("Students"), figures->students);
    put_part(workbook, _("Placed"), figures->placed, figures->students);
    put_count(workbook, _("Not placed"), figures->students - figures->placed);
    put_count(workbook, _("On a project that they did not choose"), figures->unlisted);
    put_count(workbook, _("Students who made choices"), figures->chose);
    put_part(workbook, _("Their first choice"), figures->first, figures->chose);
    put_part(workbook, _("One of their first three choices"), figures->top3, figures->chose);
    put_count(workbook, _("Would rather be where somebody with a lower lottery number is"), figures->envious);
    if (figures->trips > 0) {
        wp_workbook_text(workbook, _("Minutes of travel, one way, on average"));
        wp_workbook_mean(workbook, figures->minutes, figures->trips);
        wp_workbook_end_row(workbook);
        put_count(workbook, _("Longest trip in minutes"), figures->longest_trip);
    }
}

void wp_xlsx_summary(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_settings *settings = report->round->settings;
    wp_workbook_page(workbook, _("Summary"), *settings->name ? settings->name : _("Plan"));
    wp_workbook_line(workbook, verdict(report->solution));
    wp_workbook_line(workbook, _("This plan is a proposal until somebody publishes it."));
    wp_workbook_section(workbook, _("The plan in figures"));
    put_day(workbook, _("First day"), settings->start);
    put_day(workbook, _("Last day"), settings->end);
    put_students(workbook, report);
    put_count(workbook, _("Projects that run"), report->totals->open_projects);
    put_count(workbook, _("Projects that do not run"),
              report->round->project_count - report->totals->open_projects);
    put_count(workbook, _("Open questions"), report->questions->count);
    wp_xlsx_profile(workbook, report);
    wp_xlsx_levels(workbook, report);
    wp_xlsx_loads_chart(workbook, report);
}
