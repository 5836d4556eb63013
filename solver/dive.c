/* dive.c: a plan from the relaxation's solution: fix what is nearly decided, solve again, until all is whole. */
#include "search.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL 1e-6
#define NEARLY 0.9 /* fractions above it are rounded up together */
#define MOST_DECISIONS 2000

/* Columns are decided in this order: which projects run, who guides them, then who goes where. */
static const enum wp_column_kind decide_first[] = {WP_COLUMN_OPEN, WP_COLUMN_GUIDE, WP_COLUMN_OTHER, WP_COLUMN_PLACE};
enum { KINDS = sizeof decide_first / sizeof decide_first[0] };

static double fraction(double value) {
    return value - floor(value + INTEGRAL);
}

/* The fractional column of this kind that is nearest to being rounded up, or -1. */
static int most_decided(const struct wp_search *search, enum wp_column_kind kind) {
    int chosen = -1;
    double largest = INTEGRAL;
    for (int j = 0; j < search->program->column_count; j++) {
        double part = fraction(search->lp->x[j]);
        if (search->program->columns[j].kind == kind && part > largest && part < 1 - INTEGRAL) {
            largest = part;
            chosen = j;
        }
    }
    return chosen;
}

/* Rounds up the chosen column, and those of its kind that are nearly decided too; raised[j] tells which. */
static void round_up(struct wp_search *search, int chosen, bool *raised) {
    const struct wp_column *columns = search->program->columns;
    for (int j = 0; j < search->program->column_count; j++) {
        double value = search->lp->x[j], part = fraction(value);
        raised[j] = j == chosen || (columns[j].kind == columns[chosen].kind && part > NEARLY && part < 1 - INTEGRAL);
        if (raised[j])
            wp_lp_fix(search->lp, j, (int64_t)floor(value + INTEGRAL) + 1, columns[j].upper);
    }
}

/* Takes that back, and rounds down the chosen one. down is its rounded value. */
static void round_down(struct wp_search *search, int chosen, int64_t down, const bool *raised) {
    const struct wp_column *columns = search->program->columns;
    for (int j = 0; j < search->program->column_count; j++)
        if (raised[j])
            wp_lp_fix(search->lp, j, columns[j].lower, columns[j].upper);
    wp_lp_fix(search->lp, chosen, columns[chosen].lower, down);
}

/* One decision and its consequences. */
static enum wp_lp_status decide(struct wp_search *search, int chosen, bool *raised) {
    int64_t down = (int64_t)floor(search->lp->x[chosen] + INTEGRAL);
    round_up(search, chosen, raised);
    enum wp_lp_status status = wp_lp_solve(search->lp, true);
    if (status != WP_LP_INFEASIBLE)
        return status;
    round_down(search, chosen, down, raised);
    return wp_lp_solve(search->lp, true);
}

/* Dives until the solution is whole (then *x is it), or nothing better lies below, or the run is stopped. */
static void descend(struct wp_search *search, bool *raised, int64_t *x, bool *whole) {
    *whole = false;
    for (int depth = 0; depth < MOST_DECISIONS; depth++) {
        int chosen = -1;
        for (int k = 0; k < KINDS && chosen < 0; k++)
            chosen = most_decided(search, decide_first[k]);
        if (chosen < 0)
            break;
        if (decide(search, chosen, raised) != WP_LP_OPTIMAL)
            return;
        if (search->has_best && search->lp->value > (double)search->value - 1 + INTEGRAL)
            return;
    }
    for (int j = 0; j < search->program->column_count; j++)
        x[j] = llround(search->lp->x[j]);
    *whole = wp_program_holds(search->program, x);
}

int wp_search_dive(struct wp_search *search, struct wp_error *error) {
    int *basis = NULL;
    int code = wp_lp_save_basis(search->lp, &basis, error);
    int64_t *x = malloc(((size_t)search->program->column_count + 1) * sizeof *x);
    bool *raised = malloc(((size_t)search->program->column_count + 1) * sizeof *raised);
    if (code == WP_OK && (!x || !raised))
        code = wp_error_memory(error);
    if (code != WP_OK)
        goto out;
    bool whole;
    descend(search, raised, x, &whole);
    if (whole)
        wp_search_offer(search, x);
    if (wp_lp_lost(search->lp)) {
        search->stopped = true;
        goto out;
    }
    wp_lp_take_bounds(search->lp);
    wp_lp_restore_basis(search->lp, basis);
    if (wp_lp_solve(search->lp, true) != WP_LP_OPTIMAL)
        search->stopped = true;
out:
    free(raised);
    free(basis);
    free(x);
    return code;
}
