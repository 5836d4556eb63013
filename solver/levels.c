/* levels.c: the order of the levels, their values in a plan, and what they leave to later ones. */
#include "levels.h"

#include <stdio.h>

#define WHOLE 10000 /* hundredths of a percent */

/* May somebody who did not choose be placed without a pin? */
static bool has_rest(const struct wp_round *round) {
    if (!round->settings->rules.unlisted_last)
        return false;
    for (int u = 0; u < round->unit_count; u++)
        if (!round->units[u].has_choices)
            return true;
    return false;
}

static bool left_out(const struct wp_round *round, enum wp_objective_kind kind) {
    return kind == WP_OBJECTIVE_TRAVEL && round->settings->default_objectives && !wp_round_has_trips(round);
}

static bool names_placed(const struct wp_settings *settings) {
    for (int k = 0; k < settings->objective_count; k++)
        if (settings->objectives[k].kind == WP_OBJECTIVE_PLACED)
            return true;
    return false;
}

static struct wp_level_plan level_of(const struct wp_round *round, const struct wp_objective_setting *setting,
                                     bool rest, int part) {
    const struct wp_objective *objective = wp_objective_find(setting->kind);
    struct wp_level_plan level = {.objective = objective,
                                  .setting = setting,
                                  .rest = rest,
                                  .part = part,
                                  .steps = objective->steps ? objective->steps(round) : 1};
    const char *of = rest ? ":rest" : objective->parts ? objective->parts[part] : "";
    snprintf(level.name, sizeof level.name, "%s%s", setting->name, of);
    return level;
}

/* An objective's own level, or those of its parts. Returns how many. */
static int own_levels(const struct wp_round *round, const struct wp_objective_setting *setting,
                      struct wp_level_plan *levels) {
    const struct wp_objective *objective = wp_objective_find(setting->kind);
    int count = 0;
    do
        levels[count] = level_of(round, setting, false, count);
    while (++count, objective->parts && objective->parts[count]);
    return count;
}

int wp_levels_list(const struct wp_round *round, struct wp_level_plan *levels) {
    const struct wp_settings *settings = round->settings;
    int count = 0, after = -1;
    for (int k = 0; k < settings->objective_count; k++) {
        if (left_out(round, settings->objectives[k].kind))
            continue;
        if (wp_objective_find(settings->objectives[k].kind)->of_those_who_chose)
            after = k;
    }
    static const struct wp_objective_setting placed = {.kind = WP_OBJECTIVE_PLACED, .name = "placed"};
    for (int k = 0; k < settings->objective_count; k++) {
        if (!left_out(round, settings->objectives[k].kind))
            count += own_levels(round, &settings->objectives[k], levels + count);
        if (k != after || !has_rest(round))
            continue;
        if (names_placed(settings))
            levels[count++] = level_of(round, &placed, true, 0);
        for (int t = 0; t < settings->objective_count; t++)
            if (settings->objectives[t].kind == WP_OBJECTIVE_TRAVEL && !left_out(round, WP_OBJECTIVE_TRAVEL))
                levels[count++] = level_of(round, &settings->objectives[t], true, 0);
    }
    return count;
}

/* The value of one step in a plan. */
static int64_t step_value(const struct wp_level_plan *level, const struct wp_round *round,
                          const struct wp_plan *plan, int step) {
    struct wp_measure measure = {level->setting, level->rest, level->part, step};
    return level->objective->value(round, plan, &measure);
}

void wp_level_values(const struct wp_level_plan *level, const struct wp_round *round,
                     const struct wp_plan *plan, int64_t *values) {
    if (!level->objective->first_positive) {
        for (int k = 0; k < level->steps; k++)
            values[k] = step_value(level, round, plan, k);
        return;
    }
    int step = 0;
    while (step < level->steps && step_value(level, round, plan, step) == 0)
        step++;
    values[0] = level->steps - step;
}

int64_t wp_level_limit(const struct wp_level_plan *level, int64_t best) {
    int64_t give = level->rest ? 0 : level->setting->give_way;
    if (!level->objective->maximise)
        return best * (WHOLE + give) / WHOLE;
    int64_t kept = best * (WHOLE - give);
    return kept / WHOLE + (kept % WHOLE != 0);
}
