/* program.h: an integer program in sparse form: integer columns with bounds, rows of integer coefficients.
 * It knows nothing of students, and nothing of any solver. */
#ifndef WP_PROGRAM_H
#define WP_PROGRAM_H

#include "error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bounds beyond which a row is free on that side. */
#define WP_FREE_BELOW INT64_MIN
#define WP_FREE_ABOVE INT64_MAX

/* What a column stands for; the meaning of a, b, c depends on the kind (-1 where unused). */
enum wp_column_kind {
    WP_COLUMN_PLACE,  /* x: unit a goes to project b, guided by lecturer c (-1: not said by this column) */
    WP_COLUMN_OPEN,   /* y: project a runs */
    WP_COLUMN_GUIDE,  /* z: project a is guided by lecturer b */
    WP_COLUMN_LOAD,   /* w: the load of project a carried by lecturer b, hundredths */
    WP_COLUMN_MEET,   /* m: project a meets in slot b, guided by lecturer c (-1: not said by this column) */
    WP_COLUMN_GUIDED, /* v: unit a goes to project b and lecturer c guides it */
    WP_COLUMN_PROGRAMME, /* v: somebody who follows programme b (a word) is on project a */
    WP_COLUMN_DOMAIN,    /* e: a project with domain b runs in circle a (both words) */
    WP_COLUMN_ONE,       /* always 1: its cost is a constant */
    WP_COLUMN_OTHER,     /* a rule's or an objective's own: a names the object, b tells its columns apart */
};

struct wp_column {
    enum wp_column_kind kind;
    int a, b, c;
    int64_t lower, upper; /* both finite */
};

struct wp_row {
    const char *name; /* the rule that asks it; a literal */
    int64_t lower, upper;
    size_t start; /* its entries are index[start] … index[start + count - 1], columns ascending, no column
                     twice */
    int count;
    bool strengthening; /* implied by the others for integer columns; only makes the linear bound stronger */
    bool tightened;     /* holds a finished level at its optimum: implied by the others no more */
};

struct wp_program {
    struct wp_column *columns;
    int column_count, column_capacity;
    struct wp_row *rows;
    int row_count, row_capacity;
    int *index;     /* column of each entry */
    int64_t *value; /* its coefficient */
    size_t entry_count, entry_capacity;
    size_t row_start; /* first entry of the row being written */
};

int wp_program_new(struct wp_program **out, struct wp_error *error);
void wp_program_free(struct wp_program *program);

/* Adds a column; returns its index, or a negative wp_code. */
int wp_program_column(struct wp_program *program, struct wp_column column, struct wp_error *error);

/* Rows are written one at a time: entries first, then the bounds. An entry for a column that has one already
 * is added to it. The row is divided by the common divisor of its coefficients, its bounds rounded inwards. A
 * row without entries is dropped when 0 lies within its bounds, and kept (nothing satisfies it) when not. */
int wp_program_entry(struct wp_program *program, int column, int64_t value, struct wp_error *error);
int wp_program_row(struct wp_program *program, const char *name, int64_t lower, int64_t upper,
                   struct wp_error *error);

/* Like wp_program_row, for a row that is implied for integers: one that only strengthens the linear
 * relaxation. */
int wp_program_strengthening(struct wp_program *program, const char *name, int64_t lower, int64_t upper,
                             struct wp_error *error);

/* The greatest common divisor of |a| and |b|; that of 0 and 0 is 0. */
int64_t wp_common_divisor(int64_t a, int64_t b);

/* The largest absolute value of a coefficient; 0 if there is none. */
int64_t wp_program_largest(const struct wp_program *program);

/* Sum of coefficient times value of a row; x has one value per column. */
int64_t wp_program_activity(const struct wp_program *program, int row, const int64_t *x);

/* Does x (one value per column) keep all bounds and rows? */
bool wp_program_holds(const struct wp_program *program, const int64_t *x);

#endif
