/* cmd_solve.c: `wijkplaats solve`: reads a round, places its students, writes the plan. */
#include "cli.h"
#include "config.h"
#include "outcome.h"
#include "published.h"
#include "run_names.h"
#include "scenario.h"
#include "translate.h"
#include "watch.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct solve_options {
    struct wp_common_options common;
    const char *ini;
    const char *folder; /* -o, or NULL */
};

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct solve_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case 'o':
        options->folder = argument;
        return 0;
    default:
        return wp_options_target(key, argument, state, &options->ini, WP_WHICH_ROUND);
    }
}

static const struct argp_option own_options[] = {
    {"output", 'o', N_("DIR"), 0,
     N_("Write the plan to DIR (default: plan/ beside ROUND.ini, plan-NAME/ beside a scenario NAME.ini)"), 0},
    {0}};
static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp solve_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("ROUND.ini"),
    .doc =
        N_("Places the students of a round and writes the plan."
           "\n\nA plan that is there already is replaced as a whole, or left alone if anything goes wrong. "
           "The first Ctrl-C stops the search and writes the best plan so far; the second quits at once."),
    .children = children,
};

/* "plan" beside round.ini; of a scenario "plan-NAME" beside its file, so that trying it never replaces the
 * plan that the round has. Owned by the caller; NULL without memory. */
static char *default_folder(const struct wp_settings *settings) {
    const struct wp_scenario *scenario = settings->scenario;
    const char *directory = scenario != NULL ? scenario->directory : settings->directory;
    const char *name = "";
    int length = 0;
    if (scenario != NULL)
        wp_file_stem(scenario->path, &name, &length);
    size_t size = strlen(directory) + (size_t)length + sizeof "/plan-";
    char *folder = malloc(size);
    if (folder != NULL)
        snprintf(folder, size, "%s/plan%s%.*s", directory, length > 0 ? "-" : "", length, name);
    return folder;
}

static int find_targets(const struct solve_options *options, const struct wp_settings *settings,
                        struct wp_targets *targets, struct wp_error *error) {
    if (options->folder)
        return wp_targets_find(options->folder, targets, error);
    char *folder = default_folder(settings);
    if (!folder)
        return wp_error_memory(error);
    int code = wp_targets_find(folder, targets, error);
    free(folder);
    return code;
}

/* Told before the search: Ctrl-C still leaves everything as it is. */
static void tell_published(const char *plan, bool quiet) {
    struct wp_published_words published;
    struct wp_diagnostics diagnostics = {0};
    if (quiet || !wp_published_last(plan, &published))
        return;
    const struct wp_location where = {.path = plan};
    if (*published.by)
        wp_diagnostics_notice(&diagnostics, where,
                              "this plan was published on %s by %s, and is about to be replaced; to keep it, "
                              "write the new one to another folder with -o",
                              published.on, published.by);
    else
        wp_diagnostics_notice(&diagnostics, where,
                              "this plan was published on %s, and is about to be replaced; to keep it, "
                              "write the new one to another folder with -o",
                              published.on);
    wp_print_diagnostics(&diagnostics, true);
    wp_diagnostics_clear(&diagnostics);
}

int wp_cmd_solve(int argc, char **argv) {
    struct solve_options options = {0};
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_solution *solution = NULL;
    struct wp_targets targets = {0};
    struct wp_watcher watcher;
    struct wp_error error = {0};

    int status = wp_options_parse(&solve_argp, argc, argv, &options);
    if (status == 0)
        status = wp_load_round(&options.common, options.ini, &settings, &inputs, &round);
    if (status != 0)
        goto out;
    if (find_targets(&options, settings, &targets, &error) != 0) {
        status = wp_print_error(&error);
        goto out;
    }
    tell_published(targets.plan, options.common.quiet);
    const struct wp_watch watch = wp_watch_start(&watcher, options.common.quiet);
    int code = wp_solve(round, &watch, &solution, &error);
    wp_watch_end(&watcher);
    if (code == 0)
        code = wp_outcome_write(&targets, round, solution, &inputs, settings->formats, &error);
    status = code ? wp_print_error(&error) : wp_outcome_print(&targets, round, solution, &options.common);
out:
    wp_solution_free(solution);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    wp_targets_clear(&targets);
    wp_common_options_clear(&options.common);
    return status;
}
