/* load.c: a round is read: its settings, then its files; all that is wrong is printed in one run. */
#include "load.h"
#include "cli.h"
#include "read_round.h"
#include "speech.h"
#include <string.h>

/* A file of settings is an input under its own name. */
static int keep_ini(const char *path, bool of_scenario, struct wp_inputs *inputs, struct wp_error *error) {
    const struct wp_input *kept;
    const char *slash = strrchr(path, '/');

    return wp_inputs_read(inputs, slash != NULL ? slash + 1 : path, path, of_scenario, &kept, error);
}

int wp_load_source(const struct wp_config_source *source, struct wp_settings **settings,
                   struct wp_inputs *inputs, struct wp_round **out, struct wp_diagnostics *diagnostics,
                   struct wp_error *error) {
    int code = wp_config_read(source, settings, diagnostics, error);

    *out = NULL;
    if (code == 0)
        code = keep_ini((*settings)->path, false, inputs, error);
    if (code == 0 && (*settings)->scenario != NULL)
        code = keep_ini((*settings)->scenario->path, true, inputs, error);
    /* Also after errors in round.ini: whoever mends a round wants to see everything at once. */
    if (code == 0)
        code = wp_read_round(*settings, inputs, out, diagnostics, error);
    return code;
}

int wp_load_round(const struct wp_common_options *options, const char *ini, struct wp_settings **settings,
                  struct wp_inputs *inputs, struct wp_round **round) {
    const struct wp_config_source source = {.path = ini,
                                            .variant = -1,
                                            .overrides = options->overrides,
                                            .override_count = options->override_count};
    struct wp_diagnostics diagnostics = {0};
    struct wp_error error = {0};
    int status = WP_EXIT_DONE;
    int code;

    wp_speech_by_round(&source, options->quiet);
    code = wp_load_source(&source, settings, inputs, round, &diagnostics, &error);
    wp_print_diagnostics(&diagnostics, !options->quiet);
    if (code != 0)
        status = wp_print_error(&error);
    else if (diagnostics.errors > 0)
        status = WP_EXIT_INPUT;
    wp_diagnostics_clear(&diagnostics);
    if (status != 0) {
        wp_round_free(*round);
        wp_inputs_clear(inputs);
        wp_settings_free(*settings);
        *round = NULL;
        *settings = NULL;
    }
    return status;
}
