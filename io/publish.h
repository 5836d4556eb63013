/* publish.h: a plan becomes a folder for each audience. */
#ifndef WP_PUBLISH_H
#define WP_PUBLISH_H

#include "plan.h"

/* Refuses (WP_USAGE) a target that holds anything else than what was published before. */
int wp_publish_check(const char *folder, struct wp_error *error);

/* Writes lecturers/<id>.csv for every lecturer, with her own students only, in the style of [report] csv; the
 * folder is replaced as a whole. */
int wp_publish(const char *folder, const struct wp_round *round, const struct wp_plan *plan,
               struct wp_error *error);

#endif
