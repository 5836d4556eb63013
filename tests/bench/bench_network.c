/* bench_network.c: processor seconds and pivots of the network simplex on placements that are pure flows.
 *
 *   bench_network [--unseeded] [STUDENTS...]
 *
 * 6 choices each, a project for 4 students, a lecturer for 10 projects; once with 1.25 seats a student, once
 * with less than one. Every result is checked by its potentials. */
#include "flow_family.h"
#include "network.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool optimal(const struct wp_network *network, const struct flow_family *family) {
    int64_t *out = calloc((size_t)family->nodes, sizeof *out);
    bool good = out != NULL;
    for (int a = 0; good && a < family->arcs; a++) {
        int64_t flow = wp_network_flow(network, a), reduced = wp_network_reduced_cost(network, a);
        out[family->from[a]] += flow;
        out[family->to[a]] -= flow;
        good = flow >= family->lower[a] && flow <= family->upper[a] &&
               (flow == family->lower[a] || reduced <= 0) && (flow == family->upper[a] || reduced >= 0);
    }
    for (int v = 0; good && v < family->nodes; v++)
        good = out[v] == family->supply[v];
    free(out);
    return good;
}

static int solve(struct wp_network *network, const struct flow_family *family, const char *what) {
    struct wp_error error = {0};
    enum wp_network_outcome outcome;
    int64_t before = wp_network_pivots(network), total;
    double start = now();
    if (wp_network_solve(network, NULL, NULL, &outcome, &error) != 0 ||
        wp_network_total(network, &total, &error) != 0) {
        fprintf(stderr, "bench_network: %s\n", error.message);
        return -1;
    }
    printf("  %-22s %8.3f s  %9" PRId64 " pivots  cost %" PRId64 "\n", what, now() - start,
           wp_network_pivots(network) - before, total);
    if (outcome != WP_NETWORK_OPTIMAL || !optimal(network, family)) {
        fprintf(stderr, "bench_network: the result is not optimal\n");
        return -1;
    }
    return 0;
}

static int load(struct wp_network **network, const struct flow_family *family, struct wp_error *error) {
    int rc = wp_network_new(family->nodes, network, error);
    for (int v = 0; rc == 0 && v < family->nodes; v++)
        wp_network_supply(*network, v, family->supply[v]);
    for (int a = 0; rc >= 0 && a < family->arcs; a++)
        rc = wp_network_arc(*network, family->from[a], family->to[a], 0, family->upper[a], family->cost[a],
                            error);
    return rc < 0 ? rc : 0;
}

/* Keeps every optimal plan of the level just solved: arcs of non-zero reduced cost stay as they are. */
static void fix(struct wp_network *network, struct flow_family *family) {
    for (int a = 0; a < family->arcs; a++) {
        if (wp_network_reduced_cost(network, a) == 0)
            continue;
        family->lower[a] = family->upper[a] = wp_network_flow(network, a);
        wp_network_bounds(network, a, family->lower[a], family->upper[a]);
    }
}

/* placed, then ranks:generous: as few as possible of the last rank, then of the one before. */
static int solve_levels(struct wp_network *network, struct flow_family *family) {
    for (int rank = FLOW_CHOICES + 1; rank >= 1; rank--) {
        char name[40];
        for (int a = 0; a < family->arcs; a++)
            wp_network_cost(network, a, flow_family_rank(family, a) == rank);
        snprintf(name, sizeof name, rank > FLOW_CHOICES ? "  unplaced" : "  of rank %d", rank);
        if (solve(network, family, name) != 0)
            return -1;
        fix(network, family);
    }
    return 0;
}

/* The levels one after the other; first, if seeded, all of them at once in a weighted sum, for a tree to
 * start from. */
static int run(int students, bool scarce, bool seeded) {
    struct flow_family *family = flow_family_new(students, scarce, 1);
    struct wp_network *network = NULL;
    struct wp_error error = {0};
    int rc = -1;
    if (family == NULL || load(&network, family, &error) != 0)
        goto out;
    printf("%d students, %d nodes, %d arcs, seats %s\n", students, family->nodes, family->arcs,
           scarce ? "scarce" : "enough");
    rc = seeded ? solve(network, family, "all levels weighted") : 0;
    if (rc == 0)
        rc = solve_levels(network, family);
out:
    if (error.code != 0)
        fprintf(stderr, "bench_network: %s\n", error.message);
    wp_network_free(network);
    flow_family_free(family);
    return rc;
}

int main(int argc, char **argv) {
    static const int sizes[] = {5000, 20000, 100000};
    bool unseeded = argc > 1 && strcmp(argv[1], "--unseeded") == 0;
    int rc = 0, first = unseeded ? 2 : 1;
    for (int i = first; i < argc && rc == 0; i++) {
        for (int scarce = 0; scarce < 2 && rc == 0; scarce++)
            rc = run((int)strtol(argv[i], NULL, 10), scarce, !unseeded);
    }
    for (int i = 0; argc == first && i < 6 && rc == 0; i++)
        rc = run(sizes[i / 2], i % 2 == 1, !unseeded);
    return rc == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
