/* scenario_files.h: a round.ini and a scenario of it on disk, and what was read of them. */
#ifndef SCENARIO_FILES_H
#define SCENARIO_FILES_H

#include "config.h"
#include "scenario_read.h"

/* A folder with round.ini, and in it a folder with the scenario. */
struct scenario_files {
    char folder[64], round[96], below[96], path[128];
    struct wp_settings *settings;
    struct wp_scenario *scenario;
    struct wp_diagnostics diagnostics;
    struct wp_error error;
};

#define ROUND                                                                                                \
    "[round]\nname = Spring\n[input]\nstudents = s.csv\nprojects = p.csv\n[rules]\nmax_minutes = 45\n"
/* The next line is line 3. */
#define SCENARIO "[scenario]\nbase = ../round.ini\n"

/* cmocka's set-up and tear-down; the state is a struct scenario_files. */
int scenario_set_up(void **state);
int scenario_tear_down(void **state);

void scenario_write(const char *path, const char *text);
/* Frees what was read. */
void scenario_forget(struct scenario_files *files);

/* Writes the scenario and reads it as a round, in a variant and with overrides (a NULL-terminated list, or
 * NULL). Returns what wp_config_read does. */
int scenario_read_variant(struct scenario_files *files, const char *text, int variant,
                          const char *const *overrides);
/* The same of the round ROUND, without either; it must be readable. */
const struct wp_settings *scenario_read_text(struct scenario_files *files, const char *text);
/* The scenario without its round. */
const struct wp_scenario *scenario_read_alone(struct scenario_files *files, const char *text);

/* Nothing was found wrong. */
void scenario_assert_quiet(const struct scenario_files *files);
/* Exactly this was. */
void scenario_assert_message(const struct scenario_files *files, const char *path, long line,
                             const char *message);

#endif
