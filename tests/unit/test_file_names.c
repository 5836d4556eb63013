/* test_file_names.c: file names made from ids neither leave their folder nor meet. */
#include "file_names.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

static void assert_name(struct wp_file_names *names, const char *id, const char *expected) {
    const char *name;
    assert_int_equal(wp_file_name(names, "lecturers", id, ".csv", &name, NULL), 0);
    assert_string_equal(name, expected);
}

static void ids_stay_readable_and_inside(void **state) {
    (void)state;
    struct wp_file_names names = {0};
    assert_name(&names, "L-01_a.b", "lecturers/L-01_a.b.csv");
    assert_name(&names, "..", "lecturers/%2E..csv");
    assert_name(&names, "../../x", "lecturers/%2E.%2F..%2Fx.csv");
    assert_name(&names, "J\xC3\xBC", "lecturers/J%C3%BC.csv");
    assert_name(&names, "a b", "lecturers/a%20b.csv");
    assert_name(&names, "a%20b", "lecturers/a%2520b.csv");
    wp_file_names_clear(&names);
}

static void letter_case_alone_does_not_tell_names_apart(void **state) {
    (void)state;
    struct wp_file_names names = {0};
    assert_name(&names, "L1", "lecturers/L1.csv");
    assert_name(&names, "l1", "lecturers/l1~2.csv");
    assert_name(&names, "l1~2", "lecturers/l1%7E2.csv");
    wp_file_names_clear(&names);
}

static void long_ids_are_cut_and_numbered(void **state) {
    (void)state;
    struct wp_file_names names = {0};
    char id[1000];
    memset(id, 'x', sizeof id - 1);
    id[sizeof id - 1] = '\0';
    for (int i = 0; i < 20; i++) {
        const char *name;
        id[500] = (char)('a' + i);
        assert_int_equal(wp_file_name(&names, "f", id, ".csv", &name, NULL), 0);
        assert_true(strlen(name) < 200);
        for (size_t j = 0; j + 1 < names.count; j++)
            assert_true(strcasecmp(names.items[j], name) != 0);
    }
    wp_file_names_clear(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_stay_readable_and_inside),
        cmocka_unit_test(letter_case_alone_does_not_tell_names_apart),
        cmocka_unit_test(long_ids_are_cut_and_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
