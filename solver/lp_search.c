/* lp_search.c: branch and bound by GLPK on a part of the relaxation. */
#include "glpk_support.h"
#include "lp.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL 1e-9

/* Ends the branch and bound when the node budget is spent or the caller says stop. */
struct node_watch {
    struct wp_lp *lp;
    int limit, seen;
    bool first; /* stop at the first point */
    bool stopped;
};

static void watch_nodes(glp_tree *tree, void *info) {
    struct node_watch *watch = info;
    if (glp_ios_reason(tree) == GLP_IBINGO && watch->first)
        glp_ios_terminate(tree);
    if (glp_ios_reason(tree) != GLP_ISELECT)
        return;
    watch->seen++;
    const struct wp_lp_limits *limits = &watch->lp->limits;
    watch->stopped = limits->stop && limits->stop(limits->context);
    if (watch->stopped || (watch->limit > 0 && watch->seen > watch->limit))
        glp_ios_terminate(tree);
}

struct search {
    const struct wp_core *core;
    int64_t *x;
    bool found;
};

/* Rows with two different bounds become two rows: GLPK's preprocessor has been seen to call "optimal" a point
 * that breaks such a row (4 <= 6 x + 6 y <= 5 has no integer point). False when memory runs out. */
static bool split_ranges(glp_prob *problem) {
    int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
    int *index = malloc(((size_t)columns + 1) * sizeof *index);
    double *value = malloc(((size_t)columns + 1) * sizeof *value);
    for (int i = 1; index && value && i <= rows; i++) {
        if (glp_get_row_type(problem, i) != GLP_DB)
            continue;
        double lower = glp_get_row_lb(problem, i), upper = glp_get_row_ub(problem, i);
        int count = glp_get_mat_row(problem, i, index, value);
        int twin = glp_add_rows(problem, 1);
        glp_set_mat_row(problem, twin, count, index, value);
        glp_set_row_bnds(problem, twin, GLP_UP, 0, upper);
        glp_set_row_bnds(problem, i, GLP_LO, lower, 0);
    }
    bool done = index && value;
    free(index);
    free(value);
    return done;
}

/* The part of the relaxation that the core keeps, as a problem of its own. NULL when memory runs out. */
static glp_prob *make_core(struct wp_lp *lp, const struct wp_core *core) {
    glp_prob *problem = glp_create_prob();
    glp_copy_prob(problem, lp->problem, GLP_OFF);
    int columns = lp->program->column_count;
    for (int j = 0; core->keep && j < columns; j++) {
        const struct wp_column *column = &lp->program->columns[j];
        int64_t at = lp->reduced[j] > 0 ? column->lower : column->upper;
        if (!core->keep[j])
            wp_glpk_column_bounds(problem, j, at, at);
    }
    if (split_ranges(problem) &&
        (!core->has_target || wp_glpk_target(problem, core->cost, columns, core->target)))
        return problem;
    glp_delete_prob(problem);
    return NULL;
}

/* Rounds the point that GLPK found; it counts only if it keeps every row of the program exactly. */
static bool take_point(const struct wp_lp *lp, glp_prob *problem, int64_t *x) {
    for (int j = 0; j < lp->program->column_count; j++)
        x[j] = llround(glp_mip_col_val(problem, j + 1));
    return wp_program_holds(lp->program, x);
}

static enum wp_lp_status search(struct wp_lp *lp, void *argument) {
    struct search *request = argument;
    const struct wp_core *core = request->core;
    glp_prob *problem = make_core(lp, core);
    if (!problem)
        return WP_LP_STOPPED;
    struct node_watch watch = {lp, core->node_limit, 0, core->first, false};
    for (int j = 0; core->minimise && j < lp->program->column_count; j++)
        glp_set_obj_coef(problem, j + 1, (double)core->minimise[j]);
    glp_iocp control;
    glp_init_iocp(&control);
    control.msg_lev = GLP_MSG_ALL;
    control.out_frq = WP_GLPK_STOP_MS;
    control.tol_int = INTEGRAL;
    control.tol_obj = 1e-13;
    control.presolve = GLP_ON;
    control.cb_func = watch_nodes;
    control.cb_info = &watch;
    int code = glp_intopt(problem, &control);
    int status = glp_mip_status(problem);
    if ((code == 0 || code == GLP_ESTOP) && (status == GLP_OPT || status == GLP_FEAS))
        request->found = take_point(lp, problem, request->x);
    glp_delete_prob(problem);
    if (core->first && request->found)
        return WP_LP_OPTIMAL;
    if (watch.stopped)
        return WP_LP_STOPPED;
    if (code == GLP_ESTOP)
        return WP_LP_LIMIT;
    if (code == GLP_ENOPFS || (code == 0 && status == GLP_NOFEAS))
        return WP_LP_INFEASIBLE;
    return code == 0 && status == GLP_OPT && request->found ? WP_LP_OPTIMAL : WP_LP_FAILED;
}

enum wp_lp_status wp_lp_search(struct wp_lp *lp, const struct wp_core *core, int64_t *x, bool *found) {
    struct search request = {core, x, false};
    enum wp_lp_status status = wp_glpk_guarded(lp, search, &request);
    *found = request.found;
    return status;
}
