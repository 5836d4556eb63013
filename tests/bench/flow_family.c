/* flow_family.c: makes the synthetic flows that bench_network and bench_lemon solve. */
#include "flow_family.h"
#include <stdlib.h>

/* Steele, Lea & Flood's splitmix64. */
static uint64_t draw(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static int below(uint64_t *state, int limit) {
    return (int)(draw(state) % (uint64_t)limit);
}

static void add(struct flow_family *family, int from, int to, int64_t upper, int64_t cost) {
    int a = family->arcs++;
    family->from[a] = from;
    family->to[a] = to;
    family->upper[a] = upper;
    family->cost[a] = cost;
}

/* Each rank counts four times the one before: near enough to ranks:generous for a tree to start from. */
static int64_t cost_of(int rank) {
    return INT64_C(1) << 2 * (rank - 1);
}

static void add_student(struct flow_family *family, int student, uint64_t *state) {
    int chosen[FLOW_CHOICES], count = 0,
                              wanted = family->projects < FLOW_CHOICES ? family->projects : FLOW_CHOICES;
    int sink = family->nodes - 1;
    family->supply[student] = 1;
    family->supply[sink]--;
    while (count < wanted) {
        /* The least of two draws: the first projects are the popular ones. */
        int one = below(state, family->projects), other = below(state, family->projects), k = 0;
        int project = one < other ? one : other;
        while (k < count && chosen[k] != project)
            k++;
        if (k < count)
            continue;
        chosen[count++] = project;
        add(family, student, family->students + project, 1, cost_of(count));
    }
    add(family, student, sink, 1, family->students * cost_of(FLOW_CHOICES + 1));
}

struct flow_family *flow_family_new(int students, int scarce, uint64_t seed) {
    struct flow_family *family = calloc(1, sizeof *family);
    if (family == NULL)
        return NULL;
    family->students = students;
    family->projects = students / 4 > 0 ? students / 4 : 1;
    family->lecturers = family->projects / 10 > 0 ? family->projects / 10 : 1;
    family->nodes = students + family->projects + family->lecturers + 1;
    size_t nodes = (size_t)family->nodes, arcs = (size_t)students * (FLOW_CHOICES + 1) + nodes;
    family->from = calloc(arcs, sizeof *family->from);
    family->to = calloc(arcs, sizeof *family->to);
    family->lower = calloc(arcs, sizeof *family->lower);
    family->upper = calloc(arcs, sizeof *family->upper);
    family->cost = calloc(arcs, sizeof *family->cost);
    family->supply = calloc(nodes, sizeof *family->supply);
    if (family->from == NULL || family->to == NULL || family->lower == NULL || family->upper == NULL ||
        family->cost == NULL || family->supply == NULL) {
        flow_family_free(family);
        return NULL;
    }
    uint64_t state = seed;
    for (int s = 0; s < students; s++)
        add_student(family, s, &state);
    for (int p = 0; p < family->projects; p++)
        add(family, students + p, students + family->projects + below(&state, family->lecturers),
            scarce ? 4 : 5, 0);
    for (int l = 0; l < family->lecturers; l++)
        add(family, students + family->projects + l, family->nodes - 1, scarce ? 37 : 46, 0);
    return family;
}

void flow_family_free(struct flow_family *family) {
    if (family == NULL)
        return;
    free(family->from);
    free(family->to);
    free(family->lower);
    free(family->upper);
    free(family->cost);
    free(family->supply);
    free(family);
}

int flow_family_rank(const struct flow_family *family, int arc) {
    if (family->from[arc] >= family->students)
        return 0;
    if (family->to[arc] == family->nodes - 1)
        return FLOW_CHOICES + 1;
    int rank = 1;
    while (cost_of(rank) < family->cost[arc])
        rank++;
    return rank;
}
