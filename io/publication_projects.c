/* publication_projects.c: the projects of a publication, with hosts, lecturers and students. */
#include "publication_parts.h"
#include <stdlib.h>
#include <string.h>

unsigned wp_publication_days(const struct wp_publication_draft *draft, int student) {
    int project = draft->plan->project[student];
    unsigned days = draft->round->students[student].days;
    unsigned asked = project < 0 ? 0 : draft->round->projects[project].days;
    return asked ? days & asked : days;
}

static int by_shown_id(const void *left, const void *right) {
    const struct wp_entry_project *one = left, *other = right;
    return strcmp(one->id, other->id);
}

void wp_publication_sort_projects(struct wp_entry_project *projects, int count) {
    if (count > 1)
        qsort(projects, (size_t)count, sizeof *projects, by_shown_id);
}

static int by_name(const void *left, const void *right) {
    const struct wp_contact *one = left, *other = right;
    int order = strcmp(one->name, other->name);
    return order ? order : strcmp(one->email, other->email);
}

static bool add_hosts(struct wp_publication_draft *draft, int project, struct wp_contacts *out) {
    struct wp_list hosts = draft->round->projects[project].organisations;
    struct wp_contact *items = wp_arena_alloc(draft->publication->arena, (size_t)hosts.count, sizeof *items);
    for (int h = 0; h < hosts.count && items; h++)
        items[h] = wp_publication_contact(draft, WP_ORGANISATIONS, hosts.items[h], WP_TELL_EMAIL);
    if (hosts.count > 1 && items)
        qsort(items, (size_t)hosts.count, sizeof *items, by_name);
    *out = (struct wp_contacts){items, hosts.count};
    return items != NULL;
}

/* Each lecturer who guides somebody there, once; `seen` has the last project of each lecturer, plus one. */
static bool add_lecturers(struct wp_publication_draft *draft, int project, int *seen,
                          struct wp_contacts *out) {
    struct wp_list team = wp_teams_of(draft->teams, project);
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
        struct wp_contact *items = NULL;
        if (pass == 1) {
            items = wp_arena_alloc(draft->publication->arena, (size_t)count, sizeof *items);
            if (!items)
                return false;
            out->items = items;
        }
        int mark = 2 * project + pass + 1;
        for (int t = 0; t < team.count; t++) {
            int lecturer = draft->plan->lecturer[team.items[t]];
            if (lecturer < 0 || seen[lecturer] == mark)
                continue;
            seen[lecturer] = mark;
            if (pass == 0)
                count++;
            else
                items[out->count++] = draft->guides[lecturer].items[0];
        }
        if (pass == 1 && count > 1)
            qsort(items, (size_t)count, sizeof *items, by_name);
    }
    return true;
}

/* By name, with the days: what hosts and brokers are told of students. */
static bool add_students(struct wp_publication_draft *draft, int project, struct wp_entry_project *out) {
    struct wp_list team = wp_teams_of(draft->teams, project);
    struct wp_entry_student *students =
        wp_arena_alloc(draft->publication->arena, (size_t)team.count, sizeof *students);
    for (int t = 0; t < team.count && students; t++) {
        students[t] = wp_entry_nobody;
        students[t].who = wp_publication_contact(draft, WP_STUDENTS, team.items[t], 0);
        students[t].days = wp_publication_days(draft, team.items[t]);
    }
    if (students)
        wp_publication_sort_students(students, team.count);
    out->students = students;
    out->student_count = team.count;
    return students != NULL;
}

static bool add_project(struct wp_publication_draft *draft, int project, int *seen,
                        struct wp_entry_project *out) {
    const struct wp_round *round = draft->round;
    const struct wp_project *known = &round->projects[project];
    bool hidden = draft->pseudonyms[WP_PROJECTS] != NULL;
    *out = (struct wp_entry_project){
        .id = wp_publication_id(draft, WP_PROJECTS, project),
        .title = hidden ? "" : known->title,
        .theme = wp_round_text(round, known->theme),
        .indicator = hidden ? "" : known->indicator,
        .district = wp_district_text(round, known->district),
        .circle = wp_round_text(round, known->circle),
        .slot = draft->plan->slot[project],
        .days = known->days,
        .seats = known->max_students,
        .open = draft->totals->project_students[project] > 0,
    };
    return add_hosts(draft, project, &out->organisations) &&
           add_lecturers(draft, project, seen, &out->lecturers) && add_students(draft, project, out);
}

/* Each lecturer, as others reach her. */
static bool add_guides(struct wp_publication_draft *draft) {
    int count = draft->round->lecturer_count;
    struct wp_arena *arena = draft->publication->arena;
    struct wp_contact *contacts = wp_arena_alloc(arena, (size_t)count, sizeof *contacts);
    draft->guides = wp_arena_alloc(arena, (size_t)count, sizeof *draft->guides);
    for (int l = 0; l < count && contacts && draft->guides; l++) {
        contacts[l] = wp_publication_contact(draft, WP_LECTURERS, l, WP_TELL_EMAIL);
        draft->guides[l] = (struct wp_contacts){&contacts[l], 1};
    }
    return contacts && draft->guides;
}

bool wp_publication_projects(struct wp_publication_draft *draft) {
    const struct wp_round *round = draft->round;
    struct wp_arena *arena = draft->publication->arena;
    int *seen = wp_arena_alloc(arena, (size_t)round->lecturer_count, sizeof *seen);
    draft->projects = wp_arena_alloc(arena, (size_t)round->project_count, sizeof *draft->projects);
    if (!seen || !draft->projects || !add_guides(draft))
        return false;
    for (int p = 0; p < round->project_count; p++)
        if (!add_project(draft, p, seen, &draft->projects[p]))
            return false;
    return true;
}
