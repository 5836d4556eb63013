/* lp_export.c: a program in the formats that other solvers read. */
#include "glpk_support.h"
#include "lp.h"

struct export {
    const int64_t *cost;
    bool strengthening;
    const char *mps, *lp;
    int failed;
};

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
