/* shared.c: what several rules need: checks of pairs, rows of units, how many students and how much load may
 * come. */
#include "eligibility.h"
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>

bool wp_rule_always(const struct wp_round *round) {
    (void)round;
    return true;
}

void wp_rule_check_pairs(const struct wp_rule *rule, const struct wp_round *round, const struct wp_plan *plan,
                         void (*tell)(const struct wp_round *round, int student, int project,
                                      struct wp_violations *violations),
                         struct wp_violations *violations) {
    for (int s = 0; s < plan->student_count; s++) {
        int project = plan->project[s];

        if (project >= 0 && !rule->eligible(round, s, project) && !wp_waived(round, rule, s, project))
            tell(round, s, project, violations);
    }
}

struct wp_totals *wp_rule_totals(const struct wp_rule *rule, const struct wp_round *round,
                                 const struct wp_plan *plan, struct wp_violations *violations) {
    struct wp_totals *totals;

    if (wp_totals_new(round, plan, &totals, NULL))
        wp_violate(violations, rule, "there is not enough memory to check the rule %s", rule->name);
    return totals;
}

int wp_rule_add_pair(struct wp_build *build, int pair, int64_t factor, struct wp_error *error) {
    for (int x = build->place_first[pair]; x < build->place_first[pair + 1]; x++) {
        int code = wp_program_entry(build->program, x, factor, error);

        if (code)
            return code;
    }
    return 0;
}

int wp_rule_place_unit(struct wp_build *build, const char *name, int unit, bool required,
                       struct wp_error *error) {
    for (int k = build->pairs->first[unit]; k < build->pairs->first[unit + 1]; k++) {
        int code = wp_rule_add_pair(build, k, 1, error);

        if (code)
            return code;
    }
    return wp_program_row(build->program, name, required ? 1 : WP_FREE_BELOW, 1, error);
}

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

const char *wp_rule_words(const struct wp_round *round, struct wp_list words, const char *between, char *text,
                          size_t size) {
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < words.count; i++) {
        int written = snprintf(text + length, size - length, "%s%s", i ? between : "",
                               wp_round_text(round, words.items[i]));

        if (written < 0 || (size_t)written >= size - length) {
            snprintf(text + length, size - length, "...");
            break;
        }
        length += (size_t)written;
    }
    return text;
}

int wp_rule_pinned_heads(const struct wp_round *round, int project) {
    int heads = 0;

    for (int u = 0; u < round->unit_count; u++) {
        if (round->units[u].pin_project == project)
            heads += round->units[u].size;
    }
    return heads;
}
