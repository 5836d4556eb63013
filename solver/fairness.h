/* fairness.h: whether a plan serves everybody alike: who would rather be where another is, and ranks and
 * trips by programme, district and circle. */
#ifndef WP_FAIRNESS_H
#define WP_FAIRNESS_H

#include "plan.h"

/* How a group of students fares. Ranks are those of students who count as having chosen
 * (wp_counts_as_choosing); trips those that are known. */
struct wp_fairness_group {
    const char *name; /* of the programme, district (its id) or circle; "" for students without one */
    int students;
    int chose;        /* of them, students who count as having chosen */
    int placed;       /* of all */
    int unlisted;     /* of those who chose: placed on a project that they did not list */
    int first, top3;  /* of those who chose: rank 1; rank 1 to 3 */
    int ranked;       /* of those who chose: placed on a project that they listed */
    int64_t rank_sum; /* over these */
    int trips;        /* placed students whose trip is known */
    int64_t minutes;  /* over these, one way */
    int longest;      /* of these; 0 where there is none */
};

enum wp_fairness_kind {
    WP_FAIRNESS_PROGRAMME,
    WP_FAIRNESS_DISTRICT, /* where the student lives */
    WP_FAIRNESS_CIRCLE,   /* of that district */
    WP_FAIRNESS_KINDS
};

struct wp_fairness_table {
    struct wp_fairness_group *groups; /* by name, bytewise; only groups with students */
    int count;
};

struct wp_fairness {
    int envious; /* students s for whom some t with a lower lottery number than hers is on a project that s
                    ranks better than what she has (anything ranked is better than unlisted or no place) and
                    is eligible for */
    struct wp_fairness_group all;
    struct wp_fairness_table by[WP_FAIRNESS_KINDS];
};

/* *out is NULL on failure; free with wp_fairness_free. Names belong to the round. */
int wp_fairness_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_fairness **out,
                    struct wp_error *error);
void wp_fairness_free(struct wp_fairness *fairness);

/* As in reports: "programme", "district", "circle". */
const char *wp_fairness_kind_name(enum wp_fairness_kind kind);

#endif
