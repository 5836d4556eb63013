/* cmd_whatif.c: `wijkplaats whatif`: solves a round and its scenarios and compares their plans. */
#define _XOPEN_SOURCE 700 /* strdup */
#include "cli.h"
#include "pool.h"
#include "translate.h"
#include "values.h"
#include "whatif_table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_JOBS 256

struct whatif_options {
    struct wp_common_options common;
    const char *ini;
    char **files; /* the scenarios': argv's */
    int file_count;
    const char *folder; /* -o, or NULL */
    int jobs;           /* 0: as many as there are cores */
    bool list;
    const char *run; /* --run, or NULL */
};

enum option_key { OPTION_LIST = 0x200, OPTION_RUN };

static const struct argp_option own_options[] = {
    {"output", 'o', N_("DIR"), 0, N_("Write to DIR (default: whatif/ beside ROUND.ini)"), 0},
    {"jobs", 'j', "N", 0, N_("Make N runs at a time, 1 to 256 (default: one a core)"), 0},
    {"list", OPTION_LIST, NULL, 0, N_("Only print the names of the runs that are to be made, one a line"), 0},
    {"run", OPTION_RUN, N_("NAME"), 0, N_("Make only this run, and no comparison"), 0},
    {0}};

static void parse_jobs(const char *argument, struct whatif_options *options, struct argp_state *state) {
    int64_t jobs;
    if (!wp_value_integer(argument, &jobs) || jobs < 1 || jobs > MOST_JOBS)
        argp_error(state, _("--jobs %s: expected a whole number from 1 to %d"), argument, MOST_JOBS);
    else
        options->jobs = (int)jobs;
}

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct whatif_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case 'o':
        options->folder = argument;
        return 0;
    case 'j':
        parse_jobs(argument, options, state);
        return 0;
    case OPTION_LIST:
        options->list = true;
        return 0;
    case OPTION_RUN:
        options->run = argument;
        return 0;
    case ARGP_KEY_ARGS:
        options->ini = state->argv[state->next];
        options->files = state->argv + state->next + 1;
        options->file_count = state->argc - state->next - 1;
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->ini == NULL)
            argp_error(state, "%s", _(WP_WHICH_ROUND));
        if (options->file_count == 0)
            argp_error(state, _("what if what? name scenarios behind %s"), options->ini);
        if (options->list && options->run != NULL)
            argp_error(state, _("give either --list or --run NAME"));
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp whatif_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("ROUND.ini SCENARIO.ini..."),
    .doc = N_(
        "Solves a round and its scenarios, several at a time in processes of their own, and compares the "
        "plans: levels, profiles, travel, loads, what opens and closes, who moves where."
        "\n\nDIR/runs has the plan of each run, DIR/comparison.html the comparison. A run that is finished "
        "is kept as long as its input stays the same, so a what-if that was ended goes on where it was. "
        "The first Ctrl-C lets running searches write their best plan; the second quits at once."),
    .children = children,
};

/* A what-if that is under way. */
struct whatif {
    const struct whatif_options *options;
    struct wp_runs runs;
    char *folder;
    bool *wanted; /* per run: is it to be made now? */
    struct wp_run_result *results;
};

static int name_folder(struct whatif *whatif, struct wp_error *error) {
    const char *given = whatif->options->folder, *directory = whatif->runs.directory;
    size_t size = strlen(directory) + sizeof "/whatif";
    whatif->folder = given != NULL ? strdup(given) : malloc(size);
    if (whatif->folder == NULL)
        return wp_error_memory(error);
    if (given == NULL)
        snprintf(whatif->folder, size, "%s/whatif", directory);
    return 0;
}

/* Which run --run names; all that are made without it. */
static int choose(struct whatif *whatif, struct wp_error *error) {
    const struct wp_runs *runs = &whatif->runs;
    const char *only = whatif->options->run;
    int run = only != NULL ? wp_runs_find(runs, only) : -1;
    whatif->wanted = calloc((size_t)runs->count, sizeof *whatif->wanted);
    whatif->results = calloc((size_t)runs->count, sizeof *whatif->results);
    if (whatif->wanted == NULL || whatif->results == NULL)
        return wp_error_memory(error);
    if (only != NULL && run < 0)
        return wp_error_set(error, WP_USAGE, "there is no run \"%s\"; --list prints the names of all", only);
    if (only != NULL && runs->items[run].swaps != NULL)
        return wp_error_set(error, WP_USAGE,
                            "\"%s\" asks about the plan of base and is answered without a run of its own",
                            only);
    for (int i = 0; i < runs->count; i++)
        whatif->wanted[i] = only != NULL ? i == run : wp_run_is_made(&runs->items[i]);
    return 0;
}

/* Finished runs are not made again. */
static int keep_finished(struct whatif *whatif, struct wp_error *error) {
    for (int i = 0; i < whatif->runs.count; i++) {
        const struct wp_run_spec *spec = &whatif->runs.items[i];
        struct wp_run_paths paths;
        if (!whatif->wanted[i])
            continue;
        if (wp_run_paths_find(whatif->folder, spec->name, &paths, error) != 0)
            return WP_INTERNAL;
        whatif->results[i].known = wp_run_is_finished(&paths, spec, &whatif->results[i].record);
        whatif->wanted[i] = !whatif->results[i].known;
        wp_run_paths_clear(&paths);
    }
    return 0;
}

static int count_jobs(const struct whatif_options *options) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (options->jobs > 0)
        return options->jobs;
    return cores < 1 ? 1 : cores > MOST_JOBS ? MOST_JOBS : (int)cores;
}

static int make(struct whatif *whatif, struct wp_error *error) {
    int code = choose(whatif, error);
    if (code == 0)
        code = name_folder(whatif, error);
    if (code == 0)
        code = wp_whatif_folder_check(whatif->folder, whatif->options->run, error);
    if (code == 0)
        code = wp_whatif_folder_make(whatif->folder, error);
    if (code == 0)
        code = keep_finished(whatif, error);
    if (code != 0)
        return code;
    const struct wp_pool_order order = {.runs = &whatif->runs,
                                        .folder = whatif->folder,
                                        .wanted = whatif->wanted,
                                        .jobs = count_jobs(whatif->options)};
    return wp_pool_make(&order, whatif->results, error);
}

static void print_failed(const char *name, const char *message) {
    fprintf(stderr, "%s: error: ", name);
    fprintf(stderr, _("the run failed: %s\n"), message);
}

/* A single run ends as solve does. */
static int end_of_run(const struct whatif *whatif) {
    int run = wp_runs_find(&whatif->runs, whatif->options->run);
    const struct wp_run_result *result = &whatif->results[run];
    if (!result->known)
        return WP_EXIT_NO_PLAN;
    switch (result->record.status) {
    case WP_WHATIF_OPTIMAL:
    case WP_WHATIF_FEASIBLE:
        return WP_EXIT_DONE;
    case WP_WHATIF_INFEASIBLE:
        return WP_EXIT_INFEASIBLE;
    case WP_WHATIF_NO_PLAN:
        return WP_EXIT_NO_PLAN;
    default:
        print_failed(whatif->options->run, result->record.message);
        return WP_EXIT_INTERNAL;
    }
}

/* One plan is enough to have something to compare; without any, the gravest reason counts. */
static int end_of_all(const struct wp_whatif *whatif) {
    bool plan = false, failed = false, open = false;
    for (int i = 0; i < whatif->row_count; i++) {
        const struct wp_whatif_row *row = &whatif->rows[i];
        if (row->swap_count > 0)
            continue; /* answered from the base's plan, or not at all */
        plan |= wp_whatif_has_plan(row);
        open |= row->status == WP_WHATIF_NO_PLAN || row->status == WP_WHATIF_NOT_RUN;
        failed |= row->status == WP_WHATIF_FAILED;
        if (row->status == WP_WHATIF_FAILED && row->same_as < 0)
            print_failed(row->run, row->message);
    }
    return plan ? WP_EXIT_DONE : failed ? WP_EXIT_INTERNAL : open ? WP_EXIT_NO_PLAN : WP_EXIT_INFEASIBLE;
}

static int compare(const struct whatif *whatif, struct wp_error *error) {
    struct wp_whatif_table *table = NULL;
    int code = wp_whatif_table_new(&whatif->runs, whatif->folder, whatif->results, &table, error);
    if (code == 0)
        code = wp_whatif_table_write(table, whatif->folder, error);
    if (code == 0 && !whatif->options->common.quiet)
        code = wp_whatif_text(stdout, &table->whatif, whatif->folder, whatif->options->common.verbose, error);
    int status = code != 0 ? wp_print_error(error) : end_of_all(&table->whatif);
    wp_whatif_table_free(table);
    return status;
}

static void print_list(const struct wp_runs *runs) {
    for (int i = 0; i < runs->count; i++)
        if (wp_run_is_made(&runs->items[i]))
            puts(runs->items[i].name);
}

int wp_cmd_whatif(int argc, char **argv) {
    struct whatif_options options = {0};
    struct whatif whatif = {.options = &options};
    struct wp_error error = {0};
    int status = wp_options_parse(&whatif_argp, argc, argv, &options);
    if (status == 0)
        status = wp_runs_read(&options.common, options.ini, options.files, options.file_count, options.run,
                              &whatif.runs);
    if (status != 0)
        goto out;
    if (options.list)
        print_list(&whatif.runs);
    else if (make(&whatif, &error) != 0)
        status = wp_print_error(&error);
    else
        status = options.run != NULL ? end_of_run(&whatif) : compare(&whatif, &error);
out:
    wp_runs_clear(&whatif.runs);
    free(whatif.folder);
    free(whatif.wanted);
    free(whatif.results);
    wp_common_options_clear(&options.common);
    return status;
}
