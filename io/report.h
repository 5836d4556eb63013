/* report.h: what the reports of a plan tell, worked out once for all of them: a figure is the same in
 * report.html and in plan.xlsx. */
#ifndef WP_REPORT_H
#define WP_REPORT_H

#include "demand.h"
#include "fairness.h"
#include "figures.h"
#include "questions.h"
#include "solve.h"

struct wp_report {
    const struct wp_round *round;
    const struct wp_solution *solution;
    const struct wp_plan *plan; /* the solution's */
    struct wp_totals *totals;
    struct wp_teams *teams;
    struct wp_fairness *fairness;
    struct wp_figures *figures;
    struct wp_questions *questions;
    struct wp_demand *demand;
    struct wp_arena *arena; /* holds the demand */
};

/* The solution must hold a plan; it and the round must outlive the report. Clear it also after a failure. */
int wp_report_fill(struct wp_report *report, const struct wp_round *round, const struct wp_solution *solution,
                   struct wp_error *error);
void wp_report_clear(struct wp_report *report);

#endif
