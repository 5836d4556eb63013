/* test_novelty.c: the objective novelty by its meaning, read from the rows of the history, against its
 * columns on every plan of small random rounds, and against what the solver makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dice.h"
#include "history_rows.h"
#include "objective.h"
#include "rule.h"
#include "small_round.h"
#include "solve.h"

#define ROUNDS       324 /* a multiple of all combinations; or as many as the first argument says */
#define COMBINATIONS 27
#define PROJECTS     2

static uint32_t rounds_wanted = ROUNDS;

/* Former teams that overlap, so that pairs meet more than once and teams share several students. */
static void random_history(struct small_round *small) {
    static const char *const rounds[] = {"2024", "2025"}, *const projects[] = {"P1", "P8"},
                             *const districts[] = {"D1", "D2", "D9", NULL},
                             *const organisations[] = {"O1", "O2|O9", "O9", NULL};

    for (int s = 0; s < small->round->student_count; s++) {
        for (int r = 0; r < 2; r++) {
            if (!dice_one_in(5))
                small_history(small, s, rounds[r], dice_one_in(8) ? NULL : projects[dice_one_in(3)],
                              organisations[dice_any(4)], districts[dice_any(4)]);
        }
    }
    small_history(small, -1, "2025", "P1", "O1", "D1");
}

static void random_people(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int s = 0; s < round->student_count; s++) {
        int p = dice_any(PROJECTS);

        if (dice_one_in(6))
            small_choose(small, s, -1);
        else if (dice_one_in(4))
            small_choose(small, s, p, -1);
        else
            small_choose(small, s, p, 1 - p, -1);
        round->students[s].group = dice_one_in(5) ? "trio" : dice_one_in(6) ? "duo" : "";
    }
    for (int p = 0; p < PROJECTS; p++) {
        round->projects[p].min_students = 1 + dice_any(3);
        round->projects[p].max_students = round->projects[p].min_students + 1 + dice_any(4);
        round->projects[p].district = dice_any(3) - 1;
        if (!dice_one_in(4))
            round->projects[p].organisations =
                dice_one_in(3) ? small_list(small, 0, 1, -1) : small_list(small, dice_any(2), -1);
    }
    for (int l = 0; l < round->lecturer_count; l++)
        round->lecturers[l].districts = small_list(small, 0, 1, -1);
}

/* Who may go to a known place all the same is not counted for it where the rule is hard. */
static void random_waiver(struct small_round *small) {
    struct wp_decision *waiver;

    if (dice_one_in(2))
        return;
    waiver = small_decide(small, WP_ACTION_WAIVE, small_list(small, 0, 1, 2, -1));
    waiver->project = dice_any(PROJECTS);
    waiver->rule = wp_rule_find(dice_one_in(2) ? "new_organisation" : "new_district");
}

static void add_objective(struct small_round *small, enum wp_objective_kind kind, const char *name) {
    struct wp_objective_setting *setting = &small->settings.objectives[small->settings.objective_count++];

    setting->kind = kind;
    snprintf(setting->name, sizeof setting->name, "%s", name);
}

static void random_round(struct small_round *small, uint32_t seed) {
    static const enum wp_hardness hardness[] = {WP_OFF, WP_SOFT, WP_HARD};
    struct wp_rules_settings *rules = &small->settings.rules;
    uint32_t combination = seed % COMBINATIONS;

    dice_start(seed * 2654435761u);
    small_round_start(small, (struct small_sizes){3 + dice_any(4), PROJECTS, dice_one_in(3) ? 2 : 0, 2, 2});
    rules->must_place = dice_one_in(3);
    rules->unlisted_last = dice_one_in(2);
    rules->one_lecturer_per_project = dice_one_in(2);
    rules->new_organisation = hardness[combination % 3];
    rules->new_district = hardness[combination / 3 % 3];
    rules->new_teammates = hardness[combination / 9];
    small->settings.time_limit = -1;
    if (!rules->must_place || dice_one_in(2))
        add_objective(small, WP_OBJECTIVE_PLACED, "placed");
    add_objective(small, WP_OBJECTIVE_NOVELTY, "novelty");
    random_people(small);
    random_history(small);
    random_waiver(small);
    assert_int_equal(wp_round_finish(small->round, &small->diagnostics, NULL), 0);
}

/* Which attributes count, in the words of the contract. */
static bool counts(const struct wp_rules_settings *rules, enum wp_hardness attribute) {
    if (rules->new_organisation != WP_SOFT && rules->new_district != WP_SOFT &&
        rules->new_teammates != WP_SOFT)
        return attribute == WP_OFF;
    return attribute == WP_SOFT;
}

static bool chose(const struct wp_round *round, int student) {
    struct wp_list members = round->units[round->students[student].unit].students;

    for (int m = 0; m < members.count; m++) {
        if (round->students[members.items[m]].choice_count > 0)
            return true;
    }
    return false;
}

static bool knows_host(const struct wp_round *round, int student, int project) {
    struct wp_list hosts = round->projects[project].organisations;

    for (int h = 0; h < hosts.count; h++) {
        if (rows_was_at(round, student, round->organisations[hosts.items[h]].id))
            return true;
    }
    return false;
}

static bool knows_district(const struct wp_round *round, int student, int project) {
    int district = round->projects[project].district;

    return district >= 0 && rows_was_in(round, student, round->districts[district].id);
}

static int64_t novelty_of(const struct wp_round *round, const struct wp_plan *plan) {
    const struct wp_rules_settings *rules = &round->settings->rules;
    int64_t sum = 0;

    for (int s = 0; s < plan->student_count; s++) {
        int p = plan->project[s];

        if (p < 0 || !chose(round, s))
            continue;
        sum += counts(rules, rules->new_organisation) && knows_host(round, s, p);
        sum += counts(rules, rules->new_district) && knows_district(round, s, p);
        for (int t = 0; t < s && counts(rules, rules->new_teammates); t++)
            sum += plan->project[t] == p && chose(round, t) &&
                   round->students[t].unit != round->students[s].unit && rows_worked_with(round, s, t);
    }
    return sum;
}

static int64_t placed_of(const struct wp_round *round, const struct wp_plan *plan) {
    int64_t placed = 0;

    for (int s = 0; s < plan->student_count; s++)
        placed += plan->project[s] >= 0 && chose(round, s);
    return placed;
}

/* The next plan: each unit goes anywhere or nowhere, always with the same lecturer, so that where x names
 * lecturers all of them occur. */
static bool next_plan(const struct wp_round *round, struct wp_plan *plan) {
    for (int u = 0; u < round->unit_count; u++) {
        struct wp_list members = round->units[u].students;
        int project = plan->project[members.items[0]] + 1;
        bool again = project == round->project_count;

        for (int m = 0; m < members.count; m++) {
            plan->project[members.items[m]] = again ? -1 : project;
            plan->lecturer[members.items[m]] = again || !round->has_lecturers                    ? -1
                                               : round->settings->rules.one_lecturer_per_project ? 0
                                                                                                 : u % 2;
        }
        if (!again)
            return true;
    }
    return false;
}

/* The columns that say the plan, those of the objective as low as the rows (without those that strengthen)
 * let them. */
static void columns_of(const struct wp_build *build, const struct wp_plan *plan, int64_t *x) {
    const struct wp_program *program = build->program;

    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];

        x[j] = 0;
        if (column->kind == WP_COLUMN_PLACE) {
            int first = build->round->units[column->a].students.items[0];

            x[j] = plan->project[first] == column->b && (column->c < 0 || plan->lecturer[first] == column->c);
        }
        for (int s = 0; s < plan->student_count && column->kind == WP_COLUMN_OPEN; s++)
            x[j] |= plan->project[s] == column->a;
    }
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        int64_t lacking = row->lower == WP_FREE_BELOW ? 0 : row->lower - wp_program_activity(program, i, x);

        for (int k = 0; k < row->count && lacking > 0 && !row->strengthening; k++) {
            int j = program->index[row->start + (size_t)k];

            if (program->columns[j].kind == WP_COLUMN_OTHER)
                x[j] += lacking;
        }
    }
}

/* The objective's rows allow the plan, the strengthening ones too, and cost what the plan is worth. */
static void compare_plan(const struct wp_build *build, const struct wp_plan *plan, const int64_t *cost,
                         int64_t *x) {
    const struct wp_program *program = build->program;
    const struct wp_objective *novelty = wp_objective_find(WP_OBJECTIVE_NOVELTY);
    struct wp_measure measure = {
        .setting = &build->round->settings->objectives[build->round->settings->objective_count - 1]};
    int64_t sum = 0, value = novelty_of(build->round, plan);

    assert_int_equal(novelty->value(build->round, plan, &measure), value);
    columns_of(build, plan, x);
    for (int j = 0; j < program->column_count; j++) {
        sum += cost[j] * x[j];
        if (program->columns[j].kind == WP_COLUMN_OTHER)
            assert_true(x[j] >= program->columns[j].lower && x[j] <= program->columns[j].upper);
    }
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        bool ours = false;

        for (int k = 0; k < row->count; k++)
            ours |= program->columns[program->index[row->start + (size_t)k]].kind == WP_COLUMN_OTHER;
        if (ours)
            assert_true(wp_program_activity(program, i, x) >= row->lower);
    }
    assert_int_equal(sum, value);
}

struct best {
    bool any;
    int64_t placed, novelty;
};

static struct best compare_all_plans(const struct wp_round *round, long *plans) {
    const struct wp_objective *novelty = wp_objective_find(WP_OBJECTIVE_NOVELTY);
    struct wp_measure measure = {.setting =
                                     &round->settings->objectives[round->settings->objective_count - 1]};
    struct best best = {0};
    struct wp_pairs *pairs;
    struct wp_build *build;
    struct wp_plan *plan;
    int64_t *x, *cost;

    assert_int_equal(wp_pairs_build(round, &pairs, NULL), 0);
    assert_int_equal(wp_build_new(round, pairs, &build, NULL), 0);
    assert_int_equal(novelty->extend(build, &measure, NULL), 0);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    x = calloc((size_t)build->program->column_count + 1, sizeof *x);
    cost = calloc((size_t)build->program->column_count + 1, sizeof *cost);
    assert_true(x && cost);
    novelty->cost(build, &measure, cost);
    do {
        struct wp_violations violations = {0};

        if (wp_plan_check(round, plan, &violations) == 0) {
            int64_t placed = placed_of(round, plan), value = novelty_of(round, plan);

            compare_plan(build, plan, cost, x);
            ++*plans;
            if (!best.any || placed > best.placed || (placed == best.placed && value < best.novelty))
                best = (struct best){true, placed, value};
        }
        wp_violations_clear(&violations);
    } while (next_plan(round, plan));
    free(x);
    free(cost);
    wp_plan_free(plan);
    wp_build_free(build);
    wp_pairs_free(pairs);
    return best;
}

static void expect_solved(const struct wp_round *round, struct best best) {
    struct wp_solution *solution;
    struct wp_error error = {0};

    if (wp_solve(round, NULL, &solution, &error) != 0)
        fail_msg("%s", error.message);
    assert_int_equal(solution->outcome, best.any ? WP_OUTCOME_OPTIMAL : WP_OUTCOME_INFEASIBLE);
    if (best.any) {
        const struct wp_level *level = solution->levels;

        if (round->settings->objective_count == 2) {
            assert_string_equal(level->name, "placed");
            assert_int_equal(level->value[0], best.placed);
            level++;
        }
        assert_string_equal(level->name, "novelty");
        assert_int_equal(level->value[0], best.novelty);
        assert_int_equal(level->bound[0], best.novelty);
        assert_int_equal(novelty_of(round, solution->plan), best.novelty);
    }
    wp_solution_free(solution);
}

static void columns_and_solver_say_what_the_history_says(void **unused) {
    long plans = 0, counted = 0, solved = 0;

    (void)unused;
    for (uint32_t seed = 1; seed <= rounds_wanted; seed++) {
        struct small_round small;
        struct best best;

        random_round(&small, seed);
        if (small.diagnostics.errors == 0) {
            best = compare_all_plans(small.round, &plans);
            expect_solved(small.round, best);
            solved += best.any;
            counted += best.any && best.novelty > 0;
        }
        small_round_end(&small);
    }
    print_message("%ld rounds with plans, %ld of them meet the known in the best, %ld plans\n", solved,
                  counted, plans);
    assert_true(solved > (long)rounds_wanted / 2);
    assert_true(counted > (long)rounds_wanted / 4);
}

/* What the rows ask of a column of the objective at most, when every x is 1/2 and every project open. */
static double asked_at_a_half(const struct wp_program *program, int column) {
    double most = 0;

    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        double others = 0;
        bool ours = false;

        for (int k = 0; k < row->count; k++) {
            int j = program->index[row->start + (size_t)k];
            double x = program->columns[j].kind == WP_COLUMN_PLACE ? 0.5 : 1;

            ours |= j == column;
            others += j == column ? 0 : (double)program->value[row->start + (size_t)k] * x;
        }
        if (ours && (double)row->lower - others > most)
            most = (double)row->lower - others;
    }
    return most;
}

/* Six of one team, all half on one project: three of them are there, who make three pairs. One column for
 * each two would ask nothing. */
static void a_former_team_is_bounded_as_a_whole(void **unused) {
    struct small_round small;
    struct wp_pairs *pairs;
    struct wp_build *build;
    int columns = 0;

    (void)unused;
    small_round_start(&small, (struct small_sizes){6, 1, 0, 0, 0});
    small.round->projects[0].min_students = 2;
    for (int s = 0; s < 6; s++) {
        small_choose(&small, s, 0, -1);
        small_history(&small, s, "2025", "P4", NULL, NULL);
        if (s < 3)
            small_history(&small, s, "2024", "P3", NULL, NULL); /* a part of the team adds nothing */
    }
    small_round_finish(&small, 0);
    assert_int_equal(wp_pairs_build(small.round, &pairs, NULL), 0);
    assert_int_equal(wp_build_new(small.round, pairs, &build, NULL), 0);
    assert_int_equal(wp_objective_find(WP_OBJECTIVE_NOVELTY)->extend(build, &(struct wp_measure){0}, NULL),
                     0);
    for (int j = 0; j < build->program->column_count; j++) {
        if (build->program->columns[j].kind != WP_COLUMN_OTHER)
            continue;
        columns++;
        assert_true(asked_at_a_half(build->program, j) > 2.999);
        assert_int_equal(build->program->columns[j].upper, 15);
    }
    assert_int_equal(columns, 1);
    wp_build_free(build);
    wp_pairs_free(pairs);
    small_round_end(&small);
}

/* S1 met both others, but only S2 is pinned to where she is. */
static void pins_that_bring_former_teammates_together_are_counted(void **unused) {
    struct small_round small;
    struct wp_solution *solution;

    (void)unused;
    small_round_start(&small, (struct small_sizes){3, 2, 0, 0, 0});
    small.settings.rules.unlisted_last = true;
    small.settings.rules.new_teammates = WP_HARD;
    small.settings.time_limit = -1;
    add_objective(&small, WP_OBJECTIVE_PLACED, "placed");
    small_history(&small, 0, "2024", "P1", NULL, NULL);
    small_history(&small, 1, "2024", "P1", NULL, NULL);
    small_history(&small, 0, "2025", "P2", NULL, NULL);
    small_history(&small, 2, "2025", "P2", NULL, NULL);
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 0, 1, -1))->project = 0;
    small_decide(&small, WP_ACTION_PIN, small_list(&small, 2, -1))->project = 1;
    small_round_finish(&small, 0);
    assert_int_equal(wp_solve(small.round, NULL, &solution, NULL), 0);
    assert_int_equal(solution->outcome, WP_OUTCOME_INFEASIBLE);
    assert_int_equal(solution->reasons.total, 1);
    assert_string_equal(
        solution->reasons.items[0].message,
        "students S1 and S2 were on one project together before, and both are pinned to project P1 now");
    wp_solution_free(solution);
    small_round_end(&small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_and_solver_say_what_the_history_says),
        cmocka_unit_test(a_former_team_is_bounded_as_a_whole),
        cmocka_unit_test(pins_that_bring_former_teammates_together_are_counted),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
