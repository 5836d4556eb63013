/* targets.c: proves by asking for too much: is there a plan that costs at most T? */
#include "search.h"

#include <math.h>
#include <stdlib.h>

#define MARGIN      1e-6      /* relative, given to reduced costs that are not exact */
#define FIRST_NODES 500       /* branch-and-bound nodes that the first target may cost */
#define MOST_NODES  100000000 /* beyond it there is no limit */

/* The most that any plan can cost. */
static int64_t greatest_cost(const struct wp_search *search) {
    int64_t most = 0;
    for (int j = 0; j < search->program->column_count; j++) {
        const struct wp_column *column = &search->program->columns[j];
        most += search->cost[j] * (search->cost[j] > 0 ? column->upper : column->lower);
    }
    return most;
}

/* Searches for a plan that costs at most target among the columns that such a plan can use. */
static int try_target(struct wp_search *search, int64_t target, bool everything, int nodes,
                      enum wp_lp_status *status, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count + 1;
    bool *keep = malloc(columns * sizeof *keep);
    int64_t *x = malloc(columns * sizeof *x);
    int64_t *guide = calloc(columns, sizeof *guide);
    int code = keep && x && guide ? WP_OK : wp_error_memory(error);
    if (code == WP_OK) {
        double room = (double)target - search->lp->value;
        double margin = MARGIN * fmax(1, fabs(search->lp->value));
        for (int j = 0; j < search->program->column_count; j++)
            keep[j] = everything || fabs(search->lp->reduced[j]) <= room + margin;
        struct wp_core core = {keep, search->cost, !everything, target, NULL, false, nodes};
        if (!everything && target == search->bound) { /* any plan will do: look where later levels would */
            core.first = true;
            core.minimise = guide;
            if (search->guide)
                search->guide(search->context, guide);
        }
        bool found;
        *status = wp_lp_search(search->lp, &core, x, &found);
        if (found)
            wp_search_offer(search, x);
    }
    free(keep);
    free(x);
    free(guide);
    return code;
}

/* Ends the step, or, after a stop or a loss, the whole search. */
static void give_up(struct wp_search *search, enum wp_lp_status status) {
    if (status == WP_LP_STOPPED || wp_lp_lost(search->lp))
        search->stopped = true;
    else
        search->gave_up = true;
}

/* GLPK's own branch and bound on the whole program. */
int wp_search_plainly(struct wp_search *search, struct wp_error *error) {
    enum wp_lp_status status;
    if (try_target(search, 0, true, 0, &status, error) != WP_OK)
        return WP_INTERNAL;
    if (status == WP_LP_INFEASIBLE && !search->has_best && search->trusted)
        return WP_FOUND_INFEASIBLE;
    if (status == WP_LP_OPTIMAL && search->trusted)
        wp_search_raise(search, search->value);
    else
        give_up(search, status);
    return WP_OK;
}

/* What an answer about a target proves. What GLPK says about numbers that doubles do not hold well proves
 * nothing. */
static void learn(struct wp_search *search, enum wp_lp_status status, int64_t target, int *nodes) {
    if (status == WP_LP_LIMIT)
        *nodes = *nodes < MOST_NODES ? 3 * *nodes : 0;
    else if (status == WP_LP_OPTIMAL && (search->trusted || wp_search_closed(search)))
        wp_search_raise(search, search->value);
    else if (status == WP_LP_INFEASIBLE && search->trusted)
        wp_search_raise(search, search->has_best && target + 1 > search->value ? search->value : target + 1);
    else
        give_up(search, status);
}

/* Raises the target until a plan is found or none can be. Each target that has no plan raises the bound. */
int wp_search_targets(struct wp_search *search, struct wp_error *error) {
    int64_t most = greatest_cost(search), reach = 0;
    int nodes = FIRST_NODES;
    while (!wp_search_closed(search) && !search->stopped && !search->gave_up) {
        int64_t last = search->has_best ? search->value - 1 : most;
        int64_t target = search->bound + reach < last ? search->bound + reach : last;
        bool everything = !search->has_best && target >= most;
        enum wp_lp_status status;
        if (try_target(search, target, everything, nodes, &status, error) != WP_OK)
            return WP_INTERNAL;
        if (status == WP_LP_FAILED && !wp_lp_lost(search->lp) && !everything)
            return wp_search_plainly(search, error);
        if (status == WP_LP_INFEASIBLE && everything && search->trusted)
            return WP_FOUND_INFEASIBLE;
        learn(search, status, target, &nodes);
        reach = 2 * reach + 1;
    }
    return WP_OK;
}
