/* every_plan_round.c: small random rounds for the comparison of a rule's rows with its check. */
#include "dice.h"
#include "every_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define STUDENTS      3
#define LECTURERS     2
#define ORGANISATIONS 2
#define DISTRICTS     2

static uint32_t any_slots(void) {
    return dice_one_in(3) ? WP_ALL_SLOTS & ((1u << EVERY_PLAN_SLOTS) - 1)
                          : 1u + (uint32_t)dice_any((1 << EVERY_PLAN_SLOTS) - 1);
}

/* Some projects in any order, at times two of one rank. */
static void random_choices(struct small_round *small, struct wp_student *student) {
    int projects = small->round->project_count, first = dice_any(projects), rank = 1;
    int count = dice_one_in(6) ? 0 : 1 + dice_any(projects);
    struct wp_choice *choices = wp_arena_alloc(small->round->arena, (size_t)projects, sizeof *choices);

    assert_non_null(choices);
    for (int c = 0; c < count; c++) {
        choices[c] = (struct wp_choice){(first + c) % projects, rank};
        rank += !dice_one_in(4);
    }
    for (int c = 1; c < count; c++) { /* by rank, then project */
        if (choices[c].rank == choices[c - 1].rank && choices[c].project < choices[c - 1].project) {
            struct wp_choice other = choices[c];

            choices[c] = choices[c - 1];
            choices[c - 1] = other;
        }
    }
    student->choices = choices;
    student->choice_count = count;
}

static void random_people(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int s = 0; s < round->student_count; s++) {
        struct wp_student *student = &round->students[s];

        random_choices(small, student);
        student->load = dice_one_in(3) ? 50 : 100;
        student->group = dice_one_in(5) ? "g" : "";
        student->slots = any_slots();
    }
    for (int l = 0; l < round->lecturer_count; l++) {
        struct wp_lecturer *lecturer = &round->lecturers[l];

        lecturer->districts =
            dice_one_in(3) ? small_list(small, dice_any(DISTRICTS), -1) : small_list(small, 0, 1, -1);
        lecturer->max_load = dice_one_in(3) ? WP_UNLIMITED : 50 + 50 * dice_any(5);
        lecturer->max_projects = dice_one_in(5) ? 1 : WP_UNLIMITED;
        lecturer->slots = any_slots();
    }
}

static void random_places(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int p = 0; p < round->project_count; p++) {
        struct wp_project *project = &round->projects[p];

        project->min_students = dice_one_in(4) ? 2 : 1;
        project->max_students = project->min_students + dice_any(3);
        project->status = dice_one_in(8) ? WP_STATUS_OPEN : WP_STATUS_OPTIONAL;
        project->district = dice_any(DISTRICTS);
        project->slots = any_slots();
        if (dice_one_in(2))
            project->organisations =
                dice_one_in(3) ? small_list(small, 0, 1, -1) : small_list(small, dice_any(ORGANISATIONS), -1);
    }
    for (int o = 0; o < ORGANISATIONS; o++)
        round->organisations[o].max_students = dice_one_in(2) ? 1 + dice_any(3) : WP_UNLIMITED;
}

static void random_decisions(struct small_round *small) {
    struct wp_decision *decision;

    if (dice_one_in(5)) {
        decision = small_decide(small, WP_ACTION_PIN, small_list(small, dice_any(STUDENTS), -1));
        decision->project = dice_any(small->round->project_count);
    }
    if (dice_one_in(3) && small->round->has_lecturers) {
        decision = small_decide(small, WP_ACTION_FORBID, small_list(small, dice_any(STUDENTS), -1));
        decision->lecturer = dice_any(LECTURERS);
    }
}

void every_plan_round(struct small_round *small, uint32_t seed, enum every_plan_guides guides) {
    struct small_sizes sizes = {STUDENTS, 2, guides == NO_LECTURERS ? 0 : LECTURERS, ORGANISATIONS,
                                DISTRICTS};

    dice_start(seed * 2654435761u);
    if (guides == NO_LECTURERS || dice_one_in(6))
        sizes.projects = 3;
    small_round_start(small, sizes);
    small->settings.rules.one_lecturer_per_project = guides != SEVERAL_LECTURERS;
    small->settings.rules.unlisted_last = dice_one_in(2);
    small->settings.rules.must_place = dice_one_in(4);
    small->settings.rules.max_choice = dice_one_in(5) ? 1 : -1;
    random_people(small);
    random_places(small);
    random_decisions(small);
}
