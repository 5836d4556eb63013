/* search_cuts.c: rounds of Gomory cuts, as long as they raise the bound. */
#include "search.h"

#include <math.h>

/* Gomory's cuts come from rows of the simplex tableau, whose errors grow with the coefficients: with some of
 * 4e4 one was seen that cut off the best plan. */
#define CUT_COEFFICIENT INT64_C(4000)
#define BOUND_MARGIN    1e-6 /* relative, taken off a bound that is not exact before rounding up */
#define LEAST_MARGIN    1e-3
#define CUT_ROUNDS      12
#define CUTS_A_ROUND    200
#define CUT_COLUMNS     60000 /* no cuts for programs with more columns */
#define SMALL_GAIN      0.02  /* of the gap: a round that closes less is idle */

/* The bound of the relaxation with cuts: not exact, so a margin is taken off. */
static void take_cut_bound(struct wp_search *search) {
    double value = search->lp->value;
    if (search->trusted)
        wp_search_raise(search, (int64_t)ceil(value - fmax(LEAST_MARGIN, BOUND_MARGIN * fabs(value))));
}

/* Takes all cuts out and solves the relaxation again, so that its figures are right; or else stops. */
static int drop_cuts(struct wp_search *search) {
    if (wp_lp_lost(search->lp) || wp_lp_drop_cuts(search->lp, true) != WP_LP_OPTIMAL ||
        wp_search_relax(search, true) != WP_LP_OPTIMAL)
        search->stopped = true;
    return WP_OK;
}

int wp_search_cut(struct wp_search *search, struct wp_error *error) {
    if (search->program->column_count > CUT_COLUMNS || wp_program_largest(search->program) > CUT_COEFFICIENT)
        return WP_OK;
    for (int round = 0, idle = 0; round < CUT_ROUNDS && idle < 2 && !wp_search_closed(search); round++) {
        double before = search->lp->value;
        int added;
        enum wp_lp_status status = wp_lp_cuts(search->lp, CUTS_A_ROUND, &added);
        if (status == WP_LP_OPTIMAL && added == 0)
            break;
        if (status == WP_LP_OPTIMAL)
            status = wp_search_relax(search, true);
        if (status == WP_LP_OPTIMAL)
            status = wp_lp_drop_cuts(search->lp, false);
        if (status == WP_LP_OPTIMAL)
            status = wp_search_relax(search, true);
        if (status != WP_LP_OPTIMAL) /* go on without them: branch and bound tells whether there is a plan */
            return drop_cuts(search);
        take_cut_bound(search);
        bool whole;
        if (wp_search_take_whole(search, &whole, error) != WP_OK)
            return WP_INTERNAL;
        idle = search->lp->value - before < SMALL_GAIN * fmax(1, fabs((double)search->value - before))
                   ? idle + 1
                   : 0;
    }
    return WP_OK;
}
