/* search_flow.c: the network in the program, as the search uses it: to solve all of it, or to start from. */
#include "search.h"

#include <stdlib.h>

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
        for (int i = 0; i < search->program->row_count; i++)
            search->multiplier[i] *= WP_BOUND_SCALE;
        wp_search_take_multipliers(search);
        wp_search_offer(search, x);
    }
    free(x);
    return code == WP_OK && outcome == WP_NETWORK_INFEASIBLE ? WP_FOUND_INFEASIBLE : code;
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
    }
    free(x);
    free(columns);
    free(rows);
    wp_flow_free(search->flow);
    search->flow = NULL;
    return code;
}
