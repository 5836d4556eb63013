/* runs.h: the runs of a what-if: the base round, each scenario, each variant of a sweep. */
#ifndef WP_CLI_RUNS_H
#define WP_CLI_RUNS_H

#include "options.h"
#include "scenario.h"
#include "whatif.h"

/* One run: what `solve FILE --set ...` would do, into its own folder. */
struct wp_run_spec {
    char *name;                         /* "base", "ill-lecturer", "quota-2": its folder below DIR/runs */
    char *label;                        /* see wp_whatif_row */
    const struct wp_scenario *scenario; /* NULL for the base */
    int variant;                        /* of its sweep; else -1 */
    char key[65], hash[65];             /* see run_record.h */
    int same_as;                        /* an earlier run with the same key, or -1: then it is not made */
    const struct wp_scenario *swaps; /* a question about the base's plan, answered without a run; or NULL */
};

struct wp_runs {
    const char *ini; /* of the base round */
    const struct wp_common_options *options;
    struct wp_scenario **scenarios; /* one a file given */
    int scenario_count;
    struct wp_run_spec *items; /* the base first, then the scenarios as given */
    int count;
};

#endif
