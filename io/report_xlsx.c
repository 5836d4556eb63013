/* report_xlsx.c: plan.xlsx, a plan for its coordinator's spreadsheet. */
#include "report_xlsx.h"
#include "report_xlsx_parts.h"
#include "translate.h"
#include "week_text.h"

const char *wp_xlsx_name(const char *name, const char *id) {
    return *name ? name : id;
}

const char *wp_xlsx_district(const struct wp_round *round, int district) {
    return district < 0 ? "" : wp_xlsx_name(round->districts[district].name, round->districts[district].id);
}

void wp_xlsx_hosts(const struct wp_xlsx *xlsx, const struct wp_project *project) {
    for (int i = 0; i < project->organisations.count; i++) {
        const struct wp_organisation *host = &xlsx->round->organisations[project->organisations.items[i]];
        wp_workbook_add(xlsx->workbook, wp_xlsx_name(host->name, host->id));
    }
    wp_workbook_added(xlsx->workbook);
}

void wp_xlsx_limit(const struct wp_xlsx *xlsx, int limit) {
    if (limit == WP_UNLIMITED)
        wp_workbook_blank(xlsx->workbook);
    else
        wp_workbook_number(xlsx->workbook, limit);
}

void wp_xlsx_slot(const struct wp_xlsx *xlsx, int project) {
    char slot[WP_SLOT_SHORT];
    wp_workbook_text(xlsx->workbook, wp_slot_short(xlsx->plan->slot[project], slot));
}

/* Rows of all sheets together, about. */
static long row_count(const struct wp_round *round) {
    return (long)round->student_count + round->project_count + round->lecturer_count +
           round->organisation_count;
}

static int put_sheets(const struct wp_xlsx *xlsx, struct wp_error *error) {
    wp_xlsx_summary(xlsx);
    wp_xlsx_questions(xlsx);
    wp_xlsx_placements(xlsx);
    int code = wp_xlsx_projects(xlsx, error);
    if (xlsx->round->has_lecturers)
        wp_xlsx_lecturers(xlsx);
    if (xlsx->round->organisation_count > 0)
        wp_xlsx_organisations(xlsx);
    wp_xlsx_fairness(xlsx);
    return code;
}

int wp_report_xlsx(const char *path, const struct wp_round *round, const struct wp_solution *solution,
                   struct wp_error *error) {
    struct wp_xlsx xlsx = {.round = round, .solution = solution, .plan = solution->plan};
    const char *title = *round->settings->name ? round->settings->name : _("Plan");
    int code = wp_totals_new(round, xlsx.plan, &xlsx.totals, error);
    if (code == 0)
        code = wp_teams_new(xlsx.plan, &xlsx.teams, error);
    if (code == 0)
        code = wp_fairness_new(round, xlsx.plan, &xlsx.fairness, error);
    if (code == 0)
        code =
            wp_figures_new(round, xlsx.plan, solution->levels, solution->level_count, &xlsx.figures, error);
    if (code == 0)
        code = wp_questions_new(round, solution, &xlsx.questions, error);
    if (code == 0)
        code = wp_workbook_new(path, title, row_count(round), &xlsx.workbook, error);
    if (code == 0)
        code = put_sheets(&xlsx, error);
    if (code == 0)
        code = wp_workbook_close(xlsx.workbook, error);
    wp_workbook_free(xlsx.workbook);
    wp_questions_free(xlsx.questions);
    wp_figures_free(xlsx.figures);
    wp_fairness_free(xlsx.fairness);
    wp_teams_free(xlsx.teams);
    wp_totals_free(xlsx.totals);
    return code;
}
