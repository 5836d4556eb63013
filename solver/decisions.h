/* decisions.h: what the decisions come to: who may not meet what, and where an eligibility rule is off.
 * Sorted for bsearch; kept in the round's arena. */
#ifndef WP_DECISIONS_H
#define WP_DECISIONS_H

#include "round.h"

struct wp_ban {
    int student, object; /* an index of a project, an organisation or a lecturer */
};

/* By student, then object; for qsort and bsearch. */
int wp_ban_compare(const void *left, const void *right);

struct wp_ban_list {
    const struct wp_ban *items; /* by student, then object */
    int count;
};

struct wp_bans {
    struct wp_ban_list projects, organisations, lecturers;
};

struct wp_waiver {
    int student, project;
    const struct wp_rule *rule;
};

struct wp_waivers {
    const struct wp_waiver *items; /* by student, then project */
    int count;
};

#endif
