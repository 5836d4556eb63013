/* report_xlsx_parts.h: the sheets of plan.xlsx and what they share. */
#ifndef WP_REPORT_XLSX_PARTS_H
#define WP_REPORT_XLSX_PARTS_H

#include "fairness.h"
#include "figures.h"
#include "questions.h"
#include "solve.h"
#include "workbook.h"

/* What the sheets read, and where they go. */
struct wp_xlsx {
    struct wp_workbook *workbook;
    const struct wp_round *round;
    const struct wp_solution *solution;
    const struct wp_plan *plan;
    struct wp_totals *totals;
    struct wp_teams *teams;
    struct wp_fairness *fairness;
    struct wp_figures *figures;
    struct wp_questions *questions;
};

void wp_xlsx_summary(const struct wp_xlsx *xlsx);
void wp_xlsx_questions(const struct wp_xlsx *xlsx);
void wp_xlsx_placements(const struct wp_xlsx *xlsx);
int wp_xlsx_projects(const struct wp_xlsx *xlsx, struct wp_error *error);
void wp_xlsx_lecturers(const struct wp_xlsx *xlsx);
void wp_xlsx_organisations(const struct wp_xlsx *xlsx);
void wp_xlsx_fairness(const struct wp_xlsx *xlsx);

/* Two tables of the summary: what a plan came to, level by level; how many students have which choice. */
void wp_xlsx_levels(const struct wp_xlsx *xlsx);
void wp_xlsx_profile(const struct wp_xlsx *xlsx);

/* Where its charts stand: beside its tables, below each other. */
#define WP_XLSX_CHART_COLUMN 6
#define WP_XLSX_FIRST_CHART  4
#define WP_XLSX_SECOND_CHART 19
#define WP_XLSX_CHART_WIDTH  560

/* A chart of the lecturers' loads on the present sheet, from the figures on theirs. */
void wp_xlsx_loads_chart(const struct wp_xlsx *xlsx);

/* The name, or the id of what has none. */
const char *wp_xlsx_name(const char *name, const char *id);
/* The district by its name; "" for -1. */
const char *wp_xlsx_district(const struct wp_round *round, int district);
/* The next cell: a project's hosts. */
void wp_xlsx_hosts(const struct wp_xlsx *xlsx, const struct wp_project *project);
/* The next cell: a limit, empty where there is none. */
void wp_xlsx_limit(const struct wp_xlsx *xlsx, int limit);
/* The next cell: the weekly meeting of a project. */
void wp_xlsx_slot(const struct wp_xlsx *xlsx, int project);

#endif
