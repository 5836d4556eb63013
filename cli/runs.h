/* runs.h: the runs of a what-if: the base round, each scenario, each variant of a sweep. */
#ifndef WP_CLI_RUNS_H
#define WP_CLI_RUNS_H

#include "config.h"
#include "inputs.h"
#include "options.h"
#include "round.h"
#include "scenario.h"
#include "settings.h"
#include "sha256_text.h"

/* One run: what `solve FILE --set ...` would do, into its own folder. */
struct wp_run_spec {
    char *name;                         /* "base", "ill-lecturer", "quota-2": its folder below DIR/runs */
    char *label;                        /* see wp_whatif_row */
    const struct wp_scenario *scenario; /* NULL for the base */
    int variant;                        /* of its sweep; else -1 */
    char key[WP_SHA256_TEXT], hash[WP_SHA256_TEXT]; /* see run_record.h; "" where it was not read */
    int same_as;                     /* an earlier run with the same key, or -1: then it is not made */
    const struct wp_scenario *swaps; /* a question about the base's plan, answered without a run; or NULL */
};

/* Start with {0}; release with wp_runs_clear in any case. */
struct wp_runs {
    const char *ini; /* of the base round */
    char *directory; /* that of ini */
    char *round;     /* the base round's name, "" if none */
    enum wp_language language;
    const struct wp_common_options *options;
    struct wp_scenario **scenarios; /* one a file given */
    int scenario_count;
    struct wp_run_spec *items; /* the base first, then the scenarios as given */
    int count;
};

/* Reads ini and the scenarios' files and every file that each of their runs needs, one after the other, and
 * prints all that is wrong, and unless --quiet all notices, each line once. With a name in `only`, of the
 * tables those of this run alone. Returns 0 or the exit status. ini, files and options must outlive *runs. */
int wp_runs_read(const struct wp_common_options *options, const char *ini, char *const *files, int file_count,
                 const char *only, struct wp_runs *runs);
void wp_runs_clear(struct wp_runs *runs);

/* The run of this name, or -1. */
int wp_runs_find(const struct wp_runs *runs, const char *name);

/* What wp_load_source is to read for the run. */
struct wp_config_source wp_run_source(const struct wp_runs *runs, const struct wp_run_spec *spec);

/* Reads the run's round again. Returns 0 or an error: WP_INPUT where its files are no longer those that the
 * list was read from. The caller frees all three in every case, as after wp_load_source. */
int wp_run_load(const struct wp_runs *runs, const struct wp_run_spec *spec, struct wp_settings **settings,
                struct wp_inputs *inputs, struct wp_round **round, struct wp_error *error);

/* Is the run one that is made, not the same as another and not answered without? */
bool wp_run_is_made(const struct wp_run_spec *spec);

#endif
