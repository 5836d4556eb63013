/* scenario.h: a scenario: a round with changes, without copies of its files. Filled by config/ from a
 * scenario's INI file (and from --set), made in the tables by io/ (edits.h). */
#ifndef WP_SCENARIO_H
#define WP_SCENARIO_H

#include "diagnostics.h"
#include "tables.h"

/* The changes in the order in which they are made, whatever their order in the file. */
enum wp_edit_kind {
    WP_EDIT_REMOVE, /* rows go, and what mentions them goes with them */
    WP_EDIT_SCALE,  /* copies of students, or fewer of them */
    WP_EDIT_ADD,    /* the rows of another file */
    WP_EDIT_SET     /* one cell of each row that is named */
};

/* One change of a table. */
struct wp_edit {
    enum wp_edit_kind kind;
    enum wp_table table;
    const char *ids; /* SET: an id; REMOVE: ids with | between them. In each, * stands for any letters and ?
                        for one. A row of travel is "from>to", one of preferences in the long shape
                        "student>project". NULL for the others */
    const char *column; /* SET: as written; NULL for the others */
    const char *value;  /* SET: the cell's new text, or a change of its number: "+20", "-5", "+10%", "-10%".
                           ADD: the file as written. SCALE: "+10%", "-10%", "+25", "-5". NULL for REMOVE */
    struct wp_location where;
};

/* [sweep]: a key, as in [set], and the values that it takes one after the other. */
struct wp_sweep {
    const char *key;
    const char *const *values;
    int value_count; /* at least two */
    struct wp_location where;
};
#define WP_MAX_SWEEPS   2    /* keys of one scenario: their values are combined, the last key's fastest */
#define WP_MAX_VARIANTS 1000 /* combinations of one scenario */

/* [swap]: may these two students change places? */
struct wp_swap {
    const char *one, *other; /* ids as written */
    struct wp_location where;
};

/* What a scenario's file says of itself. Strings belong to whoever owns the scenario. */
struct wp_scenario {
    const char *path;      /* of its file, as the caller named it */
    const char *directory; /* that of the file, without a slash at the end; "." if none */
    const char *base;      /* [scenario] base: its round's file, relative to `directory` unless absolute */
    const char *base_path; /* the same, joined, as it is opened */
    const char *name;      /* [scenario] name; where it gives none, the file's name without its ending */
    const char *why;       /* [scenario] why, "" if none */
    struct wp_location base_at;
    struct wp_sweep sweeps[WP_MAX_SWEEPS];
    int sweep_count;
    int variant_count; /* of the sweep's combinations; 1 without a sweep */
    const struct wp_swap *swaps;
    int swap_count; /* more than 0: the scenario is a question about the round's plan, and changes nothing */
};

/* The value of sweep number s (0 or 1) in a variant: the last key's values change fastest. */
const char *wp_scenario_value(const struct wp_scenario *scenario, int variant, int s);

#endif
