/* export.c: the integer program of one level, for any other solver. */
#include "run.h"

#include <stdlib.h>

/* The value of a level whose steps are a search for the first count that is not 0, as one program: minimise T
 * with T >= steps - k for every column that step k is the first to count. */
static int add_bottleneck(struct wp_run *run, int k, struct wp_error *error) {
    struct wp_program *program = run->build->program;
    int places = program->column_count, steps = run->levels[k].steps;
    int64_t *value = calloc((size_t)places + 1, sizeof *value);
    if (!value)
        return wp_error_memory(error);
    for (int step = steps - 1; step >= 0; step--) {
        wp_run_cost(run, k, step);
        for (int j = 0; j < places; j++)
            value[j] = run->cost[j] > 0 ? steps - step : value[j];
    }
    int top = wp_program_column(program, (struct wp_column){WP_COLUMN_OTHER, -1, -1, -1, 0, steps}, error);
    int code = top < 0 ? top : WP_OK;
    for (int j = 0; code == WP_OK && j < places; j++) {
        if (value[j] == 0)
            continue;
        code = wp_program_entry(program, top, 1, error);
        if (code == WP_OK)
            code = wp_program_entry(program, j, -value[j], error);
        if (code == WP_OK)
            code = wp_program_row(program, run->levels[k].objective->name, 0, WP_FREE_ABOVE, error);
    }
    for (int j = 0; j < places; j++)
        run->cost[j] = 0;
    run->cost[places] = 1;
    free(value);
    return code;
}

static int write_level(struct wp_run *run, const struct wp_export *what, struct wp_error *error) {
    int k = what->level - 1;
    int code = wp_run_extend(run, k, 0, error);
    if (code == WP_OK && run->levels[k].objective->first_positive)
        code = add_bottleneck(run, k, error);
    else if (code == WP_OK)
        wp_run_cost(run, k, 0);
    return code == WP_OK
               ? wp_lp_export(run->build->program, run->cost, what->strong, what->mps, what->lp, error)
               : code;
}

int wp_export_program(const struct wp_round *round, const struct wp_export *what,
                      const struct wp_watch *watch, struct wp_error *error) {
    struct wp_run *run = NULL;
    int code = wp_run_new(round, watch, &run, error);
    if (code == WP_OK && (what->level < 1 || what->level > run->level_count))
        code = wp_error_set(error, WP_USAGE, "level %d does not exist; this round has levels 1 to %d",
                            what->level, run->level_count);
    for (int k = 0; code == WP_OK && k < what->level - 1; k++) {
        code = wp_run_level(run, k, error);
        if (code == WP_OK && run->infeasible)
            code = wp_error_set(error, WP_USAGE, "no plan exists, so there is no level %d to export",
                                what->level);
        else if (code == WP_OK && !run->outcomes[k].proven)
            code = wp_error_set(error, WP_USAGE,
                                "level %s was not proven in time, so level %d cannot be exported",
                                run->levels[k].name, what->level);
    }
    if (code == WP_OK)
        code = write_level(run, what, error);
    wp_run_free(run);
    return code;
}
