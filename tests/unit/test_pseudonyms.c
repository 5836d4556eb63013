/* test_pseudonyms.c: pseudonyms are the same with the same secret, other ones with another, and two people
 * never share one; a file that holds no secret is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "pseudonyms.h"
#include "small_round.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct wp_pseudonyms counting_secret(void) {
    struct wp_pseudonyms pseudonyms;
    for (size_t i = 0; i < sizeof pseudonyms.secret; i++)
        pseudonyms.secret[i] = (unsigned char)i;
    return pseudonyms;
}

/* Worked out by Python: hmac.new(bytes(range(32)), b"student\0S1", "sha256"), the first 50 bits. */
static void they_are_hmac_sha_256(void **state) {
    (void)state;
    const struct wp_pseudonyms pseudonyms = counting_secret();
    char text[WP_PSEUDONYM];
    assert_string_equal(wp_pseudonym(&pseudonyms, "student", "S1", text), "S-YZE9XP62M6");
    assert_string_equal(wp_pseudonym(&pseudonyms, "lecturer", "S1", text), "L-GVKW484AGM");
    assert_string_equal(wp_pseudonym(&pseudonyms, "project", "Buurthuis \xC3\xA9", text), "P-SS45Q1SFHM");
}

static void another_secret_gives_others(void **state) {
    (void)state;
    const struct wp_pseudonyms pseudonyms = counting_secret();
    struct wp_pseudonyms other = pseudonyms;
    char one[WP_PSEUDONYM], two[WP_PSEUDONYM];
    other.secret[31] ^= 1;
    for (int i = 0; i < 1000; i++) {
        char id[16];
        snprintf(id, sizeof id, "%d", i);
        wp_pseudonym(&pseudonyms, "student", id, one);
        assert_string_not_equal(one, wp_pseudonym(&other, "student", id, two));
        assert_string_equal(one, wp_pseudonym(&pseudonyms, "student", id, two));
        assert_int_equal(strlen(one), 12);
        assert_int_equal(strspn(one + 2, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 10);
    }
}

/* Two ids that truly meet under this secret, found among fifty million. */
static void two_of_one_name_are_refused(void **state) {
    (void)state;
    const struct wp_pseudonyms pseudonyms = counting_secret();
    struct small_round small;
    struct wp_error error = {0};
    char one[WP_PSEUDONYM], two[WP_PSEUDONYM];
    small_round_start(&small, (struct small_sizes){.students = 3, .projects = 3, .lecturers = 3});
    assert_int_equal(wp_pseudonyms_check(&pseudonyms, small.round, &error), 0);
    small.round->students[0].id = "S4626055";
    small.round->students[2].id = "S25545393";
    assert_string_equal(wp_pseudonym(&pseudonyms, "student", "S4626055", one),
                        wp_pseudonym(&pseudonyms, "student", "S25545393", two));
    assert_int_equal(wp_pseudonyms_check(&pseudonyms, small.round, &error), WP_INPUT);
    assert_non_null(strstr(error.message, "S4626055"));
    assert_non_null(strstr(error.message, "S25545393"));
    assert_non_null(strstr(error.message, one));
    struct wp_pseudonyms other = pseudonyms;
    other.secret[0] = 1;
    assert_int_equal(wp_pseudonyms_check(&other, small.round, NULL), 0);
    small_round_end(&small);
}

/* A folder for secrets; the state is its name. */
static int set_up(void **state) {
    char name[] = "/tmp/wijkplaats-pseudonyms-XXXXXX";
    if (!mkdtemp(name))
        return -1;
    *state = strdup(name);
    return *state ? 0 : -1;
}

static const char *key_in(const char *folder) {
    static char path[96];
    snprintf(path, sizeof path, "%s/pseudonyms.key", folder);
    return path;
}

static int tear_down(void **state) {
    (void)unlink(key_in(*state));
    int code = rmdir(*state);
    free(*state);
    return code;
}

static void a_secret_is_made_once_and_read_again(void **state) {
    const char *path = key_in(*state);
    struct wp_pseudonyms made, again;
    bool found = true;
    struct stat status;
    bool is_new;
    assert_int_equal(wp_pseudonyms_read(path, &made, &found, NULL), 0);
    assert_false(found);
    assert_int_equal(wp_pseudonyms_make(path, &made, &is_new, NULL), 0);
    assert_true(is_new);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_int_equal(wp_pseudonyms_read(path, &again, &found, NULL), 0);
    assert_true(found);
    assert_memory_equal(made.secret, again.secret, sizeof made.secret);
    /* Who comes second takes what the first one made, and knows that it is not hers to remove. */
    memset(&again, 0, sizeof again);
    assert_int_equal(wp_pseudonyms_make(path, &again, &is_new, NULL), 0);
    assert_false(is_new);
    assert_memory_equal(made.secret, again.secret, sizeof made.secret);
}

static void two_secrets_differ(void **state) {
    const char *path = key_in(*state);
    struct wp_pseudonyms one, two;
    bool is_new;
    assert_int_equal(wp_pseudonyms_make(path, &one, &is_new, NULL), 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(wp_pseudonyms_make(path, &two, &is_new, NULL), 0);
    assert_memory_not_equal(one.secret, two.secret, sizeof one.secret);
}

#define SIXTY_TWO "00112233445566778899aabbccddeeff00112233445566778899aabbccddee"

static void what_is_no_secret_is_refused(void **state) {
    static const struct {
        const char *text;
        bool good;
    } cases[] = {{SIXTY_TWO "ff\n", true},
                 {SIXTY_TWO "ff", true},
                 {SIXTY_TWO "ff\r\n\r\n", true},
                 {"", false},
                 {"\n", false},
                 {SIXTY_TWO "\n", false},
                 {SIXTY_TWO "f\n", false},
                 {SIXTY_TWO "fff\n", false},
                 {SIXTY_TWO "fg\n", false},
                 {SIXTY_TWO "FF\n", false},
                 {" " SIXTY_TWO "ff\n", false},
                 {SIXTY_TWO "ff\n" SIXTY_TWO "ff\n", false},
                 {"\xEF\xBB\xBF" SIXTY_TWO "ff", false}};
    const char *path = key_in(*state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wp_pseudonyms read = {{0}};
        struct wp_error error = {0};
        bool found = false, is_new = true;
        FILE *stream = fopen(path, "wb");
        assert_non_null(stream);
        fputs(cases[i].text, stream);
        assert_int_equal(fclose(stream), 0);
        assert_int_equal(wp_pseudonyms_read(path, &read, &found, &error), cases[i].good ? 0 : WP_INPUT);
        assert_true(found);
        if (cases[i].good) {
            assert_int_equal(read.secret[1], 0x11);
            assert_int_equal(read.secret[31], 0xff);
        } else {
            assert_non_null(strstr(error.path, "pseudonyms.key"));
            assert_non_null(strstr(error.message, "64 letters and digits"));
        }
        /* Nor is it replaced by a new one. */
        assert_int_equal(wp_pseudonyms_make(path, &read, &is_new, NULL), cases[i].good ? 0 : WP_INPUT);
        assert_false(is_new);
    }
}

static void a_folder_is_no_secret(void **state) {
    struct wp_pseudonyms read;
    struct wp_error error = {0};
    bool found;
    assert_int_equal(wp_pseudonyms_read(*state, &read, &found, &error), WP_INPUT);
    assert_non_null(strstr(error.message, "cannot be read"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_hmac_sha_256),
        cmocka_unit_test(another_secret_gives_others),
        cmocka_unit_test(two_of_one_name_are_refused),
        cmocka_unit_test_setup_teardown(a_secret_is_made_once_and_read_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_secrets_differ, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_secret_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_is_no_secret, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
