/* scenario_file.h: all that a scenario's file says, line by line, before it meets its round. */
#ifndef WP_SCENARIO_FILE_H
#define WP_SCENARIO_FILE_H

#include "ini.h"
#include "scenario.h"
#include "target.h"

/* A line of [set]. */
struct wp_set_line {
    struct wp_target target;
    const char *value;
    struct wp_location where;
};

struct wp_scenario_file {
    struct wp_scenario scenario;
    struct wp_target sweep_targets[WP_MAX_SWEEPS]; /* what each sweep's key names */
    const struct wp_set_line *sets;                /* in the order of their lines */
    int set_count;
    const struct wp_edit *edits; /* [remove], [scale] and [add], in the order in which they are made */
    int edit_count;
};

/* The sections of a scenario; those of round.ini are not among them. */
bool wp_is_scenario_section(const char *name);

/* Is this the file of a scenario? */
bool wp_ini_is_scenario(const struct wp_ini *ini);

/* Everything of *out is in the arena, or is the ini's. All that is wrong goes to diagnostics, and is left out
 * of *out. Returns 0, or WP_INTERNAL when memory runs out. */
int wp_scenario_file_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                          struct wp_diagnostics *diagnostics);

/* Its parts that change the round: [set], [remove], [scale] and [add]. */
int wp_scenario_edits_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                           struct wp_diagnostics *diagnostics);

/* Its part that asks for several changes, [sweep]; after [set], with which it may not share a key. */
int wp_scenario_sweeps_read(const struct wp_ini *ini, struct wp_arena *arena, struct wp_scenario_file *out,
                            struct wp_diagnostics *diagnostics);

#endif
