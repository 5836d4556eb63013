/* cmd_init.c: `wijkplaats init`: writes a template round. */
#include "cli.h"
#include "new_round.h"
#include "template.h"
#include "translate.h"
#include <stdio.h>

struct init_options {
    struct wp_common_options common;
    const char *folder;
};

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct init_options *options = state->input;

    if (key != ARGP_KEY_INIT)
        return wp_options_target(key, argument, state, &options->folder, N_("where? name a new folder"));
    state->child_inputs[0] = &options->common;
    return 0;
}

static const struct argp_child children[] = {{&wp_new_round_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp init_argp = {
    .parser = parse,
    .args_doc = N_("DIR"),
    .doc = N_("Writes a small round with comments to the new folder DIR. It can be solved as it is; then "
              "replace its files by yours."
              "\n\nExample:\n  wijkplaats init my-round\n  wijkplaats check my-round/round.ini"),
    .children = children,
};

static int write_template(struct wp_folder *folder, struct wp_error *error) {
    FILE *file;
    int code = wp_folder_open_file(folder, "round.ini", &file, error);

    if (code == 0) {
        wp_template_settings(file);
        code = wp_folder_close_file(folder, error);
    }
    for (const struct wp_template_file *table = wp_template_files; code == 0 && table->name != NULL;
         table++) {
        code = wp_folder_open_file(folder, table->name, &file, error);
        if (code == 0) {
            wp_template_table(file, table->text);
            code = wp_folder_close_file(folder, error);
        }
    }
    return code;
}

int wp_cmd_init(int argc, char **argv) {
    struct init_options options = {0};
    struct wp_folder *folder = NULL;
    struct wp_error error = {0};
    int status = wp_options_parse(&init_argp, argc, argv, &options);

    if (status == 0 && (wp_new_round_begin(options.folder, &folder, &error) != 0 ||
                        write_template(folder, &error) != 0 || wp_folder_commit(folder, &error) != 0))
        status = wp_print_error(&error);
    else if (status == 0 && !options.common.quiet)
        printf(_("A template round is in %s; solve it with: wijkplaats solve %s/round.ini\n"), options.folder,
               options.folder);
    wp_folder_free(folder);
    wp_common_options_clear(&options.common);
    return status;
}
