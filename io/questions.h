/* questions.h: what a plan leaves open for its coordinator to look at: facts of the plan, no guesses. */
#ifndef WP_QUESTIONS_H
#define WP_QUESTIONS_H

#include "solve.h"

/* In the order in which they are asked. */
enum wp_question_kind {
    WP_QUESTION_UNPLACED, /* a student without a place */
    WP_QUESTION_UNLISTED, /* a student who chose, on a project that she did not list and is not pinned to */
    WP_QUESTION_CLOSED,   /* a project that does not run */
    WP_QUESTION_FULL,     /* a lecturer with room for less than one student more, or for no project more */
    WP_QUESTION_LEAST,    /* a lecturer who could not do with one student fewer */
    WP_QUESTION_UNPROVEN, /* a level */
    WP_QUESTION_KINDS
};

struct wp_question {
    enum wp_question_kind kind;
    const char *id, *name; /* of the student, project or lecturer; of a level what it is called; name "" if
                              none */
    const char *sentences; /* what is known: whole sentences, in the language in use */
};

struct wp_questions {
    struct wp_question *items; /* by kind, then in the order of the round or of the levels */
    int count;
    struct wp_arena *arena; /* holds items and sentences; names are the round's */
};

/* The solution must hold a plan. *out is NULL on failure; free with wp_questions_free. Round and solution
 * must outlive it. */
int wp_questions_new(const struct wp_round *round, const struct wp_solution *solution,
                     struct wp_questions **out, struct wp_error *error);
void wp_questions_free(struct wp_questions *questions);

/* A heading over questions of the kind, and over the column of what they are about. */
const char *wp_question_heading(enum wp_question_kind kind);
const char *wp_question_subject(enum wp_question_kind kind);

#endif
