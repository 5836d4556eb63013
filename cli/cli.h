/* cli.h: what the commands share: their table, loading a round, saying what is wrong, exit statuses. */
#ifndef WP_CLI_H
#define WP_CLI_H

#include "diagnostics.h"
#include "error.h"
#include "inputs.h"
#include "options.h"
#include "round.h"
#include "settings.h"
#include <stdbool.h>

/* Exit statuses that do not come from an error (those are -code, see wp_exit_status). */
enum wp_exit {
    WP_EXIT_DONE = 0,       /* a plan was written, or the check passed */
    WP_EXIT_INFEASIBLE = 1, /* no plan exists */
    WP_EXIT_USAGE = 2,
    WP_EXIT_INPUT = 3,
    WP_EXIT_NO_PLAN = 4, /* stopped at a limit before any plan was found */
    WP_EXIT_INTERNAL = 5
};

/* A command: argv[0] is "wijkplaats <name>", the rest are its own arguments. run returns the exit status. */
struct wp_command {
    const char *name;
    const char *summary; /* one line of `wijkplaats --help` */
    int (*run)(int argc, char **argv);
};

int wp_cmd_init(int argc, char **argv);
int wp_cmd_check(int argc, char **argv);
int wp_cmd_solve(int argc, char **argv);
int wp_cmd_export(int argc, char **argv);
int wp_cmd_generate(int argc, char **argv);
int wp_cmd_publish(int argc, char **argv);
int wp_cmd_compare(int argc, char **argv);
int wp_cmd_whatif(int argc, char **argv);

/* Prints `path:line:column: error: message` (unknown parts left out) to standard error; returns the exit
 * status. */
int wp_print_error(const struct wp_error *error);

/* Prints every diagnostic in the same form to standard error, notices only if `notices` is true, then, when
 * more errors were found than kept, how many there are in all. */
void wp_print_diagnostics(const struct wp_diagnostics *diagnostics, bool notices);

/* 0 for 0, else the exit status of a wp_code. */
int wp_exit_status(int code);

/* Reads a round.ini or a scenario (with the overrides of --set, --time-limit and --language) and every file
 * that it names, and prints all that is wrong and, unless --quiet, all notices. Returns 0, or the exit
 * status; *settings and *round are NULL then and inputs is empty. inputs starts with {0}; its first item is
 * round.ini. ini must outlive the settings. The caller frees in this order: wp_round_free, wp_inputs_clear,
 * wp_settings_free. */
int wp_load_round(const struct wp_common_options *options, const char *ini, struct wp_settings **settings,
                  struct wp_inputs *inputs, struct wp_round **round);

#endif
