/* cmd_compare.c: `wijkplaats compare`: written plans side by side, of scenarios or of the rounds of several
 * semesters. */
#include "cli.h"
#include "comparison.h"
#include "load_plan.h"
#include "read_levels.h"
#include "translate.h"
#include <stdio.h>
#include <stdlib.h>

struct compare_options {
    struct wp_common_options common;
    char **folders; /* argv's */
    int count;
};

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct compare_options *options = state->input;
    (void)argument;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case ARGP_KEY_ARGS:
        options->folders = state->argv + state->next;
        options->count = state->argc - state->next;
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, _("which plans? name their folders"));
        return EINVAL;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp compare_argp = {
    .parser = parse,
    .args_doc = N_("DIR..."),
    .doc =
        N_("Prints written plans side by side: who is placed and at which choice, levels, fairness, travel, "
           "loads, projects, circles, and what changed for students from one plan to the next."
           "\n\nName the plans in their order, for instance one of each semester. Nothing is written."),
    .children = children,
};

/* One plan with what it proved. */
struct loaded {
    struct wp_loaded_plan plan;
    struct wp_plan_levels levels;
};

static int load(const struct compare_options *options, const char *folder, struct loaded *loaded) {
    struct wp_error error = {0};
    int status = wp_load_plan(&options->common, folder, &loaded->plan);
    if (status == 0 && wp_plan_levels_read(folder, &loaded->levels, &error) != 0)
        status = wp_print_error(&error);
    return status;
}

/* All are loaded, so that all that is wrong is told at once; the first exit status counts. */
static int load_all(const struct compare_options *options, struct loaded *loaded,
                    struct wp_compared *compared) {
    int status = 0;
    for (int i = 0; i < options->count; i++) {
        int own = load(options, options->folders[i], &loaded[i]);
        status = status ? status : own;
        compared[i] = (struct wp_compared){.folder = options->folders[i],
                                           .round = loaded[i].plan.round,
                                           .plan = loaded[i].plan.plan,
                                           .outcome = loaded[i].levels.outcome,
                                           .levels = loaded[i].levels.items,
                                           .level_count = loaded[i].levels.count};
    }
    return status;
}

int wp_cmd_compare(int argc, char **argv) {
    struct compare_options options = {0};
    struct loaded *loaded = NULL;
    struct wp_compared *compared = NULL;
    struct wp_comparison *comparison = NULL;
    struct wp_error error = {0};

    int status = wp_options_parse(&compare_argp, argc, argv, &options);
    if (status != 0)
        goto out;
    loaded = calloc((size_t)options.count, sizeof *loaded);
    compared = calloc((size_t)options.count, sizeof *compared);
    if (!loaded || !compared) {
        wp_error_memory(&error);
        status = wp_print_error(&error);
        goto out;
    }
    status = load_all(&options, loaded, compared);
    if (status == 0 && wp_comparison_new(compared, options.count, &comparison, &error) != 0)
        status = wp_print_error(&error);
    else if (status == 0 && !options.common.quiet)
        wp_comparison_text(stdout, comparison, options.common.verbose);
out:
    wp_comparison_free(comparison);
    for (int i = 0; i < options.count && loaded; i++) {
        wp_plan_levels_clear(&loaded[i].levels);
        wp_loaded_plan_clear(&loaded[i].plan);
    }
    free(loaded);
    free(compared);
    wp_common_options_clear(&options.common);
    return status;
}
