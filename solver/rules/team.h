/* team.h: the programmes of a project's team, for the rules mix and min_programmes. */
#ifndef WP_TEAM_H
#define WP_TEAM_H

#include "eligibility.h"
#include "rules.h"

/* True if the project's own cell `mix` says something: it then goes before min_programmes. */
bool wp_team_has_mix(const struct wp_project *project);

/* Per project, whether it runs in every plan: by its status, or because somebody is pinned to it. NULL when
 * memory runs out; free with free(). */
bool *wp_team_must_run(const struct wp_round *round);

/* Members of the unit who follow the programme. */
int wp_team_members(const struct wp_round *round, int unit, int programme);

/* The rows, and the v columns, by which the project runs only with students of `least` programmes or more
 * (see team.c). */
int wp_team_rows(struct wp_build *build, const char *name, int project, int least, struct wp_error *error);

/* Does the project run with students of fewer than `least` programmes? `team` is who is there; the
 * rule asks for them. */
void wp_team_check(const struct wp_rule *rule, const struct wp_round *round, int project, struct wp_list team,
                   int least, struct wp_violations *violations);

/* For a project that must run: is there no room for `least` students, or do those who may come (in these
 * pairs) follow fewer programmes? */
void wp_team_count(const struct wp_rule *rule, const struct wp_round *round, const struct wp_pairs *pairs,
                   int project, int least, struct wp_violations *reasons);

#endif
