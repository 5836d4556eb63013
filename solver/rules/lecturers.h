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

/* The column that is 1 if lecturer number `slot` of the project's guides it, made when first asked for where
 * x columns name the lecturers (it is then in build->guide, and at least 1 if she guides anyone there); y,
 * where she is the only one who can. For projects where somebody may go, once wp_lecturers_rows has run.
 * Negative wp_code on failure; writes rows, so not to be called while one is being written. */
int wp_lecturers_column(struct wp_build *build, int project, int slot, struct wp_error *error);

int wp_lecturers_rows(struct wp_build *build, struct wp_error *error);

#endif
