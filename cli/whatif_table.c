/* whatif_table.c: the runs of a what-if, read back from their folders, side by side. */
#include "whatif_table.h"
#include "load_plan.h"
#include "read_levels.h"
#include "rule.h"
#include "swap.h"
#include "translate.h"
#include "whole_file.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A table while it is filled. */
struct filling {
    const struct wp_runs *runs;
    const char *folder;
    const struct wp_run_result *results;
    struct wp_whatif_table *table;
    struct wp_error *error;
};

static const char *copy(struct filling *filling, const char *text) {
    const char *kept = wp_arena_copy(filling->table->arena, text, strlen(text));
    if (kept == NULL)
        wp_error_memory(filling->error);
    return kept;
}

static int fail_row(struct filling *filling, struct wp_whatif_row *row, const char *message) {
    row->status = WP_WHATIF_FAILED;
    row->message = copy(filling, message);
    return row->message != NULL ? 0 : WP_INTERNAL;
}

static int add_reasons(struct filling *filling, struct wp_whatif_row *row,
                       const struct wp_violations *violations) {
    size_t size = (size_t)violations->count + 1;
    const char **reasons = wp_arena_alloc(filling->table->arena, size, sizeof *reasons);
    const char **english = wp_arena_alloc(filling->table->arena, size, sizeof *english);
    if (reasons == NULL || english == NULL)
        return wp_error_memory(filling->error);
    for (int i = 0; i < violations->count; i++) {
        reasons[i] = copy(filling, violations->items[i].message);
        english[i] = copy(filling, violations->items[i].english);
        if (reasons[i] == NULL || english[i] == NULL)
            return WP_INTERNAL;
    }
    row->reasons = reasons;
    row->english = english;
    row->reason_count = violations->count;
    return 0;
}

/* May the students change places in the base's plan? */
static int answer_swap(struct filling *filling, int at, const struct wp_loaded_plan *base) {
    struct wp_whatif_row *row = &filling->table->whatif.rows[at];
    struct wp_pair_of_students *pairs = calloc((size_t)row->swap_count + 1, sizeof *pairs);
    struct wp_solution *swapped = NULL;
    struct wp_diagnostics unknown = {0}; /* all were found when the runs were read */
    int code = pairs != NULL ? 0 : wp_error_memory(filling->error);
    if (code == 0) {
        wp_swaps_find(base->round, row->swaps, row->swap_count, pairs, &unknown);
        code = unknown.errors == 0 ? wp_swap_evaluate(base->round, base->plan, pairs, row->swap_count,
                                                      &swapped, filling->error)
                                   : fail_row(filling, row, _("the base round was changed in between"));
    }
    if (swapped != NULL) {
        row->status = swapped->reasons.count > 0 ? WP_WHATIF_REFUSED : WP_WHATIF_ALLOWED;
        code = add_reasons(filling, row, &swapped->reasons);
        if (code == 0)
            code = wp_figures_new(base->round, swapped->plan, swapped->levels, swapped->level_count,
                                  &filling->table->figures[at], filling->error);
    }
    wp_solution_free(swapped);
    wp_diagnostics_clear(&unknown);
    free(pairs);
    return code;
}

static int answer_swaps(struct filling *filling, const struct wp_loaded_plan *base) {
    int code = 0;
    for (int i = 0; i < filling->runs->count && code == 0; i++)
        if (filling->runs->items[i].swaps != NULL)
            code = answer_swap(filling, i, base);
    return code;
}

/* Reads a plan back. The round is let go again; with the base's the swaps are answered while it is there. */
static int load_plan(struct filling *filling, int at, const struct wp_run_paths *paths) {
    /* The overrides of this command are among those that the plan has recorded. */
    const struct wp_common_options none = {0};
    struct wp_whatif_row *row = &filling->table->whatif.rows[at];
    struct wp_loaded_plan loaded = {0};
    struct wp_plan_levels levels = {0};
    int code = 0;
    if (wp_load_plan(&none, paths->plan, &loaded) != 0 ||
        wp_plan_levels_read(paths->plan, &levels, NULL) != 0) {
        (void)unlink(paths->record);
        code = fail_row(filling, row,
                        _("its plan is not the one that was written; start again to have it made afresh"));
    } else {
        code = wp_figures_new(loaded.round, loaded.plan, levels.items, levels.count,
                              &filling->table->figures[at], filling->error);
        if (code == 0 && at == 0)
            code = answer_swaps(filling, &loaded);
    }
    wp_plan_levels_clear(&levels);
    wp_loaded_plan_clear(&loaded);
    return code;
}

/* Counted once more, because the run left them for programs only, in the English of infeasible.json. */
static int count_reasons(struct filling *filling, int at) {
    struct wp_whatif_row *row = &filling->table->whatif.rows[at];
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_violations reasons = {0};
    struct wp_error wrong = {0};
    int code = wp_run_load(filling->runs, &filling->runs->items[at], &settings, &inputs, &round, &wrong);
    if (code == 0) {
        wp_count_reasons(round, &reasons);
        code = add_reasons(filling, row, &reasons);
    } else {
        code = code == WP_INPUT ? fail_row(filling, row, wrong.message)
                                : wp_error_set(filling->error, code, "%s", wrong.message);
    }
    wp_violations_clear(&reasons);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    return code;
}

/* What a run that was made came to. */
static int fill_made(struct filling *filling, int at) {
    struct wp_whatif_row *row = &filling->table->whatif.rows[at];
    const struct wp_run_result *result = &filling->results[at];
    struct wp_run_paths paths;
    if (!result->known)
        return 0;
    row->status = result->record.status;
    int code = wp_run_paths_find(filling->folder, row->run, &paths, filling->error);
    if (code != 0)
        return code;
    switch (row->status) {
    case WP_WHATIF_OPTIMAL:
    case WP_WHATIF_FEASIBLE:
        code = load_plan(filling, at, &paths);
        break;
    case WP_WHATIF_INFEASIBLE:
        code = count_reasons(filling, at);
        break;
    case WP_WHATIF_FAILED:
        code = fail_row(filling, row, result->record.message);
        break;
    default:
        break;
    }
    wp_run_paths_clear(&paths);
    return code;
}

/* What is known before any plan is looked at. */
static struct wp_whatif_row describe(const struct wp_runs *runs, const struct wp_run_spec *spec) {
    const struct wp_scenario *scenario = spec->scenario;
    struct wp_whatif_row row = {.run = spec->name,
                                .label = spec->label,
                                .why = "",
                                .message = "",
                                .sweep = -1,
                                .variant = spec->variant,
                                .same_as = spec->same_as,
                                .status = WP_WHATIF_NOT_RUN};
    if (scenario == NULL) {
        row.name = runs->round[0] != '\0' ? runs->round : wp_whatif_file_name(runs->ini);
        return row;
    }
    row.file = scenario->path;
    row.name = scenario->name;
    row.why = scenario->why;
    if (spec->swaps != NULL) {
        row.swaps = spec->swaps->swaps;
        row.swap_count = spec->swaps->swap_count;
    }
    return row;
}

static int describe_all(struct filling *filling) {
    const struct wp_runs *runs = filling->runs;
    struct wp_whatif_table *table = filling->table;
    struct wp_whatif *whatif = &table->whatif;
    table->arena = wp_arena_new();
    table->figures = calloc((size_t)runs->count, sizeof *table->figures);
    table->changes = calloc((size_t)runs->count, sizeof *table->changes);
    whatif->rows = calloc((size_t)runs->count, sizeof *whatif->rows);
    whatif->sweeps = calloc((size_t)runs->scenario_count + 1, sizeof *whatif->sweeps);
    if (!table->arena || !table->figures || !table->changes || !whatif->rows || !whatif->sweeps)
        return wp_error_memory(filling->error);
    whatif->round = runs->round;
    whatif->round_file = runs->ini;
    whatif->language = runs->language;
    whatif->row_count = runs->count;
    for (int i = 0; i < runs->count; i++) {
        whatif->rows[i] = describe(runs, &runs->items[i]);
        if (runs->items[i].variant == 0)
            whatif->sweeps[whatif->sweep_count++] =
                (struct wp_whatif_sweep){.scenario = runs->items[i].scenario, .first_row = i};
        if (runs->items[i].variant >= 0)
            whatif->rows[i].sweep = whatif->sweep_count - 1;
    }
    return 0;
}

/* What each row's plan changes for whom; rows that were solved once share it. */
static int compare(struct filling *filling, int at) {
    struct wp_whatif_table *table = filling->table;
    struct wp_whatif_row *row = &table->whatif.rows[at];
    const struct wp_figures *base = table->figures[0];
    int code = 0;
    if (row->same_as >= 0) {
        const struct wp_whatif_row *same = &table->whatif.rows[row->same_as];
        row->status = same->status;
        row->message = same->message;
        row->reasons = same->reasons;
        row->english = same->english;
        row->reason_count = same->reason_count;
        row->figures = same->figures;
    } else {
        row->figures = table->figures[at];
    }
    if (at == 0 || base == NULL || row->figures == NULL)
        return 0;
    if (row->same_as > 0) {
        row->changes = table->whatif.rows[row->same_as].changes;
        return 0;
    }
    code = wp_changes_new(&base->places, &row->figures->places, &table->changes[at], filling->error);
    row->changes = table->changes[at];
    return code;
}

/* Without a plan of the base there is nothing to change places in. */
static void leave_swaps_open(const struct filling *filling) {
    for (int i = 0; i < filling->runs->count; i++)
        if (filling->runs->items[i].swaps != NULL)
            filling->table->whatif.rows[i].message =
                _("base has no plan in which anybody could change places");
}

int wp_whatif_table_new(const struct wp_runs *runs, const char *folder, const struct wp_run_result *results,
                        struct wp_whatif_table **out, struct wp_error *error) {
    struct wp_whatif_table *table = calloc(1, sizeof *table);
    struct filling filling = {runs, folder, results, table, error};
    *out = NULL;
    if (table == NULL)
        return wp_error_memory(error);
    int code = describe_all(&filling);
    for (int i = 0; i < runs->count && code == 0; i++)
        if (wp_run_is_made(&runs->items[i]))
            code = fill_made(&filling, i);
    for (int i = 0; i < runs->count && code == 0; i++)
        code = compare(&filling, i);
    if (code == 0 && results[0].known && table->figures[0] == NULL)
        leave_swaps_open(&filling);
    if (code != 0) {
        wp_whatif_table_free(table);
        return code;
    }
    wp_whatif_find_frontiers(&table->whatif);
    *out = table;
    return 0;
}

void wp_whatif_table_free(struct wp_whatif_table *table) {
    if (table == NULL)
        return;
    for (int i = 0; i < table->whatif.row_count; i++) {
        wp_changes_free(table->changes[i]);
        wp_figures_free(table->figures[i]);
    }
    free(table->changes);
    free(table->figures);
    free(table->whatif.rows);
    free(table->whatif.sweeps);
    wp_arena_free(table->arena);
    free(table);
}

static const struct {
    const char *name;
    int (*write)(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);
} reports[] = {{"comparison.csv", wp_whatif_csv},
               {"movers.csv", wp_whatif_movers_csv},
               {"comparison.json", wp_whatif_json},
               {"comparison.html", wp_whatif_html}};

int wp_whatif_table_write(const struct wp_whatif_table *table, const char *folder, struct wp_error *error) {
    int code = 0;
    for (size_t i = 0; i < sizeof reports / sizeof *reports && code == 0; i++) {
        struct wp_whole_file file = {0};
        size_t size = strlen(folder) + strlen(reports[i].name) + 2;
        char *path = malloc(size);
        if (path == NULL)
            return wp_error_memory(error);
        snprintf(path, size, "%s/%s", folder, reports[i].name);
        code = wp_whole_file_begin(path, &file, error);
        if (code == 0)
            code = reports[i].write(file.stream, &table->whatif, error);
        if (code == 0)
            code = wp_whole_file_commit(&file, error);
        wp_whole_file_free(&file);
        free(path);
    }
    return code;
}
