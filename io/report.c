/* report.c: what the reports of a plan tell, worked out once for all of them. */
#include "report.h"

int wp_report_fill(struct wp_report *report, const struct wp_round *round, const struct wp_solution *solution,
                   struct wp_error *error) {
    const struct wp_plan *plan = solution->plan;
    *report = (struct wp_report){.round = round, .solution = solution, .plan = plan, .arena = wp_arena_new()};
    if (report->arena)
        report->demand = wp_demand_of(round, report->arena);
    int code = report->demand ? wp_totals_new(round, plan, &report->totals, error) : wp_error_memory(error);
    if (code == 0)
        code = wp_teams_new(plan, &report->teams, error);
    if (code == 0)
        code = wp_fairness_new(round, plan, &report->fairness, error);
    if (code == 0)
        code = wp_figures_new(round, plan, solution->levels, solution->level_count, &report->figures, error);
    if (code == 0)
        code = wp_questions_new(round, solution, &report->questions, error);
    return code;
}

void wp_report_clear(struct wp_report *report) {
    wp_questions_free(report->questions);
    wp_figures_free(report->figures);
    wp_fairness_free(report->fairness);
    wp_teams_free(report->teams);
    wp_totals_free(report->totals);
    wp_arena_free(report->arena);
    *report = (struct wp_report){0};
}
