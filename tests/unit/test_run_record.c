/* test_run_record.c: how a run ended is read back as it was written, and nothing else is taken for a record.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "run_record.h"
#include "whole_file.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A folder of its own for each test, which is empty again at its end. */
static int enter(void **state) {
    static char folder[] = "/tmp/test_run_record-XXXXXX";
    snprintf(folder, sizeof folder, "/tmp/test_run_record-XXXXXX");
    *state = mkdtemp(folder);
    return *state == NULL ? -1 : chdir(folder);
}

static int leave(void **state) {
    (void)unlink("run.json");
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

static void write_text(const char *text) {
    FILE *file = fopen("run.json", "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void test_round_trip(void **state) {
    (void)state;
    static const enum wp_whatif_status statuses[] = {
        WP_WHATIF_OPTIMAL, WP_WHATIF_FEASIBLE, WP_WHATIF_INFEASIBLE, WP_WHATIF_NO_PLAN, WP_WHATIF_FAILED};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        struct wp_run_record read, written = {.hash = HASH,
                                              .status = statuses[i],
                                              .stopped = i % 2 == 1,
                                              .message = "killed by \"9\" (é)",
                                              .seconds = 1.25};
        struct wp_error error = {0};
        assert_int_equal(wp_run_record_write("run.json", &written, &error), 0);
        assert_true(wp_run_record_is("run.json"));
        assert_true(wp_run_record_read("run.json", &read));
        assert_string_equal(read.hash, written.hash);
        assert_int_equal(read.status, written.status);
        assert_int_equal(read.stopped, written.stopped);
        assert_string_equal(read.message, written.message);
        assert_true(read.seconds == written.seconds);
    }
}

static void test_private(void **state) {
    struct stat status;
    struct wp_error error = {0};
    const struct wp_run_record record = {.hash = HASH, .status = WP_WHATIF_OPTIMAL};
    (void)state;
    assert_int_equal(wp_run_record_write("run.json", &record, &error), 0);
    assert_int_equal(stat("run.json", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void test_no_record(void **state) {
    struct wp_run_record record;
    (void)state;
    assert_false(wp_run_record_is("run.json"));
    assert_false(wp_run_record_read("run.json", &record));
    static const char *const foreign[] = {"", "{", "[]", "{\"program\": \"another\", \"hash\": \"" HASH "\"}",
                                          "{\"hash\": \"" HASH "\"}"};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        write_text(foreign[i]);
        assert_false(wp_run_record_is("run.json"));
        assert_false(wp_run_record_read("run.json", &record));
    }
}

/* Of this program, but not what this version writes: the run is made again. */
static void test_not_understood(void **state) {
    static const char head[] = "{\"program\": \"wijkplaats\", ";
    static const char *const rests[] = {
        "\"hash\": \"short\", \"status\": \"optimal\", \"stopped\": false, \"message\": \"\", \"seconds\": "
        "1}",
        "\"hash\": \"" HASH
        "\", \"status\": \"fine\", \"stopped\": false, \"message\": \"\", \"seconds\": 1}",
        "\"hash\": \"" HASH
        "\", \"status\": \"not_run\", \"stopped\": false, \"message\": \"\", \"seconds\": 1}",
        "\"hash\": \"" HASH
        "\", \"status\": \"optimal\", \"stopped\": \"no\", \"message\": \"\", \"seconds\": 1}",
        "\"hash\": \"" HASH "\", \"status\": \"optimal\", \"stopped\": false, \"seconds\": 1}",
        "\"hash\": \"" HASH
        "\", \"status\": \"optimal\", \"stopped\": false, \"message\": \"\", \"seconds\": -1}"};
    (void)state;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
        char text[512];
        struct wp_run_record record;
        snprintf(text, sizeof text, "%s%s", head, rests[i]);
        write_text(text);
        assert_true(wp_run_record_is("run.json"));
        assert_false(wp_run_record_read("run.json", &record));
    }
}

/* Until a file is whole the old one stays; what a killed writer left is taken over. */
static void test_whole_file(void **state) {
    struct wp_whole_file file;
    struct wp_error error = {0};
    char text[16] = "";
    FILE *stream;
    (void)state;
    write_text("old");
    stream = fopen(".run.json" WP_WHOLE_FILE_ENDING, "wb");
    assert_non_null(stream);
    fputs("left by a writer that was killed", stream);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(wp_whole_file_begin("run.json", &file, &error), 0);
    fputs("thrown away", file.stream);
    wp_whole_file_free(&file);
    assert_int_equal(access(".run.json" WP_WHOLE_FILE_ENDING, F_OK), -1);
    assert_int_equal(wp_whole_file_begin("run.json", &file, &error), 0);
    fputs("new", file.stream);
    assert_int_equal(wp_whole_file_commit(&file, &error), 0);
    wp_whole_file_free(&file);
    stream = fopen("run.json", "rb");
    assert_non_null(stream);
    assert_non_null(fgets(text, sizeof text, stream));
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(text, "new");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_round_trip, enter, leave),
        cmocka_unit_test_setup_teardown(test_private, enter, leave),
        cmocka_unit_test_setup_teardown(test_no_record, enter, leave),
        cmocka_unit_test_setup_teardown(test_not_understood, enter, leave),
        cmocka_unit_test_setup_teardown(test_whole_file, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
