/* test_round.c: words and ids, loads as text, units, who may guide what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "small_round.h"

static struct small_round small;

static void start(int students, int projects, int lecturers) {
    small_round_start(&small, (struct small_sizes){students, projects, lecturers, 2, 2});
    small.settings.rules.unlisted_last = true;
    for (int p = 0; p < projects; p++)
        small.round->projects[p].district = 0;
    for (int l = 0; l < lecturers; l++)
        small.round->lecturers[l].districts = small_list(&small, 0, -1);
}

static void words_are_numbered_once(void **unused) {
    char text[24];

    (void)unused;
    start(1, 1, 0);
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < 1000; i++) {
            snprintf(text, sizeof text, "word %d", i);
            assert_int_equal(wp_round_word(small.round, text), i);
            assert_string_equal(wp_round_text(small.round, i), text);
        }
    }
    assert_int_equal(wp_round_word_count(small.round), 1000);
    assert_string_equal(wp_round_text(small.round, -1), "");
    assert_string_equal(wp_round_text(small.round, 1000), "");
    small_round_end(&small);
}

static void ids_are_found_bytewise(void **unused) {
    static const enum wp_table tables[] = {WP_DISTRICTS, WP_ORGANISATIONS, WP_LECTURERS, WP_PROJECTS,
                                           WP_STUDENTS};
    static const char letters[] = "DOLPS";
    char id[16];

    (void)unused;
    small_round_start(&small, (struct small_sizes){7, 6, 5, 4, 3});
    for (int t = 0; t < 5; t++) {
        for (int i = 0; i < 3 + t; i++) {
            snprintf(id, sizeof id, "%c%d", letters[t], i + 1);
            assert_int_equal(wp_round_find(small.round, tables[t], id), i);
            assert_string_equal(wp_round_id(small.round, tables[t], i), id);
        }
        snprintf(id, sizeof id, "%c%d", letters[t], 4 + t);
        assert_int_equal(wp_round_find(small.round, tables[t], id), -1);
        assert_string_equal(wp_round_id(small.round, tables[t], 3 + t), "");
    }
    assert_int_equal(wp_round_find(small.round, WP_STUDENTS, "s1"), -1);
    assert_int_equal(wp_round_find(small.round, WP_STUDENTS, ""), -1);
    assert_int_equal(wp_round_find(small.round, WP_TRAVEL, "S1"), -1);
    assert_string_equal(wp_round_id(small.round, WP_STUDENTS, -1), "");
    small_round_end(&small);
    small_round_start(&small, (struct small_sizes){0, 0, 0, 0, 0});
    assert_int_equal(wp_round_find(small.round, WP_STUDENTS, "S1"), -1);
    small_round_finish(&small, 0);
    small_round_end(&small);
}

static void loads_are_written_short(void **unused) {
    static const struct {
        int load;
        const char *text;
    } cases[] = {{100, "1"}, {50, "0.5"},  {1225, "12.25"}, {5, "0.05"},
                 {0, "0"},   {110, "1.1"}, {-150, "-1.5"},  {INT32_MAX, "21474836.47"}};
    char buffer[WP_LOAD_TEXT];

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++)
        assert_string_equal(wp_load_text(cases[c].load, buffer), cases[c].text);
}

static void groups_and_together_make_units(void **unused) {
    static const int unit_of[] = {0, 1, 0, 2, 1, 0, 3};

    (void)unused;
    start(7, 1, 0);
    small.round->students[0].group = small.round->students[2].group = "b";
    small.round->students[1].group = small.round->students[4].group = "a";
    small_decide(&small, WP_ACTION_TOGETHER, small_list(&small, 5, 2, -1));
    small.round->students[5].load = 50;
    small_choose(&small, 5, 0, -1);
    small_round_finish(&small, 0);
    assert_int_equal(small.round->unit_count, 4);
    for (int s = 0; s < 7; s++)
        assert_int_equal(small.round->students[s].unit, unit_of[s]);
    assert_int_equal(small.round->units[0].size, 3);
    assert_memory_equal(small.round->units[0].students.items, ((int[]){0, 2, 5}), 3 * sizeof(int));
    assert_int_equal(small.round->units[0].load, 250);
    assert_true(small.round->units[0].has_choices);
    assert_false(small.round->units[1].has_choices);
    assert_int_equal(small.round->units[3].students.count, 1);
    assert_int_equal(small.round->units[3].pin_project, -1);
    small_round_end(&small);
}

static void lecturers_by_list_district_or_circle(void **unused) {
    (void)unused;
    start(1, 4, 6);
    small.round->projects[0].district = 1;
    small.round->projects[1].circle = wp_round_word(small.round, "Gemert");
    small.round->projects[1].district = -1;
    small.round->projects[2].listed_lecturers = small_list(&small, 3, 4, -1);
    small.round->lecturers[1].districts = small_list(&small, 0, 1, -1);
    small.round->lecturers[2].districts = small_list(&small, -1);
    small.round->lecturers[2].circles = small_words(&small, "Gemert", NULL);
    small.round->lecturers[3].max_load = 0;
    small.round->lecturers[5].max_projects = 0;
    small.round->lecturers[5].circles = small_words(&small, "Gemert", NULL);
    small_round_finish(&small, 0);
    assert_int_equal(small.round->projects[0].lecturers.count, 1);
    assert_int_equal(small.round->projects[0].lecturers.items[0], 1);
    assert_int_equal(small.round->projects[1].lecturers.count, 1);
    assert_int_equal(small.round->projects[1].lecturers.items[0], 2);
    assert_int_equal(small.round->projects[2].lecturers.count, 1);
    assert_int_equal(small.round->projects[2].lecturers.items[0], 4);
    assert_int_equal(small.round->projects[3].lecturers.count, 3); /* L1, L2 and L5 cover district D1 */
    small_round_end(&small);
}

static void a_pinned_lecturer_is_the_only_one(void **unused) {
    struct wp_decision *pin;

    (void)unused;
    for (int one = 0; one < 2; one++) {
        start(1, 3, 2);
        small.settings.rules.one_lecturer_per_project = one;
        pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1));
        pin->project = 0;
        pin->lecturer = 1;
        pin = small_decide(&small, WP_ACTION_PIN, small_list(&small, -1));
        pin->project = 1;
        pin->lecturer = 1;
        small_round_finish(&small, 0);
        assert_int_equal(small.round->projects[0].lecturers.count, one ? 1 : 2);
        assert_int_equal(small.round->units[0].pin_project, 0);
        assert_int_equal(small.round->units[0].pin_lecturer, 1);
        assert_int_equal(small.round->projects[1].lecturers.count, 1);
        assert_int_equal(small.round->projects[1].lecturers.items[0], 1);
        assert_int_equal(small.round->projects[2].lecturers.count, 2);
        small_round_end(&small);
    }
}

static void a_group_is_pinned_as_a_whole(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.round->students[0].group = small.round->students[1].group = "g";
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, -1))->project = 1;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 1, -1))->project = 1;
    small_round_finish(&small, 0);
    assert_int_equal(small.round->units[0].pin_project, 1);
    assert_int_equal(small.round->units[0].pin_at.line, 2);
    small_round_end(&small);
}

static void every_hosts_agreement_must_cover_the_round(void **unused) {
    static const struct {
        wp_day from, until;
        bool agreed;
    } cases[] = {
        {WP_NO_DAY, WP_NO_DAY, true}, {10, 20, true},       {11, 20, false}, {10, 19, false},
        {WP_NO_DAY, 20, true},        {9, WP_NO_DAY, true},
    };

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        start(1, 1, 0);
        small.settings.start = 10;
        small.settings.end = 20;
        small.round->projects[0].organisations = small_list(&small, 0, 1, -1);
        small.round->organisations[1].agreement_from = cases[c].from;
        small.round->organisations[1].agreement_until = cases[c].until;
        small_round_finish(&small, 0);
        assert_int_equal(small.round->projects[0].agreed, cases[c].agreed);
        small_round_end(&small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_numbered_once),
        cmocka_unit_test(ids_are_found_bytewise),
        cmocka_unit_test(loads_are_written_short),
        cmocka_unit_test(groups_and_together_make_units),
        cmocka_unit_test(lecturers_by_list_district_or_circle),
        cmocka_unit_test(a_pinned_lecturer_is_the_only_one),
        cmocka_unit_test(a_group_is_pinned_as_a_whole),
        cmocka_unit_test(every_hosts_agreement_must_cover_the_round),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
