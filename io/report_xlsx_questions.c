/* report_xlsx_questions.c: the sheet of plan.xlsx with what the plan leaves open for its coordinator. */
#include "report_xlsx_parts.h"
#include "translate.h"

void wp_xlsx_questions(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_workbook_column columns[] = {
        {_("Question"), WP_COLUMN_TEXT},
        {_("About"), WP_COLUMN_TEXT},
        {_("Name"), WP_COLUMN_TEXT},
        {_("What is known"), WP_COLUMN_PROSE},
    };
    if (report->questions->count == 0)
        return;
    wp_workbook_list(workbook, _("Open questions"), columns, (int)(sizeof columns / sizeof *columns));
    for (int i = 0; i < report->questions->count; i++) {
        const struct wp_question *question = &report->questions->items[i];
        wp_workbook_text(workbook, wp_question_heading(question->kind));
        wp_workbook_text(workbook, question->id);
        wp_workbook_text(workbook, question->name);
        wp_workbook_text(workbook, question->sentences);
        wp_workbook_end_row(workbook);
    }
}
