/* load_plan.c: a written plan is loaded again, with the round that it was made from. */
#include "load_plan.h"
#include "cli.h"
#include "config.h"
#include "read_round.h"
#include "report_files.h"
#include "rule.h"
#include "speech.h"
#include "translate.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The overrides that the plan was made with, then this command's own. */
static int join_overrides(struct wp_loaded_plan *loaded, const struct wp_common_options *options,
                          struct wp_error *error) {
    const struct wp_plan_record *record = loaded->record;
    int count = 0;
    loaded->overrides =
        calloc((size_t)(record->override_count + options->override_count) + 1, sizeof *loaded->overrides);
    if (!loaded->overrides)
        return wp_error_memory(error);
    for (int i = 0; i < record->override_count; i++)
        loaded->overrides[count++] = record->overrides[i];
    for (int i = 0; i < options->override_count; i++)
        loaded->overrides[count++] = options->overrides[i];
    return 0;
}

/* The overrides name the variant of a sweep that it was, if any. Nothing was said of the plan so far. */
static int read_settings(struct wp_loaded_plan *loaded, const struct wp_common_options *options,
                         struct wp_diagnostics *diagnostics, struct wp_error *error) {
    const struct wp_plan_record *record = loaded->record;
    const struct wp_config_source source = {
        .path = (record->scenario ? record->scenario : record->files)->full_path,
        .base = record->files[0].full_path,
        .variant = -1,
        .overrides = loaded->overrides,
        .override_count = record->override_count + options->override_count};
    wp_speech_by_round(&source, options->quiet);
    return wp_config_read(&source, &loaded->settings, diagnostics, error);
}

/* Step by step; each step needs the one before it to be without errors. */
static int load(struct wp_loaded_plan *loaded, const struct wp_common_options *options, const char *folder,
                struct wp_diagnostics *diagnostics, struct wp_error *error) {
    int code = wp_plan_record_read(folder, &loaded->record, diagnostics, error);
    if (code != 0 || diagnostics->errors > 0)
        return code;
    code = join_overrides(loaded, options, error);
    if (code == 0)
        code = read_settings(loaded, options, diagnostics, error);
    if (code != 0 || diagnostics->errors > 0)
        return code;
    const struct wp_settings *settings = wp_plan_record_settings(loaded->record, loaded->settings);
    code = settings ? wp_read_round(settings, &loaded->inputs, &loaded->round, diagnostics, error)
                    : wp_error_memory(error);
    if (code != 0 || diagnostics->errors > 0)
        return code;
    return wp_read_plan(loaded->record, loaded->round, &loaded->plan, diagnostics, error);
}

static int check_rules(const struct wp_loaded_plan *loaded, const char *folder) {
    struct wp_violations violations = {0};
    int count = wp_plan_check(loaded->round, loaded->plan, &violations);
    if (count > 0)
        fprintf(stderr, "%s: error: %s\n", folder, _("the plan does not keep the rules of its round"));
    for (int i = 0; i < violations.count; i++)
        fprintf(stderr, "  - %s\n", violations.items[i].message);
    wp_violations_clear(&violations);
    return count > 0 ? WP_EXIT_INTERNAL : WP_EXIT_DONE;
}

/* A row that somebody changed may keep every rule, but then nobody solved or proved this plan. */
static int check_solved(const struct wp_loaded_plan *loaded, const char *folder) {
    char sha256[WP_SHA256_TEXT];
    struct wp_error error = {0};
    if (wp_placements_sha256(loaded->round, loaded->plan, sha256, &error) != 0)
        return wp_print_error(&error);
    if (strcmp(sha256, loaded->record->placements) == 0)
        return WP_EXIT_DONE;
    fprintf(stderr, "%s/placements.csv: error: %s\n", folder,
            _("this is not the plan that was solved; decide by pins in the file of decisions and solve the "
              "round again"));
    return WP_EXIT_INTERNAL;
}

int wp_load_plan(const struct wp_common_options *options, const char *folder, struct wp_loaded_plan *out) {
    struct wp_diagnostics diagnostics = {0};
    struct wp_error error = {0};
    int code = load(out, options, folder, &diagnostics, &error);
    int status;
    if (code != 0) {
        status = wp_print_error(&error);
    } else if (diagnostics.errors > 0) {
        wp_print_diagnostics(&diagnostics, false);
        status = WP_EXIT_INPUT;
    } else {
        status = check_rules(out, folder);
        if (status == WP_EXIT_DONE)
            status = check_solved(out, folder);
    }
    wp_diagnostics_clear(&diagnostics);
    return status;
}

void wp_loaded_plan_clear(struct wp_loaded_plan *loaded) {
    wp_plan_free(loaded->plan);
    wp_round_free(loaded->round);
    wp_inputs_clear(&loaded->inputs);
    wp_settings_free(loaded->settings);
    free(loaded->overrides);
    wp_plan_record_free(loaded->record);
    *loaded = (struct wp_loaded_plan){0};
}
