/* bench_lemon.cc: the same flows as bench_network, solved by LEMON's network simplex, for comparison. */
#include "flow_family.h"
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <vector>

static bool run(int students, int scarce) {
    using graph_type = lemon::SmartDigraph;
    flow_family *family = flow_family_new(students, scarce, 1);
    if (family == nullptr)
        return false;
    graph_type graph;
    graph.reserveNode(family->nodes);
    graph.reserveArc(family->arcs);
    for (int v = 0; v < family->nodes; v++)
        graph.addNode();
    for (int a = 0; a < family->arcs; a++)
        graph.addArc(graph.nodeFromId(family->from[a]), graph.nodeFromId(family->to[a]));
    graph_type::ArcMap<int64_t> upper(graph), cost(graph);
    graph_type::NodeMap<int64_t> supply(graph);
    for (int a = 0; a < family->arcs; a++) {
        upper[graph.arcFromId(a)] = family->upper[a];
        cost[graph.arcFromId(a)] = family->cost[a];
    }
    for (int v = 0; v < family->nodes; v++)
        supply[graph.nodeFromId(v)] = family->supply[v];

    lemon::NetworkSimplex<graph_type, int64_t, int64_t> simplex(graph);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    std::clock_t start = std::clock();
    bool optimal = simplex.run() == simplex.OPTIMAL;
    double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%d students, seats %s: LEMON %8.3f s  cost %lld\n", students, scarce ? "scarce" : "enough",
                taken, static_cast<long long>(simplex.totalCost<int64_t>()));
    flow_family_free(family);
    return optimal;
}

int main(int argc, char **argv) {
    std::vector<int> sizes;
    for (int i = 1; i < argc; i++)
        sizes.push_back(static_cast<int>(std::strtol(argv[i], nullptr, 10)));
    if (sizes.empty())
        sizes = {5000, 20000, 100000};
    for (int students : sizes) {
        if (!run(students, 0) || !run(students, 1))
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
