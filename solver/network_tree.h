/* network_tree.h: the network simplex from inside: its arrays, and the spanning tree that its parts share. */
#ifndef WP_NETWORK_TREE_H
#define WP_NETWORK_TREE_H

#include "network.h"

/* Arc indices from here on are internal: 0 .. node_count - 1 are the artificial arcs, one between each node
 * and the root (node number node_count), then come the caller's. An artificial arc in the tree points away
 * from its node, free of charge, or, where the node lacks flow, towards it at artificial_cost. Once out of
 * the tree it never returns, except when a solve begins. */
struct wp_arc {
    int from, to;
    int64_t cost;
};

struct wp_carry {
    int64_t lower, upper, flow;
};

/* How a node hangs in the tree. */
struct wp_branch {
    int parent; /* -1 for the root */
    int arc;    /* to or from the parent */
    int size;   /* nodes of the subtree, itself counted */
    bool up;    /* the arc points to the parent */
};

struct wp_network {
    int node_count;
    int arc_count, arc_capacity; /* the caller's */
    int mixed_count;             /* of them, those that wp_network_mix has placed */
    int *place;                  /* internal index of each of the caller's arcs */

    struct wp_arc *arc;
    struct wp_carry *carry;
    signed char
        *sign; /* 1: at its lower bound, -1: at its upper; 0: cannot enter (in the tree, fixed, artificial) */

    int64_t *supply;
    int64_t *excess;    /* work space of wp_tree_settle */
    int64_t *potential; /* the root's is 0 */

    /* The tree. thread is its preorder, a ring through the root; previous is the ring backwards; last is the
     * last node of each subtree in that order. */
    struct wp_branch *branch;
    int *thread, *previous, *last;

    int64_t artificial_cost;
    int64_t imbalance; /* sum of all supplies */
    int search_at;     /* where the next search for an entering arc begins */
    int64_t pivots;
};

/* Places the arcs added since the last call in mixed order, because blocks of neighbouring arcs, which share
 * their ends, offer a search too little choice: that would cost several times the pivots. */
int wp_network_mix(struct wp_network *network, struct wp_error *error);

bool wp_tree_holds(const struct wp_network *network, int arc);

/* Every node hangs on the root. */
void wp_tree_star(struct wp_network *network);

/* Computes thread, previous, last and size from the parents. */
void wp_tree_thread(struct wp_network *network);

/* Makes the tree fit the present costs, bounds and supplies: flows of all arcs, a strongly feasible tree
 * (branches that cannot carry their flow are hung on the root), potentials. The numbers have been checked. */
void wp_tree_settle(struct wp_network *network);

/* Cuts the subtree of `cut` off its parent and hangs it, by `arc`, with its node `inside` on `outside`.
 * `join` is a common ancestor of cut and outside. Flows and potentials are the caller's. */
void wp_tree_move(struct wp_network *network, int cut, int inside, int outside, int arc, int join);

/* Adds to the potential of every node of a subtree. */
void wp_tree_raise(struct wp_network *network, int top, int64_t amount);

/* Simplex pivots until no arc can enter, or stop says true (then false is returned). */
bool wp_network_pivot(struct wp_network *network, bool (*stop)(void *context), void *context);

/* After an optimal solve: replaces artificial arcs of the tree by real ones, keeping it optimal, until each
 * connected part has one left. */
int wp_network_anchor(struct wp_network *network, struct wp_error *error);

#endif
