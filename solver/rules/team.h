/* team.h: the programmes of a project's team, for the rules mix and min_programmes. */
#ifndef WP_TEAM_H
#define WP_TEAM_H

#include "eligibility.h"
#include "rules.h"

/* True if the project's own cell `mix` says something: it then goes before min_programmes. */
bool wp_team_has_mix(const struct wp_project *project);

/* True if the project runs in every plan: by its status, or because somebody is pinned to it. */
bool wp_team_must_run(const struct wp_round *round, int project);

/* Members of the unit who follow the programme. */
int wp_team_members(const struct wp_round *round, int unit, int programme);

/* The first student whom the plan puts on the project, or -1; with a programme >= 0, the first who follows
 * it. */
int wp_team_first(const struct wp_round *round, const struct wp_plan *plan, int project, int programme);

/* The pairs of one project, in order of units. Returns how many, or a negative wp_code; free *out with
 * free(). The rows have them from struct wp_build. */
int wp_team_places(const struct wp_round *round, const struct wp_pairs *pairs, int project, int **out,
                   struct wp_error *error);

/* The rows, and the v columns, by which the project runs only with students of `least` programmes or more
 * (see team.c). */
int wp_team_rows(struct wp_build *build, const char *name, int project, int least, struct wp_error *error);

/* Does the project run with students of fewer than `least` programmes? `who` asks for them: "min_programmes".
 */
void wp_team_check(const struct wp_rule *rule, const char *who, const struct wp_round *round,
                   const struct wp_plan *plan, int project, int least, struct wp_violations *violations);

/* For a project that must run: is there no room for `least` students, or do those who may come (in these
 * pairs) follow fewer programmes? */
void wp_team_count(const struct wp_rule *rule, const char *who, const struct wp_round *round,
                   const struct wp_pairs *pairs, int project, int least, struct wp_violations *reasons);

#endif
