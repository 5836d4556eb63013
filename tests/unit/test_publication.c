/* test_publication.c: what a student is told of the choices that she did not get, and what others are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "publication.h"
#include "small_round.h"
#include <cmocka.h>
#include <string.h>

struct told {
    struct small_round small;
    struct wp_plan *plan;
    struct wp_publication *publication;
};

/* Projects by student, -1 for none. */
static void publish(struct told *told, const int *projects) {
    struct wp_error error = {0};
    small_round_finish(&told->small, 0);
    assert_int_equal(wp_plan_new(told->small.round, &told->plan, &error), 0);
    for (int s = 0; s < told->small.round->student_count; s++) {
        told->plan->project[s] = projects[s];
        told->plan->lecturer[s] = projects[s] < 0 || !told->small.round->has_lecturers ? -1 : 0;
    }
    assert_int_equal(
        wp_publication_new(told->small.round, told->plan, true, NULL, &told->publication, &error), 0);
}

static void end(struct told *told) {
    wp_publication_free(told->publication);
    wp_plan_free(told->plan);
    small_round_end(&told->small);
}

static const struct wp_entry *entry_of(const struct told *told, enum wp_audience audience, const char *key) {
    for (int e = 0; e < told->publication->count; e++)
        if (told->publication->entries[e].audience == audience &&
            strcmp(told->publication->entries[e].key, key) == 0)
            return &told->publication->entries[e];
    fail_msg("%s has no entry", key);
    return NULL;
}

static void every_better_choice_has_its_reason(void **state) {
    (void)state;
    struct told told = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 2, .projects = 6});
    struct wp_round *round = told.small.round;
    small_choose(&told.small, 0, 0, 1, 2, 3, 4, 5, -1);
    small_choose(&told.small, 1, 1, -1);
    round->projects[1].max_students = 1;
    round->projects[2].programmes = small_words(&told.small, "NUR", NULL);
    round->projects[2].min_students = 1;
    publish(&told, (const int[]){4, 1});
    const struct wp_entry_account *account = &entry_of(&told, WP_AUDIENCE_STUDENT, "S1")->account;
    assert_int_equal(account->rank, 5);
    assert_string_equal(account->basis, "choice");
    assert_int_equal(account->choice_count, 5);
    assert_int_equal(account->choices_made, 6);
    static const enum wp_choice_outcome expected[] = {WP_CHOICE_CLOSED, WP_CHOICE_FULL, WP_CHOICE_CLOSED,
                                                      WP_CHOICE_CLOSED, WP_CHOICE_GOT};
    for (int c = 0; c < 5; c++) {
        assert_int_equal(account->choices[c].rank, c + 1);
        assert_int_equal(account->choices[c].outcome, expected[c]);
    }
    end(&told);
}

/* S1 wants P1 to P3, which run with others, and is not placed. */
static void a_rule_is_named_and_room_is_admitted(void **state) {
    (void)state;
    struct told told = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 4, .projects = 3, .organisations = 1});
    struct wp_round *round = told.small.round;
    small_choose(&told.small, 0, 0, 1, 2, -1);
    for (int s = 1; s < 4; s++)
        small_choose(&told.small, s, s - 1, -1);
    round->projects[0].days = 2;
    round->students[0].days = 1;
    told.small.settings.rules.days_in_common = 1;
    round->projects[2].organisations = small_list(&told.small, 0, -1);
    round->organisations[0].max_students = 1;
    publish(&told, (const int[]){-1, 0, 1, 2});
    const struct wp_entry *entry = entry_of(&told, WP_AUDIENCE_STUDENT, "S1");
    assert_int_equal(entry->project_count, 0);
    assert_int_equal(entry->account.rank, 0);
    assert_int_equal(entry->account.choice_count, 3);
    assert_int_equal(entry->account.choices[0].outcome, WP_CHOICE_NOT_ELIGIBLE);
    assert_string_equal(entry->account.choices[0].rule, wp_publication_rule("days_in_common"));
    assert_int_equal(entry->account.choices[1].outcome, WP_CHOICE_OTHERWISE);
    assert_int_equal(entry->account.choices[2].outcome, WP_CHOICE_FULL);
    end(&told);
}

/* S1 and S2 go together. Of S2, who lacks what P1 asks and did not choose P2, S1 learns nothing. */
static void a_group_counts_as_one_and_tells_nothing_of_its_members(void **state) {
    (void)state;
    struct told told = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 6, .projects = 4});
    struct wp_round *round = told.small.round;
    round->students[0].group = round->students[1].group = "G";
    small_choose(&told.small, 0, 0, 1, 2, 3, -1);
    small_choose(&told.small, 1, 0, 2, 3, -1);
    for (int s = 2; s < 6; s++)
        small_choose(&told.small, s, s - 2, -1);
    round->students[0].programme = small_words(&told.small, "SW", NULL).items[0];
    round->projects[0].programmes = small_words(&told.small, "SW", NULL);
    round->students[2].programme = round->students[0].programme;
    round->projects[2].max_students = 2;
    publish(&told, (const int[]){3, 3, 0, 1, 2, 3});
    const struct wp_entry_account *account = &entry_of(&told, WP_AUDIENCE_STUDENT, "S1")->account;
    assert_int_equal(account->group, 2);
    assert_int_equal(account->choices[0].outcome, WP_CHOICE_GROUP);
    assert_string_equal(account->choices[0].rule, "");
    assert_int_equal(account->choices[1].outcome, WP_CHOICE_GROUP);
    assert_int_equal(account->choices[2].outcome, WP_CHOICE_TOO_FEW);
    assert_int_equal(account->choices[3].outcome, WP_CHOICE_GOT);
    end(&told);
}

/* S2 made no choices: the rank that the plan counts for her is that of S1. */
static void the_rank_of_another_is_not_told(void **state) {
    (void)state;
    struct told told = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 2, .projects = 2});
    told.small.round->students[0].group = told.small.round->students[1].group = "G";
    small_choose(&told.small, 0, 0, 1, -1);
    publish(&told, (const int[]){1, 1});
    assert_int_equal(wp_plan_rank(told.small.round, told.plan, 1), 2);
    assert_int_equal(entry_of(&told, WP_AUDIENCE_STUDENT, "S1")->account.rank, 2);
    const struct wp_entry_account *account = &entry_of(&told, WP_AUDIENCE_STUDENT, "S2")->account;
    assert_int_equal(account->rank, -1);
    assert_string_equal(account->basis, "group");
    end(&told);
}

static void a_pin_is_told_without_choices(void **state) {
    (void)state;
    struct told told = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 1, .projects = 2});
    small_choose(&told.small, 0, 0, 1, -1);
    small_decide(&told.small, WP_ACTION_PIN, small_list(&told.small, 0, -1))->project = 1;
    publish(&told, (const int[]){1});
    const struct wp_entry_account *account = &entry_of(&told, WP_AUDIENCE_STUDENT, "S1")->account;
    assert_string_equal(account->basis, "pin");
    assert_int_equal(account->choice_count, 0);
    end(&told);
}

/* Forty names; the rest of an audience is counted. Nobody is her own fellow student. */
static void a_very_large_team_is_counted(void **state) {
    (void)state;
    struct told told = {0};
    int projects[60] = {0};
    small_round_start(&told.small, (struct small_sizes){.students = 60, .projects = 1});
    told.small.round->projects[0].max_students = 60;
    for (int s = 0; s < 60; s++)
        small_choose(&told.small, s, 0, -1);
    told.small.round->students[7].name = "Mira";
    publish(&told, projects);
    const struct wp_entry_project *project = entry_of(&told, WP_AUDIENCE_STUDENT, "S1")->projects;
    assert_int_equal(project->student_count, WP_FELLOWS);
    assert_int_equal(project->unnamed, 60 - 1 - WP_FELLOWS);
    for (int s = 0; s < project->student_count; s++)
        assert_string_equal(project->students[s].who.id, "");
    end(&told);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_better_choice_has_its_reason),
        cmocka_unit_test(a_rule_is_named_and_room_is_admitted),
        cmocka_unit_test(a_group_counts_as_one_and_tells_nothing_of_its_members),
        cmocka_unit_test(the_rank_of_another_is_not_told),
        cmocka_unit_test(a_pin_is_told_without_choices),
        cmocka_unit_test(a_very_large_team_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
