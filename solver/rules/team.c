/* team.c: a project that runs brings students of at least k programmes together: rows, check and counting
 * for the rules that ask it.
 *
 * For project p and each programme d of those who may come, binary v[p,d] may be 1 only where somebody of d
 * comes. A unit may hold students of several programmes, and counts for each of them, but once: one row over
 * units is stronger than one over heads. A blank programme is none.
 *   v[p,d] <= sum of x[u,p] over the units u with a member of d
 *   sum of v[p,d] >= k y[p]
 *   v[p,d] <= y[p]: implied, but it makes the linear bound strong
 * With these the linear relaxation of one project has only whole corners where units are single students:
 * with y = 1 it is a network (student, programme, then the arc v of capacity 1 beside one for further
 * students of d), and all its rows grow with y. So limits such as "at most max[p] - (k - 1) of one programme"
 * follow, and need no rows. A unit can break this, so where it leaves fewer seats than the programmes that it
 * lacks (implied for integers):
 *   x[u,p] <= 0 */
#include "team.h"

#include <stdlib.h>

bool wp_team_has_mix(const struct wp_project *project) {
    return project->mix.count > 0 || project->mix_programmes > 0;
}

bool *wp_team_must_run(const struct wp_round *round) {
    bool *must = malloc(((size_t)round->project_count + 1) * sizeof *must);

    for (int p = 0; must && p < round->project_count; p++)
        must[p] = round->projects[p].status == WP_STATUS_OPEN;
    for (int u = 0; must && u < round->unit_count; u++) {
        if (round->units[u].pin_project >= 0)
            must[round->units[u].pin_project] = true;
    }
    return must;
}

int wp_team_members(const struct wp_round *round, int unit, int programme) {
    struct wp_list members = round->units[unit].students;
    int count = 0;

    for (int m = 0; m < members.count; m++)
        count += round->students[members.items[m]].programme == programme;
    return count;
}

/* The programmes of those who may come to the project, in the order of the first of each, whatever the order
 * of words. Returns how many, or a negative wp_code; free *out with free(). */
static int list_programmes(const struct wp_round *round, const struct wp_pairs *pairs, int project, int **out,
                           struct wp_error *error) {
    const int first = pairs->project_first[project], end = pairs->project_first[project + 1];
    size_t students = 0;
    int count = 0;

    for (int i = first; i < end; i++)
        students += (size_t)round->units[pairs->items[pairs->project_pairs[i]].unit].size;
    *out = malloc((students + 1) * sizeof **out);
    if (!*out)
        return wp_error_memory(error);
    for (int i = first; i < end; i++) {
        struct wp_list members = round->units[pairs->items[pairs->project_pairs[i]].unit].students;

        for (int m = 0; m < members.count; m++) {
            int programme = round->students[members.items[m]].programme;

            if (programme >= 0 && !wp_list_has((struct wp_list){*out, count}, programme))
                (*out)[count++] = programme;
        }
    }
    return count;
}

/* How many programmes these students follow. */
static int count_programmes(const struct wp_round *round, struct wp_list students) {
    int count = 0;

    for (int m = 0; m < students.count; m++) {
        int programme = round->students[students.items[m]].programme;
        bool seen = programme < 0;

        for (int n = 0; n < m && !seen; n++)
            seen = round->students[students.items[n]].programme == programme;
        count += !seen;
    }
    return count;
}

/* Adds v of one programme with the rows that tie it to x and y. */
static int add_programme(struct wp_build *build, const char *name, int project, int programme, int open,
                         struct wp_error *error) {
    struct wp_program *program = build->program;
    int v = wp_program_column(program, (struct wp_column){WP_COLUMN_PROGRAMME, project, programme, -1, 0, 1},
                              error);
    int code = v < 0 ? v : wp_program_entry(program, v, 1, error);

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int pair = build->project_pairs[i];

        if (wp_team_members(build->round, build->pairs->items[pair].unit, programme) > 0)
            code = wp_build_add_pair(build, pair, -1, error);
    }
    if (!code)
        code = wp_program_row(program, name, WP_FREE_BELOW, 0, error);
    if (!code)
        code = wp_program_entry(program, v, 1, error);
    if (!code)
        code = wp_program_entry(program, open, -1, error);
    if (!code)
        code = wp_program_strengthening(program, name, WP_FREE_BELOW, 0, error);
    return code;
}

/* Keeps units away that leave too few seats for the programmes which they lack. */
static int rows_of_units(struct wp_build *build, const char *name, int project, int least,
                         struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int pair = build->project_pairs[i], unit = build->pairs->items[pair].unit;
        int size = round->units[unit].size,
            lacking = least - count_programmes(round, round->units[unit].students);

        if (size == 1 || lacking <= round->projects[project].max_students - size)
            continue;
        code = wp_build_add_pair(build, pair, 1, error);
        if (!code)
            code = wp_program_strengthening(build->program, name, WP_FREE_BELOW, 0, error);
    }
    return code;
}

int wp_team_rows(struct wp_build *build, const char *name, int project, int least, struct wp_error *error) {
    struct wp_program *program = build->program;
    int *programmes, count, first_v, open, code;

    if (least <= 0 || build->project_first[project] == build->project_first[project + 1])
        return 0;
    open = wp_build_open(build, project, error);
    if (open < 0)
        return open;
    first_v = program->column_count;
    count = list_programmes(build->round, build->pairs, project, &programmes, error);
    code = count < 0 ? count : rows_of_units(build, name, project, least, error);
    for (int d = 0; d < count && !code; d++)
        code = add_programme(build, name, project, programmes[d], open, error);
    for (int d = 0; d < count && !code; d++)
        code = wp_program_entry(program, first_v + d, 1, error);
    if (!code)
        code = wp_program_entry(program, open, -least, error);
    if (!code)
        code = wp_program_row(program, name, 0, WP_FREE_ABOVE, error);
    free(programmes);
    return code;
}

void wp_team_check(const struct wp_rule *rule, const struct wp_round *round, int project, struct wp_list team,
                   int least, struct wp_violations *violations) {
    int distinct = count_programmes(round, team);

    if (team.count > 0 && distinct < least)
        wp_violate_count(violations, rule,
                         "the students on project %s follow %d programme, fewer than the %d that %s asks for "
                         "(student %s is one)",
                         "the students on project %s follow %d programmes, fewer than the %d that %s asks "
                         "for (student %s is one)",
                         distinct, round->projects[project].id, distinct, least, rule->name,
                         round->students[team.items[0]].id);
}

void wp_team_count(const struct wp_rule *rule, const struct wp_round *round, const struct wp_pairs *pairs,
                   int project, int least, struct wp_violations *reasons) {
    const struct wp_project *place = &round->projects[project];
    int *programmes, count = list_programmes(round, pairs, project, &programmes, NULL);

    if (place->max_students < least)
        wp_violate_count(reasons, rule,
                         "project %s must run with students of %d or more programmes, as %s asks, but has "
                         "room for %d student",
                         "project %s must run with students of %d or more programmes, as %s asks, but has "
                         "room for %d students",
                         place->max_students, place->id, least, rule->name, place->max_students);
    else if (count >= 0 && count < least)
        wp_violate(reasons, rule,
                   "project %s must run with students of %d or more programmes, as %s asks, but those who "
                   "may go there follow %d",
                   place->id, least, rule->name, count);
    free(programmes);
}
