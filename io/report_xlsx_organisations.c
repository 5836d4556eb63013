/* report_xlsx_organisations.c: the sheet of plan.xlsx with a row an organisation. */
#include "report_xlsx_parts.h"
#include "translate.h"

void wp_xlsx_organisations(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    const struct wp_workbook_column columns[] = {
        {_("Organisation"), WP_COLUMN_TEXT},   {_("Name"), WP_COLUMN_TEXT},
        {_("Domain"), WP_COLUMN_TEXT},         {_("E-mail"), WP_COLUMN_TEXT},
        {_("Projects"), WP_COLUMN_NUMBER},     {_("Projects at most"), WP_COLUMN_NUMBER},
        {_("Students"), WP_COLUMN_NUMBER},     {_("Students at most"), WP_COLUMN_NUMBER},
        {_("Agreement from"), WP_COLUMN_DATE}, {_("Agreement until"), WP_COLUMN_DATE},
    };
    wp_workbook_list(workbook, _("Organisations"), columns, (int)(sizeof columns / sizeof *columns));
    for (int o = 0; o < round->organisation_count; o++) {
        const struct wp_organisation *host = &round->organisations[o];
        wp_workbook_text(workbook, host->id);
        wp_workbook_text(workbook, host->name);
        wp_workbook_text(workbook, wp_round_text(round, host->domain));
        wp_workbook_text(workbook, host->email);
        wp_workbook_number(workbook, report->totals->organisation_projects[o]);
        wp_xlsx_limit(workbook, host->max_projects);
        wp_workbook_number(workbook, report->totals->organisation_students[o]);
        wp_xlsx_limit(workbook, host->max_students);
        wp_workbook_date(workbook, host->agreement_from);
        wp_workbook_date(workbook, host->agreement_until);
        wp_workbook_end_row(workbook);
    }
}
