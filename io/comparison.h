/* comparison.h: several plans side by side: a table in memory that every kind of report writes. */
#ifndef WP_COMPARISON_H
#define WP_COMPARISON_H

#include "solve.h"
#include <stdio.h>

/* One of the plans. */
struct wp_compared {
    const char *folder; /* as the user named it */
    const struct wp_round *round;
    const struct wp_plan *plan;
    enum wp_outcome outcome;
    const struct wp_level *levels;
    int level_count;
};

enum wp_comparison_kind {
    WP_COMPARISON_NOTHING, /* this plan has nothing of the kind */
    WP_COMPARISON_NUMBER,
    WP_COMPARISON_TEXT
};

struct wp_comparison_cell {
    enum wp_comparison_kind kind;
    int64_t number;
    const char *text;
    bool unproven; /* the value of a level that was not proven best */
};

struct wp_comparison_row {
    const char *name;
    struct wp_comparison_cell *cells; /* one a plan */
};

struct wp_comparison_section {
    const char *heading;
    struct wp_comparison_row *rows;
    int row_count, capacity;
};

/* Only rows of which some plan has something, only sections with rows. */
struct wp_comparison {
    struct wp_arena *arena; /* holds all of it */
    const char **names;     /* of the plans: their rounds' if these differ, else their folders' */
    int plan_count;
    struct wp_comparison_section *sections;
    int section_count, capacity;
    bool failed; /* memory ran out while it was filled */
};

/* At least one plan. *out is NULL on failure; free with wp_comparison_free. It keeps nothing of the plans. */
int wp_comparison_new(const struct wp_compared *plans, int count, struct wp_comparison **out,
                      struct wp_error *error);
void wp_comparison_free(struct wp_comparison *comparison);

/* For a terminal, at most 79 columns wide: in blocks where there are too many plans for that, each without
 * the rows that tell nothing there. verbose: long sections in full, else their first rows and "and N more".
 */
void wp_comparison_text(FILE *out, const struct wp_comparison *comparison, bool verbose);

#endif
