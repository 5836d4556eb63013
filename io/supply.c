/* supply.c: what students ask against what there is and what the plan fills, by kind of work. */
#include "supply.h"
#include "check_parts.h"
#include "demand.h"
#include <stdlib.h>
#include <string.h>

/* Rows in the making: that of each project. */
struct sorting {
    struct wp_supply_row *rows;
    int *row_of;
    bool *used; /* somebody is on it */
    const struct wp_demand *demand;
};

/* Rows are made by the caller. */
static bool start(const struct wp_round *round, struct wp_arena *arena, struct wp_supply *supply,
                  struct sorting *sorting) {
    size_t count = (size_t)round->project_count, most = count + WP_ORIENTATIONS;
    *supply = (struct wp_supply){.rows = wp_arena_alloc(arena, most, sizeof *supply->rows)};
    *sorting = (struct sorting){.rows = supply->rows,
                                .row_of = wp_arena_alloc(arena, count, sizeof *sorting->row_of),
                                .used = wp_arena_alloc(arena, count, sizeof *sorting->used),
                                .demand = wp_demand_of(round, arena)};
    return sorting->rows && sorting->row_of && sorting->used && sorting->demand;
}

/* Counts projects, choices and places, once each project has its row. */
static void count(const struct wp_round *round, const struct wp_plan *plan, const struct sorting *sorting) {
    for (int s = 0; s < round->student_count && plan; s++)
        if (plan->project[s] >= 0) {
            sorting->rows[sorting->row_of[plan->project[s]]].filled++;
            sorting->used[plan->project[s]] = true;
        }
    for (int p = 0; p < round->project_count; p++) {
        struct wp_supply_row *row = &sorting->rows[sorting->row_of[p]];
        int seats = wp_check_seats(round, p);
        row->choices += sorting->demand[p].chosen;
        row->first += sorting->demand[p].first;
        row->projects += seats > 0;
        row->seats += seats;
        row->open += sorting->used[p];
    }
}

bool wp_supply_by_orientation(const struct wp_round *round, const struct wp_plan *plan,
                              struct wp_arena *arena, struct wp_supply *supply) {
    static const enum wp_orientation order[] = {WP_ORIENTATION_INDIVIDUAL, WP_ORIENTATION_COLLECTIVE,
                                                WP_ORIENTATION_NONE};
    struct sorting sorting;
    int place[WP_ORIENTATIONS];
    if (!start(round, arena, supply, &sorting))
        return false;
    for (int i = 0; i < WP_ORIENTATIONS; i++) {
        supply->rows[i].orientation = order[i];
        place[order[i]] = i;
    }
    supply->count = WP_ORIENTATIONS;
    for (int s = 0; s < round->student_count; s++) {
        supply->rows[place[round->students[s].orientation]].asking++;
        supply->known |= round->students[s].orientation != WP_ORIENTATION_NONE;
    }
    for (int p = 0; p < round->project_count; p++) {
        sorting.row_of[p] = place[round->projects[p].orientation];
        supply->known |= round->projects[p].orientation != WP_ORIENTATION_NONE;
    }
    count(round, plan, &sorting);
    return true;
}

/* By name; NULL is the last. */
static int compare_domains(const void *left, const void *right) {
    const struct wp_supply_row *one = left, *other = right;
    if (!one->domain || !other->domain)
        return !one->domain - !other->domain;
    return strcmp(one->domain, other->domain);
}

static const char *domain_of(const struct wp_round *round, int project) {
    int domain = round->projects[project].domain;
    return domain < 0 ? NULL : wp_round_text(round, domain);
}

bool wp_supply_by_domain(const struct wp_round *round, const struct wp_plan *plan, struct wp_arena *arena,
                         struct wp_supply *supply) {
    struct sorting sorting;
    if (!start(round, arena, supply, &sorting))
        return false;
    for (int p = 0; p < round->project_count; p++) {
        supply->rows[p].domain = domain_of(round, p);
        supply->known |= supply->rows[p].domain != NULL;
    }
    qsort(supply->rows, (size_t)round->project_count, sizeof *supply->rows, compare_domains);
    for (int p = 0; p < round->project_count; p++)
        if (p == 0 || compare_domains(&supply->rows[p], &supply->rows[supply->count - 1]) != 0)
            supply->rows[supply->count++] = supply->rows[p];
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_supply_row key = {.domain = domain_of(round, p)};
        const struct wp_supply_row *found =
            bsearch(&key, supply->rows, (size_t)supply->count, sizeof key, compare_domains);
        sorting.row_of[p] = (int)(found - supply->rows);
    }
    count(round, plan, &sorting);
    return true;
}

void wp_supply_cross(const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_supply_crossing *crossing) {
    *crossing = (struct wp_supply_crossing){0};
    for (int s = 0; s < round->student_count; s++) {
        int project = plan->project[s];
        int to = project < 0 ? WP_ORIENTATIONS : (int)round->projects[project].orientation;
        crossing->students[round->students[s].orientation][to]++;
    }
}
