/* test_pair_rules.c: for every rule about one student and one project, a plan that keeps all rules and one
 * that is broken on purpose: the check names student, project and rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule.h"
#include "small_plan.h"
#include "told.h"

static void status(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.round->projects[0].status = WP_STATUS_CLOSED;
    small_plan_round.round->projects[1].status = WP_STATUS_OPEN;
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("status", "student S2 is on project P1, which is closed");
    small_plan_place(1, -1, -1);
    small_plan_place(0, -1, -1);
    small_plan_expect_broken("status", "project P2 must run, but nobody is on it");
    small_plan_end();
}

static void agreements(void **unused) {
    (void)unused;
    small_plan_start(1, 2, 0);
    small_plan_round.settings.start = 100;
    small_plan_round.settings.end = 200;
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 0, -1);
    small_plan_round.round->organisations[0].agreement_from = 100;
    small_plan_round.round->organisations[0].agreement_until = 200;
    small_plan_round.round->organisations[1].agreement_until = 199;
    small_plan_round.round->projects[0].status = WP_STATUS_CLOSED;
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_expect_good();
    small_plan_round.round->projects[0].status = WP_STATUS_OPTIONAL;
    small_plan_place(0, 0, -1);
    small_plan_expect_broken(
        "agreements", "student S1 is on project P1, where a host's agreement does not cover the whole round");
    small_plan_end();
}

static void programmes(void **unused) {
    (void)unused;
    small_plan_start(3, 1, 0);
    small_plan_round.round->projects[0].programmes = small_words(&small_plan_round, "SW", "NUR", NULL);
    small_plan_round.round->students[0].programme = wp_round_word(small_plan_round.round, "NUR");
    small_plan_round.round->students[1].programme = wp_round_word(small_plan_round.round, "PABO");
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("programmes",
                             "student S2 is on project P1, which asks the programme SW|NUR; hers is PABO");
    small_plan_place(1, -1, -1);
    small_plan_place(2, 0, -1);
    small_plan_expect_broken("programmes",
                             "student S3 is on project P1, which asks the programme SW|NUR; hers is blank");
    small_plan_end();
}

static void years(void **unused) {
    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.round->projects[0].years = small_words(&small_plan_round, "3", NULL);
    small_plan_round.round->students[0].year = wp_round_word(small_plan_round.round, "3");
    small_plan_round.round->students[1].year = wp_round_word(small_plan_round.round, "2");
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("years", "student S2 is on project P1, which asks the year 3; hers is 2");
    small_plan_round.settings.rules.years = WP_OFF;
    small_plan_expect_good();
    small_plan_end();
}

static void certificates(void **unused) {
    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.round->projects[0].certificates = small_words(&small_plan_round, "VOG", "EHBO", NULL);
    small_plan_round.round->students[0].certificates = small_words(&small_plan_round, "EHBO", "VOG", NULL);
    small_plan_round.round->students[1].certificates = small_words(&small_plan_round, "VOG", NULL);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken(
        "certificates", "student S2 is on project P1, which asks the certificate EHBO; she does not have it");
    small_plan_round.settings.rules.certificates = WP_OFF;
    small_plan_expect_good();
    small_plan_end();
}

static void languages(void **unused) {
    (void)unused;
    small_plan_start(2, 1, 0);
    small_plan_round.round->projects[0].languages = small_words(&small_plan_round, "ar", NULL);
    small_plan_round.round->students[0].languages = small_words(&small_plan_round, "nl", "ar", NULL);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("languages",
                             "student S2 is on project P1, which asks the language ar; she does not have it");
    small_plan_round.settings.rules.languages = WP_OFF;
    small_plan_expect_good();
    small_plan_end();
}

static void days_in_common(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.settings.rules.days_in_common = 2;
    small_plan_round.round->projects[0].days = 0x7;
    small_plan_round.round->students[0].days = 0x6;
    small_plan_round.round->students[1].days = 0x1C;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 1, -1); /* asks no days */
    small_plan_expect_good();
    small_plan_place(1, 0, -1);
    small_plan_expect_broken("days_in_common",
                             "student S2 and project P1 have 1 of their weekdays in common, fewer "
                             "than the 2 asked (days_in_common)");
    small_plan_end();
}

static void new_organisation(void **unused) {
    struct wp_decision *waiver;

    (void)unused;
    small_plan_start(2, 3, 0);
    small_plan_round.settings.rules.new_organisation = WP_HARD;
    small_plan_round.round->projects[0].organisations = small_list(&small_plan_round, 0, 1, -1);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 0, -1);
    small_history(&small_plan_round, 0, "2025-2", "P9", "O2|O7", "D1");
    small_history(&small_plan_round, -1, "2025-2", "P1", "O1", "D1");
    waiver = small_decide(&small_plan_round, WP_ACTION_WAIVE, small_list(&small_plan_round, 0, -1));
    waiver->project = 2;
    waiver->rule = wp_rule_find("new_organisation");
    small_plan_round.round->projects[2].organisations = small_list(&small_plan_round, 1, -1);
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_place(1, 0, -1);
    small_plan_expect_good();
    small_plan_place(0, 2, -1);
    small_plan_expect_good(); /* by the waiver */
    small_plan_place(0, 0, -1);
    small_plan_expect_broken("new_organisation",
                             "student S1 is on project P1 of organisation O2, where she has been before");
    small_plan_round.settings.rules.new_organisation = WP_SOFT;
    small_plan_expect_good();
    small_plan_end();
}

static void new_district(void **unused) {
    (void)unused;
    small_plan_start(2, 3, 0);
    small_plan_round.settings.rules.new_district = WP_HARD;
    small_plan_round.round->projects[1].district = 1;
    small_plan_round.round->projects[2].district = -1;
    small_history(&small_plan_round, 1, "2025-2", NULL, NULL, "D2");
    small_history(&small_plan_round, 1, "2025-1", NULL, NULL, "D7");
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_place(1, 0, -1);
    small_plan_expect_good();
    small_plan_place(1, 2, -1);
    small_plan_expect_good();
    small_plan_place(1, 1, -1);
    small_plan_expect_broken("new_district",
                             "student S2 is on project P2 in district D2, where she has been before");
    small_plan_round.settings.rules.new_district = WP_OFF;
    small_plan_expect_good();
    small_plan_end();
}

static void max_minutes(void **unused) {
    struct wp_travel *travel;

    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.settings.rules.max_minutes = 60;
    travel = wp_arena_alloc(small_plan_round.round->arena, 1, sizeof *travel);
    *travel = (struct wp_travel){.from = 0, .to = 1, .minutes = 61};
    small_plan_round.round->travel = travel;
    small_plan_round.round->travel_count = 1;
    small_plan_round.round->students[0].district = 1;
    small_plan_round.round->students[1].district = 1;
    small_plan_round.round->students[1].max_minutes = 70;
    small_plan_finish();
    small_plan_place(1, 0, -1); /* her own limit is wider */
    small_plan_expect_good();
    small_plan_place(0, 0, -1);
    small_plan_expect_broken(
        "max_minutes",
        "student S1 travels 61 minutes to project P1, longer than her limit of 60 (max_minutes)");
    small_plan_end();
}

static void waiver(void **unused) {
    struct wp_decision *waive;

    (void)unused;
    small_plan_start(2, 2, 0);
    for (int p = 0; p < 2; p++)
        small_plan_round.round->projects[p].certificates = small_words(&small_plan_round, "VOG", NULL);
    waive = small_decide(&small_plan_round, WP_ACTION_WAIVE, small_list(&small_plan_round, 0, -1));
    waive->project = 0;
    waive->rule = wp_rule_find("certificates");
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_expect_good();
    small_plan_place(0, 1, -1);
    small_plan_expect_broken(
        "certificates", "student S1 is on project P2, which asks the certificate VOG; she does not have it");
    small_plan_place(0, 0, -1);
    small_plan_place(1, 0, -1);
    small_plan_expect_broken(
        "certificates", "student S2 is on project P1, which asks the certificate VOG; she does not have it");
    small_plan_end();
}

static void forbid(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    small_plan_round.round->projects[1].organisations = small_list(&small_plan_round, 1, -1);
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 0, -1))->project = 0;
    small_decide(&small_plan_round, WP_ACTION_FORBID, small_list(&small_plan_round, 1, -1))->organisation = 1;
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_place(1, 0, -1);
    small_plan_expect_good();
    small_plan_place(0, 0, -1);
    small_plan_expect_broken("forbid", "student S1 is on project P1, which a decision forbids her");
    small_plan_place(0, 1, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_broken("forbid", "student S2 is on project P2, which a decision forbids her");
    small_plan_end();
}

/* Runs last. */
static void every_such_rule_was_seen_broken(void **unused) {
    (void)unused;
    for (int r = 0; wp_rules[r]; r++) {
        bool pairs_only = wp_rules[r]->eligible && !wp_rules[r]->rows;

        if (pairs_only && !small_plan_saw_broken(wp_rules[r]))
            fail_msg("no test breaks the rule %s", wp_rules[r]->name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status),
        cmocka_unit_test(agreements),
        cmocka_unit_test(programmes),
        cmocka_unit_test(years),
        cmocka_unit_test(certificates),
        cmocka_unit_test(languages),
        cmocka_unit_test(days_in_common),
        cmocka_unit_test(max_minutes),
        cmocka_unit_test(new_organisation),
        cmocka_unit_test(new_district),
        cmocka_unit_test(waiver),
        cmocka_unit_test(forbid),
        cmocka_unit_test(every_such_rule_was_seen_broken),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
