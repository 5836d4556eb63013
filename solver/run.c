/* run.c: one run over the levels: each step is searched, its outcome noted, and kept for the next. */
#include "run.h"

#include <stdlib.h>
#include <time.h>

#define GUIDE_WEIGHT 14348907  /* 3^15 */
#define SHARE        (2.0 / 3) /* of the time that is left, for one step */

static double clock_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double wp_run_seconds(const struct wp_run *run) {
    return clock_seconds() - run->started;
}

/* Asked by the search: is it time to end? */
static bool must_stop(void *context) {
    struct wp_run *run = context;
    if (run->watch && run->watch->stop && run->watch->stop(run->watch->context))
        run->stopped_by_caller = true;
    return run->stopped_by_caller || (run->deadline > 0 && clock_seconds() >= run->step_deadline);
}

static int64_t in_own_sense(const struct wp_run *run, int k, int64_t minimised) {
    return run->levels[k].objective->maximise ? -minimised : minimised;
}

/* Passes the search's figures on to the caller. */
static void tell(void *context, const struct wp_search *search) {
    struct wp_run *run = context;
    if (!run->watch || !run->watch->progress)
        return;
    struct wp_progress progress = {
        .level = run->levels[run->level].name,
        .step = run->step + 1,
        .step_count = run->levels[run->level].steps,
        .has_value = search->has_best,
        .has_bound = search->bound > search->first_bound || wp_search_closed(search),
        .seconds = wp_run_seconds(run),
    };
    if (search->has_best)
        progress.value = in_own_sense(run, run->level, wp_search_value(search));
    if (progress.has_bound)
        progress.bound = in_own_sense(run, run->level, wp_search_bound(search));
    run->watch->progress(run->watch->context, &progress);
}

static struct wp_measure measure_of(const struct wp_level_plan *level, int step) {
    return (struct wp_measure){level->setting, level->rest, level->part, step};
}

void wp_run_cost(struct wp_run *run, int k, int step) {
    const struct wp_level_plan *level = &run->levels[k];
    for (int j = 0; j < run->build->program->column_count; j++)
        run->cost[j] = 0;
    struct wp_measure measure = measure_of(level, step);
    level->objective->cost(run->build, &measure, run->cost);
    for (int j = 0; level->objective->maximise && j < run->build->program->column_count; j++)
        run->cost[j] = -run->cost[j];
}

/* What the present step and those after it want, each weighing a third of the one before, in units of its own
 * largest cost. For heuristics: lexicographic order is not kept, and a step to come that has columns of its
 * own is left out. */
static void guide(void *context, int64_t *cost) {
    struct wp_run *run = context;
    int columns = run->build->program->column_count;
    int64_t weight = GUIDE_WEIGHT;
    for (int k = run->level; k < run->level_count && weight > 1; k++) {
        int first = k == run->level ? run->step : 0;
        int end = run->levels[k].objective->extend && k > run->level ? 1 : run->levels[k].steps;
        for (int step = first; step < end && weight > 1; step++, weight /= 3) {
            wp_run_cost(run, k, step);
            int64_t largest = 1;
            for (int j = 0; j < columns; j++)
                largest = llabs(run->cost[j]) > largest ? llabs(run->cost[j]) : largest;
            for (int j = 0; j < columns; j++)
                cost[j] += (int64_t)((double)run->cost[j] / (double)largest * (double)weight);
        }
    }
    wp_run_cost(run, run->level, run->step);
}

/* The rows of the objectives, and room for each level's outcome. */
static int prepare_levels(struct wp_run *run, struct wp_error *error) {
    run->level_count = wp_levels_list(run->round, run->levels);
    for (int k = 0; k < run->level_count; k++) {
        const struct wp_level_plan *level = &run->levels[k];
        bool first = level->part == 0 && !level->rest;
        int code = first && level->objective->rows ? level->objective->rows(run->build, error) : WP_OK;
        if (code != WP_OK)
            return code;
        run->outcomes[k].bound = calloc((size_t)level->steps, sizeof *run->outcomes[k].bound);
        if (!run->outcomes[k].bound)
            return wp_error_memory(error);
    }
    run->cost = calloc((size_t)run->build->program->column_count + 1, sizeof *run->cost);
    return run->cost ? WP_OK : wp_error_memory(error);
}

int wp_run_new(const struct wp_round *round, const struct wp_watch *watch, struct wp_run **out,
               struct wp_error *error) {
    *out = NULL;
    struct wp_run *run = calloc(1, sizeof *run);
    if (!run)
        return wp_error_memory(error);
    const struct wp_settings *settings = round->settings;
    run->round = round;
    run->watch = watch;
    run->started = clock_seconds();
    if (settings->time_limit >= 0)
        run->deadline = run->started + settings->time_limit;
    int code = wp_pairs_build(round, &run->pairs, error);
    if (code == WP_OK)
        code = wp_build_new(round, run->pairs, &run->build, error);
    if (code == WP_OK)
        code = prepare_levels(run, error);
    struct wp_lp_limits limits = {must_stop, run, settings->memory_limit};
    if (code == WP_OK)
        code = wp_search_new(run->build->program, settings, &limits, &run->search, error);
    if (code != WP_OK) {
        wp_run_free(run);
        return code;
    }
    run->search->progress = tell;
    run->search->guide = guide;
    run->search->context = run;
    *out = run;
    return WP_OK;
}

void wp_run_free(struct wp_run *run) {
    if (!run)
        return;
    wp_search_free(run->search);
    wp_build_free(run->build);
    wp_pairs_free(run->pairs);
    for (int k = 0; k < WP_MAX_LEVELS; k++)
        free(run->outcomes[k].bound);
    free(run->cost);
    free(run);
}

/* Raises the new columns that are not of kind WP_COLUMN_GUIDED as far as the new rows ask. */
static void raise_new(const struct wp_program *program, int known_columns, int known_rows, int64_t *x) {
    for (int i = known_rows; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        int64_t lacking = row->lower == WP_FREE_BELOW ? 0 : row->lower - wp_program_activity(program, i, x);
        for (int k = 0; k < row->count && lacking > 0; k++) {
            int j = program->index[row->start + (size_t)k];
            int64_t value = program->value[row->start + (size_t)k];
            if (j < known_columns || value <= 0 || program->columns[j].kind == WP_COLUMN_GUIDED)
                continue;
            x[j] += (lacking + value - 1) / value;
            lacking = 0;
        }
    }
}

/* The values of all columns (x: all 0) in the best plan, when the columns from `known` on and the rows from
 * `known_rows` on are new. */
static int complete(struct wp_run *run, int known, int known_rows, int64_t *x, struct wp_error *error) {
    struct wp_plan *plan;
    for (int j = 0; j < known; j++)
        x[j] = run->search->best[j];
    int code = wp_build_plan(run->build, x, &plan, error);
    if (code != WP_OK)
        return code;
    for (int j = known; j < run->build->program->column_count; j++) {
        const struct wp_column *column = &run->build->program->columns[j];
        if (column->kind == WP_COLUMN_GUIDED) {
            int student = run->round->units[column->a].students.items[0];
            x[j] = plan->project[student] == column->b && plan->lecturer[student] == column->c;
        }
    }
    wp_plan_free(plan);
    raise_new(run->build->program, known, known_rows, x);
    return WP_OK;
}

int wp_run_extend(struct wp_run *run, int k, int step, struct wp_error *error) {
    struct wp_measure measure = measure_of(&run->levels[k], step);
    int known = run->build->program->column_count, known_rows = run->build->program->row_count;
    int code = run->levels[k].objective->extend
                   ? run->levels[k].objective->extend(run->build, &measure, error)
                   : WP_OK;
    int count = run->build->program->column_count;
    if (code != WP_OK || count == known)
        return code;
    int64_t *cost = realloc(run->cost, ((size_t)count + 1) * sizeof *cost);
    int64_t *x = calloc((size_t)count + 1, sizeof *x);
    run->cost = cost ? cost : run->cost;
    code = cost && x ? WP_OK : wp_error_memory(error);
    if (code == WP_OK && run->search->has_best)
        code = complete(run, known, known_rows, x, error);
    if (code == WP_OK)
        code = wp_search_grow(run->search, x, error);
    free(x);
    return code;
}

/* Notes what a step gave and keeps it. *more tells whether the level goes on to its next step. */
static int finish_step(struct wp_run *run, int k, int step, bool proven, bool *more, struct wp_error *error) {
    const struct wp_level_plan *level = &run->levels[k];
    struct wp_run_level *outcome = &run->outcomes[k];
    int64_t value = wp_search_value(run->search);
    *more = step + 1 < level->steps;
    if (level->objective->first_positive) {
        outcome->best = value > 0 ? level->steps - step : level->steps - step - 1;
        outcome->bound[0] = proven ? outcome->best : 0;
        outcome->bound_count = 1;
        if (value > 0) {
            *more = false;
            return WP_OK; /* that the count is not 0 is no wish to be kept */
        }
    } else {
        if (outcome->proven) {
            outcome->bound[step] = in_own_sense(run, k, wp_search_bound(run->search));
            outcome->bound_count = step + 1;
        }
        outcome->best = in_own_sense(run, k, value);
    }
    int64_t limit = value;
    if (level->steps == 1)
        limit = in_own_sense(run, k, wp_level_limit(level, outcome->best));
    return wp_search_keep(run->search, limit, level->objective->name, error);
}

/* A level of counts where worse is told by the first that is not 0: it is proven as soon as that count cannot
 * be 0. */
static bool step_is_proven(const struct wp_run *run, int k) {
    const struct wp_search *search = run->search;
    if (run->levels[k].objective->first_positive && wp_search_value(search) > 0)
        return wp_search_bound(search) > 0;
    return wp_search_bound(search) >= wp_search_value(search);
}

/* One clock covers the run: a step that is not proven in its share of it leaves the rest to those to come. */
static void share_time(struct wp_run *run, int k, int step) {
    double now = clock_seconds();
    bool last = k == run->level_count - 1 && step == run->levels[k].steps - 1;
    run->step_deadline = last || run->deadline <= now ? run->deadline : now + (run->deadline - now) * SHARE;
    if (run->search->stopped && !run->stopped_by_caller && (run->deadline <= 0 || now < run->deadline))
        wp_search_resume(run->search);
}

int wp_run_level(struct wp_run *run, int k, struct wp_error *error) {
    struct wp_run_level *outcome = &run->outcomes[k];
    double started = clock_seconds();
    run->level = k;
    run->search->until_positive = run->levels[k].objective->first_positive;
    outcome->proven = true;
    bool more = true;
    int code = WP_OK;
    for (int step = 0; code == WP_OK && more; step++) {
        run->step = step;
        share_time(run, k, step);
        code = wp_run_extend(run, k, step, error);
        if (code != WP_OK)
            return code;
        wp_run_cost(run, k, step);
        int found = wp_search_step(run->search, run->cost, error);
        if (found < 0)
            return found;
        if (found == WP_FOUND_INFEASIBLE && !run->search->has_best) {
            run->infeasible = true;
            return WP_OK;
        }
        if (found == WP_FOUND_INFEASIBLE)
            return wp_error_set(error, WP_INTERNAL, "level %s lost the plan that earlier levels had",
                                run->levels[run->level].name);
        if (found == WP_FOUND_NONE) {
            outcome->proven = false;
            break;
        }
        bool proven = step_is_proven(run, k);
        code = finish_step(run, k, step, proven, &more, error);
        outcome->proven = outcome->proven && proven;
    }
    outcome->seconds = clock_seconds() - started;
    return code;
}
