/* plan.h: who goes where. */
#ifndef WP_PLAN_H
#define WP_PLAN_H

#include "round.h"

/* A plan of a round. Everything else (which projects are open, loads, ranks) follows from it. */
struct wp_plan {
    int student_count, project_count;
    int *project;  /* per student: index, or -1 if unplaced */
    int *lecturer; /* per student: index, or -1 (unplaced, or the round has no lecturers) */
    int *slot; /* per project: its weekly meeting, see wp_slot_name; -1: none, always so where it is closed */
};

/* Nobody is placed. *out is NULL on failure; free with wp_plan_free. */
int wp_plan_new(const struct wp_round *round, struct wp_plan **out, struct wp_error *error);
void wp_plan_free(struct wp_plan *plan);

/* What follows from a plan, per object: counts of heads, loads in hundredths, projects. Arrays by index. */
struct wp_totals {
    int *project_students, *project_load;
    int open_projects; /* somebody is on them */
    int *lecturer_students, *lecturer_load,
        *lecturer_projects; /* a project with several lecturers counts for each */
    int *organisation_students, *organisation_projects;
};
int wp_totals_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_totals **out,
                  struct wp_error *error);
void wp_totals_free(struct wp_totals *totals);
/* Seats that nobody has at the project, or at one of its hosts where that has fewer. For `heads` who would
 * leave `present` (-1: no project), those that they give back to a host of both count too. */
int wp_totals_free_seats(const struct wp_totals *totals, const struct wp_round *round, int project,
                         int present, int heads);

/* Who is on each project. */
struct wp_teams {
    int *first;    /* project_count + 1: offsets into students */
    int *students; /* by project, ascending */
};
/* *out is NULL on failure; free with wp_teams_free. */
int wp_teams_new(const struct wp_plan *plan, struct wp_teams **out, struct wp_error *error);
void wp_teams_free(struct wp_teams *teams);
/* The students on one project. */
struct wp_list wp_teams_of(const struct wp_teams *teams, int project);
/* Who guides these students: each lecturer once, ascending. lecturers: room for one a student. Returns how
 * many. */
int wp_team_lecturers(const struct wp_plan *plan, struct wp_list team, int *lecturers);

/* The rank that the placement counts: 1 … R, R + 1 if unlisted, 0 if she is unplaced. */
int wp_plan_rank(const struct wp_round *round, const struct wp_plan *plan, int student);

/* What the placement rests on: "pin", "unlisted", "group" (others of her unit chose it), "choice"; "" if she
 * is unplaced. */
const char *wp_plan_basis(const struct wp_round *round, const struct wp_plan *plan, int student);

#endif
