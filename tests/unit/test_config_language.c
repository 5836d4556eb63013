/* test_config_language.c: the language that a round asks for is known before anything is said about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "scenario_files.h"
#include <cmocka.h>

#define DUTCH ROUND "[report]\nlanguage = nl\n"

/* The language that the file asks for with these overrides (a NULL-terminated list, or NULL); -1 where that
 * cannot be told, and then the language is left as it was. */
static int language_of(const char *path, const char *const *overrides) {
    enum wp_language language = (enum wp_language)7;
    int count = 0;

    while (overrides != NULL && overrides[count] != NULL)
        count++;
    const struct wp_config_source source = {
        .path = path, .variant = -1, .overrides = overrides, .override_count = count};

    if (wp_config_language(&source, &language))
        return (int)language;
    assert_int_equal((int)language, 7);
    return -1;
}

static void a_round_asks_for_its_language(void **state) {
    struct scenario_files *files = *state;

    scenario_write(files->round, ROUND);
    assert_int_equal(language_of(files->round, NULL), WP_ENGLISH);
    scenario_write(files->round, DUTCH);
    assert_int_equal(language_of(files->round, NULL), WP_DUTCH);
    scenario_write(files->round, ROUND "[report]\nlanguage = fr\n");
    assert_int_equal(language_of(files->round, NULL), WP_ENGLISH);
}

/* So that what is wrong is told in the language that was asked for. */
static void errors_elsewhere_do_not_matter(void **state) {
    struct scenario_files *files = *state;

    scenario_write(files->round, "[rounds]\nno line\n[report]\nlanguage = nl\nlanguage = en\n");
    assert_int_equal(language_of(files->round, NULL), WP_DUTCH);
}

static void the_last_override_wins(void **state) {
    struct scenario_files *files = *state;

    scenario_write(files->round, DUTCH);
    assert_int_equal(language_of(files->round, (const char *[]){"report.language=en", NULL}), WP_ENGLISH);
    assert_int_equal(
        language_of(files->round, (const char *[]){"report.language=en", "report.language=nl", NULL}),
        WP_DUTCH);
    assert_int_equal(language_of(files->round, (const char *[]){"rules.max_choice=3", NULL}), WP_DUTCH);
}

static void a_scenario_speaks_as_its_round(void **state) {
    struct scenario_files *files = *state;

    scenario_write(files->round, DUTCH);
    scenario_write(files->path, SCENARIO "[sweep]\nrules.max_minutes = 30 | 60\n");
    assert_int_equal(language_of(files->path, NULL), WP_DUTCH);
    scenario_write(files->path, SCENARIO "[set]\nreport.language = en\n");
    assert_int_equal(language_of(files->path, NULL), WP_ENGLISH);
    assert_int_equal(language_of(files->path, (const char *[]){"report.language=nl", NULL}), WP_DUTCH);
}

static void without_a_file_the_overrides_decide(void **state) {
    struct scenario_files *files = *state;
    const char *nowhere = "/nowhere/round.ini";

    assert_int_equal(language_of(nowhere, NULL), -1);
    assert_int_equal(language_of(files->folder, NULL), -1);
    assert_int_equal(language_of(nowhere, (const char *[]){"report.language=nl", NULL}), WP_DUTCH);
    assert_int_equal(language_of(nowhere, (const char *[]){"report.language=nl", "report.language=fr", NULL}),
                     WP_DUTCH);
    assert_int_equal(language_of(nowhere, (const char *[]){"report.language", "report=nl", NULL}), -1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, scenario_set_up, scenario_tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        CASE(a_round_asks_for_its_language),
        CASE(errors_elsewhere_do_not_matter),
        CASE(the_last_override_wins),
        CASE(a_scenario_speaks_as_its_round),
        CASE(without_a_file_the_overrides_decide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
