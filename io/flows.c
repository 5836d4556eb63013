/* flows.c: how many students go from which district to which. */
#include "flows.h"
#include <stdlib.h>

static int by_places(const void *left, const void *right) {
    const struct wp_flow *one = left, *other = right;
    return one->from != other->from ? one->from - other->from : one->to - other->to;
}

static int by_students(const void *left, const void *right) {
    const struct wp_flow *one = left, *other = right;
    return one->students != other->students ? other->students - one->students : by_places(left, right);
}

/* One flow of each student, sorted; then equal ones become one. */
static int join(struct wp_flow *flows, int count) {
    int joined = 0;
    qsort(flows, (size_t)count, sizeof *flows, by_places);
    for (int i = 0; i < count; i++) {
        if (joined == 0 || by_places(&flows[joined - 1], &flows[i]) != 0) {
            flows[joined++] = flows[i];
            continue;
        }
        flows[joined - 1].students += flows[i].students;
        flows[joined - 1].trips += flows[i].trips;
        flows[joined - 1].minutes += flows[i].minutes;
    }
    return joined;
}

bool wp_flows_of_plan(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                      struct wp_flows *flows) {
    *flows =
        (struct wp_flows){.items = wp_arena_alloc(arena, (size_t)round->student_count, sizeof *flows->items)};
    if (!flows->items)
        return false;
    for (int s = 0; s < round->student_count; s++) {
        int from = round->students[s].district, project = plan->project[s];
        int to = project < 0 ? -1 : round->projects[project].district;
        if (project < 0)
            continue;
        if (from < 0 || to < 0) {
            flows->unknown++;
            continue;
        }
        int minutes = wp_trip_minutes(round, s, project);
        flows->items[flows->count++] = (struct wp_flow){.from = from,
                                                        .to = to,
                                                        .students = 1,
                                                        .trips = minutes >= 0,
                                                        .minutes = minutes >= 0 ? minutes : 0};
    }
    flows->count = join(flows->items, flows->count);
    qsort(flows->items, (size_t)flows->count, sizeof *flows->items, by_students);
    return true;
}
