/* acquaintances.c: cuts the pairs of units that met into groups in which all met alike.
 *
 * Former teams are taken by size, the largest first. Its units become one group as far as they can: a unit
 * joins if none of its pairs with those who joined is in a group yet, and all have the same number of
 * student pairs. What does not fit forms further groups, down to groups of two. Teams that do not overlap
 * and whose students go alone so become one group each. */
#include "acquaintances.h"

#include "eligibility.h"
#include "history.h"

#include <stdlib.h>
#include <string.h>

/* What the cutting needs besides its result. */
struct cutting {
    const struct wp_round *round;
    struct wp_acquaintances *found;
    int *units; /* of the present team, each once */
    int *group; /* the units of the group that is being formed */
};

void wp_acquaintances_free(struct wp_acquaintances *acquaintances) {
    if (!acquaintances)
        return;
    free(acquaintances->groups);
    free(acquaintances->members);
    free(acquaintances->first);
    free(acquaintances);
}

static bool share_group(const struct wp_acquaintances *found, int unit, int other) {
    const struct wp_acquainted_member *members = found->members;

    if (!members)
        return false; /* no group yet */
    for (int a = found->first[unit], b = found->first[other]; a >= 0 && b >= 0;) {
        if (members[a].group == members[b].group)
            return true;
        if (members[a].group > members[b].group)
            a = members[a].next;
        else
            b = members[b].next;
    }
    return false;
}

/* How many pairs of students, one of each unit, met. The units were in one team: at least one. */
static int pairs_between(const struct wp_round *round, int unit, int other) {
    struct wp_list ours = round->units[unit].students, theirs = round->units[other].students;
    int pairs = 0;

    if (ours.count == 1 && theirs.count == 1)
        return 1;
    for (int i = 0; i < ours.count; i++) {
        for (int j = 0; j < theirs.count; j++)
            pairs += wp_met_teammate(round, ours.items[i], theirs.items[j]);
    }
    return pairs;
}

/* Doubles the room of an array where it is full; the new room is zeroed. */
static void *grow(void *items, int count, int *capacity, size_t size, struct wp_error *error) {
    char *grown = NULL;
    int larger;

    if (count < *capacity)
        return items;
    larger = *capacity == 0 ? 64 : *capacity <= INT32_MAX / 2 ? 2 * *capacity : 0;
    if (larger > 0)
        grown = realloc(items, (size_t)larger * size);
    if (!grown) {
        wp_error_memory(error);
        return NULL;
    }
    memset(grown + (size_t)*capacity * size, 0, (size_t)(larger - *capacity) * size);
    *capacity = larger;
    return grown;
}

/* Adds the group formed in cutting->group. */
static int add_group(struct cutting *cutting, int units, int pairs, struct wp_error *error) {
    struct wp_acquaintances *found = cutting->found;
    struct wp_acquainted_group *groups =
        grow(found->groups, found->group_count, &found->group_capacity, sizeof *groups, error);

    if (!groups)
        return WP_INTERNAL;
    found->groups = groups;
    for (int i = 0; i < units; i++) {
        int unit = cutting->group[i];
        struct wp_acquainted_member *members =
            grow(found->members, found->member_count, &found->member_capacity, sizeof *members, error);

        if (!members)
            return WP_INTERNAL;
        found->members = members;
        members[found->member_count] = (struct wp_acquainted_member){found->group_count, found->first[unit]};
        found->first[unit] = found->member_count++;
    }
    found->groups[found->group_count++] = (struct wp_acquainted_group){units, pairs};
    return 0;
}

/* Forms a group of unit number `from` and those after it. Returns how many joined. */
static int form_group(struct cutting *cutting, int from, int unit_count, int *pairs) {
    int joined = 1;

    cutting->group[0] = cutting->units[from];
    for (int i = from + 1; i < unit_count; i++) {
        int unit = cutting->units[i];
        bool fits = true;

        for (int k = 0; k < joined && fits; k++)
            fits = !share_group(cutting->found, cutting->group[k], unit);
        if (fits && joined == 1)
            *pairs = pairs_between(cutting->round, cutting->group[0], unit);
        for (int k = 0; k < joined && fits; k++)
            fits = pairs_between(cutting->round, cutting->group[k], unit) == *pairs;
        if (fits)
            cutting->group[joined++] = unit;
    }
    return joined;
}

static int compare_int(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;

    return (a > b) - (a < b);
}

/* The units of a team that count as having chosen, each once. Returns how many. */
static int list_units(struct cutting *cutting, struct wp_list team) {
    int found = 0, count = 0;

    for (int i = 0; i < team.count; i++) {
        if (wp_counts_as_choosing(cutting->round, team.items[i]))
            cutting->units[found++] = cutting->round->students[team.items[i]].unit;
    }
    qsort(cutting->units, (size_t)found, sizeof *cutting->units, compare_int);
    for (int i = 0; i < found; i++) {
        if (count == 0 || cutting->units[count - 1] != cutting->units[i])
            cutting->units[count++] = cutting->units[i];
    }
    return count;
}

static int cut_team(struct cutting *cutting, struct wp_list team, struct wp_error *error) {
    int count = list_units(cutting, team), code = 0;

    for (int from = 0; from + 1 < count && !code;) {
        int pairs = 0, joined = form_group(cutting, from, count, &pairs);

        /* The first that is not with `from` yet always joins, so nothing is left of it in the end. */
        if (joined < 2)
            from++;
        else
            code = add_group(cutting, joined, pairs, error);
    }
    return code;
}

struct sized_team {
    int team, size;
};

static int larger_first(const void *left, const void *right) {
    const struct sized_team *a = left, *b = right;

    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return (a->team > b->team) - (a->team < b->team);
}

static int cut_teams(struct cutting *cutting, struct wp_error *error) {
    int count = wp_former_team_count(cutting->round), code = 0;
    struct sized_team *order = malloc(((size_t)count + 1) * sizeof *order);

    if (!order)
        return wp_error_memory(error);
    for (int t = 0; t < count; t++)
        order[t] = (struct sized_team){t, wp_former_team(cutting->round, t).count};
    qsort(order, (size_t)count, sizeof *order, larger_first);
    for (int t = 0; t < count && !code; t++)
        code = cut_team(cutting, wp_former_team(cutting->round, order[t].team), error);
    free(order);
    return code;
}

int wp_acquaintances_new(const struct wp_round *round, struct wp_acquaintances **out,
                         struct wp_error *error) {
    size_t students = (size_t)round->student_count + 1;
    struct cutting cutting = {.round = round};
    int code;

    *out = NULL;
    cutting.found = calloc(1, sizeof *cutting.found);
    cutting.units = malloc(students * sizeof *cutting.units);
    cutting.group = malloc(students * sizeof *cutting.group);
    if (cutting.found)
        cutting.found->first = malloc(students * sizeof *cutting.found->first);
    if (!cutting.found || !cutting.units || !cutting.group || !cutting.found->first) {
        code = wp_error_memory(error);
        goto out;
    }
    for (int u = 0; u < round->unit_count; u++)
        cutting.found->first[u] = -1;
    code = cut_teams(&cutting, error);
    if (code)
        goto out;
    *out = cutting.found;
    cutting.found = NULL;

out:
    wp_acquaintances_free(cutting.found);
    free(cutting.units);
    free(cutting.group);
    return code;
}
