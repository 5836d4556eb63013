/* places.c: where each student is in a plan, by ids. */
#include "places.h"
#include <string.h>

bool wp_places_alike(const char *one, const char *other) {
    return one && other ? strcmp(one, other) == 0 : one == other;
}

bool wp_places_pair(const struct wp_places *before, const struct wp_places *after, int next[2],
                    struct wp_place_pair *pair) {
    const struct wp_place *one = next[0] < before->count ? &before->items[next[0]] : NULL;
    const struct wp_place *other = next[1] < after->count ? &after->items[next[1]] : NULL;
    int order = one && other ? strcmp(one->student, other->student) : 0;
    *pair = (struct wp_place_pair){order <= 0 ? one : NULL, order >= 0 ? other : NULL};
    next[0] += pair->before != NULL;
    next[1] += pair->after != NULL;
    return one || other;
}

static const char *copy(struct wp_arena *arena, const char *text) {
    return *text ? wp_arena_copy(arena, text, strlen(text)) : "";
}

/* The ids of a project's hosts with | between them; NULL when memory runs out. */
static const char *join_hosts(const struct wp_round *round, const struct wp_project *project,
                              struct wp_arena *arena) {
    size_t length = 0, at = 0;
    for (int h = 0; h < project->organisations.count; h++)
        length += strlen(round->organisations[project->organisations.items[h]].id) + 1;
    if (length == 0)
        return "";
    char *hosts = wp_arena_alloc(arena, length, 1);
    for (int h = 0; hosts && h < project->organisations.count; h++) {
        const char *id = round->organisations[project->organisations.items[h]].id;
        if (h > 0)
            hosts[at++] = '|';
        memcpy(hosts + at, id, strlen(id));
        at += strlen(id);
    }
    return hosts;
}

/* What the places of one project, or of one lecturer, share; made when first asked for. */
struct shared {
    const char *id, *title, *organisations;
};

static bool share_project(const struct wp_round *round, int project, struct wp_arena *arena,
                          struct shared *shared) {
    if (shared->id)
        return true;
    shared->title = copy(arena, round->projects[project].title);
    shared->organisations = join_hosts(round, &round->projects[project], arena);
    shared->id = copy(arena, round->projects[project].id);
    return shared->id && shared->title && shared->organisations;
}

static bool share_lecturer(const struct wp_round *round, int lecturer, struct wp_arena *arena,
                           struct shared *shared) {
    if (!shared->id)
        shared->id = copy(arena, round->lecturers[lecturer].id);
    return shared->id != NULL;
}

static bool fill_place(const struct wp_round *round, const struct wp_plan *plan, int student,
                       struct wp_arena *arena, struct shared *projects, struct shared *lecturers,
                       struct wp_place *place) {
    int project = plan->project[student], lecturer = plan->lecturer[student];
    place->student = copy(arena, round->students[student].id);
    place->name = copy(arena, round->students[student].name);
    if (!place->student || !place->name)
        return false;
    if (project < 0)
        return true;
    if (!share_project(round, project, arena, &projects[project]) ||
        (lecturer >= 0 && !share_lecturer(round, lecturer, arena, &lecturers[lecturer])))
        return false;
    place->project = projects[project].id;
    place->title = projects[project].title;
    place->organisations = projects[project].organisations;
    place->lecturer = lecturer < 0 ? NULL : lecturers[lecturer].id;
    place->slot = plan->slot[project] < 0 ? NULL : wp_slot_name(plan->slot[project]);
    place->rank = wp_plan_rank(round, plan, student);
    return true;
}

int wp_places_of_plan(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                      struct wp_places *places, struct wp_error *error) {
    struct wp_place *items = wp_arena_alloc(arena, (size_t)round->student_count, sizeof *items);
    struct shared *projects = wp_arena_alloc(arena, (size_t)round->project_count, sizeof *projects);
    struct shared *lecturers = wp_arena_alloc(arena, (size_t)round->lecturer_count, sizeof *lecturers);
    *places = (struct wp_places){0};
    if (!items || !projects || !lecturers)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++)
        if (!fill_place(round, plan, s, arena, projects, lecturers, &items[s]))
            return wp_error_memory(error);
    *places = (struct wp_places){items, round->student_count};
    return 0;
}

int wp_places_of_base(const struct wp_round *round, struct wp_arena *arena, struct wp_places *places,
                      struct wp_error *error) {
    struct wp_place *items = wp_arena_alloc(arena, (size_t)round->former_count, sizeof *items);
    *places = (struct wp_places){0};
    if (!items)
        return wp_error_memory(error);
    for (int k = 0; k < round->former_count; k++) {
        const struct wp_former_place *former = &round->former[k];
        int student = wp_round_find(round, WP_STUDENTS, former->student);
        int project = former->project ? wp_round_find(round, WP_PROJECTS, former->project) : -1;
        items[k] = (struct wp_place){.student = former->student,
                                     .name = student < 0 ? "" : round->students[student].name};
        if (!former->project)
            continue;
        items[k].project = former->project;
        items[k].title = project < 0 ? "" : round->projects[project].title;
        items[k].organisations = former->organisations;
        items[k].lecturer = former->lecturer;
        items[k].slot = former->slot < 0 ? NULL : wp_slot_name(former->slot);
    }
    *places = (struct wp_places){items, round->former_count};
    return 0;
}
