/* mix.c: a project that runs keeps to its own mix: so many students of a programme at least, so many at most,
 * and students of at least so many programmes. Programmes that the mix does not name are free.
 *
 * Rows for project p, with n[u,d] = members of unit u who follow d:
 *   sum of n[u,d] x[u,p] >= lo y[p]
 *   sum of n[u,d] x[u,p] <= hi y[p], only where more than hi may come and fit
 *   x[u,p] <= 0          for a unit of several that has more than hi of a programme, or leaves fewer seats
 *                        than the mix still lacks: implied for integers
 *   "k+": see team.c
 * Where the project must run, or nothing asks for its y, y is left out: the bounds are lo and hi themselves,
 * and what is a network stays one. Counts of heads by programme nest within the project's seats, so with x <=
 * y (from `seats`) these rows alone leave only whole corners for one project and single students: the linear
 * bound is as strong as it can be. */
#include "team.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    for (int p = 0; p < round->project_count; p++) {
        if (wp_team_has_mix(&round->projects[p]))
            return true;
    }
    return false;
}

/* Do the bounds depend on whether the project runs? */
static bool needs_open(const struct wp_build *build, int project) {
    const struct wp_project *place = &build->round->projects[project];
    bool needs = build->open[project] >= 0 || place->min_students > 1;

    for (int i = 0; i < place->mix.count && !needs; i++)
        needs = place->mix.items[i].minimum > 0;
    return needs && place->status != WP_STATUS_OPEN;
}

/* Adds the heads of the programme on the project to the row being written. */
static int add_heads(struct wp_build *build, int project, int programme, struct wp_error *error) {
    int code = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int pair = build->project_pairs[i];
        int heads = wp_team_members(build->round, build->pairs->items[pair].unit, programme);

        if (heads > 0)
            code = wp_build_add_pair(build, pair, heads, error);
    }
    return code;
}

/* Students of the programme who may come to the project. */
static int64_t candidates(const struct wp_round *round, const struct wp_pairs *pairs, int project,
                          int programme) {
    int64_t heads = 0;

    for (int i = pairs->project_first[project]; i < pairs->project_first[project + 1]; i++)
        heads += wp_team_members(round, pairs->items[pairs->project_pairs[i]].unit, programme);
    return heads;
}

/* Writes that the heads of the programme are within the bounds, times y if there is a column `open` for it
 * (-1: none). */
static int row_of_bound(struct wp_build *build, int project, int programme, int64_t lower, int64_t upper,
                        int open, struct wp_error *error) {
    int64_t bound = lower == WP_FREE_BELOW ? upper : lower;
    int code = add_heads(build, project, programme, error);

    if (open >= 0) {
        if (!code)
            code = wp_program_entry(build->program, open, -bound, error);
        lower = lower == WP_FREE_BELOW ? lower : 0;
        upper = upper == WP_FREE_ABOVE ? upper : 0;
    }
    return code ? code : wp_program_row(build->program, "mix", lower, upper, error);
}

static int rows_of_part(struct wp_build *build, int project, const struct wp_mix_part *part, int open,
                        struct wp_error *error) {
    int64_t come = candidates(build->round, build->pairs, project, part->programme);
    int code = 0;

    if (part->minimum > 0)
        code = row_of_bound(build, project, part->programme, part->minimum, WP_FREE_ABOVE, open, error);
    if (!code && part->maximum < come && part->maximum < build->round->projects[project].max_students)
        code = row_of_bound(build, project, part->programme, WP_FREE_BELOW, part->maximum, open, error);
    return code;
}

/* May the unit be there, if all others come who are still needed? */
static bool unit_fits(const struct wp_round *round, const struct wp_project *project, int unit) {
    int64_t needed = round->units[unit].size;

    for (int i = 0; i < project->mix.count; i++) {
        const struct wp_mix_part *part = &project->mix.items[i];
        int heads = wp_team_members(round, unit, part->programme);

        if (heads > part->maximum)
            return false;
        needed += heads < part->minimum ? part->minimum - heads : 0;
    }
    return needed <= project->max_students;
}

static int rows_of_units(struct wp_build *build, int project, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1] && !code; i++) {
        int pair = build->project_pairs[i], unit = build->pairs->items[pair].unit;

        if (round->units[unit].size == 1 || unit_fits(round, &round->projects[project], unit))
            continue;
        code = wp_build_add_pair(build, pair, 1, error);
        if (!code)
            code = wp_program_strengthening(build->program, "mix", WP_FREE_BELOW, 0, error);
    }
    return code;
}

static int rows_of_project(struct wp_build *build, int project, struct wp_error *error) {
    const struct wp_project *place = &build->round->projects[project];
    int open = -1, code = wp_team_rows(build, "mix", project, place->mix_programmes, error);

    if (!code && needs_open(build, project)) {
        open = wp_build_open(build, project, error);
        code = open < 0 ? open : 0;
    }
    for (int i = 0; i < place->mix.count && !code; i++)
        code = rows_of_part(build, project, &place->mix.items[i], open, error);
    return code ? code : rows_of_units(build, project, error);
}

static int rows(struct wp_build *build, struct wp_error *error) {
    int code = 0;

    for (int p = 0; p < build->round->project_count && !code; p++) {
        bool may_run = build->project_first[p] < build->project_first[p + 1];

        if (may_run && wp_team_has_mix(&build->round->projects[p]))
            code = rows_of_project(build, p, error);
    }
    return code;
}

/* How many of the team follow the programme; *first is the first of them. */
static int heads_of(const struct wp_round *round, struct wp_list team, int programme, int *first) {
    int heads = 0;

    for (int i = team.count - 1; i >= 0; i--) {
        if (round->students[team.items[i]].programme != programme)
            continue;
        heads++;
        *first = team.items[i];
    }
    return heads;
}

static void check_project(const struct wp_round *round, int project, struct wp_list team,
                          struct wp_violations *violations) {
    const struct wp_project *place = &round->projects[project];

    for (int i = 0; i < place->mix.count && team.count > 0; i++) {
        const struct wp_mix_part *part = &place->mix.items[i];
        const char *programme = wp_round_text(round, part->programme);
        int one = -1, heads = heads_of(round, team, part->programme, &one);

        if (heads > part->maximum)
            wp_violate(violations, &wp_rule_mix,
                       "the students of programme %s on project %s number %d, more than the %d of its mix "
                       "(student %s is one)",
                       programme, place->id, heads, part->maximum, round->students[one].id);
        if (heads < part->minimum)
            wp_violate(violations, &wp_rule_mix,
                       "the students of programme %s on project %s number %d, fewer than the %d of its mix "
                       "(student %s is on it)",
                       programme, place->id, heads, part->minimum, round->students[team.items[0]].id);
    }
    wp_team_check(&wp_rule_mix, round, project, team, place->mix_programmes, violations);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_teams *teams = wp_rule_teams(&wp_rule_mix, plan, violations);

    for (int p = 0; teams && p < round->project_count; p++) {
        if (wp_team_has_mix(&round->projects[p]))
            check_project(round, p, wp_teams_of(teams, p), violations);
    }
    wp_teams_free(teams);
}

/* Of those who may come: students of one programme who are pinned to the project. */
static int64_t pinned(const struct wp_round *round, const struct wp_pairs *pairs, int project,
                      int programme) {
    int64_t heads = 0;

    for (int i = pairs->project_first[project]; i < pairs->project_first[project + 1]; i++) {
        int unit = pairs->items[pairs->project_pairs[i]].unit;

        if (round->units[unit].pin_project == project)
            heads += wp_team_members(round, unit, programme);
    }
    return heads;
}

/* One programme's bounds against the pins and those who may come. */
static void count_part(const struct wp_round *round, const struct wp_project *place,
                       const struct wp_mix_part *part, int64_t come, int64_t pins,
                       struct wp_violations *reasons) {
    const char *programme = wp_round_text(round, part->programme);

    if (come == 0 && part->minimum > 0)
        wp_violate(reasons, &wp_rule_mix,
                   "project %s must run with %d or more students of programme %s, but none of them may go "
                   "there",
                   place->id, part->minimum, programme);
    else if (come < part->minimum)
        wp_violate(reasons, &wp_rule_mix,
                   "project %s must run with %d or more students of programme %s, but only %lld may go there",
                   place->id, part->minimum, programme, (long long)come);
    if (pins > part->maximum)
        wp_violate_count(reasons, &wp_rule_mix,
                         "%lld student of programme %s is pinned to project %s, whose mix takes %d",
                         "%lld students of programme %s are pinned to project %s, whose mix takes %d", pins,
                         (long long)pins, programme, place->id, part->maximum);
}

/* For a project that must run: the bounds of its mix against its seats and those who may come. */
static void count_project(const struct wp_round *round, const struct wp_pairs *pairs, int project,
                          struct wp_violations *reasons) {
    const struct wp_project *place = &round->projects[project];
    int64_t least = 0, most = 0;

    for (int i = pairs->project_first[project]; i < pairs->project_first[project + 1]; i++)
        most += round->units[pairs->items[pairs->project_pairs[i]].unit].size;
    for (int i = 0; i < place->mix.count; i++) {
        const struct wp_mix_part *part = &place->mix.items[i];
        int64_t come = candidates(round, pairs, project, part->programme);

        count_part(round, place, part, come, pinned(round, pairs, project, part->programme), reasons);
        least += part->minimum;
        most -= come > part->maximum ? come - part->maximum : 0;
    }
    if (least > place->max_students)
        wp_violate(reasons, &wp_rule_mix,
                   "project %s must run and its mix asks for %lld or more students, but it has room for %d",
                   place->id, (long long)least, place->max_students);
    if (most < place->min_students)
        wp_violate(reasons, &wp_rule_mix,
                   "project %s must run with %d or more students, but of those who may go there its mix "
                   "takes only %lld",
                   place->id, place->min_students, (long long)most);
    wp_team_count(&wp_rule_mix, round, pairs, project, place->mix_programmes, reasons);
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    struct wp_pairs *pairs = NULL;
    bool *must_run = wp_team_must_run(round);

    if (!must_run || wp_pairs_build(round, &pairs, NULL))
        goto out;
    for (int p = 0; p < round->project_count; p++) {
        if (wp_team_has_mix(&round->projects[p]) && must_run[p])
            count_project(round, pairs, p, reasons);
    }

out:
    free(must_run);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    int mixed = 0;

    for (int p = 0; p < round->project_count; p++)
        mixed += wp_team_has_mix(&round->projects[p]);
    snprintf(
        text, size,
        ngettext("Of %d projects %d has a mix of its own: the programmes of the students on such a project "
                 "keep to it.",
                 "Of %d projects %d have a mix of their own: the programmes of the students on such a "
                 "project keep to it.",
                 (unsigned long)mixed),
        round->project_count, mixed);
}

const struct wp_rule wp_rule_mix = {
    .name = "mix",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
