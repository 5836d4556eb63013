/* lp_ray.c: why a relaxation has no point, as multipliers of the program's rows (Farkas 1902). */
#include "glpk_support.h"
#include "lp.h"

#include <stdlib.h>

/* The dual simplex method ends at a basic variable that is out of its bounds, and that no nonbasic one can
 * bring back: x_k = sum of a_j x_j over these. Each auxiliary variable in it stands for its row, so their
 * coefficients are the multipliers; those of cuts are lost. */
static enum wp_lp_status read_ray(struct wp_lp *lp, void *argument) {
    double *ray = argument;
    glp_prob *problem = lp->problem;
    int rows = glp_get_num_rows(problem), out = glp_get_unbnd_ray(problem);
    if (out == 0 || !glp_bf_exists(problem))
        return WP_LP_LIMIT;
    size_t size = (size_t)rows + (size_t)lp->program->column_count + 1;
    int *index = malloc(size * sizeof *index);
    double *value = malloc(size * sizeof *value), *of_row = calloc((size_t)rows + 1, sizeof *of_row);
    if (index && value && of_row) {
        bool is_row = out <= rows;
        double at = is_row ? glp_get_row_prim(problem, out) : glp_get_col_prim(problem, out - rows);
        double lower = is_row ? glp_get_row_lb(problem, out) : glp_get_col_lb(problem, out - rows);
        double sign = at < lower ? 1 : -1;
        int count = glp_eval_tab_row(problem, out, index, value);
        for (int k = 1; k <= count; k++)
            if (index[k] <= rows)
                of_row[index[k]] = -sign * value[k];
        if (is_row)
            of_row[out] = sign;
        for (int i = 0; i < lp->row_at_count; i++)
            ray[i] = lp->row_at[i] ? of_row[lp->row_at[i]] : 0;
    }
    free(index);
    free(value);
    free(of_row);
    return WP_LP_OPTIMAL;
}

bool wp_lp_ray(struct wp_lp *lp, double *ray) {
    for (int i = 0; i < lp->program->row_count; i++)
        ray[i] = 0;
    return wp_glpk_guarded(lp, read_ray, ray) == WP_LP_OPTIMAL;
}
