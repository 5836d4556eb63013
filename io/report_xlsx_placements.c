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

static void put_rank(const struct wp_xlsx *xlsx, int rank) {
    bool unlisted = rank > xlsx->round->max_rank;
    wp_workbook_rank(xlsx->workbook, unlisted ? 0 : rank, unlisted ? _("unlisted") : _("not placed"));
}

/* Where she goes. */
static void put_place(const struct wp_xlsx *xlsx, int student) {
    const struct wp_round *round = xlsx->round;
    int at = xlsx->plan->project[student], lecturer = xlsx->plan->lecturer[student];
    const struct wp_project *project = &round->projects[at];
    int minutes = wp_trip_minutes(round, student, at);
    wp_workbook_text(xlsx->workbook, project->id);
    wp_workbook_text(xlsx->workbook, project->title);
    wp_xlsx_hosts(xlsx, project);
    wp_workbook_text(
        xlsx->workbook,
        lecturer < 0 ? "" : wp_xlsx_name(round->lecturers[lecturer].name, round->lecturers[lecturer].id));
    wp_workbook_text(xlsx->workbook, wp_xlsx_district(round, project->district));
    wp_workbook_text(xlsx->workbook, wp_round_text(round, project->circle));
    if (minutes < 0)
        wp_workbook_blank(xlsx->workbook);
    else
        wp_workbook_number(xlsx->workbook, minutes);
    wp_workbook_text(xlsx->workbook, basis_words(wp_plan_basis(round, xlsx->plan, student)));
    if (round->settings->rules.meetings_weekly)
        wp_xlsx_slot(xlsx, at);
}

void wp_xlsx_placements(const struct wp_xlsx *xlsx) {
    const struct wp_round *round = xlsx->round;
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
    wp_workbook_list(xlsx->workbook, _("Placements"), columns,
                     (int)(sizeof columns / sizeof *columns) - !round->settings->rules.meetings_weekly);
    for (int s = 0; s < round->student_count; s++) {
        const struct wp_student *student = &round->students[s];
        wp_workbook_text(xlsx->workbook, student->id);
        wp_workbook_text(xlsx->workbook, student->name);
        wp_workbook_text(xlsx->workbook, wp_round_text(round, student->programme));
        wp_workbook_text(xlsx->workbook, wp_round_text(round, student->year));
        wp_workbook_text(xlsx->workbook, wp_xlsx_district(round, student->district));
        put_rank(xlsx, wp_plan_rank(round, xlsx->plan, s));
        wp_workbook_number(xlsx->workbook, student->lottery);
        if (xlsx->plan->project[s] >= 0)
            put_place(xlsx, s);
        wp_workbook_end_row(xlsx->workbook);
    }
}
