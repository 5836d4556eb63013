/* cmd_check.c: `wijkplaats check`: reads and checks a round, says what was understood, solves nothing. */
#include "check_report.h"
#include "cli.h"
#include "config.h"
#include "settings_text.h"
#include "translate.h"
#include <stdio.h>

struct check_options {
    struct wp_common_options common;
    const char *ini;
};

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct check_options *options = state->input;
    if (key != ARGP_KEY_INIT)
        return wp_options_target(key, argument, state, &options->ini, WP_WHICH_ROUND);
    state->child_inputs[0] = &options->common;
    return 0;
}

static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp check_argp = {
    .parser = parse,
    .args_doc = N_("ROUND.ini"),
    .doc = N_(
        "Reads and checks every file of a round and prints what was understood. Solves and writes nothing."),
    .children = children,
};

static int report(const struct wp_round *round, bool verbose, struct wp_error *error) {
    wp_check_read(stdout, round);
    wp_settings_text(stdout, round->settings, verbose);
    return wp_check_report(stdout, round, verbose, error);
}

int wp_cmd_check(int argc, char **argv) {
    struct check_options options = {0};
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_error error = {0};

    int status = wp_options_parse(&check_argp, argc, argv, &options);
    if (status == 0)
        status = wp_load_round(&options.common, options.ini, &settings, &inputs, &round);
    if (status == 0 && !options.common.quiet && report(round, options.common.verbose, &error) != 0)
        status = wp_print_error(&error);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    wp_common_options_clear(&options.common);
    return status;
}
