/* search_branch.c: branch and bound on the relaxation, with an exact bound at every node.
 *
 * Land & Doig 1960, best first with plunging; which column to branch on is told by pseudo-costs that start
 * from strong branching (Achterberg, Koch & Martin 2005, "Branching rules revisited"). A node is cut off by
 * the exact bound of its own columns' bounds, or where it has no point by an exact contradiction; by GLPK's
 * word only where the step's numbers are small. */
#include "branching.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BOUND_MARGIN  1e-6 /* relative, taken off a bound that is not exact */
#define BETWEEN_EVERY 40   /* nodes between two searches near the best plan */

/* A part of the program: its parent's, with other bounds of one column. */
struct node {
    int parent; /* -1: this is the root */
    int column;
    int64_t lower, upper;
    int64_t bound;             /* scaled; no plan in it costs less */
    double value, distance;    /* of the parent's relaxation; by how much the column had to change */
    struct wp_lp_basis *basis; /* of the parent's relaxation; NULL where that is the last one solved */
};

struct tree {
    struct wp_search *search;
    struct wp_branching *branching;
    int64_t target;         /* plans that cost more are of no interest */
    struct wp_column *root; /* the columns at the root */
    struct node *nodes;     /* all that were made */
    int count, capacity;
    int *open; /* those to be looked at, a heap: the least bound first */
    int open_count;
    bool unsure; /* some node was cut off without proof */
    int next;    /* the node to look at next; -1: the best open one */
};

/* The most that a plan may cost to be of interest. */
static int64_t worst(const struct tree *tree) {
    const struct wp_search *search = tree->search;
    return search->has_best && search->value - 1 < tree->target ? search->value - 1 : tree->target;
}

static bool comes_first(const struct tree *tree, int a, int b) {
    if (tree->nodes[a].bound != tree->nodes[b].bound)
        return tree->nodes[a].bound < tree->nodes[b].bound;
    return a > b;
}

static void swap_open(struct tree *tree, int i, int j) {
    int node = tree->open[i];
    tree->open[i] = tree->open[j];
    tree->open[j] = node;
}

/* There is room: open has as many entries as nodes. */
static void push(struct tree *tree, int node) {
    int at = tree->open_count++;
    tree->open[at] = node;
    for (; at > 0 && comes_first(tree, node, tree->open[(at - 1) / 2]); at = (at - 1) / 2)
        swap_open(tree, at, (at - 1) / 2);
}

static int pop(struct tree *tree) {
    int node = tree->open[0];
    tree->open[0] = tree->open[--tree->open_count];
    for (int at = 0, child; (child = 2 * at + 1) < tree->open_count; at = child) {
        if (child + 1 < tree->open_count && comes_first(tree, tree->open[child + 1], tree->open[child]))
            child++;
        if (!comes_first(tree, tree->open[child], tree->open[at]))
            break;
        swap_open(tree, at, child);
    }
    return node;
}

/* A new node; its index, or -1 when memory runs out. */
static int add_node(struct tree *tree, struct node node) {
    if (tree->count == tree->capacity) {
        int capacity = 2 * tree->capacity + 64;
        struct node *nodes = realloc(tree->nodes, (size_t)capacity * sizeof *nodes);
        tree->nodes = nodes ? nodes : tree->nodes;
        int *open = nodes ? realloc(tree->open, (size_t)capacity * sizeof *open) : NULL;
        tree->open = open ? open : tree->open;
        if (!open)
            return -1;
        tree->capacity = capacity;
    }
    tree->nodes[tree->count] = node;
    return tree->count++;
}

/* Narrows the bounds of the node's own column; false if nothing is left of it. */
static bool narrow(struct tree *tree, const struct node *node) {
    if (node->parent < 0)
        return true;
    struct wp_column *column = &tree->search->program->columns[node->column];
    column->lower = node->lower > column->lower ? node->lower : column->lower;
    column->upper = node->upper < column->upper ? node->upper : column->upper;
    return column->lower <= column->upper;
}

/* Goes to a node: its columns' bounds, and the basis to start from. False if its bounds exclude everything.
 */
static bool enter(struct tree *tree, int at) {
    struct wp_search *search = tree->search;
    bool left = true;
    if (tree->nodes[at].basis) {
        memcpy(search->program->columns, tree->root,
               (size_t)search->program->column_count * sizeof *tree->root);
        for (int n = at; n >= 0; n = tree->nodes[n].parent)
            left = narrow(tree, &tree->nodes[n]) && left;
    } else {
        left = narrow(tree, &tree->nodes[at]);
    }
    if (!left)
        return false;
    wp_lp_take_bounds(search->lp);
    if (tree->nodes[at].basis)
        wp_lp_restore_basis(search->lp, tree->nodes[at].basis);
    return true;
}

/* The lower bound of the node whose relaxation was solved, with its reduced costs. */
static int64_t bound_of_node(struct tree *tree) {
    struct wp_search *search = tree->search;
    double value = search->lp->value;
    wp_search_take_duals(search);
    search->exact = wp_bound(search->program, search->cost, search->multiplier, search->reduced);
    int64_t bound = wp_bound_round_up(search->exact);
    int64_t near = search->trusted ? (int64_t)ceil(value - BOUND_MARGIN * fmax(1, fabs(value))) : bound;
    return near > bound ? near : bound;
}

/* Splits the node in two: the nearer side is looked at next, the other later. */
static int branch(struct tree *tree, int at, int64_t bound, struct wp_error *error) {
    struct wp_search *search = tree->search;
    int column = wp_branching_choose(tree->branching, search);
    if (wp_lp_lost(search->lp)) {
        search->stopped = true;
        return WP_OK;
    }
    if (column < 0) { /* whole, but not a plan: doubles are too coarse here */
        tree->unsure = true;
        return WP_OK;
    }
    const struct wp_column *bounds = &search->program->columns[column];
    double value = search->lp->x[column], part = value - floor(value);
    int64_t down = (int64_t)floor(value);
    struct node below = {at, column, bounds->lower, down, bound, search->lp->value, part, NULL};
    struct node above = {at, column, down + 1, bounds->upper, bound, search->lp->value, 1 - part, NULL};
    struct wp_lp_basis *basis;
    if (wp_lp_save_basis(search->lp, &basis, error) != WP_OK)
        return WP_INTERNAL;
    if (part > 0.5)
        below.basis = basis;
    else
        above.basis = basis;
    int first = add_node(tree, below), second = first < 0 ? -1 : add_node(tree, above);
    if (second < 0) {
        if (first < 0 || !below.basis) /* no node owns it */
            free(basis);
        return wp_error_memory(error);
    }
    push(tree, part > 0.5 ? first : second);
    tree->next = part > 0.5 ? second : first;
    return WP_OK;
}

/* A search near the best plan now and then; the relaxation is left as it was. */
static int look_around(struct tree *tree, struct wp_error *error) {
    struct wp_search *search = tree->search;
    struct wp_lp_basis *basis;
    if (!search->has_best || tree->count % BETWEEN_EVERY != 1 || tree->count == 1)
        return WP_OK;
    if (wp_lp_save_basis(search->lp, &basis, error) != WP_OK)
        return WP_INTERNAL;
    int code = wp_search_between(search, error);
    if (!wp_lp_lost(search->lp))
        wp_lp_restore_basis(search->lp, basis);
    free(basis);
    return code;
}

/* Solves a node's relaxation, and branches if better plans may lie in it. */
static int look_at(struct tree *tree, int at, struct wp_error *error) {
    struct wp_search *search = tree->search;
    if (!enter(tree, at))
        return WP_OK;
    enum wp_lp_status status = wp_search_relax(search, true);
    if (status == WP_LP_INFEASIBLE) {
        tree->unsure = tree->unsure || !(search->trusted || wp_search_contradicts(search));
        return WP_OK;
    }
    if (status != WP_LP_OPTIMAL) {
        search->stopped = search->stopped || wp_lp_lost(search->lp);
        tree->unsure = true;
        return WP_OK;
    }
    const struct node *node = &tree->nodes[at];
    if (node->parent >= 0)
        wp_branching_learn(tree->branching, node->column, node->lower > tree->root[node->column].lower,
                           (search->lp->value - node->value) / node->distance);
    int64_t bound = bound_of_node(tree);
    bound = bound > node->bound ? bound : node->bound;
    if (bound > worst(tree))
        return WP_OK;
    bool whole;
    if (wp_search_take_whole(search, &whole, error) != WP_OK)
        return WP_INTERNAL;
    if (whole) {
        tree->unsure = tree->unsure || (!search->trusted && bound < search->value);
        return WP_OK;
    }
    wp_search_fix(search, worst(tree));
    int code = look_around(tree, error);
    return code == WP_OK && !search->stopped ? branch(tree, at, bound, error) : code;
}

/* No plan costs less than the best open node allows, or than one over the target. */
static void raise_bound(struct tree *tree, int64_t present) {
    int64_t least = present <= worst(tree) ? present : worst(tree) + 1;
    if (tree->open_count > 0 && tree->nodes[tree->open[0]].bound < least)
        least = tree->nodes[tree->open[0]].bound;
    if (!tree->unsure)
        wp_search_raise(tree->search, least);
}

/* Looks at nodes until none is left, or so many were made. */
static int grow(struct tree *tree, int node_limit, struct wp_error *error) {
    struct wp_search *search = tree->search;
    const struct wp_lp_limits *limits = &search->limits;
    while (!search->stopped && !wp_search_closed(search) && (tree->next >= 0 || tree->open_count > 0) &&
           (node_limit == 0 || tree->count < node_limit)) {
        int at = tree->next >= 0 ? tree->next : pop(tree);
        tree->next = -1;
        raise_bound(tree, tree->nodes[at].bound);
        search->stopped = limits->stop && limits->stop(limits->context);
        int code = WP_OK;
        if (!search->stopped && tree->nodes[at].bound <= worst(tree))
            code = look_at(tree, at, error);
        if (code != WP_OK)
            return code;
        free(tree->nodes[at].basis);
        tree->nodes[at].basis = NULL;
    }
    return WP_OK;
}

static int plant(struct tree *tree, struct wp_error *error) {
    const struct wp_program *program = tree->search->program;
    tree->next = -1;
    tree->root = malloc(((size_t)program->column_count + 1) * sizeof *tree->root);
    if (!tree->root)
        return wp_error_memory(error);
    wp_search_fix_within(tree->search, tree->target);
    memcpy(tree->root, program->columns, (size_t)program->column_count * sizeof *tree->root);
    tree->next = add_node(tree, (struct node){.parent = -1, .bound = tree->search->bound});
    return tree->next < 0 ? wp_error_memory(error) : WP_OK;
}

static void fell(struct tree *tree) {
    for (int n = 0; n < tree->count; n++)
        free(tree->nodes[n].basis);
    free(tree->nodes);
    free(tree->open);
    free(tree->root);
}

/* What the step knows of the whole program: the nodes' bounds prove nothing about that. */
struct whole {
    struct wp_column *columns;
    int64_t *multiplier;
    wp_wide exact;
    struct wp_lp_basis *basis;
};

static int remember(const struct wp_search *search, struct whole *whole, struct wp_error *error) {
    size_t columns = (size_t)search->program->column_count, rows = (size_t)search->program->row_count;
    whole->columns = malloc((columns + 1) * sizeof *whole->columns);
    whole->multiplier = malloc((rows + 1) * sizeof *whole->multiplier);
    whole->exact = search->exact;
    if (!whole->columns || !whole->multiplier)
        return wp_error_memory(error);
    memcpy(whole->columns, search->program->columns, columns * sizeof *whole->columns);
    memcpy(whole->multiplier, search->multiplier, rows * sizeof *whole->multiplier);
    return wp_lp_save_basis(search->lp, &whole->basis, error);
}

static void recall(struct wp_search *search, const struct whole *whole) {
    size_t columns = (size_t)search->program->column_count, rows = (size_t)search->program->row_count;
    memcpy(search->program->columns, whole->columns, columns * sizeof *whole->columns);
    memcpy(search->multiplier, whole->multiplier, rows * sizeof *whole->multiplier);
    wp_bound(search->program, search->cost, search->multiplier, search->reduced);
    search->exact = whole->exact;
    if (wp_lp_lost(search->lp))
        return;
    wp_lp_take_bounds(search->lp);
    wp_lp_restore_basis(search->lp, whole->basis);
    if (wp_search_relax(search, true) != WP_LP_OPTIMAL)
        search->stopped = true;
}

int wp_search_branch(struct wp_search *search, struct wp_branching *branching, int64_t target, int node_limit,
                     bool *finished, struct wp_error *error) {
    struct tree tree = {.search = search, .branching = branching, .target = target};
    struct whole whole = {0};
    int code = remember(search, &whole, error);
    *finished = false;
    if (code == WP_OK) {
        code = plant(&tree, error);
        if (code == WP_OK)
            code = grow(&tree, node_limit, error);
        recall(search, &whole);
    }
    if (code == WP_OK && !search->stopped && tree.next < 0 && tree.open_count == 0) {
        *finished = true;
        if (!tree.unsure)
            wp_search_raise(search, worst(&tree) + 1);
    }
    fell(&tree);
    free(whole.columns);
    free(whole.multiplier);
    free(whole.basis);
    return code;
}
