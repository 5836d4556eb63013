/* whatif.c: what the reports of a what-if have in common: names, values of sweeps, frontiers. */
#include "whatif.h"
#include "level_names.h"
#include <stdlib.h>
#include <string.h>

const char *wp_whatif_status_name(enum wp_whatif_status status) {
    static const char *const names[] = {
        [WP_WHATIF_OPTIMAL] = "optimal",       [WP_WHATIF_FEASIBLE] = "feasible",
        [WP_WHATIF_INFEASIBLE] = "infeasible", [WP_WHATIF_NO_PLAN] = "no_plan",
        [WP_WHATIF_FAILED] = "failed",         [WP_WHATIF_NOT_RUN] = "not_run",
        [WP_WHATIF_ALLOWED] = "allowed",       [WP_WHATIF_REFUSED] = "refused"};
    return names[status];
}

bool wp_whatif_has_plan(const struct wp_whatif_row *row) {
    return row->figures && (row->status == WP_WHATIF_OPTIMAL || row->status == WP_WHATIF_FEASIBLE ||
                            row->status == WP_WHATIF_ALLOWED);
}

const char *wp_whatif_file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *wp_whatif_value(const struct wp_whatif *whatif, const struct wp_whatif_row *row, int key) {
    if (row->sweep < 0)
        return NULL;
    const struct wp_scenario *scenario = whatif->sweeps[row->sweep].scenario;
    return key < scenario->sweep_count ? wp_scenario_value(scenario, row->variant, key) : NULL;
}

const char **wp_whatif_level_names(const struct wp_whatif *whatif, int *count) {
    size_t most = 0;
    *count = 0;
    for (int r = 0; r < whatif->row_count; r++)
        most += whatif->rows[r].figures ? (size_t)whatif->rows[r].figures->level_count : 0;
    const char **names = calloc(most + 1, sizeof *names);
    for (int r = 0; names && r < whatif->row_count; r++) {
        const struct wp_figures *figures = whatif->rows[r].figures;
        if (figures)
            *count = wp_level_names_add(names, *count, figures->levels, figures->level_count);
    }
    return names;
}

const struct wp_level *wp_whatif_level(const struct wp_whatif_row *row, const char *name) {
    for (int l = 0; row->figures && l < row->figures->level_count; l++)
        if (strcmp(row->figures->levels[l].name, name) == 0)
            return &row->figures->levels[l];
    return NULL;
}

int wp_whatif_max_rank(const struct wp_whatif *whatif) {
    int most = 0;
    for (int r = 0; r < whatif->row_count; r++)
        if (whatif->rows[r].figures && whatif->rows[r].figures->max_rank > most)
            most = whatif->rows[r].figures->max_rank;
    return most;
}

void wp_whatif_criteria(const struct wp_whatif_row *row, int64_t criteria[WP_WHATIF_CRITERIA]) {
    const struct wp_figures *figures = row->figures;
    int64_t unplaced = figures->chose - figures->ranked;
    criteria[0] = -figures->placed;
    criteria[1] = figures->rank_sum + unplaced * (figures->max_rank + 2);
    criteria[2] = figures->minutes;
    criteria[3] = -figures->collective;
    criteria[4] = row->changes ? row->changes->moved_project : 0;
}

/* Is one as good as the other in everything, and better in something? */
static bool dominates(const int64_t one[WP_WHATIF_CRITERIA], const int64_t other[WP_WHATIF_CRITERIA]) {
    bool better = false;
    for (int c = 0; c < WP_WHATIF_CRITERIA; c++) {
        if (one[c] > other[c])
            return false;
        better |= one[c] < other[c];
    }
    return better;
}

static bool is_on_frontier(const struct wp_whatif_row *variants, int count, int at) {
    int64_t own[WP_WHATIF_CRITERIA], other[WP_WHATIF_CRITERIA];
    if (!wp_whatif_has_plan(&variants[at]))
        return false;
    wp_whatif_criteria(&variants[at], own);
    for (int v = 0; v < count; v++) {
        if (!wp_whatif_has_plan(&variants[v]))
            continue;
        wp_whatif_criteria(&variants[v], other);
        if (dominates(other, own))
            return false;
    }
    return true;
}

void wp_whatif_find_frontiers(struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        whatif->rows[r].on_frontier = false;
    for (int s = 0; s < whatif->sweep_count; s++) {
        struct wp_whatif_row *variants = &whatif->rows[whatif->sweeps[s].first_row];
        int count = whatif->sweeps[s].scenario->variant_count;
        for (int v = 0; v < count; v++)
            variants[v].on_frontier = is_on_frontier(variants, count, v);
    }
}
