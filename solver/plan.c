/* plan.c: a plan's memory, and what follows from it: heads, loads, open projects, ranks. */
#include "plan.h"

#include "eligibility.h"

#include <stdlib.h>

int wp_plan_new(const struct wp_round *round, struct wp_plan **out, struct wp_error *error) {
    struct wp_plan *plan = calloc(1, sizeof *plan);
    size_t students = (size_t)round->student_count + 1;

    *out = NULL;
    if (!plan)
        return wp_error_memory(error);
    plan->student_count = round->student_count;
    plan->project_count = round->project_count;
    plan->project = malloc(students * sizeof *plan->project);
    plan->lecturer = malloc(students * sizeof *plan->lecturer);
    plan->slot = malloc(((size_t)round->project_count + 1) * sizeof *plan->slot);
    if (!plan->project || !plan->lecturer || !plan->slot) {
        wp_plan_free(plan);
        return wp_error_memory(error);
    }
    for (int s = 0; s < round->student_count; s++)
        plan->project[s] = plan->lecturer[s] = -1;
    for (int p = 0; p < round->project_count; p++)
        plan->slot[p] = -1;
    *out = plan;
    return 0;
}

void wp_plan_free(struct wp_plan *plan) {
    if (!plan)
        return;
    free(plan->project);
    free(plan->lecturer);
    free(plan->slot);
    free(plan);
}

int wp_plan_rank(const struct wp_round *round, const struct wp_plan *plan, int student) {
    int rank;

    if (plan->project[student] < 0)
        return 0;
    rank = wp_unit_rank(round, student, plan->project[student]);
    return rank ? rank : round->max_rank + 1;
}

const char *wp_plan_basis(const struct wp_round *round, const struct wp_plan *plan, int student) {
    const struct wp_student *who = &round->students[student];

    if (plan->project[student] < 0)
        return "";
    if (round->units[who->unit].pin_project == plan->project[student])
        return "pin";
    if (wp_plan_rank(round, plan, student) > round->max_rank)
        return "unlisted";
    return who->choice_count == 0 ? "group" : "choice";
}

struct guiding {
    int lecturer, project;
};

static int compare_guiding(const void *left, const void *right) {
    const struct guiding *a = left, *b = right;

    if (a->lecturer != b->lecturer)
        return a->lecturer < b->lecturer ? -1 : 1;
    return (a->project > b->project) - (a->project < b->project);
}

/* Counts each project once for each lecturer who guides someone there. */
static int count_guided(const struct wp_plan *plan, int *lecturer_projects, struct wp_error *error) {
    struct guiding *guiding = malloc(((size_t)plan->student_count + 1) * sizeof *guiding);
    size_t count = 0;

    if (!guiding)
        return wp_error_memory(error);
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0 && plan->lecturer[s] >= 0)
            guiding[count++] = (struct guiding){plan->lecturer[s], plan->project[s]};
    }
    qsort(guiding, count, sizeof *guiding, compare_guiding);
    for (size_t g = 0; g < count; g++) {
        if (g == 0 || compare_guiding(&guiding[g - 1], &guiding[g]) != 0)
            lecturer_projects[guiding[g].lecturer]++;
    }
    free(guiding);
    return 0;
}

static void add_up(const struct wp_round *round, const struct wp_plan *plan, struct wp_totals *totals) {
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] < 0)
            continue;
        totals->project_students[plan->project[s]]++;
        totals->project_load[plan->project[s]] += round->students[s].load;
        if (plan->lecturer[s] < 0)
            continue;
        totals->lecturer_students[plan->lecturer[s]]++;
        totals->lecturer_load[plan->lecturer[s]] += round->students[s].load;
    }
    for (int p = 0; p < round->project_count; p++) {
        struct wp_list hosts = round->projects[p].organisations;

        if (totals->project_students[p] == 0)
            continue;
        totals->open_projects++;
        for (int h = 0; h < hosts.count; h++) {
            totals->organisation_students[hosts.items[h]] += totals->project_students[p];
            totals->organisation_projects[hosts.items[h]]++;
        }
    }
}

int wp_totals_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_totals **out,
                  struct wp_error *error) {
    struct wp_totals *totals = calloc(1, sizeof *totals);
    size_t projects = (size_t)round->project_count + 1, lecturers = (size_t)round->lecturer_count + 1;
    size_t organisations = (size_t)round->organisation_count + 1;
    int code;

    *out = NULL;
    if (!totals)
        return wp_error_memory(error);
    totals->project_students = calloc(projects, sizeof(int));
    totals->project_load = calloc(projects, sizeof(int));
    totals->lecturer_students = calloc(lecturers, sizeof(int));
    totals->lecturer_load = calloc(lecturers, sizeof(int));
    totals->lecturer_projects = calloc(lecturers, sizeof(int));
    totals->organisation_students = calloc(organisations, sizeof(int));
    totals->organisation_projects = calloc(organisations, sizeof(int));
    if (!totals->project_students || !totals->project_load || !totals->lecturer_students ||
        !totals->lecturer_load || !totals->lecturer_projects || !totals->organisation_students ||
        !totals->organisation_projects) {
        code = wp_error_memory(error);
        goto out;
    }
    add_up(round, plan, totals);
    code = count_guided(plan, totals->lecturer_projects, error);
    if (code)
        goto out;
    *out = totals;
    totals = NULL;

out:
    wp_totals_free(totals);
    return code;
}

int wp_totals_free_seats(const struct wp_totals *totals, const struct wp_round *round, int project,
                         int present, int heads) {
    struct wp_list hosts = round->projects[project].organisations;
    int seats = round->projects[project].max_students - totals->project_students[project];

    for (int h = 0; h < hosts.count; h++) {
        int host = hosts.items[h], most = round->organisations[host].max_students;
        bool both = present >= 0 && wp_list_has(round->projects[present].organisations, host);
        int left = most - totals->organisation_students[host] + (both ? heads : 0);

        if (most != WP_UNLIMITED && left < seats)
            seats = left;
    }
    return seats;
}

void wp_totals_free(struct wp_totals *totals) {
    if (!totals)
        return;
    free(totals->project_students);
    free(totals->project_load);
    free(totals->lecturer_students);
    free(totals->lecturer_load);
    free(totals->lecturer_projects);
    free(totals->organisation_students);
    free(totals->organisation_projects);
    free(totals);
}

int wp_teams_new(const struct wp_plan *plan, struct wp_teams **out, struct wp_error *error) {
    struct wp_teams *teams = calloc(1, sizeof *teams);

    *out = NULL;
    if (!teams)
        return wp_error_memory(error);
    teams->first = calloc((size_t)plan->project_count + 2, sizeof *teams->first);
    teams->students = malloc(((size_t)plan->student_count + 1) * sizeof *teams->students);
    if (!teams->first || !teams->students) {
        wp_teams_free(teams);
        return wp_error_memory(error);
    }
    /* first[p + 2] counts, then first[p + 1] walks from the start to the end of p's part. */
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0)
            teams->first[plan->project[s] + 2]++;
    }
    for (int p = 0; p < plan->project_count; p++)
        teams->first[p + 2] += teams->first[p + 1];
    for (int s = 0; s < plan->student_count; s++) {
        if (plan->project[s] >= 0)
            teams->students[teams->first[plan->project[s] + 1]++] = s;
    }
    *out = teams;
    return 0;
}

void wp_teams_free(struct wp_teams *teams) {
    if (!teams)
        return;
    free(teams->first);
    free(teams->students);
    free(teams);
}

struct wp_list wp_teams_of(const struct wp_teams *teams, int project) {
    return (struct wp_list){teams->students + teams->first[project],
                            teams->first[project + 1] - teams->first[project]};
}

static int compare_int(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;

    return (a > b) - (a < b);
}

int wp_team_lecturers(const struct wp_plan *plan, struct wp_list team, int *lecturers) {
    int count = 0, kept = 0;

    for (int i = 0; i < team.count; i++)
        if (plan->lecturer[team.items[i]] >= 0)
            lecturers[count++] = plan->lecturer[team.items[i]];
    qsort(lecturers, (size_t)count, sizeof *lecturers, compare_int);
    for (int l = 0; l < count; l++)
        if (kept == 0 || lecturers[l] != lecturers[kept - 1])
            lecturers[kept++] = lecturers[l];
    return kept;
}
