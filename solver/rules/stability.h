/* stability.h: the rows of the rule stability, which fill a file of their own. */
#ifndef WP_STABILITY_H
#define WP_STABILITY_H

#include "rules.h"

/* Does the student strictly prefer the project, which her unit lists, to project `other` (-1: none)? One that
 * her unit does not list, and none, are worse than any that it lists. */
bool wp_stability_prefers(const struct wp_round *round, int student, int project, int other);

int wp_stability_rows(struct wp_build *build, struct wp_error *error);

#endif
