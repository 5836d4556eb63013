/* trip_classes.h: how long students are under way, in classes of so many minutes. */
#ifndef WP_TRIP_CLASSES_H
#define WP_TRIP_CLASSES_H

#include "plan.h"

#define WP_TRIP_CLASSES 14 /* at most */

/* The one-way trips of placed students whose trip is known. */
struct wp_trip_classes {
    int step, count; /* class i: from i * step to (i + 1) * step - 1 minutes */
    int trips[WP_TRIP_CLASSES];
    int over[WP_TRIP_CLASSES]; /* of these, longer than the student's own limit, or else the round's */
    int all_over;
};

/* Nothing where nothing tells any distance (wp_round_has_trips): count is 0 then, and so it is where no trip
 * is known. */
void wp_trips_classify(const struct wp_round *round, const struct wp_plan *plan,
                       struct wp_trip_classes *classes);

#endif
