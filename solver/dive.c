/* dive.c: plans from the relaxation: fix what is nearly decided, solve again, until all is whole. */
#include "search.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL       1e-6
#define NEARLY         0.9 /* fractions above it are rounded up together */
#define MOST_DECISIONS 2000
#define QUARTERS       4   /* of the decisions: so many steps back after a dead end */
#define PLACING_NODES  200 /* branch-and-bound nodes after a dead end */
#define BETWEEN_NODES  300 /* the same for a search between two solutions */

/* Columns are decided in this order: which projects run, who guides them, when they meet, then who goes
 * where. */
static const enum wp_column_kind decide_first[] = {WP_COLUMN_OPEN, WP_COLUMN_GUIDE, WP_COLUMN_MEET,
                                                   WP_COLUMN_PLACE};
enum { KINDS = sizeof decide_first / sizeof decide_first[0] };

/* What a dive needs. */
struct gear {
    int64_t *x, *guide;
    bool *raised;
    int *decided; /* per column: the number of the decision that fixed it, 0 if none */
};

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

/* Rounds up the chosen column, and those of its kind that are nearly as decided; raised[j] tells which. */
static void round_up(struct wp_search *search, int chosen, bool *raised) {
    const struct wp_column *columns = search->program->columns;
    double near = fmin(NEARLY, NEARLY * fraction(search->lp->x[chosen]));
    for (int j = 0; j < search->program->column_count; j++) {
        double value = search->lp->x[j], part = fraction(value);
        raised[j] = j == chosen || (columns[j].kind == columns[chosen].kind && part > near && part > 0.5 &&
                                    part < 1 - INTEGRAL);
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

/* Decides all columns that are to be decided, and notes when each was. False when nothing lies below the last
 * decision, number *depth. */
static bool descend(struct wp_search *search, struct gear *gear, int *depth) {
    for (*depth = 1; *depth < MOST_DECISIONS; ++*depth) {
        int chosen = -1;
        for (int k = 0; k < KINDS && chosen < 0; k++)
            chosen = most_decided(search, decide_first[k]);
        if (chosen < 0)
            return true;
        enum wp_lp_status status = decide(search, chosen, gear->raised);
        for (int j = 0; j < search->program->column_count; j++)
            if (gear->raised[j])
                gear->decided[j] = *depth;
        if (status != WP_LP_OPTIMAL)
            return false;
    }
    return false;
}

/* Takes the relaxation's solution, if it is a plan. */
static void take_solution(struct wp_search *search, int64_t *x) {
    for (int j = 0; j < search->program->column_count; j++)
        x[j] = llround(search->lp->x[j]);
    if (wp_program_holds(search->program, x))
        wp_search_offer(search, x);
}

/* After a dead end: takes back the later decisions, first a few, then more, and searches what they leave
 * open. */
static void search_back(struct wp_search *search, struct gear *gear, int depth) {
    bool found = false;
    for (int kept = QUARTERS - 1; kept >= 0 && !found && !wp_lp_lost(search->lp); kept--) {
        for (int j = 0; j < search->program->column_count; j++) {
            const struct wp_column *column = &search->program->columns[j];
            if (QUARTERS * gear->decided[j] > kept * depth)
                wp_lp_fix(search->lp, j, column->lower, column->upper);
        }
        struct wp_core core = {.cost = search->cost, .node_limit = PLACING_NODES};
        wp_lp_search(search->lp, &core, gear->x, &found);
        if (found)
            wp_search_offer(search, gear->x);
    }
}

/* From the relaxation's last solution: decides, and takes the decisions back. */
static void dive(struct wp_search *search, struct gear *gear, bool thorough) {
    int depth;
    if (descend(search, gear, &depth))
        take_solution(search, gear->x);
    else if (!wp_lp_lost(search->lp) && thorough)
        search_back(search, gear, depth);
    if (!wp_lp_lost(search->lp))
        wp_lp_take_bounds(search->lp);
}

static int put_on(const struct wp_search *search, struct gear *gear, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count + 1;
    gear->x = malloc(columns * sizeof *gear->x);
    gear->guide = calloc(columns, sizeof *gear->guide);
    gear->raised = malloc(columns * sizeof *gear->raised);
    gear->decided = calloc(columns, sizeof *gear->decided);
    if (!gear->x || !gear->guide || !gear->raised || !gear->decided)
        return wp_error_memory(error);
    if (search->guide)
        search->guide(search->context, gear->guide);
    return WP_OK;
}

static void put_off(struct gear *gear) {
    free(gear->x);
    free(gear->guide);
    free(gear->raised);
    free(gear->decided);
}

/* Where the relaxation and the best plan agree, keep that; search the rest for a better plan. */
static void search_between(struct wp_search *search, int64_t *x, bool *better) {
    for (int j = 0; j < search->program->column_count; j++)
        if (fabs(search->lp->x[j] - (double)search->best[j]) < INTEGRAL)
            wp_lp_fix(search->lp, j, search->best[j], search->best[j]);
    struct wp_core core = {
        .has_target = true, .target = search->value - 1, .cost = search->cost, .node_limit = BETWEEN_NODES};
    bool found;
    wp_lp_search(search->lp, &core, x, &found);
    *better = found && wp_search_offer(search, x);
    if (wp_lp_lost(search->lp))
        search->stopped = true;
    else
        wp_lp_take_bounds(search->lp);
}

int wp_search_between(struct wp_search *search, struct wp_error *error) {
    int64_t *x = malloc(((size_t)search->program->column_count + 1) * sizeof *x);
    if (!x)
        return wp_error_memory(error);
    bool better = search->has_best;
    while (better && !search->stopped && !wp_search_closed(search))
        search_between(search, x, &better);
    free(x);
    return WP_OK;
}

int wp_search_first_plan(struct wp_search *search, struct wp_error *error) {
    struct gear gear;
    struct wp_lp_basis *basis = NULL;
    enum wp_lp_status status = WP_LP_STOPPED;
    int code = put_on(search, &gear, error);
    if (code == WP_OK) {
        wp_lp_cost(search->lp, gear.guide);
        status = wp_search_relax(search, true);
    }
    bool impossible = status == WP_LP_INFEASIBLE && !search->has_best && wp_search_contradicts(search);
    if (status == WP_LP_OPTIMAL)
        code = wp_lp_save_basis(search->lp, &basis, error);
    if (basis)
        dive(search, &gear, !search->has_best);
    if (basis && !wp_lp_lost(search->lp))
        wp_lp_restore_basis(search->lp, basis);
    if (!wp_lp_lost(search->lp))
        wp_lp_cost(search->lp, search->cost);
    search->stopped = search->stopped || wp_lp_lost(search->lp);
    free(basis);
    put_off(&gear);
    return code == WP_OK && impossible ? WP_FOUND_INFEASIBLE : code;
}

/* Puts costs, rows and basis back after a dive. */
static void surface(struct wp_search *search, const struct wp_lp_basis *basis) {
    if (wp_lp_lost(search->lp) || wp_lp_drop_cuts(search->lp, true) != WP_LP_OPTIMAL) {
        search->stopped = true;
        return;
    }
    wp_lp_cost(search->lp, search->cost);
    wp_lp_restore_basis(search->lp, basis);
    if (wp_search_relax(search, true) != WP_LP_OPTIMAL)
        search->stopped = true;
}

int wp_search_dive(struct wp_search *search, bool has_target, int64_t target, struct wp_error *error) {
    struct gear gear;
    struct wp_lp_basis *basis = NULL;
    int code = put_on(search, &gear, error);
    if (code == WP_OK)
        code = wp_lp_save_basis(search->lp, &basis, error);
    if (code == WP_OK) {
        enum wp_lp_status status =
            has_target ? wp_lp_add_target(search->lp, search->cost, target) : WP_LP_OPTIMAL;
        if (status == WP_LP_OPTIMAL) {
            wp_lp_cost(search->lp, gear.guide);
            status = wp_search_relax(search, false);
        }
        if (status == WP_LP_OPTIMAL)
            dive(search, &gear, !search->has_best);
        surface(search, basis);
    }
    free(basis);
    put_off(&gear);
    return code;
}
