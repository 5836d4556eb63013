/* outcome.c: what a search came to: its folder on disk, and what the person at the terminal is told. */
#define _XOPEN_SOURCE 700 /* strdup */
#include "outcome.h"
#include "cli.h"
#include "folder_path.h"
#include "news_text.h"
#include "rules_text.h"
#include "summary_text.h"
#include "write_plan.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int wp_targets_find(const char *plan, struct wp_targets *targets, struct wp_error *error) {
    targets->plan = strdup(plan);
    if (!targets->plan)
        return wp_error_memory(error);
    int code = wp_plan_folder_check(targets->plan, error);
    if (code == 0)
        code = wp_folder_beside(targets->plan, "-infeasible", &targets->infeasible, error);
    return code ? code : wp_infeasible_folder_check(targets->infeasible, error);
}

void wp_targets_clear(struct wp_targets *targets) {
    free(targets->plan);
    free(targets->infeasible);
    *targets = (struct wp_targets){0};
}

int wp_outcome_write(const struct wp_targets *targets, const struct wp_round *round,
                     const struct wp_solution *solution, const struct wp_inputs *inputs, unsigned formats,
                     struct wp_error *error) {
    switch (solution->outcome) {
    case WP_OUTCOME_OPTIMAL:
    case WP_OUTCOME_FEASIBLE:
        return wp_write_plan(targets->plan, round, solution, inputs, formats, error);
    case WP_OUTCOME_INFEASIBLE:
        return wp_write_infeasible(targets->infeasible, round, solution, inputs, error);
    case WP_OUTCOME_NO_PLAN:
        return 0;
    }
    return wp_error_set(error, WP_INTERNAL, "the search ended in no known way");
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

int wp_outcome_print(const struct wp_targets *targets, const struct wp_round *round,
                     const struct wp_solution *solution, const struct wp_common_options *options) {
    struct wp_error error = {0};
    int code = 0;
    switch (solution->outcome) {
    case WP_OUTCOME_OPTIMAL:
    case WP_OUTCOME_FEASIBLE:
        if (!options->quiet)
            code = wp_summary_text(stdout, round, solution, targets->plan, terminal_shows_blocks(), &error);
        if (!options->quiet && code == 0)
            code = wp_news_text(stdout, round, solution->plan, targets->plan, options->verbose, &error);
        return code ? wp_print_error(&error) : WP_EXIT_DONE;
    case WP_OUTCOME_INFEASIBLE:
        print_infeasible(round, solution, targets->infeasible, options->quiet);
        return WP_EXIT_INFEASIBLE;
    case WP_OUTCOME_NO_PLAN:
        fprintf(stderr, "%s before any plan was found; nothing was written%s\n",
                solution->stopped ? "The search was stopped" : "A limit was reached",
                solution->stopped ? "" : ". Raise time_limit or memory_limit");
        return WP_EXIT_NO_PLAN;
    }
    return WP_EXIT_INTERNAL;
}
