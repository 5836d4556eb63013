/* report_xlsx_lecturers.c: the sheet of plan.xlsx with a row a lecturer, and the chart of their loads. */
#include "report_xlsx_parts.h"
#include "translate.h"

#define MOST_BARS 60 /* in the chart: more nobody reads */

/* The sheet's columns. */
enum { ID, NAME, EMAIL, PROJECTS, STUDENTS, LOAD, MINIMUM, MAXIMUM, SHARE, COLUMNS };

void wp_xlsx_lecturers(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    const struct wp_totals *totals = report->totals;
    const struct wp_workbook_column columns[COLUMNS] = {
        [ID] = {_("Lecturer"), WP_COLUMN_TEXT},         [NAME] = {_("Name"), WP_COLUMN_TEXT},
        [EMAIL] = {_("E-mail"), WP_COLUMN_TEXT},        [PROJECTS] = {_("Projects"), WP_COLUMN_NUMBER},
        [STUDENTS] = {_("Students"), WP_COLUMN_NUMBER}, [LOAD] = {_("Load"), WP_COLUMN_NUMBER},
        [MINIMUM] = {_("Minimum"), WP_COLUMN_NUMBER},   [MAXIMUM] = {_("Maximum"), WP_COLUMN_NUMBER},
        [SHARE] = {_("Share"), WP_COLUMN_SHARE},
    };
    wp_workbook_list(workbook, _("Lecturers"), columns, COLUMNS);
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        bool limited = lecturer->max_load != WP_UNLIMITED;
        wp_workbook_text(workbook, lecturer->id);
        wp_workbook_text(workbook, lecturer->name);
        wp_workbook_text(workbook, lecturer->email);
        wp_workbook_number(workbook, totals->lecturer_projects[l]);
        wp_workbook_number(workbook, totals->lecturer_students[l]);
        wp_workbook_load(workbook, totals->lecturer_load[l]);
        wp_workbook_load(workbook, lecturer->min_load);
        if (limited)
            wp_workbook_load(workbook, lecturer->max_load);
        else
            wp_workbook_blank(workbook);
        wp_workbook_share(workbook, totals->lecturer_load[l], limited ? lecturer->max_load : 0);
        wp_workbook_end_row(workbook);
    }
}

/* Names are what people know; where one is missing, ids. */
static int label_column(const struct wp_round *round) {
    for (int l = 0; l < round->lecturer_count; l++)
        if (!*round->lecturers[l].name)
            return ID;
    return NAME;
}

void wp_xlsx_loads_chart(struct wp_workbook *workbook, const struct wp_report *report) {
    int count = report->round->lecturer_count;
    const struct wp_workbook_series series[] = {{_("Load"), LOAD, false}, {_("Maximum"), MAXIMUM, true}};
    const struct wp_workbook_chart chart = {
        .lying = true,
        .title = _("Lecturers' loads"),
        .description =
            _("A bar for each lecturer: her load, and below it her maximum; the figures are on the "
              "sheet of lecturers"),
        .categories = "",
        .values = "",
        .sheet = _("Lecturers"),
        .first_row = 1,
        .last_row = count,
        .category_column = label_column(report->round),
        .series = series,
        .series_count = 2,
        .width = WP_XLSX_CHART_WIDTH,
        .height = 130 + 28 * count,
    };
    if (count == 0 || count > MOST_BARS)
        return;
    wp_workbook_chart(workbook, &chart, WP_XLSX_SECOND_CHART, WP_XLSX_CHART_COLUMN);
}
