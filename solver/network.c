/* network.c: a minimum-cost flow network as its user sees it: building, changing, solving, reading the
 * result. */
#include "network.h"
#include "network_tree.h"
#include <limits.h>
#include <stdlib.h>

/* realloc, never smaller, that reports through its result whether *array now has room. */
static bool resize(void **array, size_t count, size_t size) {
    void *grown = count > SIZE_MAX / size ? NULL : realloc(*array, count * size);
    if (grown != NULL)
        *array = grown;
    return grown != NULL;
}

static bool reserve(struct wp_network *network, int arc_capacity) {
    size_t count = (size_t)network->node_count + (size_t)arc_capacity;
    void *arc = network->arc, *carry = network->carry, *sign = network->sign, *place = network->place;
    bool ok = resize(&arc, count + 1, sizeof *network->arc) &&
              resize(&carry, count + 1, sizeof *network->carry) &&
              resize(&sign, count + 1, sizeof *network->sign) &&
              resize(&place, (size_t)arc_capacity + 1, sizeof *network->place);
    network->arc = arc;
    network->carry = carry;
    network->sign = sign;
    network->place = place;
    if (ok)
        network->arc_capacity = arc_capacity;
    return ok;
}

int wp_network_new(int node_count, struct wp_network **out, struct wp_error *error) {
    *out = NULL;
    if (node_count < 0 || node_count == INT_MAX)
        return wp_error_set(error, WP_INTERNAL, "a network cannot have %d nodes", node_count);
    struct wp_network *network = calloc(1, sizeof *network);
    if (network == NULL)
        return wp_error_memory(error);
    size_t nodes = (size_t)node_count + 1;
    network->node_count = node_count;
    network->supply = calloc(nodes, sizeof *network->supply);
    network->excess = calloc(nodes, sizeof *network->excess);
    network->potential = calloc(nodes, sizeof *network->potential);
    network->branch = calloc(nodes, sizeof *network->branch);
    network->thread = calloc(nodes, sizeof *network->thread);
    network->previous = calloc(nodes, sizeof *network->previous);
    network->last = calloc(nodes, sizeof *network->last);
    if (network->supply == NULL || network->excess == NULL || network->potential == NULL ||
        network->branch == NULL || network->thread == NULL || network->previous == NULL ||
        network->last == NULL || !reserve(network, 0)) {
        wp_network_free(network);
        return wp_error_memory(error);
    }
    wp_tree_star(network);
    *out = network;
    return 0;
}

void wp_network_free(struct wp_network *network) {
    if (network == NULL)
        return;
    free(network->arc);
    free(network->carry);
    free(network->sign);
    free(network->place);
    free(network->supply);
    free(network->excess);
    free(network->potential);
    free(network->branch);
    free(network->thread);
    free(network->previous);
    free(network->last);
    free(network);
}

int wp_network_arc(struct wp_network *network, int from, int to, int64_t lower, int64_t upper, int64_t cost,
                   struct wp_error *error) {
    int n = network->node_count;
    if (from < 0 || from >= n || to < 0 || to >= n)
        return wp_error_set(error, WP_INTERNAL,
                            "an arc from node %d to node %d leaves the network of %d nodes", from, to, n);
    if (network->arc_count == network->arc_capacity) {
        int most = INT_MAX / 2 - n, capacity = network->arc_capacity;
        if (capacity >= most)
            return wp_error_set(error, WP_INTERNAL, "the network has too many arcs");
        capacity = capacity > most - capacity / 2 - 64 ? most : capacity + capacity / 2 + 64;
        if (!reserve(network, capacity))
            return wp_error_memory(error);
    }
    int a = n + network->arc_count;
    network->arc[a] = (struct wp_arc){.from = from, .to = to, .cost = cost};
    network->carry[a] = (struct wp_carry){.lower = lower, .upper = upper, .flow = lower};
    network->sign[a] = lower < upper ? 1 : 0;
    network->place[network->arc_count] = a;
    return network->arc_count++;
}

void wp_network_supply(struct wp_network *network, int node, int64_t supply) {
    network->supply[node] = supply;
}

void wp_network_cost(struct wp_network *network, int arc, int64_t cost) {
    network->arc[network->place[arc]].cost = cost;
}

void wp_network_bounds(struct wp_network *network, int arc, int64_t lower, int64_t upper) {
    network->carry[network->place[arc]].lower = lower;
    network->carry[network->place[arc]].upper = upper;
}

void wp_network_restart(struct wp_network *network) {
    for (int a = network->node_count; a < network->node_count + network->arc_count; a++)
        network->carry[a].flow = network->carry[a].lower;
    wp_tree_star(network);
}

/* Adds the absolute value; false once the sum would pass WP_NETWORK_MAX. */
static bool add_absolute(int64_t *sum, int64_t value) {
    if (value > WP_NETWORK_MAX || value < -WP_NETWORK_MAX)
        return false;
    *sum += value < 0 ? -value : value;
    return *sum <= WP_NETWORK_MAX;
}

/* Bounds and supplies must be small enough for every sum that wp_tree_settle makes. Also finds the imbalance.
 */
static int check_amounts(struct wp_network *network, struct wp_error *error) {
    int n = network->node_count;
    int64_t sum = 0;
    network->imbalance = 0;
    for (int v = 0; v < n; v++) {
        if (!add_absolute(&sum, network->supply[v]))
            return wp_error_set(error, WP_INTERNAL,
                                "the supplies of a network are too large for exact arithmetic");
        network->imbalance += network->supply[v];
    }
    for (int a = 0; a < network->arc_count; a++) {
        const struct wp_carry *carry = &network->carry[network->place[a]];
        if (carry->lower > carry->upper)
            return wp_error_set(error, WP_INTERNAL,
                                "arc %d of a network has its lower bound above its upper bound", a);
        int64_t larger = 0, upper = 0;
        bool fits = add_absolute(&larger, carry->lower) && add_absolute(&upper, carry->upper);
        if (upper > larger)
            larger = upper;
        if (!fits || !add_absolute(&sum, larger) || !add_absolute(&sum, larger))
            return wp_error_set(error, WP_INTERNAL,
                                "the bounds of a network are too large for exact arithmetic");
    }
    return 0;
}

/* The cost of an artificial arc: more than any path or cycle of other arcs can cost, as such a path or cycle
 * leaves no node twice. Potentials then stay within twice, reduced costs within five times that. */
static int price_artificial(struct wp_network *network, struct wp_error *error) {
    int n = network->node_count, end = n + network->arc_count;
    int64_t *largest = network->excess;
    int64_t sum = 1;
    for (int v = 0; v < n; v++)
        largest[v] = 0;
    for (int a = n; a < end; a++) {
        const struct wp_arc *arc = &network->arc[a];
        int64_t cost = 0;
        if (!add_absolute(&cost, arc->cost))
            return wp_error_set(error, WP_INTERNAL,
                                "the costs of a network are too large for exact arithmetic");
        if (cost > largest[arc->from])
            largest[arc->from] = cost;
        if (cost > largest[arc->to])
            largest[arc->to] = cost;
    }
    for (int v = 0; v < n; v++) {
        if (!add_absolute(&sum, largest[v]))
            return wp_error_set(error, WP_INTERNAL,
                                "the costs of a network are too large for exact arithmetic");
    }
    network->artificial_cost = sum;
    return 0;
}

/* Does flow still run from a node that has too much, by the root, to one that lacks it? */
static bool short_of_flow(const struct wp_network *network) {
    for (int v = 0; v < network->node_count; v++) {
        if (network->branch[v].arc == v && network->carry[v].flow > 0)
            return true;
    }
    return false;
}

int wp_network_solve(struct wp_network *network, bool (*stop)(void *context), void *context,
                     enum wp_network_outcome *outcome, struct wp_error *error) {
    int rc = check_amounts(network, error);
    if (rc == 0)
        rc = price_artificial(network, error);
    if (rc == 0)
        rc = wp_network_mix(network, error);
    if (rc != 0)
        return rc;
    wp_tree_settle(network);
    if (network->imbalance != 0) {
        *outcome = WP_NETWORK_INFEASIBLE;
        return 0;
    }
    if (!wp_network_pivot(network, stop, context)) {
        *outcome = WP_NETWORK_STOPPED;
        return 0;
    }
    if (short_of_flow(network)) {
        *outcome = WP_NETWORK_INFEASIBLE;
        return 0;
    }
    *outcome = WP_NETWORK_OPTIMAL;
    return wp_network_anchor(network, error);
}

int64_t wp_network_flow(const struct wp_network *network, int arc) {
    return network->carry[network->place[arc]].flow;
}

enum wp_arc_status wp_network_status(const struct wp_network *network, int arc) {
    int a = network->place[arc];
    if (wp_tree_holds(network, a))
        return WP_ARC_TREE;
    return network->sign[a] < 0 ? WP_ARC_UPPER : WP_ARC_LOWER;
}

int64_t wp_network_potential(const struct wp_network *network, int node) {
    return network->potential[node];
}

int64_t wp_network_reduced_cost(const struct wp_network *network, int arc) {
    const struct wp_arc *ends = &network->arc[network->place[arc]];
    return ends->cost - network->potential[ends->from] + network->potential[ends->to];
}

bool wp_network_is_anchor(const struct wp_network *network, int node) {
    return network->branch[node].arc == node;
}

int wp_network_total(const struct wp_network *network, int64_t *total, struct wp_error *error) {
    *total = 0;
    for (int a = network->node_count; a < network->node_count + network->arc_count; a++) {
        int64_t product;
        if (__builtin_mul_overflow(network->arc[a].cost, network->carry[a].flow, &product) ||
            __builtin_add_overflow(*total, product, total))
            return wp_error_set(error, WP_INTERNAL,
                                "the total cost of a flow is too large for exact arithmetic");
    }
    return 0;
}

int64_t wp_network_cut(const struct wp_network *network, bool *in_cut) {
    int root = network->node_count;
    if (network->imbalance != 0) {
        for (int v = 0; v < root; v++)
            in_cut[v] = true;
        return network->imbalance;
    }
    /* What hangs on the root by arcs towards it has too much flow, and every arc out of it is full. */
    int64_t amount = 0;
    for (int v = network->thread[root]; v != root; v = network->thread[v]) {
        const struct wp_branch *branch = &network->branch[v];
        in_cut[v] = branch->parent == root ? branch->up : in_cut[branch->parent];
        if (branch->parent == root && branch->up)
            amount += network->carry[v].flow;
    }
    return amount;
}

int64_t wp_network_pivots(const struct wp_network *network) {
    return network->pivots;
}
