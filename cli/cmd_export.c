/* cmd_export.c: `wijkplaats export`: writes the integer program of a level for any other solver. */
#include "beside.h"
#include "cli.h"
#include "config.h"
#include "solve.h"
#include "translate.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

struct export_options {
    struct wp_common_options common;
    struct wp_export what;
    const char *ini;
};

enum option_key { OPTION_MPS = 0x200, OPTION_LP, OPTION_LEVEL, OPTION_FORM };

static const struct argp_option own_options[] = {
    {"mps", OPTION_MPS, N_("FILE"), 0, N_("Write free MPS"), 0},
    {"lp", OPTION_LP, N_("FILE"), 0, N_("Write CPLEX LP"), 0},
    {"level", OPTION_LEVEL, "K", 0,
     N_("The level, 1 (the default) for the first; earlier ones are solved and kept"), 0},
    {"form", OPTION_FORM, "compact|strong", 0,
     N_("With the rules' rows alone, or (the default) with rows that make the problem easier too"), 0},
    {0}};

static void parse_level(const char *argument, struct export_options *options, struct argp_state *state) {
    int64_t level;

    if (!wp_value_integer(argument, &level) || level < 1 || level > 99)
        argp_error(state, _("--level %s: expected a whole number from 1 to 99"), argument);
    else
        options->what.level = (int)level;
}

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct export_options *options = state->input;

    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case OPTION_MPS:
        options->what.mps = argument;
        return 0;
    case OPTION_LP:
        options->what.lp = argument;
        return 0;
    case OPTION_LEVEL:
        parse_level(argument, options, state);
        return 0;
    case OPTION_FORM:
        if (strcmp(argument, "compact") != 0 && strcmp(argument, "strong") != 0)
            argp_error(state, _("--form %s: expected compact or strong"), argument);
        options->what.strong = strcmp(argument, "strong") == 0;
        return 0;
    case ARGP_KEY_SUCCESS:
        if ((options->what.mps == NULL) == (options->what.lp == NULL))
            argp_error(state, _("give either --mps FILE or --lp FILE"));
        return 0;
    default:
        return wp_options_target(key, argument, state, &options->ini, WP_WHICH_ROUND);
    }
}

static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp export_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("ROUND.ini"),
    .doc = N_("Writes the integer program of one level, for any other solver."
              "\n\nExample:\n  wijkplaats export round.ini --mps round.mps\n  glpsol --freemps round.mps -o "
              "result.txt"),
    .children = children,
};

static int export_program(const struct wp_round *round, const struct wp_export *asked,
                          struct wp_error *error) {
    struct wp_export what = *asked;
    struct wp_beside beside = {0};
    const char *target = asked->mps != NULL ? asked->mps : asked->lp;
    int code = wp_beside_begin(target, &beside, error);

    if (code == 0) {
        what.mps = asked->mps != NULL ? beside.path : NULL;
        what.lp = asked->lp != NULL ? beside.path : NULL;
        code = wp_export_program(round, &what, NULL, error);
        /* Nobody knows the place beside the target. */
        if (code != 0 && error->path[0] != '\0')
            snprintf(error->path, sizeof error->path, "%s", target);
    }
    if (code == 0)
        code = wp_beside_commit(&beside, error);
    wp_beside_free(&beside);
    return code;
}

int wp_cmd_export(int argc, char **argv) {
    struct export_options options = {.what = {.level = 1, .strong = true}};
    struct wp_settings *settings = NULL;
    struct wp_inputs inputs = {0};
    struct wp_round *round = NULL;
    struct wp_error error = {0};
    int status = wp_options_parse(&export_argp, argc, argv, &options);

    if (status == 0)
        status = wp_load_round(&options.common, options.ini, &settings, &inputs, &round);
    if (status == 0 && export_program(round, &options.what, &error) != 0)
        status = wp_print_error(&error);
    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_settings_free(settings);
    wp_common_options_clear(&options.common);
    return status;
}
