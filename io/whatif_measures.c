/* whatif_measures.c: the figures by which people compare runs. */
#include "whatif_measures.h"
#include "language.h"
#include "ratio_text.h"

static const struct {
    const char *name;
    int decimals;
    int direction;
} measures[WP_MEASURES] = {
    [WP_MEASURE_PLACED] = {N_("Placed"), 0, 1},
    [WP_MEASURE_FIRST] = {N_("First choice"), 0, 1},
    [WP_MEASURE_RANK] = {N_("Mean rank"), 2, -1},
    [WP_MEASURE_MINUTES] = {N_("Mean trip in minutes"), 1, -1},
    [WP_MEASURE_COLLECTIVE] = {N_("On collective projects"), 0, 0},
    [WP_MEASURE_MOVED] = {N_("Moved"), 0, -1},
};

const char *wp_measure_name(enum wp_whatif_measure measure) {
    return _(measures[measure].name);
}

int wp_measure_decimals(enum wp_whatif_measure measure) {
    return measures[measure].decimals;
}

int wp_measure_direction(enum wp_whatif_measure measure) {
    return measures[measure].direction;
}

static bool mean(int64_t sum, int64_t count, int decimals, int64_t *value) {
    *value = wp_ratio(sum, count, decimals);
    return count > 0;
}

bool wp_measure_value(const struct wp_whatif_row *row, enum wp_whatif_measure measure, int64_t *value) {
    const struct wp_figures *figures = row->figures;
    if (!wp_whatif_has_plan(row))
        return false;
    switch (measure) {
    case WP_MEASURE_PLACED:
        *value = figures->placed;
        return true;
    case WP_MEASURE_FIRST:
        *value = figures->first;
        return true;
    case WP_MEASURE_RANK:
        return mean(figures->rank_sum, figures->ranked, 2, value);
    case WP_MEASURE_MINUTES:
        return mean(figures->minutes, figures->trips, 1, value);
    case WP_MEASURE_COLLECTIVE:
        *value = figures->collective;
        return true;
    case WP_MEASURE_MOVED:
        *value = row->changes ? row->changes->moved_project : 0;
        return row->changes != NULL;
    default:
        return false;
    }
}

struct wp_measure_range wp_measure_range(const struct wp_whatif_row *rows, int count,
                                         enum wp_whatif_measure measure) {
    struct wp_measure_range range = {0};
    for (int r = 0; r < count; r++) {
        int64_t value;
        if (!wp_measure_value(&rows[r], measure, &value))
            continue;
        range.least = range.known == 0 || value < range.least ? value : range.least;
        range.most = range.known == 0 || value > range.most ? value : range.most;
        range.known++;
    }
    return range;
}

const char *wp_criterion_name(int criterion) {
    static const char *const names[WP_WHATIF_CRITERIA] = {
        N_("Placed"), N_("Sum of ranks"), N_("Minutes of travel"), N_("On collective projects"), N_("Moved")};
    return _(names[criterion]);
}

/* Those that should be large count negative among the criteria. */
int64_t wp_criterion_shown(int criterion, int64_t value) {
    return criterion == 0 || criterion == 3 ? -value : value;
}
