/* every_plan_least.c: the best of all plans of a small round, by the test's own words for what is good. */
#include "every_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define PLACES (1 + 3 * 2) /* nowhere, or three projects with one of two lecturers each */

/* Where a unit is: 0 is nowhere. */
static void put(const struct wp_round *round, struct wp_plan *plan, int unit, int place) {
    struct wp_list members = round->units[unit].students;
    int lecturers = round->has_lecturers ? round->lecturer_count : 1;

    for (int m = 0; m < members.count; m++) {
        plan->project[members.items[m]] = place == 0 ? -1 : (place - 1) / lecturers;
        plan->lecturer[members.items[m]] = place == 0 || !round->has_lecturers ? -1 : (place - 1) % lecturers;
    }
}

static bool next_slots(const struct wp_round *round, struct wp_plan *plan) {
    for (int p = 0; round->settings->rules.meetings_weekly && p < plan->project_count; p++) {
        if (++plan->slot[p] < EVERY_PLAN_SLOTS)
            return true;
        plan->slot[p] = -1;
    }
    return false;
}

static bool next_placements(const struct wp_round *round, struct wp_plan *plan, int *place) {
    int places = 1 + round->project_count * (round->has_lecturers ? round->lecturer_count : 1);

    assert_true(places <= PLACES);
    for (int u = 0; u < round->unit_count; u++) {
        place[u] = (place[u] + 1) % places;
        put(round, plan, u, place[u]);
        if (place[u] > 0)
            return true;
    }
    return false;
}

static bool is_less(const int64_t *a, const int64_t *b, int count) {
    int v = 0;

    while (v < count && a[v] == b[v])
        v++;
    return v < count && a[v] < b[v];
}

bool every_plan_least(const struct wp_round *round, every_plan_worth *worth,
                      int64_t least[EVERY_PLAN_VALUES]) {
    int place[8] = {0};
    bool any = false;
    struct wp_plan *plan;

    assert_true(round->unit_count <= 8);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    do {
        do {
            struct wp_violations violations = {0};
            int64_t values[EVERY_PLAN_VALUES];
            int count = worth(round, plan, values);

            if ((!any || is_less(values, least, count)) && wp_plan_check(round, plan, &violations) == 0) {
                memcpy(least, values, (size_t)count * sizeof *values);
                any = true;
            }
            wp_violations_clear(&violations);
        } while (next_slots(round, plan));
    } while (next_placements(round, plan, place));
    wp_plan_free(plan);
    return any;
}

/* Her own rank for the project; 0 if she did not choose it. */
static int own_rank(const struct wp_student *student, int project) {
    for (int c = 0; c < student->choice_count; c++) {
        if (student->choices[c].project == project)
            return student->choices[c].rank;
    }
    return 0;
}

bool every_plan_chose(const struct wp_round *round, int student) {
    struct wp_list members = round->units[round->students[student].unit].students;

    for (int m = 0; m < members.count; m++) {
        if (round->students[members.items[m]].choice_count > 0)
            return true;
    }
    return false;
}

bool every_plan_rank(const struct wp_round *round, int student, int project, int *rank) {
    struct wp_list members = round->units[round->students[student].unit].students;
    bool listed = every_plan_chose(round, student);
    int worst = 0, highest = 0;

    for (int m = 0; m < members.count; m++) {
        const struct wp_student *member = &round->students[members.items[m]];
        int own = own_rank(member, project);

        listed = listed && (own > 0 || member->choice_count == 0);
        worst = own > worst ? own : worst;
    }
    for (int s = 0; s < round->student_count; s++) {
        for (int c = 0; c < round->students[s].choice_count; c++)
            highest =
                round->students[s].choices[c].rank > highest ? round->students[s].choices[c].rank : highest;
    }
    *rank = own_rank(&round->students[student], project);
    if (*rank == 0)
        *rank = worst;
    if (!listed)
        *rank = highest + 1;
    return listed;
}
