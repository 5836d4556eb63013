/* report_xlsx_projects.c: the sheet of plan.xlsx with a row a project, open or closed. */
#include "report_xlsx_parts.h"
#include "translate.h"
#include <stdlib.h>

/* How many students ranked each project, and ranked it first. */
struct demand {
    int asked, first;
};

static void count_demand(const struct wp_round *round, struct demand *demand) {
    for (int s = 0; s < round->student_count; s++)
        for (int c = 0; c < round->students[s].choice_count; c++) {
            const struct wp_choice *choice = &round->students[s].choices[c];
            demand[choice->project].asked++;
            demand[choice->project].first += choice->rank == 1;
        }
}

/* The next cell: who guides the students of a project. lecturers: room for one a student. */
static void put_guides(const struct wp_xlsx *xlsx, int project, int *lecturers) {
    int count = wp_team_lecturers(xlsx->plan, wp_teams_of(xlsx->teams, project), lecturers);
    for (int i = 0; i < count; i++) {
        const struct wp_lecturer *lecturer = &xlsx->round->lecturers[lecturers[i]];
        wp_workbook_add(xlsx->workbook, wp_xlsx_name(lecturer->name, lecturer->id));
    }
    wp_workbook_added(xlsx->workbook);
}

static void put_project(const struct wp_xlsx *xlsx, int at, const struct demand *demand, int *lecturers) {
    const struct wp_round *round = xlsx->round;
    const struct wp_project *project = &round->projects[at];
    struct wp_workbook *workbook = xlsx->workbook;
    int students = xlsx->totals->project_students[at];
    wp_workbook_text(workbook, project->id);
    wp_workbook_text(workbook, project->title);
    wp_workbook_text(workbook, students > 0 ? _("open") : _("closed"));
    wp_workbook_number(workbook, project->min_students);
    wp_workbook_number(workbook, project->max_students);
    wp_workbook_number(workbook, students);
    wp_workbook_number(workbook, students > 0 ? project->max_students - students : 0);
    wp_workbook_load(workbook, xlsx->totals->project_load[at]);
    wp_workbook_number(workbook, demand->asked);
    wp_workbook_number(workbook, demand->first);
    put_guides(xlsx, at, lecturers);
    wp_xlsx_hosts(xlsx, project);
    wp_workbook_text(workbook, wp_xlsx_district(round, project->district));
    wp_workbook_text(workbook, wp_round_text(round, project->circle));
    wp_workbook_text(workbook, wp_round_text(round, project->domain));
    wp_workbook_text(workbook, wp_round_text(round, project->theme));
    wp_workbook_text(workbook, project->indicator);
    if (round->settings->rules.meetings_weekly)
        wp_xlsx_slot(xlsx, at);
    wp_workbook_end_row(workbook);
}

int wp_xlsx_projects(const struct wp_xlsx *xlsx, struct wp_error *error) {
    const struct wp_round *round = xlsx->round;
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
    struct demand *demand = calloc((size_t)round->project_count + 1, sizeof *demand);
    int *lecturers = malloc(((size_t)round->student_count + 1) * sizeof *lecturers);
    int code = demand && lecturers ? 0 : wp_error_memory(error);
    if (code == 0) {
        count_demand(round, demand);
        wp_workbook_list(xlsx->workbook, _("Projects"), columns,
                         (int)(sizeof columns / sizeof *columns) - !round->settings->rules.meetings_weekly);
        for (int p = 0; p < round->project_count; p++)
            put_project(xlsx, p, &demand[p], lecturers);
    }
    free(demand);
    free(lecturers);
    return code;
}
