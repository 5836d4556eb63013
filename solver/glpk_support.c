/* glpk_support.c: GLPK kept quiet and from aborting, and programs loaded into it. */
#include "glpk_support.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The simplex method has been seen to cycle on rows with coefficients near 1e8. Far more iterations than it
 * ever needs: */
#define LEAST_ITERATIONS 10000
#define ITERATIONS       50 /* for each row and column */

static _Thread_local struct {
    jmp_buf back;
    bool active;
    struct wp_lp *lp;
    enum wp_lp_status why;
} guard;

/* GLPK's text: kept for an error message, never printed; a good moment to ask whether to stop. */
static int swallow(void *info, const char *text) {
    (void)info;
    if (!guard.active)
        return 1;
    snprintf(guard.lp->message, sizeof guard.lp->message, "%s", text);
    if (guard.lp->limits.stop && guard.lp->limits.stop(guard.lp->limits.context)) {
        guard.why = WP_LP_STOPPED;
        longjmp(guard.back, 1);
    }
    return 1;
}

static void give_up(void *info) {
    (void)info;
    if (!guard.active)
        abort();
    guard.why = strstr(guard.lp->message, "memory") ? WP_LP_STOPPED : WP_LP_FAILED;
    longjmp(guard.back, 1);
}

enum wp_lp_status wp_glpk_guarded(struct wp_lp *lp, wp_glpk_call *call, void *argument) {
    guard.lp = lp;
    if (setjmp(guard.back)) {
        guard.active = false;
        glp_free_env();
        lp->problem = NULL;
        return guard.why;
    }
    glp_term_hook(swallow, NULL);
    glp_error_hook(give_up, NULL);
    guard.active = true;
    enum wp_lp_status status = call(lp, argument);
    guard.active = false;
    return status;
}

static int bound_type(bool below, bool above, double lower, double upper) {
    if (below && above)
        return lower == upper ? GLP_FX : GLP_DB;
    return below ? GLP_LO : above ? GLP_UP : GLP_FR;
}

void wp_glpk_column_bounds(glp_prob *problem, int column, int64_t lower, int64_t upper) {
    glp_set_col_bnds(problem, column + 1, lower == upper ? GLP_FX : GLP_DB, (double)lower, (double)upper);
}

void wp_glpk_row_bounds(glp_prob *problem, int at, const struct wp_row *row) {
    bool below = row->lower != WP_FREE_BELOW, above = row->upper != WP_FREE_ABOVE;
    double lower = below ? (double)row->lower : 0, upper = above ? (double)row->upper : 0;
    glp_set_row_bnds(problem, at, bound_type(below, above, lower, upper), lower, upper);
}

bool wp_glpk_row_entries(glp_prob *problem, int at, const struct wp_program *program,
                         const struct wp_row *row) {
    int *index = malloc(((size_t)row->count + 1) * sizeof *index);
    double *value = malloc(((size_t)row->count + 1) * sizeof *value);
    bool ready = index && value;
    for (int k = 0; ready && k < row->count; k++) {
        index[k + 1] = program->index[row->start + (size_t)k] + 1;
        value[k + 1] = (double)program->value[row->start + (size_t)k];
    }
    if (ready)
        glp_set_mat_row(problem, at, row->count, index, value);
    free(index);
    free(value);
    return ready;
}

bool wp_glpk_target(glp_prob *problem, const int64_t *cost, int columns, int64_t target) {
    int *index = malloc(((size_t)columns + 1) * sizeof *index);
    double *value = malloc(((size_t)columns + 1) * sizeof *value);
    bool ready = index && value;
    int count = 0;
    for (int j = 0; ready && j < columns; j++)
        if (cost[j] != 0) {
            index[++count] = j + 1;
            value[count] = (double)cost[j];
        }
    if (ready) {
        int at = glp_add_rows(problem, 1);
        glp_set_mat_row(problem, at, count, index, value);
        glp_set_row_bnds(problem, at, GLP_UP, 0, (double)target);
    }
    free(index);
    free(value);
    return ready;
}

static void load_columns(glp_prob *problem, const struct wp_program *program) {
    if (program->column_count > 0)
        glp_add_cols(problem, program->column_count);
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        wp_glpk_column_bounds(problem, j, column->lower, column->upper);
        /* A project's load is whole wherever x is: no need to branch on it. */
        glp_set_col_kind(problem, j + 1, column->kind == WP_COLUMN_LOAD ? GLP_CV : GLP_IV);
    }
}

/* May the row be left out, as far as plans go? Not where it is what keeps a finished level at its optimum. */
static bool is_implied(const struct wp_row *row) {
    return row->strengthening && !row->tightened;
}

/* Loads the rows, leaving those that the others imply out unless asked; row_at, if given, learns where they
 * are. */
static bool load_rows(glp_prob *problem, const struct wp_program *program, bool strengthening, int *row_at) {
    int wanted = 0;
    for (int i = 0; i < program->row_count; i++)
        wanted += strengthening || !is_implied(&program->rows[i]);
    int at = wanted > 0 ? glp_add_rows(problem, wanted) : 1;
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        if (is_implied(row) && !strengthening)
            continue;
        wp_glpk_row_bounds(problem, at, row);
        if (!wp_glpk_row_entries(problem, at, program, row))
            return false;
        if (row_at)
            row_at[i] = at;
        at++;
    }
    return true;
}

bool wp_glpk_load(glp_prob *problem, const struct wp_program *program, bool strengthening, int *row_at) {
    load_columns(problem, program);
    return load_rows(problem, program, strengthening, row_at);
}

static int simplex(glp_prob *problem, int method, int iterations) {
    glp_smcp control;
    glp_init_smcp(&control);
    control.msg_lev = GLP_MSG_ALL;
    control.out_frq = WP_GLPK_STOP_MS;
    control.meth = method;
    control.it_lim = iterations;
    return glp_simplex(problem, &control);
}

enum wp_lp_status wp_glpk_simplex(glp_prob *problem, int method) {
    int limit = LEAST_ITERATIONS + ITERATIONS * (glp_get_num_rows(problem) + glp_get_num_cols(problem));
    int code = simplex(problem, method, limit);
    int status = glp_get_status(problem);
    if (code == 0 && status == GLP_OPT)
        return WP_LP_OPTIMAL;
    if (code == 0 && status == GLP_NOFEAS)
        return WP_LP_INFEASIBLE;
    return WP_LP_FAILED;
}

enum wp_lp_status wp_glpk_iterate(glp_prob *problem, int iterations) {
    int code = simplex(problem, GLP_DUALP, iterations);
    if (code == 0 && glp_get_status(problem) == GLP_NOFEAS)
        return WP_LP_INFEASIBLE;
    return code == 0 || code == GLP_EITLIM ? WP_LP_OPTIMAL : WP_LP_FAILED;
}
