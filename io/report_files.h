/* report_files.h: the files of a plan's folder, one writer each. All write to a stream whose errors the
 * caller looks for. */
#ifndef WP_REPORT_FILES_H
#define WP_REPORT_FILES_H

#include "folder.h"
#include "inputs.h"
#include "solve.h"

/* What belongs in a plan's folder and in DIR-infeasible. */
extern const struct wp_folder_kind wp_plan_folder_kind;
extern const struct wp_folder_kind wp_infeasible_folder_kind;

/* placements.csv, projects.csv, lecturers.csv, lottery.csv, fairness.csv, and, of a round with a base,
 * changes.csv. */
int wp_write_placements(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                        struct wp_error *error);
/* The SHA-256 of placements.csv. */
int wp_placements_sha256(const struct wp_round *round, const struct wp_plan *plan, char text[WP_SHA256_TEXT],
                         struct wp_error *error);
int wp_write_projects(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_error *error);
int wp_write_lecturers(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                       struct wp_error *error);
int wp_write_lottery(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_error *error);
int wp_write_fairness(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_error *error);
int wp_write_changes(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_error *error);

/* summary.json and infeasible.json; names: see wp_stored_names. */
int wp_write_summary(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                     const struct wp_inputs *inputs, char *const *names, struct wp_error *error);
int wp_write_infeasible_report(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                               const struct wp_inputs *inputs, char *const *names, struct wp_error *error);

#endif
