/* balance.c: how unevenly the lecturers are filled, in per mille of their maxima.
 *
 * Over lecturers l with a maximum above 0, with integer columns T and B:
 *     T max_l - 1000 load_l >= 0,   1000 load_l - B max_l >= 0,   minimise T - B.
 * A load never exceeds its maximum, so T and B lie within 0 … 1000. Optimal T and B are the largest quotient
 * rounded up and the smallest rounded down. */
#include "balance.h"
#include "objectives.h"

#define PER_MILLE INT64_C(1000)
enum { TOP, BOTTOM };

static bool counts(const struct wp_lecturer *lecturer) {
    return lecturer->max_load > 0 && lecturer->max_load != WP_UNLIMITED;
}

static bool anybody_counts(const struct wp_round *round) {
    for (int l = 0; l < round->lecturer_count; l++)
        if (counts(&round->lecturers[l]))
            return true;
    return false;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    int column[2];
    if (!anybody_counts(build->round))
        return WP_OK;
    for (int side = TOP; side <= BOTTOM; side++) {
        column[side] = wp_program_column(
            build->program, (struct wp_column){WP_COLUMN_OTHER, WP_OBJECTIVE_BALANCE, side, -1, 0, PER_MILLE},
            error);
        if (column[side] < 0)
            return column[side];
    }
    for (int l = 0; l < build->round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &build->round->lecturers[l];
        if (!counts(lecturer))
            continue;
        for (int side = TOP; side <= BOTTOM; side++) {
            int sign = side == TOP ? 1 : -1;
            if (wp_program_entry(build->program, column[side], (int64_t)sign * lecturer->max_load, error) !=
                    WP_OK ||
                wp_build_add_lecturer_load(build, l, -sign * PER_MILLE, error) != WP_OK ||
                wp_program_row(build->program, "balance", 0, WP_FREE_ABOVE, error) != WP_OK)
                return WP_INTERNAL;
        }
    }
    return WP_OK;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    (void)measure;
    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];
        if (column->kind == WP_COLUMN_OTHER && column->a == WP_OBJECTIVE_BALANCE)
            cost_of[j] += column->b == TOP ? 1 : -1;
    }
}

static int64_t load_of(const struct wp_round *round, const struct wp_plan *plan, int lecturer) {
    int64_t load = 0;
    for (int s = 0; s < round->student_count; s++)
        if (plan->project[s] >= 0 && plan->lecturer[s] == lecturer)
            load += round->students[s].load;
    return load;
}

bool wp_lecturer_shares(const struct wp_round *round, const struct wp_plan *plan, int64_t *least,
                        int64_t *greatest) {
    int64_t top = 0, bottom = INT64_MAX;
    *least = *greatest = 0;
    if (!anybody_counts(round))
        return false;
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        if (!counts(lecturer))
            continue;
        int64_t load = load_of(round, plan, l);
        int64_t quotient = PER_MILLE * load / lecturer->max_load;
        bool whole = PER_MILLE * load % lecturer->max_load == 0;
        bottom = quotient < bottom ? quotient : bottom;
        top = quotient + !whole > top ? quotient + !whole : top;
    }
    *least = bottom;
    *greatest = top;
    return true;
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    int64_t least, greatest;
    (void)measure;
    wp_lecturer_shares(round, plan, &least, &greatest);
    return greatest - least;
}

const struct wp_objective wp_objective_balance = {
    .kind = WP_OBJECTIVE_BALANCE,
    .name = "balance",
    .rows = rows,
    .cost = cost,
    .value = value,
};
