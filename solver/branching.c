/* branching.c: which column to branch on. */
#include "branching.h"

#include <math.h>
#include <stdlib.h>

#define INTEGRAL   1e-6
#define CANDIDATES 8    /* columns tried at a node */
#define PROBE      60   /* iterations of each try */
#define LEAST_GAIN 1e-6 /* so that one good side still tells */

/* Kinds of columns in the order in which they are decided: whether projects run, who guides them, when they
 * meet, and only then who goes where. */
static const enum wp_column_kind kinds[] = {WP_COLUMN_OPEN,   WP_COLUMN_GUIDE,     WP_COLUMN_MEET,
                                            WP_COLUMN_GUIDED, WP_COLUMN_PROGRAMME, WP_COLUMN_DOMAIN,
                                            WP_COLUMN_OTHER,  WP_COLUMN_PLACE};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

int wp_branching_start(struct wp_branching *branching, int columns, struct wp_error *error) {
    bool ready = true;
    for (int side = 0; side < 2; side++) {
        branching->gain[side] = calloc((size_t)columns + 1, sizeof *branching->gain[side]);
        branching->tries[side] = calloc((size_t)columns + 1, sizeof *branching->tries[side]);
        ready = ready && branching->gain[side] && branching->tries[side];
    }
    return ready ? WP_OK : wp_error_memory(error);
}

void wp_branching_end(struct wp_branching *branching) {
    for (int side = 0; side < 2; side++) {
        free(branching->gain[side]);
        free(branching->tries[side]);
    }
}

void wp_branching_learn(struct wp_branching *branching, int column, int side, double gain) {
    branching->gain[side][column] += fmax(0, gain);
    branching->tries[side][column]++;
}

static double mean_gain(const struct wp_branching *branching, int side, int column) {
    int tries = branching->tries[side][column];
    return tries > 0 ? branching->gain[side][column] / tries : 0;
}

/* A fractional column: the part of it above the integer below, and what branching on it promises. */
struct candidate {
    int column;
    double part, score;
};

static struct candidate weigh(const struct wp_branching *branching, int column, double value) {
    double part = value - floor(value);
    double below = fmax(LEAST_GAIN, mean_gain(branching, 0, column) * part);
    double above = fmax(LEAST_GAIN, mean_gain(branching, 1, column) * (1 - part));
    return (struct candidate){column, part, below * above};
}

static bool is_better(const struct candidate *a, const struct candidate *b) {
    if (a->score > b->score || a->score < b->score)
        return a->score > b->score;
    return fabs(a->part - 0.5) < fabs(b->part - 0.5);
}

/* The best fractional columns of a kind, best first. Returns how many. */
static int list_candidates(const struct wp_branching *branching, const struct wp_search *search,
                           enum wp_column_kind kind, struct candidate list[CANDIDATES]) {
    int count = 0;
    for (int j = 0; j < search->program->column_count; j++) {
        double value = search->lp->x[j];
        if (search->program->columns[j].kind != kind || fabs(value - round(value)) < INTEGRAL)
            continue;
        struct candidate one = weigh(branching, j, value);
        int at = count;
        for (; at > 0 && is_better(&one, &list[at - 1]); at--)
            if (at < CANDIDATES)
                list[at] = list[at - 1];
        if (at < CANDIDATES)
            list[at] = one;
        count += count < CANDIDATES;
    }
    return count;
}

/* Tries the sides of a column that were never branched on. */
static void probe(struct wp_branching *branching, struct wp_search *search, const struct candidate *one) {
    const struct wp_column *column = &search->program->columns[one->column];
    int64_t below = (int64_t)floor(search->lp->x[one->column]);
    double before = search->lp->value, value;
    for (int side = 0; side < 2 && !wp_lp_lost(search->lp); side++) {
        if (branching->tries[side][one->column] > 0)
            continue;
        enum wp_lp_status status = wp_lp_probe(search->lp, one->column, side ? below + 1 : column->lower,
                                               side ? column->upper : below, PROBE, &value);
        if (status == WP_LP_INFEASIBLE)
            value = search->has_best ? (double)search->value : before + fmax(1, fabs(before));
        if (status == WP_LP_OPTIMAL || status == WP_LP_INFEASIBLE)
            wp_branching_learn(branching, one->column, side,
                               (value - before) / (side ? 1 - one->part : one->part));
    }
}

int wp_branching_choose(struct wp_branching *branching, struct wp_search *search) {
    struct candidate list[CANDIDATES], best = {-1, 0, -1};
    int count = 0;
    for (int k = 0; k < KINDS && count == 0; k++)
        count = list_candidates(branching, search, kinds[k], list);
    for (int c = 0; c < count && !wp_lp_lost(search->lp); c++) {
        probe(branching, search, &list[c]);
        if (wp_lp_lost(search->lp))
            break;
        struct candidate one = weigh(branching, list[c].column, search->lp->x[list[c].column]);
        if (is_better(&one, &best))
            best = one;
    }
    return best.column;
}
