/* moves.c: how many students move, compared with an earlier plan: to another project or to none, then, on the
 * same project, to another lecturer, then to another weekly slot. Three levels.
 *
 * moves:project counts 1 - x[u,p], p the student's former project. The others need, for a student s of unit u
 * who may stay on p but lose her lecturer l or p's slot h, a column d[s]:
 *   moves:lecturer:  d[s] >= sum of those x[u,p] that do not name l - z[p,l]
 *   moves:slot:      d[s] >= x[u,p] - sum of m[p,h]
 * One row a student is stronger than one for all of a project's, and there are no more of them than students.
 */
#include "eligibility.h"
#include "objectives.h"

#include <stdlib.h>

enum part { PROJECT, LECTURER, SLOT };
static const char *const parts[] = {":project", ":lecturer", ":slot", NULL};

static const struct wp_base_placement *former(const struct wp_round *round, int student) {
    const struct wp_base_placement *base = round->base ? &round->base[student] : NULL;
    return base && base->placed ? base : NULL;
}

/* The pair of the student's unit and her former project, or -1 if she cannot stay. */
static int pair_to_stay(const struct wp_build *build, int student) {
    const struct wp_base_placement *base = former(build->round, student);
    return base ? wp_pairs_find(build->pairs, build->round->students[student].unit, base->project) : -1;
}

/* The column z of a lecturer on a project where one of several guides; -1 if that is no question. */
static int column_guide(const struct wp_build *build, int project, int lecturer) {
    const struct wp_list *lecturers = &build->round->projects[project].lecturers;
    if (wp_build_splits(build, project))
        return -1;
    for (int l = 0; l < lecturers->count; l++)
        if (lecturers->items[l] == lecturer)
            return build->guide[build->guide_first[project] + l];
    return -1;
}

/* The columns m of each project and slot. */
struct meetings {
    int *first; /* project_count * WP_SLOT_COUNT + 1: offsets into columns */
    int *columns;
};

static void free_meetings(struct meetings *meetings) {
    free(meetings->first);
    free(meetings->columns);
}

static int list_meetings(const struct wp_build *build, struct meetings *meetings, struct wp_error *error) {
    const struct wp_program *program = build->program;
    size_t slots = (size_t)build->round->project_count * WP_SLOT_COUNT;
    meetings->first = calloc(slots + 2, sizeof *meetings->first);
    meetings->columns = malloc(((size_t)program->column_count + 1) * sizeof *meetings->columns);
    if (!meetings->first || !meetings->columns)
        return wp_error_memory(error);
    /* first[i + 2] counts, then first[i + 1] walks from the start to the end of part i. */
    for (int j = 0; j < program->column_count; j++)
        if (program->columns[j].kind == WP_COLUMN_MEET)
            meetings->first[program->columns[j].a * WP_SLOT_COUNT + program->columns[j].b + 2]++;
    for (size_t i = 0; i < slots; i++)
        meetings->first[i + 2] += meetings->first[i + 1];
    for (int j = 0; j < program->column_count; j++)
        if (program->columns[j].kind == WP_COLUMN_MEET)
            meetings->columns[meetings->first[program->columns[j].a * WP_SLOT_COUNT + program->columns[j].b +
                                              1]++] = j;
    return WP_OK;
}

/* Who guides those that an x column places, where x or nobody else says it; -1 where z does, or nobody. */
static int guide_of(const struct wp_build *build, int column) {
    const struct wp_column *x = &build->program->columns[column];
    const struct wp_list *lecturers = &build->round->projects[x->b].lecturers;
    return x->c < 0 && lecturers->count == 1 ? lecturers->items[0] : x->c;
}

/* Do the students that an x column places have another lecturer, or slot, unless z or m says otherwise? */
static bool may_differ(const struct wp_build *build, enum part part, const struct wp_base_placement *base,
                       int column) {
    return part == SLOT || guide_of(build, column) != base->lecturer;
}

/* Adds the columns that say that the student's project keeps its slot, or she her lecturer. */
static int add_kept(struct wp_build *build, const struct meetings *meetings, enum part part,
                    const struct wp_base_placement *base, struct wp_error *error) {
    if (part == LECTURER) {
        int guide = column_guide(build, base->project, base->lecturer);
        return guide < 0 ? WP_OK : wp_program_entry(build->program, guide, 1, error);
    }
    int at = base->project * WP_SLOT_COUNT + base->slot, code = WP_OK;
    for (int i = meetings->first[at]; code == WP_OK && i < meetings->first[at + 1]; i++)
        code = wp_program_entry(build->program, meetings->columns[i], 1, error);
    return code;
}

static int add_student(struct wp_build *build, const struct meetings *meetings, enum part part, int student,
                       struct wp_error *error) {
    const struct wp_base_placement *base = former(build->round, student);
    int pair = pair_to_stay(build, student), moved = -1, code = WP_OK;
    if (pair < 0 || (part == LECTURER ? base->lecturer : base->slot) == -1)
        return WP_OK;
    for (int j = build->place_first[pair]; code == WP_OK && j < build->place_first[pair + 1]; j++) {
        if (!may_differ(build, part, base, j))
            continue;
        if (moved < 0)
            moved = wp_program_column(
                build->program,
                (struct wp_column){WP_COLUMN_OTHER, WP_OBJECTIVE_MOVES, (int)part, student, 0, 1}, error);
        code = moved < 0 ? moved : wp_program_entry(build->program, j, -1, error);
    }
    if (code != WP_OK || moved < 0)
        return code;
    code = wp_program_entry(build->program, moved, 1, error);
    if (code == WP_OK)
        code = add_kept(build, meetings, part, base, error);
    return code == WP_OK ? wp_program_row(build->program, "moves", 0, WP_FREE_ABOVE, error) : code;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    struct meetings meetings = {0};
    int code = wp_build_one(build, error) < 0 ? WP_INTERNAL : list_meetings(build, &meetings, error);
    for (enum part part = LECTURER; code == WP_OK && part <= SLOT; part++)
        for (int s = 0; code == WP_OK && s < build->round->student_count; s++)
            code = add_student(build, &meetings, part, s, error);
    free_meetings(&meetings);
    return code;
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    for (int j = 0; j < build->program->column_count && measure->part != PROJECT; j++) {
        const struct wp_column *column = &build->program->columns[j];
        if (column->kind == WP_COLUMN_OTHER && column->a == WP_OBJECTIVE_MOVES && column->b == measure->part)
            cost_of[j] += 1;
    }
    for (int s = 0; s < build->round->student_count && measure->part == PROJECT; s++) {
        int pair = pair_to_stay(build, s);
        cost_of[build->one] += former(build->round, s) != NULL;
        for (int j = pair < 0 ? 0 : build->place_first[pair]; pair >= 0 && j < build->place_first[pair + 1];
             j++)
            cost_of[j] -= 1;
    }
}

static bool has_moved(const struct wp_round *round, const struct wp_plan *plan, enum part part, int student) {
    const struct wp_base_placement *base = former(round, student);
    if (!base)
        return false;
    int project = plan->project[student];
    if (part == PROJECT || project != base->project)
        return part == PROJECT && project != base->project;
    if (part == LECTURER)
        return base->lecturer != -1 && plan->lecturer[student] != base->lecturer;
    return base->slot != -1 && plan->slot[project] != base->slot;
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    int64_t moved = 0;
    for (int s = 0; s < round->student_count; s++)
        moved += has_moved(round, plan, (enum part)measure->part, s);
    return moved;
}

const struct wp_objective wp_objective_moves = {
    .kind = WP_OBJECTIVE_MOVES,
    .name = "moves",
    .parts = parts,
    .rows = rows,
    .cost = cost,
    .value = value,
};
