/* objectives.h: the objectives of this version, for their table. */
#ifndef WP_OBJECTIVES_H
#define WP_OBJECTIVES_H

#include "objective.h"

extern const struct wp_objective wp_objective_placed;
extern const struct wp_objective wp_objective_ranks_sum;
extern const struct wp_objective wp_objective_ranks_greedy;
extern const struct wp_objective wp_objective_ranks_generous;
extern const struct wp_objective wp_objective_ranks_minimax;
extern const struct wp_objective wp_objective_travel;
extern const struct wp_objective wp_objective_balance;
extern const struct wp_objective wp_objective_collective;
extern const struct wp_objective wp_objective_novelty;
extern const struct wp_objective wp_objective_moves;
extern const struct wp_objective wp_objective_lottery;

/* Counts of a profile: one per rank, and one for unlisted placements. */
int wp_rank_steps(const struct wp_round *round);

#endif
