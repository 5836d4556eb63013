/* flow.h: a program that is a network, solved as one.
 *
 * Without minimum sizes, unequal loads, a choice of lecturer and the like, the rows of a round are a network: each unit a node
 * of supply 1, each row of seats or load a node that its columns flow into, nested rows one after the other, a sink. Its linear
 * program has whole solutions, and the potentials are whole multipliers that prove them. */
#ifndef WP_FLOW_H
#define WP_FLOW_H

#include "network.h"
#include "program.h"

struct wp_flow;

/* *out is NULL, without an error, if some row or column of the program does not fit in a network. program must outlive it. */
int wp_flow_new(const struct wp_program *program, struct wp_flow **out, struct wp_error *error);
void wp_flow_free(struct wp_flow *flow);

/* Minimises the sum of cost * x under the program's bounds as they are now. The first solve should be of costs that resemble those to come: the next ones go on from its
 * tree. x (per column) and multiplier (per row, whole) are written when the outcome is optimal. */
int wp_flow_solve(struct wp_flow *flow, const int64_t *cost, bool (*stop)(void *context), void *context, int64_t *x,
                  int64_t *multiplier, enum wp_network_outcome *outcome, struct wp_error *error);

#endif
