/* whatif_measures.h: the figures by which people compare runs: what they are called, which way is better. */
#ifndef WP_WHATIF_MEASURES_H
#define WP_WHATIF_MEASURES_H

#include "whatif.h"

enum wp_whatif_measure {
    WP_MEASURE_PLACED,
    WP_MEASURE_FIRST,
    WP_MEASURE_RANK,
    WP_MEASURE_MINUTES,
    WP_MEASURE_COLLECTIVE,
    WP_MEASURE_MOVED,
    WP_MEASURES
};

/* In the language in use: "Mean rank". */
const char *wp_measure_name(enum wp_whatif_measure measure);
int wp_measure_decimals(enum wp_whatif_measure measure);
/* 1 if more is better, -1 if less is; 0 where that depends on what the round is for. */
int wp_measure_direction(enum wp_whatif_measure measure);

/* The value * 10^decimals; false where the row has no plan, or its plan nothing to measure. */
bool wp_measure_value(const struct wp_whatif_row *row, enum wp_whatif_measure measure, int64_t *value);

/* Do all `count` rows that have a value have the same? `least` and `most` are set where there is any. */
struct wp_measure_range {
    int known; /* rows with a value */
    int64_t least, most;
};
struct wp_measure_range wp_measure_range(const struct wp_whatif_row *rows, int count,
                                         enum wp_whatif_measure measure);

/* The five of wp_whatif_criteria, as people read them. */
const char *wp_criterion_name(int criterion);
int64_t wp_criterion_shown(int criterion, int64_t value);

#endif
