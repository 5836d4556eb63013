/* run_record.h: how one run of a what-if ended: DIR/runs/NAME.json, beside its plan's folder DIR/runs/NAME.
 * Written last, in one step, so that a run that was killed has none and is made again. */
#ifndef WP_RUN_RECORD_H
#define WP_RUN_RECORD_H

#include "inputs.h"
#include "whatif.h"

#define WP_RUN_MESSAGE 512

struct wp_run_record {
    char hash[WP_SHA256_TEXT];    /* of all that the run depends on: see wp_run_hash */
    enum wp_whatif_status status; /* optimal, feasible, infeasible, no_plan or failed */
    bool stopped;                 /* by Ctrl-C: the plan is not the last word */
    char message[WP_RUN_MESSAGE]; /* of a failed run */
    double seconds;
};

/* Returns 0, or an error of writing. */
int wp_run_record_write(const char *path, const struct wp_run_record *record, struct wp_error *error);
/* False if there is none, or none that can be understood: the run is to be made. */
bool wp_run_record_read(const char *path, struct wp_run_record *record);
/* Is there a record of this program, of whatever version? A file that is none is somebody else's. */
bool wp_run_record_is(const char *path);

/* key: SHA-256 of the settings in effect, the tables as they were read and this program's version: two rounds
 * with the same key have the same plan. hash: the same and the bytes of every input file; a finished run with
 * this hash is kept. */
int wp_run_hash(const struct wp_round *round, const struct wp_inputs *inputs, char key[WP_SHA256_TEXT],
                char hash[WP_SHA256_TEXT], struct wp_error *error);

#endif
