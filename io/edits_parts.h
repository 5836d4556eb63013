/* edits_parts.h: what the files edits*.c share. */
#ifndef WP_EDITS_PARTS_H
#define WP_EDITS_PARTS_H

#include "edits.h"
#include "row_names.h"

struct wp_edits {
    struct wp_reading *reading;
    const struct wp_table_kind *const *kinds;
    struct wp_table_file *files; /* by table */
    int *count;
    struct wp_row_index *indexes[WP_TABLE_COUNT]; /* made when first needed */
};

/* What each kind of change does. What is wrong goes to the diagnostics. */
void wp_edit_set(struct wp_edits *edits, const struct wp_edit *edit);
void wp_edit_add(struct wp_edits *edits, const struct wp_edit *edit);
void wp_edit_remove(struct wp_edits *edits, const struct wp_edit *edit);
void wp_edit_scale(struct wp_edits *edits, const struct wp_edit *edit);

/* The table's file, of several the first; NULL where it has none. It may be one that is not usable: that is
 * reported already. */
struct wp_table_file *wp_edits_file(const struct wp_edits *edits, enum wp_table table);

/* The index of a usable file's rows, NULL without memory; and what to do when rows come or go. */
struct wp_row_index *wp_edits_index(struct wp_edits *edits, struct wp_table_file *file);
void wp_edits_forget_index(struct wp_edits *edits, enum wp_table table);

/* The rows that text names, at most until the next call; none is an error. */
size_t wp_edits_rows(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                     const char *text, const size_t **rows);

/* A copy that a cell can have; an origin for what the change writes. NULL without memory. */
char *wp_edits_text(struct wp_edits *edits, const char *text);
const struct wp_csv_origin *wp_edits_origin(struct wp_edits *edits, const struct wp_edit *edit, bool set);

/* Takes out the rows that are marked, and remembers whom they were. */
void wp_edits_take_out(struct wp_edits *edits, const struct wp_edit *edit, struct wp_table_file *file,
                       const bool *marked);

/* Has the preferences file one row a choice? */
bool wp_edits_is_long(const struct wp_table_file *preferences);

#endif
