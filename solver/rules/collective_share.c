/* collective_share.c: of all placed students at least a share is on collective projects. A project without an
 * orientation is not collective; all students count, with choices or not.
 *
 * Row, with the share in hundredths of a percent, so that all of it is an integer:
 *   10000 * (heads on collective projects) - share * (all heads placed) >= 0
 * It is written over x: nobody's place is counted through another column, so its linear bound is exact but
 * for the rounding of the last student. */
#include "eligibility.h"
#include "rules.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

#define WHOLE     10000 /* 100 % */
#define PER_CENT  100
#define TEXT_SIZE 16

static bool active(const struct wp_round *round) {
    return round->settings->rules.collective_share > 0;
}

static bool is_collective(const struct wp_round *round, int project) {
    return round->projects[project].orientation == WP_ORIENTATION_COLLECTIVE;
}

/* "40%", "33.33%" */
static const char *share_text(int share, char text[TEXT_SIZE]) {
    if (share % PER_CENT == 0)
        snprintf(text, TEXT_SIZE, "%d%%", share / PER_CENT);
    else
        snprintf(text, TEXT_SIZE, "%d.%02d%%", share / PER_CENT, share % PER_CENT);
    return text;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int64_t share = round->settings->rules.collective_share;
    int code = 0;

    for (int p = 0; p < round->project_count && !code; p++)
        code = wp_build_add_heads(build, p, (is_collective(round, p) ? WHOLE : 0) - share, error);
    return code ? code : wp_program_row(build->program, "collective_share", 0, WP_FREE_ABOVE, error);
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    int share = round->settings->rules.collective_share, other = -1;
    int64_t placed = 0, collective = 0;
    char text[TEXT_SIZE];

    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] < 0)
            continue;
        placed++;
        if (is_collective(round, plan->project[s]))
            collective++;
        else if (other < 0)
            other = s;
    }
    if (WHOLE * collective < share * placed)
        wp_violate(violations, &wp_rule_collective_share,
                   "of %lld placed students %lld are on collective projects, less than collective_share = %s "
                   "(student %s on project %s is not)",
                   (long long)placed, (long long)collective, share_text(share, text),
                   round->students[other].id, round->projects[plan->project[other]].id);
}

/* The most students who can be on collective projects: no more than have a place there, nor than there are
 * seats. */
static int64_t most_collective(const struct wp_round *round, const struct wp_pairs *pairs,
                               const struct wp_reach *reach) {
    int64_t students = 0, seats = 0;

    for (int u = 0; u < round->unit_count; u++) {
        bool can = false;

        for (int k = pairs->first[u]; k < pairs->first[u + 1] && !can; k++)
            can = is_collective(round, pairs->items[k].project);
        students += can ? round->units[u].size : 0;
    }
    for (int p = 0; p < round->project_count; p++)
        seats += is_collective(round, p) ? reach[p].heads : 0;
    return students < seats ? students : seats;
}

/* The fewest on other projects: those who are pinned there, and the minimums of those that must run. */
static int64_t least_other(const struct wp_round *round, const int *pinned) {
    int64_t heads = 0;

    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        int minimum = project->status == WP_STATUS_OPEN || pinned[p] > 0 ? project->min_students : 0;

        if (!is_collective(round, p))
            heads += pinned[p] > minimum ? pinned[p] : minimum;
    }
    return heads;
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    int64_t share = round->settings->rules.collective_share, most, other;
    struct wp_pairs *pairs = NULL;
    struct wp_reach *reach = NULL;
    int *pinned = calloc((size_t)round->project_count + 1, sizeof *pinned);
    char text[TEXT_SIZE];

    if (!pinned || wp_pairs_build(round, &pairs, NULL) || wp_rule_reach(round, pairs, &reach, NULL))
        goto out;
    for (int u = 0; u < round->unit_count; u++) {
        if (round->units[u].pin_project >= 0)
            pinned[round->units[u].pin_project] += round->units[u].size;
    }
    most = most_collective(round, pairs, reach);
    other = least_other(round, pinned);
    if (round->settings->rules.must_place && other < round->student_count - most)
        other = round->student_count - most;
    if ((WHOLE - share) * most < share * other)
        wp_violate(reasons, &wp_rule_collective_share,
                   "at least %lld students must be on projects that are not collective, and at most %lld can "
                   "be on collective ones, which is less than the %s that collective_share asks",
                   (long long)other, (long long)most, share_text((int)share, text));

out:
    free(pinned);
    free(reach);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    char share[TEXT_SIZE];

    snprintf(text, size, _("At least %s of the placed students are on collective projects."),
             share_text(round->settings->rules.collective_share, share));
}

const struct wp_rule wp_rule_collective_share = {
    .name = "collective_share",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
