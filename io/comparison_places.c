/* comparison_places.c: what plans do where, side by side: by orientation, by circle, by indicator. */
#include "comparison_parts.h"
#include "language.h"
#include <stdlib.h>

/* The group of a project. */
typedef const char *group_of(const struct wp_round *round, const struct wp_project *project);

static const char *orientation_of(const struct wp_round *round, const struct wp_project *project) {
    (void)round;
    switch (project->orientation) {
    case WP_ORIENTATION_INDIVIDUAL:
        return _("individual");
    case WP_ORIENTATION_COLLECTIVE:
        return _("collective");
    default:
        return "";
    }
}

static const char *circle_of(const struct wp_round *round, const struct wp_project *project) {
    return wp_round_text(round, project->circle);
}

static const char *indicator_of(const struct wp_round *round, const struct wp_project *project) {
    (void)round;
    return project->indicator;
}

static int group_row(struct wp_comparison *table, const char *group) {
    return wp_comparison_row(table, *group ? group : WP_COMPARISON_NO_GROUP);
}

/* Open projects by group, or the students on them. A group of which no project runs counts 0. */
static void compare_groups(const struct wp_comparing *comparing, const char *heading, group_of *group,
                           bool heads, bool zeros) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, heading);
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_round *round = comparing->plans[i].round;
        for (int p = 0; p < round->project_count; p++) {
            int students = comparing->totals[i]->project_students[p];
            wp_comparison_add(table, group_row(table, group(round, &round->projects[p])), i,
                              heads ? students : students > 0);
        }
    }
    wp_comparison_sort(table);
    wp_comparison_end(table, zeros);
}

struct covered {
    int circle, domain; /* words */
};

static int by_circle_and_domain(const void *left, const void *right) {
    const struct covered *a = left, *b = right;
    if (a->circle != b->circle)
        return a->circle < b->circle ? -1 : 1;
    return (a->domain > b->domain) - (a->domain < b->domain);
}

/* The domains of one plan's open projects, each once a circle. */
static int count_domains(const struct wp_comparing *comparing, int plan, struct wp_error *error) {
    struct wp_comparison *table = comparing->table;
    const struct wp_round *round = comparing->plans[plan].round;
    struct covered *covered = malloc(((size_t)round->project_count + 1) * sizeof *covered);
    size_t count = 0;
    if (!covered)
        return wp_error_memory(error);
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        wp_comparison_add(table, group_row(table, circle_of(round, project)), plan, 0);
        if (project->domain >= 0 && comparing->totals[plan]->project_students[p] > 0)
            covered[count++] = (struct covered){project->circle, project->domain};
    }
    if (count > 0)
        qsort(covered, count, sizeof *covered, by_circle_and_domain);
    for (size_t c = 0; c < count; c++)
        if (c == 0 || by_circle_and_domain(&covered[c - 1], &covered[c]) != 0)
            wp_comparison_add(table, group_row(table, wp_round_text(round, covered[c].circle)), plan, 1);
    free(covered);
    return 0;
}

static bool any_domain(const struct wp_comparing *comparing) {
    for (int i = 0; i < comparing->count; i++)
        for (int p = 0; p < comparing->plans[i].round->project_count; p++)
            if (comparing->plans[i].round->projects[p].domain >= 0)
                return true;
    return false;
}

static int compare_domains(const struct wp_comparing *comparing, struct wp_error *error) {
    int code = 0;
    if (!any_domain(comparing))
        return 0;
    wp_comparison_begin(comparing->table, _("Domains covered by circle"));
    for (int i = 0; i < comparing->count && code == 0; i++)
        code = count_domains(comparing, i, error);
    wp_comparison_sort(comparing->table);
    wp_comparison_end(comparing->table, true);
    return code;
}

int wp_compare_places(const struct wp_comparing *comparing, struct wp_error *error) {
    compare_groups(comparing, _("Open projects by orientation"), orientation_of, false, false);
    compare_groups(comparing, _("Students by orientation"), orientation_of, true, false);
    compare_groups(comparing, _("Open projects by circle"), circle_of, false, true);
    int code = compare_domains(comparing, error);
    compare_groups(comparing, _("Students by circle of their project"), circle_of, true, true);
    compare_groups(comparing, _("Open projects by indicator"), indicator_of, false, false);
    compare_groups(comparing, _("Students by indicator"), indicator_of, true, false);
    return code;
}
