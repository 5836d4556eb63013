/* report_xlsx.c: plan.xlsx, a plan for its coordinator's spreadsheet. */
#include "report_xlsx.h"
#include "report_xlsx_parts.h"
#include "translate.h"
#include "week_text.h"

const char *wp_xlsx_name(const char *name, const char *id) {
    return *name ? name : id;
}

void wp_xlsx_hosts(struct wp_workbook *workbook, const struct wp_report *report,
                   const struct wp_project *project) {
    for (int i = 0; i < project->organisations.count; i++) {
        const struct wp_organisation *host = &report->round->organisations[project->organisations.items[i]];
        wp_workbook_add(workbook, wp_xlsx_name(host->name, host->id));
    }
    wp_workbook_added(workbook);
}

void wp_xlsx_limit(struct wp_workbook *workbook, int limit) {
    if (limit == WP_UNLIMITED)
        wp_workbook_blank(workbook);
    else
        wp_workbook_number(workbook, limit);
}

void wp_xlsx_slot(struct wp_workbook *workbook, const struct wp_report *report, int project) {
    char slot[WP_SLOT_SHORT];
    wp_workbook_text(workbook, wp_slot_short(report->plan->slot[project], slot));
}

/* Rows of all sheets together, about. */
static long row_count(const struct wp_round *round) {
    return (long)round->student_count + round->project_count + round->lecturer_count +
           round->organisation_count;
}

int wp_report_xlsx(const char *path, const struct wp_report *report, struct wp_error *error) {
    const struct wp_round *round = report->round;
    struct wp_workbook *workbook;
    int code = wp_workbook_new(path, *round->settings->name ? round->settings->name : _("Plan"),
                               row_count(round), &workbook, error);
    if (code != 0)
        return code;
    wp_xlsx_summary(workbook, report);
    wp_xlsx_questions(workbook, report);
    wp_xlsx_placements(workbook, report);
    code = wp_xlsx_projects(workbook, report, error);
    if (round->has_lecturers)
        wp_xlsx_lecturers(workbook, report);
    if (round->organisation_count > 0)
        wp_xlsx_organisations(workbook, report);
    wp_xlsx_fairness(workbook, report);
    if (code == 0)
        code = wp_workbook_close(workbook, error);
    wp_workbook_free(workbook);
    return code;
}
