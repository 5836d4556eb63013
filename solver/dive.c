/* dive.c: a plan from the relaxation: fix what is nearly decided, solve again, until only the students are
 * left to place. */
#include "search.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL       1e-6
#define NEARLY         0.9 /* fractions above it are rounded up together */
#define MOST_DECISIONS 2000
#define PLACING_NODES  200 /* branch-and-bound nodes that the last part may cost */

/* Columns are decided in this order: which projects run, then who guides them. Who goes where is left to
 * branch and bound: with those decided that is nearly a flow. */
static const enum wp_column_kind decide_first[] = {WP_COLUMN_OPEN, WP_COLUMN_GUIDE};
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
        raised[j] =
            j == chosen || (columns[j].kind == columns[chosen].kind && part > NEARLY && part < 1 - INTEGRAL);
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

/* Decides all columns that are to be decided. False when nothing lies below. */
static bool descend(struct wp_search *search, bool *raised) {
    for (int depth = 0; depth < MOST_DECISIONS; depth++) {
        int chosen = -1;
        for (int k = 0; k < KINDS && chosen < 0; k++)
            chosen = most_decided(search, decide_first[k]);
        if (chosen < 0)
            return true;
        if (decide(search, chosen, raised) != WP_LP_OPTIMAL)
            return false;
    }
    return false;
}

/* Holds the decisions at the values that they have, and searches for the best place of everybody. */
static void place_students(struct wp_search *search, const struct wp_core *core, int64_t *x) {
    for (int j = 0; j < search->program->column_count; j++) {
        enum wp_column_kind kind = search->program->columns[j].kind;
        int64_t value = llround(search->lp->x[j]);
        if (kind == WP_COLUMN_OPEN || kind == WP_COLUMN_GUIDE)
            wp_lp_fix(search->lp, j, value, value);
    }
    bool found;
    wp_lp_search(search->lp, core, x, &found);
    if (found)
        wp_search_offer(search, x);
}

/* Makes the relaxation minimise the guide's costs under the target, and dives. */
static void dive(struct wp_search *search, bool has_target, int64_t target, const int64_t *guide,
                 bool *raised, int64_t *x) {
    if (has_target && wp_lp_add_target(search->lp, search->cost, target) != WP_LP_OPTIMAL)
        return;
    wp_lp_cost(search->lp, guide);
    struct wp_core core = {NULL, search->cost, false, 0, NULL, false, PLACING_NODES};
    if (wp_search_relax(search, false) == WP_LP_OPTIMAL && descend(search, raised))
        place_students(search, &core, x);
}

/* Puts costs, bounds, rows and basis back. */
static void surface(struct wp_search *search, const int *basis) {
    if (wp_lp_lost(search->lp) || wp_lp_drop_cuts(search->lp, true) != WP_LP_OPTIMAL) {
        search->stopped = true;
        return;
    }
    wp_lp_take_bounds(search->lp);
    wp_lp_cost(search->lp, search->cost);
    wp_lp_restore_basis(search->lp, basis);
    if (wp_search_relax(search, true) != WP_LP_OPTIMAL)
        search->stopped = true;
}

int wp_search_dive(struct wp_search *search, bool has_target, int64_t target, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count + 1;
    int *basis = NULL;
    int64_t *x = malloc(columns * sizeof *x);
    int64_t *guide = calloc(columns, sizeof *guide);
    bool *raised = malloc(columns * sizeof *raised);
    int code = x && guide && raised ? wp_lp_save_basis(search->lp, &basis, error) : wp_error_memory(error);
    if (code == WP_OK) {
        if (search->guide)
            search->guide(search->context, guide);
        dive(search, has_target, target, guide, raised, x);
        surface(search, basis);
    }
    free(basis);
    free(x);
    free(guide);
    free(raised);
    return code;
}
