/* whatif_table.h: the runs of a what-if, read back from their folders, side by side. */
#ifndef WP_CLI_WHATIF_TABLE_H
#define WP_CLI_WHATIF_TABLE_H

#include "pool.h"
#include "whatif.h"

/* The comparison and all that its rows point to. */
struct wp_whatif_table {
    struct wp_whatif whatif;
    struct wp_arena *arena;      /* messages and reasons */
    struct wp_figures **figures; /* one a row, NULL where the row has those of another or none */
    struct wp_changes **changes;
};

/* Loads the plans below the folder, each checked by every rule, one after the other, and answers the swaps. A
 * plan that was changed on disk is a failed row, and its record is taken away so that it is made again. *out
 * is NULL on failure; free with wp_whatif_table_free. The runs must outlive it. */
int wp_whatif_table_new(const struct wp_runs *runs, const char *folder, const struct wp_run_result *results,
                        struct wp_whatif_table **out, struct wp_error *error);
void wp_whatif_table_free(struct wp_whatif_table *table);

/* Writes comparison.csv, movers.csv, comparison.json and comparison.html, each in one step. */
int wp_whatif_table_write(const struct wp_whatif_table *table, const char *folder, struct wp_error *error);

#endif
