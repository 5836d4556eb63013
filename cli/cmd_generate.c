/* cmd_generate.c: `wijkplaats generate`: writes a synthetic round. */
#include "cli.h"
#include "generate.h"
#include "new_round.h"
#include "translate.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

struct generate_options {
    struct wp_common_options common;
    struct wp_generate what;
    bool has_seed;
    const char *folder;
};

enum option_key { OPTION_STUDENTS = 0x200, OPTION_SEED, OPTION_FAMILY };

static const struct argp_option own_options[] = {
    {"students", OPTION_STUDENTS, "N", 0, N_("How many students"), 0},
    {"seed", OPTION_SEED, "K", 0, N_("A whole number; the same numbers give the same files, byte for byte"),
     0},
    {"family", OPTION_FAMILY, "flow|quota|full", 0,
     N_("flow (the default): projects with a maximum only; quota: minimum sizes too; full: hosts, trips, "
        "groups and more"),
     0},
    {0}};

static void parse_number(int key, const char *argument, struct generate_options *options,
                         struct argp_state *state) {
    int64_t number;
    bool whole = wp_value_integer(argument, &number);

    if (key == OPTION_SEED) {
        if (!whole)
            argp_error(state, _("--seed %s: expected a whole number"), argument);
        options->what.seed = number;
        options->has_seed = true;
        return;
    }
    if (!whole || number < 1 || number > WP_GENERATE_MOST)
        argp_error(state, _("--students %s: expected a whole number from 1 to %d"), argument,
                   WP_GENERATE_MOST);
    options->what.students = (int)number;
}

static void parse_family(const char *argument, struct generate_options *options, struct argp_state *state) {
    if (strcmp(argument, "flow") == 0)
        options->what.family = WP_FAMILY_FLOW;
    else if (strcmp(argument, "quota") == 0)
        options->what.family = WP_FAMILY_QUOTA;
    else if (strcmp(argument, "full") == 0)
        options->what.family = WP_FAMILY_FULL;
    else
        argp_error(state, _("--family %s: expected flow, quota or full"), argument);
}

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct generate_options *options = state->input;

    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case OPTION_STUDENTS:
    case OPTION_SEED:
        parse_number(key, argument, options, state);
        return 0;
    case OPTION_FAMILY:
        parse_family(argument, options, state);
        return 0;
    case ARGP_KEY_SUCCESS:
        if (options->what.students == 0 || !options->has_seed)
            argp_error(state, _("give both --students N and --seed K"));
        return 0;
    default:
        return wp_options_target(key, argument, state, &options->folder, N_("where? name a new folder"));
    }
}

static const struct argp_child children[] = {{&wp_new_round_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp generate_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("DIR"),
    .doc = N_("Makes up a round in the new folder DIR."
              "\n\nExample:\n  wijkplaats generate trial --students 200 --seed 1 --family full"),
    .children = children,
};

static int generate(const struct generate_options *options, struct wp_error *error) {
    struct wp_folder *folder;
    int code = wp_new_round_begin(options->folder, &folder, error);

    if (code == 0)
        code = wp_generate_round(&options->what, folder, error);
    if (code == 0)
        code = wp_folder_commit(folder, error);
    wp_folder_free(folder);
    return code;
}

int wp_cmd_generate(int argc, char **argv) {
    struct generate_options options = {.what.family = WP_FAMILY_FLOW};
    struct wp_error error = {0};
    int status = wp_options_parse(&generate_argp, argc, argv, &options);

    if (status == 0 && generate(&options, &error) != 0)
        status = wp_print_error(&error);
    else if (status == 0 && !options.common.quiet)
        printf(ngettext("A round of %d student is in %s; solve it with: wijkplaats solve %s/round.ini\n",
                        "A round of %d students is in %s; solve it with: wijkplaats solve %s/round.ini\n",
                        (unsigned long)options.what.students),
               options.what.students, options.folder, options.folder);
    wp_common_options_clear(&options.common);
    return status;
}
