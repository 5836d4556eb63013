/* news.h: who must be told what, now that a plan follows an earlier one: students, lecturers, organisations.
 */
#ifndef WP_NEWS_H
#define WP_NEWS_H

#include "audience.h"
#include "changes.h"

/* One line of changes.csv. Of a student, `change` is that of wp_change_name, and from and to are projects,
 * lecturers or slots. Of the others it is one of
 *   "comes", "leaves"   the student, who was on the project `from` and is on `to`
 *   "project"           the student stays with them, on another project
 *   "slot"              (lecturer) the student stays on her project, in another weekly slot
 *   "gets_project", "loses_project"   (lecturer) student is "" */
struct wp_news_item {
    enum wp_audience audience;
    const char *id;
    const char *change;
    const char *student, *from, *to; /* "" if none */
};

struct wp_news {
    struct wp_places before, after;
    struct wp_changes *changes; /* between these */
    struct wp_news_item *items; /* in the order of all their texts, bytewise */
    int count;
    int told[WP_AUDIENCES]; /* how many students, lecturers, organisations; no brokers */
    struct wp_arena *arena;
};

/* Compares the plan with the one that [round] base names. *out is NULL on failure; free with wp_news_free.
 * The round must outlive it. */
int wp_news_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_news **out,
                struct wp_error *error);
void wp_news_free(struct wp_news *news);

#endif
