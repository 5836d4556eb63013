/* report_xlsx_projects.c: the sheet of plan.xlsx with a row a project, open or closed. */
#include "report_xlsx_parts.h"
#include "translate.h"
#include <stdlib.h>

/* The next cell: who guides the students of a project. lecturers: room for one a student. */
static void put_guides(struct wp_workbook *workbook, const struct wp_report *report, int project,
                       int *lecturers) {
    int count = wp_team_lecturers(report->plan, wp_teams_of(report->teams, project), lecturers);
    for (int i = 0; i < count; i++) {
        const struct wp_lecturer *lecturer = &report->round->lecturers[lecturers[i]];
        wp_workbook_add(workbook, wp_xlsx_name(lecturer->name, lecturer->id));
    }
    wp_workbook_added(workbook);
}

static void put_project(struct wp_workbook *workbook, const struct wp_report *report, int at,
                        int *lecturers) {
    const struct wp_round *round = report->round;
    const struct wp_project *project = &round->projects[at];
    int students = report->totals->project_students[at];
    wp_workbook_text(workbook, project->id);
    wp_workbook_text(workbook, project->title);
    wp_workbook_text(workbook, students > 0 ? _("open") : _("closed"));
    wp_workbook_number(workbook, project->min_students);
    wp_workbook_number(workbook, project->max_students);
    wp_workbook_number(workbook, students);
    wp_workbook_number(workbook, students > 0 ? project->max_students - students : 0);
    wp_workbook_load(workbook, report->totals->project_load[at]);
    wp_workbook_number(workbook, report->demand[at].chosen);
    wp_workbook_number(workbook, report->demand[at].first);
    put_guides(workbook, report, at, lecturers);
    wp_xlsx_hosts(workbook, report, project);
    wp_workbook_text(workbook, wp_district_text(round, project->district));
    wp_workbook_text(workbook, wp_round_text(round, project->circle));
    wp_workbook_text(workbook, wp_round_text(round, project->domain));
    wp_workbook_text(workbook, wp_round_text(round, project->theme));
    wp_workbook_text(workbook, project->indicator);
    if (round->settings->rules.meetings_weekly)
        wp_xlsx_slot(workbook, report, at);
    wp_workbook_end_row(workbook);
}

int wp_xlsx_projects(struct wp_workbook *workbook, const struct wp_report *report, struct wp_error *error) {
    const struct wp_round *round = report->round;
    const struct wp_workbook_column columns[] = {
        {_("Project"), WP_COLUMN_TEXT},
        {_("Title"), WP_COLUMN_TEXT},
        {_("Status"), WP_COLUMN_TEXT},
        {_("Minimum"), WP_COLUMN_NUMBER},
        {_("Maximum"), WP_COLUMN_NUMBER},
        {_("Students"), WP_COLUMN_NUMBER},
        {_("Seats left over"), WP_COLUMN_NUMBER},
        {_("Load"), WP_COLUMN_NUMBER},
        {_("Chosen by"), WP_COLUMN_NUMBER},
        {_("First choice of"), WP_COLUMN_NUMBER},
        {_("Lecturer"), WP_COLUMN_TEXT},
        {_("Organisations"), WP_COLUMN_TEXT},
        {_("District"), WP_COLUMN_TEXT},
        {_("Circle"), WP_COLUMN_TEXT},
        {_("Domain"), WP_COLUMN_TEXT},
        {_("Theme"), WP_COLUMN_TEXT},
        {_("Indicator"), WP_COLUMN_TEXT},
        {_("Slot"), WP_COLUMN_TEXT}, /* only where there are meetings */
    };
    int *lecturers = malloc(((size_t)round->student_count + 1) * sizeof *lecturers);
    if (!lecturers)
        return wp_error_memory(error);
    wp_workbook_list(workbook, _("Projects"), columns,
                     (int)(sizeof columns / sizeof *columns) - !round->settings->rules.meetings_weekly);
    for (int p = 0; p < round->project_count; p++)
        put_project(workbook, report, p, lecturers);
    free(lecturers);
    return 0;
}
