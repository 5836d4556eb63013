/* stability.c: nobody is passed over for a free seat (stability = no_envy). The rows are in stability_rows.c.
 *
 * A plan is broken where a unit, placed or not, has a project that it lists, that runs, that all members
 * strictly prefer to what they have and are eligible for, with free seats for the whole unit there and at
 * each host, and with room for its load at a lecturer who guides somebody there. Members without choices have
 * the unit's worst rank. Mix, quota, apart, slots, a host's max_projects (the project runs already) and the
 * minimum of the project that it would leave are not considered.
 *
 * Read to the letter where the meaning leaves room:
 * - seats, hosts' seats and loads are free as they are in the plan, the unit's own present seat still taken;
 * - a pinned unit envies nobody: the pin is why it is where it is; and where max_choice bounds the choices,
 * only those within it count;
 * - a lecturer whom a decision forbids to guide the unit has no room for it; without a lecturers file load is
 * no matter;
 * - what is reserved was taken off the maximum before: reserved seats and load are not free. */
#include "stability.h"

#include "translate.h"

#include "eligibility.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.no_envy;
}

bool wp_stability_prefers(const struct wp_round *round, int student, int project, int other) {
    int rank = other < 0 ? 0 : wp_unit_rank(round, student, other);

    return rank == 0 || rank > wp_unit_rank(round, student, project);
}

static bool all_prefer(const struct wp_round *round, const struct wp_plan *plan, const struct wp_unit *unit,
                       int project) {
    for (int m = 0; m < unit->students.count; m++) {
        int student = unit->students.items[m];

        if (!wp_stability_prefers(round, student, project, plan->project[student]))
            return false;
    }
    return true;
}

/* May the unit go there, as far as its choices and eligibility say? */
static bool may_go(const struct wp_round *round, const struct wp_unit *unit, int project) {
    int limit = round->settings->rules.max_choice;

    for (int m = 0; m < unit->students.count; m++) {
        int student = unit->students.items[m], rank = wp_unit_rank(round, student, project);

        if (rank == 0 || (limit >= 0 && rank > limit) || wp_ineligible(round, student, project))
            return false;
    }
    return true;
}

/* team: those who are on the project. */
static bool room_at_lecturer(const struct wp_round *round, const struct wp_plan *plan,
                             const struct wp_totals *totals, const struct wp_unit *unit,
                             struct wp_list team) {
    if (!round->has_lecturers)
        return true;
    for (int i = 0; i < team.count; i++) {
        int lecturer = plan->lecturer[team.items[i]];

        if (lecturer >= 0 && wp_unit_guided(round, unit, lecturer) &&
            round->lecturers[lecturer].max_load - totals->lecturer_load[lecturer] >= unit->load)
            return true;
    }
    return false;
}

static void tell(const struct wp_round *round, const struct wp_plan *plan, const struct wp_unit *unit,
                 int project, struct wp_violations *violations) {
    int student = unit->students.items[0], here = plan->project[student];
    const char *id = round->students[student].id, *wanted = round->projects[project].id;

    if (here < 0 && unit->size > 1)
        wp_violate(violations, &wp_rule_stability,
                   "student %s has no project, but %s, among her choices, has room for her group", id,
                   wanted);
    else if (here < 0)
        wp_violate(violations, &wp_rule_stability,
                   "student %s has no project, but %s, among her choices, has room for her", id, wanted);
    else if (unit->size > 1)
        wp_violate(violations, &wp_rule_stability,
                   "student %s is on project %s, but %s, which she prefers, has room for her group", id,
                   round->projects[here].id, wanted);
    else
        wp_violate(violations, &wp_rule_stability,
                   "student %s is on project %s, but %s, which she prefers, has room for her", id,
                   round->projects[here].id, wanted);
}

/* What a unit lists, each member with choices lists: those of one are enough to look at. */
static const struct wp_student *first_who_chose(const struct wp_round *round, const struct wp_unit *unit) {
    for (int m = 0; m < unit->students.count; m++) {
        if (round->students[unit->students.items[m]].choice_count > 0)
            return &round->students[unit->students.items[m]];
    }
    return NULL;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_totals *totals = wp_rule_totals(&wp_rule_stability, round, plan, violations);
    struct wp_teams *teams = wp_rule_teams(&wp_rule_stability, plan, violations);

    for (int u = 0; totals && teams && u < round->unit_count; u++) {
        const struct wp_unit *unit = &round->units[u];
        const struct wp_student *chooser = unit->pin_project < 0 ? first_who_chose(round, unit) : NULL;

        for (int c = 0; chooser && c < chooser->choice_count; c++) {
            int project = chooser->choices[c].project;

            if (totals->project_students[project] > 0 && may_go(round, unit, project) &&
                all_prefer(round, plan, unit, project) &&
                wp_totals_free_seats(totals, round, project, -1, 0) >= unit->size &&
                room_at_lecturer(round, plan, totals, unit, wp_teams_of(teams, project)))
                tell(round, plan, unit, project, violations);
        }
    }
    wp_totals_free(totals);
    wp_teams_free(teams);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    const char *asked = round->has_lecturers
                            ? _("No student is kept from a running project that she prefers while it, its "
                                "hosts and its lecturer have room for her.")
                            : _("No student is kept from a running project that she prefers while it and "
                                "its hosts have room for her.");

    snprintf(text, size, "%s", asked);
}

const struct wp_rule wp_rule_stability = {
    .name = "stability",
    .active = active,
    .rows = wp_stability_rows,
    .check = check,
    .sentence = sentence,
};
