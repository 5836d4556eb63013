/* comparison_chain.c: what changes for students from plan to plan, and what is new to them over all before.
 */
#include "comparison_parts.h"
#include "language.h"
#include <string.h>

/* Where the student of this id is in a plan: a project's index, or -1 where she is not placed or not known.
 */
static int project_of(const struct wp_compared *plan, const char *student) {
    int s = wp_round_find(plan->round, WP_STUDENTS, student);
    return s < 0 ? -1 : plan->plan->project[s];
}

static bool share_students(const struct wp_compared *plan, const struct wp_compared *other) {
    for (int s = 0; s < plan->round->student_count; s++)
        if (wp_round_find(other->round, WP_STUDENTS, plan->round->students[s].id) >= 0)
            return true;
    return false;
}

struct changes {
    int same, moved, only_here, only_before;
};

static struct changes count_changes(const struct wp_compared *before, const struct wp_compared *here) {
    struct changes changes = {0};
    for (int s = 0; s < here->round->student_count; s++) {
        int now = here->plan->project[s], then = project_of(before, here->round->students[s].id);
        if (now >= 0 && then >= 0)
            ++*(strcmp(here->round->projects[now].id, before->round->projects[then].id) == 0
                    ? &changes.same
                    : &changes.moved);
        else if (now >= 0)
            changes.only_here++;
    }
    for (int s = 0; s < before->round->student_count; s++)
        changes.only_before +=
            before->plan->project[s] >= 0 && project_of(here, before->round->students[s].id) < 0;
    return changes;
}

static void compare_changes(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Placed students, against the plan before"));
    const int same = wp_comparison_row(table, _("same project")),
              moved = wp_comparison_row(table, _("other project")),
              here = wp_comparison_row(table, _("placed only now")),
              before = wp_comparison_row(table, _("placed only before"));
    for (int i = 1; i < comparing->count; i++) {
        if (!share_students(&comparing->plans[i], &comparing->plans[i - 1]))
            continue;
        const struct changes changes = count_changes(&comparing->plans[i - 1], &comparing->plans[i]);
        wp_comparison_number(table, same, i, changes.same);
        wp_comparison_number(table, moved, i, changes.moved);
        wp_comparison_number(table, here, i, changes.only_here);
        wp_comparison_number(table, before, i, changes.only_before);
    }
    wp_comparison_end(table, true);
}

/* Do two projects of two rounds have a host in common? */
static bool same_host(const struct wp_round *round, const struct wp_project *project,
                      const struct wp_round *other_round, const struct wp_project *other) {
    for (int h = 0; h < project->organisations.count; h++)
        for (int k = 0; k < other->organisations.count; k++)
            if (strcmp(round->organisations[project->organisations.items[h]].id,
                       other_round->organisations[other->organisations.items[k]].id) == 0)
                return true;
    return false;
}

static bool same_district(const struct wp_round *round, const struct wp_project *project,
                          const struct wp_round *other_round, const struct wp_project *other) {
    return project->district >= 0 && other->district >= 0 &&
           strcmp(round->districts[project->district].id, other_round->districts[other->district].id) == 0;
}

struct novelty {
    int again, organisation, district;
};

/* Of the students whom an earlier plan placed too: how many have no host, how many no district of before. */
static struct novelty count_novelty(const struct wp_comparing *comparing, int plan) {
    const struct wp_compared *here = &comparing->plans[plan];
    struct novelty novelty = {0};
    for (int s = 0; s < here->round->student_count; s++) {
        bool again = false, host = false, district = false;
        if (here->plan->project[s] < 0)
            continue;
        const struct wp_project *project = &here->round->projects[here->plan->project[s]];
        for (int i = 0; i < plan; i++) {
            const struct wp_round *round = comparing->plans[i].round;
            int then = project_of(&comparing->plans[i], here->round->students[s].id);
            if (then < 0)
                continue;
            again = true;
            host |= same_host(here->round, project, round, &round->projects[then]);
            district |= same_district(here->round, project, round, &round->projects[then]);
        }
        novelty.again += again;
        novelty.organisation += again && !host && project->organisations.count > 0;
        novelty.district += again && !district && project->district >= 0;
    }
    return novelty;
}

static void compare_novelty(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    bool hosts = false, districts = false;
    wp_comparison_begin(table, _("Students placed in an earlier of these plans too"));
    const int again = wp_comparison_row(table, _("students")),
              organisation = wp_comparison_row(table, _("at a new organisation")),
              district = wp_comparison_row(table, _("in a new district"));
    for (int i = 0; i < comparing->count; i++) {
        hosts |= comparing->plans[i].round->organisation_count > 0;
        districts |= comparing->plans[i].round->district_count > 0;
    }
    for (int i = 1; i < comparing->count; i++) {
        const struct novelty novelty = count_novelty(comparing, i);
        if (novelty.again == 0)
            continue;
        wp_comparison_number(table, again, i, novelty.again);
        if (hosts)
            wp_comparison_number(table, organisation, i, novelty.organisation);
        if (districts)
            wp_comparison_number(table, district, i, novelty.district);
    }
    wp_comparison_end(table, true);
}

int wp_compare_chain(const struct wp_comparing *comparing, struct wp_error *error) {
    (void)error; /* what fails shows in the table */
    compare_changes(comparing);
    compare_novelty(comparing);
    return 0;
}
