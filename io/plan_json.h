/* plan_json.h: what summary.json and infeasible.json have in common. */
#ifndef WP_PLAN_JSON_H
#define WP_PLAN_JSON_H

#include "inputs.h"
#include "solve.h"
#include <jansson.h>
#include <stdio.h>

/* All of these give a new reference, or NULL when memory runs out; json_object_set_new passes such a NULL on
 * as a failure. */

/* Text that came from outside: bytes that are no UTF-8 become U+FFFD. NULL gives null. */
json_t *wp_json_text(const char *text);

/* Seconds, to the millisecond. */
json_t *wp_json_seconds(double seconds);

/* Every key of round.ini with the value in effect, by section; null where a key is off or not given. */
json_t *wp_json_settings(const struct wp_settings *settings);

/* An entry of levels without its seconds: name, sense, value, bound, best, proven, certified. */
json_t *wp_json_level(const struct wp_level *level);

/* How the plan serves the students: envious, chose, first_choice, top3, and the figures by group. */
json_t *wp_json_fairness(const struct wp_round *round, const struct wp_plan *plan);

/* program, version, round, round_file, the scenario if there is one, overrides, settings, status: the head of
 * both files. */
json_t *wp_json_head(const struct wp_round *round, const struct wp_inputs *inputs, const char *status);

/* Array of path, sha256, `of: scenario` where the scenario names it and, where it is another, the name below
 * input/. */
json_t *wp_json_inputs(const struct wp_inputs *inputs, char *const *names);

/* The summary.json of the plan in `folder`, a new reference. WP_USAGE where it is no plan of ours; *out is
 * NULL then. */
int wp_json_summary_load(const char *folder, json_t **out, struct wp_error *error);
/* Says that `folder` holds no plan of ours; returns WP_USAGE. */
int wp_json_not_a_plan(const char *folder, struct wp_error *error);

/* Writes the object and takes the reference. object may be NULL: memory ran out. */
int wp_json_write(FILE *stream, json_t *object, struct wp_error *error);

#endif
