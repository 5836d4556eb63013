/* lp_export.c: a program in the formats that other solvers read. */
#include "glpk_support.h"
#include "lp.h"

#include <stdlib.h>

struct export {
    const int64_t *cost;
    bool strengthening;
    const char *mps, *lp;
    int failed;
};

/* Takes out the columns in no row that cost nothing: GLPK writes such a one as a comment, which cbc 2.10
 * takes for an error. False when memory runs out. */
static bool drop_empty_columns(glp_prob *problem) {
    int columns = glp_get_num_cols(problem), dropped = 0;
    int *list = malloc(((size_t)columns + 1) * sizeof *list);
    for (int j = 1; list && j <= columns; j++)
        if (glp_get_mat_col(problem, j, NULL, NULL) == 0 && !(glp_get_obj_coef(problem, j) != 0))
            list[++dropped] = j;
    if (dropped > 0)
        glp_del_cols(problem, dropped, list);
    bool ready = list != NULL;
    free(list);
    return ready;
}

/* A program without rows, or without columns, gets one of each, always 0: as LP, GLPK writes nothing at all
 * for such a program, which no solver reads. */
static void fill_empty_program(glp_prob *problem) {
    if (glp_get_num_cols(problem) > 0 && glp_get_num_rows(problem) > 0)
        return;
    int column = glp_add_cols(problem, 1), row = glp_add_rows(problem, 1);
    glp_set_col_bnds(problem, column, GLP_FX, 0, 0);
    glp_set_row_bnds(problem, row, GLP_UP, 0, 0);
    glp_set_mat_row(problem, row, 1, (int[]){0, column}, (double[]){0, 1});
}

static enum wp_lp_status write_program(struct wp_lp *lp, void *argument) {
    struct export *what = argument;
    glp_prob *problem = glp_create_prob();
    glp_set_prob_name(problem, "wijkplaats");
    glp_set_obj_dir(problem, GLP_MIN);
    bool loaded = wp_glpk_load(problem, lp->program, what->strengthening, NULL);
    for (int j = 0; loaded && j < lp->program->column_count; j++) {
        glp_set_obj_coef(problem, j + 1, (double)what->cost[j]);
        glp_set_col_kind(problem, j + 1, GLP_IV);
    }
    loaded = loaded && drop_empty_columns(problem);
    if (loaded)
        fill_empty_program(problem);
    if (loaded)
        what->failed = what->mps ? glp_write_mps(problem, GLP_MPS_DECK, NULL, what->mps)
                                 : glp_write_lp(problem, NULL, what->lp);
    glp_delete_prob(problem);
    return loaded ? WP_LP_OPTIMAL : WP_LP_FAILED;
}

int wp_lp_export(const struct wp_program *program, const int64_t *cost, bool strengthening, const char *mps,
                 const char *lp, struct wp_error *error) {
    struct export what = {cost, strengthening, mps, lp, 0};
    struct wp_lp frame = {.program = program};
    if (wp_glpk_guarded(&frame, write_program, &what) != WP_LP_OPTIMAL || what.failed)
        return wp_error_at(error, WP_INTERNAL, mps ? mps : lp, 0, 0, "cannot be written: %s", frame.message);
    return WP_OK;
}
