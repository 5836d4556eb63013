/* test_fairness.c: envy is what comparing all pairs of students finds, and groups add up, on seeded random
 * rounds. */
#include "fairness.h"
#include "rule.h"
#include "small_round.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ROUNDS        2000
#define MOST_STUDENTS 12
#define MOST_PROJECTS 6
#define DISTRICTS     3

/* What the rounds are made of, as the naive count sees it. */
struct made {
    struct small_round small;
    struct wp_plan *plan;
    int team[MOST_STUDENTS];                /* students of one team are a unit */
    int rank[MOST_STUDENTS][MOST_PROJECTS]; /* as she wrote it; 0: she did not */
    bool allowed[MOST_STUDENTS][MOST_PROJECTS];
};

static uint64_t seed_state;

/* A number below `limit`, by the generator splitmix64. */
static int draw(int limit) {
    uint64_t z = seed_state += 0x9E3779B97F4A7C15u;

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (int)((z ^ (z >> 31)) % (uint64_t)limit);
}

static void *room(const struct made *made, int count, size_t size) {
    void *memory = wp_arena_alloc(made->small.round->arena, (size_t)count, size);

    assert_non_null(memory);
    return memory;
}

/* Up to four choices at ranks that rise, sometimes by 0 (a tie) or by 2 (a blank); one in four makes none. */
static void make_choices(struct made *made, int student) {
    struct wp_student *who = &made->small.round->students[student];
    struct wp_choice *choices = room(made, 4, sizeof *choices);
    int wanted = draw(4) ? 1 + draw(4) : 0, rank = 1 + draw(2);

    for (int c = 0; c < wanted; c++) {
        int project = draw(made->small.round->project_count);

        if (made->rank[student][project] > 0)
            continue;
        rank += c > 0 ? draw(3) : 0;
        made->rank[student][project] = rank;
    }
    for (int r = 1; r < 16; r++) {
        for (int p = 0; p < made->small.round->project_count; p++) {
            if (made->rank[student][p] == r)
                choices[who->choice_count++] = (struct wp_choice){p, r};
        }
    }
    who->choices = choices;
}

static void make_students(struct made *made) {
    static const char *const programmes[] = {"SW", "NUR", "EDU"}, *const teams[] = {"a", "b", "c", "d"};
    struct wp_round *round = made->small.round;

    for (int s = 0; s < round->student_count; s++) {
        struct wp_student *who = &round->students[s];

        made->team[s] = draw(3) ? -1 - s : draw(4);
        who->group = made->team[s] < 0 ? "" : teams[made->team[s]];
        who->programme = draw(6) ? wp_round_word(round, programmes[draw(3)]) : -1;
        who->district = draw(DISTRICTS + 1) - 1;
        make_choices(made, s);
    }
}

/* Some projects ask for a programme; some students are forbidden one; some have a waiver. */
static void make_limits(struct made *made) {
    struct wp_round *round = made->small.round;
    struct wp_project *projects = round->projects;

    for (int p = 0; p < round->project_count; p++) {
        projects[p].district = draw(DISTRICTS + 1) - 1;
        if (draw(2))
            projects[p].programmes = small_words(&made->small, "SW", draw(2) ? "EDU" : NULL, NULL);
        for (int s = 0; s < round->student_count; s++)
            made->allowed[s][p] = projects[p].programmes.count == 0 ||
                                  wp_list_has(projects[p].programmes, round->students[s].programme);
    }
    for (int d = 0; d < 6; d++) {
        int s = draw(round->student_count), p = draw(round->project_count);
        bool waive = d < 4;
        struct wp_decision *decision = small_decide(&made->small, waive ? WP_ACTION_WAIVE : WP_ACTION_FORBID,
                                                    small_list(&made->small, s, -1));

        decision->project = p;
        if (waive)
            decision->rule = wp_rule_find("programmes");
    }
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];

        made->allowed[decision->students.items[0]][decision->project] = decision->action == WP_ACTION_WAIVE;
    }
}

static void make_districts(struct made *made) {
    struct wp_round *round = made->small.round;

    for (int d = 0; d < DISTRICTS; d++)
        round->districts[d].circle = d == 0 ? -1 : wp_round_word(round, d == 1 ? "West" : "East");
    round->travel = room(made, 2, sizeof *round->travel);
    round->travel_count = 2;
    round->travel[0] = (struct wp_travel){.from = 0, .to = 1, .minutes = 1 + draw(60)};
    round->travel[1] = (struct wp_travel){.from = 1, .to = 2, .minutes = 1 + draw(60)};
}

/* Teams together, anywhere or nowhere: rules do not matter to what a plan is worth. */
static void make_plan(struct made *made) {
    assert_int_equal(wp_plan_new(made->small.round, &made->plan, NULL), 0);
    for (int s = 0; s < made->plan->student_count; s++) {
        made->plan->project[s] = draw(made->plan->project_count + 1) - 1;
        for (int t = 0; t < s; t++) {
            if (made->team[t] == made->team[s])
                made->plan->project[s] = made->plan->project[t];
        }
    }
}

static void make(struct made *made, uint64_t seed) {
    seed_state = seed;
    memset(made, 0, sizeof *made);
    small_round_start(&made->small, (struct small_sizes){.students = 1 + draw(MOST_STUDENTS),
                                                         .projects = 1 + draw(MOST_PROJECTS),
                                                         .districts = DISTRICTS});
    made->small.settings.seed = draw(1000);
    make_students(made);
    make_districts(made);
    make_limits(made);
    small_round_finish(&made->small, 0);
    make_plan(made);
}

static void discard(struct made *made) {
    wp_plan_free(made->plan);
    small_round_end(&made->small);
}

/* The naive side: everything from the tables above. */

static bool chose(const struct made *made, int student) {
    for (int p = 0; p < MOST_PROJECTS; p++) {
        if (made->rank[student][p] > 0)
            return true;
    }
    return false;
}

static bool unit_chose(const struct made *made, int student) {
    for (int t = 0; t < made->plan->student_count; t++) {
        if (made->team[t] == made->team[student] && chose(made, t))
            return true;
    }
    return false;
}

/* Her own rank of a project that all of her team who chose listed; the worst of theirs if she did not choose.
 */
static int naive_rank(const struct made *made, int student, int project) {
    int worst = 0;

    for (int t = 0; t < made->plan->student_count; t++) {
        if (made->team[t] != made->team[student] || !chose(made, t))
            continue;
        if (made->rank[t][project] == 0)
            return 0;
        if (made->rank[t][project] > worst)
            worst = made->rank[t][project];
    }
    return chose(made, student) ? made->rank[student][project] : worst;
}

static int naive_envious(const struct made *made) {
    const struct wp_student *students = made->small.round->students;
    const int *project = made->plan->project;
    int envious = 0;

    for (int s = 0; s < made->plan->student_count; s++) {
        int own = project[s] < 0 ? 0 : naive_rank(made, s, project[s]);
        bool found = false;

        for (int t = 0; t < made->plan->student_count; t++) {
            int other = project[t] < 0 ? 0 : naive_rank(made, s, project[t]);

            found |= other > 0 && (own == 0 || other < own) && made->allowed[s][project[t]] &&
                     students[s].lottery > students[t].lottery;
        }
        envious += found;
    }
    return envious;
}

static const char *name_of(const struct wp_round *round, int kind, int student) {
    const struct wp_student *who = &round->students[student];

    if (kind == WP_FAIRNESS_PROGRAMME)
        return who->programme < 0 ? "" : wp_round_text(round, who->programme);
    if (who->district < 0)
        return "";
    if (kind == WP_FAIRNESS_DISTRICT)
        return round->districts[who->district].id;
    return round->districts[who->district].circle < 0
               ? ""
               : wp_round_text(round, round->districts[who->district].circle);
}

/* Counts the students of one name, or all where kind is WP_FAIRNESS_KINDS. */
static void assert_group(const struct made *made, int kind, const struct wp_fairness_group *group) {
    struct wp_fairness_group naive = {.name = group->name};

    for (int s = 0; s < made->plan->student_count; s++) {
        int project = made->plan->project[s], rank = project < 0 ? 0 : naive_rank(made, s, project);
        int minutes = project < 0 ? -1 : wp_trip_minutes(made->small.round, s, project);

        if (kind < WP_FAIRNESS_KINDS && strcmp(name_of(made->small.round, kind, s), group->name) != 0)
            continue;
        naive.students++;
        naive.placed += project >= 0;
        naive.trips += minutes >= 0;
        naive.minutes += minutes >= 0 ? minutes : 0;
        naive.longest = minutes > naive.longest ? minutes : naive.longest;
        if (!unit_chose(made, s))
            continue;
        naive.chose++;
        naive.unlisted += project >= 0 && rank == 0;
        naive.first += rank == 1;
        naive.top3 += rank >= 1 && rank <= 3;
        naive.ranked += rank > 0;
        naive.rank_sum += rank;
    }
    assert_int_equal(group->students, naive.students);
    assert_int_equal(group->placed, naive.placed);
    assert_int_equal(group->trips, naive.trips);
    assert_int_equal(group->minutes, naive.minutes);
    assert_int_equal(group->longest, naive.longest);
    assert_int_equal(group->chose, naive.chose);
    assert_int_equal(group->unlisted, naive.unlisted);
    assert_int_equal(group->first, naive.first);
    assert_int_equal(group->top3, naive.top3);
    assert_int_equal(group->ranked, naive.ranked);
    assert_int_equal(group->rank_sum, naive.rank_sum);
}

static void fairness_is_what_all_pairs_give(void **state) {
    static struct made made;
    int envious = 0;

    (void)state;
    for (int seed = 1; seed <= ROUNDS; seed++) {
        struct wp_fairness *fairness;

        make(&made, (uint64_t)seed);
        assert_int_equal(wp_fairness_new(made.small.round, made.plan, &fairness, NULL), 0);
        if (fairness->envious != naive_envious(&made))
            fail_msg("seed %d: %d envious, not %d", seed, fairness->envious, naive_envious(&made));
        envious += fairness->envious;
        assert_group(&made, WP_FAIRNESS_KINDS, &fairness->all);
        for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++) {
            const struct wp_fairness_table *table = &fairness->by[kind];
            int students = 0;

            for (int g = 0; g < table->count; g++) {
                assert_true(g == 0 || strcmp(table->groups[g - 1].name, table->groups[g].name) < 0);
                assert_true(table->groups[g].students > 0);
                assert_group(&made, kind, &table->groups[g]);
                students += table->groups[g].students;
            }
            assert_int_equal(students, made.plan->student_count);
        }
        wp_fairness_free(fairness);
        discard(&made);
    }
    assert_true(envious > ROUNDS / 2); /* the rounds are about something */
}

/* Two students who both want P1 first, then P2; the first is on P1, the second on `second`. */
static int envious_pair(int second, int first_number) {
    struct small_round small;
    struct wp_plan *plan;
    struct wp_fairness *fairness;
    int envious;

    small_round_start(&small, (struct small_sizes){.students = 2, .projects = 3});
    small_choose(&small, 0, 0, 1, -1);
    small_choose(&small, 1, 0, 1, -1);
    small_round_finish(&small, 0);
    small.round->students[0].lottery = first_number;
    small.round->students[1].lottery = 3 - first_number;
    assert_int_equal(wp_plan_new(small.round, &plan, NULL), 0);
    plan->project[0] = 0;
    plan->project[1] = second;
    assert_int_equal(wp_fairness_new(small.round, plan, &fairness, NULL), 0);
    envious = fairness->envious;
    wp_fairness_free(fairness);
    wp_plan_free(plan);
    small_round_end(&small);
    return envious;
}

static void only_an_earlier_number_is_envied(void **state) {
    (void)state;
    assert_int_equal(envious_pair(1, 1), 1);
    assert_int_equal(envious_pair(1, 2), 0);
}

static void no_place_and_an_unlisted_one_are_worse_than_any_choice(void **state) {
    (void)state;
    assert_int_equal(envious_pair(-1, 1), 1);
    assert_int_equal(envious_pair(2, 1), 1);
    assert_int_equal(envious_pair(0, 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fairness_is_what_all_pairs_give),
        cmocka_unit_test(only_an_earlier_number_is_envied),
        cmocka_unit_test(no_place_and_an_unlisted_one_are_worse_than_any_choice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
