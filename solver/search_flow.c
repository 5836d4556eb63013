/* search_flow.c: the network in the program, as the search uses it: to solve all of it, or to start from. */
#include "search.h"

#include <stdlib.h>

#define MOST_CLOSINGS 40

/* multiplier: room for one per row. */
static int solve_flow(struct wp_search *search, const int64_t *cost, int64_t *x, int64_t *multiplier,
                      enum wp_network_outcome *outcome, struct wp_error *error) {
    const struct wp_lp_limits *limits = &search->limits;
    int code =
        wp_flow_solve(search->flow, cost, limits->stop, limits->context, x, multiplier, outcome, error);
    search->stopped = search->stopped || (code == WP_OK && *outcome == WP_NETWORK_STOPPED);
    return code;
}

/* The same for the costs that guide all levels: those that follow then start near their optimum. Its
 * multipliers prove nothing about the step, so they are not kept. */
static int guide_flow(struct wp_search *search, int64_t *x, enum wp_network_outcome *outcome,
                      struct wp_error *error) {
    int64_t *guide = calloc((size_t)search->program->column_count + 1, sizeof *guide);
    int64_t *multiplier = calloc((size_t)search->program->row_count + 1, sizeof *multiplier);
    int code = guide && multiplier ? WP_OK : wp_error_memory(error);
    if (code == WP_OK && search->guide)
        search->guide(search->context, guide);
    if (code == WP_OK)
        code = solve_flow(search, guide, x, multiplier, outcome, error);
    free(guide);
    free(multiplier);
    return code;
}

/* The exact bound that the last solve's potentials give. One too large to be scaled counts as 0: any
 * multipliers are valid. */
static void take_potentials(struct wp_search *search) {
    for (int i = 0; i < search->program->row_count; i++)
        search->multiplier[i] = llabs(search->multiplier[i]) <= INT64_MAX / WP_BOUND_SCALE
                                    ? search->multiplier[i] * WP_BOUND_SCALE
                                    : 0;
    wp_search_take_multipliers(search);
}

/* The program as a network, where it is one: the potentials are multipliers that prove the optimum exactly.
 */
int wp_search_by_flow(struct wp_search *search, struct wp_error *error) {
    int64_t *x = calloc((size_t)search->program->column_count + 1, sizeof *x);
    enum wp_network_outcome outcome = WP_NETWORK_OPTIMAL;
    int code = x ? WP_OK : wp_error_memory(error);
    if (code == WP_OK && !search->has_best)
        code = guide_flow(search, x, &outcome, error);
    if (code == WP_OK && outcome == WP_NETWORK_OPTIMAL)
        code = solve_flow(search, search->cost, x, search->multiplier, &outcome, error);
    if (code == WP_OK && outcome == WP_NETWORK_OPTIMAL) {
        take_potentials(search);
        wp_search_offer(search, x);
    }
    free(x);
    return code == WP_OK && outcome == WP_NETWORK_INFEASIBLE ? WP_FOUND_INFEASIBLE : code;
}

/* The column y with a negative entry in a row that ties a sum of x to it, or -1. */
static int tied_to(const struct wp_program *program, const struct wp_row *row) {
    for (int k = 0; k < row->count && !row->strengthening; k++) {
        size_t at = row->start + (size_t)k;
        if (program->value[at] < 0 && program->columns[program->index[at]].kind == WP_COLUMN_OPEN)
            return program->index[at];
    }
    return -1;
}

/* Opens what is used: y = 1 where sum of x - max y <= 0 needs it. */
static void open_used(const struct wp_program *program, int64_t *x) {
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        int y = row->upper == 0 ? tied_to(program, row) : -1;
        if (y >= 0 && wp_program_activity(program, i, x) > 0)
            x[y] = 1;
    }
}

/* Claims what is covered: v = 1 where v - sum of x <= 0 lets it, and the same of domains. */
static void claim_covered(const struct wp_program *program, int64_t *x) {
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        for (int k = 0; k < row->count && row->upper == 0 && !row->strengthening; k++) {
            int j = program->index[row->start + (size_t)k];
            enum wp_column_kind kind = program->columns[j].kind;
            if ((kind == WP_COLUMN_PROGRAMME || kind == WP_COLUMN_DOMAIN) && x[j] == 0)
                x[j] = wp_program_activity(program, i, x) < 0;
        }
    }
}

/* Closes the projects that are furthest below their minimum (sum of x - min y >= 0), the lower half of the
 * range. False if none is below. */
static bool close_small(struct wp_program *program, const int64_t *x) {
    int64_t least = 0, most = INT64_MIN;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < program->row_count; i++) {
            const struct wp_row *row = &program->rows[i];
            int y = row->lower == 0 ? tied_to(program, row) : -1;
            int64_t activity = y >= 0 ? wp_program_activity(program, i, x) : 0;
            if (activity >= 0 || program->columns[y].lower > 0)
                continue;
            if (pass == 1 && activity <= least + (most - least) / 2)
                program->columns[y].upper = 0;
            if (pass == 0) {
                least = activity < least ? activity : least;
                most = activity > most ? activity : most;
            }
        }
    }
    return least < 0;
}

/* A quick first plan from the network's flow x: closes projects that it leaves below their minimum, and
 * solves again, until none is. Where other rows are broken there is no such plan. */
static int round_flow(struct wp_search *search, int64_t *x, struct wp_error *error) {
    struct wp_program *program = search->program;
    enum wp_network_outcome outcome = WP_NETWORK_OPTIMAL;
    int code = WP_OK;
    for (int tries = 0; tries < MOST_CLOSINGS && code == WP_OK && outcome == WP_NETWORK_OPTIMAL; tries++) {
        open_used(program, x);
        claim_covered(program, x);
        if (wp_program_holds(program, x)) {
            wp_search_offer(search, x);
            break;
        }
        if (!close_small(program, x))
            break;
        code = guide_flow(search, x, &outcome, error);
    }
    for (int j = 0; j < program->column_count; j++)
        program->columns[j] = search->kept[j];
    return code;
}

/* The first basis of the relaxation: the tree of the network in it. Without one it starts from slacks. */
int wp_search_start_from_flow(struct wp_search *search, struct wp_error *error) {
    const struct wp_program *program = search->program;
    int64_t *x = calloc((size_t)program->column_count + 1, sizeof *x);
    enum wp_basis_status *columns = calloc((size_t)program->column_count + 1, sizeof *columns);
    enum wp_basis_status *rows = calloc((size_t)program->row_count + 1, sizeof *rows);
    enum wp_network_outcome outcome;
    int code = x && columns && rows ? guide_flow(search, x, &outcome, error) : wp_error_memory(error);
    if (code == WP_OK && outcome == WP_NETWORK_OPTIMAL) {
        wp_flow_basis(search->flow, columns, rows);
        wp_lp_start(search->lp, columns, rows);
        code = round_flow(search, x, error);
    }
    if (code == WP_OK && outcome == WP_NETWORK_OPTIMAL)
        code = solve_flow(search, search->cost, x, search->multiplier, &outcome, error);
    if (code == WP_OK && outcome == WP_NETWORK_OPTIMAL)
        take_potentials(search);
    free(x);
    free(columns);
    free(rows);
    wp_flow_free(search->flow);
    search->flow = NULL;
    return code;
}
