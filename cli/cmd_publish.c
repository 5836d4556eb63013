/* cmd_publish.c: `wijkplaats publish`: from a written plan, a list for each lecturer. */
#include "cli.h"
#include "load_plan.h"
#include "publish.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct publish_options {
    struct wp_common_options common;
    const char *plan;
    const char *folder; /* -o, or NULL */
};

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct publish_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case 'o':
        options->folder = argument;
        return 0;
    case ARGP_KEY_ARG:
        if (options->plan)
            return ARGP_ERR_UNKNOWN;
        options->plan = argument;
        return 0;
    case ARGP_KEY_END:
        if (!options->plan)
            argp_error(state, "which plan? name its folder");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp_option own_options[] = {
    {"output", 'o', "DIR", 0, "Write to DIR (default: the plan's folder with -publish after its name)", 0},
    {0}};
static const struct argp_child children[] = {{&wp_common_argp, 0, "Common options:", 1}, {0}};
static const struct argp publish_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = "DIR",
    .doc = "From the plan in DIR, writes a list for each lecturer with her own students only.",
    .children = children,
};

/* -o, or the plan's folder with "-publish"; newly allocated. */
static char *name_target(const struct publish_options *options) {
    if (options->folder)
        return strdup(options->folder);
    size_t length = strlen(options->plan);
    while (length > 1 && options->plan[length - 1] == '/')
        length--;
    size_t size = length + sizeof "-publish";
    char *target = malloc(size);
    if (target)
        snprintf(target, size, "%.*s-publish", (int)length, options->plan);
    return target;
}

int wp_cmd_publish(int argc, char **argv) {
    struct publish_options options = {0};
    struct wp_loaded_plan loaded = {0};
    struct wp_error error = {0};
    char *target = NULL;

    int status = wp_options_parse(&publish_argp, argc, argv, &options);
    if (status != 0)
        goto out;
    target = name_target(&options);
    int code = target ? wp_publish_check(target, &error) : wp_error_memory(&error);
    if (code == 0) {
        status = wp_load_plan(&options.common, options.plan, &loaded);
        if (status != 0)
            goto out;
        code = wp_publish(target, loaded.round, loaded.plan, &error);
    }
    if (code != 0)
        status = wp_print_error(&error);
    else if (!options.common.quiet)
        printf("%d lists for lecturers lie in %s/lecturers\n", loaded.round->lecturer_count, target);
out:
    wp_loaded_plan_clear(&loaded);
    free(target);
    wp_common_options_clear(&options.common);
    return status;
}
