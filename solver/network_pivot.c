/* network_pivot.c: the pivots of the network simplex: which arc enters the tree, which one leaves, what
 * flows. */
#include "network_tree.h"
#include <math.h>
#include <stdlib.h>

#define PIVOTS_BETWEEN_STOPS 4096
#define SMALLEST_BLOCK       16

int wp_network_mix(struct wp_network *network, struct wp_error *error) {
    int count = network->arc_count - network->mixed_count, start = network->node_count + network->mixed_count;
    int step = (int)ceil(sqrt((double)count)), to = 0;
    struct wp_arc *arc = calloc((size_t)count + 1, sizeof *arc);
    struct wp_carry *carry = calloc((size_t)count + 1, sizeof *carry);
    int rc = arc != NULL && carry != NULL ? 0 : wp_error_memory(error);

    for (int i = 0; rc == 0 && i < count; i++) {
        arc[i] = network->arc[start + i];
        carry[i] = network->carry[start + i];
    }
    for (int offset = 0; rc == 0 && offset < step; offset++) {
        for (int i = offset; i < count; i += step, to++) {
            network->arc[start + to] = arc[i];
            network->carry[start + to] = carry[i];
            network->place[network->mixed_count + i] = start + to;
        }
    }
    if (rc == 0)
        network->mixed_count = network->arc_count;
    free(arc);
    free(carry);
    return rc;
}

/* A cycle of the tree and the entering arc: flow goes from tail over that arc to head, up to the join and
 * down again. */
struct cycle {
    int arc, tail, head, join;
    int64_t amount; /* what can flow */
    int cut;        /* the node whose branch leaves; -1: the entering arc goes from bound to bound */
    bool at_tail;   /* cut lies between tail and join */
};

/* The arc of most negative (signed) reduced cost in the first block that has one, blocks taken round and
 * round; -1 if there is none at all. */
static int find_entering(struct wp_network *network, int block) {
    const struct wp_arc *arc = network->arc;
    const signed char *sign = network->sign;
    const int64_t *potential = network->potential;
    int first = network->node_count, end = first + network->arc_count;
    int at = network->search_at, best = -1;
    int64_t least = 0;

    for (int left = network->arc_count; left > 0 && best < 0;) {
        int stop = end - at < block ? end : at + block;
        left -= stop - at;
        for (; at < stop; at++) {
            int64_t gain = sign[at] * (arc[at].cost - potential[arc[at].from] + potential[arc[at].to]);
            if (gain < least) {
                least = gain;
                best = at;
            }
        }
        if (at == end)
            at = first;
    }
    network->search_at = at;
    return best;
}

static int64_t room_up(const struct wp_network *network, int v) {
    const struct wp_carry *carry = &network->carry[network->branch[v].arc];
    return network->branch[v].up ? carry->upper - carry->flow : carry->flow - carry->lower;
}

static int64_t room_down(const struct wp_network *network, int v) {
    const struct wp_carry *carry = &network->carry[network->branch[v].arc];
    return network->branch[v].up ? carry->flow - carry->lower : carry->upper - carry->flow;
}

/* Walks the cycle. Of the arcs that allow least the one leaves that is last on the way join - tail - head -
 * join: that keeps the tree strongly feasible. */
static struct cycle find_leaving(const struct wp_network *network, int entering) {
    const struct wp_branch *branch = network->branch;
    const struct wp_arc *arc = &network->arc[entering];
    const struct wp_carry *carry = &network->carry[entering];
    bool forward = network->sign[entering] > 0;
    struct cycle cycle = {.arc = entering,
                          .tail = forward ? arc->from : arc->to,
                          .head = forward ? arc->to : arc->from,
                          .amount = carry->upper - carry->lower,
                          .cut = -1};
    int v = cycle.tail, w = cycle.head, cut_head = -1;
    int64_t least_head = INT64_MAX;
    while (v != w) {
        if (branch[v].size < branch[w].size) {
            int64_t room = room_down(network, v);
            if (room < cycle.amount) {
                cycle.amount = room;
                cycle.cut = v;
                cycle.at_tail = true;
            }
            v = branch[v].parent;
        } else {
            int64_t room = room_up(network, w);
            if (room <= least_head) {
                least_head = room;
                cut_head = w;
            }
            w = branch[w].parent;
        }
    }
    cycle.join = v;
    if (cut_head >= 0 && least_head <= cycle.amount) {
        cycle.amount = least_head;
        cycle.cut = cut_head;
        cycle.at_tail = false;
    }
    return cycle;
}

static void push(struct wp_network *network, const struct cycle *cycle) {
    const struct wp_branch *branch = network->branch;
    int64_t amount = cycle->amount;
    if (amount == 0)
        return;
    network->carry[cycle->arc].flow += network->sign[cycle->arc] > 0 ? amount : -amount;
    for (int v = cycle->tail; v != cycle->join; v = branch[v].parent)
        network->carry[branch[v].arc].flow += branch[v].up ? -amount : amount;
    for (int v = cycle->head; v != cycle->join; v = branch[v].parent)
        network->carry[branch[v].arc].flow += branch[v].up ? amount : -amount;
}

static void exchange(struct wp_network *network, const struct cycle *cycle) {
    const struct wp_arc *entering = &network->arc[cycle->arc];
    int64_t reduced = entering->cost - network->potential[entering->from] + network->potential[entering->to];
    int leaving = network->branch[cycle->cut].arc;
    const struct wp_carry *carry = &network->carry[leaving];
    int inside = cycle->at_tail ? cycle->tail : cycle->head;
    int outside = cycle->at_tail ? cycle->head : cycle->tail;

    network->sign[cycle->arc] = 0;
    if (leaving >= network->node_count && carry->lower < carry->upper)
        network->sign[leaving] = carry->flow == carry->lower ? 1 : -1;
    wp_tree_move(network, cycle->cut, inside, outside, cycle->arc, cycle->join);
    wp_tree_raise(network, inside, inside == entering->from ? reduced : -reduced);
}

bool wp_network_pivot(struct wp_network *network, bool (*stop)(void *context), void *context) {
    int block = (int)sqrt((double)network->arc_count);
    if (block < SMALLEST_BLOCK)
        block = SMALLEST_BLOCK;
    network->search_at = network->node_count;
    for (int entering; (entering = find_entering(network, block)) >= 0;) {
        struct cycle cycle = find_leaving(network, entering);
        push(network, &cycle);
        if (cycle.cut < 0)
            network->sign[entering] = (signed char)-network->sign[entering];
        else
            exchange(network, &cycle);
        if (++network->pivots % PIVOTS_BETWEEN_STOPS == 0 && stop != NULL && stop(context))
            return false;
    }
    return true;
}
