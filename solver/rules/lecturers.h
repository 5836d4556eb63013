/* lecturers.h: the rows of the rule lecturers, which fill a file of their own. */
#ifndef WP_LECTURERS_H
#define WP_LECTURERS_H

#include "rules.h"

/* The projects that each lecturer may guide. */
struct wp_guided {
    int *first;   /* lecturer_count + 1 */
    int *project; /* those of lecturer l are project[first[l]] … */
    int *slot;    /* and her place among each project's lecturers */
};

int wp_guided_new(const struct wp_round *round, struct wp_guided **out, struct wp_error *error);
void wp_guided_free(struct wp_guided *guided);

int wp_lecturers_rows(struct wp_build *build, struct wp_error *error);

#endif
