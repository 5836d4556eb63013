/* fairness.c: whether a plan serves everybody alike: envy within the rules, and figures by group. */
#include "fairness.h"

#include "eligibility.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The member whose choices hold every project that the unit lists: any who made choices will do. */
static const struct wp_student *chooser(const struct wp_round *round, int student) {
    struct wp_list members = round->units[round->students[student].unit].students;

    for (int m = 0; m < members.count; m++) {
        if (round->students[members.items[m]].choice_count > 0)
            return &round->students[members.items[m]];
    }
    return NULL;
}

/* Per project the lowest lottery number of those placed there; newly allocated, NULL when memory runs out. */
static int *lowest_numbers(const struct wp_round *round, const struct wp_plan *plan) {
    int *lowest = malloc(((size_t)round->project_count + 1) * sizeof *lowest);

    if (!lowest)
        return NULL;
    for (int p = 0; p < round->project_count; p++)
        lowest[p] = INT_MAX;
    for (int s = 0; s < round->student_count; s++) {
        int p = plan->project[s];

        if (p >= 0 && round->students[s].lottery < lowest[p])
            lowest[p] = round->students[s].lottery;
    }
    return lowest;
}

/* If anybody on a project has an earlier number than hers, the one with the lowest has: so one look at each
 * project that she ranks stands for all pairs of students. */
static bool envies(const struct wp_round *round, const struct wp_plan *plan, const int *lowest, int student) {
    const struct wp_student *choosing = chooser(round, student);
    int rank = wp_plan_rank(round, plan, student);

    for (int c = 0; choosing && c < choosing->choice_count; c++) {
        int project = choosing->choices[c].project, other;

        if (lowest[project] >= round->students[student].lottery)
            continue;
        other = wp_unit_rank(round, student, project);
        if (other > 0 && (rank == 0 || other < rank) && !wp_ineligible(round, student, project))
            return true;
    }
    return false;
}

static void add_student(const struct wp_round *round, const struct wp_plan *plan, int student,
                        struct wp_fairness_group *group) {
    int project = plan->project[student];
    int rank = wp_plan_rank(round, plan, student);
    int minutes = project < 0 ? -1 : wp_trip_minutes(round, student, project);

    group->students++;
    group->placed += project >= 0;
    if (minutes >= 0) {
        group->trips++;
        group->minutes += minutes;
        group->longest = minutes > group->longest ? minutes : group->longest;
    }
    if (!wp_counts_as_choosing(round, student))
        return;
    group->chose++;
    group->unlisted += rank > round->max_rank;
    if (rank == 0 || rank > round->max_rank)
        return;
    group->ranked++;
    group->rank_sum += rank;
    group->first += rank == 1;
    group->top3 += rank <= 3;
}

/* The student's group as a number: 0 for none, else 1 + a word or an index. */
static int group_of(const struct wp_round *round, enum wp_fairness_kind kind, int student) {
    int district = round->students[student].district;

    switch (kind) {
    case WP_FAIRNESS_PROGRAMME:
        return round->students[student].programme + 1;
    case WP_FAIRNESS_DISTRICT:
        return district + 1;
    default:
        return district < 0 ? 0 : round->districts[district].circle + 1;
    }
}

static const char *group_name(const struct wp_round *round, enum wp_fairness_kind kind, int group) {
    if (kind != WP_FAIRNESS_DISTRICT)
        return wp_round_text(round, group - 1);
    return group == 0 ? "" : round->districts[group - 1].id;
}

static int compare_groups(const void *left, const void *right) {
    const struct wp_fairness_group *a = left, *b = right;

    return strcmp(a->name, b->name);
}

/* Counts into one entry for each possible group, then keeps those that have students. */
static int fill_table(const struct wp_round *round, const struct wp_plan *plan, enum wp_fairness_kind kind,
                      struct wp_fairness_table *table, struct wp_error *error) {
    int possible = 1 + (kind == WP_FAIRNESS_DISTRICT ? round->district_count : wp_round_word_count(round));

    table->groups = calloc((size_t)possible, sizeof *table->groups);
    if (!table->groups)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++)
        add_student(round, plan, s, &table->groups[group_of(round, kind, s)]);
    for (int g = 0; g < possible; g++) {
        if (table->groups[g].students == 0)
            continue;
        table->groups[table->count] = table->groups[g];
        table->groups[table->count++].name = group_name(round, kind, g);
    }
    qsort(table->groups, (size_t)table->count, sizeof *table->groups, compare_groups);
    return 0;
}

int wp_fairness_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_fairness **out,
                    struct wp_error *error) {
    struct wp_fairness *fairness = calloc(1, sizeof *fairness);
    int *lowest = lowest_numbers(round, plan);
    int code = 0;

    *out = NULL;
    if (!fairness || !lowest) {
        code = wp_error_memory(error);
        goto out;
    }
    fairness->all.name = "";
    for (int s = 0; s < round->student_count; s++) {
        fairness->envious += envies(round, plan, lowest, s);
        add_student(round, plan, s, &fairness->all);
    }
    for (int kind = 0; kind < WP_FAIRNESS_KINDS && code == 0; kind++)
        code = fill_table(round, plan, (enum wp_fairness_kind)kind, &fairness->by[kind], error);
    if (code == 0) {
        *out = fairness;
        fairness = NULL;
    }

out:
    wp_fairness_free(fairness);
    free(lowest);
    return code;
}

void wp_fairness_free(struct wp_fairness *fairness) {
    if (!fairness)
        return;
    for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++)
        free(fairness->by[kind].groups);
    free(fairness);
}

const char *wp_fairness_kind_name(enum wp_fairness_kind kind) {
    static const char *const names[WP_FAIRNESS_KINDS] = {"programme", "district", "circle"};

    return names[kind];
}
