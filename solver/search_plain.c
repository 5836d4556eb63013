/* search_plain.c: GLPK's own branch and bound on the whole program: for method = plain, and where the
 * relaxation alone cannot be solved. */
#include "search.h"

#include <stdlib.h>

int wp_search_plainly(struct wp_search *search, struct wp_error *error) {
    int64_t *x = malloc(((size_t)search->program->column_count + 1) * sizeof *x);
    if (!x)
        return wp_error_memory(error);
    struct wp_core core = {.cost = search->cost};
    bool found;
    enum wp_lp_status status = wp_lp_search(search->lp, &core, x, &found);
    if (found)
        wp_search_offer(search, x);
    free(x);
    if (status == WP_LP_INFEASIBLE && !search->has_best && search->trusted)
        return WP_FOUND_INFEASIBLE;
    if (status == WP_LP_OPTIMAL && search->trusted)
        wp_search_raise(search, search->value);
    else if (status == WP_LP_STOPPED || wp_lp_lost(search->lp))
        search->stopped = true;
    return WP_OK;
}
