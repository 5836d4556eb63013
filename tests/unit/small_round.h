/* small_round.h: rounds of a few students, made in memory, for the tests of rules and eligibility. */
#ifndef SMALL_ROUND_H
#define SMALL_ROUND_H

#include "round.h"

struct small_round {
    struct wp_settings settings;
    struct wp_round *round;
    struct wp_diagnostics diagnostics;
};

struct small_sizes {
    int students, projects, lecturers, organisations, districts; /* ids: S1, P1, L1, O1, D1 … */
};

/* Everything blank: loads of 1, projects for 1 to 9 students, no limits, unlisted = never. A lecturers file
 * was given if there are any. Ends the test on failure, as all functions here do. */
void small_round_start(struct small_round *small, struct small_sizes sizes);
void small_round_end(struct small_round *small);

/* wp_round_finish(); expects it to find this many errors. */
void small_round_finish(struct small_round *small, size_t errors);

/* Her choices, best first: projects by index, ends with -1. */
void small_choose(struct small_round *small, int student, ...);

/* A list of indices, or of words (ended by -1, or NULL). */
struct wp_list small_list(struct small_round *small, ...);
struct wp_list small_words(struct small_round *small, ...);

/* Adds a decision on line 2, 3, …; the caller fills in the rest. At most 16. */
struct wp_decision *small_decide(struct small_round *small, enum wp_action action, struct wp_list students);

/* Adds a row to the history: student (-1: somebody who is not in this round), round, project, organisations
 * with | between them, and district; NULL for a blank cell. At most 256. */
void small_history(struct small_round *small, int student, const char *in, const char *project,
                   const char *organisations, const char *district);

/* A message of the diagnostics that contains text, or NULL. */
const char *small_message(const struct small_round *small, const char *text);

#endif
