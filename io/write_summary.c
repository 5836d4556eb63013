/* write_summary.c: summary.json, what the plan is worth and what is proven about it. */
#include "plan_json.h"
#include "report_files.h"
#include <stdlib.h>

/* Students with choices by the rank they got: an array of R counts. Also counts who is placed, and who
 * unlisted. */
static json_t *profile(const struct wp_round *round, const struct wp_plan *plan, int *placed, int *unlisted) {
    *placed = *unlisted = 0;
    int *counts = calloc((size_t)round->max_rank + 1, sizeof *counts);
    json_t *array = json_array();
    int failed = !counts || !array;
    for (int s = 0; s < round->student_count && !failed; s++) {
        int rank = wp_plan_rank(round, plan, s);
        if (rank == 0)
            continue;
        ++*placed;
        if (rank > round->max_rank)
            ++*unlisted;
        else
            counts[rank]++;
    }
    for (int rank = 1; rank <= round->max_rank && !failed; rank++)
        failed = json_array_append_new(array, json_integer(counts[rank]));
    free(counts);
    return failed ? (json_decref(array), NULL) : array;
}

static json_t *level_entry(const struct wp_level *level) {
    json_t *entry = wp_json_level(level);
    if (json_object_set_new(entry, "seconds", wp_json_seconds(level->seconds)) == 0)
        return entry;
    json_decref(entry);
    return NULL;
}

static json_t *levels(const struct wp_solution *solution) {
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < solution->level_count && !failed; i++)
        failed = json_array_append_new(array, level_entry(&solution->levels[i]));
    return failed ? (json_decref(array), NULL) : array;
}

static json_t *placements_sha256(const struct wp_round *round, const struct wp_plan *plan) {
    char text[WP_SHA256_TEXT];
    return wp_placements_sha256(round, plan, text, NULL) == 0 ? json_string(text) : NULL;
}

int wp_write_summary(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                     const struct wp_inputs *inputs, char *const *names, struct wp_error *error) {
    int placed, unlisted;
    json_t *by_rank = profile(round, solution->plan, &placed, &unlisted);
    json_t *summary = wp_json_head(round, inputs, wp_outcome_name(solution->outcome));
    int failed = json_object_set_new(summary, "students", json_integer(round->student_count));
    failed |= json_object_set_new(summary, "placed", json_integer(placed));
    failed |= json_object_set_new(summary, "unlisted", json_integer(unlisted));
    failed |= json_object_set_new(summary, "profile", by_rank);
    failed |= json_object_set_new(summary, "levels", levels(solution));
    failed |= json_object_set_new(summary, "fairness", wp_json_fairness(round, solution->plan));
    failed |= json_object_set_new(summary, "seed", json_integer(round->settings->seed));
    failed |= json_object_set_new(summary, "seconds", wp_json_seconds(solution->seconds));
    failed |= json_object_set_new(summary, "placements_sha256", placements_sha256(round, solution->plan));
    failed |= json_object_set_new(summary, "inputs", wp_json_inputs(inputs, names));
    if (failed) {
        json_decref(summary);
        summary = NULL;
    }
    return wp_json_write(stream, summary, error);
}
