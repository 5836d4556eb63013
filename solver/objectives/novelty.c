/* novelty.c: how often students meet what they know from earlier rounds: hosts, districts, teammates.
 *
 * A known host and a known district are costs of a placement. Pairs of teammates are not: let the units that
 * met be cut into groups in which every two have w pairs of students who met (acquaintances.h). For a group T
 * and a project p, with k = sum of x[u,p] over T and an integer column c[T,p] of cost 1,
 *     c >= w (j k - j (j + 1) / 2 y[p])     for j = 1 … m - 1, where m is the most of T that p can take.
 * These lines join the points (k, w k (k - 1) / 2): they are the convex hull of "pairs among k", and so far
 * stronger than one column for each two, whose rows n >= x[u,p] + x[v,p] - 1 ask nothing where all x are 1/2.
 * Where T is two units, it is that row. y[p] (1 where the program does without it) makes it as strong for a
 * project that is half open. At integer k, j = k - 1 and j = k both are tight: every other row only
 * strengthens. */
#include "objectives.h"

#include "acquaintances.h"
#include "history.h"

#include <stdlib.h>

/* Without an attribute set to soft, all count that are not hard. */
static bool counts(const struct wp_round *round, enum wp_hardness attribute) {
    const struct wp_rules_settings *rules = &round->settings->rules;
    bool any_soft = rules->new_organisation == WP_SOFT || rules->new_district == WP_SOFT ||
                    rules->new_teammates == WP_SOFT;

    return any_soft ? attribute == WP_SOFT : attribute != WP_HARD;
}

static bool teammates_count(const struct wp_round *round) {
    return counts(round, round->settings->rules.new_teammates);
}

/* A place of a unit on the project whose rows are being written. */
struct known_place {
    int group, pair;
};

static int compare_place(const void *left, const void *right) {
    const struct known_place *a = left, *b = right;

    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->pair > b->pair) - (a->pair < b->pair);
}

/* The places of one group on one project. */
struct meeting {
    const struct known_place *places;
    int count;
    int64_t pairs;
    int project, column;
};

/* c - w j k + w j (j + 1) / 2 y >= 0, or with 1 for y. */
static int write_line(struct wp_build *build, const struct meeting *meeting, int64_t j, bool strengthening,
                      struct wp_error *error) {
    int y = build->open[meeting->project];
    int64_t lift = meeting->pairs * j * (j + 1) / 2;
    int code = wp_program_entry(build->program, meeting->column, 1, error);

    for (int i = 0; i < meeting->count && code == WP_OK; i++)
        code = wp_build_add_pair(build, meeting->places[i].pair, -meeting->pairs * j, error);
    if (code == WP_OK && y >= 0)
        code = wp_program_entry(build->program, y, lift, error);
    if (code != WP_OK)
        return code;
    return strengthening
               ? wp_program_strengthening(build->program, "novelty", y >= 0 ? 0 : -lift, WP_FREE_ABOVE, error)
               : wp_program_row(build->program, "novelty", y >= 0 ? 0 : -lift, WP_FREE_ABOVE, error);
}

static int write_meeting(struct wp_build *build, struct meeting *meeting, int group, struct wp_error *error) {
    int seats = build->round->projects[meeting->project].max_students;
    int64_t most = meeting->count < seats ? meeting->count : seats;
    int code = WP_OK;

    if (most < 2)
        return WP_OK;
    meeting->column =
        wp_program_column(build->program,
                          (struct wp_column){WP_COLUMN_OTHER, WP_OBJECTIVE_NOVELTY, group, meeting->project,
                                             0, meeting->pairs * most * (most - 1) / 2},
                          error);
    if (meeting->column < 0)
        return meeting->column;
    for (int64_t j = 1; j < most && code == WP_OK; j++)
        code = write_line(build, meeting, j, j % 2 == 0 && j + 1 < most, error);
    return code;
}

/* False where the levels before keep the unit from the project. */
static bool may_go(const struct wp_build *build, int pair) {
    for (int x = build->place_first[pair]; x < build->place_first[pair + 1]; x++) {
        if (build->program->columns[x].upper > 0)
            return true;
    }
    return false;
}

/* Lists the places on the project of units in some group, by group. places: room for all. */
static int list_places(const struct wp_build *build, const struct wp_acquaintances *known, int project,
                       struct known_place *places) {
    int count = 0;

    for (int i = build->project_first[project]; i < build->project_first[project + 1]; i++) {
        int pair = build->project_pairs[i];

        if (!may_go(build, pair))
            continue;
        for (int m = known->first[build->pairs->items[pair].unit]; m >= 0; m = known->members[m].next)
            places[count++] = (struct known_place){known->members[m].group, pair};
    }
    qsort(places, (size_t)count, sizeof *places, compare_place);
    return count;
}

static int write_meetings(struct wp_build *build, const struct wp_acquaintances *known,
                          struct wp_error *error) {
    /* A unit has one place on a project. */
    struct known_place *places = malloc(((size_t)known->member_count + 1) * sizeof *places);
    int code = places ? WP_OK : wp_error_memory(error);

    for (int p = 0; p < build->round->project_count && code == WP_OK; p++) {
        int count = list_places(build, known, p, places);

        for (int start = 0, end; start < count && code == WP_OK; start = end) {
            int group = places[start].group;

            for (end = start; end < count && places[end].group == group;)
                end++;
            code = write_meeting(
                build, &(struct meeting){places + start, end - start, known->groups[group].pairs, p, -1},
                group, error);
        }
    }
    free(places);
    return code;
}

/* Only when the level begins: until then a round that is a network without these rows is solved as one, and
 * what the levels before have decided needs none. */
static int extend(struct wp_build *build, const struct wp_measure *measure, struct wp_error *error) {
    struct wp_acquaintances *known;
    int code;

    (void)measure;
    if (!teammates_count(build->round))
        return WP_OK;
    code = wp_acquaintances_new(build->round, &known, error);
    if (code == WP_OK)
        code = write_meetings(build, known, error);
    wp_acquaintances_free(known);
    return code;
}

/* Several hosts that she knows count once. */
static int64_t known_places(const struct wp_round *round, int student, int project,
                            const struct wp_measure *measure) {
    const struct wp_rules_settings *rules = &round->settings->rules;

    (void)measure;
    return (counts(round, rules->new_organisation) && wp_met_host(round, student, project)) +
           (counts(round, rules->new_district) && wp_met_district(round, student, project));
}

static void cost(const struct wp_build *build, const struct wp_measure *measure, int64_t *cost_of) {
    wp_sum_cost(build, measure, known_places, cost_of);
    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];

        if (column->kind == WP_COLUMN_OTHER && column->a == WP_OBJECTIVE_NOVELTY)
            cost_of[j]++;
    }
}

/* What wp_met_again() passes on. */
struct counting {
    const struct wp_round *round;
    int64_t pairs;
};

static void count_pair(void *context, int student, int other) {
    struct counting *counting = context;

    counting->pairs +=
        wp_counts_as_choosing(counting->round, student) && wp_counts_as_choosing(counting->round, other);
}

static int64_t value(const struct wp_round *round, const struct wp_plan *plan,
                     const struct wp_measure *measure) {
    struct counting counting = {round, 0};

    if (teammates_count(round))
        wp_met_again(round, plan->project, count_pair, &counting);
    return wp_sum_value(round, plan, measure, known_places) + counting.pairs;
}

const struct wp_objective wp_objective_novelty = {
    .kind = WP_OBJECTIVE_NOVELTY,
    .name = "novelty",
    .of_those_who_chose = true,
    .extend = extend,
    .cost = cost,
    .value = value,
};
