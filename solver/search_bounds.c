/* search_bounds.c: exact bounds, and what they fix: within a step, and for good when a level is kept. */
#include "search.h"

#include <math.h>
#include <stdlib.h>

#define RAY_SCALE    1099511627776.0 /* 2^40: of the largest multiplier of a contradiction */
#define BOUND_MARGIN 1e-6            /* relative, given to reduced costs that are not exact */

/* The exact bound that the multipliers give. */
void wp_search_take_multipliers(struct wp_search *search) {
    search->exact = wp_bound(search->program, search->cost, search->multiplier, search->reduced);
    wp_search_raise(search, wp_bound_round_up(search->exact));
}

/* Fixes the columns that no plan of at most this cost can move. Exact; keeps every such plan. Within a step
 * this is for the step only: later levels may need plans that are worse here (give-way), so wp_search_step
 * puts the bounds back. */
void wp_search_fix(struct wp_search *search, int64_t limit) {
    wp_wide gap = (wp_wide)limit * WP_BOUND_SCALE - search->exact;
    for (int j = 0; j < search->program->column_count; j++) {
        struct wp_column *column = &search->program->columns[j];
        if (search->reduced[j] > gap)
            column->upper = column->lower;
        else if (-search->reduced[j] > gap)
            column->lower = column->upper;
    }
}

bool wp_search_contradicts(struct wp_search *search) {
    const struct wp_program *program = search->program;
    size_t rows = (size_t)program->row_count + 1, columns = (size_t)program->column_count + 1;
    double *ray = malloc(rows * sizeof *ray), largest = 0;
    int64_t *multiplier = calloc(rows, sizeof *multiplier);
    int64_t *nothing = calloc(columns, sizeof *nothing); /* the cost whose bound is above 0 */
    wp_wide *reduced = malloc(columns * sizeof *reduced);
    bool proven = false;
    if (ray && multiplier && nothing && reduced && wp_lp_ray(search->lp, ray)) {
        for (int i = 0; i < program->row_count; i++)
            largest = fmax(largest, fabs(ray[i]));
        for (int i = 0; i < program->row_count && largest > 0; i++)
            multiplier[i] = llround(ray[i] / largest * RAY_SCALE);
        proven = wp_bound(program, nothing, multiplier, reduced) > 0;
    }
    free(ray);
    free(multiplier);
    free(nothing);
    free(reduced);
    return proven;
}

void wp_search_fix_within(struct wp_search *search, int64_t target) {
    const struct wp_lp *lp = search->lp;
    double room = (double)target - lp->value + BOUND_MARGIN * fmax(1, fabs(lp->value));
    wp_search_fix(search, target);
    for (int j = 0; search->trusted && j < search->program->column_count; j++) {
        struct wp_column *column = &search->program->columns[j];
        if (lp->reduced[j] > room)
            column->upper = column->lower;
        else if (-lp->reduced[j] > room)
            column->lower = column->upper;
    }
}

/* Division that rounds down. */
static int64_t floor_quotient(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* What has a multiplier must be tight: the optimal face of the relaxation, which holds every optimal plan. */
static void tighten_rows(struct wp_search *search) {
    for (int i = 0; i < search->program->row_count; i++) {
        struct wp_row *row = &search->program->rows[i];
        if (search->multiplier[i] == 0)
            continue;
        if (search->multiplier[i] > 0)
            row->upper = row->lower;
        else
            row->lower = row->upper;
        row->tightened = true;
        if (!wp_lp_lost(search->lp))
            wp_lp_take_row_bounds(search->lp, i);
    }
}

int wp_search_keep(struct wp_search *search, int64_t limit, const char *name, struct wp_error *error) {
    int64_t scaled = floor_quotient(limit - search->fixed_cost, search->divisor);
    wp_search_fix(search, scaled);
    if ((wp_wide)scaled * WP_BOUND_SCALE == search->exact) {
        tighten_rows(search);
        return WP_OK;
    }
    struct wp_program *program = search->program;
    int row = program->row_count; /* of the new one; it may turn out empty */
    for (int j = 0; j < program->column_count; j++)
        if (search->cost[j] != 0 && wp_program_entry(program, j, search->cost[j], error) != WP_OK)
            return WP_INTERNAL;
    if (wp_program_row(program, name, search->bound, scaled, error) != WP_OK)
        return WP_INTERNAL;
    wp_flow_free(search->flow); /* with this row it is no network any more */
    search->flow = NULL;
    if (row < program->row_count && !wp_lp_lost(search->lp) &&
        wp_lp_take_row(search->lp, row) != WP_LP_OPTIMAL)
        search->stopped = true;
    return WP_OK;
}
