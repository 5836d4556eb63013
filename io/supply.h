/* supply.h: what students ask against what there is and what the plan fills, by kind of work. */
#ifndef WP_SUPPLY_H
#define WP_SUPPLY_H

#include "plan.h"

/* One kind of work: an orientation or a domain. */
struct wp_supply_row {
    const char *domain;              /* NULL: projects that name none; in a table of orientations always */
    enum wp_orientation orientation; /* in a table of domains always none */
    int asking;                      /* students whose own orientation this is; 0 in a table of domains */
    int first, choices;              /* first choices, equal first ones each; all choices */
    int projects, open;              /* that could run (wp_check_seats), and that somebody is on */
    int64_t seats;                   /* of those that could run */
    int filled;                      /* heads */
};

struct wp_supply {
    struct wp_supply_row *rows;
    int count;
    bool known; /* some student or project says what is its own; else there is nothing to tell */
};

/* Individual, collective, not said: in this order, always three. plan: NULL before there is one. The rows
 * live in the arena; false when memory runs out. */
bool wp_supply_by_orientation(const struct wp_round *round, const struct wp_plan *plan,
                              struct wp_arena *arena, struct wp_supply *supply);
/* By name, bytewise; projects without a domain last. */
bool wp_supply_by_domain(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                         struct wp_supply *supply);

#define WP_ORIENTATIONS 3

/* What students ask by their own orientation (first index), and which they are placed on; the last of the
 * second is for those who are not placed. By enum wp_orientation. */
struct wp_supply_crossing {
    int students[WP_ORIENTATIONS][WP_ORIENTATIONS + 1];
};
void wp_supply_cross(const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_supply_crossing *crossing);

#endif
