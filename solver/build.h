/* build.h: the integer program of a round, while the rules and objectives write it. */
#ifndef WP_BUILD_H
#define WP_BUILD_H

#include "eligibility.h"
#include "plan.h"
#include "program.h"

/* x columns come first: those of pair k are place_first[k] … place_first[k + 1] - 1. There is one, or, where
 * several lecturers may guide one project together (one_lecturer_per_project = no), one for each who may
 * guide this unit. */
struct wp_build {
    const struct wp_round *round;
    const struct wp_pairs *pairs;
    struct wp_program *program;
    int *place_first; /* pairs->count + 1 */
    const int
        *project_first; /* those of pairs: the pairs of project p are project_pairs[project_first[p]] … */
    const int *project_pairs;
    int one;          /* see wp_build_one; -1 while nobody needed it */
    int *open;        /* per project: its y column, or -1 while nobody needed one */
    int *guide_first; /* project_count + 1: offsets into guide, aligned with each project's `lecturers` */
    int *guide; /* z columns, or -1 where the lecturer is not a question, or x says it and nobody needed z */
    int *
        carried; /* w columns, aligned with guide: the load of the project that the lecturer carries, or -1 */
};

/* The integer program of all rules: x columns, then every active rule's rows. *out is NULL on failure; it
 * refers to round and pairs, which must outlive it. */
int wp_build_new(const struct wp_round *round, const struct wp_pairs *pairs, struct wp_build **out,
                 struct wp_error *error);
void wp_build_free(struct wp_build *build);

/* The column y of a project, made when first asked for: 1 if the project runs. Fixed to 1 where it must run,
 * to 0 where nobody may go. Linked to x by the rule `seats`, which is therefore the last to write rows.
 * Negative wp_code on failure. */
int wp_build_open(struct wp_build *build, int project, struct wp_error *error);

/* The column that is always 1, made when first asked for: what an objective counts whatever the plan is its
 * cost. Negative wp_code on failure. */
int wp_build_one(struct wp_build *build, struct wp_error *error);

/* True if x columns of this project name their lecturers themselves. */
bool wp_build_splits(const struct wp_build *build, int project);
/* True if one of several lecturers guides this project, and z columns say who. */
bool wp_build_chooses(const struct wp_build *build, int project);

/* Adds to the row being written: factor * (the x columns of a pair). */
int wp_build_add_pair(struct wp_build *build, int pair, int64_t factor, struct wp_error *error);

/* Adds to the row being written: factor * (heads placed on the project), or factor * (their load in
 * hundredths). With lecturer >= 0 only the columns that this lecturer guides (projects whose x columns name
 * lecturers). */
int wp_build_add_heads(struct wp_build *build, int project, int64_t factor, struct wp_error *error);
int wp_build_add_load(struct wp_build *build, int project, int lecturer, int64_t factor,
                      struct wp_error *error);

/* Adds to the row being written: factor * (the lecturer's load in hundredths), over all projects. */
int wp_build_add_lecturer_load(struct wp_build *build, int lecturer, int64_t factor, struct wp_error *error);

/* The plan that the values of the columns describe (one per column, keeping all rows). *out is NULL on
 * failure. */
int wp_build_plan(const struct wp_build *build, const int64_t *x, struct wp_plan **out,
                  struct wp_error *error);

#endif
