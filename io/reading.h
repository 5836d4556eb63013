/* reading.h: what the readers of all tables share while a round is read. */
#ifndef WP_READING_H
#define WP_READING_H

#include "inputs.h"
#include "round.h"

struct wp_name;       /* references.c */
struct wp_known_name; /* known_names.h */

struct wp_reading {
    const struct wp_settings *settings;
    struct wp_inputs *inputs;
    struct wp_round *round;
    struct wp_diagnostics *diagnostics;
    struct wp_error *error;
    bool out_of_memory; /* error says so; the round is to be thrown away */

    /* The ids of this table are not all known, so what refers to it is not checked against it. */
    bool in_doubt[WP_TABLE_COUNT];

    bool is_open[WP_TABLE_COUNT];                  /* the table has a file, though it may be broken */
    struct wp_known_name *removed[WP_TABLE_COUNT]; /* what a scenario took out: edits.h */

    bool *mapping_found; /* per mapping of [columns]: some file has its header */

    int *programmes; /* words: the students' programmes whose names hold a separator of lists */
    size_t programme_count;

    /* Names, titles and e-mail addresses, indexed when first asked for. */
    struct wp_name *names[WP_TABLE_COUNT];
    struct wp_name *emails;
    bool names_indexed[WP_TABLE_COUNT], emails_indexed;
    const char **candidates[WP_TABLE_COUNT]; /* ids, then names: what a suggestion may be */
    size_t candidate_count[WP_TABLE_COUNT];
};

/* Memory of the round's arena; NULL, remembered by the reading, when it runs out. */
void *wp_reading_alloc(struct wp_reading *reading, size_t count, size_t size);
/* A copy in the round's arena; "" when memory runs out. "" takes no memory. */
const char *wp_reading_copy(struct wp_reading *reading, const char *text);
/* A copy of `length` bytes, which the caller may change; NULL when memory runs out. */
char *wp_reading_copy_part(struct wp_reading *reading, const char *text, size_t length);
/* The text as wp_fold or wp_lower writes it; "" when memory runs out. */
const char *wp_reading_fold(struct wp_reading *reading, void (*fold)(const char *text, char *folded),
                            const char *text);
/* The number of a word; -1 for "" and when memory runs out. */
int wp_reading_word(struct wp_reading *reading, const char *text);
/* Remembers that memory ran out. */
void wp_reading_no_memory(struct wp_reading *reading);

#endif
