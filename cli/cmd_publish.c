/* cmd_publish.c: `wijkplaats publish`: from a written plan, a folder for each of those whom it concerns. */
#include "cli.h"
#include "folder_path.h"
#include "language.h"
#include "load_plan.h"
#include "publish.h"
#include "translate.h"
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
    default:
        return wp_options_target(key, argument, state, &options->plan, N_("which plan? name its folder"));
    }
}

static const struct argp_option own_options[] = {
    {"output", 'o', N_("DIR"), 0,
     N_("Write to DIR (default: the plan's folder with -publish after its name)"), 0},
    {0}};
static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp publish_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("DIR"),
    .doc = N_("From the plan in DIR, writes a folder for each lecturer, broker, organisation and "
              "student, with what concerns them only."),
    .children = children,
};

/* -o, or the plan's folder with "-publish"; newly allocated. */
static int name_target(const struct publish_options *options, char **target, struct wp_error *error) {
    if (!options->folder)
        return wp_folder_beside(options->plan, "-publish", target, error);
    *target = strdup(options->folder);
    return *target ? 0 : wp_error_memory(error);
}

static int publish(const struct wp_loaded_plan *loaded, const struct publish_options *options,
                   const char *target, struct wp_error *error) {
    struct wp_publication *publication;
    wp_language_use(loaded->round->settings->language);
    const struct wp_publish_options recorded = {.plan = options->plan, .by = "", .at = time(NULL)};
    int code =
        wp_publication_new(loaded->round, loaded->plan, loaded->record->proven, NULL, &publication, error);
    if (code == 0)
        code = wp_publish(target, publication, &recorded, error);
    wp_publication_free(publication);
    return code;
}

static void print_done(const struct wp_round *round, const char *target) {
    printf("%d lists for lecturers, %d for organisations and %d letters to students in %s\n",
           round->lecturer_count, round->organisation_count, round->student_count, target);
}

int wp_cmd_publish(int argc, char **argv) {
    struct publish_options options = {0};
    struct wp_loaded_plan loaded = {0};
    struct wp_error error = {0};
    char *target = NULL;

    int status = wp_options_parse(&publish_argp, argc, argv, &options);
    if (status != 0)
        goto out;
    int code = name_target(&options, &target, &error);
    if (code == 0)
        code = wp_publish_check(target, &error);
    if (code == 0) {
        status = wp_load_plan(&options.common, options.plan, &loaded);
        if (status != 0)
            goto out;
        code = publish(&loaded, &options, target, &error);
    }
    if (code != 0)
        status = wp_print_error(&error);
    else if (!options.common.quiet)
        print_done(loaded.round, target);
out:
    wp_loaded_plan_clear(&loaded);
    free(target);
    wp_common_options_clear(&options.common);
    return status;
}
