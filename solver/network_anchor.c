/* network_anchor.c: leaves, after an optimal solve, one artificial arc in each connected part of the network.
 *
 * Each subtree that hangs on the root by an artificial arc (whose flow is 0 now) is joined to another one:
 * all its potentials are moved by the same amount until the first arc between it and the rest has reduced
 * cost 0; that arc replaces the artificial one. Flow and optimality stay. Smaller subtrees go first, and one
 * that has doubled meanwhile waits for its new turn, so that no node is looked at more than about log2(nodes)
 * times. */
#include "network_tree.h"
#include <stdlib.h>

/* The caller's arcs at each node: those of v are arc[first[v]] .. arc[first[v + 1] - 1]. Loops are left out.
 */
struct incidence {
    int *first, *arc;
};

/* A subtree that waits to be joined. */
struct hanging {
    int top, size;
};

/* How a subtree can be joined: by this arc, after its potentials were raised by that much. */
struct bridge {
    int arc; /* -1: none */
    int inside, outside;
    int64_t raise;
    int64_t distance; /* of the potentials, absolute */
};

static bool incidence_fill(const struct wp_network *network, struct incidence *incidence) {
    int n = network->node_count, end = n + network->arc_count;
    incidence->first = calloc((size_t)n + 2, sizeof *incidence->first);
    incidence->arc = calloc((size_t)network->arc_count * 2 + 1, sizeof *incidence->arc);
    if (incidence->first == NULL || incidence->arc == NULL)
        return false;
    /* Counted two places further on, so that filling leaves each offset where it belongs. */
    int *fill = incidence->first + 1;
    for (int a = n; a < end; a++) {
        if (network->arc[a].from == network->arc[a].to)
            continue;
        if (network->arc[a].from + 1 < n)
            fill[network->arc[a].from + 1]++;
        if (network->arc[a].to + 1 < n)
            fill[network->arc[a].to + 1]++;
    }
    for (int v = 1; v < n; v++)
        fill[v] += fill[v - 1];
    for (int a = n; a < end; a++) {
        if (network->arc[a].from == network->arc[a].to)
            continue;
        incidence->arc[fill[network->arc[a].from]++] = a;
        incidence->arc[fill[network->arc[a].to]++] = a;
    }
    return true;
}

static struct bridge bridge_over(const struct wp_network *network, int arc, int inside) {
    const struct wp_arc *ends = &network->arc[arc];
    bool outwards = ends->from == inside;
    int64_t reduced = ends->cost - network->potential[ends->from] + network->potential[ends->to];
    return (struct bridge){.arc = arc,
                           .inside = inside,
                           .outside = outwards ? ends->to : ends->from,
                           .raise = outwards ? reduced : -reduced,
                           .distance = reduced < 0 ? -reduced : reduced};
}

/* The bridge with the least way to go: until there no other arc's reduced cost can change its sign. That of a
 * fixed arc may have any. */
static struct bridge find_bridge(const struct wp_network *network, const struct incidence *incidence, int top,
                                 int *mark, int stamp) {
    struct bridge best = {.arc = -1};
    int end = network->thread[network->last[top]];
    for (int v = top; v != end; v = network->thread[v])
        mark[v] = stamp;
    for (int v = top; v != end; v = network->thread[v]) {
        for (int k = incidence->first[v]; k < incidence->first[v + 1]; k++) {
            struct bridge bridge = bridge_over(network, incidence->arc[k], v);
            if (mark[bridge.outside] == stamp)
                continue;
            if (best.arc < 0 || bridge.distance < best.distance)
                best = bridge;
        }
    }
    return best;
}

static int smaller_first(const void *a, const void *b) {
    const struct hanging *left = a, *right = b;
    if (left->size != right->size)
        return left->size < right->size ? -1 : 1;
    return left->top < right->top ? -1 : left->top > right->top;
}

static int list_hanging(const struct wp_network *network, struct hanging *hanging) {
    int count = 0, root = network->node_count;
    for (int v = 0; v < root; v++) {
        if (network->branch[v].parent == root)
            hanging[count++] = (struct hanging){.top = v, .size = network->branch[v].size};
    }
    qsort(hanging, (size_t)count, sizeof *hanging, smaller_first);
    return count;
}

int wp_network_anchor(struct wp_network *network, struct wp_error *error) {
    int root = network->node_count, rc = 0;
    struct incidence incidence = {0};
    int *mark = calloc((size_t)root + 1, sizeof *mark);
    struct hanging *hanging = calloc((size_t)root + 1, sizeof *hanging);
    if (mark == NULL || hanging == NULL || !incidence_fill(network, &incidence)) {
        rc = wp_error_memory(error);
        goto out;
    }
    int stamp = 0;
    for (int count; (count = list_hanging(network, hanging)) > 0;) {
        bool again = false;
        for (int i = 0; i < count; i++) {
            int top = hanging[i].top;
            if (network->branch[top].size / 2 >= hanging[i].size) {
                again = true;
                continue;
            }
            struct bridge bridge = find_bridge(network, &incidence, top, mark, ++stamp);
            if (bridge.arc < 0)
                continue;
            wp_tree_raise(network, top, bridge.raise);
            network->sign[bridge.arc] = 0;
            wp_tree_move(network, top, bridge.inside, bridge.outside, bridge.arc, root);
        }
        if (!again)
            break;
    }
out:
    free(incidence.first);
    free(incidence.arc);
    free(hanging);
    free(mark);
    return rc;
}
