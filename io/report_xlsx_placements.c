/* report_xlsx_placements.c: the sheet of plan.xlsx that tells who goes where, a row a student. */
#include "report_xlsx_parts.h"
#include "translate.h"
#include <string.h>

/* Why she is there: the words of placements.csv for people. */
static const char *basis_words(const char *basis) {
    static const struct {
        const char *basis, *words;
    } all[] = {{"choice", N_("choice")},
               {"pin", N_("pinned")},
               {"group", N_("with her group")},
               {"unlisted", N_("unlisted")}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].basis, basis) == 0)
            return _(all[i].words);
    return basis;
}

static void put_rank(struct wp_workbook *workbook, const struct wp_report *report, int rank) {
    bool unlisted = rank > report->round->max_rank;
    wp_workbook_rank(workbook, unlisted ? 0 : rank, unlisted ? _("unlisted") : _("not placed"));
}

/* Where she goes. */
static void put_place(struct wp_workbook *workbook, const struct wp_report *report, int student) {
    const struct wp_round *round = report->round;
    int at = report->plan->project[student], lecturer = report->plan->lecturer[student];
    const struct wp_project *project = &round->projects[at];
    int minutes = wp_trip_minutes(round, student, at);
    wp_workbook_text(workbook, project->id);
    wp_workbook_text(workbook, project->title);
    wp_xlsx_hosts(workbook, report, project);
    wp_workbook_text(
        workbook,
        lecturer < 0 ? "" : wp_xlsx_name(round->lecturers[lecturer].name, round->lecturers[lecturer].id));
    wp_workbook_text(workbook, wp_district_text(round, project->district));
    wp_workbook_text(workbook, wp_round_text(round, project->circle));
    if (minutes < 0)
        wp_workbook_blank(workbook);
    else
        wp_workbook_number(workbook, minutes);
    wp_workbook_text(workbook, basis_words(wp_plan_basis(round, report->plan, student)));
    if (round->settings->rules.meetings_weekly)
        wp_xlsx_slot(workbook, report, at);
}

void wp_xlsx_placements(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    const struct wp_workbook_column columns[] = {
        {_("Student"), WP_COLUMN_TEXT},
        {_("Name"), WP_COLUMN_TEXT},
        {_("Programme"), WP_COLUMN_TEXT},
        {_("Year"), WP_COLUMN_TEXT},
        {_("Lives in"), WP_COLUMN_TEXT},
        {_("Rank"), WP_COLUMN_RANK},
        {_("Lottery number"), WP_COLUMN_NUMBER},
        {_("Project"), WP_COLUMN_TEXT},
        {_("Title"), WP_COLUMN_TEXT},
        {_("Organisations"), WP_COLUMN_TEXT},
        {_("Lecturer"), WP_COLUMN_TEXT},
        {_("District"), WP_COLUMN_TEXT},
        {_("Circle"), WP_COLUMN_TEXT},
        {_("Minutes"), WP_COLUMN_NUMBER},
        {_("Basis"), WP_COLUMN_TEXT},
        {_("Slot"), WP_COLUMN_TEXT}, /* only where there are meetings */
    };
    wp_workbook_list(workbook, _("Placements"), columns,
                     (int)(sizeof columns / sizeof *columns) - !round->settings->rules.meetings_weekly);
    for (int s = 0; s < round->student_count; s++) {
        const struct wp_student *student = &round->students[s];
        wp_workbook_text(workbook, student->id);
        wp_workbook_text(workbook, student->name);
        wp_workbook_text(workbook, wp_round_text(round, student->programme));
        wp_workbook_text(workbook, wp_round_text(round, student->year));
        wp_workbook_text(workbook, wp_district_text(round, student->district));
        put_rank(workbook, report, wp_plan_rank(round, report->plan, s));
        wp_workbook_number(workbook, student->lottery);
        if (report->plan->project[s] >= 0)
            put_place(workbook, report, s);
        wp_workbook_end_row(workbook);
    }
}
