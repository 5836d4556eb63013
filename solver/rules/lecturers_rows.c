/* lecturers_rows.c: rows for who guides which project, and for lecturers' loads.
 *
 * load(p) = sum of load[u] x[u,p]; most(p), least(p): what a running project can carry.
 * One lecturer a project:
 *   only l may guide p:     p counts load(p) and y[p] for l
 *   several may guide p:    sum over l of z[p,l] = y[p],  sum over l of w[p,l] = load(p),
 *                           w[p,l] <= min(max[l], most(p)) z[p,l];  implied: w[p,l] >= least(p) z[p,l]
 *                           x[u,p] <= sum of z[p,l] over the l who may guide u, where a decision forbids one
 * Several lecturers a project:
 *   x[u,p,l] says who, and p counts for l the load of these columns;
 *   sum of size[u] x[u,p,l] <= most heads * z[p,l], where max_projects[l] can bind or another rule asks for
 *   z[p,l];  implied: x[u,p,l] <= z[p,l]
 * For each lecturer, over her projects, where it can bind:
 *   min[l] <= sum of her loads <= max[l]
 *   sum of her z (or y) <= max_projects[l] */
#include "eligibility.h"
#include "lecturers.h"

#include <stdlib.h>

struct rows {
    struct wp_build *build;
    const struct wp_round *round;
    struct wp_reach *reach;
    struct wp_guided *guided;
};

void wp_guided_free(struct wp_guided *guided) {
    if (!guided)
        return;
    free(guided->first);
    free(guided->project);
    free(guided->slot);
    free(guided);
}

int wp_guided_new(const struct wp_round *round, struct wp_guided **out, struct wp_error *error) {
    struct wp_guided *guided = calloc(1, sizeof *guided);
    size_t total = 0;

    *out = NULL;
    if (!guided)
        return wp_error_memory(error);
    for (int p = 0; p < round->project_count; p++)
        total += (size_t)round->projects[p].lecturers.count;
    guided->first = calloc((size_t)round->lecturer_count + 2, sizeof *guided->first);
    guided->project = malloc((total + 1) * sizeof *guided->project);
    guided->slot = malloc((total + 1) * sizeof *guided->slot);
    if (!guided->first || !guided->project || !guided->slot) {
        wp_guided_free(guided);
        return wp_error_memory(error);
    }
    /* first[l + 2] counts, then first[l + 1] walks from the start to the end of l's part. */
    for (int p = 0; p < round->project_count; p++) {
        for (int i = 0; i < round->projects[p].lecturers.count; i++)
            guided->first[round->projects[p].lecturers.items[i] + 2]++;
    }
    for (int l = 0; l < round->lecturer_count; l++)
        guided->first[l + 2] += guided->first[l + 1];
    for (int p = 0; p < round->project_count; p++) {
        for (int i = 0; i < round->projects[p].lecturers.count; i++) {
            int at = guided->first[round->projects[p].lecturers.items[i] + 1]++;

            guided->project[at] = p;
            guided->slot[at] = i;
        }
    }
    *out = guided;
    return 0;
}

static bool reachable(const struct rows *rows, int project) {
    return rows->reach[project].heads > 0;
}

/* The columns z and w of lecturer number `slot` of a project that several may guide, and the row between
 * them. */
static int add_guide(struct rows *rows, int project, int slot, struct wp_error *error) {
    struct wp_program *program = rows->build->program;
    const struct wp_reach *reach = &rows->reach[project];
    int lecturer = rows->round->projects[project].lecturers.items[slot];
    int at = rows->build->guide_first[project] + slot;
    int64_t most = reach->most, limit = rows->round->lecturers[lecturer].max_load;
    struct wp_column z = {WP_COLUMN_GUIDE, project, lecturer, -1, 0, 1};
    struct wp_column w = {WP_COLUMN_LOAD, project, lecturer, -1, 0, 0};
    int code;

    if (limit < most)
        most = limit;
    if (most < reach->least) /* even the fewest students are too much for her */
        most = z.upper = 0;
    w.upper = most;
    rows->build->guide[at] = wp_program_column(program, z, error);
    if (rows->build->guide[at] < 0)
        return rows->build->guide[at];
    rows->build->carried[at] = wp_program_column(program, w, error);
    if (rows->build->carried[at] < 0)
        return rows->build->carried[at];
    if (z.upper == 0)
        return 0;
    code = wp_program_entry(program, rows->build->carried[at], 1, error);
    if (!code)
        code = wp_program_entry(program, rows->build->guide[at], -most, error);
    if (!code)
        code = wp_program_row(program, "lecturers", WP_FREE_BELOW, 0, error);
    if (!code)
        code = wp_program_entry(program, rows->build->carried[at], 1, error);
    if (!code)
        code = wp_program_entry(program, rows->build->guide[at], -reach->least, error);
    return code ? code : wp_program_strengthening(program, "lecturers", 0, WP_FREE_ABOVE, error);
}

/* x <= sum of z over those who may guide the unit; only where some may not. */
static int row_forbidden(struct rows *rows, int pair, struct wp_error *error) {
    const struct wp_pair *place = &rows->build->pairs->items[pair];
    const struct wp_unit *unit = &rows->round->units[place->unit];
    struct wp_list lecturers = rows->round->projects[place->project].lecturers;
    int allowed = 0, code;

    for (int l = 0; l < lecturers.count; l++)
        allowed += wp_unit_guided(rows->round, unit, lecturers.items[l]);
    if (allowed == lecturers.count)
        return 0;
    code = wp_build_add_pair(rows->build, pair, 1, error);
    for (int l = 0; l < lecturers.count && !code; l++) {
        int z = rows->build->guide[rows->build->guide_first[place->project] + l];

        if (wp_unit_guided(rows->round, unit, lecturers.items[l]))
            code = wp_program_entry(rows->build->program, z, -1, error);
    }
    return code ? code : wp_program_row(rows->build->program, "lecturers", WP_FREE_BELOW, 0, error);
}

/* A project that one of several lecturers guides. */
static int rows_choice(struct rows *rows, int project, struct wp_error *error) {
    struct wp_build *build = rows->build;
    int first = build->guide_first[project], end = build->guide_first[project + 1];
    int open = wp_build_open(build, project, error);
    int code = open < 0 ? open : 0;

    for (int at = first; at < end && !code; at++)
        code = add_guide(rows, project, at - first, error);
    for (int at = first; at < end && !code; at++)
        code = wp_program_entry(build->program, build->guide[at], 1, error);
    if (!code)
        code = wp_program_entry(build->program, open, -1, error);
    if (!code)
        code = wp_program_row(build->program, "lecturers", 0, 0, error);
    for (int at = first; at < end && !code; at++)
        code = wp_program_entry(build->program, rows->build->carried[at], 1, error);
    if (!code)
        code = wp_build_add_load(build, project, -1, -1, error);
    if (!code)
        code = wp_program_row(build->program, "lecturers", 0, 0, error);
    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++)
        code = row_forbidden(rows, build->project_pairs[i], error);
    return code;
}

static int row_load(struct rows *rows, int lecturer, struct wp_error *error) {
    const struct wp_lecturer *who = &rows->round->lecturers[lecturer];
    const struct wp_guided *guided = rows->guided;
    int64_t possible = 0, upper = WP_FREE_ABOVE, lower = WP_FREE_BELOW;
    int code;

    for (int g = guided->first[lecturer]; g < guided->first[lecturer + 1]; g++)
        possible += rows->reach[guided->project[g]].most;
    if (who->max_load != WP_UNLIMITED && possible > who->max_load)
        upper = who->max_load;
    if (who->max_load > 0 && who->min_load > 0)
        lower = who->min_load;
    if (upper == WP_FREE_ABOVE && lower == WP_FREE_BELOW)
        return 0;
    code = wp_build_add_lecturer_load(rows->build, lecturer, 1, error);
    return code ? code : wp_program_row(rows->build->program, "lecturers", lower, upper, error);
}

/* Adds factor times the x columns of a pair that this lecturer guides; returns how many there are, or a
 * negative wp_code. */
static int add_guided(struct wp_build *build, int pair, int lecturer, int64_t factor,
                      struct wp_error *error) {
    int count = 0;

    for (int x = build->place_first[pair]; x < build->place_first[pair + 1]; x++) {
        int code;

        if (build->program->columns[x].c != lecturer)
            continue;
        code = wp_program_entry(build->program, x, factor, error);
        if (code)
            return code;
        count++;
    }
    return count;
}

/* sum of size[u] x[u,p,l] <= most heads * z[p,l] */
static int row_present(struct wp_build *build, int project, int lecturer, int z, struct wp_error *error) {
    int64_t heads = 0, most = build->round->projects[project].max_students;
    int code;

    for (int i = build->project_first[project]; i < build->project_first[project + 1]; i++) {
        int pair = build->project_pairs[i];
        int size = build->round->units[build->pairs->items[pair].unit].size;
        int count = add_guided(build, pair, lecturer, size, error);

        if (count < 0)
            return count;
        heads += (int64_t)count * size;
    }
    code = wp_program_entry(build->program, z, -(heads < most ? heads : most), error);
    return code ? code : wp_program_row(build->program, "lecturers", WP_FREE_BELOW, 0, error);
}

int wp_lecturers_column(struct wp_build *build, int project, int slot, struct wp_error *error) {
    int lecturer = build->round->projects[project].lecturers.items[slot];
    int *z = &build->guide[build->guide_first[project] + slot];
    int code;

    if (*z >= 0)
        return *z;
    if (!wp_build_splits(build, project))
        return wp_build_open(build, project, error);
    *z = wp_program_column(build->program, (struct wp_column){WP_COLUMN_GUIDE, project, lecturer, -1, 0, 1},
                           error);
    code = *z < 0 ? *z : row_present(build, project, lecturer, *z, error);
    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int count = add_guided(build, build->project_pairs[i], lecturer, 1, error);

        if (count == 0)
            continue;
        code = count < 0 ? count : wp_program_entry(build->program, *z, -1, error);
        if (!code)
            code = wp_program_strengthening(build->program, "lecturers", WP_FREE_BELOW, 0, error);
    }
    return code ? code : *z;
}

static int row_projects(struct rows *rows, int lecturer, int *columns, struct wp_error *error) {
    const struct wp_guided *guided = rows->guided;
    int limit = rows->round->lecturers[lecturer].max_projects, count = 0;

    for (int g = guided->first[lecturer]; g < guided->first[lecturer + 1]; g++)
        count += reachable(rows, guided->project[g]);
    if (count <= limit)
        return 0;
    count = 0;
    /* Columns first: making one may write rows, and rows are written one at a time. */
    for (int g = guided->first[lecturer]; g < guided->first[lecturer + 1]; g++) {
        if (!reachable(rows, guided->project[g]))
            continue;
        columns[count] = wp_lecturers_column(rows->build, guided->project[g], guided->slot[g], error);
        if (columns[count] < 0)
            return columns[count];
        count++;
    }
    for (int i = 0; i < count; i++) {
        int code = wp_program_entry(rows->build->program, columns[i], 1, error);

        if (code)
            return code;
    }
    return wp_program_row(rows->build->program, "lecturers", WP_FREE_BELOW, limit, error);
}

static int write_rows(struct rows *rows, int *columns, struct wp_error *error) {
    const struct wp_round *round = rows->round;
    int code = 0;

    for (int p = 0; p < round->project_count && !code; p++) {
        if (wp_build_chooses(rows->build, p) && reachable(rows, p))
            code = rows_choice(rows, p, error);
    }
    for (int l = 0; l < round->lecturer_count && !code; l++) {
        code = row_load(rows, l, error);
        if (!code)
            code = row_projects(rows, l, columns, error);
    }
    return code;
}

int wp_lecturers_rows(struct wp_build *build, struct wp_error *error) {
    struct rows rows = {.build = build, .round = build->round};
    int *columns = malloc(((size_t)build->round->project_count + 1) * sizeof *columns);
    int code;

    if (!columns)
        return wp_error_memory(error);
    code = wp_rule_reach(build->round, build->pairs, &rows.reach, error);
    if (!code)
        code = wp_guided_new(build->round, &rows.guided, error);
    if (!code)
        code = write_rows(&rows, columns, error);
    wp_guided_free(rows.guided);
    free(rows.reach);
    free(columns);
    return code;
}
