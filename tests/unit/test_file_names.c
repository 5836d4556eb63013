/* test_file_names.c: file names made from ids neither leave their folder nor meet. */
#include "file_names.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

static int many = 400000; /* recipients; under valgrind fewer */

static void assert_name(struct wp_file_names *names, const char *id, const char *expected) {
    const char *name;
    assert_int_equal(wp_file_name(names, "lecturers", id, ".csv", &name, NULL), 0);
    assert_string_equal(name, expected);
}

static void ids_stay_readable_and_inside(void **state) {
    (void)state;
    struct wp_file_names names = {0};
    assert_name(&names, "L-01_a.b", "lecturers/L-01_a.b.csv");
    assert_name(&names, "..", "lecturers/%2E%2E.csv");
    assert_name(&names, "../../x", "lecturers/%2E.%2F..%2Fx.csv");
    assert_name(&names, "J\xC3\xBC", "lecturers/J%C3%BC.csv");
    assert_name(&names, "a b", "lecturers/a%20b.csv");
    assert_name(&names, "a%20b", "lecturers/a%2520b.csv");
    assert_name(&names, "", "lecturers/%.csv");
    assert_name(&names, "%", "lecturers/%25.csv");
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
    const char *given[20];
    memset(id, 'x', sizeof id - 1);
    id[sizeof id - 1] = '\0';
    for (int i = 0; i < 20; i++) {
        const char *name;
        id[500] = (char)('a' + i);
        assert_int_equal(wp_file_name(&names, "f", id, ".csv", &name, NULL), 0);
        assert_true(strlen(name) < 200);
        for (int j = 0; j < i; j++)
            assert_true(strcasecmp(given[j], name) != 0);
        given[i] = name;
    }
    wp_file_names_clear(&names);
}

/* As https://learn.microsoft.com/windows/win32/fileio/naming-a-file tells them. */
static bool windows_takes(const char *part) {
    static const char *const devices[] = {"CON",  "PRN",  "AUX",  "NUL",  "COM0", "COM1", "COM2", "COM3",
                                          "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT0", "LPT1",
                                          "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"};
    size_t length = strlen(part), stem = strcspn(part, ".");
    if (length == 0 || strchr(". ", part[length - 1]))
        return false;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)part[i] < ' ' || strchr("<>:\"/\\|?*", part[i]))
            return false;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (stem == strlen(devices[i]) && strncasecmp(part, devices[i], stem) == 0)
            return false;
    return true;
}

static void windows_takes_every_name(void **state) {
    (void)state;
    static const char *const ids[] = {"CON",     "con",    "nul.txt", "Aux.tar.gz", "COM1", "lpt9.x", "COM10",
                                      "CONSOLE", "x.",     "x. ",     "x ",         ".",    "...",    "a:b",
                                      "a?b*c",   "<a>|\"", "a\\b",    "tab\there",  "-1",   "%s%n",   "~",
                                      "NUL~2",   "com1",   "CON.",    "LPT\u00b9",  " "};
    static const char *const endings[] = {"", ".csv"};
    struct wp_file_names names = {0};
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            const char *name;
            assert_int_equal(wp_file_name(&names, "f", ids[i], endings[e], &name, NULL), 0);
            assert_memory_equal(name, "f/", 2);
            if (!windows_takes(name + 2))
                fail_msg("Windows refuses %s", name);
        }
    wp_file_names_clear(&names);
    assert_name(&names, "CON", "lecturers/%43ON.csv");
    assert_name(&names, "nul.txt", "lecturers/%6Eul.txt.csv");
    assert_name(&names, "COM10", "lecturers/COM10.csv");
    assert_name(&names, "x.", "lecturers/x%2E.csv");
    wp_file_names_clear(&names);
}

/* Searching a list for each name would take hours. */
static void names_of_many_recipients_are_found_at_once(void **state) {
    (void)state;
    struct wp_file_names names = {0};
    char id[200];
    const char *name;
    for (int i = 0; i < many; i++) {
        /* Plain ones, ones that differ in case only, and ones that are too long. */
        if (i % 4 == 3)
            snprintf(id, sizeof id, "%0150d", i);
        else
            snprintf(id, sizeof id, "%c%d", i % 2 ? 'S' : 's', i / 2);
        assert_int_equal(wp_file_name(&names, "students", id, "", &name, NULL), 0);
    }
    assert_name(&names, "S0", "lecturers/S0.csv");
    wp_file_names_clear(&names);
}

int main(int argc, char **argv) {
    if (argc > 1)
        many = (int)strtol(argv[1], NULL, 10);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_stay_readable_and_inside),
        cmocka_unit_test(letter_case_alone_does_not_tell_names_apart),
        cmocka_unit_test(long_ids_are_cut_and_numbered),
        cmocka_unit_test(windows_takes_every_name),
        cmocka_unit_test(names_of_many_recipients_are_found_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
