/* bound.c: weak duality in integers. */
#include "bound.h"

wp_wide wp_bound(const struct wp_program *program, const int64_t *cost, int64_t *multiplier,
                 wp_wide *reduced) {
    wp_wide bound = 0;
    for (int j = 0; j < program->column_count; j++)
        reduced[j] = (wp_wide)cost[j] * WP_BOUND_SCALE;
    for (int i = 0; i < program->row_count; i++) {
        const struct wp_row *row = &program->rows[i];
        int64_t side = multiplier[i] > 0 ? row->lower : row->upper;
        if (side == WP_FREE_BELOW || side == WP_FREE_ABOVE)
            multiplier[i] = 0;
        if (multiplier[i] == 0)
            continue;
        bound += (wp_wide)multiplier[i] * side;
        for (int k = 0; k < row->count; k++) {
            size_t at = row->start + (size_t)k;
            reduced[program->index[at]] -= (wp_wide)multiplier[i] * program->value[at];
        }
    }
    for (int j = 0; j < program->column_count; j++) {
        const struct wp_column *column = &program->columns[j];
        bound += reduced[j] * (reduced[j] > 0 ? column->lower : column->upper);
    }
    return bound;
}

int64_t wp_bound_round_up(wp_wide scaled) {
    wp_wide whole = scaled / WP_BOUND_SCALE;
    whole += scaled > 0 && whole * WP_BOUND_SCALE != scaled;
    return whole < INT64_MIN ? INT64_MIN : whole > INT64_MAX ? INT64_MAX : (int64_t)whole;
}
