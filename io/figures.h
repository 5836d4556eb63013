/* figures.h: what one plan comes to, by ids and numbers: all that a comparison needs, without the round. */
#ifndef WP_FIGURES_H
#define WP_FIGURES_H

#include "places.h"
#include "solve.h"

struct wp_lecturer_figures {
    const char *id, *name;
    int projects, students;
    int load, min_load, max_load; /* hundredths; max_load WP_UNLIMITED if blank */
};

struct wp_project_figures {
    const char *id, *title;
    bool open; /* somebody is on it */
    int students, seats;
};

struct wp_figures {
    struct wp_arena *arena; /* holds all of it */
    int students, placed;
    int chose;    /* students who count as having chosen: they or somebody of their unit did */
    int unlisted; /* placed on a project that they did not list, also of those without choices */
    int max_rank;
    int *profile;             /* of rank 1 ... R, [0] is rank 1 */
    int64_t rank_sum;         /* over placed students who count as having chosen; unlisted counts R + 1 */
    int ranked;               /* how many those are */
    int trips;                /* placed students whose trip is known; 0 where nothing tells any distance */
    int64_t minutes;          /* over these */
    int longest_trip;         /* -1 if no trip is known */
    int collective;           /* heads on projects with orientation collective */
    int envious, first, top3; /* as in fairness.h */
    int64_t least_share;      /* of a lecturer's load in her limit, per mille: B of the objective balance */
    int64_t greatest_share;   /* T */
    int64_t balance;          /* T - B; all three -1 where no lecturer has a limit */
    struct wp_level *levels;
    int level_count;
    struct wp_places places;               /* of every student */
    struct wp_lecturer_figures *lecturers; /* by id */
    int lecturer_count;
    struct wp_project_figures *projects; /* by id */
    int project_count;
};

/* levels are copied and may be those of a solution, or of wp_plan_levels. *out is NULL on failure; free with
 * wp_figures_free. It keeps nothing of the round, the plan or the levels. */
int wp_figures_new(const struct wp_round *round, const struct wp_plan *plan, const struct wp_level *levels,
                   int level_count, struct wp_figures **out, struct wp_error *error);
void wp_figures_free(struct wp_figures *figures);

#endif
