/* report_xlsx_summary.c: the first sheet of plan.xlsx: what the plan comes to. */
#include "report_xlsx_parts.h"
#include "translate.h"

/* A row of two cells, the second a number. */
static void put_count(const struct wp_xlsx *xlsx, const char *label, int64_t count) {
    wp_workbook_text(xlsx->workbook, label);
    wp_workbook_number(xlsx->workbook, count);
    wp_workbook_end_row(xlsx->workbook);
}

/* The same, with its share in a whole behind it. */
static void put_part(const struct wp_xlsx *xlsx, const char *label, int64_t part, int64_t whole) {
    wp_workbook_text(xlsx->workbook, label);
    wp_workbook_number(xlsx->workbook, part);
    wp_workbook_share(xlsx->workbook, part, whole);
    wp_workbook_end_row(xlsx->workbook);
}

static void put_day(const struct wp_xlsx *xlsx, const char *label, wp_day day) {
    if (day == WP_NO_DAY)
        return;
    wp_workbook_text(xlsx->workbook, label);
    wp_workbook_date(xlsx->workbook, day);
    wp_workbook_end_row(xlsx->workbook);
}

static const char *verdict(const struct wp_solution *solution) {
    return solution->outcome == WP_OUTCOME_OPTIMAL ? _("Proven: no better plan exists.")
                                                   : _("Not proven: a better plan may exist.");
}

static void put_students(const struct wp_xlsx *xlsx) {
    const struct wp_figures *figures = xlsx->figures;
    put_count(xlsx, _("Students"), figures->students);
    put_part(xlsx, _("Placed"), figures->placed, figures->students);
    put_count(xlsx, _("Not placed"), figures->students - figures->placed);
    put_count(xlsx, _("On a project that they did not choose"), figures->unlisted);
    put_count(xlsx, _("Students who made choices"), figures->chose);
    put_part(xlsx, _("Their first choice"), figures->first, figures->chose);
    put_part(xlsx, _("One of their first three choices"), figures->top3, figures->chose);
    put_count(xlsx, _("Would rather be where somebody with a lower lottery number is"), figures->envious);
    if (figures->trips > 0) {
        wp_workbook_text(xlsx->workbook, _("Minutes of travel, one way, on average"));
        wp_workbook_mean(xlsx->workbook, figures->minutes, figures->trips);
        wp_workbook_end_row(xlsx->workbook);
        put_count(xlsx, _("Longest trip in minutes"), figures->longest_trip);
    }
}

static void put_projects(const struct wp_xlsx *xlsx) {
    int open = 0;
    for (int p = 0; p < xlsx->round->project_count; p++)
        open += xlsx->totals->project_students[p] > 0;
    put_count(xlsx, _("Projects that run"), open);
    put_count(xlsx, _("Projects that do not run"), xlsx->round->project_count - open);
}

void wp_xlsx_summary(const struct wp_xlsx *xlsx) {
    const struct wp_settings *settings = xlsx->round->settings;
    wp_workbook_page(xlsx->workbook, _("Summary"), *settings->name ? settings->name : _("Plan"));
    wp_workbook_line(xlsx->workbook, verdict(xlsx->solution));
    wp_workbook_line(xlsx->workbook, _("This plan is a proposal until somebody publishes it."));
    wp_workbook_section(xlsx->workbook, _("The plan in figures"));
    put_day(xlsx, _("First day"), settings->start);
    put_day(xlsx, _("Last day"), settings->end);
    put_students(xlsx);
    put_projects(xlsx);
    put_count(xlsx, _("Open questions"), xlsx->questions->count);
    wp_xlsx_profile(xlsx);
    wp_xlsx_levels(xlsx);
    wp_xlsx_loads_chart(xlsx);
}
