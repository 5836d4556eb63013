/* network_cases.h: seeded random networks, and exact proofs that what a solve says of them is true. */
#ifndef NETWORK_CASES_H
#define NETWORK_CASES_H

#include "network.h"

#define CASE_NODES 12
#define CASE_ARCS  40

/* The network as the test knows it, apart from the solver. */
struct network_case {
    int nodes, arcs;
    int from[CASE_ARCS], to[CASE_ARCS];
    int64_t lower[CASE_ARCS], upper[CASE_ARCS], cost[CASE_ARCS], supply[CASE_NODES];
};

/* A number in low .. high, and the next state. */
int64_t case_draw(uint64_t *state, int64_t low, int64_t high);

/* Parallel arcs, loops, unconnected nodes, arcs of capacity 0, lower bounds and negative costs all occur;
 * about half of the networks have a flow. The same seed gives the same network. */
struct network_case case_make(uint64_t seed);

/* A fresh network with all of it. */
struct wp_network *case_load(const struct network_case *network_case);

/* Fails the test unless the flow keeps bounds and supplies, its cost is total, the potentials prove that none
 * is cheaper, and the tree is a spanning forest with one anchor in each connected part. */
void case_prove_optimal(const struct network_case *network_case, const struct wp_network *network);

/* Fails the test unless the cut is a set of nodes that no flow can serve. */
void case_prove_infeasible(const struct network_case *network_case, const struct wp_network *network);

/* Solves, proves the outcome; true if there is a flow. */
bool case_solve(const struct network_case *network_case, struct wp_network *network);

/* Fails the test unless the solver's tree is whole: its preorder, sizes, statuses and potentials belong
 * together. strong: and every node can send a little more flow to the root. That holds whenever a solve is
 * stopped, and is what keeps it from cycling. */
void case_prove_tree(const struct wp_network *network, bool strong);

int64_t case_total(const struct wp_network *network);

#endif
