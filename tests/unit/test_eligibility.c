/* test_eligibility.c: trips, ranks, and the places that rules and decisions leave to each unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "eligibility.h"
#include "plan.h"
#include "rule.h"
#include "small_round.h"

static struct small_round small;

static void start(int students, int projects, int lecturers) {
    small_round_start(&small, (struct small_sizes){students, projects, lecturers, 2, 3});
}

static void give_travel(int count, const struct wp_travel *rows) {
    struct wp_travel *travel = wp_arena_alloc(small.round->arena, (size_t)count, sizeof *travel);

    assert_non_null(travel);
    for (int i = 0; i < count; i++)
        travel[i] = rows[i];
    small.round->travel = travel;
    small.round->travel_count = count;
}

/* The pairs of a unit are exactly these projects (ended by -1). */
static void expect_places(int unit, ...) {
    struct wp_pairs *pairs;
    va_list expected;
    int project, k;

    assert_int_equal(wp_pairs_build(small.round, &pairs, NULL), 0);
    k = pairs->first[unit];
    va_start(expected, unit);
    while ((project = va_arg(expected, int)) >= 0) {
        assert_true(k < pairs->first[unit + 1]);
        assert_int_equal(pairs->items[k].unit, unit);
        assert_int_equal(pairs->items[k].project, project);
        k++;
    }
    va_end(expected);
    assert_int_equal(k, pairs->first[unit + 1]);
    wp_pairs_free(pairs);
}

static void trips_by_travel_file(void **unused) {
    static const struct wp_travel rows[] = {
        {.from = 0, .to = 0, .minutes = 7},
        {.from = 0, .to = 1, .minutes = 20},
        {.from = 1, .to = 0, .minutes = 25},
        {.from = 1, .to = 2, .minutes = 40},
    };
    static const struct {
        int from, to, minutes;
    } cases[] = {{0, 1, 20}, {1, 0, 25}, {1, 2, 40},  {2, 1, 40}, {0, 0, 7},
                 {1, 1, 0},  {0, 2, -1}, {-1, 1, -1}, {1, -1, -1}};

    (void)unused;
    start(1, 1, 0);
    assert_false(wp_round_has_trips(small.round));
    give_travel(4, rows);
    assert_true(wp_round_has_trips(small.round));
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        small.round->students[0].district = cases[c].from;
        small.round->projects[0].district = cases[c].to;
        assert_int_equal(wp_trip_minutes(small.round, 0, 0), cases[c].minutes);
    }
    small_round_end(&small);
}

/* One degree of the equator is 6371 pi / 180 = 111.194926645 km. */
#define DEGREE_KM 111.19492664455873

static void trips_by_coordinates(void **unused) {
    struct wp_student *student;
    struct wp_project *project;

    (void)unused;
    start(1, 1, 0);
    student = &small.round->students[0];
    project = &small.round->projects[0];
    student->position = (struct wp_position){0, 10, true};
    assert_false(wp_round_has_trips(small.round));
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), -1);
    project->position = (struct wp_position){0, 11, true};
    assert_true(wp_round_has_trips(small.round));
    /* 111.1949 km * 1.3 / 15 km/h * 60 = 578.2136 minutes */
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 579);
    small.settings.rules.detour = 1;
    small.settings.rules.km_per_hour = DEGREE_KM * (1 - 1e-10); /* 60.000000006: rounded away */
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 60);
    small.settings.rules.km_per_hour = DEGREE_KM * (1 - 1e-7); /* 60.000006: a minute more */
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 61);
    project->position = student->position;
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 0);
    /* Over the pole, and to the other side of the earth: half of 40030.17 km. */
    small.settings.rules.km_per_hour = 60;
    student->position = (struct wp_position){89, 0, true};
    project->position = (struct wp_position){89, 180, true};
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 223);
    project->position = (struct wp_position){-89, 180, true};
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 20016);
    /* The same district beats coordinates. */
    student->district = project->district = 2;
    assert_int_equal(wp_trip_minutes(small.round, 0, 0), 0);
    small.settings.rules.km_per_hour = 1e-9;
    student->district = 1;
    assert_true(wp_trip_minutes(small.round, 0, 0) > 0);
    small_round_end(&small);
}

static void ranks_stand_as_written(void **unused) {
    static const struct wp_choice ties[] = {{2, 1}, {0, 4}, {1, 4}};

    (void)unused;
    start(1, 4, 0);
    small.round->students[0].choices = ties;
    small.round->students[0].choice_count = 3;
    small_round_finish(&small, 0);
    assert_int_equal(small.round->max_rank, 4);
    assert_int_equal(wp_unit_rank(small.round, 0, 2), 1);
    assert_int_equal(wp_unit_rank(small.round, 0, 1), 4);
    assert_int_equal(wp_unit_rank(small.round, 0, 3), 0);
    expect_places(0, 0, 1, 2, -1);
    small_round_end(&small);
}

static void a_group_lists_what_all_who_chose_listed(void **unused) {
    struct wp_plan *plan;

    (void)unused;
    start(4, 4, 0);
    small_choose(&small, 0, 0, 1, 2, -1);
    small_choose(&small, 2, 2, 3, 1, -1);
    small.round->students[0].group = small.round->students[1].group = small.round->students[2].group = "g";
    small_round_finish(&small, 0);
    assert_int_equal(small.round->unit_count, 2);
    expect_places(0, 1, 2, -1);
    assert_int_equal(wp_unit_rank(small.round, 0, 1), 2);
    assert_int_equal(wp_unit_rank(small.round, 1, 1), 3); /* hers is the worst of the others */
    assert_int_equal(wp_unit_rank(small.round, 2, 2), 1);
    assert_int_equal(wp_unit_rank(small.round, 0, 0), 0);
    assert_true(wp_counts_as_choosing(small.round, 1));
    assert_false(wp_counts_as_choosing(small.round, 3));
    assert_int_equal(wp_unit_rank(small.round, 3, 1), 0);
    assert_int_equal(wp_plan_new(small.round, &plan, NULL), 0);
    assert_int_equal(wp_plan_rank(small.round, plan, 0), 0);
    plan->project[0] = 0; /* her own first choice, but not her group's */
    assert_int_equal(wp_plan_rank(small.round, plan, 0), 4);
    plan->project[0] = 2;
    assert_int_equal(wp_plan_rank(small.round, plan, 0), 3);
    wp_plan_free(plan);
    small_round_end(&small);
}

static void unlisted_last_opens_all_projects(void **unused) {
    struct wp_pairs *pairs;

    (void)unused;
    start(3, 3, 0);
    small.settings.rules.unlisted_last = true;
    small_choose(&small, 0, 2, 1, -1);
    small_choose(&small, 2, 1, 0, -1);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 2, -1))->project = 2;
    small_round_finish(&small, 0);
    expect_places(0, 0, 1, 2, -1);
    expect_places(1, 0, 1, 2, -1);
    expect_places(2, 2, -1); /* a pin leaves nothing else */
    assert_int_equal(wp_pairs_build(small.round, &pairs, NULL), 0);
    assert_false(pairs->items[0].listed);
    assert_true(pairs->items[1].listed);
    assert_false(pairs->items[3].listed);
    assert_false(pairs->items[6].listed);
    wp_pairs_free(pairs);
    small.settings.rules.max_choice = 1;
    expect_places(0, 2, -1);
    expect_places(1, 0, 1, 2, -1); /* she did not choose */
    small.settings.rules.unlisted_last = false;
    expect_places(0, 2, -1);
    expect_places(1, -1);
    expect_places(2, 2, -1);
    small_round_end(&small);
}

static void pairs_are_found_by_unit_and_by_project(void **unused) {
    struct wp_pairs *pairs;

    (void)unused;
    start(3, 4, 0);
    small_choose(&small, 0, 3, 0, -1);
    small_choose(&small, 1, 1, -1);
    small_choose(&small, 2, 0, 1, -1);
    small_round_finish(&small, 0);
    assert_int_equal(wp_pairs_build(small.round, &pairs, NULL), 0);
    assert_int_equal(wp_pairs_find(pairs, 0, 0), 0);
    assert_int_equal(wp_pairs_find(pairs, 0, 3), 1);
    assert_int_equal(wp_pairs_find(pairs, 1, 1), 2);
    assert_int_equal(wp_pairs_find(pairs, 2, 1), 4);
    assert_int_equal(wp_pairs_find(pairs, 1, 0), -1);
    assert_int_equal(wp_pairs_find(pairs, 1, 3), -1);
    assert_int_equal(wp_pairs_find(pairs, 0, WP_UNKNOWN), -1);
    assert_memory_equal(pairs->project_first, ((int[]){0, 2, 4, 4, 5}), 5 * sizeof(int));
    assert_memory_equal(pairs->project_pairs, ((int[]){0, 3, 2, 4, 1}), 5 * sizeof(int));
    wp_pairs_free(pairs);
    small_round_end(&small);
}

static void the_first_rule_in_the_table_is_named(void **unused) {
    struct wp_decision *waive;

    (void)unused;
    start(1, 2, 0);
    small.round->projects[0].languages = small_words(&small, "ar", NULL);
    small.round->projects[0].programmes = small_words(&small, "SW", NULL);
    waive = small_decide(&small, WP_ACTION_WAIVE, small_list(&small, 0, -1));
    waive->project = 0;
    waive->rule = wp_rule_find("programmes");
    small_round_finish(&small, 0);
    assert_string_equal(wp_ineligible(small.round, 0, 0)->name, "languages");
    assert_true(wp_waived(small.round, wp_rule_find("programmes"), 0, 0));
    assert_false(wp_waived(small.round, wp_rule_find("programmes"), 0, 1));
    assert_false(wp_waived(small.round, wp_rule_find("languages"), 0, 0));
    small.round->waivers = NULL;
    assert_string_equal(wp_ineligible(small.round, 0, 0)->name, "programmes");
    small.round->projects[0].status = WP_STATUS_CLOSED;
    assert_string_equal(wp_ineligible(small.round, 0, 0)->name, "status");
    assert_null(wp_ineligible(small.round, 0, 1));
    small_round_end(&small);
}

static void a_member_who_is_not_eligible_keeps_her_group_away(void **unused) {
    (void)unused;
    start(2, 2, 0);
    small.settings.rules.unlisted_last = true;
    small.round->students[0].group = small.round->students[1].group = "g";
    small.round->projects[1].certificates = small_words(&small, "VOG", NULL);
    small.round->students[0].certificates = small_words(&small, "VOG", NULL);
    small_round_finish(&small, 0);
    expect_places(0, 0, -1);
    small_round_end(&small);
}

static void no_lecturer_for_all_of_a_group_means_no_place(void **unused) {
    (void)unused;
    start(2, 1, 2);
    small.settings.rules.unlisted_last = true;
    small.round->students[0].group = small.round->students[1].group = "g";
    small.round->projects[0].listed_lecturers = small_list(&small, 0, 1, -1);
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 0, -1))->lecturer = 0;
    small_decide(&small, WP_ACTION_FORBID, small_list(&small, 1, -1))->lecturer = 1;
    small_round_finish(&small, 0);
    assert_null(wp_ineligible(small.round, 0, 0));
    assert_null(wp_ineligible(small.round, 1, 0));
    assert_true(wp_lecturer_forbidden(small.round, 1, 1));
    assert_false(wp_lecturer_forbidden(small.round, 1, 0));
    expect_places(0, -1);
    small_round_end(&small);
}

static void minutes_add_up_over_a_unit(void **unused) {
    static const struct wp_travel rows[] = {{.from = 0, .to = 1, .minutes = 20},
                                            {.from = 1, .to = 2, .minutes = 40}};
    struct wp_pairs *pairs;

    (void)unused;
    start(3, 1, 0);
    small.settings.rules.unlisted_last = true;
    give_travel(2, rows);
    small.round->projects[0].district = 1;
    small.round->students[0].district = 0;
    small.round->students[1].district = 2;
    for (int s = 0; s < 3; s++)
        small.round->students[s].group = "g";
    small_round_finish(&small, 0);
    assert_int_equal(wp_pairs_build(small.round, &pairs, NULL), 0);
    assert_int_equal(pairs->count, 1);
    assert_int_equal(pairs->items[0].minutes, 60); /* the third one's trip is not known */
    wp_pairs_free(pairs);
    small_round_end(&small);
}

static void totals_follow_from_the_plan(void **unused) {
    struct wp_plan *plan;
    struct wp_totals *totals;
    struct wp_teams *teams;
    static const int projects[] = {0, 0, 1, -1}, lecturers[] = {0, 1, 0, -1};

    (void)unused;
    start(4, 3, 2);
    small.round->projects[0].organisations = small_list(&small, 0, 1, -1);
    small.round->projects[1].organisations = small_list(&small, 1, -1);
    small.round->students[1].load = 50;
    small_round_finish(&small, 0);
    assert_int_equal(wp_plan_new(small.round, &plan, NULL), 0);
    for (int s = 0; s < 4; s++) {
        plan->project[s] = projects[s];
        plan->lecturer[s] = lecturers[s];
    }
    assert_int_equal(wp_totals_new(small.round, plan, &totals, NULL), 0);
    assert_memory_equal(totals->project_students, ((int[]){2, 1, 0}), 3 * sizeof(int));
    assert_memory_equal(totals->project_load, ((int[]){150, 100, 0}), 3 * sizeof(int));
    assert_memory_equal(totals->lecturer_students, ((int[]){2, 1}), 2 * sizeof(int));
    assert_memory_equal(totals->lecturer_load, ((int[]){200, 50}), 2 * sizeof(int));
    assert_memory_equal(totals->lecturer_projects, ((int[]){2, 1}), 2 * sizeof(int));
    assert_memory_equal(totals->organisation_students, ((int[]){2, 3}), 2 * sizeof(int));
    assert_memory_equal(totals->organisation_projects, ((int[]){1, 2}), 2 * sizeof(int));
    wp_totals_free(totals);
    assert_int_equal(wp_teams_new(plan, &teams, NULL), 0);
    assert_int_equal(wp_teams_of(teams, 0).count, 2);
    assert_memory_equal(wp_teams_of(teams, 0).items, ((int[]){0, 1}), 2 * sizeof(int));
    assert_int_equal(wp_teams_of(teams, 1).count, 1);
    assert_int_equal(wp_teams_of(teams, 1).items[0], 2);
    assert_int_equal(wp_teams_of(teams, 2).count, 0);
    wp_teams_free(teams);
    wp_plan_free(plan);
    small_round_end(&small);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trips_by_travel_file),
        cmocka_unit_test(trips_by_coordinates),
        cmocka_unit_test(ranks_stand_as_written),
        cmocka_unit_test(a_group_lists_what_all_who_chose_listed),
        cmocka_unit_test(unlisted_last_opens_all_projects),
        cmocka_unit_test(pairs_are_found_by_unit_and_by_project),
        cmocka_unit_test(the_first_rule_in_the_table_is_named),
        cmocka_unit_test(a_member_who_is_not_eligible_keeps_her_group_away),
        cmocka_unit_test(no_lecturer_for_all_of_a_group_means_no_place),
        cmocka_unit_test(minutes_add_up_over_a_unit),
        cmocka_unit_test(totals_follow_from_the_plan),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
