/* read_levels.h: what a written plan proved: its outcome and levels, from its summary.json. */
#ifndef WP_READ_LEVELS_H
#define WP_READ_LEVELS_H

#include "solve.h"

/* Of each level all but its seconds. Start with {0}. */
struct wp_plan_levels {
    enum wp_outcome outcome; /* optimal or feasible */
    struct wp_level *items;
    int count;
};

/* A folder that is no plan of ours is WP_USAGE. Clear it in every case. */
int wp_plan_levels_read(const char *folder, struct wp_plan_levels *out, struct wp_error *error);
void wp_plan_levels_clear(struct wp_plan_levels *levels);

#endif
