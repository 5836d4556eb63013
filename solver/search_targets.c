/* search_targets.c: branch and bound by rising targets: is there a plan that costs at most T? The lower T,
 * the more columns such a plan cannot use; once T is impossible, T + 1 is a bound. */
#include "branching.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_NODES 200     /* that the first target may cost */
#define LEAST_TURN  20000   /* simplex iterations that GLPK's turn has at least */
#define MOST_NODES  1000000 /* beyond it there is no limit */
#define TARGET_COST INT64_C(4194304)
#define NEAR        8 /* a gap that is crossed one by one */
#define STEPS       8 /* a larger one, in so many steps at first */

/* The most that any plan can cost. */
static int64_t greatest_cost(const struct wp_search *search) {
    int64_t most = 0;
    for (int j = 0; j < search->program->column_count; j++) {
        const struct wp_column *column = &search->program->columns[j];
        most += search->cost[j] * (search->cost[j] > 0 ? column->upper : column->lower);
    }
    return most;
}

static int64_t first_reach(const struct wp_search *search) {
    int64_t gap = search->value - search->bound;
    return search->has_best && gap > NEAR ? gap / STEPS : 0;
}

/* May GLPK be believed about a row of these costs? */
static bool target_is_small(const struct wp_search *search) {
    int64_t largest = 0;
    for (int j = 0; j < search->program->column_count; j++)
        largest = llabs(search->cost[j]) > largest ? llabs(search->cost[j]) : largest;
    return search->trusted && largest <= TARGET_COST;
}

/* GLPK's branch and bound within a target. Where only optimal plans meet it, any of them will do: it looks
 * where later levels want it, since the present cost is then no guide. What it says of small numbers counts.
 */
static void search_within(struct wp_search *search, struct wp_core core, int64_t *x, int64_t *guide) {
    int64_t target = core.target;
    bool any = core.first, found;
    if (any && search->guide)
        search->guide(search->context, guide);
    wp_search_fix_within(search, target);
    wp_lp_take_bounds(search->lp);
    wp_lp_cost(search->lp, any ? guide : search->cost);
    enum wp_lp_status status = wp_lp_search(search->lp, &core, x, &found);
    if (found)
        wp_search_offer(search, x);
    if (!target_is_small(search))
        return;
    if (status == WP_LP_OPTIMAL)
        wp_search_raise(search, search->value);
    if (status == WP_LP_INFEASIBLE)
        wp_search_raise(search, target + 1);
}

static int try_glpk(struct wp_search *search, struct wp_core core, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count;
    int64_t *x = calloc(columns + 1, sizeof *x), *guide = calloc(columns + 1, sizeof *guide);
    struct wp_column *before = malloc((columns + 1) * sizeof *before);
    struct wp_lp_basis *basis = NULL;
    int code = x && guide && before ? wp_lp_save_basis(search->lp, &basis, error) : wp_error_memory(error);
    if (code == WP_OK) {
        memcpy(before, search->program->columns, columns * sizeof *before);
        search_within(search, core, x, guide);
        memcpy(search->program->columns, before, columns * sizeof *before);
        search->stopped = search->stopped || wp_lp_lost(search->lp);
    }
    if (code == WP_OK && !search->stopped) {
        wp_lp_take_bounds(search->lp);
        wp_lp_cost(search->lp, search->cost);
        wp_lp_restore_basis(search->lp, basis);
    }
    free(basis);
    free(x);
    free(guide);
    free(before);
    return code;
}

/* Does the target still leave something to look for? */
static bool is_open(const struct wp_search *search, int64_t target) {
    return !search->stopped && !wp_search_closed(search) && search->bound <= target;
}

/* One target: by own branch and bound, then by GLPK's with as many iterations of the simplex method, since
 * what one finds hard the other mostly does not; GLPK first as long as there is no plan at all. *finished:
 * nothing within it is better than the best plan now. */
static int try_target(struct wp_search *search, struct wp_branching *branching, int64_t target, int nodes,
                      bool *finished, struct wp_error *error) {
    bool glpk_first = !search->has_best;
    struct wp_core core = {
        .has_target = true, .target = target, .cost = search->cost, .first = target == search->bound};
    struct wp_core by_nodes = core;
    by_nodes.node_limit = nodes;
    int code = glpk_first ? try_glpk(search, by_nodes, error) : WP_OK;
    int before = code == WP_OK && !search->stopped ? wp_lp_iterations(search->lp) : 0;
    *finished = false;
    if (code == WP_OK && is_open(search, target))
        code = wp_search_branch(search, branching, target, nodes, finished, error);
    if (code != WP_OK || glpk_first || *finished || !is_open(search, target))
        return code;
    core.first = target == search->bound;
    if (nodes > 0) {
        int spent = wp_lp_iterations(search->lp) - before;
        core.iteration_limit = spent > LEAST_TURN ? spent : LEAST_TURN;
    }
    return try_glpk(search, core, error);
}

static int raise_targets(struct wp_search *search, struct wp_branching *branching, struct wp_error *error) {
    int64_t most = greatest_cost(search), reach = first_reach(search);
    int nodes = FIRST_NODES;
    while (!wp_search_closed(search) && !search->stopped) {
        if (!search->has_best && search->bound > most)
            return WP_FOUND_INFEASIBLE;
        int64_t last = search->has_best ? search->value - 1 : most;
        int64_t target = search->bound + reach < last ? search->bound + reach : last;
        bool finished;
        int code = try_target(search, branching, target, nodes, &finished, error);
        if (code != WP_OK)
            return code;
        if (finished && target == last && search->bound <= target)
            break; /* all was looked at, but some of it cut off without proof */
        if (!finished)
            nodes = nodes < MOST_NODES ? 3 * nodes : 0;
        if (target < last)
            reach = 2 * reach + 1;
    }
    return WP_OK;
}

int wp_search_targets(struct wp_search *search, struct wp_error *error) {
    struct wp_branching branching;
    int code = wp_branching_start(&branching, search->program->column_count, error);
    if (code == WP_OK)
        code = raise_targets(search, &branching, error);
    wp_branching_end(&branching);
    return code;
}
