/* flows.h: how many students go from which district to which. */
#ifndef WP_FLOWS_H
#define WP_FLOWS_H

#include "plan.h"

/* Placed students who live in one district and whose project is in another, or in the same. */
struct wp_flow {
    int from, to; /* districts */
    int students;
    int trips;       /* of them, whose trip is known */
    int64_t minutes; /* over these, one way */
};

struct wp_flows {
    struct wp_flow *items; /* the most students first; by from and to where they are equal */
    int count;
    int unknown; /* placed students without a home district, or whose project has none */
};

/* The items live in the arena; false when memory runs out. */
bool wp_flows_of_plan(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                      struct wp_flows *flows);

#endif
