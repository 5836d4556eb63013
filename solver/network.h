/* network.h: minimum-cost flow by the primal network simplex, in exact integers, with a tree that can be
 * reused.
 *
 * A network has nodes with supplies and arcs with lower <= flow <= upper at a cost per unit. Of all flows
 * with (out of v) - (into v) = supply(v) at every node v, a solve finds one of least cost, the spanning tree
 * that shows it, and the node potentials that prove it. All bounds are finite, so a cost without limit cannot
 * occur.
 *
 * Method: strongly feasible spanning trees, which cannot cycle (Ahuja, Magnanti & Orlin, Network Flows, 1993,
 * ch. 11; Cunningham 1976), entering arcs by block search (Kovacs 2015, Minimum-cost flow algorithms: an
 * experimental evaluation). Memory is linear in nodes and arcs.
 *
 * Numbers. All arithmetic is exact. wp_network_solve refuses, with an error, a network where it might not be:
 *   1 + sum over nodes of the largest |cost| of an arc at that node <= WP_NETWORK_MAX, and
 *   sum of |supply| + 2 * (sum over arcs of the larger of |lower| and |upper|) <= WP_NETWORK_MAX.
 * So give an arc without limit an upper bound that it cannot reach (the total supply), not INT64_MAX.
 *
 * A round as a network. Every unit's row (its x, and u for "unplaced", add up to 1) is a node of supply 1, u
 * its arc to the sink, whose supply is minus the number of units. The other rows fit if their coefficients
 * are 1 and their columns are nested (a project's within its lecturer's, and so on): each is a node; its
 * auxiliary variable, bounded by the row, is the arc to the smallest row that holds its columns too, else to
 * the sink; x is an arc from the unit to the smallest row that holds it. A unit that counts k in all its rows
 * has supply and capacities k and the costs divided by k (scale all costs to keep them whole); its flow may
 * split. Rows that do not fit are left out: the network is then a relaxation. Then the tree is a basis of the
 * linear program: tree arc = basic, lower or upper = nonbasic there, unit rows nonbasic, the sink has no row;
 * GLPK confirms it without an iteration.
 *
 * Levels. Solve once with a weighted sum of all levels' costs. Nothing is concluded from it, so any weights
 * that fit will do; but all levels then start near their optimum, which saves most of the time (for
 * ranks:generous each rank four times the one before, and more for staying unplaced, left next to no pivots).
 * Then for each level: set its costs, solve, and fix every arc of non-zero reduced cost at its flow: that
 * keeps exactly the optimal flows. Do not restart from nothing after arcs were fixed; that is slow.
 */
#ifndef WP_NETWORK_H
#define WP_NETWORK_H

#include "error.h"
#include <stdbool.h>
#include <stdint.h>

#define WP_NETWORK_MAX (INT64_C(1) << 60)

struct wp_network;

enum wp_network_outcome {
    WP_NETWORK_OPTIMAL,
    WP_NETWORK_INFEASIBLE, /* no flow keeps all bounds and supplies; wp_network_cut says why */
    WP_NETWORK_STOPPED     /* by the caller; another solve goes on from there */
};

enum wp_arc_status {
    WP_ARC_TREE,  /* in the spanning tree: basic */
    WP_ARC_LOWER, /* flow = lower, or lower = upper */
    WP_ARC_UPPER  /* flow = upper */
};

/* Nodes 0 .. node_count - 1 with supply 0, and no arcs. *out is NULL on failure; free it with
 * wp_network_free. */
int wp_network_new(int node_count, struct wp_network **out, struct wp_error *error);
void wp_network_free(struct wp_network *network);

/* Adds an arc (arcs may be parallel, or loops); returns its index, counted from 0, or a negative wp_code.
 * Also between two solves: a new arc starts at its lower bound. */
int wp_network_arc(struct wp_network *network, int from, int to, int64_t lower, int64_t upper, int64_t cost,
                   struct wp_error *error);

/* Changes, before the first solve or between solves. The next solve starts from the tree of the last one. It
 * stays feasible when only costs change and arcs are fixed at their present flow (lower = upper = flow);
 * after other changes the solve first mends it, which costs time, never correctness. Bounds that cross are an
 * error at the solve. */
void wp_network_supply(struct wp_network *network, int node, int64_t supply);
void wp_network_cost(struct wp_network *network, int arc, int64_t cost);
void wp_network_bounds(struct wp_network *network, int arc, int64_t lower, int64_t upper);

/* Solves. stop (may be NULL) is asked every few thousand pivots; true ends the solve.
 * Returns 0, or WP_INTERNAL when a number is too large, bounds cross, or memory runs out. */
int wp_network_solve(struct wp_network *network, bool (*stop)(void *context), void *context,
                     enum wp_network_outcome *outcome, struct wp_error *error);

/* Forgets the tree: the next solve starts from nothing. */
void wp_network_restart(struct wp_network *network);

/* What the last solve found. Flows are within bounds after every solve, and meet the supplies if it was
 * optimal. */
int64_t wp_network_flow(const struct wp_network *network, int arc);
enum wp_arc_status wp_network_status(const struct wp_network *network, int arc);

/* The dual value of (out of node) - (into node) = supply. Optimal potentials, up to one constant for each
 * connected part; the reduced cost of an arc is cost - potential(from) + potential(to): 0 in the tree, after
 * an optimal solve
 * >= 0 where flow = lower < upper, <= 0 where flow = upper > lower. */
int64_t wp_network_potential(const struct wp_network *network, int node);
int64_t wp_network_reduced_cost(const struct wp_network *network, int arc);

/* True if the node hangs on the artificial root: its equation is the one that the tree leaves out. After an
 * optimal solve there is exactly one such node in each connected part of the network (arcs of every capacity
 * counted), so the tree arcs with, for that node, the auxiliary variable of its row are a basis of the linear
 * program. */
bool wp_network_is_anchor(const struct wp_network *network, int node);

/* Total cost of the flow; WP_INTERNAL if it does not fit. */
int wp_network_total(const struct wp_network *network, int64_t *total, struct wp_error *error);

/* After an infeasible solve: marks (one entry per node) a set of nodes that no flow can serve, and returns by
 * how much: its supply + lower bounds of arcs into it - upper bounds of arcs out of it, which is above 0.
 * Where the supplies do not add up to 0 that set is all nodes and the amount is their sum, below 0 if supply
 * is missing. */
int64_t wp_network_cut(const struct wp_network *network, bool *in_cut);

/* Pivots of all solves so far. */
int64_t wp_network_pivots(const struct wp_network *network);

#endif
