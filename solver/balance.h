/* balance.h: how evenly a plan fills the lecturers. */
#ifndef WP_BALANCE_H
#define WP_BALANCE_H

#include "plan.h"

/* Over lecturers with a limit above 0, the least share of the load in the limit, per mille and rounded down,
 * and the greatest, rounded up: B and T of the objective balance. False where no lecturer has such a limit;
 * both are 0 then. */
bool wp_lecturer_shares(const struct wp_round *round, const struct wp_plan *plan, int64_t *least,
                        int64_t *greatest);

#endif
