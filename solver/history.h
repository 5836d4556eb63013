/* history.h: what the history comes to: where each student has been, and with whom. Built by
 * wp_round_finish() in the round's arena; a round without history answers "never". */
#ifndef WP_HISTORY_H
#define WP_HISTORY_H

#include "round.h"

/* Does the history know her? */
bool wp_has_history(const struct wp_round *round, int student);

/* Was she at this organisation before? */
bool wp_met_organisation(const struct wp_round *round, int student, int organisation);

/* Was she at one of the project's hosts before? */
bool wp_met_host(const struct wp_round *round, int student, int project);

/* Was she in the project's district before? */
bool wp_met_district(const struct wp_round *round, int student, int project);

/* Were two students on the same project in the same round before? Symmetric; false of a student and herself.
 */
bool wp_met_teammate(const struct wp_round *round, int student, int other);

/* Former teams: the students of this round who were on one project in one earlier round, two or more, by
 * index. Sorted; the same set of students is listed once. */
int wp_former_team_count(const struct wp_round *round);
struct wp_list wp_former_team(const struct wp_round *round, int team);

/* Calls `tell` once for every two students of different units who met before and now share a project.
 * project: per student, -1 for none. The smaller index comes first. */
typedef void wp_met_again_function(void *context, int student, int other);
void wp_met_again(const struct wp_round *round, const int *project, wp_met_again_function *tell,
                  void *context);

#endif
