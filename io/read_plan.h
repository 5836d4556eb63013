/* read_plan.h: a written plan is read back: how it was made, and who went where. */
#ifndef WP_READ_PLAN_H
#define WP_READ_PLAN_H

#include "plan.h"
#include "sha256_text.h"

/* One of a plan's input files. */
struct wp_recorded_file {
    char *path;         /* as round.ini or the scenario named it */
    bool of_scenario;   /* the scenario itself, or named by it */
    char *full_path;    /* of the copy in the plan's folder */
    const char *stored; /* the end of full_path, relative to input/ */
};

/* How a plan was made, from its summary.json. */
struct wp_plan_record {
    char *folder;
    struct wp_recorded_file *files; /* the first is round.ini */
    int file_count;
    const struct wp_recorded_file *scenario; /* the second, where the round was read through one; else NULL */
    char **overrides;                        /* of --set */
    int override_count;
    char placements[WP_SHA256_TEXT];         /* the SHA-256 of placements.csv as it was written */
    bool proven;                             /* no better plan exists: its status is "optimal" */
    struct wp_settings settings;             /* see wp_plan_record_settings */
    const char **redirected[WP_TABLE_COUNT]; /* lists of stored names */
    struct wp_edit *edits;                   /* those of the settings, with stored names */
};

/* Reads a plan's record. A folder that is no plan of ours is WP_USAGE; one whose copies of the input are
 * missing or were changed goes to diagnostics, and *out may be used only if diagnostics->errors is 0. *out is
 * NULL on failure; it must outlive the diagnostics. */
int wp_plan_record_read(const char *folder, struct wp_plan_record **out, struct wp_diagnostics *diagnostics,
                        struct wp_error *error);
void wp_plan_record_free(struct wp_plan_record *record);

/* The settings that were read from the copies of round.ini and the scenario, with their files led to copies.
 * They live in the record and share everything else with `read`, which must outlive them. NULL when memory
 * runs out. */
const struct wp_settings *wp_plan_record_settings(struct wp_plan_record *record,
                                                  const struct wp_settings *read);

/* Reads placements.csv. Whatever it does not share with the round, or was changed in it, goes to diagnostics;
 * *out may be used only if diagnostics->errors is 0. Returns 0, or WP_INTERNAL; *out is NULL then. The rules
 * are the caller's to check (wp_plan_check). */
int wp_read_plan(const struct wp_plan_record *record, const struct wp_round *round, struct wp_plan **out,
                 struct wp_diagnostics *diagnostics, struct wp_error *error);

#endif
