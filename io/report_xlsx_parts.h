/* report_xlsx_parts.h: the sheets of plan.xlsx and what they share. */
#ifndef WP_REPORT_XLSX_PARTS_H
#define WP_REPORT_XLSX_PARTS_H

#include "report.h"
#include "workbook.h"

void wp_xlsx_summary(struct wp_workbook *workbook, const struct wp_report *report);
void wp_xlsx_questions(struct wp_workbook *workbook, const struct wp_report *report);
void wp_xlsx_placements(struct wp_workbook *workbook, const struct wp_report *report);
int wp_xlsx_projects(struct wp_workbook *workbook, const struct wp_report *report, struct wp_error *error);
void wp_xlsx_lecturers(struct wp_workbook *workbook, const struct wp_report *report);
void wp_xlsx_organisations(struct wp_workbook *workbook, const struct wp_report *report);
void wp_xlsx_fairness(struct wp_workbook *workbook, const struct wp_report *report);

/* Two tables of the summary: what a plan came to, level by level; how many students have which choice. */
void wp_xlsx_levels(struct wp_workbook *workbook, const struct wp_report *report);
void wp_xlsx_profile(struct wp_workbook *workbook, const struct wp_report *report);

/* Where its charts stand: beside its tables, below each other. */
#define WP_XLSX_CHART_COLUMN 6
#define WP_XLSX_FIRST_CHART  4
#define WP_XLSX_SECOND_CHART 19
#define WP_XLSX_CHART_WIDTH  560

/* A chart of the lecturers' loads on the present sheet, from the figures on theirs. */
void wp_xlsx_loads_chart(struct wp_workbook *workbook, const struct wp_report *report);

/* The name, or the id of what has none. */
const char *wp_xlsx_name(const char *name, const char *id);
/* The next cell: a project's hosts. */
void wp_xlsx_hosts(struct wp_workbook *workbook, const struct wp_report *report,
                   const struct wp_project *project);
/* The next cell: a limit, empty where there is none. */
void wp_xlsx_limit(struct wp_workbook *workbook, int limit);
/* The next cell: the weekly meeting of a project. */
void wp_xlsx_slot(struct wp_workbook *workbook, const struct wp_report *report, int project);

#endif
