/* publication_students.c: what a student is told: her place, who guides her, who else is there, and why. */
#include "publication_parts.h"
#include <string.h>

/* Her fellow students, by name; the first of them where they are very many. */
static bool add_fellows(struct wp_publication_draft *draft, int student, struct wp_entry_project *project) {
    struct wp_list team = wp_teams_of(draft->teams, draft->plan->project[student]);
    int most = team.count - 1 < WP_FELLOWS ? team.count - 1 : WP_FELLOWS, count = 0;
    struct wp_entry_student *students =
        wp_arena_alloc(draft->publication->arena, (size_t)most, sizeof *students);
    if (!students)
        return false;
    for (int t = 0; t < team.count && count < most; t++)
        if (team.items[t] != student) {
            students[count] = wp_entry_nobody;
            students[count++].who = wp_publication_fellow(draft, team.items[t]);
        }
    wp_publication_sort_students(students, count);
    project->students = students;
    project->student_count = count;
    project->unnamed = team.count - 1 - count;
    return true;
}

/* Her own lecturer only, where a project has several. */
static bool add_place(struct wp_publication_draft *draft, int student, struct wp_entry *entry) {
    const struct wp_plan *plan = draft->plan;
    struct wp_entry_project *project = wp_arena_alloc(draft->publication->arena, 1, sizeof *project);
    if (!project)
        return false;
    *project = draft->projects[plan->project[student]];
    project->seats = -1;
    project->lecturers =
        plan->lecturer[student] < 0 ? (struct wp_contacts){NULL, 0} : draft->guides[plan->lecturer[student]];
    entry->projects = project;
    entry->project_count = 1;
    return add_fellows(draft, student, project);
}

bool wp_publication_students(struct wp_publication_draft *draft, struct wp_entry *entries) {
    const struct wp_round *round = draft->round;
    for (int s = 0; s < round->student_count; s++) {
        int project = draft->plan->project[s];
        struct wp_entry *entry = &entries[s];
        *entry = (struct wp_entry){
            .audience = WP_AUDIENCE_STUDENT,
            .key = round->students[s].id,
            .whom = wp_publication_contact(draft, WP_STUDENTS, s, WP_TELL_ID | WP_TELL_EMAIL),
            .self = {.programme = wp_round_text(round, round->students[s].programme),
                     .year = wp_round_text(round, round->students[s].year),
                     .days = wp_publication_days(draft, s),
                     .minutes = project < 0 ? -1 : wp_trip_minutes(round, s, project)}};
        entry->self.who = entry->whom;
        if ((project >= 0 && !add_place(draft, s, entry)) ||
            !wp_publication_account(draft, s, &entry->account))
            return false;
    }
    return true;
}
