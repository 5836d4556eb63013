/* export.c: the integer program of one level, for any other solver. */
#include "run.h"

#include <stdio.h>

int wp_export_program(const struct wp_round *round, const struct wp_export *what, const struct wp_watch *watch,
                      struct wp_error *error) {
    struct wp_run *run = NULL;
    int code = wp_run_new(round, watch, &run, error);
    if (code == WP_OK && (what->level < 1 || what->level > run->level_count))
        code = wp_error_set(error, WP_USAGE, "level %d does not exist; this round has levels 1 to %d", what->level,
                            run->level_count);
    for (int k = 0; code == WP_OK && k < what->level - 1; k++) {
        code = wp_run_level(run, k, error);
        if (code == WP_OK && run->infeasible)
            code = wp_error_set(error, WP_USAGE, "no plan exists, so there is no level %d to export", what->level);
        else if (code == WP_OK && !run->outcomes[k].proven)
            code = wp_error_set(error, WP_USAGE, "level %s was not proven in time, so level %d cannot be exported",
                                run->levels[k].name, what->level);
    }
    if (code == WP_OK) {
        wp_run_cost(run, what->level - 1, 0);
        code = wp_lp_export(run->build->program, run->cost, what->strong, what->mps, what->lp, error);
    }
    wp_run_free(run);
    return code;
}
