/* glpk_support.h: the one place that includes GLPK: its hooks, and a program as a problem of its. For lp*.c
 * only.
 *
 * GLPK prints through a hook that swallows its text here, and calls an error hook instead of returning when
 * it is misused, out of memory or stuck. Both hooks may leave by longjmp, to wp_glpk_guarded(), which then
 * frees GLPK's whole environment: all its objects of this thread are gone, and the relaxation is marked as
 * lost. This is also how a long run is stopped. */
#ifndef WP_GLPK_SUPPORT_H
#define WP_GLPK_SUPPORT_H

#define GLP_UNDOC /* glp_gmi_gen is declared under it */
#include <glpk.h>

#include "lp.h"

/* How often a running GLPK asks whether to stop. */
#define WP_GLPK_STOP_MS 200

typedef enum wp_lp_status wp_glpk_call(struct wp_lp *lp, void *argument);

/* Runs a call that uses GLPK and may fail inside it; returns the call's status, or WP_LP_STOPPED or
 * WP_LP_FAILED with the relaxation lost. */
enum wp_lp_status wp_glpk_guarded(struct wp_lp *lp, wp_glpk_call *call, void *argument);

/* Bounds and entries of the program's rows and columns; column 0 of ours is column 1 of GLPK's. */
void wp_glpk_column_bounds(glp_prob *problem, int column, int64_t lower, int64_t upper);
void wp_glpk_row_bounds(glp_prob *problem, int at, const struct wp_row *row);
/* False when memory runs out. */
bool wp_glpk_row_entries(glp_prob *problem, int at, const struct wp_program *program,
                         const struct wp_row *row);

/* Adds the row sum of cost * x <= target. False when memory runs out. */
bool wp_glpk_target(glp_prob *problem, const int64_t *cost, int columns, int64_t target);

/* Loads a program: its columns, and its rows, strengthening ones only if asked. row_at, if given, learns
 * where each row is. False when memory runs out. */
bool wp_glpk_load(glp_prob *problem, const struct wp_program *program, bool strengthening, int *row_at);

/* Runs the simplex method (GLP_PRIMAL or GLP_DUALP) from the present basis. GLP_EFAIL and the like become
 * WP_LP_FAILED. */
enum wp_lp_status wp_glpk_simplex(glp_prob *problem, int method);

/* A few iterations of the dual simplex method: WP_LP_OPTIMAL also where they did not suffice. */
enum wp_lp_status wp_glpk_iterate(glp_prob *problem, int iterations);

#endif
