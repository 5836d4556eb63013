/* finish.h: the steps of wp_round_finish(), in the order in which it takes them. What is wrong goes to
 * diagnostics; each step returns 0, or WP_INTERNAL when memory runs out. */
#ifndef WP_FINISH_H
#define WP_FINISH_H

#include "round.h"

/* units.c: joins students by group and `together`; sets units, students' unit and max_rank. */
int wp_units_join(struct wp_round *round, struct wp_error *error);

/* history.c: where each student has been, and with whom; sets met. */
int wp_history_index(struct wp_round *round, struct wp_error *error);

/* guides.c: who may guide each project, and whether its hosts' agreements cover the round. */
int wp_guides_find(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error);

/* decisions.c: bans and waivers as sorted lists, open and close, and decisions that contradict one another.
 */
int wp_decisions_apply(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error);

/* pins.c: the units' pins, and the lecturers that pins name (guides_known: projects' lecturers are, so these
 * are held against them); then, once all decisions are known, pins that no rule allows. */
int wp_pins_apply(struct wp_round *round, bool guides_known, struct wp_diagnostics *diagnostics,
                  struct wp_error *error);
void wp_pins_review(const struct wp_round *round, struct wp_diagnostics *diagnostics);

/* review.c: what is worth a notice, and what objectives need: words nobody has, blank years, units that fit
 * nowhere. */
int wp_round_review(const struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error);

/* trips_review.c: trips that a rule or an objective needs and nobody knows. */
int wp_trips_review(const struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error);

#endif
