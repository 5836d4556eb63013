/* trip.c: how long a student is under way to a project. */
#include "round.h"

#include <math.h>
#include <stdlib.h>

#define EARTH_RADIUS_KM 6371.0

/* Nobody travels that long (19 years); it keeps sums of trips within an int, whatever speed round.ini gives.
 */
#define LONGEST_TRIP 10000000

static int compare_travel(const void *left, const void *right) {
    const struct wp_travel *a = left, *b = right;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static int minutes_between(const struct wp_round *round, int from, int to) {
    struct wp_travel key = {.from = from, .to = to};
    const struct wp_travel *found = NULL;

    if (round->travel_count > 0)
        found = bsearch(&key, round->travel, (size_t)round->travel_count, sizeof key, compare_travel);
    return found ? found->minutes : -1;
}

static double radians(double degrees) {
    return degrees * (3.14159265358979323846 / 180.0);
}

/* Great-circle distance by the haversine formula, which is exact enough for near points too. */
static double kilometres(struct wp_position from, struct wp_position to) {
    double south_north = sin(radians(to.latitude - from.latitude) / 2);
    double west_east = sin(radians(to.longitude - from.longitude) / 2);
    double h = south_north * south_north +
               cos(radians(from.latitude)) * cos(radians(to.latitude)) * west_east * west_east;

    return 2 * EARTH_RADIUS_KM * asin(sqrt(h < 1 ? h : 1));
}

static int minutes_over_land(const struct wp_rules_settings *rules, struct wp_position from,
                             struct wp_position to) {
    double minutes = kilometres(from, to) * rules->detour / rules->km_per_hour * 60;
    long long millionths;

    if (!(minutes < LONGEST_TRIP))
        return LONGEST_TRIP;
    /* Rounded to 1e-6 first, so that the last bits of a computation never add a minute. */
    millionths = llround(minutes * 1e6);
    return (int)((millionths + 999999) / 1000000);
}

int wp_trip_minutes(const struct wp_round *round, int student, int project) {
    const struct wp_student *from = &round->students[student];
    const struct wp_project *to = &round->projects[project];

    if (from->district >= 0 && to->district >= 0) {
        int minutes = minutes_between(round, from->district, to->district);

        if (minutes < 0)
            minutes = minutes_between(round, to->district, from->district);
        if (minutes < 0 && from->district == to->district)
            minutes = 0;
        if (minutes >= 0)
            return minutes < LONGEST_TRIP ? minutes : LONGEST_TRIP;
    }
    if (from->position.known && to->position.known)
        return minutes_over_land(&round->settings->rules, from->position, to->position);
    return -1;
}

bool wp_round_has_trips(const struct wp_round *round) {
    bool students = false, projects = false;

    if (round->travel_count > 0)
        return true;
    for (int s = 0; s < round->student_count && !students; s++)
        students = round->students[s].position.known;
    for (int p = 0; p < round->project_count && !projects; p++)
        projects = round->projects[p].position.known;
    return students && projects;
}
