/* pairs.c: every place that the rules and the decisions leave to each unit. */
#include "eligibility.h"

#include <stdlib.h>

/* What is needed while the pairs of one unit after the other are found. */
struct search {
    const struct wp_round *round;
    struct wp_pairs *pairs;
    int capacity;
    int *listers; /* per project: members of the unit at hand whose list holds it; 0 between units */
    int *found;   /* projects on some member's list */
};

void wp_pairs_free(struct wp_pairs *pairs) {
    if (!pairs)
        return;
    free(pairs->items);
    free(pairs->first);
    free(pairs->project_first);
    free(pairs->project_pairs);
    free(pairs);
}

int wp_pairs_find(const struct wp_pairs *pairs, int unit, int project) {
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

static int compare_int(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;

    return (a > b) - (a < b);
}

/* May this project take the whole unit, seats apart for others left aside? */
static bool unit_eligible(const struct wp_round *round, const struct wp_unit *unit, int project) {
    const struct wp_project *place = &round->projects[project];
    bool guided = !round->has_lecturers;

    if (unit->size > place->max_students)
        return false;
    for (int m = 0; m < unit->students.count; m++) {
        if (wp_ineligible(round, unit->students.items[m], project))
            return false;
    }
    for (int l = 0; !guided && l < place->lecturers.count; l++)
        guided = wp_unit_guided(round, unit, place->lecturers.items[l]);
    return guided;
}

static bool within_max_choice(const struct wp_round *round, const struct wp_unit *unit, int project) {
    int limit = round->settings->rules.max_choice;

    for (int m = 0; limit >= 0 && m < unit->students.count; m++) {
        if (wp_unit_rank(round, unit->students.items[m], project) > limit)
            return false;
    }
    return true;
}

static int trips_of(const struct wp_round *round, const struct wp_unit *unit, int project) {
    int minutes = 0;

    for (int m = 0; m < unit->students.count; m++) {
        int trip = wp_trip_minutes(round, unit->students.items[m], project);

        minutes += trip > 0 ? trip : 0;
    }
    return minutes;
}

static int add_pair(struct search *search, int unit, int project, bool listed, struct wp_error *error) {
    struct wp_pairs *pairs = search->pairs;
    const struct wp_unit *who = &search->round->units[unit];

    if (!unit_eligible(search->round, who, project))
        return 0;
    if (pairs->count == search->capacity) {
        int capacity = search->capacity ? search->capacity : 1024;
        struct wp_pair *items;

        if (capacity > INT32_MAX / 2)
            return wp_error_set(error, WP_INTERNAL, "there are more than %d places to choose from", capacity);
        capacity *= 2;
        items = realloc(pairs->items, (size_t)capacity * sizeof *items);
        if (!items)
            return wp_error_memory(error);
        pairs->items = items;
        search->capacity = capacity;
    }
    pairs->items[pairs->count++] =
        (struct wp_pair){unit, project, listed, trips_of(search->round, who, project)};
    return 0;
}

/* Counts, per project, how many members listed it; returns how many projects were found, sorted. */
static int find_listed(struct search *search, const struct wp_unit *unit, int *choosers) {
    int found = 0;

    *choosers = 0;
    for (int m = 0; m < unit->students.count; m++) {
        const struct wp_student *student = &search->round->students[unit->students.items[m]];

        *choosers += student->choice_count > 0;
        for (int c = 0; c < student->choice_count; c++) {
            int project = student->choices[c].project;

            if (search->listers[project]++ == 0)
                search->found[found++] = project;
        }
    }
    qsort(search->found, (size_t)found, sizeof *search->found, compare_int);
    return found;
}

static int pairs_of_unit(struct search *search, int unit, struct wp_error *error) {
    const struct wp_round *round = search->round;
    const struct wp_rules_settings *rules = &round->settings->rules;
    const struct wp_unit *who = &round->units[unit];
    bool unlisted = rules->unlisted_last && (!who->has_choices || rules->max_choice < 0);
    int choosers, found = find_listed(search, who, &choosers);
    int code = 0;

    if (who->pin_project >= 0) {
        bool listed = choosers > 0 && search->listers[who->pin_project] == choosers;

        code = add_pair(search, unit, who->pin_project, listed, error);
    } else if (unlisted) {
        for (int p = 0; p < round->project_count && code == 0; p++) {
            bool listed = choosers > 0 && search->listers[p] == choosers;

            code = add_pair(search, unit, p, listed, error);
        }
    } else {
        for (int f = 0; f < found && code == 0; f++) {
            int project = search->found[f];

            if (search->listers[project] == choosers && within_max_choice(round, who, project))
                code = add_pair(search, unit, project, true, error);
        }
    }
    for (int f = 0; f < found; f++)
        search->listers[search->found[f]] = 0;
    return code;
}

/* Lists the pairs of each project. */
static int index_projects(struct wp_pairs *pairs, int projects, struct wp_error *error) {
    pairs->project_first = calloc((size_t)projects + 2, sizeof *pairs->project_first);
    pairs->project_pairs = malloc(((size_t)pairs->count + 1) * sizeof *pairs->project_pairs);
    if (!pairs->project_first || !pairs->project_pairs)
        return wp_error_memory(error);
    /* first[p + 2] counts, then first[p + 1] walks from the start to the end of p's part. */
    for (int k = 0; k < pairs->count; k++)
        pairs->project_first[pairs->items[k].project + 2]++;
    for (int p = 0; p < projects; p++)
        pairs->project_first[p + 2] += pairs->project_first[p + 1];
    for (int k = 0; k < pairs->count; k++)
        pairs->project_pairs[pairs->project_first[pairs->items[k].project + 1]++] = k;
    return 0;
}

int wp_pairs_build(const struct wp_round *round, struct wp_pairs **out, struct wp_error *error) {
    struct search search = {.round = round};
    size_t projects = (size_t)round->project_count + 1;
    int code = 0;

    *out = NULL;
    search.pairs = calloc(1, sizeof *search.pairs);
    search.listers = calloc(projects, sizeof *search.listers);
    search.found = calloc(projects, sizeof *search.found);
    if (search.pairs)
        search.pairs->first = calloc((size_t)round->unit_count + 1, sizeof *search.pairs->first);
    if (!search.pairs || !search.listers || !search.found || !search.pairs->first) {
        code = wp_error_memory(error);
        goto out;
    }
    for (int u = 0; u < round->unit_count; u++) {
        code = pairs_of_unit(&search, u, error);
        if (code)
            goto out;
        search.pairs->first[u + 1] = search.pairs->count;
    }
    code = index_projects(search.pairs, round->project_count, error);
    if (code)
        goto out;
    *out = search.pairs;
    search.pairs = NULL;

out:
    wp_pairs_free(search.pairs);
    free(search.listers);
    free(search.found);
    return code;
}
