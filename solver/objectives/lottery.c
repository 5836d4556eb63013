/* lottery.c: what decides between plans that are equal in all else, by the disclosed lottery.
 *
 * Step 1: minimise the sum over students of (n + 1 - number) rank, unlisted R + 1, unplaced R + 2: whoever
 * drew a low number comes first. Step 2: minimise the sum of the weights of who is guided where by whom, and
 * of when each project meets (see lottery.h). Weights are as good as random, so one plan is left.
 *
 * Where x does not name the lecturer and several may guide, step 2 needs to know who does: for what the
 * levels before left open, v[u,p,l] = x[u,p] and z[p,l], by
 *   sum over l of v[u,p,l] = x[u,p]
 *   sum over u of v[u,p,l] <= (how many u there are) z[p,l]
 *   v[u,p,l] <= z[p,l]: implied, but it makes the linear bound strong */
#include "lottery.h"
#include "eligibility.h"
#include "objectives.h"

enum { BY_RANK, BY_WEIGHT, STEPS };

static int steps(const struct wp_round *round) {
    (void)round;
    return STEPS;
}

static int64_t turn(const struct wp_round *round, int student) {
    return round->student_count + 1 - round->students[student].lottery;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    int one = wp_build_one(build, error);
    return one < 0 ? one : WP_OK;
}

static int column_guide(const struct wp_build *build, int project, int l) {
    return build->guide[build->guide_first[project] + l];
}

/* v of one pair, and their sum. */
static int rows_of_pair(struct wp_build *build, int pair, struct wp_error *error) {
    struct wp_program *program = build->program;
    int unit = build->pairs->items[pair].unit, project = build->pairs->items[pair].project;
    const struct wp_list *lecturers = &build->round->projects[project].lecturers;
    int first = program->column_count, code = WP_OK;
    for (int l = 0; l < lecturers->count; l++) {
        const struct wp_column *z = &program->columns[column_guide(build, project, l)];
        struct wp_column v = {WP_COLUMN_GUIDED, unit, project, lecturers->items[l], 0, z->upper};
        int column = wp_program_column(program, v, error);
        if (column < 0)
            return column;
    }
    for (int l = 0; code == WP_OK && l < lecturers->count; l++) {
        code = wp_program_entry(program, first + l, 1, error);
        if (code == WP_OK)
            code = wp_program_entry(program, column_guide(build, project, l), -1, error);
        if (code == WP_OK)
            code = wp_program_strengthening(program, "lottery", WP_FREE_BELOW, 0, error);
    }
    for (int l = 0; code == WP_OK && l < lecturers->count; l++)
        code = wp_program_entry(program, first + l, 1, error);
    if (code == WP_OK)
        code = wp_program_entry(program, build->place_first[pair], -1, error);
    return code == WP_OK ? wp_program_row(program, "lottery", 0, 0, error) : code;
}

/* v of all pairs of a project that are not decided, and the rows that tie them to z. */
static int rows_of_project(struct wp_build *build, int project, struct wp_error *error) {
    struct wp_program *program = build->program;
    const struct wp_list *lecturers = &build->round->projects[project].lecturers;
    int first = program->column_count, code = WP_OK;
    for (int i = build->project_first[project]; code == WP_OK && i < build->project_first[project + 1]; i++) {
        const struct wp_column *x = &program->columns[build->place_first[build->project_pairs[i]]];
        if (x->lower < x->upper)
            code = rows_of_pair(build, build->project_pairs[i], error);
    }
    int count = (program->column_count - first) / lecturers->count;
    for (int l = 0; code == WP_OK && count > 0 && l < lecturers->count; l++) {
        for (int i = 0; code == WP_OK && i < count; i++)
            code = wp_program_entry(program, first + i * lecturers->count + l, 1, error);
        if (code == WP_OK)
            code = wp_program_entry(program, column_guide(build, project, l), -count, error);
        if (code == WP_OK)
            code = wp_program_row(program, "lottery", WP_FREE_BELOW, 0, error);
    }
    return code;
}

static int extend(struct wp_build *build, const struct wp_measure *measure, struct wp_error *error) {
    int code = WP_OK;
    for (int p = 0; measure->step == BY_WEIGHT && code == WP_OK && p < build->round->project_count; p++)
        if (wp_build_chooses(build, p) && build->guide[build->guide_first[p]] >= 0)
            code = rows_of_project(build, p, error);
    return code;
}

static int64_t unit_weight(const struct wp_round *round, int unit, int project, int lecturer) {
    const struct wp_list *students = &round->units[unit].students;
    int64_t weight = 0;
    for (int m = 0; m < students->count; m++)
        weight += wp_lottery_placement_weight(round, students->items[m], project, lecturer);
    return weight;
}

/* By how much it is better to be there than unplaced. */
static int64_t gain(const struct wp_round *round, int unit, int project) {
    const struct wp_list *students = &round->units[unit].students;
    int64_t sum = 0;
    for (int m = 0; m < students->count; m++)
        sum += turn(round, students->items[m]) *
               (round->max_rank + 2 - wp_counted_rank(round, students->items[m], project));
    return sum;
}

static void cost_of_ranks(const struct wp_build *build, int64_t *cost_of) {
    for (int s = 0; s < build->round->student_count; s++)
        cost_of[build->one] += turn(build->round, s) * (build->round->max_rank + 2);
    for (int k = 0; k < build->pairs->count; k++)
        for (int j = build->place_first[k]; j < build->place_first[k + 1]; j++)
            cost_of[j] -= gain(build->round, build->pairs->items[k].unit, build->pairs->items[k].project);
}

/* A unit that is there for certain: z says what it weighs. */
static void cost_of_decided(const struct wp_build *build, int unit, int project, int64_t *cost_of) {
    const struct wp_list *lecturers = &build->round->projects[project].lecturers;
    for (int l = 0; l < lecturers->count; l++)
        cost_of[column_guide(build, project, l)] +=
            unit_weight(build->round, unit, project, lecturers->items[l]);
}

static void cost_of_weights(const struct wp_build *build, int64_t *cost_of) {
    const struct wp_round *round = build->round;
    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];
        if (column->upper == 0)
            continue;
        if (column->kind == WP_COLUMN_MEET)
            cost_of[j] += wp_lottery_slot_weight(round, column->a, column->b);
        else if (column->kind == WP_COLUMN_GUIDED)
            cost_of[j] += unit_weight(round, column->a, column->b, column->c);
        if (column->kind != WP_COLUMN_PLACE)
            continue;
        const struct wp_list *lecturers = &round->projects[column->b].lecturers;
        if (!wp_build_chooses(build, column->b))
            cost_of[j] +=
                unit_weight(round, column->a, column->b,
                            column->c < 0 && lecturers->count > 0 ? lecturers->items[0] : column->c);
    }
    for (int k = 0; k < build->pairs->count; k++) {
        int project = build->pairs->items[k].project;
        if (wp_build_chooses(build, project) && build->program->columns[build->place_first[k]].lower == 1)
            cost_of_decided(build, build->pairs->items[k].unit, project, cost_of);
    }
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    if (measure->step == BY_RANK)
        cost_of_ranks(build, cost_of);
    else
        cost_of_weights(build, cost_of);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    int64_t sum = 0;
    for (int s = 0; s < round->student_count; s++) {
        int project = plan->project[s];
        if (measure->step == BY_RANK)
            sum += turn(round, s) * (project < 0 ? round->max_rank + 2 : wp_counted_rank(round, s, project));
        else if (project >= 0)
            sum += wp_lottery_placement_weight(round, s, project, plan->lecturer[s]);
    }
    for (int p = 0; measure->step == BY_WEIGHT && p < plan->project_count; p++)
        if (plan->slot[p] >= 0)
            sum += wp_lottery_slot_weight(round, p, plan->slot[p]);
    return sum;
}

const struct wp_objective wp_objective_lottery = {
    .kind = WP_OBJECTIVE_LOTTERY,
    .name = "lottery",
    .array = true,
    .rows = rows,
    .steps = steps,
    .extend = extend,
    .cost = cost,
    .value = value,
};
