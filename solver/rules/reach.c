/* reach.c: how many students and how much load a project that runs can carry. */
#include "rules.h"

#include <stdlib.h>

static int compare_int(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;

    return (a > b) - (a < b);
}

/* loads: those of the project's candidates, ascending. */
static void measure(const struct wp_project *project, const int *loads, int count, struct wp_reach *reach) {
    reach->candidates = count;
    reach->heads = count < project->max_students ? count : project->max_students;
    for (int i = 0; i < reach->heads; i++)
        reach->most += loads[count - 1 - i];
    for (int i = 0; i < project->min_students && i < count; i++)
        reach->least += loads[i];
}

int wp_rule_reach(const struct wp_round *round, const struct wp_pairs *pairs, struct wp_reach **out,
                  struct wp_error *error) {
    size_t projects = (size_t)round->project_count;
    struct wp_reach *reach = calloc(projects + 1, sizeof *reach);
    size_t *end = calloc(projects + 1, sizeof *end); /* of each project's part of loads, while it fills */
    size_t total = 0;
    int *loads = NULL;

    *out = NULL;
    for (int k = 0; k < pairs->count; k++)
        total += (size_t)round->units[pairs->items[k].unit].size;
    loads = malloc((total + 1) * sizeof *loads);
    if (!reach || !end || !loads) {
        free(reach);
        free(end);
        free(loads);
        return wp_error_memory(error);
    }
    for (int k = 0; k < pairs->count; k++)
        end[pairs->items[k].project + 1] += (size_t)round->units[pairs->items[k].unit].size;
    for (size_t p = 0; p < projects; p++)
        end[p + 1] += end[p];
    for (int k = 0; k < pairs->count; k++) {
        struct wp_list members = round->units[pairs->items[k].unit].students;

        for (int m = 0; m < members.count; m++)
            loads[end[pairs->items[k].project]++] = round->students[members.items[m]].load;
    }
    for (size_t p = 0; p < projects; p++) {
        size_t start = p == 0 ? 0 : end[p - 1], count = end[p] - start;

        qsort(loads + start, count, sizeof *loads, compare_int);
        measure(&round->projects[p], loads + start, (int)count, &reach[p]);
    }
    free(end);
    free(loads);
    *out = reach;
    return 0;
}
