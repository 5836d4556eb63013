/* network_cases.c: makes random networks for the tests of the network simplex, and proves its answers. */
/* cmocka needs these four before itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "network_cases.h"
#include "network_tree.h"

int64_t case_draw(uint64_t *state, int64_t low, int64_t high) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    z ^= z >> 31;
    return low + (int64_t)(z % (uint64_t)(high - low + 1));
}

/* Half of the supplies come from a flow within the bounds, so that one exists. */
static void draw_supplies(struct network_case *made, uint64_t *state) {
    int64_t kind = case_draw(state, 0, 3);
    for (int a = 0; kind <= 1 && a < made->arcs; a++) {
        int64_t flow = case_draw(state, made->lower[a], made->upper[a]);
        made->supply[made->from[a]] += flow;
        made->supply[made->to[a]] -= flow;
    }
    for (int i = 0; kind >= 1 && i < 2 && made->nodes > 0; i++) {
        int64_t amount = case_draw(state, 0, 3);
        made->supply[case_draw(state, 0, made->nodes - 1)] += amount;
        made->supply[case_draw(state, 0, made->nodes - 1)] -= amount;
    }
    if (made->nodes > 0 && case_draw(state, 0, 29) == 0)
        made->supply[0]++;
}

struct network_case case_make(uint64_t seed) {
    uint64_t state = seed;
    struct network_case made = {0};
    made.nodes = (int)case_draw(&state, 0, CASE_NODES);
    made.arcs = made.nodes == 0 ? 0 : (int)case_draw(&state, 0, CASE_ARCS);
    int64_t largest_cost = case_draw(&state, 0, 9) == 0 ? 100000000 : case_draw(&state, 0, 20);
    int64_t largest_upper = case_draw(&state, 0, 9) == 0 ? 100000000 : case_draw(&state, 0, 6);
    bool lower_bounds = case_draw(&state, 0, 2) == 0;
    for (int a = 0; a < made.arcs; a++) {
        made.from[a] = (int)case_draw(&state, 0, made.nodes - 1);
        made.to[a] = (int)case_draw(&state, 0, made.nodes - 1);
        made.upper[a] = case_draw(&state, 0, largest_upper);
        made.lower[a] = lower_bounds ? case_draw(&state, -2, made.upper[a]) : 0;
        made.cost[a] = case_draw(&state, case_draw(&state, 0, 1) ? 0 : -largest_cost, largest_cost);
    }
    draw_supplies(&made, &state);
    return made;
}

struct wp_network *case_load(const struct network_case *network_case) {
    struct wp_error error = {0};
    struct wp_network *network;
    assert_int_equal(wp_network_new(network_case->nodes, &network, &error), 0);
    for (int v = 0; v < network_case->nodes; v++)
        wp_network_supply(network, v, network_case->supply[v]);
    for (int a = 0; a < network_case->arcs; a++)
        assert_int_equal(wp_network_arc(network, network_case->from[a], network_case->to[a],
                                        network_case->lower[a], network_case->upper[a], network_case->cost[a],
                                        &error),
                         a);
    return network;
}

static int part_of(const int *part, int v) {
    while (part[v] != v)
        v = part[v];
    return v;
}

/* Tree arcs close no cycle, and connect all nodes of each connected part, which has one anchor. */
static void prove_forest(const struct network_case *network_case, const struct wp_network *network) {
    int tree[CASE_NODES], whole[CASE_NODES], anchors[CASE_NODES] = {0};
    for (int v = 0; v < network_case->nodes; v++)
        tree[v] = whole[v] = v;
    for (int a = 0; a < network_case->arcs; a++) {
        int from = network_case->from[a], to = network_case->to[a];
        whole[part_of(whole, from)] = part_of(whole, to);
        if (wp_network_status(network, a) != WP_ARC_TREE)
            continue;
        assert_int_not_equal(part_of(tree, from), part_of(tree, to));
        tree[part_of(tree, from)] = part_of(tree, to);
    }
    for (int v = 0; v < network_case->nodes; v++) {
        assert_int_equal(part_of(tree, v) == v, part_of(tree, part_of(whole, v)) == v);
        if (wp_network_is_anchor(network, v))
            anchors[part_of(whole, v)]++;
    }
    for (int v = 0; v < network_case->nodes; v++)
        assert_int_equal(anchors[v], part_of(whole, v) == v ? 1 : 0);
}

void case_prove_optimal(const struct network_case *network_case, const struct wp_network *network) {
    int64_t left[CASE_NODES], total = 0;
    for (int v = 0; v < network_case->nodes; v++)
        left[v] = network_case->supply[v];
    for (int a = 0; a < network_case->arcs; a++) {
        int from = network_case->from[a], to = network_case->to[a];
        int64_t flow = wp_network_flow(network, a), reduced = wp_network_reduced_cost(network, a);
        left[from] -= flow;
        left[to] += flow;
        total += flow * network_case->cost[a];
        assert_true(flow >= network_case->lower[a] && flow <= network_case->upper[a]);
        assert_true(reduced == network_case->cost[a] - wp_network_potential(network, from) +
                                   wp_network_potential(network, to));
        assert_true(flow == network_case->lower[a] || reduced <= 0);
        assert_true(flow == network_case->upper[a] || reduced >= 0);
        switch (wp_network_status(network, a)) {
        case WP_ARC_TREE:
            assert_true(reduced == 0);
            break;
        case WP_ARC_LOWER:
            assert_true(flow == network_case->lower[a]);
            break;
        case WP_ARC_UPPER:
            assert_true(flow == network_case->upper[a]);
            break;
        }
    }
    for (int v = 0; v < network_case->nodes; v++)
        assert_true(left[v] == 0);
    assert_true(total == case_total(network));
    prove_forest(network_case, network);
}

void case_prove_infeasible(const struct network_case *network_case, const struct wp_network *network) {
    bool in_cut[CASE_NODES];
    int64_t amount = wp_network_cut(network, in_cut), surplus = 0;
    for (int v = 0; v < network_case->nodes; v++)
        surplus += in_cut[v] ? network_case->supply[v] : 0;
    for (int a = 0; a < network_case->arcs; a++) {
        bool from = in_cut[network_case->from[a]], to = in_cut[network_case->to[a]];
        if (from && !to)
            surplus -= network_case->upper[a];
        if (to && !from)
            surplus += network_case->lower[a];
    }
    assert_true(amount == surplus);
    bool all = true;
    for (int v = 0; v < network_case->nodes; v++)
        all = all && in_cut[v];
    assert_true(all ? amount != 0 : amount > 0);
}

static void prove_preorder(const struct wp_network *network) {
    int count = network->node_count + 1, root = network->node_count, v = root;
    int *place = malloc((size_t)count * sizeof *place), *order = malloc((size_t)count * sizeof *order);
    assert_non_null(place);
    assert_non_null(order);
    for (int i = 0; i < count; i++, v = network->thread[v]) {
        assert_true(i == 0 || v != root);
        place[v] = i;
        order[i] = v;
        assert_int_equal(network->previous[network->thread[v]], v);
    }
    assert_int_equal(v, root);
    assert_int_equal(network->branch[root].size, count);
    for (int i = 0; i < count; i++) {
        const struct wp_branch *branch = &network->branch[order[i]];
        assert_int_equal(network->last[order[i]], order[i + branch->size - 1]);
        int children = 1;
        for (int j = i + 1; j < i + branch->size; j += network->branch[order[j]].size) {
            assert_int_equal(network->branch[order[j]].parent, order[i]);
            children += network->branch[order[j]].size;
        }
        assert_int_equal(children, branch->size);
    }
    free(place);
    free(order);
}

void case_prove_tree(const struct wp_network *network, bool strong) {
    prove_preorder(network);
    for (int v = 0; v < network->node_count; v++) {
        const struct wp_branch *branch = &network->branch[v];
        const struct wp_arc *arc = &network->arc[branch->arc];
        const struct wp_carry *carry = &network->carry[branch->arc];
        assert_int_equal(branch->up ? arc->from : arc->to, v);
        assert_int_equal(branch->up ? arc->to : arc->from, branch->parent);
        assert_true(arc->cost == network->potential[arc->from] - network->potential[arc->to]);
        if (strong)
            assert_true(branch->up ? carry->flow < carry->upper : carry->flow > carry->lower);
    }
    for (int a = network->node_count; a < network->node_count + network->arc_count; a++) {
        const struct wp_carry *carry = &network->carry[a];
        bool enters = !wp_tree_holds(network, a) && carry->lower < carry->upper;
        assert_int_equal(network->sign[a] != 0, enters);
        if (enters)
            assert_true(carry->flow == (network->sign[a] > 0 ? carry->lower : carry->upper));
    }
}

int64_t case_total(const struct wp_network *network) {
    struct wp_error error = {0};
    int64_t total;
    assert_int_equal(wp_network_total(network, &total, &error), 0);
    return total;
}

bool case_solve(const struct network_case *network_case, struct wp_network *network) {
    struct wp_error error = {0};
    enum wp_network_outcome outcome;
    assert_int_equal(wp_network_solve(network, NULL, NULL, &outcome, &error), 0);
    assert_int_not_equal(outcome, WP_NETWORK_STOPPED);
    case_prove_tree(network, false);
    if (outcome == WP_NETWORK_OPTIMAL)
        case_prove_optimal(network_case, network);
    else
        case_prove_infeasible(network_case, network);
    return outcome == WP_NETWORK_OPTIMAL;
}
