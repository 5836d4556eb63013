/* outcome.h: what a search came to: its folder on disk, and what the person at the terminal is told. */
#ifndef WP_CLI_OUTCOME_H
#define WP_CLI_OUTCOME_H

#include "inputs.h"
#include "options.h"
#include "solve.h"

/* Where the outcome goes. Start with {0}. */
struct wp_targets {
    char *plan;
    char *infeasible; /* the folder that tells why no plan exists */
};

/* Names both folders, and refuses them (WP_USAGE) before anybody waits for a plan. Clear in any case. */
int wp_targets_find(const char *plan, struct wp_targets *targets, struct wp_error *error);
void wp_targets_clear(struct wp_targets *targets);

/* Writes the folder of the outcome, with these formats for people (see wp_write_plan); without a plan or a
 * proof that none exists there is nothing to write. */
int wp_outcome_write(const struct wp_targets *targets, const struct wp_round *round,
                     const struct wp_solution *solution, const struct wp_inputs *inputs, unsigned formats,
                     struct wp_error *error);

/* Prints the outcome that was written. Returns the exit status. */
int wp_outcome_print(const struct wp_targets *targets, const struct wp_round *round,
                     const struct wp_solution *solution, const struct wp_common_options *options);

#endif
