/* build.c: the integer program of a round: the x columns, and what rules and objectives need to add theirs.
 */
#include "build.h"
#include "rule.h"

#include <stdlib.h>

void wp_build_free(struct wp_build *build) {
    if (!build)
        return;
    wp_program_free(build->program);
    free(build->place_first);
    free(build->open);
    free(build->guide_first);
    free(build->guide);
    free(build->carried);
    free(build);
}

bool wp_build_splits(const struct wp_build *build, int project) {
    return !build->round->settings->rules.one_lecturer_per_project &&
           build->round->projects[project].lecturers.count > 1;
}

bool wp_build_chooses(const struct wp_build *build, int project) {
    return build->round->settings->rules.one_lecturer_per_project &&
           build->round->projects[project].lecturers.count > 1;
}

/* The x columns of all pairs; where several lecturers guide one project, one for each who may guide the unit.
 */
static int add_places(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    for (int k = 0; k < build->pairs->count; k++) {
        const struct wp_pair *pair = &build->pairs->items[k];
        const struct wp_project *project = &round->projects[pair->project];
        struct wp_column column = {WP_COLUMN_PLACE, pair->unit, pair->project, -1, 0, 1};
        build->place_first[k] = build->program->column_count;
        if (!wp_build_splits(build, pair->project)) {
            if (wp_program_column(build->program, column, error) < 0)
                return WP_INTERNAL;
            continue;
        }
        for (int l = 0; l < project->lecturers.count; l++) {
            column.c = project->lecturers.items[l];
            if (wp_unit_guided(round, &round->units[pair->unit], column.c) &&
                wp_program_column(build->program, column, error) < 0)
                return WP_INTERNAL;
        }
    }
    build->place_first[build->pairs->count] = build->program->column_count;
    return WP_OK;
}

static int allocate(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    size_t pairs = (size_t)build->pairs->count, projects = (size_t)round->project_count;
    build->place_first = calloc(pairs + 1, sizeof *build->place_first);
    build->open = calloc(projects + 1, sizeof *build->open);
    build->guide_first = calloc(projects + 1, sizeof *build->guide_first);
    if (!build->place_first || !build->open || !build->guide_first)
        return wp_error_memory(error);
    for (int p = 0; p < round->project_count; p++) {
        build->open[p] = -1;
        build->guide_first[p + 1] = build->guide_first[p] + round->projects[p].lecturers.count;
    }
    int guides = build->guide_first[round->project_count];
    build->guide = calloc((size_t)guides + 1, sizeof *build->guide);
    build->carried = calloc((size_t)guides + 1, sizeof *build->carried);
    if (!build->guide || !build->carried)
        return wp_error_memory(error);
    for (int g = 0; g < guides; g++)
        build->guide[g] = build->carried[g] = -1;
    return WP_OK;
}

int wp_build_new(const struct wp_round *round, const struct wp_pairs *pairs, struct wp_build **out,
                 struct wp_error *error) {
    *out = NULL;
    struct wp_build *build = calloc(1, sizeof *build);
    if (!build)
        return wp_error_memory(error);
    build->round = round;
    build->pairs = pairs;
    build->project_first = pairs->project_first;
    build->project_pairs = pairs->project_pairs;
    build->one = -1;
    int code = wp_program_new(&build->program, error);
    if (code == WP_OK)
        code = allocate(build, error);
    if (code == WP_OK)
        code = add_places(build, error);
    for (int r = 0; code == WP_OK && wp_rules[r]; r++)
        if (wp_rules[r]->rows && wp_rules[r]->active(round))
            code = wp_rules[r]->rows(build, error);
    if (code != WP_OK) {
        wp_build_free(build);
        return code;
    }
    *out = build;
    return WP_OK;
}

int wp_build_one(struct wp_build *build, struct wp_error *error) {
    if (build->one < 0)
        build->one =
            wp_program_column(build->program, (struct wp_column){WP_COLUMN_ONE, -1, -1, -1, 1, 1}, error);
    return build->one;
}

int wp_build_open(struct wp_build *build, int project, struct wp_error *error) {
    if (build->open[project] >= 0)
        return build->open[project];
    bool reachable = build->project_first[project] < build->project_first[project + 1];
    bool must_run = build->round->projects[project].status == WP_STATUS_OPEN;
    struct wp_column column = {
        WP_COLUMN_OPEN, project, -1, -1, must_run ? 1 : 0, reachable || must_run ? 1 : 0};
    int index = wp_program_column(build->program, column, error);
    if (index >= 0)
        build->open[project] = index;
    return index;
}

int wp_build_add_pair(struct wp_build *build, int pair, int64_t factor, struct wp_error *error) {
    for (int x = build->place_first[pair]; x < build->place_first[pair + 1]; x++)
        if (wp_program_entry(build->program, x, factor, error) != WP_OK)
            return WP_INTERNAL;
    return WP_OK;
}

/* Adds factor * (the unit's heads or load) for every x column of the project that `lecturer` guides (-1:
 * all). */
static int add_places_of(struct wp_build *build, int project, int lecturer, bool load, int64_t factor,
                         struct wp_error *error) {
    for (int i = build->project_first[project]; i < build->project_first[project + 1]; i++) {
        int pair = build->project_pairs[i];
        const struct wp_unit *unit = &build->round->units[build->pairs->items[pair].unit];
        int64_t weight = factor * (load ? unit->load : unit->size);
        for (int j = build->place_first[pair]; j < build->place_first[pair + 1]; j++) {
            if (lecturer >= 0 && build->program->columns[j].c != lecturer)
                continue;
            if (wp_program_entry(build->program, j, weight, error) != WP_OK)
                return WP_INTERNAL;
        }
    }
    return WP_OK;
}

int wp_build_add_heads(struct wp_build *build, int project, int64_t factor, struct wp_error *error) {
    return add_places_of(build, project, -1, false, factor, error);
}

int wp_build_add_load(struct wp_build *build, int project, int lecturer, int64_t factor,
                      struct wp_error *error) {
    return add_places_of(build, project, lecturer, true, factor, error);
}

int wp_build_add_lecturer_load(struct wp_build *build, int lecturer, int64_t factor, struct wp_error *error) {
    for (int p = 0; p < build->round->project_count; p++) {
        const struct wp_list *lecturers = &build->round->projects[p].lecturers;
        for (int l = 0; l < lecturers->count; l++) {
            if (lecturers->items[l] != lecturer)
                continue;
            int carried = build->carried[build->guide_first[p] + l];
            int code = carried >= 0 ? wp_program_entry(build->program, carried, factor, error)
                                    : wp_build_add_load(build, p, wp_build_splits(build, p) ? lecturer : -1,
                                                        factor, error);
            if (code != WP_OK)
                return code;
        }
    }
    return WP_OK;
}

/* Who guides a unit on a project: x says it, or z, or there is only one who can. */
static int guide_of(const struct wp_build *build, int project, int column_lecturer, const int64_t *x) {
    const struct wp_list *lecturers = &build->round->projects[project].lecturers;
    if (column_lecturer >= 0 || lecturers->count == 0)
        return column_lecturer;
    for (int l = 0; l < lecturers->count; l++) {
        int z = build->guide[build->guide_first[project] + l];
        if (z >= 0 && x[z])
            return lecturers->items[l];
    }
    return lecturers->items[0];
}

int wp_build_plan(const struct wp_build *build, const int64_t *x, struct wp_plan **out,
                  struct wp_error *error) {
    int code = wp_plan_new(build->round, out, error);
    if (code != WP_OK)
        return code;
    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];
        if (x[j] && column->kind == WP_COLUMN_MEET)
            (*out)->slot[column->a] = column->b;
        if (!x[j] || column->kind != WP_COLUMN_PLACE)
            continue;
        const struct wp_list *students = &build->round->units[column->a].students;
        int lecturer = guide_of(build, column->b, column->c, x);
        for (int m = 0; m < students->count; m++) {
            (*out)->project[students->items[m]] = column->b;
            (*out)->lecturer[students->items[m]] = lecturer;
        }
    }
    return WP_OK;
}
