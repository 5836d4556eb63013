/* cmd_solve.c: `wijkplaats solve`: reads a round, places its students, writes the plan. */
#include "cli.h"
#include "config.h"
#include "folder_path.h"
#include "news_text.h"
#include "rules_text.h"
#include "solve.h"
#include "summary_text.h"
#include "watch.h"
#include "write_plan.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct solve_options {
    struct wp_common_options common;
    const char *ini;
    const char *folder; /* -o, or NULL */
};

/* Where the outcome goes. */
struct targets {
    char *plan;
    char *infeasible;
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
    {"output", 'o', "DIR", 0, "Write the plan to DIR (default: plan/ beside ROUND.ini)", 0}, {0}};
static const struct argp_child children[] = {{&wp_common_argp, 0, "Common options:", 1}, {0}};
static const struct argp solve_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = "ROUND.ini",
    .doc = "Places the students of a round and writes the plan."
           "\vA plan that is there already is replaced as a whole, or left alone if anything goes wrong. "
           "The first Ctrl-C stops the search and writes the best plan so far; the second quits at once.",
    .children = children,
};

/* Names both folders, and refuses them before anybody waits for a plan. */
static int find_targets(const struct solve_options *options, const struct wp_settings *settings,
                        struct targets *targets, struct wp_error *error) {
    const char *folder = options->folder ? options->folder : settings->directory;
    const char *below = options->folder ? "" : "/plan";
    size_t size = strlen(folder) + strlen(below) + 1;
    targets->plan = malloc(size);
    if (!targets->plan)
        return wp_error_memory(error);
    snprintf(targets->plan, size, "%s%s", folder, below);
    int code = wp_plan_folder_check(targets->plan, error);
    char *infeasible = NULL;
    if (code == 0)
        code = wp_folder_beside(targets->plan, "-infeasible", &infeasible, error);
    targets->infeasible = infeasible;
    return code ? code : wp_infeasible_folder_check(targets->infeasible, error);
}

/* A rule of this round that may be left out, as --set takes it; NULL if only what the files say is in force.
 */
static const char *rule_to_leave_out(const struct wp_rules_settings *rules) {
    const struct {
        bool in_force;
        const char *without;
    } some[] = {
        {rules->no_envy, "stability=off"},
        {rules->meetings_weekly, "meetings=off"},
        {rules->new_teammates == WP_HARD, "new_teammates=off"},
        {rules->new_organisation == WP_HARD, "new_organisation=off"},
        {rules->new_district == WP_HARD, "new_district=off"},
        {rules->collective_share > 0, "collective_share=off"},
        {rules->domains_per_circle > 0, "domains_per_circle=off"},
        {rules->circle_min_projects > 0, "circle_min_projects=off"},
        {rules->min_programmes > 0, "min_programmes=off"},
        {rules->max_minutes >= 0, "max_minutes=off"},
        {rules->max_choice >= 0, "max_choice=off"},
        {rules->days_in_common > 0, "days_in_common=off"},
        {rules->must_place, "must_place=no"},
    };
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        if (some[i].in_force)
            return some[i].without;
    return NULL;
}

static void print_infeasible(const struct wp_round *round, const struct wp_solution *solution,
                             const char *folder, bool quiet) {
    const char *without = rule_to_leave_out(&round->settings->rules);
    fputs("No plan exists: the rules and the numbers of this round cannot all hold.\n", stderr);
    if (quiet)
        return;
    if (solution->reasons.count > 0)
        fputs("\nWhat counting shows:\n", stderr);
    else
        fprintf(stderr,
                "\nCounting alone does not show which of the rules below clash. Leave them out one by\n"
                "one to find out%s%s\n",
                without ? ", for instance with --set rules." : "", without ? without : "");
    for (int i = 0; i < solution->reasons.count; i++)
        fprintf(stderr, "  - %s\n", solution->reasons.items[i].message);
    wp_rules_text(stderr, round);
    fprintf(stderr, "\nThe same lies in %s/infeasible.json\n", folder);
}

/* The locale as the environment tells it; the program itself keeps to "C", so that numbers are written with a
 * point. */
static bool terminal_shows_blocks(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *locale = getenv(variables[i]);
        if (locale && *locale)
            return strstr(locale, "UTF-8") || strstr(locale, "utf8");
    }
    return false;
}

/* Writes what came out. Returns the exit status. */
static int deliver(const struct solve_options *options, const struct targets *targets,
                   const struct wp_round *round, const struct wp_solution *solution,
                   const struct wp_inputs *inputs) {
    struct wp_error error = {0};
    int code = 0;
    switch (solution->outcome) {
    case WP_OUTCOME_OPTIMAL:
    case WP_OUTCOME_FEASIBLE:
        code = wp_write_plan(targets->plan, round, solution, inputs, &error);
        if (code == 0 && !options->common.quiet)
            code = wp_summary_text(stdout, round, solution, targets->plan, terminal_shows_blocks(), &error);
        if (code == 0 && !options->common.quiet)
            code =
                wp_news_text(stdout, round, solution->plan, targets->plan, options->common.verbose, &error);
        return code ? wp_print_error(&error) : WP_EXIT_DONE;
    case WP_OUTCOME_INFEASIBLE:
        code = wp_write_infeasible(targets->infeasible, round, solution, inputs, &error);
        if (code != 0)
            return wp_print_error(&error);
        print_infeasible(round, solution, targets->infeasible, options->common.quiet);
        return WP_EXIT_INFEASIBLE;
    case WP_OUTCOME_NO_PLAN:
        fprintf(stderr, "%s before any plan was found; nothing was written%s\n",
                solution->stopped ? "The search was stopped" : "A limit was reached",
                solution->stopped ? "" : ". Raise time_limit or memory_limit");
        return WP_EXIT_NO_PLAN;
    }
    return WP_EXIT_INTERNAL;
}

int wp_cmd_solve(int argc, char **argv) {
    struct solve_options options = {0};
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_solution *solution = NULL;
    struct targets targets = {0};
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
    const struct wp_watch watch = wp_watch_start(&watcher, options.common.quiet);
    int code = wp_solve(round, &watch, &solution, &error);
    wp_watch_end(&watcher);
    status = code ? wp_print_error(&error) : deliver(&options, &targets, round, solution, &inputs);
out:
    wp_solution_free(solution);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    free(targets.plan);
    free(targets.infeasible);
    wp_common_options_clear(&options.common);
    return status;
}
