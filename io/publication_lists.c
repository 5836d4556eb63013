/* publication_lists.c: what lecturers, organisations and brokers are told: their projects and who is there.
 */
#include "publication_parts.h"
#include <stdlib.h>
#include <string.h>

static struct wp_entry new_entry(enum wp_audience audience, const char *key, struct wp_contact whom) {
    return (struct wp_entry){
        .audience = audience, .key = key, .whom = whom, .self = wp_entry_nobody, .account.basis = ""};
}

/* A student whom a lecturer guides. */
struct guided {
    int lecturer, project, student;
};

static int by_lecturer(const void *left, const void *right) {
    const struct guided *a = left, *b = right;
    if (a->lecturer != b->lecturer)
        return a->lecturer < b->lecturer ? -1 : 1;
    if (a->project != b->project)
        return a->project < b->project ? -1 : 1;
    return (a->student > b->student) - (a->student < b->student);
}

/* What a lecturer is told of her students. */
static bool add_guided(struct wp_publication_draft *draft, const struct guided *guided, int count,
                       struct wp_entry_project *project) {
    const struct wp_round *round = draft->round;
    struct wp_entry_student *students =
        wp_arena_alloc(draft->publication->arena, (size_t)count, sizeof *students);
    if (!students)
        return false;
    for (int i = 0; i < count; i++) {
        int s = guided[i].student;
        students[i] = (struct wp_entry_student){
            .who = wp_publication_contact(draft, WP_STUDENTS, s, WP_TELL_ID | WP_TELL_EMAIL),
            .programme = wp_round_text(round, round->students[s].programme),
            .year = wp_round_text(round, round->students[s].year),
            .days = wp_publication_days(draft, s),
            .minutes = wp_trip_minutes(round, s, guided[i].project)};
    }
    wp_publication_sort_students(students, count);
    project->students = students;
    project->student_count = count;
    return true;
}

/* One lecturer's projects, from the `count` students that she guides, by project. */
static bool add_lecturer(struct wp_publication_draft *draft, const struct guided *guided, int count,
                         struct wp_entry *entry) {
    int projects = 0;
    for (int i = 0; i < count; i++)
        projects += i == 0 || guided[i].project != guided[i - 1].project;
    struct wp_entry_project *items =
        wp_arena_alloc(draft->publication->arena, (size_t)projects, sizeof *items);
    if (!items)
        return false;
    for (int from = 0, to, next = 0; from < count; from = to, next++) {
        for (to = from; to < count && guided[to].project == guided[from].project; to++)
            ;
        items[next] = draft->projects[guided[from].project];
        items[next].lecturers = (struct wp_contacts){NULL, 0};
        items[next].seats = -1;
        if (!add_guided(draft, guided + from, to - from, &items[next]))
            return false;
    }
    wp_publication_sort_projects(items, projects);
    entry->projects = items;
    entry->project_count = projects;
    return true;
}

bool wp_publication_lecturers(struct wp_publication_draft *draft, struct wp_entry *entries) {
    const struct wp_round *round = draft->round;
    const struct wp_plan *plan = draft->plan;
    struct guided *guided = calloc((size_t)round->student_count + 1, sizeof *guided);
    int count = 0, next = 0;
    bool done = guided != NULL;
    for (int s = 0; s < round->student_count && done; s++)
        if (plan->project[s] >= 0 && plan->lecturer[s] >= 0)
            guided[count++] = (struct guided){plan->lecturer[s], plan->project[s], s};
    if (done)
        qsort(guided, (size_t)count, sizeof *guided, by_lecturer);
    for (int l = 0; l < round->lecturer_count && done; l++) {
        int first = next;
        while (next < count && guided[next].lecturer == l)
            next++;
        entries[l] = new_entry(WP_AUDIENCE_LECTURER, round->lecturers[l].id,
                               wp_publication_contact(draft, WP_LECTURERS, l, WP_TELL_ID | WP_TELL_EMAIL));
        done = add_lecturer(draft, guided + first, next - first, &entries[l]);
    }
    free(guided);
    return done;
}

/* Gives an entry room for the projects that were counted for it, and forgets the count. */
static bool make_room(struct wp_publication_draft *draft, struct wp_entry *entry,
                      struct wp_entry_project **room) {
    *room = wp_arena_alloc(draft->publication->arena, (size_t)entry->project_count, sizeof **room);
    entry->projects = *room;
    entry->project_count = 0;
    return *room != NULL;
}

/* A host is told nothing of the others. */
bool wp_publication_organisations(struct wp_publication_draft *draft, struct wp_entry *entries) {
    const struct wp_round *round = draft->round;
    struct wp_entry_project **rooms = calloc((size_t)round->organisation_count + 1, sizeof *rooms);
    bool done = rooms != NULL;
    for (int o = 0; o < round->organisation_count && done; o++) {
        entries[o] =
            new_entry(WP_AUDIENCE_ORGANISATION, round->organisations[o].id,
                      wp_publication_contact(draft, WP_ORGANISATIONS, o, WP_TELL_ID | WP_TELL_EMAIL));
        entries[o].project_count = draft->totals->organisation_projects[o];
        done = make_room(draft, &entries[o], &rooms[o]);
    }
    for (int p = 0; p < round->project_count && done; p++) {
        struct wp_list hosts = round->projects[p].organisations;
        for (int h = 0; h < hosts.count && draft->projects[p].open; h++) {
            struct wp_entry *entry = &entries[hosts.items[h]];
            struct wp_entry_project *project = &rooms[hosts.items[h]][entry->project_count++];
            *project = draft->projects[p];
            project->organisations = (struct wp_contacts){NULL, 0};
            project->seats = -1;
        }
    }
    for (int o = 0; o < round->organisation_count && done; o++)
        wp_publication_sort_projects(rooms[o], entries[o].project_count);
    free(rooms);
    return done;
}

/* For each of so many words, its place among the circles of projects and districts, or -1; *count says how
 * many those are. NULL when memory runs out. */
static int *number_circles(const struct wp_round *round, int words, int *count) {
    int *numbers = malloc(((size_t)words + 1) * sizeof *numbers);
    *count = 0;
    for (int w = 0; w < words && numbers; w++)
        numbers[w] = -1;
    for (int d = 0; d < round->district_count && numbers; d++) {
        int circle = round->districts[d].circle;
        if (circle >= 0 && numbers[circle] < 0)
            numbers[circle] = (*count)++;
    }
    for (int p = 0; p < round->project_count && numbers; p++) {
        int circle = round->projects[p].circle;
        if (circle >= 0 && numbers[circle] < 0)
            numbers[circle] = (*count)++;
    }
    return numbers;
}

int wp_publication_circles(const struct wp_round *round) {
    int count;
    int *numbers = number_circles(round, wp_round_word_count(round), &count);
    free(numbers);
    return numbers ? count : -1;
}

bool wp_publication_brokers(struct wp_publication_draft *draft, struct wp_entry *entries) {
    const struct wp_round *round = draft->round;
    int count, words = wp_round_word_count(round);
    int *numbers = number_circles(round, words, &count);
    struct wp_entry_project **rooms = calloc((size_t)words + 1, sizeof *rooms);
    bool done = numbers && rooms;
    for (int w = 0; w < words && done; w++) {
        const char *name = wp_round_text(round, w);
        if (numbers[w] >= 0)
            entries[numbers[w]] = new_entry(WP_AUDIENCE_BROKER, name, (struct wp_contact){name, "", ""});
    }
    for (int p = 0; p < round->project_count && done; p++)
        if (round->projects[p].circle >= 0)
            entries[numbers[round->projects[p].circle]].project_count++;
    for (int c = 0; c < count && done; c++)
        done = make_room(draft, &entries[c], &rooms[c]);
    for (int p = 0; p < round->project_count && done; p++)
        if (round->projects[p].circle >= 0) {
            int circle = numbers[round->projects[p].circle];
            rooms[circle][entries[circle].project_count++] = draft->projects[p];
        }
    for (int c = 0; c < count && done; c++)
        wp_publication_sort_projects(rooms[c], entries[c].project_count);
    free(rooms);
    free(numbers);
    return done;
}
