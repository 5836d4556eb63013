/* lp.c: the linear relaxation of a program, kept in GLPK and re-solved as the program changes. */
#include "lp.h"
#include "glpk_support.h"

#include <math.h>
#include <stdlib.h>

#define CUT_RANGE 1e6  /* a cut whose coefficients differ by more is dropped: it may be noise */
#define CUT_SLACK 1e-7 /* cuts are relaxed by this, relative to their right-hand side */

static enum wp_lp_status create(struct wp_lp *lp, void *argument) {
    (void)argument;
    if (lp->limits.memory > 0)
        glp_mem_limit(lp->limits.memory);
    glp_prob *problem = glp_create_prob();
    lp->problem = problem;
    glp_set_obj_dir(problem, GLP_MIN);
    if (!wp_glpk_load(problem, lp->program, false, lp->row_at))
        return WP_LP_FAILED;
    glp_std_basis(problem);
    return WP_LP_OPTIMAL;
}

int wp_lp_new(const struct wp_program *program, const struct wp_lp_limits *limits, struct wp_lp **out,
              struct wp_error *error) {
    *out = NULL;
    struct wp_lp *lp = calloc(1, sizeof *lp);
    if (!lp)
        return wp_error_memory(error);
    lp->program = program;
    lp->limits = *limits;
    lp->row_at_count = program->row_count;
    lp->row_at_capacity = program->row_count + 64;
    lp->row_at = calloc((size_t)lp->row_at_capacity, sizeof *lp->row_at);
    lp->x = calloc((size_t)program->column_count + 1, sizeof *lp->x);
    lp->reduced = calloc((size_t)program->column_count + 1, sizeof *lp->reduced);
    if (!lp->row_at || !lp->x || !lp->reduced) {
        wp_lp_free(lp);
        return wp_error_memory(error);
    }
    if (wp_glpk_guarded(lp, create, NULL) == WP_LP_FAILED) {
        int code =
            wp_error_set(error, WP_INTERNAL, "GLPK did not accept the integer program: %s", lp->message);
        wp_lp_free(lp);
        return code;
    }
    *out = lp;
    return WP_OK;
}

void wp_lp_free(struct wp_lp *lp) {
    if (!lp)
        return;
    if (lp->problem)
        glp_delete_prob(lp->problem);
    glp_free_env();
    free(lp->row_at);
    free(lp->x);
    free(lp->reduced);
    free(lp);
}

bool wp_lp_lost(const struct wp_lp *lp) {
    return !lp || !lp->problem;
}

void wp_lp_cost(struct wp_lp *lp, const int64_t *cost) {
    for (int j = 0; j < lp->program->column_count; j++)
        glp_set_obj_coef(lp->problem, j + 1, (double)cost[j]);
}

void wp_lp_fix(struct wp_lp *lp, int column, int64_t lower, int64_t upper) {
    wp_glpk_column_bounds(lp->problem, column, lower, upper);
}

void wp_lp_take_bounds(struct wp_lp *lp) {
    for (int j = 0; j < lp->program->column_count; j++) {
        const struct wp_column *column = &lp->program->columns[j];
        if (glp_get_col_lb(lp->problem, j + 1) != (double)column->lower ||
            glp_get_col_ub(lp->problem, j + 1) != (double)column->upper)
            wp_glpk_column_bounds(lp->problem, j, column->lower, column->upper);
    }
}

void wp_lp_take_row_bounds(struct wp_lp *lp, int row) {
    if (row < lp->row_at_count && lp->row_at[row])
        wp_glpk_row_bounds(lp->problem, lp->row_at[row], &lp->program->rows[row]);
}

static enum wp_lp_status append_row(struct wp_lp *lp, void *argument) {
    int row = *(const int *)argument;
    int at = glp_add_rows(lp->problem, 1);
    wp_glpk_row_bounds(lp->problem, at, &lp->program->rows[row]);
    if (!wp_glpk_row_entries(lp->problem, at, lp->program, &lp->program->rows[row]))
        return WP_LP_FAILED;
    lp->row_at[row] = at;
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_lp_take_row(struct wp_lp *lp, int row) {
    if (row >= lp->row_at_capacity) {
        int capacity = 2 * row + 64;
        int *row_at = realloc(lp->row_at, (size_t)capacity * sizeof *row_at);
        if (!row_at)
            return WP_LP_STOPPED;
        lp->row_at = row_at;
        lp->row_at_capacity = capacity;
    }
    for (; lp->row_at_count <= row; lp->row_at_count++)
        lp->row_at[lp->row_at_count] = 0;
    return lp->row_at[row] ? WP_LP_OPTIMAL : wp_glpk_guarded(lp, append_row, &row);
}

static enum wp_lp_status solve(struct wp_lp *lp, void *argument) {
    bool dual = *(const bool *)argument;
    glp_prob *problem = lp->problem;
    enum wp_lp_status status = wp_glpk_simplex(problem, dual ? GLP_DUALP : GLP_PRIMAL);
    if (status == WP_LP_FAILED) { /* begin afresh from the basis of slacks */
        glp_std_basis(problem);
        status = wp_glpk_simplex(problem, GLP_PRIMAL);
    }
    if (status != WP_LP_OPTIMAL)
        return status;
    lp->solved = true;
    lp->value = glp_get_obj_val(problem);
    for (int j = 0; j < lp->program->column_count; j++) {
        lp->x[j] = glp_get_col_prim(problem, j + 1);
        lp->reduced[j] = glp_get_col_dual(problem, j + 1);
    }
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_lp_solve(struct wp_lp *lp, bool dual) {
    return wp_glpk_guarded(lp, solve, &dual);
}

int wp_lp_iterations(const struct wp_lp *lp) {
    return glp_get_it_cnt(lp->problem);
}

struct probe {
    int column, iterations;
    int64_t lower, upper;
    double value;
};

static enum wp_lp_status probe(struct wp_lp *lp, void *argument) {
    struct probe *request = argument;
    glp_prob *problem = lp->problem;
    wp_glpk_column_bounds(problem, request->column, request->lower, request->upper);
    enum wp_lp_status status = wp_glpk_iterate(problem, request->iterations);
    request->value = glp_get_obj_val(problem);
    return status;
}

enum wp_lp_status wp_lp_probe(struct wp_lp *lp, int column, int64_t lower, int64_t upper, int iterations,
                              double *value) {
    struct probe request = {column, iterations, lower, upper, 0};
    int64_t before[] = {llround(glp_get_col_lb(lp->problem, column + 1)),
                        llround(glp_get_col_ub(lp->problem, column + 1))};
    struct wp_lp_basis *basis;
    if (wp_lp_save_basis(lp, &basis, NULL) != WP_OK)
        return WP_LP_STOPPED;
    enum wp_lp_status status = wp_glpk_guarded(lp, probe, &request);
    if (!wp_lp_lost(lp)) {
        wp_glpk_column_bounds(lp->problem, column, before[0], before[1]);
        wp_lp_restore_basis(lp, basis);
    }
    free(basis);
    *value = request.value;
    return status;
}

double wp_lp_dual(const struct wp_lp *lp, int row) {
    return row < lp->row_at_count && lp->row_at[row] ? glp_get_row_dual(lp->problem, lp->row_at[row]) : 0;
}

struct target {
    const int64_t *cost;
    int64_t target;
};

static enum wp_lp_status append_target(struct wp_lp *lp, void *argument) {
    const struct target *request = argument;
    if (!wp_glpk_target(lp->problem, request->cost, lp->program->column_count, request->target))
        return WP_LP_FAILED;
    lp->cut_count++;
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_lp_add_target(struct wp_lp *lp, const int64_t *cost, int64_t target) {
    struct target request = {cost, target};
    return wp_glpk_guarded(lp, append_target, &request);
}

/* Copies one cut of the pool to the relaxation, unless its numbers are doubtful. */
static bool copy_cut(glp_prob *problem, glp_prob *pool, int cut, int *index, double *value) {
    int count = glp_get_mat_row(pool, cut, index, value);
    double smallest = INFINITY, largest = 0;
    for (int k = 1; k <= count; k++) {
        smallest = fmin(smallest, fabs(value[k]));
        largest = fmax(largest, fabs(value[k]));
    }
    if (count == 0 || largest > CUT_RANGE * smallest)
        return false;
    bool at_least = glp_get_row_type(pool, cut) == GLP_LO;
    double bound = at_least ? glp_get_row_lb(pool, cut) : glp_get_row_ub(pool, cut);
    double slack = CUT_SLACK * fmax(1, fabs(bound));
    int at = glp_add_rows(problem, 1);
    glp_set_mat_row(problem, at, count, index, value);
    glp_set_row_bnds(problem, at, at_least ? GLP_LO : GLP_UP, bound - slack, bound + slack);
    return true;
}

struct cut_request {
    int max_cuts, added;
};

static enum wp_lp_status cut(struct wp_lp *lp, void *argument) {
    struct cut_request *request = argument;
    glp_prob *problem = lp->problem;
    if (glp_factorize(problem) != 0)
        return WP_LP_OPTIMAL; /* no cuts then; the bound stands without */
    glp_prob *pool = glp_create_prob();
    glp_add_cols(pool, lp->program->column_count);
    int found = glp_gmi_gen(problem, pool, request->max_cuts);
    int *index = malloc(((size_t)lp->program->column_count + 1) * sizeof *index);
    double *value = malloc(((size_t)lp->program->column_count + 1) * sizeof *value);
    for (int c = 1; index && value && c <= found; c++)
        request->added += copy_cut(problem, pool, c, index, value);
    lp->cut_count += request->added;
    free(index);
    free(value);
    glp_delete_prob(pool);
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_lp_cuts(struct wp_lp *lp, int max_cuts, int *added) {
    struct cut_request request = {max_cuts, 0};
    enum wp_lp_status status = wp_glpk_guarded(lp, cut, &request);
    *added = request.added;
    return status;
}

/* Tells for each row of the relaxation whether it belongs to the program; the others are cuts. Owned by the
 * caller. */
static bool *program_rows(const struct wp_lp *lp) {
    bool *ours = calloc((size_t)glp_get_num_rows(lp->problem) + 1, sizeof *ours);
    for (int i = 0; ours && i < lp->row_at_count; i++)
        ours[lp->row_at[i]] = true;
    return ours;
}

static enum wp_lp_status drop(struct wp_lp *lp, void *argument) {
    bool all = *(const bool *)argument;
    glp_prob *problem = lp->problem;
    int rows = glp_get_num_rows(problem), dropped = 0;
    bool *ours = program_rows(lp);
    int *moved = calloc((size_t)rows + 1, sizeof *moved); /* where each row will be */
    int *list = calloc((size_t)rows + 1, sizeof *list);
    if (ours && moved && list) {
        for (int i = 1; i <= rows; i++) {
            if (!ours[i] && (all || glp_get_row_stat(problem, i) == GLP_BS))
                list[++dropped] = i;
            moved[i] = i - dropped;
        }
        for (int i = 0; i < lp->row_at_count; i++)
            lp->row_at[i] = moved[lp->row_at[i]];
        if (dropped > 0)
            glp_del_rows(problem, dropped, list);
        lp->cut_count -= dropped;
    }
    free(ours);
    free(moved);
    free(list);
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_lp_drop_cuts(struct wp_lp *lp, bool all) {
    return lp->cut_count == 0 ? WP_LP_OPTIMAL : wp_glpk_guarded(lp, drop, &all);
}

static int glpk_status(enum wp_basis_status status, int type) {
    if (status == WP_BASIC || type == GLP_FR)
        return GLP_BS;
    if (type == GLP_FX)
        return GLP_NS;
    return status == WP_AT_LOWER ? GLP_NL : GLP_NU;
}

void wp_lp_start(struct wp_lp *lp, const enum wp_basis_status *columns, const enum wp_basis_status *rows) {
    glp_prob *problem = lp->problem;
    for (int j = 0; j < lp->program->column_count; j++)
        glp_set_col_stat(problem, j + 1, glpk_status(columns[j], glp_get_col_type(problem, j + 1)));
    for (int i = 0; i < lp->row_at_count; i++) {
        int at = lp->row_at[i];
        if (at == 0)
            continue;
        double upper = glp_get_row_ub(problem, at);
        if (rows[i] == WP_AT_LOWER && glp_get_row_type(problem, at) == GLP_UP)
            glp_set_row_bnds(problem, at, upper > 0 ? GLP_DB : GLP_FX, 0, upper);
        glp_set_row_stat(problem, at, glpk_status(rows[i], glp_get_row_type(problem, at)));
    }
}

struct wp_lp_basis {
    int rows;
    unsigned char status[]; /* of the rows, then of the columns */
};

int wp_lp_save_basis(const struct wp_lp *lp, struct wp_lp_basis **basis, struct wp_error *error) {
    int rows = glp_get_num_rows(lp->problem), columns = lp->program->column_count;
    *basis = malloc(sizeof **basis + (size_t)(rows + columns));
    if (!*basis)
        return wp_error_memory(error);
    (*basis)->rows = rows;
    for (int i = 0; i < rows; i++)
        (*basis)->status[i] = (unsigned char)glp_get_row_stat(lp->problem, i + 1);
    for (int j = 0; j < columns; j++)
        (*basis)->status[rows + j] = (unsigned char)glp_get_col_stat(lp->problem, j + 1);
    return WP_OK;
}

void wp_lp_restore_basis(struct wp_lp *lp, const struct wp_lp_basis *basis) {
    for (int i = 0; i < glp_get_num_rows(lp->problem); i++)
        glp_set_row_stat(lp->problem, i + 1, i < basis->rows ? basis->status[i] : GLP_BS);
    for (int j = 0; j < lp->program->column_count; j++)
        glp_set_col_stat(lp->problem, j + 1, basis->status[basis->rows + j]);
}
