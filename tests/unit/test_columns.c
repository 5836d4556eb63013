/* test_columns.c: config/ lets [columns] map the very columns that io/ reads; each has a list of its own. */
#include "columns.h"
#include "readers.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct wp_table_kind *const kinds[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = &wp_districts_table, [WP_ORGANISATIONS] = &wp_organisations_table,
    [WP_LECTURERS] = &wp_lecturers_table, [WP_PROJECTS] = &wp_projects_table,
    [WP_STUDENTS] = &wp_students_table,   [WP_PREFERENCES] = &wp_preferences_table,
    [WP_TRAVEL] = &wp_travel_table,       [WP_HISTORY] = &wp_history_table,
    [WP_DECISIONS] = &wp_decisions_table};

static bool is_read(const struct wp_table_kind *kind, const char *column) {
    for (int k = 0; k < kind->header_count; k++) {
        if (!kind->headers[k].numbered && strcmp(kind->headers[k].name, column) == 0)
            return true;
    }
    return false;
}

/* A column of an earlier plan's placements.csv that history knows, so that it is not called unknown, but does
 * not need. */
static bool is_passed_over(enum wp_table table, const char *column) {
    static const char *const names[] = {"rank", "circle", "minutes", "slot", "basis"};

    for (size_t i = 0; table == WP_HISTORY && i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], column) == 0)
            return true;
    }
    return false;
}

static void tables_have_the_same_names(void **unused) {
    (void)unused;
    for (int t = 0; t < WP_INPUT_TABLES; t++)
        assert_string_equal(kinds[t]->name, wp_table_names[t]);
}

static void every_column_that_can_be_mapped_is_read(void **unused) {
    (void)unused;
    for (int t = 0; t < WP_INPUT_TABLES; t++) {
        for (const char *const *column = wp_table_columns((enum wp_table)t); *column != NULL; column++) {
            if (!is_read(kinds[t], *column))
                fail_msg("%s.%s can be mapped but is not read", wp_table_names[t], *column);
        }
    }
}

static void every_column_that_is_read_can_be_mapped(void **unused) {
    (void)unused;
    for (int t = 0; t < WP_INPUT_TABLES; t++) {
        for (int k = 0; k < kinds[t]->header_count; k++) {
            const struct wp_header *header = &kinds[t]->headers[k];
            char column[64];

            snprintf(column, sizeof column, "%s%s", header->name, header->numbered ? "_99" : "");
            if (wp_table_has_column((enum wp_table)t, column) == is_passed_over((enum wp_table)t, column))
                fail_msg("%s.%s is read but cannot be mapped, or the other way round", wp_table_names[t],
                         column);
        }
    }
}

static void choices_can_be_mapped_where_they_are_read(void **unused) {
    (void)unused;
    for (int t = 0; t < WP_INPUT_TABLES; t++) {
        bool numbered = false;

        for (int k = 0; k < kinds[t]->header_count; k++)
            numbered = numbered || kinds[t]->headers[k].numbered;
        assert_int_equal(wp_table_has_column((enum wp_table)t, "choice_1"), numbered);
        assert_false(wp_table_has_column((enum wp_table)t, "choice_0"));
        assert_false(wp_table_has_column((enum wp_table)t, "choice_100"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_have_the_same_names),
        cmocka_unit_test(every_column_that_can_be_mapped_is_read),
        cmocka_unit_test(every_column_that_is_read_can_be_mapped),
        cmocka_unit_test(choices_can_be_mapped_where_they_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
