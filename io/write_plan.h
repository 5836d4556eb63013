/* write_plan.h: a solution becomes a plan's folder. */
#ifndef WP_WRITE_PLAN_H
#define WP_WRITE_PLAN_H

#include "inputs.h"
#include "solve.h"

/* Refuses (WP_USAGE) a target that exists and is not a plan of ours, or holds files that are not ours. Called
 * before the solve, so that nobody waits for a plan that cannot be written. */
int wp_plan_folder_check(const char *folder, struct wp_error *error);
/* The same for the folder that tells why no plan exists. */
int wp_infeasible_folder_check(const char *folder, struct wp_error *error);

/* Writes placements.csv, projects.csv, lecturers.csv, lottery.csv, fairness.csv, summary.json and input/, and
 * changes.csv where the round has a base, beside `folder`, syncs, and exchanges the two as a whole. formats:
 * what is written for people too (enum wp_report_format, or-ed), in the language in use. The solution must
 * hold a plan. */
int wp_write_plan(const char *folder, const struct wp_round *round, const struct wp_solution *solution,
                  const struct wp_inputs *inputs, unsigned formats, struct wp_error *error);

/* Writes infeasible.json (reasons that counting shows, hard rules in force) and input/ to `folder` in the
 * same way. */
int wp_write_infeasible(const char *folder, const struct wp_round *round, const struct wp_solution *solution,
                        const struct wp_inputs *inputs, struct wp_error *error);

#endif
