/* test_meetings.c: weekly meetings: plans broken on purpose, and the rows against the check over all plans.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "every_plan.h"
#include "small_plan.h"
#include "told.h"

#define ROUNDS 60 /* of each kind, or as many as the first argument says */

enum { MO1, MO2, MO3, MO4, TU1 };

static uint32_t rounds_wanted = ROUNDS;

static uint32_t slots(int first, int second) {
    return 1u << first | 1u << second;
}

static struct wp_round *start(int students, int projects, int lecturers) {
    small_plan_start(students, projects, lecturers);
    small_plan_round.settings.rules.meetings_weekly = true;
    return small_plan_round.round;
}

static void projects_and_students(void **unused) {
    struct wp_round *round = start(2, 2, 0);

    (void)unused;
    round->projects[0].slots = slots(MO1, TU1);
    round->students[1].slots = slots(MO2, TU1);
    small_plan_finish();
    small_plan_expect_good(); /* closed projects do not meet */
    small_plan->slot[1] = TU1;
    small_plan_expect_broken("meetings", "project P2 has a weekly meeting, but it does not run");
    small_plan->slot[1] = -1;
    small_plan_place(0, 0, -1);
    small_plan_expect_broken("meetings",
                             "project P1 has no weekly meeting, but it runs (student S1 is there)");
    small_plan->slot[0] = MO1;
    small_plan_expect_good();
    small_plan->slot[0] = MO3;
    small_plan_expect_broken(
        "meetings", "project P1 meets in slot mo3, which is not one of its slots (student S1 is there)");
    small_plan->slot[0] = WP_SLOT_COUNT;
    small_plan_expect_broken("meetings",
                             "project P1 meets in a slot that does not exist (student S1 is there)");
    small_plan->slot[0] = -2;
    small_plan_expect_broken("meetings",
                             "project P1 meets in a slot that does not exist (student S1 is there)");
    small_plan->slot[0] = MO1;
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("meetings",
                             "student S2 is on project P1, which meets in slot mo1, not one of hers");
    small_plan->slot[0] = TU1;
    small_plan_expect_good();
    small_plan_place(1, 1, -1); /* nobody guides: two projects may meet at once */
    small_plan->slot[1] = TU1;
    small_plan_expect_good();
    small_plan_end();
}

static void one_lecturer(void **unused) {
    struct wp_round *round = start(3, 2, 2);

    (void)unused;
    round->lecturers[0].slots = slots(MO1, MO2);
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_place(1, 0, 0);
    small_plan->slot[0] = MO1;
    small_plan_expect_good();
    small_plan->slot[0] = TU1;
    small_plan_expect_broken(
        "meetings", "lecturer L1 guides student S1 on project P1, which meets in slot tu1, not one of hers");
    small_plan->slot[0] = MO1;
    small_plan_place(2, 1, 0);
    small_plan->slot[1] = MO1;
    small_plan_expect_broken("meetings",
                             "lecturer L1 has two meetings in slot mo1, of project P1 (with student S2) and "
                             "of project P2 (with student S3)");
    small_plan->slot[1] = MO2;
    small_plan_expect_good();
    small_plan->slot[1] = MO1;
    small_plan_place(2, 1, 1); /* another lecturer's meeting */
    small_plan_expect_good();
    small_plan_end();
}

static void several_lecturers(void **unused) {
    struct wp_round *round = start(3, 2, 2);

    (void)unused;
    small_plan_round.settings.rules.one_lecturer_per_project = false;
    round->lecturers[0].slots = slots(MO1, MO2);
    round->lecturers[1].slots = slots(MO2, MO3);
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_place(1, 0, 1);
    small_plan->slot[0] = MO2;
    small_plan_expect_good();
    small_plan->slot[0] = MO1;
    small_plan_expect_broken(
        "meetings", "lecturer L2 guides student S2 on project P1, which meets in slot mo1, not one of hers");
    small_plan->slot[0] = MO2;
    small_plan_place(2, 1, 1);
    small_plan->slot[1] = MO2;
    small_plan_expect_broken("meetings",
                             "lecturer L2 has two meetings in slot mo2, of project P1 (with student S2) and "
                             "of project P2 (with student S3)");
    small_plan->slot[1] = MO3;
    small_plan_expect_good();
    small_plan_end();
}

static void slots_say_nothing_where_nobody_meets(void **unused) {
    struct wp_round *round = start(1, 1, 1);

    (void)unused;
    small_plan_round.settings.rules.meetings_weekly = false;
    round->students[0].slots = slots(MO1, MO1);
    round->lecturers[0].slots = slots(MO2, MO2);
    small_plan_finish();
    small_plan_place(0, 0, 0);
    small_plan_expect_good();
    small_plan_end();
}

/* Ends a round of which counting says this, or NULL: nothing. */
static void expect_reason(struct small_round *small, const char *reason) {
    struct wp_violations reasons = {0};

    small_round_finish(small, 0);
    wp_rule_find("meetings")->count(small->round, &reasons);
    assert_int_equal(reasons.total, reason != NULL);
    if (reason)
        assert_told(reasons.items[0].message, reason);
    wp_violations_clear(&reasons);
    small_round_end(small);
}

static void start_counting(struct small_round *small) {
    small_round_start(small, (struct small_sizes){2, 1, 1, 0, 1});
    small->settings.rules.meetings_weekly = true;
    small->settings.rules.unlisted_last = true;
    small->round->projects[0].district = 0;
    small->round->lecturers[0].districts = small_list(small, 0, -1);
}

static void counting(void **unused) {
    struct small_round small;

    (void)unused;
    start_counting(&small);
    small.round->projects[0].slots = slots(MO1, MO2);
    small.round->lecturers[0].slots = slots(MO3, MO4);
    expect_reason(&small, NULL); /* it may stay closed */
    start_counting(&small);
    small.round->projects[0].status = WP_STATUS_OPEN;
    small.round->projects[0].slots = slots(MO1, MO2);
    small.round->lecturers[0].slots = slots(MO3, MO4);
    expect_reason(&small, "project P1 must run with a weekly meeting, but has no slot in common with any "
                          "lecturer who may guide it");
    start_counting(&small);
    small.round->students[0].slots = slots(MO1, MO2);
    small.round->students[1].slots = slots(MO3, MO4);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, 1, -1))->project = 0;
    expect_reason(&small,
                  "project P1 has no slot for a weekly meeting that suits all students who are pinned "
                  "to it (student S2 is one) and a lecturer who may guide it");
}

static void rows_and_check_agree_on_every_plan(void **unused) {
    static const char *const kinds[] = {"no lecturers", "one lecturer", "several lecturers"};

    (void)unused;
    for (int guides = 0; guides < GUIDES; guides++) {
        struct every_plan_counts counts = {0};

        for (uint32_t seed = 1; seed <= rounds_wanted; seed++) {
            struct small_round small;

            every_plan_round(&small, seed, (enum every_plan_guides)guides);
            small.settings.rules.meetings_weekly = true;
            small.settings.rules.no_envy = seed % 4 == 0; /* rows of both are in one program at times */
            assert_int_equal(wp_round_finish(small.round, &small.diagnostics, NULL), 0);
            if (small.diagnostics.errors == 0)
                every_plan_compare(small.round, wp_rule_find("meetings"), &counts);
            small_round_end(&small);
        }
        /* The comparison says something only if plans of both kinds came by. */
        print_message("%s: %ld rounds, %ld plans pass, %ld do not, %ld break this rule alone, %ld rounds "
                      "counted impossible\n",
                      kinds[guides], counts.rounds, counts.good, counts.bad, counts.by_rule,
                      counts.impossible);
        assert_true(counts.rounds > rounds_wanted / 2);
        assert_true(counts.good > counts.rounds);
        assert_true(counts.by_rule > 10 * counts.rounds);
        assert_true(counts.impossible > 0);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(projects_and_students),
        cmocka_unit_test(one_lecturer),
        cmocka_unit_test(several_lecturers),
        cmocka_unit_test(slots_say_nothing_where_nobody_meets),
        cmocka_unit_test(counting),
        cmocka_unit_test(rows_and_check_agree_on_every_plan),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
