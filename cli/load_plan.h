/* load_plan.h: a written plan is loaded again, with the round that it was made from. */
#ifndef WP_CLI_LOAD_PLAN_H
#define WP_CLI_LOAD_PLAN_H

#include "inputs.h"
#include "options.h"
#include "plan.h"
#include "read_plan.h"

/* A plan with everything that it needs. Start with {0}; release with wp_loaded_plan_clear in every case. */
struct wp_loaded_plan {
    struct wp_plan_record *record;
    const char **overrides; /* the plan's own, then those of this command */
    struct wp_settings *settings;
    struct wp_inputs inputs;
    struct wp_round *round;
    struct wp_plan *plan;
};

/* Loads the plan in `folder` from its own copies of the input, and checks it by every rule, and that it is
 * the one that was solved. Prints what is
 * wrong. Returns 0 or the exit status. */
int wp_load_plan(const struct wp_common_options *options, const char *folder, struct wp_loaded_plan *out);
void wp_loaded_plan_clear(struct wp_loaded_plan *loaded);

#endif
