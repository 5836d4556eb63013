/* demand.h: how many students ask for each project. */
#ifndef WP_DEMAND_H
#define WP_DEMAND_H

#include "arena.h"
#include "round.h"

struct wp_demand {
    int chosen; /* students who ranked it */
    int first;  /* of them, who put it first, alone or with others */
};

/* By project, in the arena; NULL when memory runs out. */
struct wp_demand *wp_demand_of(const struct wp_round *round, struct wp_arena *arena);

#endif
