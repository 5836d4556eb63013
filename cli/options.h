/* options.h: the options that commands share.
 *
 * A command embeds struct wp_common_options in its own options and lists wp_common_argp as its argp's first
 * child:
 *
 *     static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
 *
 * and, in its own parser:
 *
 *     case ARGP_KEY_INIT:
 *         state->child_inputs[0] = &options->common;
 *         return 0;
 *
 * It parses with wp_options_parse, which ends the program with status 2 at a wrong option, and 0 after --help
 * or --version. */
#ifndef WP_OPTIONS_H
#define WP_OPTIONS_H

#include <limits.h> /* argp.h uses UCHAR_MAX when optimised */

#include <argp.h>
#include <stdbool.h>

struct wp_common_options {
    const char **overrides; /* "section.key=value": --set in order, then --time-limit and --language; the
                               strings are argv's or those two */
    int override_count;
    char *time_limit; /* "solver.time_limit=…", or NULL */
    char *language;   /* "report.language=…", or NULL */
    bool quiet;
    bool verbose;
};

extern const struct argp wp_common_argp;

/* In its place for a command that writes a new round: refuses --set and --time-limit, which would change
 * nothing there. */
extern const struct argp wp_new_round_argp;

/* For a command's parser: takes the one argument that is no option. `missing` is the error without one,
 * marked by N_(). */
error_t wp_options_target(int key, char *argument, struct argp_state *state, const char **target,
                          const char *missing);
#define WP_WHICH_ROUND N_("which round? name its settings file, for instance round.ini")

/* Parses argv by the command's argp into `input`. Its doc is a sentence for translation; what stands behind
 * an empty line in it is told behind the options. Returns 0 or the exit status. */
int wp_options_parse(const struct argp *argp, int argc, char **argv, void *input);

/* Frees what parsing allocated; the struct itself is the caller's. */
void wp_common_options_clear(struct wp_common_options *options);

#endif
