/* search.c: one step of one level: relaxation, strengthening rows, cuts, then branch and bound. */
#include "search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define VIOLATED 1e-6 /* a strengthening row is taken when broken by more */
#define INTEGRAL 1e-6 /* a column this near to an integer counts as whole */
/* Beyond these, doubles are too coarse: only the exact bound counts, not what GLPK's search says. */
#define TRUSTED_VALUE       INT64_C(1000000000)
#define TRUSTED_COEFFICIENT INT64_C(10000)
#define TRUSTED_COST        INT64_C(16000000)
#define MOST_MULTIPLIER     9e18 /* what a multiplier can hold */

/* Arrays with an entry per column of the program, all new. */
static int allocate(struct wp_search *search, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count + 1;
    free(search->best);
    free(search->cost);
    free(search->reduced);
    free(search->kept);
    search->best = calloc(columns, sizeof *search->best);
    search->cost = calloc(columns, sizeof *search->cost);
    search->reduced = calloc(columns, sizeof *search->reduced);
    search->kept = calloc(columns, sizeof *search->kept);
    bool ready = search->best && search->cost && search->reduced && search->kept;
    return ready ? WP_OK : wp_error_memory(error);
}

int wp_search_new(struct wp_program *program, const struct wp_settings *settings,
                  const struct wp_lp_limits *limits, struct wp_search **out, struct wp_error *error) {
    *out = NULL;
    struct wp_search *search = calloc(1, sizeof *search);
    if (!search)
        return wp_error_memory(error);
    search->program = program;
    search->method = settings->method;
    search->gap = settings->gap;
    search->limits = *limits;
    int code = allocate(search, error);
    if (code == WP_OK && settings->method != WP_METHOD_PLAIN)
        code = wp_flow_new(program, &search->flow, error);
    if (code != WP_OK) {
        wp_search_free(search);
        return code;
    }
    *out = search;
    return WP_OK;
}

void wp_search_free(struct wp_search *search) {
    if (!search)
        return;
    wp_flow_free(search->flow);
    wp_lp_free(search->lp);
    free(search->best);
    free(search->cost);
    free(search->multiplier);
    free(search->reduced);
    free(search->kept);
    free(search);
}

void wp_search_resume(struct wp_search *search) {
    wp_lp_free(search->lp);
    search->lp = NULL;
    search->stopped = false;
}

int wp_search_grow(struct wp_search *search, const int64_t *x, struct wp_error *error) {
    int code = allocate(search, error);
    if (code != WP_OK)
        return code;
    memcpy(search->best, x, (size_t)search->program->column_count * sizeof *x);
    wp_flow_free(search->flow); /* neither network nor relaxation can take more columns */
    search->flow = NULL;
    wp_lp_free(search->lp);
    search->lp = NULL;
    return search->method != WP_METHOD_PLAIN ? wp_flow_new(search->program, &search->flow, error) : WP_OK;
}

int64_t wp_search_value(const struct wp_search *search) {
    return search->fixed_cost + search->divisor * search->value;
}

int64_t wp_search_bound(const struct wp_search *search) {
    return search->fixed_cost + search->divisor * search->bound;
}

static int64_t cost_of(const struct wp_search *search, const int64_t *x) {
    int64_t sum = 0;
    for (int j = 0; j < search->program->column_count; j++)
        sum += search->cost[j] * x[j];
    return sum;
}

static void report(const struct wp_search *search) {
    if (search->progress)
        search->progress(search->context, search);
}

bool wp_search_offer(struct wp_search *search, const int64_t *x) {
    int64_t value = cost_of(search, x);
    if (search->has_best && value >= search->value)
        return false;
    memcpy(search->best, x, (size_t)search->program->column_count * sizeof *x);
    search->has_best = true;
    search->value = value;
    report(search);
    return true;
}

void wp_search_raise(struct wp_search *search, int64_t bound) {
    if (bound <= search->bound)
        return;
    search->bound = bound;
    report(search);
}

bool wp_search_closed(const struct wp_search *search) {
    if (!search->has_best)
        return false;
    if (search->bound >= search->value || (search->until_positive && wp_search_bound(search) > 0))
        return true;
    double value = (double)wp_search_value(search), bound = (double)wp_search_bound(search);
    return search->gap > 0 && value - bound <= search->gap * fabs(value);
}

/* Scales the costs: what is fixed counts apart, the rest is divided by its common divisor. */
static void scale_costs(struct wp_search *search, const int64_t *cost) {
    const struct wp_program *program = search->program;
    search->fixed_cost = 0;
    search->divisor = 0;
    for (int j = 0; j < program->column_count; j++) {
        bool fixed = program->columns[j].lower == program->columns[j].upper;
        search->cost[j] = fixed ? 0 : cost[j];
        search->fixed_cost += fixed ? cost[j] * program->columns[j].lower : 0;
        search->divisor = wp_common_divisor(search->divisor, search->cost[j]);
    }
    if (search->divisor == 0)
        search->divisor = 1;
    for (int j = 0; j < program->column_count; j++)
        search->cost[j] /= search->divisor;
}

/* Begins with multipliers of 0: the bound that the columns' own bounds give. */
static int take_first_bound(struct wp_search *search, struct wp_error *error) {
    const struct wp_program *program = search->program;
    if (search->multiplier_capacity < program->row_count) {
        int64_t *multiplier = realloc(search->multiplier, (size_t)program->row_count * sizeof *multiplier);
        if (!multiplier)
            return wp_error_memory(error);
        search->multiplier = multiplier;
        search->multiplier_capacity = program->row_count;
    }
    for (int i = 0; i < program->row_count; i++)
        search->multiplier[i] = 0;
    search->exact = wp_bound(program, search->cost, search->multiplier, search->reduced);
    search->bound = search->first_bound = wp_bound_round_up(search->exact);
    return WP_OK;
}

/* Takes the duals of the last solve as multipliers. */
void wp_search_take_duals(struct wp_search *search) {
    for (int i = 0; i < search->program->row_count; i++) {
        double scaled = wp_lp_dual(search->lp, i) * WP_BOUND_SCALE;
        search->multiplier[i] = fabs(scaled) < MOST_MULTIPLIER ? llround(scaled) : 0;
    }
}

/* Takes the strengthening rows that the last solution breaks. */
static enum wp_lp_status take_broken_rows(struct wp_search *search, int *taken) {
    const struct wp_program *program = search->program;
    *taken = 0;
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        if (!row->strengthening || (i < search->lp->row_at_count && search->lp->row_at[i]))
            continue;
        double activity = 0;
        for (int k = 0; k < row->count; k++)
            activity += (double)program->value[row->start + (size_t)k] *
                        search->lp->x[program->index[row->start + (size_t)k]];
        if ((row->upper == WP_FREE_ABOVE || activity <= (double)row->upper + VIOLATED) &&
            (row->lower == WP_FREE_BELOW || activity >= (double)row->lower - VIOLATED))
            continue;
        enum wp_lp_status status = wp_lp_take_row(search->lp, i);
        if (status != WP_LP_OPTIMAL)
            return status;
        ++*taken;
    }
    return WP_LP_OPTIMAL;
}

enum wp_lp_status wp_search_relax(struct wp_search *search, bool dual) {
    for (;;) {
        enum wp_lp_status status = wp_lp_solve(search->lp, dual);
        if (status != WP_LP_OPTIMAL)
            return status;
        int taken;
        status = take_broken_rows(search, &taken);
        if (status != WP_LP_OPTIMAL || taken == 0)
            return status;
        dual = true;
    }
}

/* If the last solution is whole, it is a plan. */
int wp_search_take_whole(struct wp_search *search, bool *whole, struct wp_error *error) {
    const struct wp_program *program = search->program;
    int64_t *x = malloc(((size_t)program->column_count + 1) * sizeof *x);
    if (!x)
        return wp_error_memory(error);
    *whole = true;
    for (int j = 0; j < program->column_count && *whole; j++) {
        x[j] = llround(search->lp->x[j]);
        *whole = program->columns[j].kind == WP_COLUMN_LOAD || /* follows from the others */
                 fabs(search->lp->x[j] - (double)x[j]) < INTEGRAL;
    }
    *whole = *whole && wp_program_holds(program, x);
    if (*whole)
        wp_search_offer(search, x);
    free(x);
    return WP_OK;
}

/* Fixes what a plan as good as the best cannot use, when there is one. */
static void use_best_plan(struct wp_search *search) {
    if (!search->has_best)
        return;
    wp_search_fix(search, search->value);
    if (!wp_lp_lost(search->lp))
        wp_lp_take_bounds(search->lp);
}

/* Cuts, plans between the relaxation and the best one, branch and bound. The relaxation is left as it was. */
static int cut_and_branch(struct wp_search *search, struct wp_error *error) {
    struct wp_lp_basis *basis = NULL;
    int code = wp_lp_save_basis(search->lp, &basis, error);
    if (code == WP_OK && search->trusted)
        code = wp_search_cut(search, error);
    if (code == WP_OK && !search->stopped)
        code = wp_search_between(search, error);
    if (code == WP_OK && !search->stopped && !wp_search_closed(search))
        code = wp_search_targets(search, error);
    if (wp_lp_lost(search->lp) || wp_lp_drop_cuts(search->lp, true) != WP_LP_OPTIMAL)
        search->stopped = true;
    else if (basis)
        wp_lp_restore_basis(search->lp, basis);
    free(basis);
    return code;
}

/* Relaxation, exact bound, plans by diving, cuts, branch and bound. */
static int search_by_bounds(struct wp_search *search, struct wp_error *error) {
    if (!search->lp->solved) {
        int first = wp_search_first_plan(search, error);
        if (first != WP_OK || wp_search_closed(search) || search->stopped)
            return first;
    }
    enum wp_lp_status status = wp_search_relax(search, false);
    if ((status == WP_LP_INFEASIBLE || status == WP_LP_FAILED) && !wp_lp_lost(search->lp))
        return wp_search_plainly(search, error); /* that there is no point was not proven exactly */
    if (status != WP_LP_OPTIMAL) {
        search->stopped = true;
        return WP_OK;
    }
    bool whole;
    wp_search_take_duals(search);
    wp_search_take_multipliers(search);
    if (wp_search_take_whole(search, &whole, error) != WP_OK)
        return WP_INTERNAL;
    use_best_plan(search);
    if (wp_search_closed(search))
        return WP_OK;
    if (wp_search_dive(search, true, search->bound, error) != WP_OK)
        return WP_INTERNAL;
    if (!wp_search_closed(search) && !search->stopped && wp_search_dive(search, false, 0, error) != WP_OK)
        return WP_INTERNAL;
    use_best_plan(search);
    if (wp_search_closed(search) || search->stopped)
        return WP_OK;
    return cut_and_branch(search, error);
}

/* The relaxation is made when first needed, with the program's bounds and the step's costs. */
static int ready_relaxation(struct wp_search *search, struct wp_error *error) {
    if (!search->lp && wp_lp_new(search->program, &search->limits, &search->lp, error) != WP_OK)
        return WP_INTERNAL;
    if (wp_lp_lost(search->lp)) {
        search->stopped = true;
        return WP_OK;
    }
    wp_lp_take_bounds(search->lp);
    wp_lp_cost(search->lp, search->cost);
    return search->flow ? wp_search_start_from_flow(search, error) : WP_OK;
}

static int search_step(struct wp_search *search, struct wp_error *error) {
    if (search->flow && wp_flow_is_exact(search->flow))
        return wp_search_by_flow(search, error);
    int code = ready_relaxation(search, error);
    if (code != WP_OK || search->stopped || wp_search_closed(search))
        return code;
    return search->method == WP_METHOD_PLAIN ? wp_search_plainly(search, error)
                                             : search_by_bounds(search, error);
}

/* Are all numbers of the program and of the step small enough for GLPK's tolerances? */
static bool numbers_are_small(const struct wp_search *search) {
    const struct wp_program *program = search->program;
    if (wp_program_largest(program) > TRUSTED_COEFFICIENT)
        return false;
    int64_t reach = 0;
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        int64_t size =
            llabs(column->lower) > llabs(column->upper) ? llabs(column->lower) : llabs(column->upper);
        if (llabs(search->cost[j]) > TRUSTED_COST)
            return false;
        reach += llabs(search->cost[j]) * size;
    }
    int64_t value = search->has_best ? llabs(search->value) : reach;
    return value <= TRUSTED_VALUE;
}

/* Does some row or column exclude every integer? */
static bool contradictory(const struct wp_program *program) {
    for (int i = 0; i < program->row_count; i++)
        if (program->rows[i].lower > program->rows[i].upper)
            return true;
    for (int j = 0; j < program->column_count; j++)
        if (program->columns[j].lower > program->columns[j].upper)
            return true;
    return false;
}

/* A program without columns has no array of them. */
static void copy_columns(struct wp_column *to, const struct wp_column *from, int count) {
    if (count > 0)
        memcpy(to, from, (size_t)count * sizeof *to);
}

int wp_search_step(struct wp_search *search, const int64_t *cost, struct wp_error *error) {
    if (contradictory(search->program))
        return WP_FOUND_INFEASIBLE;
    copy_columns(search->kept, search->program->columns, search->program->column_count);
    scale_costs(search, cost);
    if (search->has_best)
        search->value = cost_of(search, search->best);
    search->trusted = numbers_are_small(search);
    int code = take_first_bound(search, error);
    if (code != WP_OK)
        return code;
    if (!wp_search_closed(search) && !search->stopped)
        code = search_step(search, error);
    copy_columns(search->program->columns, search->kept, search->program->column_count);
    if (code != WP_OK)
        return code;
    if (wp_search_closed(search))
        return WP_FOUND_OPTIMUM;
    return search->has_best ? WP_FOUND_PLAN : WP_FOUND_NONE;
}
