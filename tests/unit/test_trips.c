/* test_trips.c: classes of minutes and ways between districts have everybody once: on seeded random rounds,
 * against counts made student by student. */
#include "dice.h"
#include "flows.h"
#include "small_round.h"
#include "trip_classes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ROUNDS    400
#define STUDENTS  16
#define PROJECTS  6
#define DISTRICTS 5

/* Trips up to about `longest` minutes, from a table; some are not known, some students have a limit of their
 * own. */
static struct wp_plan *make(struct small_round *small, uint32_t seed, int longest) {
    struct wp_plan *plan;
    dice_start(seed);
    small_round_start(small, (struct small_sizes){.students = 1 + dice_any(STUDENTS),
                                                  .projects = 1 + dice_any(PROJECTS),
                                                  .districts = DISTRICTS});
    struct wp_round *round = small->round;
    round->travel = wp_arena_alloc(round->arena, DISTRICTS * DISTRICTS, sizeof *round->travel);
    assert_non_null(round->travel);
    for (int d = 0; d < DISTRICTS; d++) {
        for (int to = d + 1; to < DISTRICTS; to++)
            if (!dice_one_in(5))
                round->travel[round->travel_count++] =
                    (struct wp_travel){.from = d, .to = to, .minutes = dice_any(longest + 1)};
    }
    for (int p = 0; p < round->project_count; p++)
        round->projects[p].district = dice_any(DISTRICTS + 1) - 1;
    for (int s = 0; s < round->student_count; s++) {
        round->students[s].district = dice_any(DISTRICTS + 1) - 1;
        round->students[s].max_minutes = dice_one_in(4) ? dice_any(longest + 1) : -1;
    }
    small_round_finish(small, 0);
    /* Afterwards, since a limit asks every trip to be known. */
    small->settings.rules.max_minutes = dice_one_in(3) ? -1 : dice_any(longest + 1);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    for (int s = 0; s < round->student_count; s++)
        plan->project[s] = dice_any(round->project_count + 1) - 1;
    return plan;
}

static int minutes_of(const struct wp_round *round, const struct wp_plan *plan, int student) {
    return plan->project[student] < 0 ? -1 : wp_trip_minutes(round, student, plan->project[student]);
}

static int limit_of(const struct wp_round *round, int student) {
    int own = round->students[student].max_minutes, all = round->settings->rules.max_minutes;
    return own >= 0 ? own : all >= 0 ? all : INT32_MAX;
}

static void expect_classes(const struct wp_round *round, const struct wp_plan *plan,
                           const struct wp_trip_classes *classes) {
    int longest = -1, all_over = 0;
    for (int s = 0; s < round->student_count; s++) {
        int minutes = minutes_of(round, plan, s);
        longest = minutes > longest ? minutes : longest;
        all_over += minutes > limit_of(round, s);
    }
    if (!wp_round_has_trips(round) || longest < 0) {
        assert_int_equal(classes->count, 0);
        return;
    }
    assert_int_equal(classes->all_over, all_over);
    assert_in_range(classes->count, 1, WP_TRIP_CLASSES);
    /* No class too many, and steps that a clock knows. */
    assert_true((classes->count - 1) * classes->step <= longest && longest < classes->count * classes->step);
    assert_true(classes->step == 10 || classes->step % 15 == 0);
    for (int i = 0; i < classes->count; i++) {
        int trips = 0, over = 0;
        for (int s = 0; s < round->student_count; s++) {
            int minutes = minutes_of(round, plan, s);
            if (minutes < i * classes->step || minutes >= (i + 1) * classes->step)
                continue;
            trips++;
            over += minutes > limit_of(round, s);
        }
        assert_int_equal(classes->trips[i], trips);
        assert_int_equal(classes->over[i], over);
    }
}

static void everybody_is_in_her_class(void **state) {
    static const int longest[] = {0, 9, 95, 139, 140, 209, 210, 700, 5000, 10000000};
    (void)state;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        struct small_round small;
        struct wp_plan *plan = make(&small, seed, longest[seed % 10]);
        struct wp_trip_classes classes;
        wp_trips_classify(small.round, plan, &classes);
        expect_classes(small.round, plan, &classes);
        wp_plan_free(plan);
        small_round_end(&small);
    }
}

static void expect_flows(const struct wp_round *round, const struct wp_plan *plan,
                         const struct wp_flows *flows) {
    int students = flows->unknown, placed = 0;
    for (int i = 0; i < flows->count; i++) {
        const struct wp_flow *flow = &flows->items[i], *last = &flows->items[i > 0 ? i - 1 : 0];
        int same = 0, trips = 0;
        int64_t minutes = 0;
        for (int s = 0; s < round->student_count; s++) {
            int trip = minutes_of(round, plan, s);
            if (plan->project[s] < 0 || round->students[s].district != flow->from ||
                round->projects[plan->project[s]].district != flow->to)
                continue;
            same++;
            trips += trip >= 0;
            minutes += trip >= 0 ? trip : 0;
        }
        assert_true(same > 0);
        assert_int_equal(flow->students, same);
        assert_int_equal(flow->trips, trips);
        assert_int_equal(flow->minutes, minutes);
        assert_true(i == 0 || last->students > flow->students ||
                    (last->students == flow->students &&
                     (last->from < flow->from || (last->from == flow->from && last->to < flow->to))));
        students += same;
    }
    for (int s = 0; s < round->student_count; s++)
        placed += plan->project[s] >= 0;
    assert_int_equal(students, placed);
}

static void everybody_goes_one_way(void **state) {
    (void)state;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        struct small_round small;
        struct wp_plan *plan = make(&small, seed, 60);
        struct wp_arena *arena = wp_arena_new();
        struct wp_flows flows;
        assert_non_null(arena);
        assert_true(wp_flows_of_plan(small.round, plan, arena, &flows));
        expect_flows(small.round, plan, &flows);
        wp_arena_free(arena);
        wp_plan_free(plan);
        small_round_end(&small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_is_in_her_class),
        cmocka_unit_test(everybody_goes_one_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
