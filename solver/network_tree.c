/* network_tree.c: the spanning tree of the network simplex: building it, mending it, moving a subtree. */
#include "network_tree.h"

bool wp_tree_holds(const struct wp_network *network, int arc) {
    const struct wp_arc *ends = &network->arc[arc];
    return network->branch[ends->from].arc == arc || network->branch[ends->to].arc == arc;
}

void wp_tree_star(struct wp_network *network) {
    int root = network->node_count;
    for (int v = 0; v < root; v++) {
        network->arc[v] = (struct wp_arc){.from = v, .to = root, .cost = 0};
        network->carry[v] = (struct wp_carry){.lower = 0, .upper = INT64_MAX, .flow = 0};
        network->sign[v] = 0;
        network->branch[v] = (struct wp_branch){.parent = root, .arc = v, .size = 1, .up = true};
    }
    network->branch[root] = (struct wp_branch){.parent = -1, .arc = -1, .size = root + 1, .up = false};
    wp_tree_thread(network);
}

void wp_tree_thread(struct wp_network *network) {
    int root = network->node_count;
    struct wp_branch *branch = network->branch;
    int *thread = network->thread, *previous = network->previous, *last = network->last;

    /* Until the thread stands, `last` holds each node's first child and `previous` its next sibling. */
    for (int v = 0; v <= root; v++)
        last[v] = previous[v] = -1;
    for (int v = root - 1; v >= 0; v--) {
        previous[v] = last[branch[v].parent];
        last[branch[v].parent] = v;
    }
    for (int v = root;;) {
        int next = last[v];
        for (int w = v; next < 0 && w != root; w = branch[w].parent)
            next = previous[w];
        if (next < 0) {
            thread[v] = root;
            break;
        }
        thread[v] = next;
        v = next;
    }

    for (int v = 0; v <= root; v++) {
        previous[thread[v]] = v;
        last[v] = v;
        branch[v].size = 1;
    }
    for (int v = previous[root]; v != root; v = previous[v]) {
        int parent = branch[v].parent;
        branch[parent].size += branch[v].size;
        if (last[parent] == parent)
            last[parent] = last[v];
    }
}

/* Puts every arc outside the tree on a bound; leaves in excess what the tree has to carry away from each
 * node. */
static void settle_outside(struct wp_network *network) {
    int first = network->node_count, end = first + network->arc_count;
    int64_t *excess = network->excess;
    for (int v = 0; v < first; v++)
        excess[v] = network->supply[v];
    excess[first] = 0;
    for (int a = first; a < end; a++) {
        struct wp_carry *carry = &network->carry[a];
        network->sign[a] = 0;
        if (wp_tree_holds(network, a))
            continue;
        bool full = carry->flow >= carry->upper;
        carry->flow = full ? carry->upper : carry->lower;
        if (carry->lower < carry->upper)
            network->sign[a] = full ? -1 : 1;
        excess[network->arc[a].from] -= carry->flow;
        excess[network->arc[a].to] += carry->flow;
    }
}

/* Hangs v on the root by its artificial arc, which carries away its excess. */
static void hang_on_root(struct wp_network *network, int v) {
    int root = network->node_count;
    int64_t excess = network->excess[v];
    bool up = excess >= 0;
    network->arc[v] = up ? (struct wp_arc){.from = v, .to = root, .cost = 0}
                         : (struct wp_arc){.from = root, .to = v, .cost = network->artificial_cost};
    network->carry[v].flow = up ? excess : -excess;
    network->branch[v].parent = root;
    network->branch[v].arc = v;
    network->branch[v].up = up;
}

/* Gives the arc between v and its parent the flow that empties v's subtree. False if the arc cannot carry it,
 * or could not carry a little more flow up from v, as a strongly feasible tree demands; the arc is then on a
 * bound, out of the tree. */
static bool settle_branch(struct wp_network *network, int v) {
    struct wp_branch *branch = &network->branch[v];
    struct wp_carry *carry = &network->carry[branch->arc];
    int64_t flow = branch->up ? network->excess[v] : -network->excess[v];
    bool keep = branch->up ? flow >= carry->lower && flow < carry->upper
                           : flow > carry->lower && flow <= carry->upper;
    if (!keep) {
        flow = flow >= carry->upper ? carry->upper : flow <= carry->lower ? carry->lower : flow;
        if (carry->lower < carry->upper)
            network->sign[branch->arc] = flow == carry->upper ? -1 : 1;
    }
    carry->flow = flow;
    int64_t carried = branch->up ? flow : -flow;
    network->excess[v] -= carried;
    network->excess[branch->parent] += carried;
    return keep;
}

static void settle_potentials(struct wp_network *network) {
    int root = network->node_count;
    network->potential[root] = 0;
    for (int v = network->thread[root]; v != root; v = network->thread[v]) {
        const struct wp_branch *branch = &network->branch[v];
        int64_t cost = network->arc[branch->arc].cost;
        network->potential[v] = network->potential[branch->parent] + (branch->up ? cost : -cost);
    }
}

void wp_tree_settle(struct wp_network *network) {
    int root = network->node_count;
    bool changed = false;
    settle_outside(network);
    for (int v = network->previous[root]; v != root; v = network->previous[v]) {
        bool artificial = network->branch[v].parent == root;
        if (artificial || !settle_branch(network, v)) {
            hang_on_root(network, v);
            changed = changed || !artificial;
        }
    }
    if (changed)
        wp_tree_thread(network);
    settle_potentials(network);
}

/* Turns the subtree of `cut`, already out of the ring, so that `inside` is its top; returns the last node of
 * its thread. The nodes on the way from inside to cut ("the stem") each keep what hung on them; in the new
 * preorder inside's old subtree comes first, then for each stem node what its old subtree had before and
 * after the part already taken. */
static int turn(struct wp_network *network, int cut, int inside) {
    struct wp_branch *branch = network->branch;
    int *thread = network->thread, *previous = network->previous, *last = network->last;
    int total = branch[cut].size;
    struct wp_branch old = branch[inside]; /* of child, before it was turned */
    int child = inside, child_before = previous[inside], child_last = last[inside],
        child_after = thread[child_last];
    int tail = child_last;

    while (child != cut) {
        int node = old.parent;
        struct wp_branch node_old = branch[node];
        int node_before = previous[node], node_last = last[node];
        /* The thread of a shared last node may have been rewritten already. */
        int node_after = node_last == child_last ? child_after : thread[node_last];

        thread[tail] = node;
        previous[node] = tail;
        tail = child_before;
        if (child_last != node_last) {
            thread[tail] = child_after;
            previous[child_after] = tail;
            tail = node_last;
        }
        branch[node] =
            (struct wp_branch){.parent = child, .arc = old.arc, .size = total - old.size, .up = !old.up};
        child = node;
        child_before = node_before;
        child_last = node_last;
        child_after = node_after;
        old = node_old;
    }
    for (int v = cut; v != inside; v = branch[v].parent)
        last[v] = tail;
    last[inside] = tail;
    return tail;
}

void wp_tree_move(struct wp_network *network, int cut, int inside, int outside, int arc, int join) {
    struct wp_branch *branch = network->branch;
    int *thread = network->thread, *previous = network->previous, *last = network->last;
    int size = branch[cut].size, old_last = last[cut], before = previous[cut], after = thread[old_last];

    thread[before] = after;
    previous[after] = before;
    for (int v = branch[cut].parent; v >= 0 && last[v] == old_last; v = branch[v].parent)
        last[v] = before;
    for (int v = branch[cut].parent; v != join; v = branch[v].parent)
        branch[v].size -= size;

    int tail = turn(network, cut, inside);
    branch[inside] = (struct wp_branch){
        .parent = outside, .arc = arc, .size = size, .up = network->arc[arc].from == inside};

    after = thread[outside];
    thread[outside] = inside;
    previous[inside] = outside;
    thread[tail] = after;
    previous[after] = tail;
    for (int v = outside; v >= 0 && last[v] == outside; v = branch[v].parent)
        last[v] = tail;
    for (int v = outside; v != join; v = branch[v].parent)
        branch[v].size += size;
}

void wp_tree_raise(struct wp_network *network, int top, int64_t amount) {
    int end = network->thread[network->last[top]];
    for (int v = top; v != end; v = network->thread[v])
        network->potential[v] += amount;
}
