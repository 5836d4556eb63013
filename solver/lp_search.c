/* lp_search.c: branch and bound by GLPK on a part of the relaxation. */
#include "glpk_support.h"
#include "lp.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL 1e-7

/* Ends the branch and bound when its budget is spent or the caller says stop. */
struct node_watch {
    struct wp_lp *lp;
    const struct wp_core *core;
    int seen; /* nodes */
    bool stopped;
};

static void watch_nodes(glp_tree *tree, void *info) {
    struct node_watch *watch = info;
    const struct wp_core *core = watch->core;
    if (glp_ios_reason(tree) == GLP_IBINGO && core->first)
        glp_ios_terminate(tree);
    if (glp_ios_reason(tree) != GLP_ISELECT)
        return;
    watch->seen++;
    const struct wp_lp_limits *limits = &watch->lp->limits;
    watch->stopped = limits->stop && limits->stop(limits->context);
    if (watch->stopped || (core->node_limit > 0 && watch->seen > core->node_limit) ||
        (core->iteration_limit > 0 && glp_get_it_cnt(glp_ios_get_prob(tree)) > core->iteration_limit))
        glp_ios_terminate(tree);
}

struct search {
    const struct wp_core *core;
    int64_t *x;
    int *column; /* room for one per column: lent to the rest, since GLPK may leave without giving back */
    bool found;
};

/* What is left to search when the columns that cannot move are taken out. */
struct rest {
    glp_prob *problem;
    int *column; /* of the relaxation (from 0), per column of the problem (from 1); borrowed */
};

/* Moves the parts of fixed columns to the bounds of the rows, and takes the columns out. False when memory
 * runs out. */
static bool drop_fixed_columns(struct rest *rest) {
    glp_prob *problem = rest->problem;
    int columns = glp_get_num_cols(problem), rows = glp_get_num_rows(problem), dropped = 0, left = 0;
    int *list = malloc(((size_t)columns + 1) * sizeof *list);
    int *index = malloc(((size_t)rows + 1) * sizeof *index);
    double *value = malloc(((size_t)rows + 1) * sizeof *value);
    double *moved = calloc((size_t)rows + 1, sizeof *moved);
    bool ready = list && index && value && moved;
    for (int j = 1; ready && j <= columns; j++) {
        if (glp_get_col_type(problem, j) != GLP_FX) {
            rest->column[++left] = j - 1;
            continue;
        }
        list[++dropped] = j;
        double at = glp_get_col_lb(problem, j);
        int count = at != 0 ? glp_get_mat_col(problem, j, index, value) : 0;
        for (int k = 1; k <= count; k++)
            moved[index[k]] += value[k] * at;
    }
    for (int i = 1; ready && i <= rows; i++)
        glp_set_row_bnds(problem, i, glp_get_row_type(problem, i), glp_get_row_lb(problem, i) - moved[i],
                         glp_get_row_ub(problem, i) - moved[i]);
    if (ready && dropped > 0)
        glp_del_cols(problem, dropped, list);
    free(list);
    free(index);
    free(value);
    free(moved);
    return ready;
}

/* Can no point within the columns' bounds break the row? */
static bool row_is_idle(glp_prob *problem, int row, int *index, double *value) {
    double least = 0, most = 0;
    int count = glp_get_mat_row(problem, row, index, value);
    for (int k = 1; k <= count; k++) {
        double a = value[k] * glp_get_col_lb(problem, index[k]),
               b = value[k] * glp_get_col_ub(problem, index[k]);
        least += fmin(a, b);
        most += fmax(a, b);
    }
    int type = glp_get_row_type(problem, row);
    bool above = type == GLP_FR || type == GLP_UP || least >= glp_get_row_lb(problem, row);
    bool below = type == GLP_FR || type == GLP_LO || most <= glp_get_row_ub(problem, row);
    return above && below;
}

static bool drop_idle_rows(glp_prob *problem) {
    int columns = glp_get_num_cols(problem), rows = glp_get_num_rows(problem), dropped = 0;
    int *list = malloc(((size_t)rows + 1) * sizeof *list);
    int *index = malloc(((size_t)columns + 1) * sizeof *index);
    double *value = malloc(((size_t)columns + 1) * sizeof *value);
    bool ready = list && index && value;
    for (int i = 1; ready && i <= rows; i++)
        if (row_is_idle(problem, i, index, value))
            list[++dropped] = i;
    if (dropped > 0)
        glp_del_rows(problem, dropped, list);
    free(list);
    free(index);
    free(value);
    return ready;
}

/* The relaxation as a problem of its own, without what cannot move. This stands in for GLPK's own
 * preprocessor (5.0), which has been seen to lose all points of a feasible program, and to call a point
 * optimal that breaks a row. */
static bool make_rest(struct wp_lp *lp, const struct wp_core *core, struct rest *rest) {
    int columns = lp->program->column_count;
    rest->problem = glp_create_prob();
    glp_copy_prob(rest->problem, lp->problem, GLP_OFF);
    return (!core->has_target || wp_glpk_target(rest->problem, core->cost, columns, core->target)) &&
           drop_fixed_columns(rest) && drop_idle_rows(rest->problem);
}

/* The whole point: what moved, and what did not. It counts only if it keeps every row of the program exactly.
 */
static bool take_point(const struct wp_lp *lp, const struct rest *rest, int64_t *x) {
    for (int j = 0; j < lp->program->column_count; j++)
        x[j] = llround(glp_get_col_lb(lp->problem, j + 1));
    for (int j = 1; j <= glp_get_num_cols(rest->problem); j++)
        x[rest->column[j]] = llround(glp_mip_col_val(rest->problem, j));
    return wp_program_holds(lp->program, x);
}

static enum wp_lp_status branch_and_bound(struct wp_lp *lp, struct search *request, const struct rest *rest) {
    struct node_watch watch = {lp, request->core, 0, false};
    glp_iocp control;
    glp_init_iocp(&control);
    control.msg_lev = GLP_MSG_ALL;
    control.out_frq = WP_GLPK_STOP_MS;
    control.tol_int = INTEGRAL;
    control.tol_obj = 1e-13;
    control.cb_func = watch_nodes;
    control.cb_info = &watch;
    int code = glp_intopt(rest->problem, &control);
    int status = glp_mip_status(rest->problem);
    if ((code == 0 || code == GLP_ESTOP) && (status == GLP_OPT || status == GLP_FEAS))
        request->found = take_point(lp, rest, request->x);
    if (request->core->first && request->found)
        return WP_LP_OPTIMAL;
    if (watch.stopped)
        return WP_LP_STOPPED;
    if (code == GLP_ESTOP)
        return WP_LP_LIMIT;
    if (code == 0 && status == GLP_NOFEAS)
        return WP_LP_INFEASIBLE;
    return code == 0 && status == GLP_OPT && request->found ? WP_LP_OPTIMAL : WP_LP_FAILED;
}

/* Nothing can move: the one point is either right or not. */
static enum wp_lp_status take_only_point(struct wp_lp *lp, struct search *request, const struct rest *rest) {
    request->found = take_point(lp, rest, request->x);
    int64_t cost = 0;
    for (int j = 0; j < lp->program->column_count; j++)
        cost += request->core->cost[j] * request->x[j];
    request->found = request->found && (!request->core->has_target || cost <= request->core->target);
    return request->found ? WP_LP_OPTIMAL : WP_LP_INFEASIBLE;
}

static enum wp_lp_status search(struct wp_lp *lp, void *argument) {
    struct search *request = argument;
    struct rest rest = {.column = request->column};
    enum wp_lp_status status = WP_LP_STOPPED; /* memory ran out */
    bool made = make_rest(lp, request->core, &rest);
    if (made && glp_get_num_cols(rest.problem) == 0) {
        status = take_only_point(lp, request, &rest);
    } else if (made) {
        glp_adv_basis(rest.problem, 0);
        status = wp_glpk_simplex(rest.problem, GLP_DUALP);
        if (status == WP_LP_OPTIMAL)
            status = branch_and_bound(lp, request, &rest);
    }
    glp_delete_prob(rest.problem);
    return status;
}

enum wp_lp_status wp_lp_search(struct wp_lp *lp, const struct wp_core *core, int64_t *x, bool *found) {
    int *column = calloc((size_t)lp->program->column_count + 1, sizeof *column);
    struct search request = {core, x, column, false};
    enum wp_lp_status status = column ? wp_glpk_guarded(lp, search, &request) : WP_LP_STOPPED;
    free(column);
    *found = request.found;
    return status;
}
