/* circles.h: the projects of each circle, for the rules circle_min_projects and domains_per_circle. */
#ifndef WP_CIRCLES_H
#define WP_CIRCLES_H

#include "rules.h"

/* True if the project is the circle's and not closed. */
bool wp_circle_has(const struct wp_round *round, int circle, int project);

/* True if the project is the first that is not closed in its circle (or, with `domain`, the first of its
 * domain there): so each circle, and each domain in it, is met once, in the order of projects. False if it
 * has no circle, or no domain. */
bool wp_circle_starts(const struct wp_round *round, int project, bool domain);

/* Lets a rule write its rows for each circle that has a project which is not closed. */
typedef int wp_circle_writer(struct wp_build *build, int circle, struct wp_error *error);
int wp_circle_each(struct wp_build *build, wp_circle_writer *write_rows, struct wp_error *error);

/* True if enough students may come for the project to run, and have room there. */
bool wp_circle_can_run(const struct wp_round *round, const struct wp_reach *reach, int project);

#endif
