/* flow.c: finds the network in a program's rows, and solves it. */
#include "flow.h"

#include <stdlib.h>

/* Nodes: one per row (those of units, those of capacities), then the sink. Arcs: one per column, then one per row: a unit's to the sink
 * ("not placed"), a capacity's to the smallest row around it. */
struct wp_flow {
    const struct wp_program *program;
    struct wp_network *network;
    int *parent;   /* per row: the node that its own arc goes to */
    bool *is_unit; /* per row */
};

/* Do all entries of the row count 1, on columns that place a unit? */
static bool counts_places(const struct wp_program *program, const struct wp_row *row) {
    for (int k = 0; k < row->count; k++) {
        size_t at = row->start + (size_t)k;
        if (program->value[at] != 1 || program->columns[program->index[at]].kind != WP_COLUMN_PLACE)
            return false;
    }
    return true;
}

/* Do all entries place the same unit? */
static bool is_of_one_unit(const struct wp_program *program, const struct wp_row *row) {
    for (int k = 1; k < row->count; k++)
        if (program->columns[program->index[row->start + (size_t)k]].a !=
            program->columns[program->index[row->start]].a)
            return false;
    return true;
}

struct sized_row {
    int row, count;
};

static int larger_first(const void *left, const void *right) {
    const struct sized_row *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Gives each column its unit's row. False if a column has none or two. */
static bool find_units(struct wp_flow *flow, int *unit_row) {
    const struct wp_program *program = flow->program;
    for (int j = 0; j < program->column_count; j++)
        unit_row[j] = -1;
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        if (row->strengthening || row->upper != 1 || !is_of_one_unit(program, row))
            continue;
        /* A unit has one such row with all its columns; a project that only one unit can reach looks alike, but lies within it. */
        bool taken = false;
        for (int k = 0; k < row->count; k++)
            taken = taken || unit_row[program->index[row->start + (size_t)k]] >= 0;
        if (taken)
            continue;
        flow->is_unit[i] = true;
        for (int k = 0; k < row->count; k++)
            unit_row[program->index[row->start + (size_t)k]] = i;
    }
    for (int j = 0; j < program->column_count; j++)
        if (unit_row[j] < 0)
            return false;
    return true;
}

/* Nests the capacity rows, the largest first: all columns of a row must lie in the same smallest row so far, which is its parent; container
 * ends as the smallest row of each column (or the sink). False if two rows overlap otherwise. */
static bool nest(struct wp_flow *flow, struct sized_row *order, int *container) {
    const struct wp_program *program = flow->program;
    int sink = program->row_count, count = 0;
    for (int j = 0; j < program->column_count; j++)
        container[j] = sink;
    for (int i = 0; i < program->row_count; i++) {
        flow->parent[i] = sink;
        if (!flow->is_unit[i])
            order[count++] = (struct sized_row){i, program->rows[i].count};
    }
    qsort(order, (size_t)count, sizeof *order, larger_first);
    for (int o = 0; o < count; o++) {
        const struct wp_row *row = &program->rows[order[o].row];
        int parent = row->count ? container[program->index[row->start]] : sink;
        for (int k = 0; k < row->count; k++) {
            int j = program->index[row->start + (size_t)k];
            if (container[j] != parent)
                return false;
            container[j] = order[o].row;
        }
        flow->parent[order[o].row] = parent;
    }
    return true;
}

/* The bounds of a row's own arc: of a unit, what stays unplaced; of a capacity, what passes. */
static void row_arc_bounds(const struct wp_flow *flow, int i, int64_t *lower, int64_t *upper) {
    const struct wp_row *row = &flow->program->rows[i];
    int64_t least = row->lower == WP_FREE_BELOW || row->lower < 0 ? 0 : row->lower;
    int64_t most = row->upper == WP_FREE_ABOVE || row->upper > row->count ? row->count : row->upper;
    *lower = flow->is_unit[i] ? 1 - most : least;
    *upper = flow->is_unit[i] ? 1 - least : most;
}

static int build_network(struct wp_flow *flow, const int *unit_row, const int *container, struct wp_error *error) {
    const struct wp_program *program = flow->program;
    int sink = program->row_count, units = 0;
    if (wp_network_new(program->row_count + 1, &flow->network, error) != WP_OK)
        return WP_INTERNAL;
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        int arc = wp_network_arc(flow->network, unit_row[j], container[j], column->lower, column->upper, 0, error);
        if (arc < 0)
            return arc;
    }
    for (int i = 0; i < program->row_count; i++) {
        int64_t lower, upper;
        row_arc_bounds(flow, i, &lower, &upper);
        int arc = wp_network_arc(flow->network, i, flow->parent[i], lower, upper, 0, error);
        if (arc < 0)
            return arc;
        if (flow->is_unit[i]) {
            wp_network_supply(flow->network, i, 1);
            units++;
        }
    }
    wp_network_supply(flow->network, sink, -units);
    return WP_OK;
}

/* Is every row that matters of the kind that fits? */
static bool rows_fit(const struct wp_program *program) {
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        if (row->strengthening || row->lower > row->upper || !counts_places(program, row) || row->lower > row->count)
            return false;
    }
    return program->column_count > 0;
}

int wp_flow_new(const struct wp_program *program, struct wp_flow **out, struct wp_error *error) {
    *out = NULL;
    if (!rows_fit(program))
        return WP_OK;
    size_t rows = (size_t)program->row_count + 1, columns = (size_t)program->column_count + 1;
    struct wp_flow *flow = calloc(1, sizeof *flow);
    int *unit_row = malloc(columns * sizeof *unit_row);
    int *container = malloc(columns * sizeof *container);
    struct sized_row *order = malloc(rows * sizeof *order);
    if (flow) {
        flow->program = program;
        flow->parent = calloc(rows, sizeof *flow->parent);
        flow->is_unit = calloc(rows, sizeof *flow->is_unit);
    }
    int code = flow && unit_row && container && order && flow->parent && flow->is_unit ? WP_OK : wp_error_memory(error);
    bool fits = code == WP_OK && find_units(flow, unit_row) && nest(flow, order, container);
    if (fits)
        code = build_network(flow, unit_row, container, error);
    free(unit_row);
    free(container);
    free(order);
    if (code != WP_OK || !fits) {
        wp_flow_free(flow);
        return code;
    }
    *out = flow;
    return WP_OK;
}

void wp_flow_free(struct wp_flow *flow) {
    if (!flow)
        return;
    wp_network_free(flow->network);
    free(flow->parent);
    free(flow->is_unit);
    free(flow);
}

int wp_flow_solve(struct wp_flow *flow, const int64_t *cost, bool (*stop)(void *context), void *context, int64_t *x,
                  int64_t *multiplier, enum wp_network_outcome *outcome, struct wp_error *error) {
    const struct wp_program *program = flow->program;
    int columns = program->column_count;
    for (int j = 0; j < columns; j++) {
        wp_network_cost(flow->network, j, cost[j]);
        wp_network_bounds(flow->network, j, program->columns[j].lower, program->columns[j].upper);
    }
    for (int i = 0; i < program->row_count; i++) {
        int64_t lower, upper;
        row_arc_bounds(flow, i, &lower, &upper);
        wp_network_bounds(flow->network, columns + i, lower, upper);
    }
    int code = wp_network_solve(flow->network, stop, context, outcome, error);
    if (code != WP_OK || *outcome != WP_NETWORK_OPTIMAL)
        return code;
    for (int j = 0; j < columns; j++)
        x[j] = wp_network_flow(flow->network, j);
    for (int i = 0; i < program->row_count; i++) {
        int64_t step =
            wp_network_potential(flow->network, i) - wp_network_potential(flow->network, flow->parent[i]);
        multiplier[i] = flow->is_unit[i] ? step : -step;
    }
    return WP_OK;
}
