/* options.c: the options that commands share. */
#include "options.h"
#include "cli.h"
#include "translate.h"
#include "values.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_HELP 2048

enum option_key {
    OPTION_SET = 0x100,
    OPTION_TIME_LIMIT,
    OPTION_LANGUAGE,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_USAGE
};

#define LANGUAGE_MEANING N_("The language of reports and messages")
#define QUIET_MEANING    N_("Print errors only")
#define VERBOSE_MEANING  N_("Say more on the way")

static const struct argp_option common_options[] = {
    {"set", OPTION_SET, N_("SECTION.KEY=VALUE"), 0,
     N_("Use another value than ROUND.ini has, or with TABLE.ID.COLUMN=VALUE than a table has; may be given "
        "several times"),
     0},
    {"time-limit", OPTION_TIME_LIMIT, N_("SECONDS"), 0, N_("Take the best plan so far after so many seconds"),
     0},
    {"language", OPTION_LANGUAGE, "nl|en", 0, LANGUAGE_MEANING, 0},
    {"quiet", OPTION_QUIET, NULL, 0, QUIET_MEANING, 0},
    {"verbose", OPTION_VERBOSE, NULL, 0, VERBOSE_MEANING, 0},
    {0}};

/* Where no round is read, the first two are known only to be refused in plain words. */
static const struct argp_option new_round_options[] = {
    {"set", OPTION_SET, "SECTION.KEY=VALUE", OPTION_HIDDEN, NULL, 0},
    {"time-limit", OPTION_TIME_LIMIT, "SECONDS", OPTION_HIDDEN, NULL, 0},
    {"language", OPTION_LANGUAGE, "nl|en", 0, LANGUAGE_MEANING, 0},
    {"quiet", OPTION_QUIET, NULL, 0, QUIET_MEANING, 0},
    {"verbose", OPTION_VERBOSE, NULL, 0, VERBOSE_MEANING, 0},
    {0}};

const char *argp_program_version = "wijkplaats " WP_VERSION;

/* In place of argp's own, which speak the language of the system. */
static const struct argp_option help_options[] = {
    {"help", '?', NULL, 0, N_("Give this help list"), -1},
    {"usage", OPTION_USAGE, NULL, 0, N_("Give a short usage message"), -1},
    {"version", 'V', NULL, 0, N_("Print the program's version"), -1},
    {0}};

/* Room for one more override. */
static bool add_override(struct wp_common_options *options, const char *text) {
    size_t count = (size_t)options->override_count;
    const char **overrides = realloc(options->overrides, (count + 1) * sizeof *overrides);

    if (overrides == NULL)
        return false;
    overrides[count] = text;
    options->overrides = overrides;
    options->override_count++;
    return true;
}

/* "key=value" in memory of its own, in place of what was there. */
static bool replace_text(char **text, const char *key, const char *value) {
    size_t size = strlen(key) + strlen(value) + 2;

    free(*text);
    *text = malloc(size);
    if (*text == NULL)
        return false;
    snprintf(*text, size, "%s=%s", key, value);
    return true;
}

static bool is_setting(const char *text) {
    const char *dot = strchr(text, '.'), *equals = strchr(text, '=');

    return dot != NULL && equals != NULL && dot > text && dot + 1 < equals;
}

static bool is_time_limit(const char *text) {
    double seconds;

    return strcmp(text, "off") == 0 || (wp_value_number(text, &seconds) && seconds >= 0 && seconds <= 1e7);
}

/* --time-limit and --language go before any --set, so they come last. */
static bool finish(struct wp_common_options *options) {
    return (options->time_limit == NULL || add_override(options, options->time_limit)) &&
           (options->language == NULL || add_override(options, options->language));
}

static error_t parse_common(int key, char *argument, struct argp_state *state) {
    struct wp_common_options *options = state->input;

    switch (key) {
    case OPTION_SET:
        if (!is_setting(argument))
            argp_error(state,
                       _("--set %s: expected section.key=value or table.id.column=value, such as "
                         "rules.max_minutes=60 or lecturers.L07.max_students=0"),
                       argument);
        return add_override(options, argument) ? 0 : ENOMEM;
    case OPTION_TIME_LIMIT:
        if (!is_time_limit(argument))
            argp_error(state, _("--time-limit %s: expected a number of seconds, or off"), argument);
        return replace_text(&options->time_limit, "solver.time_limit", argument) ? 0 : ENOMEM;
    case OPTION_LANGUAGE:
        if (strcmp(argument, "nl") != 0 && strcmp(argument, "en") != 0)
            argp_error(state, _("--language %s: expected nl or en"), argument);
        return replace_text(&options->language, "report.language", argument) ? 0 : ENOMEM;
    case OPTION_QUIET:
        options->quiet = true;
        return 0;
    case OPTION_VERBOSE:
        options->verbose = true;
        return 0;
    case ARGP_KEY_END:
        return finish(options) ? 0 : ENOMEM;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Each ends the program. */
static error_t parse_help(int key, char *argument, struct argp_state *state) {
    (void)argument;
    switch (key) {
    case '?':
        argp_state_help(state, state->out_stream, ARGP_HELP_STD_HELP);
        return 0;
    case OPTION_USAGE:
        argp_state_help(state, state->out_stream, ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
        return 0;
    case 'V':
        fprintf(state->out_stream, "%s\n", argp_program_version);
        exit(WP_EXIT_DONE);
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp help_argp = {.options = help_options, .parser = parse_help};
static const struct argp_child help_children[] = {{&help_argp, 0, NULL, -1}, {0}};

const struct argp wp_common_argp = {
    .options = common_options, .parser = parse_common, .children = help_children};

static error_t parse_new_round(int key, char *argument, struct argp_state *state) {
    const char *name;

    switch (key) {
    case OPTION_SET:
        name = "--set";
        break;
    case OPTION_TIME_LIMIT:
        name = "--time-limit";
        break;
    default:
        return parse_common(key, argument, state);
    }
    argp_error(state,
               _("%s %s: this command reads no settings that could be changed; give it when the round is "
                 "checked or solved, or write it into the new round.ini"),
               name, argument);
    return EINVAL;
}

const struct argp wp_new_round_argp = {
    .options = new_round_options, .parser = parse_new_round, .children = help_children};

error_t wp_options_target(int key, char *argument, struct argp_state *state, const char **target,
                          const char *missing) {
    switch (key) {
    case ARGP_KEY_ARG:
        if (*target != NULL)
            argp_error(state, _("\"%s\" is one argument too many, after \"%s\""), argument, *target);
        *target = argument;
        return 0;
    case ARGP_KEY_END:
        if (*target == NULL)
            argp_error(state, "%s", _(missing));
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* argp's mark between what its help says before the options and behind them. The tools of translators take it
 * for a mistake, so what a command says has an empty line there. */
static void mark_end_of_first_part(char *text) {
    char *empty_line = strstr(text, "\n\n");

    if (empty_line == NULL)
        return;
    *empty_line = '\v';
    memmove(empty_line + 1, empty_line + 2, strlen(empty_line + 2) + 1);
}

int wp_options_parse(const struct argp *argp, int argc, char **argv, void *input) {
    struct argp marked = *argp;
    char text[LONGEST_HELP];
    struct wp_error error = {0};
    error_t outcome;

    snprintf(text, sizeof text, "%s", _(argp->doc));
    mark_end_of_first_part(text);
    marked.doc = text;

    argp_err_exit_status = WP_EXIT_USAGE;
    outcome = argp_parse(&marked, argc, argv, ARGP_NO_HELP, NULL, input);
    if (outcome == 0)
        return 0;
    if (outcome == ENOMEM)
        wp_error_memory(&error);
    else
        wp_error_set(&error, WP_USAGE, "there are more arguments than this command takes");
    return wp_print_error(&error);
}

void wp_common_options_clear(struct wp_common_options *options) {
    free(options->overrides);
    free(options->time_limit);
    free(options->language);
    *options = (struct wp_common_options){0};
}
