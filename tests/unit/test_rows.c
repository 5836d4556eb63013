/* test_rows.c: the rules' rows against the rules' checks, over all plans of small random rounds: two
 * statements of the same rules, written apart, must agree on every plan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "build.h"
#include "dice.h"
#include "rule.h"
#include "small_round.h"

#define ROUNDS        200 /* or as many as the first argument says */
#define PROJECTS      3
#define LECTURERS     2
#define ORGANISATIONS 2
#define DISTRICTS     2

static uint32_t rounds_wanted = ROUNDS;

static struct wp_list two_students(struct small_round *small) {
    int count = small->round->student_count, s = dice_any(count);

    return small_list(small, s, (s + 1 + dice_any(count - 1)) % count, -1);
}

static void random_settings(struct small_round *small) {
    struct wp_rules_settings *rules = &small->settings.rules;

    rules->must_place = dice_one_in(4);
    rules->unlisted_last = dice_one_in(2);
    rules->max_choice = dice_one_in(4) ? 1 + dice_any(2) : -1;
    rules->max_minutes = dice_one_in(4) ? 20 : -1;
    rules->days_in_common = dice_one_in(4) ? 2 : 0;
    rules->years = dice_one_in(2) ? WP_HARD : WP_OFF;
    rules->one_lecturer_per_project = !dice_one_in(3);
}

static void random_students(struct small_round *small) {
    static const char *const programmes[] = {"SW", "NUR"};

    for (int s = 0; s < small->round->student_count; s++) {
        struct wp_student *student = &small->round->students[s];
        int p = dice_any(PROJECTS);

        if (dice_one_in(5))
            small_choose(small, s, -1);
        else if (dice_one_in(3))
            small_choose(small, s, p, -1);
        else
            small_choose(small, s, p, (p + 1) % PROJECTS, dice_one_in(2) ? -1 : (p + 2) % PROJECTS, -1);
        student->load = dice_one_in(3) ? 50 : 100;
        student->programme = wp_round_word(small->round, programmes[dice_any(2)]);
        student->year = wp_round_word(small->round, dice_one_in(3) ? "2" : "3");
        student->district = dice_any(DISTRICTS);
        student->days = dice_one_in(3) ? 3 : WP_ALL_DAYS;
        student->group = dice_one_in(6) ? "g" : "";
        student->max_minutes = dice_one_in(8) ? 30 : -1;
        if (dice_one_in(2))
            student->certificates = small_words(small, "VOG", NULL);
    }
}

static void random_projects(struct small_round *small) {
    for (int p = 0; p < PROJECTS; p++) {
        struct wp_project *project = &small->round->projects[p];

        project->min_students = 1 + (dice_one_in(3) ? dice_any(3) : 0);
        project->max_students = project->min_students + dice_any(3);
        project->status = dice_one_in(5)    ? WP_STATUS_OPEN
                          : dice_one_in(12) ? WP_STATUS_CLOSED
                                            : WP_STATUS_OPTIONAL;
        project->district = dice_any(DISTRICTS);
        project->days = dice_one_in(4) ? 6 : 0;
        project->organisations =
            dice_one_in(3) ? small_list(small, 0, 1, -1) : small_list(small, dice_any(ORGANISATIONS), -1);
        if (dice_one_in(8))
            project->programmes = small_words(small, "SW", NULL);
        if (dice_one_in(8))
            project->years = small_words(small, "3", "4", NULL);
        if (dice_one_in(8))
            project->certificates = small_words(small, "VOG", NULL);
        if (dice_one_in(8))
            project->listed_lecturers = small_list(small, dice_any(LECTURERS), -1);
    }
}

static void random_places(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int l = 0; l < round->lecturer_count; l++) {
        struct wp_lecturer *lecturer = &round->lecturers[l];

        lecturer->districts =
            dice_one_in(3) ? small_list(small, dice_any(DISTRICTS), -1) : small_list(small, 0, 1, -1);
        lecturer->max_load = dice_one_in(3) ? WP_UNLIMITED : 100 + 50 * dice_any(4);
        lecturer->min_load = dice_one_in(3) ? 50 * dice_any(3) : 0;
        lecturer->max_projects = dice_one_in(3) ? dice_any(3) : WP_UNLIMITED;
        if (lecturer->max_load < lecturer->min_load)
            lecturer->min_load = lecturer->max_load;
        if (dice_one_in(12))
            lecturer->max_load = lecturer->min_load = 0;
    }
    for (int o = 0; o < ORGANISATIONS; o++) {
        round->organisations[o].max_students = dice_one_in(4) ? 1 + dice_any(3) : WP_UNLIMITED;
        round->organisations[o].max_projects = dice_one_in(4) ? 1 + dice_any(2) : WP_UNLIMITED;
    }
    round->travel = wp_arena_alloc(round->arena, 1, sizeof *round->travel);
    round->travel[0] = (struct wp_travel){.from = 0, .to = 1, .minutes = 15 + 10 * dice_any(2)};
    round->travel_count = 1;
}

static void random_decisions(struct small_round *small) {
    struct wp_decision *decision;

    if (dice_one_in(4)) {
        decision =
            small_decide(small, WP_ACTION_PIN, small_list(small, dice_any(small->round->student_count), -1));
        decision->project = dice_any(PROJECTS);
        if (dice_one_in(2) && small->round->has_lecturers)
            decision->lecturer = dice_any(LECTURERS);
    }
    if (dice_one_in(6) && small->round->has_lecturers) {
        decision = small_decide(small, WP_ACTION_PIN, small_list(small, -1));
        decision->project = dice_any(PROJECTS);
        decision->lecturer = dice_any(LECTURERS);
    }
    if (dice_one_in(2)) {
        decision = small_decide(small, WP_ACTION_FORBID, two_students(small));
        if (dice_one_in(2) && small->round->has_lecturers)
            decision->lecturer = dice_any(LECTURERS);
        else if (dice_one_in(2))
            decision->organisation = dice_any(ORGANISATIONS);
        else
            decision->project = dice_any(PROJECTS);
    }
    if (dice_one_in(6))
        small_decide(small, WP_ACTION_TOGETHER, two_students(small));
    if (dice_one_in(4))
        small_decide(small, WP_ACTION_APART, small_list(small, 0, 1, dice_one_in(2) ? 2 : -1, -1));
    if (dice_one_in(4)) {
        decision = small_decide(small, WP_ACTION_WAIVE,
                                small_list(small, dice_any(small->round->student_count), -1));
        decision->project = dice_any(PROJECTS);
        decision->rule = wp_rule_find("programmes");
    }
}

/* Who was where, and with whom; teams overlap, and some rows are about others. */
static void random_history(struct small_round *small) {
    static const char *const rounds[] = {"2024", "2025"}, *const projects[] = {"P1", "P8", NULL},
                             *const districts[] = {"D1", "D2", "D9", NULL},
                             *const organisations[] = {"O1", "O2|O9", "O9", NULL, NULL};
    struct wp_rules_settings *rules = &small->settings.rules;

    rules->new_organisation = dice_one_in(6) ? WP_HARD : WP_OFF;
    rules->new_district = dice_one_in(6) ? WP_HARD : WP_OFF;
    rules->new_teammates = dice_one_in(3) ? WP_HARD : WP_OFF;
    for (int rows = dice_any(8); rows > 0; rows--)
        small_history(small, dice_any(small->round->student_count + 1) - 1, rounds[dice_any(2)],
                      projects[dice_any(3)], organisations[dice_any(5)], districts[dice_any(4)]);
}

static void random_round(struct small_round *small) {
    struct small_sizes sizes = {dice_one_in(5) ? 4 : 3, PROJECTS, dice_one_in(4) ? 0 : LECTURERS,
                                ORGANISATIONS, DISTRICTS};

    small_round_start(small, sizes);
    random_settings(small);
    random_students(small);
    random_projects(small);
    random_places(small);
    random_decisions(small);
    random_history(small);
    assert_int_equal(wp_round_finish(small->round, &small->diagnostics, NULL), 0);
}

/* Words from a few, or blank. */
static int any_word(struct small_round *small, const char *const words[], int count) {
    int word = dice_any(count + 1);

    return word == count ? -1 : wp_round_word(small->round, words[word]);
}

static void random_mix(struct small_round *small, struct wp_project *project, const char *const programmes[],
                       int count) {
    struct wp_mix_part *parts = wp_arena_alloc(small->round->arena, (size_t)count, sizeof *parts);

    for (int d = 0; d < count; d++) {
        if (!dice_one_in(2))
            continue;
        parts[project->mix.count].programme = wp_round_word(small->round, programmes[d]);
        parts[project->mix.count].minimum = dice_any(3);
        parts[project->mix.count].maximum =
            dice_one_in(3) ? WP_UNLIMITED : parts[project->mix.count].minimum + dice_any(2);
        project->mix.count++;
    }
    project->mix.items = parts;
    project->mix_programmes = dice_one_in(2) ? 1 + dice_any(3) : 0;
}

/* A round for the rules about teams, circles and the collective share, where other rules ask little. */
static void random_team_round(struct small_round *small) {
    static const char *const programmes[] = {"SW", "NUR", "EDU"}, *const circles[] = {"north", "south"},
                             *const domains[] = {"care", "housing"};
    static const int shares[] = {0, 3333, 3334, 5000, 6667, 10000};
    struct small_sizes sizes = {4 + dice_any(2), PROJECTS, 0, 0, 1};
    struct wp_rules_settings *rules;

    if (dice_one_in(6)) {
        sizes.students = 3;
        sizes.lecturers = LECTURERS;
    }
    small_round_start(small, sizes);
    rules = &small->settings.rules;
    rules->unlisted_last = true;
    rules->one_lecturer_per_project = dice_one_in(2);
    rules->must_place = dice_one_in(8);
    rules->min_programmes = dice_any(4);
    rules->circle_min_projects = dice_one_in(3) ? dice_any(3) : 0;
    rules->domains_per_circle = dice_one_in(3) ? dice_any(3) : 0;
    rules->collective_share = dice_one_in(3) ? shares[dice_any(6)] : 0;
    for (int l = 0; l < sizes.lecturers; l++)
        small->round->lecturers[l].districts = small_list(small, 0, -1);
    for (int s = 0; s < sizes.students; s++) {
        small->round->students[s].programme = any_word(small, programmes, 3);
        small->round->students[s].group = dice_one_in(2) ? "g" : "";
    }
    for (int p = 0; p < PROJECTS; p++) {
        struct wp_project *project = &small->round->projects[p];

        project->district = 0;
        project->min_students = 1 + (dice_one_in(4) ? dice_any(3) : 0);
        project->max_students = project->min_students + dice_any(4);
        project->status = dice_one_in(10)  ? WP_STATUS_OPEN
                          : dice_one_in(8) ? WP_STATUS_CLOSED
                                           : WP_STATUS_OPTIONAL;
        project->circle = any_word(small, circles, 2);
        project->domain = any_word(small, domains, 2);
        project->orientation = (enum wp_orientation)dice_any(3);
        if (dice_one_in(2))
            random_mix(small, project, programmes, 3);
        if (dice_one_in(8))
            project->programmes = small_words(small, "SW", "NUR", NULL);
    }
    if (dice_one_in(4))
        small_decide(small, WP_ACTION_PIN, small_list(small, dice_any(sizes.students), -1))->project =
            dice_any(PROJECTS);
    assert_int_equal(wp_round_finish(small->round, &small->diagnostics, NULL), 0);
}

static bool follows_there(const struct wp_round *round, const struct wp_plan *plan, int project,
                          int programme) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project && round->students[s].programme == programme)
            return true;
    }
    return false;
}

static bool guides(const struct wp_plan *plan, int project, int lecturer) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project && (lecturer < 0 || plan->lecturer[s] == lecturer))
            return true;
    }
    return false;
}

static bool covered(const struct wp_round *round, const struct wp_plan *plan, int circle, int domain) {
    for (int p = 0; p < round->project_count; p++) {
        if (round->projects[p].circle == circle && round->projects[p].domain == domain && guides(plan, p, -1))
            return true;
    }
    return false;
}

static int64_t load_of(const struct wp_round *round, const struct wp_plan *plan, int project, int lecturer) {
    int64_t load = 0;

    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project && plan->lecturer[s] == lecturer)
            load += round->students[s].load;
    }
    return load;
}

/* The values of the columns that stand for the plan; false if no columns can say it. */
static bool columns_of(const struct wp_build *build, const struct wp_plan *plan, int64_t *x) {
    const struct wp_round *round = build->round;
    int said = 0, placed = 0;

    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];

        x[j] = 0;
        switch (column->kind) {
        case WP_COLUMN_PLACE: {
            struct wp_list members = round->units[column->a].students;
            int first = members.items[0];

            x[j] = plan->project[first] == column->b && (column->c < 0 || plan->lecturer[first] == column->c);
            said += x[j] ? members.count : 0;
            break;
        }
        case WP_COLUMN_OPEN:
            x[j] = guides(plan, column->a, -1);
            break;
        case WP_COLUMN_GUIDE:
            x[j] = guides(plan, column->a, column->b);
            break;
        case WP_COLUMN_LOAD:
            x[j] = load_of(round, plan, column->a, column->b);
            break;
        case WP_COLUMN_PROGRAMME:
            x[j] = follows_there(round, plan, column->a, column->b);
            break;
        case WP_COLUMN_DOMAIN:
            x[j] = covered(round, plan, column->a, column->b);
            break;
        case WP_COLUMN_MEET:
        case WP_COLUMN_GUIDED:
        case WP_COLUMN_ONE:
        case WP_COLUMN_OTHER:
            fail_msg("no rule of these makes such a column");
        }
    }
    for (int s = 0; s < plan->student_count; s++)
        placed += plan->project[s] >= 0;
    return said == placed;
}

static bool same_plan(const struct wp_plan *a, const struct wp_plan *b) {
    for (int s = 0; s < a->student_count; s++) {
        if (a->project[s] != b->project[s] || a->lecturer[s] != b->lecturer[s])
            return false;
    }
    return true;
}

/* Does a row with this column exceed its upper bound? */
static bool exceeds(const struct wp_program *program, int column, const int64_t *x) {
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        bool has = false;

        for (int k = 0; k < row->count; k++)
            has = has || program->index[row->start + (size_t)k] == column;
        if (has && wp_program_activity(program, i, x) > row->upper)
            return true;
    }
    return false;
}

/* Columns that say what the plan covers are asked only to be large: raises them as far as their rows let.
 * More than the plan covers, and the rows let too much. */
static bool holds_raised(const struct wp_program *program, int64_t *x) {
    bool raised = false;

    for (int j = 0; j < program->column_count; j++) {
        enum wp_column_kind kind = program->columns[j].kind;

        if (x[j] || (kind != WP_COLUMN_PROGRAMME && kind != WP_COLUMN_DOMAIN))
            continue;
        x[j] = 1;
        x[j] = !exceeds(program, j, x);
        raised = raised || x[j];
    }
    return raised && wp_program_holds(program, x);
}

/* Do the rows and the bounds allow the plan, and do the columns give exactly it back? */
static bool rows_allow(const struct wp_build *build, const struct wp_plan *plan, int64_t *x) {
    struct wp_plan *back = NULL;
    bool allowed;

    if (!columns_of(build, plan, x) ||
        !(wp_program_holds(build->program, x) || holds_raised(build->program, x)))
        return false;
    assert_int_equal(wp_build_plan(build, x, &back, NULL), 0);
    allowed = same_plan(plan, back);
    wp_plan_free(back);
    return allowed;
}

static bool next_plan(const struct wp_round *round, struct wp_plan *plan) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0 && plan->lecturer[s] + 1 < round->lecturer_count) {
            plan->lecturer[s]++;
            return true;
        }
        if (plan->project[s] + 1 < round->project_count) {
            plan->project[s]++;
            plan->lecturer[s] = round->has_lecturers ? 0 : -1;
            return true;
        }
        plan->project[s] = plan->lecturer[s] = -1;
    }
    return false;
}

static void compare_all_plans(const struct wp_round *round, long *good, long *bad, long *impossible) {
    struct wp_pairs *pairs;
    struct wp_build *build;
    struct wp_plan *plan;
    struct wp_violations reasons = {0};
    int64_t *x;
    long allowed = 0;

    assert_int_equal(wp_pairs_build(round, &pairs, NULL), 0);
    assert_int_equal(wp_build_new(round, pairs, &build, NULL), 0);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    x = calloc((size_t)build->program->column_count + 1, sizeof *x);
    assert_non_null(x);
    do {
        struct wp_violations violations = {0};
        bool passes = wp_plan_check(round, plan, &violations) == 0;

        if (passes != rows_allow(build, plan, x)) {
            for (int s = 0; s < plan->student_count; s++)
                print_message("%s: %d %d\n", round->students[s].id, plan->project[s], plan->lecturer[s]);
            for (int v = 0; v < violations.count; v++)
                print_message("%s: %s\n", violations.items[v].rule->name, violations.items[v].message);
            fail_msg("the check says %s, the rows say %s", passes ? "yes" : "no", passes ? "no" : "yes");
        }
        wp_violations_clear(&violations);
        allowed += passes;
        *bad += !passes;
    } while (next_plan(round, plan));
    *good += allowed;
    for (int r = 0; wp_rules[r]; r++) {
        if (wp_rules[r]->count && wp_rules[r]->active(round))
            wp_rules[r]->count(round, &reasons);
    }
    if (allowed > 0 && reasons.total > 0)
        fail_msg("a plan exists, but counting says: %s", reasons.items[0].message);
    *impossible += reasons.total > 0;
    wp_violations_clear(&reasons);
    free(x);
    wp_plan_free(plan);
    wp_build_free(build);
    wp_pairs_free(pairs);
}

static void compare_rounds(void (*make)(struct small_round *small)) {
    long good = 0, bad = 0, impossible = 0;
    uint32_t rounds = 0;

    for (uint32_t seed = 1; seed <= rounds_wanted; seed++) {
        struct small_round small;

        dice_start(seed * 2654435761u);
        make(&small);
        if (small.diagnostics.errors == 0) {
            rounds++;
            compare_all_plans(small.round, &good, &bad, &impossible);
        }
        small_round_end(&small);
    }
    /* The comparison says something only if plans of both kinds came by. */
    print_message("%u rounds, %ld plans pass, %ld do not, %ld rounds counted impossible\n", rounds, good, bad,
                  impossible);
    assert_true(rounds > rounds_wanted / 2);
    assert_true(good > (long)rounds);
    assert_true(bad > good);
    assert_true(impossible > (long)rounds / 10);
}

static void rows_and_checks_agree_on_every_plan(void **unused) {
    (void)unused;
    compare_rounds(random_round);
}

static void rows_and_checks_of_teams_agree_on_every_plan(void **unused) {
    (void)unused;
    compare_rounds(random_team_round);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_checks_agree_on_every_plan),
        cmocka_unit_test(rows_and_checks_of_teams_agree_on_every_plan),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
