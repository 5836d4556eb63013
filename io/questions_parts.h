/* questions_parts.h: what the questions about students and those about the rest share. */
#ifndef WP_QUESTIONS_PARTS_H
#define WP_QUESTIONS_PARTS_H

#include "eligibility.h"
#include "questions.h"

struct wp_asking {
    const struct wp_round *round;
    const struct wp_plan *plan;
    struct wp_totals *totals;
    struct wp_pairs *pairs;
    struct wp_questions *questions;
    char text[1024]; /* what is known of the one that is next */
    bool out_of_memory;
};

/* Adds a whole sentence to what is known. */
void wp_question_say(struct wp_asking *asking, const char *format, ...) WP_PRINTF(2, 3);
/* Asks about this one, with what was said since the last. */
void wp_question_ask(struct wp_asking *asking, enum wp_question_kind kind, const char *id, const char *name);

void wp_questions_of_students(struct wp_asking *asking);

#endif
