/* whatif.h: the base round and its scenarios side by side: filled by the command whatif, written by
 * whatif_csv.c, whatif_json.c, whatif_html.c and whatif_text.c. Nothing in it depends on when, where or how
 * often the runs were made, so that the same input gives the same bytes. */
#ifndef WP_WHATIF_H
#define WP_WHATIF_H

#include "changes.h"
#include "figures.h"
#include <stdio.h>

enum wp_whatif_status {
    WP_WHATIF_OPTIMAL,
    WP_WHATIF_FEASIBLE,
    WP_WHATIF_INFEASIBLE,
    WP_WHATIF_NO_PLAN, /* a limit came before a first plan */
    WP_WHATIF_FAILED,  /* the run crashed or met an internal error */
    WP_WHATIF_NOT_RUN, /* Ctrl-C came before its turn */
    WP_WHATIF_ALLOWED, /* a swap that keeps all rules */
    WP_WHATIF_REFUSED  /* a swap that breaks some */
};

/* One line of the table: the base (always the first), a scenario, a variant of a sweep, or a swap. */
struct wp_whatif_row {
    const char *run;  /* "base", "ill-lecturer", "quota-2": also its folder below runs/ */
    const char *file; /* the scenario's, as given; NULL for the base. Reports for machines have its last part,
                         so that they do not depend on the folder where whatif was started */
    const char *name; /* the scenario's; of the base the round's, or its file's */
    const char *why;  /* "" if none */
    const struct wp_swap *swaps; /* of a swap: who changes places with whom; else NULL */
    int swap_count;
    int sweep;         /* the sweep that it is a variant of, or -1 */
    int variant;       /* of that sweep, from 0; else -1 */
    const char *label; /* for people: the name, and what was swept: "Quota: collective_share = 20%" */
    int same_as;       /* an earlier row whose round is wholly equal, so that it was solved once; or -1.
                          Status, figures and changes are that row's */
    enum wp_whatif_status status;
    const char *message;        /* of a failed run: what happened; else "" */
    const char *const *reasons; /* rules that a swap breaks; what counting shows of an infeasible round */
    const char *const *english; /* the same reasons, for files that programs read */
    int reason_count;
    const struct wp_figures *figures; /* NULL without a plan. A refused swap has them too */
    const struct wp_changes *changes; /* against the base's plan; NULL for the base and where one has none */
    bool on_frontier; /* of its sweep: it has a plan, and no other variant is as good in all of
                         wp_whatif_criteria and better in one */
};

struct wp_whatif_sweep {
    const struct wp_scenario *scenario; /* its sweeps tell keys and values */
    int first_row;                      /* its variants' rows stand together, in their order */
};

struct wp_whatif {
    const char *round, *round_file; /* name ("" if none), and file as given */
    enum wp_language language;
    struct wp_whatif_row *rows;
    int row_count;
    struct wp_whatif_sweep *sweeps;
    int sweep_count;
};

/* As in comparison.csv: "optimal", "no_plan", "not_run", "allowed" ... */
const char *wp_whatif_status_name(enum wp_whatif_status status);

/* Has the row a plan that keeps every rule? */
bool wp_whatif_has_plan(const struct wp_whatif_row *row);

/* The last part of a file's path. */
const char *wp_whatif_file_name(const char *path);

/* The value that a variant gives to key number `key` of its sweep; NULL where the row is no variant, or the
 * sweep has no such key. */
const char *wp_whatif_value(const struct wp_whatif *whatif, const struct wp_whatif_row *row, int key);

/* The names of all rows' levels, most important first: a new array of *count, which the caller frees; NULL
 * when memory runs out. The names stay the figures'. */
const char **wp_whatif_level_names(const struct wp_whatif *whatif, int *count);
/* The level of this name; NULL where the row has none. */
const struct wp_level *wp_whatif_level(const struct wp_whatif_row *row, const char *name);

/* R: the highest rank of any row. */
int wp_whatif_max_rank(const struct wp_whatif *whatif);

/* What a sweep trades off: the smaller the better for each (what should be large counts negative). The row
 * has a plan. */
#define WP_WHATIF_CRITERIA 5 /* placed, sum of ranks (unplaced R + 2), minutes, collective heads, moved */
void wp_whatif_criteria(const struct wp_whatif_row *row, int64_t criteria[WP_WHATIF_CRITERIA]);

/* Sets on_frontier of every variant. */
void wp_whatif_find_frontiers(struct wp_whatif *whatif);

/* comparison.csv (one line a row, for machines), movers.csv (one line a change), comparison.json,
 * comparison.html. All write to a stream whose errors the caller looks for. */
int wp_whatif_csv(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);
int wp_whatif_movers_csv(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);
int wp_whatif_json(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);
int wp_whatif_html(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error);

/* For a terminal, at most 79 columns wide. folder: where the reports lie. verbose: every variant and every
 * change of a student, else as much as a screen shows. */
int wp_whatif_text(FILE *out, const struct wp_whatif *whatif, const char *folder, bool verbose,
                   struct wp_error *error);

#endif
