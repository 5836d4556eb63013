/* test_supply.c: supply and demand by kind of work are what counting student by student and project by
 * project gives, on seeded random rounds. */
#include "dice.h"
#include "small_round.h"
#include "supply.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ROUNDS   400
#define STUDENTS 14
#define PROJECTS 8

static const char *const domains[] = {"care", "housing", "youth", "Zorg"};

/* A round and a plan of dice; choices may tie and may leave out the first rank. */
static struct wp_plan *make(struct small_round *small, uint32_t seed) {
    struct wp_plan *plan;
    dice_start(seed);
    small_round_start(small, (struct small_sizes){.students = 1 + dice_any(STUDENTS),
                                                  .projects = 1 + dice_any(PROJECTS),
                                                  .lecturers = dice_any(2)});
    struct wp_round *round = small->round;
    for (int p = 0; p < round->project_count; p++) {
        round->projects[p].orientation = (enum wp_orientation)dice_any(3);
        round->projects[p].domain = dice_one_in(4) ? -1 : wp_round_word(round, domains[dice_any(4)]);
        round->projects[p].max_students = 1 + dice_any(9);
        round->projects[p].status = dice_one_in(4) ? WP_STATUS_CLOSED : WP_STATUS_OPTIONAL;
        if (round->lecturer_count > 0 && dice_one_in(2))
            round->projects[p].listed_lecturers = small_list(small, 0, -1);
    }
    for (int s = 0; s < round->student_count; s++) {
        round->students[s].orientation = (enum wp_orientation)dice_any(3);
        int one = dice_any(round->project_count), other = dice_any(round->project_count);
        if (dice_one_in(5))
            continue;
        if (one == other)
            small_choose(small, s, one, -1);
        else
            small_choose(small, s, one, other, -1);
        if (one != other && dice_one_in(3))
            ((struct wp_choice *)round->students[s].choices)[1].rank = 1;
        else if (dice_one_in(3))
            ((struct wp_choice *)round->students[s].choices)[0].rank = 2;
    }
    small_round_finish(small, 0);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    for (int s = 0; s < round->student_count; s++)
        plan->project[s] = dice_any(round->project_count + 1) - 1;
    return plan;
}

/* Of a project: is it of this row? */
static bool is_of(const struct wp_round *round, int project, bool by_domain,
                  const struct wp_supply_row *row) {
    const struct wp_project *place = &round->projects[project];
    if (!by_domain)
        return place->orientation == row->orientation;
    return row->domain ? strcmp(wp_round_text(round, place->domain), row->domain) == 0 : place->domain < 0;
}

static bool could_run(const struct wp_round *round, int project) {
    return round->projects[project].status != WP_STATUS_CLOSED &&
           (!round->has_lecturers || round->projects[project].listed_lecturers.count > 0);
}

/* All figures of a row once more, project by project. */
static void expect_row(const struct wp_round *round, const struct wp_plan *plan, bool by_domain,
                       const struct wp_supply_row *row) {
    struct wp_supply_row wanted = {0};
    for (int p = 0; p < round->project_count; p++) {
        int on_it = 0;
        if (!is_of(round, p, by_domain, row))
            continue;
        for (int s = 0; s < round->student_count; s++) {
            on_it += plan->project[s] == p;
            for (int c = 0; c < round->students[s].choice_count; c++) {
                wanted.choices += round->students[s].choices[c].project == p;
                wanted.first +=
                    round->students[s].choices[c].project == p && round->students[s].choices[c].rank == 1;
            }
        }
        wanted.filled += on_it;
        wanted.open += on_it > 0;
        wanted.projects += could_run(round, p);
        wanted.seats += could_run(round, p) ? round->projects[p].max_students : 0;
    }
    assert_int_equal(row->first, wanted.first);
    assert_int_equal(row->choices, wanted.choices);
    assert_int_equal(row->filled, wanted.filled);
    assert_int_equal(row->open, wanted.open);
    assert_int_equal(row->projects, wanted.projects);
    assert_int_equal(row->seats, wanted.seats);
}

/* Every project is in one row, and rows are in order. */
static void expect_complete(const struct wp_round *round, bool by_domain, const struct wp_supply *supply) {
    for (int p = 0; p < round->project_count; p++) {
        int rows = 0;
        for (int i = 0; i < supply->count; i++)
            rows += is_of(round, p, by_domain, &supply->rows[i]);
        assert_int_equal(rows, 1);
    }
    for (int i = 1; by_domain && i < supply->count; i++) {
        assert_non_null(supply->rows[i - 1].domain);
        assert_true(!supply->rows[i].domain ||
                    strcmp(supply->rows[i - 1].domain, supply->rows[i].domain) < 0);
    }
}

static void expect_crossing(const struct wp_round *round, const struct wp_plan *plan) {
    struct wp_supply_crossing crossing;
    wp_supply_cross(round, plan, &crossing);
    for (int from = 0; from < WP_ORIENTATIONS; from++)
        for (int to = 0; to <= WP_ORIENTATIONS; to++) {
            int students = 0;
            for (int s = 0; s < round->student_count; s++) {
                bool unplaced = plan->project[s] < 0;
                if ((int)round->students[s].orientation != from || unplaced != (to == WP_ORIENTATIONS))
                    continue;
                students += unplaced || (int)round->projects[plan->project[s]].orientation == to;
            }
            assert_int_equal(crossing.students[from][to], students);
        }
}

static void figures_are_those_of_a_count_by_hand(void **state) {
    (void)state;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        struct small_round small;
        struct wp_plan *plan = make(&small, seed);
        struct wp_arena *arena = wp_arena_new();
        struct wp_supply supply;
        int asking[WP_ORIENTATIONS] = {0};
        assert_non_null(arena);
        for (int s = 0; s < small.round->student_count; s++)
            asking[small.round->students[s].orientation]++;
        assert_true(wp_supply_by_orientation(small.round, plan, arena, &supply));
        assert_int_equal(supply.count, 3);
        expect_complete(small.round, false, &supply);
        for (int i = 0; i < supply.count; i++) {
            assert_int_equal(supply.rows[i].asking, asking[supply.rows[i].orientation]);
            expect_row(small.round, plan, false, &supply.rows[i]);
        }
        assert_true(wp_supply_by_domain(small.round, plan, arena, &supply));
        expect_complete(small.round, true, &supply);
        for (int i = 0; i < supply.count; i++)
            expect_row(small.round, plan, true, &supply.rows[i]);
        expect_crossing(small.round, plan);
        wp_arena_free(arena);
        wp_plan_free(plan);
        small_round_end(&small);
    }
}

static void a_round_without_kinds_of_work_has_nothing_to_tell(void **state) {
    (void)state;
    struct small_round small;
    struct wp_plan *plan;
    struct wp_supply supply;
    struct wp_arena *arena = wp_arena_new();
    small_round_start(&small, (struct small_sizes){.students = 2, .projects = 2});
    small_round_finish(&small, 0);
    assert_int_equal(wp_plan_new(small.round, &plan, NULL), 0);
    assert_true(wp_supply_by_orientation(small.round, plan, arena, &supply) && !supply.known);
    assert_true(wp_supply_by_domain(small.round, plan, arena, &supply) && !supply.known);
    small.round->students[1].orientation = WP_ORIENTATION_COLLECTIVE;
    assert_true(wp_supply_by_orientation(small.round, plan, arena, &supply) && supply.known);
    /* Before there is a plan. */
    assert_true(wp_supply_by_orientation(small.round, NULL, arena, &supply) && supply.known);
    assert_int_equal(supply.rows[2].projects, 2);
    assert_int_equal(supply.rows[2].open + supply.rows[2].filled, 0);
    wp_plan_free(plan);
    wp_arena_free(arena);
    small_round_end(&small);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_those_of_a_count_by_hand),
        cmocka_unit_test(a_round_without_kinds_of_work_has_nothing_to_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
