/* runs.c: the list of runs of a what-if, with everything that they read checked. */
#define _XOPEN_SOURCE 700 /* strdup */
#include "runs.h"
#include "cli.h"
#include "collected.h"
#include "load.h"
#include "run_names.h"
#include "run_record.h"
#include "scenario_read.h"
#include "speech.h"
#include "swap.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct reading {
    struct wp_runs *runs;
    const char *only; /* or NULL */
    struct wp_collected collected;
    const struct wp_run_spec *spec; /* the scenario's run whose tables are read; else NULL */
    size_t misuse;                  /* how many of the errors are of the call, not of the input */
    struct wp_error *error;
};

static int take(struct reading *reading, struct wp_diagnostics *diagnostics) {
    const struct wp_run_spec *spec = reading->spec;
    return wp_collect(&reading->collected, diagnostics, spec != NULL ? spec->name : NULL,
                      spec != NULL ? spec->scenario->path : NULL, reading->error);
}

/* Errors of the call: files and options that do not go together. */
static int take_misuse(struct reading *reading, struct wp_diagnostics *diagnostics) {
    size_t before = reading->collected.lines.errors;
    int code = take(reading, diagnostics);
    reading->misuse += reading->collected.lines.errors - before;
    return code;
}

/* A file that cannot be read at all is one of the things that are wrong; anything else ends the command. */
static int take_failure(struct reading *reading, int code, const char *path, const struct wp_error *failure) {
    struct wp_diagnostics diagnostics = {0};
    if (code == WP_INTERNAL)
        return wp_error_set(reading->error, code, "%s", failure->message);
    if (failure->path[0] != '\0')
        path = failure->path;
    wp_diagnostics_error(&diagnostics, (struct wp_location){path, failure->line, failure->column}, "%s",
                         failure->message);
    return take(reading, &diagnostics);
}

static bool same_file(const char *one, const char *other) {
    struct stat first, second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* Is the scenario one of this round, which no option of the command line would hide? */
static int check_scenario(struct reading *reading, const struct wp_scenario *scenario, bool *fits) {
    const struct wp_common_options *options = reading->runs->options;
    struct wp_diagnostics wrong = {0}, misuse = {0};
    struct stat status;
    *fits = scenario->base_path != NULL && scenario->variant_count <= WP_MAX_VARIANTS;
    if (*fits && stat(reading->runs->ini, &status) != 0)
        *fits = false; /* reading the base will tell */
    else if (*fits && stat(scenario->base_path, &status) != 0)
        wp_diagnostics_error(&wrong, scenario->base_at, "base = %s: there is no file \"%s\"", scenario->base,
                             scenario->base_path);
    else if (*fits && !same_file(scenario->base_path, reading->runs->ini))
        wp_diagnostics_error(&wrong, scenario->base_at,
                             "base = %s: this is a scenario of another round than %s; compare them apart",
                             scenario->base, reading->runs->ini);
    for (int i = 0; i < options->override_count; i++) {
        struct wp_location where;
        if (wp_scenario_sets(scenario, options->overrides[i], &where))
            wp_diagnostics_error(&misuse, where,
                                 "the option %s would hide what the scenario changes here; leave one of the "
                                 "two out",
                                 options->overrides[i]);
    }
    *fits = *fits && wrong.errors == 0 && misuse.errors == 0;
    int code = take(reading, &wrong);
    return code != 0 ? code : take_misuse(reading, &misuse);
}

static int add_spec(struct wp_runs *runs, struct wp_run_spec spec, struct wp_error *error) {
    struct wp_run_spec *items = realloc(runs->items, ((size_t)runs->count + 1) * sizeof *items);
    if (items == NULL)
        return wp_error_memory(error);
    runs->items = items;
    spec.same_as = -1;
    items[runs->count] = spec;
    return wp_run_name(&items[runs->count++], error);
}

static int add_scenario(struct reading *reading, const struct wp_scenario *scenario) {
    bool fits;
    int code = check_scenario(reading, scenario, &fits);
    struct wp_run_spec spec = {
        .scenario = scenario, .variant = -1, .swaps = scenario->swap_count > 0 ? scenario : NULL};
    if (code != 0 || !fits)
        return code;
    if (scenario->sweep_count == 0)
        return add_spec(reading->runs, spec, reading->error);
    for (int v = 0; v < scenario->variant_count && code == 0; v++) {
        spec.variant = v;
        code = add_spec(reading->runs, spec, reading->error);
    }
    return code;
}

static int add_file(struct reading *reading, const char *path) {
    struct wp_runs *runs = reading->runs;
    struct wp_diagnostics diagnostics = {0};
    struct wp_error failure = {0};
    struct wp_scenario *scenario;
    int code = wp_scenario_read(path, &scenario, &diagnostics, &failure);
    if (code == 0)
        runs->scenarios[runs->scenario_count++] = scenario;
    int taken = take(reading, &diagnostics);
    if (taken != 0)
        return taken;
    return code != 0 ? take_failure(reading, code, path, &failure) : add_scenario(reading, scenario);
}

static int list(struct reading *reading, char *const *files, int count) {
    struct wp_runs *runs = reading->runs;
    struct wp_diagnostics misuse = {0};
    runs->scenarios = calloc((size_t)count + 1, sizeof(struct wp_scenario *));
    if (runs->scenarios == NULL)
        return wp_error_memory(reading->error);
    int code = add_spec(runs, (struct wp_run_spec){.variant = -1}, reading->error);
    for (int i = 0; i < count && code == 0; i++)
        code = add_file(reading, files[i]);
    if (code == 0)
        code = wp_run_names_check(runs, &misuse, reading->error);
    return code != 0 ? code : take_misuse(reading, &misuse);
}

/* Do all questions name students of the base round? */
static int check_swaps(const struct wp_runs *runs, const struct wp_round *round,
                       struct wp_diagnostics *diagnostics, struct wp_error *error) {
    for (int i = 0; i < runs->count; i++) {
        const struct wp_scenario *swaps = runs->items[i].swaps;
        if (swaps == NULL)
            continue;
        struct wp_pair_of_students *pairs = calloc((size_t)swaps->swap_count + 1, sizeof *pairs);
        if (pairs == NULL)
            return wp_error_memory(error);
        wp_swaps_find(round, swaps->swaps, swaps->swap_count, pairs, diagnostics);
        free(pairs);
    }
    return 0;
}

static int copy_base(struct wp_runs *runs, const struct wp_settings *settings,
                     struct wp_diagnostics *diagnostics, struct wp_error *error) {
    runs->directory = strdup(settings->directory);
    runs->round = strdup(settings->name);
    runs->language = settings->language;
    if (settings->scenario != NULL)
        wp_diagnostics_error(diagnostics, (struct wp_location){.path = runs->ini},
                             "this is a scenario: name the settings file of its round first, %s",
                             settings->scenario->base_path);
    return runs->directory != NULL && runs->round != NULL ? 0 : wp_error_memory(error);
}

/* The round of one run is read, signed and let go again: many of them would not fit into memory. */
static int sign(struct reading *reading, struct wp_run_spec *spec) {
    const struct wp_config_source source = wp_run_source(reading->runs, spec);
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_diagnostics diagnostics = {0};
    struct wp_error failure = {0};
    bool is_base = spec->scenario == NULL;
    int code = wp_load_source(&source, &settings, &inputs, &round, &diagnostics, &failure);
    if (code == 0 && is_base)
        code = copy_base(reading->runs, settings, &diagnostics, &failure);
    if (code == 0 && is_base && diagnostics.errors == 0)
        code = check_swaps(reading->runs, round, &diagnostics, &failure);
    if (code == 0 && diagnostics.errors == 0)
        code = wp_run_hash(round, &inputs, spec->key, spec->hash, &failure);
    int taken = take(reading, &diagnostics);
    if (taken == 0 && code != 0)
        taken = take_failure(reading, code, source.path, &failure);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    return taken;
}

static void find_same(struct wp_runs *runs, int run) {
    for (int i = 0; i < run; i++)
        if (runs->items[i].swaps == NULL && strcmp(runs->items[i].key, runs->items[run].key) == 0) {
            runs->items[run].same_as = i;
            return;
        }
}

/* A single run needs no look at the others: an engine that makes each of a thousand by itself would read a
 * million rounds. The base is always read, for what swaps and reports say of it. */
static int sign_all(struct reading *reading) {
    struct wp_runs *runs = reading->runs;
    int code = 0;
    for (int i = 0; i < runs->count && code == 0; i++) {
        struct wp_run_spec *spec = &runs->items[i];
        if (spec->swaps != NULL || (reading->only != NULL && strcmp(reading->only, spec->name) != 0 && i > 0))
            continue;
        reading->spec = spec->scenario != NULL ? spec : NULL;
        code = sign(reading, spec);
        if (reading->only == NULL && reading->collected.lines.errors == 0)
            find_same(runs, i);
    }
    return code;
}

static int exit_status(const struct reading *reading) {
    size_t errors = reading->collected.lines.errors;
    if (errors == 0)
        return WP_EXIT_DONE;
    return errors == reading->misuse ? WP_EXIT_USAGE : WP_EXIT_INPUT;
}

int wp_runs_read(const struct wp_common_options *options, const char *ini, char *const *files, int file_count,
                 const char *only, struct wp_runs *runs) {
    struct wp_error error = {0};
    struct reading reading = {.runs = runs, .only = only, .error = &error};
    *runs = (struct wp_runs){.ini = ini, .options = options};
    const struct wp_config_source source = wp_run_source(runs, &(struct wp_run_spec){.variant = -1});
    wp_speech_by_round(&source, options->quiet);
    int code = list(&reading, files, file_count);
    if (code == 0)
        code = sign_all(&reading);
    wp_print_diagnostics(&reading.collected.lines, !options->quiet);
    int status = code != 0 ? wp_print_error(&error) : exit_status(&reading);
    wp_collected_clear(&reading.collected);
    return status;
}

/* Everything was right when the list of runs was read; now a file may be another. */
int wp_run_load(const struct wp_runs *runs, const struct wp_run_spec *spec, struct wp_settings **settings,
                struct wp_inputs *inputs, struct wp_round **round, struct wp_error *error) {
    const struct wp_config_source source = wp_run_source(runs, spec);
    struct wp_diagnostics diagnostics = {0};
    char key[WP_SHA256_TEXT], hash[WP_SHA256_TEXT];
    int code = wp_load_source(&source, settings, inputs, round, &diagnostics, error);
    bool same = false;
    if (code == 0 && diagnostics.errors == 0) {
        code = wp_run_hash(*round, inputs, key, hash, error);
        same = code == 0 && strcmp(hash, spec->hash) == 0;
    }
    wp_diagnostics_clear(&diagnostics);
    if (code == 0 && !same)
        code = wp_error_set(error, WP_INPUT, "its files were changed while the runs were made");
    return code;
}

void wp_runs_clear(struct wp_runs *runs) {
    for (int i = 0; i < runs->count; i++) {
        free(runs->items[i].name);
        free(runs->items[i].label);
    }
    free(runs->items);
    for (int i = 0; i < runs->scenario_count; i++)
        wp_scenario_free(runs->scenarios[i]);
    free(runs->scenarios);
    free(runs->directory);
    free(runs->round);
    *runs = (struct wp_runs){0};
}

int wp_runs_find(const struct wp_runs *runs, const char *name) {
    for (int i = 0; i < runs->count; i++)
        if (strcmp(runs->items[i].name, name) == 0)
            return i;
    return -1;
}

struct wp_config_source wp_run_source(const struct wp_runs *runs, const struct wp_run_spec *spec) {
    return (struct wp_config_source){.path = spec->scenario != NULL ? spec->scenario->path : runs->ini,
                                     .base = spec->scenario != NULL ? runs->ini : NULL,
                                     .variant = spec->variant,
                                     .overrides = runs->options->overrides,
                                     .override_count = runs->options->override_count};
}

bool wp_run_is_made(const struct wp_run_spec *spec) {
    return spec->same_as < 0 && spec->swaps == NULL;
}
