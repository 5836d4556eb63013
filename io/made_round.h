/* made_round.h: a synthetic round before it is written. Everything is drawn around one plan that places
 * everybody, so that plan keeps every rule of the round. */
#ifndef WP_MADE_ROUND_H
#define WP_MADE_ROUND_H

#include "error.h"
#include "generate.h"
#include <stdbool.h>

#define WP_MADE_CHOICES    6
#define WP_MADE_PROGRAMMES 4

struct wp_made_project {
    int minimum, maximum; /* heads */
    int weight;           /* popularity */
    int lecturer;         /* who guides it in the plan */
    int district;
    int hosts[2];        /* the second may be -1 */
    unsigned programmes; /* bits */
    bool first_aid;      /* asks that certificate */
    unsigned days;       /* weekdays as bits */
    bool must_run;
    int heads, load; /* in the plan; load in hundredths */
};

struct wp_made_student {
    int project; /* in the plan */
    int programme, district;
    bool first_aid;
    bool waived; /* an exam board's exception lets her do without the certificate */
    bool pinned;
    unsigned days;
    int load;        /* hundredths */
    int group;       /* number, or -1 */
    int max_minutes; /* or -1 */
    int choices[WP_MADE_CHOICES];
    int choice_count;
};

struct wp_made_lecturer {
    int heads, load, projects; /* in the plan */
    int district;
};

struct wp_made_host {
    int heads, projects; /* in the plan */
};

struct wp_made_round {
    const struct wp_generate *what;
    struct wp_made_student *students;
    int student_count;
    struct wp_made_project *projects;
    int project_count;
    struct wp_made_lecturer *lecturers;
    int lecturer_count;
    struct wp_made_host *hosts;
    int host_count;
    int district_count; /* they lie on a square of WP_MADE_SIDE by WP_MADE_SIDE, row by row */
};

#define WP_MADE_SIDE    6
#define WP_MADE_MINUTES 60 /* the full family's longest trip */

/* Minutes between two districts. */
int wp_made_minutes(int from, int to);

/* *out is NULL on failure. */
int wp_made_round_new(const struct wp_generate *what, struct wp_made_round **out, struct wp_error *error);
void wp_made_round_free(struct wp_made_round *made);

/* Writes its files. */
int wp_made_round_write(const struct wp_made_round *made, struct wp_folder *folder, struct wp_error *error);

#endif
