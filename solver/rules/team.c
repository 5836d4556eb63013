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

bool wp_team_must_run(const struct wp_round *round, int project) {
    bool must = round->projects[project].status == WP_STATUS_OPEN;

    for (int u = 0; u < round->unit_count && !must; u++)
        must = round->units[u].pin_project == project;
    return must;
}

int wp_team_members(const struct wp_round *round, int unit, int programme) {
    struct wp_list members = round->units[unit].students;
    int count = 0;

    for (int m = 0; m < members.count; m++)
        count += round->students[members.items[m]].programme == programme;
    return count;
}

int wp_team_first(const struct wp_round *round, const struct wp_plan *plan, int project, int programme) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] == project && (programme < 0 || round->students[s].programme == programme))
            return s;
    }
    return -1;
}

/* The unit's pair with the project, or -1. */
static int find_place(const struct wp_pairs *pairs, int unit, int project) {
    int low = pairs->first[unit], high = pairs->first[unit + 1];

    while (low < high) {
        int middle = low + (high - low) / 2;

        if (pairs->items[middle].project < project)
            low = middle + 1;
        else
            high = middle;
    }
    return low < pairs->first[unit + 1] && pairs->items[low].project == project ? low : -1;
}

int wp_team_places(const struct wp_round *round, const struct wp_pairs *pairs, int project, int **out,
                   struct wp_error *error) {
    int count = 0;

    *out = malloc(((size_t)round->unit_count + 1) * sizeof **out);
    if (!*out)
        return wp_error_memory(error);
    for (int u = 0; u < round->unit_count; u++) {
        int place = find_place(pairs, u, project);

        if (place >= 0)
            (*out)[count++] = place;
    }
    return count;
}

/* The programmes of the students in these places, in the order of the first of each, whatever the order of
 * words. Returns how many, or a negative wp_code; free *out with free(). */
static int list_programmes(const struct wp_round *round, const struct wp_pairs *pairs, const int *places,
                           int place_count, int **out, struct wp_error *error) {
    size_t students = 0;
    int count = 0;

    for (int i = 0; i < place_count; i++)
        students += (size_t)round->units[pairs->items[places[i]].unit].size;
    *out = malloc((students + 1) * sizeof **out);
    if (!*out)
        return wp_error_memory(error);
    for (int i = 0; i < place_count; i++) {
        struct wp_list members = round->units[pairs->items[places[i]].unit].students;

        for (int m = 0; m < members.count; m++) {
            int programme = round->students[members.items[m]].programme;

            if (programme >= 0 && !wp_list_has((struct wp_list){*out, count}, programme))
                (*out)[count++] = programme;
        }
    }
    return count;
}

/* How many programmes the unit alone brings. */
static int programmes_of_unit(const struct wp_round *round, int unit) {
    struct wp_list members = round->units[unit].students;
    int count = 0;

    for (int m = 0; m < members.count; m++) {
        int programme = round->students[members.items[m]].programme;
        bool seen = programme < 0;

        for (int n = 0; n < m && !seen; n++)
            seen = round->students[members.items[n]].programme == programme;
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
        int size = round->units[unit].size, lacking = least - programmes_of_unit(round, unit);

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
    int start = build->project_first[project], places = build->project_first[project + 1] - start;
    int *programmes, count, first_v, open, code;

    if (least <= 0 || places == 0)
        return 0;
    open = wp_build_open(build, project, error);
    if (open < 0)
        return open;
    first_v = program->column_count;
    count =
        list_programmes(build->round, build->pairs, build->project_pairs + start, places, &programmes, error);
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

void wp_team_check(const struct wp_rule *rule, const char *who, const struct wp_round *round,
                   const struct wp_plan *plan, int project, int least, struct wp_violations *violations) {
    int first = wp_team_first(round, plan, project, -1), distinct = 0;

    for (int s = first; s >= 0 && s < plan->student_count; s++) {
        int programme = round->students[s].programme;

        distinct += plan->project[s] == project && programme >= 0 &&
                    wp_team_first(round, plan, project, programme) == s;
    }
    if (first >= 0 && distinct < least)
        wp_violate(violations, rule,
                   "the students on project %s follow %d programme%s, fewer than the %d that %s asks for "
                   "(student %s is one)",
                   round->projects[project].id, distinct, distinct == 1 ? "" : "s", least, who,
                   round->students[first].id);
}

void wp_team_count(const struct wp_rule *rule, const char *who, const struct wp_round *round,
                   const struct wp_pairs *pairs, int project, int least, struct wp_violations *reasons) {
    const struct wp_project *place = &round->projects[project];
    int *places = NULL, *programmes = NULL;
    int place_count = wp_team_places(round, pairs, project, &places, NULL), count = -1;

    if (place_count >= 0)
        count = list_programmes(round, pairs, places, place_count, &programmes, NULL);
    if (place->max_students < least)
        wp_violate(reasons, rule,
                   "project %s must run with students of %d or more programmes, as %s asks, but has room for "
                   "%d student%s",
                   place->id, least, who, place->max_students, place->max_students == 1 ? "" : "s");
    else if (count >= 0 && count < least)
        wp_violate(reasons, rule,
                   "project %s must run with students of %d or more programmes, as %s asks, but those who "
                   "may go there follow %d",
                   place->id, least, who, count);
    free(places);
    free(programmes);
}
