/* meetings.h: the rows of the rule meetings, which fill a file of their own. */
#ifndef WP_MEETINGS_H
#define WP_MEETINGS_H

#include "rules.h"

/* The slots in which all members of a unit can come. */
uint32_t wp_meetings_unit_slots(const struct wp_round *round, const struct wp_unit *unit);

/* The project's slots that suit at least one lecturer who may guide it; all of them, if none is needed. */
uint32_t wp_meetings_project_slots(const struct wp_round *round, int project);

int wp_meetings_rows(struct wp_build *build, struct wp_error *error);

#endif
