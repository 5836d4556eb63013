/* units.c: students who go together or not at all become one unit, by union-find over groups and `together`.
 */
#include "finish.h"

#include <stdlib.h>
#include <string.h>

struct grouped {
    const char *group;
    int student;
};

static int compare_grouped(const void *left, const void *right) {
    const struct grouped *a = left, *b = right;
    int order = strcmp(a->group, b->group);

    return order ? order : (a->student > b->student) - (a->student < b->student);
}

/* The first student of s's set; shortens the way there. */
static int first_of(int *first, int s) {
    while (first[s] != s) {
        first[s] = first[first[s]];
        s = first[s];
    }
    return s;
}

static void join(int *first, int s, int t) {
    s = first_of(first, s);
    t = first_of(first, t);
    if (s < t)
        first[t] = s;
    else
        first[s] = t;
}

static int join_groups(const struct wp_round *round, int *first, struct wp_error *error) {
    struct grouped *grouped = calloc((size_t)round->student_count + 1, sizeof *grouped);
    int count = 0;

    if (!grouped)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++) {
        const char *group = round->students[s].group;

        if (group && *group)
            grouped[count++] = (struct grouped){group, s};
    }
    qsort(grouped, (size_t)count, sizeof *grouped, compare_grouped);
    for (int g = 1; g < count; g++) {
        if (strcmp(grouped[g - 1].group, grouped[g].group) == 0)
            join(first, grouped[g - 1].student, grouped[g].student);
    }
    free(grouped);
    return 0;
}

static void join_decided(const struct wp_round *round, int *first) {
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];

        if (decision->action != WP_ACTION_TOGETHER)
            continue;
        for (int i = 1; i < decision->students.count; i++)
            join(first, decision->students.items[0], decision->students.items[i]);
    }
}

/* Units in the order of their first member; members, one unit's after the other's, in `members`. */
static void fill_units(struct wp_round *round, int *first, int *members) {
    int placed = 0;

    for (int s = 0; s < round->student_count; s++) {
        struct wp_student *student = &round->students[s];
        int head = first_of(first, s);

        if (head == s)
            round->units[round->unit_count++] = (struct wp_unit){.pin_project = -1, .pin_lecturer = -1};
        student->unit = head == s ? round->unit_count - 1 : round->students[head].unit;
        round->units[student->unit].size++;
        round->units[student->unit].load += student->load;
        round->units[student->unit].has_choices |= student->choice_count > 0;
    }
    for (int u = 0; u < round->unit_count; u++) {
        round->units[u].students.items = members + placed;
        placed += round->units[u].size;
    }
    for (int s = 0; s < round->student_count; s++) {
        struct wp_unit *unit = &round->units[round->students[s].unit];

        members[(unit->students.items - members) + unit->students.count++] = s;
    }
}

int wp_units_join(struct wp_round *round, struct wp_error *error) {
    size_t students = (size_t)round->student_count;
    int *first = calloc(students + 1, sizeof *first);
    int *members = wp_arena_alloc(round->arena, students, sizeof *members);
    int code = 0;

    round->unit_count = 0;
    round->max_rank = 0;
    round->units = wp_arena_alloc(round->arena, students, sizeof *round->units);
    if (!first || !members || !round->units) {
        code = wp_error_memory(error);
        goto out;
    }
    for (int s = 0; s < round->student_count; s++) {
        const struct wp_student *student = &round->students[s];

        first[s] = s;
        for (int c = 0; c < student->choice_count; c++) {
            if (student->choices[c].rank > round->max_rank)
                round->max_rank = student->choices[c].rank;
        }
    }
    code = join_groups(round, first, error);
    if (code)
        goto out;
    join_decided(round, first);
    fill_units(round, first, members);

out:
    free(first);
    return code;
}
