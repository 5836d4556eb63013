/* flow.h: the network in a program, solved as one.
 *
 * Each unit is a node of supply 1, each row of seats or load a node that its columns flow into, nested rows
 * one after the other, then a sink. Without minimum sizes, unequal loads, a choice of lecturer and the like
 * that is the whole program: it has whole solutions, and the potentials are whole multipliers that prove
 * them. Otherwise what does not fit is left out: the network is then a relaxation, and its tree a good first
 * basis of the linear program. */
#ifndef WP_FLOW_H
#define WP_FLOW_H

#include "network.h"
#include "program.h"

struct wp_flow;

/* program must outlive it. *out is NULL on failure. */
int wp_flow_new(const struct wp_program *program, struct wp_flow **out, struct wp_error *error);
void wp_flow_free(struct wp_flow *flow);

/* Minimises the sum of cost * x under the program's bounds as they are now. The first solve should be of
 * costs that resemble those to come: the next ones go on from its tree. x (per column) and multiplier (per
 * row, whole) are written when the outcome is optimal. */
int wp_flow_solve(struct wp_flow *flow, const int64_t *cost, bool (*stop)(void *context), void *context,
                  int64_t *x, int64_t *multiplier, enum wp_network_outcome *outcome, struct wp_error *error);

/* Is the network the whole program? */
bool wp_flow_is_exact(const struct wp_flow *flow);

/* Where a column, or a row's auxiliary variable, stands in a basis. */
enum wp_basis_status { WP_BASIC, WP_AT_LOWER, WP_AT_UPPER };

/* After a solve: the tree as a basis of the linear program with the program's rows but the strengthening ones
 * (whose status is meaningless). A row that is at its lower bound and has none is at 0, which its columns
 * imply. */
void wp_flow_basis(const struct wp_flow *flow, enum wp_basis_status *columns, enum wp_basis_status *rows);

#endif
