/* min_programmes.c: a project that runs brings students of several programmes together. A project whose own
 * cell `mix` says something is left to the rule mix.
 *
 * The rows, and why they are so, are in team.c. */
#include "team.h"

#include "translate.h"

#include <stdio.h>
#include <stdlib.h>

static bool active(const struct wp_round *round) {
    return round->settings->rules.min_programmes > 0;
}

static int rows(struct wp_build *build, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int p = 0; p < round->project_count && !code; p++) {
        if (!wp_team_has_mix(&round->projects[p]))
            code = wp_team_rows(build, "min_programmes", p, round->settings->rules.min_programmes, error);
    }
    return code;
}

static void check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    struct wp_teams *teams = wp_rule_teams(&wp_rule_min_programmes, plan, violations);

    for (int p = 0; teams && p < round->project_count; p++) {
        if (!wp_team_has_mix(&round->projects[p]))
            wp_team_check(&wp_rule_min_programmes, round, p, wp_teams_of(teams, p),
                          round->settings->rules.min_programmes, violations);
    }
    wp_teams_free(teams);
}

/* Projects that must run, against the programmes of those who may come. */
static void count(const struct wp_round *round, struct wp_violations *reasons) {
    struct wp_pairs *pairs = NULL;
    bool *must_run = wp_team_must_run(round);

    if (!must_run || wp_pairs_build(round, &pairs, NULL))
        goto out;
    for (int p = 0; p < round->project_count; p++) {
        if (!wp_team_has_mix(&round->projects[p]) && must_run[p])
            wp_team_count(&wp_rule_min_programmes, round, pairs, p, round->settings->rules.min_programmes,
                          reasons);
    }

out:
    free(must_run);
    wp_pairs_free(pairs);
}

static void sentence(const struct wp_round *round, char *text, size_t size) {
    snprintf(
        text, size,
        _("Each project that runs brings students of at least %d programmes together, unless its own mix "
          "says otherwise."),
        round->settings->rules.min_programmes);
}

const struct wp_rule wp_rule_min_programmes = {
    .name = "min_programmes",
    .active = active,
    .rows = rows,
    .check = check,
    .count = count,
    .sentence = sentence,
};
