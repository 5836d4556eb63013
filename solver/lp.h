/* lp.h: the linear relaxation of an integer program, kept and re-solved as the program grows; and the search
 * for integer points in a part of it. Implemented on GLPK (glpk_support.h).
 *
 * GLPK keeps one environment per thread and destroys it whole when it gives up: so there is one wp_lp per
 * thread at a time, and one that is lost (wp_lp_lost) after WP_LP_STOPPED or WP_LP_FAILED can only be freed.
 * Nothing is ever printed, nothing aborts. */
#ifndef WP_LP_H
#define WP_LP_H

#include "flow.h"
#include "program.h"

enum wp_lp_status {
    WP_LP_OPTIMAL,    /* solved; of a search: the best point was found */
    WP_LP_INFEASIBLE, /* proven: there is none */
    WP_LP_LIMIT,      /* of a search: its node budget ran out; a point may have been found */
    WP_LP_STOPPED,    /* the caller's stop() said so, or memory reached its limit */
    WP_LP_FAILED      /* GLPK could not go on: numerical trouble */
};

/* When to give up; stop is asked about five times a second and may be NULL. */
struct wp_lp_limits {
    bool (*stop)(void *context);
    void *context;
    int memory; /* MiB; 0 = none */
};

struct wp_lp {
    const struct wp_program *program;
    struct wp_lp_limits limits;
    void *problem;    /* GLPK's; NULL once lost */
    int *row_at;      /* per program row: its row in the relaxation, 0 while it is left out */
    int row_at_count; /* entries of row_at in use */
    int row_at_capacity;
    int cut_count;     /* rows that are cuts or targets, not rows of the program */
    bool solved;       /* at least once: the basis is then primal feasible for other costs */
    double value;      /* of the last solve: sum of cost * x */
    double *x;         /* of the last solve, per column */
    double *reduced;   /* of the last solve: reduced cost per column */
    char message[200]; /* GLPK's last words when it failed */
};

/* Takes all columns and all rows but the strengthening ones. program must outlive it and may grow by rows,
 * not by columns. */
int wp_lp_new(const struct wp_program *program, const struct wp_lp_limits *limits, struct wp_lp **out,
              struct wp_error *error);
void wp_lp_free(struct wp_lp *lp);
/* True of NULL too. */
bool wp_lp_lost(const struct wp_lp *lp);

/* Sets what is minimised: one cost per column. */
void wp_lp_cost(struct wp_lp *lp, const int64_t *cost);

/* Takes over the program's bounds of all columns (they may have been tightened), or sets one column's bounds
 * for a while. */
void wp_lp_take_bounds(struct wp_lp *lp);
void wp_lp_fix(struct wp_lp *lp, int column, int64_t lower, int64_t upper);

/* Adds a row of the program that the relaxation does not have yet. */
enum wp_lp_status wp_lp_take_row(struct wp_lp *lp, int row);
/* Makes a row of the program an equation at this side, as the program says now (its bounds were tightened).
 */
void wp_lp_take_row_bounds(struct wp_lp *lp, int row);

/* Solves the relaxation from the present basis, and fills value, x and reduced. dual: the basis is still dual
 * feasible (bounds or rows changed, not costs). */
enum wp_lp_status wp_lp_solve(struct wp_lp *lp, bool dual);

/* Iterations of the simplex method on the relaxation so far: a measure of work that no machine changes. */
int wp_lp_iterations(const struct wp_lp *lp);

/* The dual value of a row of the program (0 while it is left out) after a solve. */
double wp_lp_dual(const struct wp_lp *lp, int row);

/* After a dual solve that said WP_LP_INFEASIBLE: one multiplier per row of the program under which the rows
 * and the columns' bounds contradict one another, as near as doubles hold them. False where GLPK has none. */
bool wp_lp_ray(struct wp_lp *lp, double *ray);

/* What the relaxation would be worth with these bounds of one column: a lower bound, after at most so many
 * iterations of the dual simplex method. Basis and bounds are as before afterwards. WP_LP_INFEASIBLE if it
 * would have no point. */
enum wp_lp_status wp_lp_probe(struct wp_lp *lp, int column, int64_t lower, int64_t upper, int iterations,
                              double *value);

/* Adds the row sum of cost * x <= target; it goes away with the cuts. */
enum wp_lp_status wp_lp_add_target(struct wp_lp *lp, const int64_t *cost, int64_t target);

/* Adds Gomory's mixed-integer cuts that the last solution violates (Gomory 1960; at most max_cuts); *added
 * tells how many. */
enum wp_lp_status wp_lp_cuts(struct wp_lp *lp, int max_cuts, int *added);
/* Takes cuts (and targets) out of the relaxation: all, or only those that do not bind. */
enum wp_lp_status wp_lp_drop_cuts(struct wp_lp *lp, bool all);

/* Starts from a basis of the program's rows and columns (wp_flow_basis). */
void wp_lp_start(struct wp_lp *lp, const enum wp_basis_status *columns, const enum wp_basis_status *rows);

/* Keeps the present basis (free it with free), and goes back to it; rows that came since are basic then. */
struct wp_lp_basis;
int wp_lp_save_basis(const struct wp_lp *lp, struct wp_lp_basis **basis, struct wp_error *error);
void wp_lp_restore_basis(struct wp_lp *lp, const struct wp_lp_basis *basis);

/* Searches by branch and bound, within the relaxation's present bounds, for the integer point that is best by
 * what the relaxation minimises. */
struct wp_core {
    bool has_target; /* sum of cost * x <= target */
    int64_t target;
    const int64_t *cost; /* of the target, and of a program where nothing can move */
    int node_limit;      /* 0 = none */
    int iteration_limit; /* of the simplex method, over all nodes; 0 = none */
    bool first;          /* any point will do: stop at the first */
};
/* x (one per column) is written when *found. WP_LP_OPTIMAL: *x is the best; WP_LP_INFEASIBLE: there is none.
 */
enum wp_lp_status wp_lp_search(struct wp_lp *lp, const struct wp_core *core, int64_t *x, bool *found);

/* Writes the program for other solvers, minimising the sum of cost * x: exactly one of mps (a file that is
 * right both as fixed and as free MPS) and lp (CPLEX LP) is given. Columns and rows bear numbers only, which
 * every reader accepts. */
int wp_lp_export(const struct wp_program *program, const int64_t *cost, bool strengthening, const char *mps,
                 const char *lp, struct wp_error *error);

#endif
