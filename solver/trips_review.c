/* trips_review.c: trips that a rule or an objective needs and that nobody knows. */
#include "eligibility.h"
#include "finish.h"
#include "rules/rules.h"
#include "translate.h"

#include <stdlib.h>

/* Someone's trip that is needed and unknown. */
struct missing {
    int from, to; /* districts, or -1 */
    int student, project;
};

static bool travel_asked(const struct wp_settings *settings) {
    for (int o = 0; o < settings->objective_count; o++) {
        if (settings->objectives[o].kind == WP_OBJECTIVE_TRAVEL)
            return true;
    }
    return false;
}

/* Pairs of districts first, each by its first student; then the pairs that have no two districts. */
static int compare_missing(const void *left, const void *right) {
    const struct missing *a = left, *b = right;

    if (a->from != b->from)
        return a->from > b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to > b->to ? -1 : 1;
    if (a->student != b->student)
        return a->student < b->student ? -1 : 1;
    return (a->project > b->project) - (a->project < b->project);
}

static void tell(const struct wp_round *round, const struct missing *missing,
                 struct wp_diagnostics *diagnostics) {
    const struct wp_student *student = &round->students[missing->student];
    const struct wp_project *project = &round->projects[missing->project];

    if (missing->from >= 0)
        wp_diagnostics_error(diagnostics, student->where,
                             "the trip from district %s to district %s is not known (student %s, project "
                             "%s): add the pair to the "
                             "travel file, or give both districts coordinates",
                             round->districts[missing->from].id, round->districts[missing->to].id,
                             student->id, project->id);
    else
        wp_diagnostics_error(
            diagnostics, student->where,
            "the trip of student %s to project %s is not known: give both a district, or both coordinates",
            student->id, project->id);
}

static bool limited(const struct wp_round *round, int student, int project) {
    bool limit = round->settings->rules.max_minutes >= 0 || round->students[student].max_minutes >= 0;

    return limit && !wp_waived(round, &wp_rule_max_minutes, student, project);
}

/* Lists the unknown trips of the pairs: all of them for the objective travel, else those whose length is
 * limited. */
static int collect(const struct wp_round *round, const struct wp_pairs *pairs, bool travel,
                   struct missing **out, size_t *count, struct wp_error *error) {
    size_t capacity = 0;

    for (int k = 0; k < pairs->count; k++) {
        struct wp_list members = round->units[pairs->items[k].unit].students;
        int project = pairs->items[k].project;

        for (int m = 0; m < members.count; m++) {
            const struct wp_student *student = &round->students[members.items[m]];
            int from = student->district, to = round->projects[project].district;

            if (!travel && !limited(round, members.items[m], project))
                continue;
            if (wp_trip_minutes(round, members.items[m], project) >= 0)
                continue;
            if (*count == capacity) {
                struct missing *items;

                capacity = capacity ? 2 * capacity : 64;
                items = realloc(*out, capacity * sizeof *items);
                if (!items)
                    return wp_error_memory(error);
                *out = items;
            }
            if (from < 0 || to < 0)
                from = to = -1;
            (*out)[(*count)++] = (struct missing){from, to, members.items[m], project};
        }
    }
    return 0;
}

int wp_trips_review(const struct wp_round *round, struct wp_diagnostics *diagnostics,
                    struct wp_error *error) {
    const struct wp_settings *settings = round->settings;
    bool travel = travel_asked(settings), own_limits = false;
    struct wp_pairs *pairs = NULL;
    struct missing *missing = NULL;
    size_t count = 0;
    int code;

    if (travel && settings->default_objectives && !wp_round_has_trips(round)) {
        /* Nobody asked for travel: the default order is no reason to refuse a round without distances. */
        travel = false;
        wp_diagnostics_notice(diagnostics, (struct wp_location){.path = settings->path},
                              "no distances are given, so travel is left out");
    }
    for (int s = 0; s < round->student_count; s++)
        own_limits |= round->students[s].max_minutes >= 0;
    if (!travel && !own_limits && settings->rules.max_minutes < 0)
        return 0;

    code = wp_pairs_build(round, &pairs, error);
    if (!code)
        code = collect(round, pairs, travel, &missing, &count, error);
    if (code)
        goto out;
    if (count > 0)
        qsort(missing, count, sizeof *missing, compare_missing);
    /* Not a line for each pair of districts where a whole file is missing. */
    if (count > 0 && missing[0].from >= 0 && !wp_round_has_trips(round)) {
        wp_diagnostics_error(
            diagnostics, (struct wp_location){.path = settings->path},
            travel ? _("the objective travel needs distances, and none are given, for instance from district "
                       "%s to %s: name a travel file in [input], or give students, projects or their "
                       "districts coordinates")
                   : _("max_minutes needs distances, and none are given, for instance from district %s to "
                       "%s: name a travel file in [input], or give students, projects or their districts "
                       "coordinates"),
            round->districts[missing[0].from].id, round->districts[missing[0].to].id);
        goto out;
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || missing[i].from < 0 || missing[i].from != missing[i - 1].from ||
            missing[i].to != missing[i - 1].to)
            tell(round, &missing[i], diagnostics);
    }

out:
    wp_pairs_free(pairs);
    free(missing);
    return code;
}
