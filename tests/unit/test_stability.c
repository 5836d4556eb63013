/* test_stability.c: no_envy: each reason why a student is passed over or is not, and the rows against the
 * check over all plans. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "every_plan.h"
#include "small_plan.h"
#include "told.h"

#define ROUNDS 120 /* of each kind, or as many as the first argument says */

static uint32_t rounds_wanted = ROUNDS;

/* S1 wants P1, then P2, and is on P2; S2 is on P1, which has two seats. */
static struct wp_round *start(int lecturers) {
    small_plan_start(4, 3, lecturers);
    small_plan_round.settings.rules.no_envy = true;
    small_plan_round.round->projects[0].max_students = 2;
    small_choose(&small_plan_round, 0, 0, 1, -1);
    return small_plan_round.round;
}

static void finish(void) {
    int lecturer = small_plan_round.round->lecturer_count > 0 ? 0 : -1;

    small_plan_finish();
    small_plan_place(0, 1, lecturer);
    small_plan_place(1, 0, lecturer);
}

static void expect_envy(void) {
    small_plan_expect_broken("stability",
                             "student S1 is on project P2, but P1, which she prefers, has room for her");
}

static void ends_without_envy(void) {
    finish();
    small_plan_expect_good();
    small_plan_end();
}

static void ends_in_envy(void) {
    finish();
    expect_envy();
    small_plan_end();
}

static void what_she_prefers(void **unused) {
    (void)unused;
    start(0);
    finish();
    expect_envy();
    small_plan_place(0, -1, -1);
    small_plan_expect_broken("stability",
                             "student S1 has no project, but P1, among her choices, has room for her");
    small_plan_place(0, 2, -1); /* unlisted is worse than any choice */
    small_plan_expect_broken("stability",
                             "student S1 is on project P3, but P1, which she prefers, has room for her");
    small_plan_place(0, 1, -1);
    small_plan_place(1, -1, -1); /* P1 does not run */
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_round.settings.rules.no_envy = false;
    small_plan_expect_good();
    small_plan_end();
}

static void a_tie_is_no_envy(void **unused) {
    static const struct wp_choice tied[] = {{0, 1}, {1, 1}};
    struct wp_round *round = start(0);

    (void)unused;
    round->students[0].choices = tied;
    ends_without_envy();
}

static void without_choices_nobody_envies(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    round->students[0].choice_count = 0;
    ends_without_envy();
}

static void seats_are_full(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    round->projects[0].max_students = 1;
    ends_without_envy();
}

static void a_host_is_full(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    round->projects[2].organisations = small_list(&small_plan_round, 1, -1);
    round->organisations[0].max_projects = 1; /* which is not considered */
    round->organisations[1].max_students = 2;
    finish();
    expect_envy();
    small_plan_place(2, 2, -1); /* one of P1's hosts has its two students */
    small_plan_expect_good();
    small_plan_end();
}

/* The host is full with her own seat on P2: read to the letter, none is free. */
static void her_own_seat_is_taken(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    round->projects[0].organisations = round->projects[1].organisations =
        small_list(&small_plan_round, 0, -1);
    round->organisations[0].max_students = 2;
    ends_without_envy();
}

static void the_lecturer_is_full(void **unused) {
    struct wp_round *round = start(2);

    (void)unused;
    round->lecturers[0].max_load = 250;
    round->lecturers[1].max_load = 100;
    finish();
    small_plan_place(0, 1, 1);
    expect_envy();             /* L1 carries 1 of 2.5 */
    small_plan_place(2, 2, 0); /* 2 of 2.5 */
    small_plan_expect_good();
    round->students[0].load = round->units[0].load = 50;
    expect_envy();
    small_plan_place(1, 0, 1); /* L2 carries 1.5: that breaks her limit, and leaves no room */
    round->lecturers[1].max_load = 150;
    small_plan_expect_good();
    small_plan_end();
}

static void one_of_several_lecturers_has_room(void **unused) {
    struct wp_round *round = start(2);

    (void)unused;
    small_plan_round.settings.rules.one_lecturer_per_project = false;
    round->projects[0].max_students = 3;
    round->lecturers[0].max_load = 100;
    finish();
    small_plan_place(0, 1, 1);
    small_plan_expect_good(); /* L1 alone is on P1, and full; that L2 could come does not count */
    small_plan_place(2, 0, 1);
    expect_envy();
    small_plan_end();
}

static void a_forbidden_lecturer_has_no_room(void **unused) {
    (void)unused;
    start(2);
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 0, -1))->lecturer = 0;
    finish();
    small_plan_place(0, 1, 1);
    small_plan_expect_good();
    small_plan_place(1, 0, 1);
    expect_envy();
    small_plan_end();
}

static void who_may_not_go_there_does_not_envy(void **unused) {
    struct wp_round *round;

    (void)unused;
    start(0);
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 0, -1))->project = 0;
    ends_without_envy();
    start(0);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, -1))->project = 1;
    ends_without_envy();
    round = start(0);
    round->projects[0].certificates = small_words(&small_plan_round, "VOG", NULL);
    round->students[1].certificates = small_words(&small_plan_round, "VOG", NULL);
    ends_without_envy();
}

static void choices_beyond_max_choice_do_not_count(void **unused) {
    static const struct wp_choice late[] = {{0, 3}};
    struct wp_round *round = start(0);

    (void)unused;
    round->students[0].choices = late;
    round->students[0].choice_count = 1;
    small_plan_round.settings.rules.max_choice = 2;
    finish();
    small_plan_place(0, -1, -1);
    small_plan_expect_good();
    small_plan_round.settings.rules.max_choice = 3;
    small_plan_expect_broken("stability",
                             "student S1 has no project, but P1, among her choices, has room for her");
    small_plan_end();
}

static void what_is_not_considered(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    small_decide(&small_plan_round, WP_ACTION_APART, small_list(&small_plan_round, 0, 1, -1));
    round->students[0].slots = 1; /* slots that no meeting of P1 would suit */
    round->projects[0].slots = 2;
    ends_in_envy();
}

static void a_group(void **unused) {
    struct wp_round *round = start(0);

    (void)unused;
    small_choose(&small_plan_round, 2, 1, 0, -1); /* S3 prefers P2 */
    round->students[0].group = round->students[2].group = round->students[3].group =
        "g"; /* S4 did not choose */
    round->projects[0].max_students = 4;
    finish();
    small_plan_place(2, 1, -1);
    small_plan_place(3, 1, -1);
    small_plan_expect_good(); /* not all of them prefer P1 */
    small_plan_place(0, 2, -1);
    small_plan_place(2, 2, -1);
    small_plan_place(3, 2, -1);
    small_plan_expect_broken(
        "stability", "student S1 is on project P3, but P1, which she prefers, has room for her group");
    round->projects[0].max_students = 3; /* two seats for three */
    small_plan_expect_good();
    small_plan_end();
}

static void rows_and_check_agree_on_every_plan(void **unused) {
    static const char *const kinds[] = {"no lecturers", "one lecturer", "several lecturers"};

    (void)unused;
    for (int guides = 0; guides < GUIDES; guides++) {
        struct every_plan_counts counts = {0};

        for (uint32_t seed = 1; seed <= rounds_wanted; seed++) {
            struct small_round small;

            every_plan_round(&small, seed, (enum every_plan_guides)guides);
            small.settings.rules.no_envy = true;
            assert_int_equal(wp_round_finish(small.round, &small.diagnostics, NULL), 0);
            if (small.diagnostics.errors == 0)
                every_plan_compare(small.round, wp_rule_find("stability"), &counts);
            small_round_end(&small);
        }
        /* The comparison says something only if plans of both kinds came by. */
        print_message("%s: %ld rounds, %ld plans pass, %ld do not, %ld break this rule alone\n",
                      kinds[guides], counts.rounds, counts.good, counts.bad, counts.by_rule);
        assert_true(counts.rounds > rounds_wanted / 2);
        assert_true(counts.good > counts.rounds);
        assert_true(counts.by_rule > counts.rounds);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_she_prefers),
        cmocka_unit_test(a_tie_is_no_envy),
        cmocka_unit_test(without_choices_nobody_envies),
        cmocka_unit_test(seats_are_full),
        cmocka_unit_test(a_host_is_full),
        cmocka_unit_test(her_own_seat_is_taken),
        cmocka_unit_test(the_lecturer_is_full),
        cmocka_unit_test(one_of_several_lecturers_has_room),
        cmocka_unit_test(a_forbidden_lecturer_has_no_room),
        cmocka_unit_test(who_may_not_go_there_does_not_envy),
        cmocka_unit_test(choices_beyond_max_choice_do_not_count),
        cmocka_unit_test(what_is_not_considered),
        cmocka_unit_test(a_group),
        cmocka_unit_test(rows_and_check_agree_on_every_plan),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
