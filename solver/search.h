/* search.h: finds a plan of least cost, and proves that there is none better; one step of one level.
 *
 * All columns and costs are integers, so a plan is optimal when a lower bound, rounded up, meets its cost.
 * Bounds come from the linear relaxation (exactly, by bound.h), then from it with Gomory cuts, then from
 * branch and bound. */
#ifndef WP_SEARCH_H
#define WP_SEARCH_H

#include "bound.h"
#include "flow.h"
#include "lp.h"
#include "settings.h"

enum wp_found {
    WP_FOUND_OPTIMUM,   /* value is the least cost, proven (or within the accepted gap: value > bound then) */
    WP_FOUND_PLAN,      /* stopped with a plan that is not proven */
    WP_FOUND_NONE,      /* stopped without any plan */
    WP_FOUND_INFEASIBLE /* proven: there is no plan */
};

struct wp_search {
    struct wp_program *program; /* borrowed; rows and tighter bounds are added as levels are kept */
    struct wp_flow *flow;       /* owned; NULL if the program is no network */
    struct wp_lp *lp;           /* owned; NULL until needed; its loss ends the search */
    enum wp_method method;
    double gap; /* accepted, relative */
    struct wp_lp_limits limits;

    int64_t *best; /* the best plan so far, per column */
    bool has_best;

    bool until_positive;    /* set by the caller: a bound above 0 is enough */
    struct wp_column *kept; /* the columns as they were before the step */

    /* Of the present step. Costs are scaled: the free columns', divided by their common divisor. */
    int64_t *cost;       /* scaled, per column */
    int64_t *multiplier; /* per row, of the last exact bound */
    int multiplier_capacity;
    wp_wide *reduced; /* of the last exact bound */
    wp_wide exact;    /* the last exact bound, scaled by WP_BOUND_SCALE too */
    int64_t divisor, fixed_cost;
    int64_t value, bound; /* scaled; value only with has_best */
    int64_t first_bound;  /* what the columns' own bounds give: hardly worth showing */
    bool trusted;         /* the step's numbers are small enough for GLPK's tolerances */
    bool stopped;         /* the whole search is, until it is resumed */

    /* Fills cost (one per column) with what later levels want, for heuristics only: where the present cost
     * says nothing, a plan that is good there is found sooner. May be NULL. */
    void (*guide)(void *context, int64_t *cost);

    /* Told whenever value or bound improves, in the caller's units; may be NULL. */
    void (*progress)(void *context, const struct wp_search *search);
    void *context;
};

int wp_search_new(struct wp_program *program, const struct wp_settings *settings,
                  const struct wp_lp_limits *limits, struct wp_search **out, struct wp_error *error);
void wp_search_free(struct wp_search *search);

/* After it stopped: the relaxation is made anew when the next step needs it. */
void wp_search_resume(struct wp_search *search);

/* After columns were added to the program: x is the best plan with theirs. */
int wp_search_grow(struct wp_search *search, const int64_t *x, struct wp_error *error);

/* Minimises sum of cost * x, from the best plan so far (which must keep all rows). Afterwards best, value and
 * bound say what was found: wp_search_value, wp_search_bound. Returns enum wp_found, or a negative wp_code.
 */
int wp_search_step(struct wp_search *search, const int64_t *cost, struct wp_error *error);

/* In units of the cost given to the step. */
int64_t wp_search_value(const struct wp_search *search);
int64_t wp_search_bound(const struct wp_search *search);

/* Keeps the last step for those to come: only plans that cost at most limit (in the step's units, at least
 * the best plan's) remain. If the exact bound meets the limit, columns and rows that complementary slackness
 * fixes say so, else a row is added. */
int wp_search_keep(struct wp_search *search, int64_t limit, const char *name, struct wp_error *error);

/* Takes a plan into account, one value per column that keeps all rows and bounds; false if it is not better
 * than the best. */
bool wp_search_offer(struct wp_search *search, const int64_t *x);

/* The parts of a step, for the files of the search only: search*.c and dive.c. */

/* Is the best plan good enough? */
bool wp_search_closed(const struct wp_search *search);
/* Takes the exact bound that search->multiplier gives into account, with its reduced costs. */
void wp_search_take_multipliers(struct wp_search *search);
/* Fixes the columns that no plan of at most this (scaled) cost can move, by the last exact bound. Exact;
 * keeps every such plan. Within a step this is for the step only: later levels may need plans that are worse
 * here (give-way), so wp_search_step puts the bounds back. */
void wp_search_fix(struct wp_search *search, int64_t limit);

/* After a dual solve that found the relaxation without points: does an exact contradiction between the rows
 * and the columns' bounds prove it? False too where memory runs out. */
bool wp_search_contradicts(struct wp_search *search);

/* The same, and, where the step's numbers are small enough, by the relaxation's last solution with its cuts.
 */
void wp_search_fix_within(struct wp_search *search, int64_t target);

/* Solves the program as the network that it is: the potentials are multipliers that prove the optimum
 * exactly. Returns WP_OK, WP_FOUND_INFEASIBLE or a negative wp_code. */
int wp_search_by_flow(struct wp_search *search, struct wp_error *error);
/* Gives the relaxation its first basis: the tree of the network in it, for the guide's costs. The network is
 * then no longer kept. */
int wp_search_start_from_flow(struct wp_search *search, struct wp_error *error);

/* Takes the duals of the relaxation's last solution as multipliers. */
void wp_search_take_duals(struct wp_search *search);
/* If the relaxation's last solution is whole, it is a plan: takes it into account. */
int wp_search_take_whole(struct wp_search *search, bool *whole, struct wp_error *error);

/* Adds Gomory cuts to the relaxation while they raise the bound. */
int wp_search_cut(struct wp_search *search, struct wp_error *error);

/* Raises the target until a plan is found or none can be; each target that has no plan raises the bound. From
 * the last solution of the relaxation. Returns WP_OK, WP_FOUND_INFEASIBLE or a negative wp_code. */
int wp_search_targets(struct wp_search *search, struct wp_error *error);

/* Branch and bound from the relaxation's last solution for the plans that cost at most target: the best one
 * is taken into account, and what the nodes prove. *finished: none is left that is better than the best;
 * false after so many nodes (0: no limit) or a stop. The relaxation and what is known of the whole are left
 * as they were. */
struct wp_branching;
int wp_search_branch(struct wp_search *search, struct wp_branching *branching, int64_t target, int node_limit,
                     bool *finished, struct wp_error *error);

/* Takes a lower bound into account. */
void wp_search_raise(struct wp_search *search, int64_t bound);

/* GLPK's own branch and bound on the whole program. Returns WP_OK, WP_FOUND_INFEASIBLE or a negative wp_code.
 */
int wp_search_plainly(struct wp_search *search, struct wp_error *error);

/* Solves the relaxation until no strengthening row is broken. dual as in wp_lp_solve. */
enum wp_lp_status wp_search_relax(struct wp_search *search, bool dual);

/* Looks for a first plan: dives in the relaxation under the guide's costs, fixing which projects run, who
 * guides them and who goes where, solving again after each decision; after a dead end it takes later
 * decisions back and searches what they leave open. The relaxation is left at the guide's optimum with the
 * step's costs set. Returns WP_OK, WP_FOUND_INFEASIBLE or a negative wp_code. See Achterberg 2007,
 * "Constraint Integer Programming", section 9.3. */
int wp_search_first_plan(struct wp_search *search, struct wp_error *error);

/* The same for a better plan, one that costs at most target if has_target. Leaves the relaxation as it was.
 */
int wp_search_dive(struct wp_search *search, bool has_target, int64_t target, struct wp_error *error);

/* Looks for better plans between the best one and the relaxation's last solution: what is the same in both is
 * kept, the rest searched (relaxation induced neighbourhood search: Danna, Rothberg & Le Pape 2005). */
int wp_search_between(struct wp_search *search, struct wp_error *error);

#endif
