/* scenario.c: the variants of a scenario's sweep. */
#include "scenario.h"

const char *wp_scenario_value(const struct wp_scenario *scenario, int variant, int s) {
    for (int later = scenario->sweep_count - 1; later > s; later--)
        variant /= scenario->sweeps[later].value_count;
    return scenario->sweeps[s].values[variant % scenario->sweeps[s].value_count];
}
