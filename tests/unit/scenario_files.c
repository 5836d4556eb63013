/* scenario_files.c: a round.ini and a scenario of it on disk, and what was read of them. */
#define _XOPEN_SOURCE 700 /* P_tmpdir, mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "scenario_files.h"
#include "told.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void scenario_write(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

int scenario_set_up(void **state) {
    struct scenario_files *files = calloc(1, sizeof *files);

    *state = files;
    if (files == NULL)
        return -1;
    snprintf(files->folder, sizeof files->folder, P_tmpdir "/test_scenario-XXXXXX");
    if (mkdtemp(files->folder) == NULL)
        return -1;
    snprintf(files->round, sizeof files->round, "%s/round.ini", files->folder);
    snprintf(files->below, sizeof files->below, "%s/if", files->folder);
    snprintf(files->path, sizeof files->path, "%s/ill.ini", files->below);
    return mkdir(files->below, 0700);
}

void scenario_forget(struct scenario_files *files) {
    wp_diagnostics_clear(&files->diagnostics);
    wp_settings_free(files->settings);
    wp_scenario_free(files->scenario);
    files->settings = NULL;
    files->scenario = NULL;
    files->error = (struct wp_error){0};
}

int scenario_tear_down(void **state) {
    struct scenario_files *files = *state;

    scenario_forget(files);
    unlink(files->path);
    unlink(files->round);
    rmdir(files->below);
    rmdir(files->folder);
    free(files);
    return 0;
}

int scenario_read_variant(struct scenario_files *files, const char *text, int variant,
                          const char *const *overrides) {
    struct wp_config_source source = {
        .path = files->path, .variant = variant, .overrides = overrides, .override_count = 0};

    scenario_forget(files);
    scenario_write(files->path, text);
    while (overrides != NULL && overrides[source.override_count] != NULL)
        source.override_count++;
    return wp_config_read(&source, &files->settings, &files->diagnostics, &files->error);
}

const struct wp_settings *scenario_read_text(struct scenario_files *files, const char *text) {
    scenario_write(files->round, ROUND);
    assert_int_equal(scenario_read_variant(files, text, -1, NULL), 0);
    assert_non_null(files->settings);
    return files->settings;
}

const struct wp_scenario *scenario_read_alone(struct scenario_files *files, const char *text) {
    scenario_forget(files);
    scenario_write(files->path, text);
    assert_int_equal(wp_scenario_read(files->path, &files->scenario, &files->diagnostics, &files->error), 0);
    assert_non_null(files->scenario);
    return files->scenario;
}

void scenario_assert_quiet(const struct scenario_files *files) {
    if (files->diagnostics.count > 0)
        fail_msg("line %ld: %s", files->diagnostics.items[0].location.line,
                 files->diagnostics.items[0].message);
}

void scenario_assert_message(const struct scenario_files *files, const char *path, long line,
                             const char *message) {
    assert_int_equal(files->diagnostics.count, 1);
    assert_told(files->diagnostics.items[0].message, message);
    assert_string_equal(files->diagnostics.items[0].location.path, path);
    assert_int_equal(files->diagnostics.items[0].location.line, line);
}
