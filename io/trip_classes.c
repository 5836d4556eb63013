/* trip_classes.c: how long students are under way, in classes of so many minutes. */
#include "trip_classes.h"

/* -1: she is not placed, or her trip is not known. */
static int trip_of(const struct wp_round *round, const struct wp_plan *plan, int student) {
    return plan->project[student] < 0 ? -1 : wp_trip_minutes(round, student, plan->project[student]);
}

static bool is_over(const struct wp_round *round, int student, int minutes) {
    int own = round->students[student].max_minutes;
    int limit = own >= 0 ? own : round->settings->rules.max_minutes;
    return limit >= 0 && minutes > limit;
}

/* The smallest of 10, 15, 30, 60 and then twice as many that needs no more classes than there may be. */
static int step_for(int longest) {
    static const int steps[] = {10, 15, 30, 60};
    int step = 0;
    for (int i = 0; step == 0 || longest / step >= WP_TRIP_CLASSES; i++)
        step = i < 4 ? steps[i] : step * 2;
    return step;
}

void wp_trips_classify(const struct wp_round *round, const struct wp_plan *plan,
                       struct wp_trip_classes *classes) {
    int longest = -1;
    *classes = (struct wp_trip_classes){0};
    if (!wp_round_has_trips(round))
        return;
    for (int s = 0; s < round->student_count; s++) {
        int minutes = trip_of(round, plan, s);
        longest = minutes > longest ? minutes : longest;
    }
    if (longest < 0)
        return;
    classes->step = step_for(longest);
    classes->count = longest / classes->step + 1;
    for (int s = 0; s < round->student_count; s++) {
        int minutes = trip_of(round, plan, s);
        if (minutes < 0)
            continue;
        bool over = is_over(round, s, minutes);
        classes->trips[minutes / classes->step]++;
        classes->over[minutes / classes->step] += over;
        classes->all_over += over;
    }
}
