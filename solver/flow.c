/* flow.c: finds the network in a program's rows, and solves it. */
#include "flow.h"

#include <stdlib.h>

enum role {
    LEFT_OUT, /* the network does not know it */
    UNIT,     /* a unit's columns add up to at most 1 */
    CAPACITY, /* so many at most (and at least) */
    LINKED    /* so many if the project runs: sum of x - max y <= 0, with y free to follow */
};

/* Nodes: one per row (those of units, those of capacities), then the sink. Arcs: one per column that places a
 * unit, then one per row that fits: a unit's to the sink ("not placed"), a capacity's to the smallest row
 * around it. */
struct wp_flow {
    const struct wp_program *program;
    struct wp_network *network;
    enum role *role; /* per row */
    int *parent;     /* per row: the node that its own arc goes to */
    int *column_arc; /* per column, or -1 */
    int *row_arc;    /* per row, or -1 */
    int *link;       /* per row: the column y of a linked one */
    bool *loose;     /* per column: it stands in no row, so its cost alone says its value */
    bool exact;
};

static const struct wp_column *column_at(const struct wp_program *program, const struct wp_row *row, int k) {
    return &program->columns[program->index[row->start + (size_t)k]];
}

/* All entries place units and count 1, but for at most one column y with a negative entry. */
static enum role possible_role(const struct wp_program *program, const struct wp_row *row, int *link) {
    int places = 0;
    *link = -1;
    for (int k = 0; k < row->count; k++) {
        int64_t value = program->value[row->start + (size_t)k];
        enum wp_column_kind kind = column_at(program, row, k)->kind;
        if (kind == WP_COLUMN_PLACE && value == 1 && column_at(program, row, k)->upper <= 1)
            places++;
        else if (kind == WP_COLUMN_OPEN && value < 0 && *link < 0)
            *link = program->index[row->start + (size_t)k];
        else
            return LEFT_OUT;
    }
    if (row->strengthening || places == 0 || (row->lower != WP_FREE_BELOW && row->lower > places))
        return LEFT_OUT;
    if (*link >= 0)
        return row->lower == WP_FREE_BELOW && row->upper == 0 ? LINKED : LEFT_OUT;
    return CAPACITY;
}

static void find_loose(struct wp_flow *flow) {
    for (int j = 0; j < flow->program->column_count; j++)
        flow->loose[j] = true;
    for (size_t k = 0; k < flow->program->entry_count; k++)
        flow->loose[flow->program->index[k]] = false;
}

/* Do all entries place the same unit? */
static bool is_of_one_unit(const struct wp_program *program, const struct wp_row *row) {
    for (int k = 1; k < row->count; k++)
        if (column_at(program, row, k)->a != column_at(program, row, 0)->a)
            return false;
    return true;
}

/* Tells what each row is; gives each column its unit's row: the first that holds nothing but that unit's
 * columns, up to 1. */
static void find_roles(struct wp_flow *flow, int *unit_row) {
    const struct wp_program *program = flow->program;
    for (int j = 0; j < program->column_count; j++)
        unit_row[j] = -1;
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        flow->role[i] = possible_role(program, row, &flow->link[i]);
        if (flow->role[i] != CAPACITY || row->upper != 1 || !is_of_one_unit(program, row))
            continue;
        bool taken = false;
        for (int k = 0; k < row->count; k++)
            taken = taken || unit_row[program->index[row->start + (size_t)k]] >= 0;
        if (taken)
            continue;
        flow->role[i] = UNIT;
        for (int k = 0; k < row->count; k++)
            unit_row[program->index[row->start + (size_t)k]] = i;
    }
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

/* Nests the capacity rows, the largest first: all columns of a row must lie in the same smallest row so far,
 * which is its parent; container ends as the smallest row of each column (or the sink). A row that overlaps
 * otherwise is left out. */
static void nest(struct wp_flow *flow, struct sized_row *order, const int *unit_row, int *container) {
    const struct wp_program *program = flow->program;
    int sink = program->row_count, count = 0;
    for (int j = 0; j < program->column_count; j++)
        container[j] = sink;
    for (int i = 0; i < program->row_count; i++) {
        flow->parent[i] = sink;
        if (flow->role[i] == CAPACITY || flow->role[i] == LINKED)
            order[count++] = (struct sized_row){i, program->rows[i].count};
    }
    qsort(order, (size_t)count, sizeof *order, larger_first);
    for (int o = 0; o < count; o++) {
        int i = order[o].row, parent = -1;
        const struct wp_row *row = &program->rows[i];
        for (int k = 0; k < row->count && flow->role[i] != LEFT_OUT; k++) {
            int j = program->index[row->start + (size_t)k];
            if (j == flow->link[i])
                continue;
            parent = parent < 0 ? container[j] : parent;
            if (container[j] != parent || unit_row[j] < 0)
                flow->role[i] = LEFT_OUT;
        }
        if (flow->role[i] == LEFT_OUT)
            continue;
        flow->parent[i] = parent;
        for (int k = 0; k < row->count; k++)
            container[program->index[row->start + (size_t)k]] = i;
    }
}

/* The most that a linked row lets pass: where y is at its upper bound. */
static int64_t linked_capacity(const struct wp_flow *flow, int i) {
    const struct wp_row *row = &flow->program->rows[i];
    for (int k = 0; k < row->count; k++) {
        size_t at = row->start + (size_t)k;
        if (flow->program->index[at] == flow->link[i])
            return -flow->program->value[at] * flow->program->columns[flow->link[i]].upper;
    }
    return 0;
}

/* The bounds of a row's own arc: of a unit, what stays unplaced; of a capacity, what passes. One that its
 * columns cannot reach stays out of reach: else the arc, not the row, would carry a part of the proof. */
static void row_arc_bounds(const struct wp_flow *flow, int i, int64_t *lower, int64_t *upper) {
    const struct wp_row *row = &flow->program->rows[i];
    int64_t least = row->lower == WP_FREE_BELOW || row->lower < 0 ? 0 : row->lower;
    int64_t limit = flow->role[i] == LINKED ? linked_capacity(flow, i) : row->upper;
    int64_t most = limit > row->count ? row->count + 1 : limit;
    *lower = flow->role[i] == UNIT ? 1 - most : least;
    *upper = flow->role[i] == UNIT ? 1 - least : most;
}

static int build_network(struct wp_flow *flow, const int *unit_row, const int *container,
                         struct wp_error *error) {
    const struct wp_program *program = flow->program;
    int sink = program->row_count, units = 0;
    if (wp_network_new(program->row_count + 1, &flow->network, error) != WP_OK)
        return WP_INTERNAL;
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        flow->column_arc[j] = -1;
        if (unit_row[j] >= 0)
            flow->column_arc[j] = wp_network_arc(flow->network, unit_row[j], container[j], column->lower,
                                                 column->upper, 0, error);
        if (unit_row[j] >= 0 && flow->column_arc[j] < 0)
            return WP_INTERNAL;
        flow->exact = flow->exact && (unit_row[j] >= 0 || flow->loose[j]);
    }
    for (int i = 0; i < program->row_count; i++) {
        flow->row_arc[i] = -1;
        flow->exact = flow->exact && (flow->role[i] == UNIT || flow->role[i] == CAPACITY);
        if (flow->role[i] == LEFT_OUT)
            continue;
        int64_t lower, upper;
        row_arc_bounds(flow, i, &lower, &upper);
        flow->row_arc[i] = wp_network_arc(flow->network, i, flow->parent[i], lower, upper, 0, error);
        if (flow->row_arc[i] < 0)
            return WP_INTERNAL;
        if (flow->role[i] == UNIT) {
            wp_network_supply(flow->network, i, 1);
            units++;
        }
    }
    wp_network_supply(flow->network, sink, -units);
    return WP_OK;
}

int wp_flow_new(const struct wp_program *program, struct wp_flow **out, struct wp_error *error) {
    *out = NULL;
    size_t rows = (size_t)program->row_count + 1, columns = (size_t)program->column_count + 1;
    struct wp_flow *flow = calloc(1, sizeof *flow);
    int *unit_row = calloc(columns, sizeof *unit_row);
    int *container = calloc(columns, sizeof *container);
    struct sized_row *order = malloc(rows * sizeof *order);
    bool ready = flow && unit_row && container && order;
    if (ready) {
        flow->program = program;
        flow->exact = true;
        flow->role = calloc(rows, sizeof *flow->role);
        flow->parent = calloc(rows, sizeof *flow->parent);
        flow->row_arc = calloc(rows, sizeof *flow->row_arc);
        flow->link = calloc(rows, sizeof *flow->link);
        flow->column_arc = calloc(columns, sizeof *flow->column_arc);
        flow->loose = calloc(columns, sizeof *flow->loose);
        ready = flow->role && flow->parent && flow->row_arc && flow->link && flow->column_arc && flow->loose;
    }
    int code = ready ? WP_OK : wp_error_memory(error);
    if (code == WP_OK) {
        find_loose(flow);
        find_roles(flow, unit_row);
        nest(flow, order, unit_row, container);
        code = build_network(flow, unit_row, container, error);
    }
    free(unit_row);
    free(container);
    free(order);
    if (code != WP_OK)
        wp_flow_free(flow);
    else
        *out = flow;
    return code;
}

void wp_flow_free(struct wp_flow *flow) {
    if (!flow)
        return;
    wp_network_free(flow->network);
    free(flow->role);
    free(flow->parent);
    free(flow->row_arc);
    free(flow->link);
    free(flow->column_arc);
    free(flow->loose);
    free(flow);
}

/* The network's bounds and costs as the program's are now. */
static void refresh(struct wp_flow *flow, const int64_t *cost) {
    const struct wp_program *program = flow->program;
    for (int j = 0; j < program->column_count; j++) {
        if (flow->column_arc[j] < 0)
            continue;
        wp_network_cost(flow->network, flow->column_arc[j], cost[j]);
        wp_network_bounds(flow->network, flow->column_arc[j], program->columns[j].lower,
                          program->columns[j].upper);
    }
    for (int i = 0; i < program->row_count; i++) {
        if (flow->row_arc[i] < 0)
            continue;
        int64_t lower, upper;
        row_arc_bounds(flow, i, &lower, &upper);
        wp_network_bounds(flow->network, flow->row_arc[i], lower, upper);
    }
}

int wp_flow_solve(struct wp_flow *flow, const int64_t *cost, bool (*stop)(void *context), void *context,
                  int64_t *x, int64_t *multiplier, enum wp_network_outcome *outcome, struct wp_error *error) {
    const struct wp_program *program = flow->program;
    refresh(flow, cost);
    int code = wp_network_solve(flow->network, stop, context, outcome, error);
    if (code != WP_OK || *outcome != WP_NETWORK_OPTIMAL)
        return code;
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        x[j] = flow->column_arc[j] >= 0 ? wp_network_flow(flow->network, flow->column_arc[j])
               : !flow->loose[j]        ? 0
               : cost[j] < 0            ? column->upper
                                        : column->lower;
    }
    for (int i = 0; i < program->row_count; i++) {
        int64_t rise = flow->role[i] == LEFT_OUT ? 0
                                                 : wp_network_potential(flow->network, i) -
                                                       wp_network_potential(flow->network, flow->parent[i]);
        multiplier[i] = flow->role[i] == UNIT ? rise : -rise;
        if (multiplier[i] > 0 && program->rows[i].lower < 0) /* at 0, which its columns imply */
            multiplier[i] = 0;
    }
    return WP_OK;
}

bool wp_flow_is_exact(const struct wp_flow *flow) {
    return flow->exact;
}

static enum wp_basis_status arc_status(const struct wp_flow *flow, int arc, bool reversed) {
    switch (wp_network_status(flow->network, arc)) {
    case WP_ARC_TREE:
        return WP_BASIC;
    case WP_ARC_LOWER:
        return reversed ? WP_AT_UPPER : WP_AT_LOWER;
    default:
        return reversed ? WP_AT_LOWER : WP_AT_UPPER;
    }
}

void wp_flow_basis(const struct wp_flow *flow, enum wp_basis_status *columns, enum wp_basis_status *rows) {
    const struct wp_program *program = flow->program;
    for (int j = 0; j < program->column_count; j++)
        columns[j] = flow->column_arc[j] < 0 ? WP_AT_LOWER : arc_status(flow, flow->column_arc[j], false);
    for (int i = 0; i < program->row_count; i++) {
        if (flow->role[i] == LEFT_OUT) {
            rows[i] = WP_BASIC;
        } else if (flow->role[i] ==
                   LINKED) { /* y = sum of x / max: y stands where the arc stands, the row is tight */
            rows[i] = WP_AT_UPPER;
            columns[flow->link[i]] = arc_status(flow, flow->row_arc[i], false);
        } else {
            rows[i] = arc_status(flow, flow->row_arc[i], flow->role[i] == UNIT);
        }
    }
}
