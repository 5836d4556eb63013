/* load.c: a round is read: its settings, then its files; all that is wrong is printed in one run. */
#include "cli.h"
#include "config.h"
#include "read_round.h"
#include <string.h>

/* round.ini is the first input, under its own name. */
static int keep_ini(const char *ini, struct wp_inputs *inputs, struct wp_error *error) {
    const struct wp_input *kept;
    const char *slash = strrchr(ini, '/');

    return wp_inputs_read(inputs, slash != NULL ? slash + 1 : ini, ini, false, &kept, error);
}

int wp_load_round(const struct wp_common_options *options, const char *ini, struct wp_settings **settings,
                  struct wp_inputs *inputs, struct wp_round **round) {
    struct wp_diagnostics diagnostics = {0};
    struct wp_error error = {0};
    int status;

    *round = NULL;
    const struct wp_config_source source = {.path = ini,
                                            .variant = -1,
                                            .overrides = options->overrides,
                                            .override_count = options->override_count};
    status = wp_config_read(&source, settings, &diagnostics, &error);
    if (status == 0)
        status = keep_ini(ini, inputs, &error);
    /* Also after errors in round.ini: whoever mends a round wants to see everything at once. */
    if (status == 0)
        status = wp_read_round(*settings, inputs, round, &diagnostics, &error);
    wp_print_diagnostics(&diagnostics, !options->quiet);
    if (status != 0)
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
