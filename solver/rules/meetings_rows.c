/* meetings_rows.c: rows for the weekly meetings.
 *
 * H[p]: the slots of project p that suit at least one lecturer who may guide it; S[u], S[l]: the slots of a
 * unit and of a lecturer. Columns m say when a project meets:
 *   nobody or only l may guide p:  sum over h of m[p,h] = y[p], h in H[p]
 *   one of several lecturers:      sum over h of m[p,l,h] = z[p,l], h in H[p] and S[l]
 *   several lecturers at once:     sum over h of m[p,h] = y[p], h in H[p]; where l lacks a slot of H[p], or
 *                                  has another project in one, also when p takes l's time:
 *                                  sum over h of q[p,l,h] = z[p,l], q[p,l,h] <= m[p,h], h in H[p] and S[l]
 * For each set T of slots that some unit has there, over the units with no others:
 *   sum of size[u] x[u,p] <= heads * sum over h in T of m[p,h]
 *   implied: x[u,p] <= sum over h in S[u] of m[p,h] (or m[p,l,h] of the l who may guide u)
 *            x[u,p,l] <= sum over h in S[u] of q[p,l,h]
 * For each lecturer and slot: sum over p of m[p,h], m[p,l,h] or q[p,l,h] <= 1
 *
 * Why so: m names the lecturer where one is chosen, so slots of those who do not guide p count for nothing in
 * the linear bound. The implied rows take in x[u,p] <= y[p]: a project that is spread over several slots
 * carries nobody for more than the part in which she can come, and two students without a slot in common
 * share it only by halves. The sums over T keep the needed rows few. */
#include "eligibility.h"
#include "lecturers.h"
#include "meetings.h"

#include <stdlib.h>

struct slot_columns {
    int at[WP_SLOT_COUNT]; /* or -1 */
};

struct rows {
    struct wp_build *build;
    const struct wp_round *round;
    uint32_t *unit_slots;        /* per unit: S */
    uint32_t *possible;          /* per project: H; 0 where nobody may go */
    struct slot_columns *meet;   /* per project: m that name no lecturer */
    struct slot_columns *guided; /* aligned with build->guide: the columns that take the lecturer's time */
    struct wp_guided *projects;  /* of each lecturer */
    uint32_t *sets;              /* the sets T of the project at hand */
};

static bool reachable(const struct wp_build *build, int project) {
    return build->project_first[project] < build->project_first[project + 1];
}

static uint32_t slots_with(const struct rows *rows, int project, int lecturer) {
    return rows->possible[project] & rows->round->lecturers[lecturer].slots;
}

/* One column for each of the slots, and the row `sum of them = whole`. */
static int add_columns(struct rows *rows, struct wp_column column, uint32_t slots, int whole,
                       struct slot_columns *columns, struct wp_error *error) {
    struct wp_program *program = rows->build->program;
    int code;

    for (int h = 0; h < WP_SLOT_COUNT; h++) {
        if ((slots >> h & 1u) == 0)
            continue;
        column.b = h;
        columns->at[h] = wp_program_column(program, column, error);
        if (columns->at[h] < 0)
            return columns->at[h];
        code = wp_program_entry(program, columns->at[h], 1, error);
        if (code)
            return code;
    }
    code = wp_program_entry(program, whole, -1, error);
    return code ? code : wp_program_row(program, "meetings", 0, 0, error);
}

static int add_meetings(struct rows *rows, int project, struct wp_error *error) {
    struct wp_build *build = rows->build;
    struct wp_list lecturers = rows->round->projects[project].lecturers;
    struct wp_column column = {WP_COLUMN_MEET, project, -1, -1, 0, 1};
    int first = build->guide_first[project], open, code = 0;

    if (!wp_build_chooses(rows->build, project)) {
        open = wp_build_open(build, project, error);
        code = open < 0
                   ? open
                   : add_columns(rows, column, rows->possible[project], open, &rows->meet[project], error);
        if (lecturers.count == 1)
            rows->guided[first] = rows->meet[project];
        return code;
    }
    for (int l = 0; l < lecturers.count && !code; l++) {
        column.c = lecturers.items[l];
        code = add_columns(rows, column, slots_with(rows, project, column.c), build->guide[first + l],
                           &rows->guided[first + l], error);
    }
    return code;
}

/* Must the program know whether this lecturer takes part in the project's meeting? */
static bool takes_time(const struct rows *rows, int project, int lecturer) {
    uint32_t slots = slots_with(rows, project, lecturer);

    if (slots != rows->possible[project])
        return true;
    for (int g = rows->projects->first[lecturer]; g < rows->projects->first[lecturer + 1]; g++) {
        int other = rows->projects->project[g];

        if (other != project && (rows->possible[other] & slots) != 0)
            return true;
    }
    return false;
}

/* The columns q of a project that several lecturers guide together. */
static int add_parts(struct rows *rows, int project, struct wp_error *error) {
    struct wp_program *program = rows->build->program;
    struct wp_list lecturers = rows->round->projects[project].lecturers;
    int code = 0;

    for (int l = 0; l < lecturers.count && !code; l++) {
        struct slot_columns *part = &rows->guided[rows->build->guide_first[project] + l];
        struct wp_column column = {WP_COLUMN_OTHER, -1, -1, -1, 0, 1};
        int present;

        if (!takes_time(rows, project, lecturers.items[l]))
            continue;
        present = wp_lecturers_column(rows->build, project, l, error);
        if (present < 0)
            return present;
        code = add_columns(rows, column, slots_with(rows, project, lecturers.items[l]), present, part, error);
        for (int h = 0; h < WP_SLOT_COUNT && !code; h++) {
            if (part->at[h] < 0)
                continue;
            code = wp_program_entry(program, part->at[h], 1, error);
            if (!code)
                code = wp_program_entry(program, rows->meet[project].at[h], -1, error);
            if (!code)
                code = wp_program_row(program, "meetings", WP_FREE_BELOW, 0, error);
        }
    }
    return code;
}

static int add_slots(struct rows *rows, const struct slot_columns *columns, uint32_t slots, int64_t factor,
                     struct wp_error *error) {
    int code = 0;

    for (int h = 0; h < WP_SLOT_COUNT && !code; h++) {
        if ((slots >> h & 1u) != 0 && columns->at[h] >= 0)
            code = wp_program_entry(rows->build->program, columns->at[h], factor, error);
    }
    return code;
}

/* Adds factor * (1 if the project meets in one of the slots); for a unit, only with those who may guide it.
 */
static int add_within(struct rows *rows, int project, uint32_t slots, const struct wp_unit *unit,
                      int64_t factor, struct wp_error *error) {
    struct wp_list lecturers = rows->round->projects[project].lecturers;
    int code = 0;

    if (!wp_build_chooses(rows->build, project))
        return add_slots(rows, &rows->meet[project], slots, factor, error);
    for (int l = 0; l < lecturers.count && !code; l++) {
        if (!unit || wp_unit_guided(rows->round, unit, lecturers.items[l]))
            code =
                add_slots(rows, &rows->guided[rows->build->guide_first[project] + l], slots, factor, error);
    }
    return code;
}

/* The rows that are implied for one unit on one project. */
static int strengthen(struct rows *rows, int pair, struct wp_error *error) {
    struct wp_build *build = rows->build;
    const struct wp_pair *place = &build->pairs->items[pair];
    struct wp_list lecturers = rows->round->projects[place->project].lecturers;
    uint32_t slots = rows->unit_slots[place->unit] & rows->possible[place->project];
    int code = wp_build_add_pair(build, pair, 1, error);

    if (!code)
        code = add_within(rows, place->project, slots, &rows->round->units[place->unit], -1, error);
    if (!code)
        code = wp_program_strengthening(build->program, "meetings", WP_FREE_BELOW, 0, error);
    for (int x = build->place_first[pair]; x < build->place_first[pair + 1] && !code; x++) {
        int l = 0;

        if (build->program->columns[x].c < 0)
            continue;
        while (lecturers.items[l] != build->program->columns[x].c)
            l++;
        if (!takes_time(rows, place->project, lecturers.items[l]))
            continue;
        code = wp_program_entry(build->program, x, 1, error);
        if (!code)
            code = add_slots(rows, &rows->guided[build->guide_first[place->project] + l], slots, -1, error);
        if (!code)
            code = wp_program_strengthening(build->program, "meetings", WP_FREE_BELOW, 0, error);
    }
    return code;
}

/* Whoever can come in no other slots than these is there only if the project meets in one of them. */
static int row_set(struct rows *rows, int project, uint32_t set, struct wp_error *error) {
    struct wp_build *build = rows->build;
    int64_t heads = 0, most = rows->round->projects[project].max_students;
    int code = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int unit = build->pairs->items[build->project_pairs[i]].unit;
        int size = rows->round->units[unit].size;

        if ((rows->unit_slots[unit] & rows->possible[project] & ~set) != 0)
            continue;
        heads += size;
        code = wp_build_add_pair(build, build->project_pairs[i], size, error);
    }
    if (!code)
        code = add_within(rows, project, set, NULL, -(heads < most ? heads : most), error);
    return code ? code : wp_program_row(build->program, "meetings", WP_FREE_BELOW, 0, error);
}

static int compare_sets(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

static int rows_students(struct rows *rows, int project, struct wp_error *error) {
    struct wp_build *build = rows->build;
    int count = 0, code = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int unit = build->pairs->items[build->project_pairs[i]].unit;
        uint32_t set = rows->unit_slots[unit] & rows->possible[project];

        if (set == rows->possible[project])
            continue; /* she can always come */
        rows->sets[count++] = set;
        code = strengthen(rows, build->project_pairs[i], error);
    }
    qsort(rows->sets, (size_t)count, sizeof *rows->sets, compare_sets);
    for (int i = 0; i < count && !code; i++) {
        if (i == 0 || rows->sets[i] != rows->sets[i - 1])
            code = row_set(rows, project, rows->sets[i], error);
    }
    return code;
}

/* The column that says whether the lecturer's g-th project takes her time in this slot, or -1. */
static int column_at(const struct rows *rows, int g, int slot) {
    int first = rows->build->guide_first[rows->projects->project[g]];

    return rows->guided[first + rows->projects->slot[g]].at[slot];
}

/* A lecturer's meetings, slot by slot. */
static int rows_lecturer(struct rows *rows, int lecturer, struct wp_error *error) {
    const struct wp_guided *projects = rows->projects;
    int first = projects->first[lecturer], end = projects->first[lecturer + 1], code = 0;

    for (int h = 0; h < WP_SLOT_COUNT && !code; h++) {
        int count = 0;

        for (int g = first; g < end; g++)
            count += column_at(rows, g, h) >= 0;
        if (count < 2)
            continue;
        for (int g = first; g < end && !code; g++) {
            if (column_at(rows, g, h) >= 0)
                code = wp_program_entry(rows->build->program, column_at(rows, g, h), 1, error);
        }
        if (!code)
            code = wp_program_row(rows->build->program, "meetings", WP_FREE_BELOW, 1, error);
    }
    return code;
}

static int write_rows(struct rows *rows, struct wp_error *error) {
    int code = 0;

    for (int p = 0; p < rows->round->project_count && !code; p++) {
        if (reachable(rows->build, p))
            code = add_meetings(rows, p, error);
    }
    for (int p = 0; p < rows->round->project_count && !code; p++) {
        if (!reachable(rows->build, p))
            continue;
        if (wp_build_splits(rows->build, p))
            code = add_parts(rows, p, error);
        if (!code)
            code = rows_students(rows, p, error);
    }
    for (int l = 0; l < rows->round->lecturer_count && !code; l++)
        code = rows_lecturer(rows, l, error);
    return code;
}

static int allocate(struct rows *rows, struct wp_error *error) {
    const struct wp_round *round = rows->round;
    size_t projects = (size_t)round->project_count, units = (size_t)round->unit_count;
    size_t guides = (size_t)rows->build->guide_first[projects];

    rows->unit_slots = malloc((units + 1) * sizeof *rows->unit_slots);
    rows->sets = malloc((units + 1) * sizeof *rows->sets);
    rows->possible = calloc(projects + 1, sizeof *rows->possible);
    rows->meet = malloc((projects + 1) * sizeof *rows->meet);
    rows->guided = malloc((guides + 1) * sizeof *rows->guided);
    if (!rows->unit_slots || !rows->sets || !rows->possible || !rows->meet || !rows->guided)
        return wp_error_memory(error);
    for (int h = 0; h < WP_SLOT_COUNT; h++) {
        for (size_t p = 0; p < projects; p++)
            rows->meet[p].at[h] = -1;
        for (size_t g = 0; g < guides; g++)
            rows->guided[g].at[h] = -1;
    }
    return wp_guided_new(round, &rows->projects, error);
}

/* S of the units, H of the projects. */
static void find_slots(struct rows *rows) {
    const struct wp_round *round = rows->round;

    for (int u = 0; u < round->unit_count; u++)
        rows->unit_slots[u] = wp_meetings_unit_slots(round, &round->units[u]);
    for (int p = 0; p < round->project_count; p++) {
        if (reachable(rows->build, p))
            rows->possible[p] = wp_meetings_project_slots(round, p);
    }
}

int wp_meetings_rows(struct wp_build *build, struct wp_error *error) {
    struct rows rows = {.build = build, .round = build->round};
    int code = allocate(&rows, error);

    if (!code) {
        find_slots(&rows);
        code = write_rows(&rows, error);
    }
    wp_guided_free(rows.projects);
    free(rows.unit_slots);
    free(rows.sets);
    free(rows.possible);
    free(rows.meet);
    free(rows.guided);
    return code;
}
