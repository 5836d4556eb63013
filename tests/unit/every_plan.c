/* every_plan.c: all plans of a small round: a rule's rows against its check. */
#include "every_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "build.h"

static bool guides_there(const struct wp_plan *plan, int project, int lecturer) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project && (lecturer < 0 || plan->lecturer[s] == lecturer))
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

/* The value of a column that has a meaning of its own. */
static int64_t meant(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_column *column) {
    int first;

    switch (column->kind) {
    case WP_COLUMN_PLACE:
        first = round->units[column->a].students.items[0];
        return plan->project[first] == column->b && (column->c < 0 || plan->lecturer[first] == column->c);
    case WP_COLUMN_OPEN:
        return guides_there(plan, column->a, -1);
    case WP_COLUMN_GUIDE:
        return guides_there(plan, column->a, column->b);
    case WP_COLUMN_LOAD:
        return load_of(round, plan, column->a, column->b);
    case WP_COLUMN_MEET:
        return plan->slot[column->a] == column->b &&
               (column->c < 0 || guides_there(plan, column->a, column->c));
    case WP_COLUMN_OTHER:
        return 0; /* raised where the rows let it */
    default:
        fail_msg("no rule of these rounds makes such a column");
        return 0;
    }
}

static bool row_holds(const struct wp_program *program, int row, const int64_t *x) {
    int64_t activity = wp_program_activity(program, row, x);

    return activity >= program->rows[row].lower && activity <= program->rows[row].upper;
}

static int64_t coefficient(const struct wp_program *program, int row, int column) {
    const struct wp_row *r = &program->rows[row];

    for (int k = 0; k < r->count; k++) {
        if (program->index[r->start + (size_t)k] == column)
            return program->value[r->start + (size_t)k];
    }
    return 0;
}

/* Could the column be 1, as far as rows go that hold now? */
static bool may_rise(const struct wp_program *program, int column, int64_t *x) {
    for (int i = 0; i < program->row_count; i++) {
        bool held;

        if (coefficient(program, i, column) == 0)
            continue;
        held = row_holds(program, i, x);
        x[column] = 1;
        if (held && !row_holds(program, i, x)) {
            x[column] = 0;
            return false;
        }
        x[column] = 0;
    }
    return true;
}

/* The rules' own columns say at most what is so, and help when they say it: the most that they may say is
 * right if anything is. Those that others depend on come first. */
static void raise_others(const struct wp_program *program, int64_t *x) {
    for (int j = 0; j < program->column_count; j++) {
        if (program->columns[j].kind == WP_COLUMN_OTHER && may_rise(program, j, x))
            x[j] = 1;
    }
}

/* Do the rows hold that are not there for the linear bound alone? If so, the others must be implied. */
static bool needed_rows_hold(const struct wp_program *program, const int64_t *x) {
    for (int i = 0; i < program->row_count; i++) {
        if (!program->rows[i].strengthening && !row_holds(program, i, x))
            return false;
    }
    if (!wp_program_holds(program, x))
        fail_msg("a strengthening row is not implied by the others");
    return true;
}

/* Do the bounds, and the needed rows without columns of the rules' own, allow it so far? */
static bool plain_rows_hold(const struct wp_program *program, const bool *plain, const int64_t *x) {
    for (int j = 0; j < program->column_count; j++) {
        if (x[j] < program->columns[j].lower || x[j] > program->columns[j].upper)
            return false;
    }
    for (int i = 0; i < program->row_count; i++) {
        if (plain[i] && !row_holds(program, i, x))
            return false;
    }
    return true;
}

static bool places_somebody(const struct wp_program *program, int row) {
    const struct wp_row *r = &program->rows[row];

    for (int k = 0; k < r->count; k++) {
        if (program->columns[program->index[r->start + (size_t)k]].kind == WP_COLUMN_PLACE)
            return true;
    }
    return false;
}

/* No program may deny that a lecturer guides those whom x gives her, to spare her time or her limits. */
static void expect_guides_to_be_known(const struct wp_program *program, int64_t *x) {
    for (int j = 0; j < program->column_count; j++) {
        bool denied = false;

        if (program->columns[j].kind != WP_COLUMN_GUIDE || x[j] == 0)
            continue;
        x[j] = 0;
        for (int i = 0; i < program->row_count; i++)
            denied |= !program->rows[i].strengthening && coefficient(program, i, j) != 0 &&
                      places_somebody(program, i) && !row_holds(program, i, x);
        x[j] = 1;
        if (!denied)
            fail_msg("the rows let lecturer %d hide from project %d", program->columns[j].b,
                     program->columns[j].a);
    }
}

static bool same_plan(const struct wp_plan *a, const struct wp_plan *b) {
    for (int s = 0; s < a->student_count; s++) {
        if (a->project[s] != b->project[s] || a->lecturer[s] != b->lecturer[s])
            return false;
    }
    for (int p = 0; p < a->project_count; p++) {
        if (a->slot[p] != b->slot[p])
            return false;
    }
    return true;
}

/* Do the rows and the bounds allow the plan, and do the columns give exactly it back? */
static bool rows_allow(const struct wp_build *build, const struct wp_plan *plan, const bool *plain,
                       int64_t *x) {
    const struct wp_program *program = build->program;
    struct wp_plan *back = NULL;
    bool allowed;

    for (int j = 0; j < program->column_count; j++)
        x[j] = meant(build->round, plan, &program->columns[j]);
    if (!plain_rows_hold(program, plain, x))
        return false;
    raise_others(program, x);
    if (!needed_rows_hold(program, x))
        return false;
    assert_int_equal(wp_build_plan(build, x, &back, NULL), 0);
    allowed = same_plan(plan, back);
    if (allowed && !build->round->settings->rules.one_lecturer_per_project)
        expect_guides_to_be_known(program, x);
    wp_plan_free(back);
    return allowed;
}

static bool next_placements(const struct wp_round *round, struct wp_plan *plan) {
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

static bool next_plan(const struct wp_round *round, struct wp_plan *plan) {
    for (int p = 0; round->settings->rules.meetings_weekly && p < plan->project_count; p++) {
        if (++plan->slot[p] < EVERY_PLAN_SLOTS)
            return true;
        plan->slot[p] = -1;
    }
    return next_placements(round, plan);
}

static void show(const struct wp_round *round, const struct wp_plan *plan,
                 const struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++)
        print_message("%s: %d %d\n", round->students[s].id, plan->project[s], plan->lecturer[s]);
    for (int p = 0; p < plan->project_count; p++)
        print_message("%s: slot %d\n", round->projects[p].id, plan->slot[p]);
    for (int v = 0; v < violations->count; v++)
        print_message("%s: %s\n", violations->items[v].rule->name, violations->items[v].message);
}

/* One plan; true if it passes. */
static bool compare(const struct wp_build *build, const struct wp_plan *plan, const struct wp_rule *rule,
                    const bool *plain, int64_t *x, struct every_plan_counts *counts) {
    struct wp_violations violations = {0};
    bool passes = wp_plan_check(build->round, plan, &violations) == 0, others = false;

    if (passes != rows_allow(build, plan, plain, x)) {
        show(build->round, plan, &violations);
        fail_msg("the check says %s, the rows say %s", passes ? "yes" : "no", passes ? "no" : "yes");
    }
    for (int v = 0; v < violations.count; v++)
        others |= violations.items[v].rule != rule;
    counts->good += passes;
    counts->bad += !passes;
    counts->by_rule += !passes && !others;
    wp_violations_clear(&violations);
    return passes;
}

static bool counting_finds_a_reason(const struct wp_round *round, bool plan_exists) {
    struct wp_violations reasons = {0};
    bool found;

    for (int r = 0; wp_rules[r]; r++) {
        if (wp_rules[r]->count && wp_rules[r]->active(round))
            wp_rules[r]->count(round, &reasons);
    }
    found = reasons.total > 0;
    if (plan_exists && found)
        fail_msg("a plan exists, but counting says: %s", reasons.items[0].message);
    wp_violations_clear(&reasons);
    return found;
}

void every_plan_compare(const struct wp_round *round, const struct wp_rule *rule,
                        struct every_plan_counts *counts) {
    struct wp_pairs *pairs;
    struct wp_build *build;
    struct wp_plan *plan;
    bool exists = false, *plain;
    int64_t *x;

    assert_int_equal(wp_pairs_build(round, &pairs, NULL), 0);
    assert_int_equal(wp_build_new(round, pairs, &build, NULL), 0);
    assert_int_equal(wp_plan_new(round, &plan, NULL), 0);
    x = calloc((size_t)build->program->column_count + 1, sizeof *x);
    plain = calloc((size_t)build->program->row_count + 1, sizeof *plain);
    assert_non_null(x);
    assert_non_null(plain);
    for (int i = 0; i < build->program->row_count; i++) {
        const struct wp_row *row = &build->program->rows[i];

        plain[i] = !row->strengthening;
        for (int k = 0; k < row->count; k++)
            plain[i] &= build->program->columns[build->program->index[row->start + (size_t)k]].kind !=
                        WP_COLUMN_OTHER;
    }
    do {
        exists |= compare(build, plan, rule, plain, x, counts);
    } while (next_plan(round, plan));
    counts->rounds++;
    counts->impossible += counting_finds_a_reason(round, exists);
    free(x);
    free(plain);
    wp_plan_free(plan);
    wp_build_free(build);
    wp_pairs_free(pairs);
}
