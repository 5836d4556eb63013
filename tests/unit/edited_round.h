/* edited_round.h: a round of small CSV files on disk, read with the changes of a scenario. */
#ifndef EDITED_ROUND_H
#define EDITED_ROUND_H

#include "inputs.h"
#include "round.h"

#define EDITED_MOST 64

struct edited_round {
    char folder[64];
    const char *names[WP_TABLE_COUNT][3];
    struct wp_edit edits[EDITED_MOST];
    struct wp_settings settings;
    struct wp_inputs inputs;
    struct wp_round *round;
    struct wp_diagnostics diagnostics;
};

/* A folder with nothing in it. Everything here ends the test on failure. */
void edited_start(struct edited_round *edited);
/* Forgets what was read, and the changes; the files stay. */
void edited_forget(struct edited_round *edited);
void edited_end(struct edited_round *edited);
/* The same for cmocka, whose state is the round. */
int edited_tear_down(void **state);

/* Writes a file that no table names; one that the table is read from ("students.csv"; history may have two).
 */
void edited_write(const struct edited_round *edited, const char *name, const char *text);
void edited_table(struct edited_round *edited, enum wp_table table, const char *name, const char *text);

/* Adds a change, on line 1, 2, ... of "s.ini". */
void edited_set(struct edited_round *edited, enum wp_table table, const char *ids, const char *column,
                const char *value);
void edited_add(struct edited_round *edited, enum wp_table table, const char *file);
void edited_remove(struct edited_round *edited, enum wp_table table, const char *ids);
void edited_scale(struct edited_round *edited, const char *value);

/* Reads the files and makes the changes; _well: without an error. */
void edited_read(struct edited_round *edited);
void edited_read_well(struct edited_round *edited);

/* Expects exactly these messages, in this order, as "path:line:column: error: message" without the folder;
 * ends with NULL. */
void edited_expect(const struct edited_round *edited, ...);

/* All that the round says, as a text: equal rounds give equal texts. The caller frees it. */
char *edited_text(const struct wp_round *round);

const struct wp_student *edited_student(const struct edited_round *edited, const char *id);
const struct wp_project *edited_project(const struct edited_round *edited, const char *id);

#endif
