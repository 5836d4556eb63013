/* separate.c: rows that keep students off one another's project, for the rules that ask it. */
#include "rules.h"

#include <stdlib.h>

struct place {
    int project, pair;
};

static int compare_place(const void *left, const void *right) {
    const struct place *a = left, *b = right;

    if (a->project != b->project)
        return a->project < b->project ? -1 : 1;
    return (a->pair > b->pair) - (a->pair < b->pair);
}

/* The places of the students' units, sorted by project, each once. Returns how many, or a negative wp_code.
 */
static int list_places(const struct wp_build *build, struct wp_list students, struct place **out,
                       struct wp_error *error) {
    const int *first = build->pairs->first;
    int found = 0, count = 0;

    *out = NULL;
    for (int i = 0; i < students.count; i++) {
        int unit = build->round->students[students.items[i]].unit;

        found += first[unit + 1] - first[unit];
    }
    *out = malloc(((size_t)found + 1) * sizeof **out);
    if (!*out)
        return wp_error_memory(error);
    found = 0;
    for (int i = 0; i < students.count; i++) {
        int unit = build->round->students[students.items[i]].unit;

        for (int k = first[unit]; k < first[unit + 1]; k++)
            (*out)[found++] = (struct place){build->pairs->items[k].project, k};
    }
    qsort(*out, (size_t)found, sizeof **out, compare_place);
    for (int i = 0; i < found; i++) {
        if (count == 0 || (*out)[count - 1].pair != (*out)[i].pair)
            (*out)[count++] = (*out)[i];
    }
    return count;
}

int wp_rule_separate(struct wp_build *build, const char *name, struct wp_list students,
                     struct wp_error *error) {
    struct place *places;
    int count = list_places(build, students, &places, error);
    int code = count < 0 ? count : 0;

    for (int start = 0, end; start < count && !code; start = end) {
        for (end = start + 1; end < count && places[end].project == places[start].project;)
            end++;
        if (end - start < 2)
            continue;
        for (int i = start; i < end && !code; i++)
            code = wp_build_add_pair(build, places[i].pair, 1, error);
        if (!code)
            code = wp_program_row(build->program, name, WP_FREE_BELOW, 1, error);
    }
    free(places);
    return code;
}
