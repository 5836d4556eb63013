/* flow_family.h: synthetic placements that are pure flows: students -> projects -> lecturers -> one sink. */
#ifndef FLOW_FAMILY_H
#define FLOW_FAMILY_H

#include <stdint.h>

#define FLOW_CHOICES 6

#ifdef __cplusplus
extern "C" {
#endif

/* Nodes: students first, then projects, lecturers, the sink. Lower bounds are 0 at first. */
struct flow_family {
    int students, projects, lecturers, nodes, arcs;
    int *from, *to;
    int64_t *lower, *upper, *cost, *supply;
};

/* FLOW_CHOICES choices a student, popular projects chosen more often; each rank costs four times the one
 * before, and for staying unplaced more than all ranks together. scarce: fewer seats than students. The same
 * seed gives the same bytes. NULL when memory runs out. */
struct flow_family *flow_family_new(int students, int scarce, uint64_t seed);
void flow_family_free(struct flow_family *family);

/* Which rank the arc stands for: FLOW_CHOICES + 1 for staying unplaced, 0 for an arc of a project or
 * lecturer. */
int flow_family_rank(const struct flow_family *family, int arc);

#ifdef __cplusplus
}
#endif

#endif
