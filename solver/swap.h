/* swap.h: may students change places? A plan with some of them exchanged, held against every rule and level.
 */
#ifndef WP_SWAP_H
#define WP_SWAP_H

#include "solve.h"

/* Two students, by index. */
struct wp_pair_of_students {
    int one, other;
};

/* Finds the students that the swaps name. Unknown ones go to diagnostics, with a suggestion; the caller looks
 * at diagnostics->errors before using pairs, which has room for one a swap. */
void wp_swaps_find(const struct wp_round *round, const struct wp_swap *swaps, int count,
                   struct wp_pair_of_students *pairs, struct wp_diagnostics *diagnostics);

/* The plan with the two of each pair exchanged, all at once: each takes the other's project and lecturer, or
 * her being unplaced. In *out, `plan` is the new plan, `levels` are its values (none proven), and `reasons`
 * the rules that it breaks: only if there are none may it be used as a plan. *out is NULL on failure; free it
 * with wp_solution_free. */
int wp_swap_evaluate(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_pair_of_students *pairs, int count, struct wp_solution **out,
                     struct wp_error *error);

#endif
