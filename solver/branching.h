/* branching.h: on which column branch and bound branches: pseudo-costs that start from strong branching
 * (Achterberg, Koch & Martin 2005, "Branching rules revisited"). For search_branch.c. */
#ifndef WP_BRANCHING_H
#define WP_BRANCHING_H

#include "search.h"

/* What branching on each column gained so far: side 0 is its lower part, side 1 its upper one. */
struct wp_branching {
    double *gain[2]; /* sum over the tries, by unit of distance */
    int *tries[2];
};

/* Room for so many columns; freed by wp_branching_end, also after a failure. */
int wp_branching_start(struct wp_branching *branching, int columns, struct wp_error *error);
void wp_branching_end(struct wp_branching *branching);

/* Notes how much the relaxation's value rose by unit of distance. */
void wp_branching_learn(struct wp_branching *branching, int column, int side, double gain);

/* The fractional column of the relaxation's last solution that promises to raise the bound most; tries those
 * that are new. -1 if none is fractional. The relaxation is left as it was, or lost. */
int wp_branching_choose(struct wp_branching *branching, struct wp_search *search);

#endif
