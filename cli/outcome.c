/* outcome.c: what a search came to: its folder on disk, and what the person at the terminal is told. */
#define _XOPEN_SOURCE 700 /* strdup, open_memstream, faccessat */
#include "outcome.h"
#include "cli.h"
#include "folder_path.h"
#include "news_text.h"
#include "rules_text.h"
#include "summary_text.h"
#include "terminal_style.h"
#include "translate.h"
#include "write_plan.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    fprintf(stderr, "%s\n", _("No plan exists: the rules and the numbers of this round cannot all hold."));
    if (quiet)
        return;
    if (solution->reasons.count > 0)
        fprintf(stderr, "\n%s\n", _("What counting shows:"));
    else if (without)
        fprintf(stderr,
                _("\nCounting alone does not show which of the rules below clash. Leave them out one by\n"
                  "one to find out, for instance with --set rules.%s\n"),
                without);
    else
        fputs(_("\nCounting alone does not show which of the rules below clash. Leave them out one by\n"
                "one to find out\n"),
              stderr);
    for (int i = 0; i < solution->reasons.count; i++)
        fprintf(stderr, "  - %s\n", solution->reasons.items[i].message);
    wp_rules_text(stderr, round);
    fputc('\n', stderr);
    fprintf(stderr, _("The same lies in %s/infeasible.json\n"), folder);
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

/* The files in the plan's folder that are there for people, with commas between them. */
static void find_files(const char *folder, char *text, size_t size) {
    static const char *const files[] = {"report.html", "plan.xlsx"};
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    text[0] = '\0';
    for (size_t i = 0; i < sizeof files / sizeof *files && fd >= 0; i++)
        if (faccessat(fd, files[i], F_OK, 0) == 0)
            snprintf(text + strlen(text), size - strlen(text), "%s%s", *text ? ", " : "", files[i]);
    if (fd >= 0)
        close(fd);
}

static int count_lines(const char *text) {
    int count = 0;
    for (const char *end = strchr(text, '\n'); end; end = strchr(end + 1, '\n'))
        count++;
    return count;
}

/* The summary, and who must be told what since the earlier plan: together they fit the screen, unless all of
 * the changes are asked for. */
static int print_plan(const char *folder, const struct wp_round *round, const struct wp_solution *solution,
                      bool verbose, struct wp_error *error) {
    char *news = NULL, files[64];
    size_t length = 0;
    FILE *stream = open_memstream(&news, &length);
    int code =
        stream ? wp_news_text(stream, round, solution->plan, folder, verbose, error) : wp_error_memory(error);
    if (stream && (fclose(stream) != 0 || !news) && code == 0)
        code = wp_error_memory(error);
    if (code == 0) {
        find_files(folder, files, sizeof files);
        const struct wp_summary_screen screen = {
            .folder = folder,
            .files = files,
            .rows = WP_SUMMARY_ROWS - (verbose ? 0 : count_lines(news)),
            .blocks = terminal_shows_blocks(),
            .colours = wp_style_allowed(stdout),
        };
        code = wp_summary_text(stdout, round, solution, &screen, error);
    }
    if (code == 0)
        fputs(news, stdout);
    free(news);
    return code;
}

int wp_outcome_print(const struct wp_targets *targets, const struct wp_round *round,
                     const struct wp_solution *solution, const struct wp_common_options *options) {
    struct wp_error error = {0};
    int code = 0;
    switch (solution->outcome) {
    case WP_OUTCOME_OPTIMAL:
    case WP_OUTCOME_FEASIBLE:
        if (!options->quiet)
            code = print_plan(targets->plan, round, solution, options->verbose, &error);
        return code ? wp_print_error(&error) : WP_EXIT_DONE;
    case WP_OUTCOME_INFEASIBLE:
        print_infeasible(round, solution, targets->infeasible, options->quiet);
        return WP_EXIT_INFEASIBLE;
    case WP_OUTCOME_NO_PLAN:
        fputs(
            solution->stopped
                ? _("The search was stopped before any plan was found; nothing was written\n")
                : _("A limit was reached before any plan was found; nothing was written. Raise time_limit or "
                    "memory_limit\n"),
            stderr);
        return WP_EXIT_NO_PLAN;
    }
    return WP_EXIT_INTERNAL;
}
