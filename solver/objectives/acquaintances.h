/* acquaintances.h: who met before, unit by unit, in as few groups as the former teams allow. */
#ifndef WP_ACQUAINTANCES_H
#define WP_ACQUAINTANCES_H

#include "round.h"

/* A group is a set of units in which every two have `pairs` pairs of students who met, one of each unit. Any
 * two units with such pairs are together in exactly one group, so all groups together count each pair of
 * students once. */
struct wp_acquainted_group {
    int units; /* how many */
    int pairs;
};

/* Unit u belongs to the groups member[k].group for k = first[u], then k = member[k].next, until k is -1;
 * group numbers descend. Units that did not choose belong to none. */
struct wp_acquainted_member {
    int group, next;
};

struct wp_acquaintances {
    struct wp_acquainted_group *groups;
    int group_count, group_capacity;
    struct wp_acquainted_member *members;
    int member_count, member_capacity;
    int *first; /* per unit */
};

/* Of the round's former teams. *out is NULL on failure; free with wp_acquaintances_free. */
int wp_acquaintances_new(const struct wp_round *round, struct wp_acquaintances **out, struct wp_error *error);
void wp_acquaintances_free(struct wp_acquaintances *acquaintances);

#endif
