/* meetings.c: every project that runs has one weekly meeting, in a slot of its own that suits whoever guides
 * it and all its students; a lecturer has at most one meeting a slot. The rows are in meetings_rows.c. */
#include "meetings.h"

#include "translate.h"

#include "eligibility.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.meetings_weekly;
}

static bool has_slot(uint32_t slots, int slot) {
    return (slots >> slot & 1u) != 0;
}

uint32_t wp_meetings_unit_slots(const struct wp_round *round, const struct wp_unit *unit) {
    uint32_t slots = WP_ALL_SLOTS;

    for (int m = 0; m < unit->students.count; m++)
        slots &= round->students[unit->students.items[m]].slots;
    return slots;
}

uint32_t wp_meetings_project_slots(const struct wp_round *round, int project) {
    const struct wp_project *place = &round->projects[project];
    uint32_t guides = round->has_lecturers ? 0 : WP_ALL_SLOTS;

    for (int l = 0; l < place->lecturers.count; l++)
        guides |= round->lecturers[place->lecturers.items[l]].slots;
    return place->slots & guides;
}

/* What the projects' meetings are to their students: one entry for each placed student. */
struct attendance {
    int project, lecturer, student, slot;
};

static int by_project(const void *left, const void *right) {
    const struct attendance *a = left, *b = right;

    if (a->project != b->project)
        return a->project < b->project ? -1 : 1;
    if (a->lecturer != b->lecturer)
        return a->lecturer < b->lecturer ? -1 : 1;
    return (a->student > b->student) - (a->student < b->student);
}

static int by_lecturer(const void *left, const void *right) {
    const struct attendance *a = left, *b = right;

    if (a->lecturer != b->lecturer)
        return a->lecturer < b->lecturer ? -1 : 1;
    if (a->slot != b->slot)
        return a->slot < b->slot ? -1 : 1;
    return by_project(left, right);
}

/* The project's slot itself. False if it says nothing that lecturers and students could be compared with. */
static bool check_slot(const struct wp_round *round, const struct wp_plan *plan, const struct attendance *one,
                       struct wp_violations *violations) {
    int slot = plan->slot[one->project];
    const char *project = round->projects[one->project].id, *student = round->students[one->student].id;

    if (slot == -1)
        wp_violate(violations, &wp_rule_meetings,
                   "project %s has no weekly meeting, but it runs (student %s is there)", project, student);
    else if (slot < 0 || slot >= WP_SLOT_COUNT)
        wp_violate(violations, &wp_rule_meetings,
                   "project %s meets in a slot that does not exist (student %s is there)", project, student);
    else if (!has_slot(round->projects[one->project].slots, slot))
        wp_violate(violations, &wp_rule_meetings,
                   "project %s meets in slot %s, which is not one of its slots (student %s is there)",
                   project, wp_slot_name(slot), student);
    return slot >= 0 && slot < WP_SLOT_COUNT;
}

/* A project's students, by lecturer, and those who guide them. */
static void check_project(const struct wp_round *round, const struct wp_plan *plan,
                          const struct attendance *there, int count, struct wp_violations *violations) {
    const char *project = round->projects[there->project].id;
    int slot = plan->slot[there->project];

    if (!check_slot(round, plan, there, violations))
        return;
    for (int i = 0; i < count; i++) {
        const struct wp_student *student = &round->students[there[i].student];
        int lecturer = there[i].lecturer;

        if (!has_slot(student->slots, slot))
            wp_violate(violations, &wp_rule_meetings,
                       "student %s is on project %s, which meets in slot %s, not one of hers", student->id,
                       project, wp_slot_name(slot));
        if (lecturer >= 0 && (i == 0 || there[i - 1].lecturer != lecturer) &&
            !has_slot(round->lecturers[lecturer].slots, slot))
            wp_violate(violations, &wp_rule_meetings,
                       "lecturer %s guides student %s on project %s, which meets in slot %s, not one of hers",
                       round->lecturers[lecturer].id, student->id, project, wp_slot_name(slot));
    }
}

/* Two projects of one lecturer in one slot. `all` is by lecturer, then slot, then project. */
static void check_lecturers(const struct wp_round *round, const struct attendance *all, int count,
                            struct wp_violations *violations) {
    for (int i = 1; i < count; i++) {
        const struct attendance *a = &all[i - 1], *b = &all[i];

        if (a->lecturer == b->lecturer && a->slot == b->slot && a->project != b->project &&
            a->lecturer >= 0 && a->slot >= 0 && a->slot < WP_SLOT_COUNT)
            wp_violate(violations, &wp_rule_meetings,
                       "lecturer %s has two meetings in slot %s, of project %s (with student %s) and of "
                       "project %s (with student %s)",
                       round->lecturers[a->lecturer].id, wp_slot_name(a->slot),
                       round->projects[a->project].id, round->students[a->student].id,
                       round->projects[b->project].id, round->students[b->student].id);
    }
}

static void check_closed(const struct wp_round *round, const struct wp_plan *plan,
                         const struct attendance *all, int count, struct wp_violations *violations) {
    int next = 0;

    for (int p = 0; p < round->project_count; p++) {
        bool runs = next < count && all[next].project == p;

        if (!runs && plan->slot[p] != -1)
            wp_violate(violations, &wp_rule_meetings, "project %s has a weekly meeting, but it does not run",
                       round->projects[p].id);
        while (next < count && all[next].project == p)
            next++;
    }
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct attendance *all = malloc(((size_t)plan->student_count + 1) * sizeof *all);
    int count = 0;

    if (!all) {
        wp_violate(violations, &wp_rule_meetings, "there is not enough memory to check the rule %s",
                   wp_rule_meetings.name);
        return;
    }
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0)
            all[count++] =
                (struct attendance){plan->project[s], plan->lecturer[s], s, plan->slot[plan->project[s]]};
    }
    qsort(all, (size_t)count, sizeof *all, by_project);
    check_closed(round, plan, all, count, violations);
    for (int first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && all[end].project == all[first].project;)
            end++;
        check_project(round, plan, all + first, end - first, violations);
    }
    qsort(all, (size_t)count, sizeof *all, by_lecturer);
    check_lecturers(round, all, count, violations);
    free(all);
}

/* A project that certainly runs, with the students pinned to it; `pinned` is one of them, or -1. */
static void count_project(const struct wp_round *round, int project, uint32_t students, int pinned,
                          struct wp_violations *reasons) {
    const char *id = round->projects[project].id;
    uint32_t slots = wp_meetings_project_slots(round, project);

    if (slots == 0 && (!round->has_lecturers || round->projects[project].lecturers.count > 0))
        wp_violate(reasons, &wp_rule_meetings,
                   "project %s must run with a weekly meeting, but has no slot in common with any lecturer "
                   "who may guide it",
                   id);
    else if (pinned >= 0 && (slots & students) == 0)
        wp_violate(reasons, &wp_rule_meetings,
                   "project %s has no slot for a weekly meeting that suits all students who are pinned to it "
                   "(student %s is one) and a lecturer who may guide it",
                   id, round->students[pinned].id);
}

static void count(const struct wp_round *round, struct wp_violations *reasons) {
    size_t projects = (size_t)round->project_count + 1;
    uint32_t *students = malloc(projects * sizeof *students);
    int *pinned = malloc(projects * sizeof *pinned);

    if (!students || !pinned)
        goto out;
    for (int p = 0; p < round->project_count; p++) {
        students[p] = WP_ALL_SLOTS;
        pinned[p] = -1;
    }
    for (int u = 0; u < round->unit_count; u++) {
        const struct wp_unit *unit = &round->units[u];

        if (unit->pin_project < 0)
            continue;
        students[unit->pin_project] &= wp_meetings_unit_slots(round, unit);
        pinned[unit->pin_project] = unit->students.items[0];
    }
    for (int p = 0; p < round->project_count; p++) {
        if (round->projects[p].status == WP_STATUS_OPEN || pinned[p] >= 0)
            count_project(round, p, students[p], pinned[p], reasons);
    }

out:
    free(students);
    free(pinned);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    const char *asked =
        round->has_lecturers
            ? _("Each project that runs has one weekly meeting, in a slot that suits it, its lecturer and "
                "all its students; a lecturer has one meeting a slot.")
            : _("Each project that runs has one weekly meeting, in a slot that suits it and all its "
                "students.");

    snprintf(text, size, "%s", asked);
}

const struct wp_rule wp_rule_meetings = {
    .name = "meetings",
    .active = active,
    .rows = wp_meetings_rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
