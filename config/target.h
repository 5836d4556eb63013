/* target.h: what stands left of "=" in [set], [sweep] and --set: a setting, or cells of a table. */
#ifndef WP_TARGET_H
#define WP_TARGET_H

#include "arena.h"
#include "diagnostics.h"
#include "keys.h"

enum wp_target_kind {
    WP_TARGET_SETTING, /* rules.max_minutes */
    WP_TARGET_HEADER,  /* columns.students.id */
    WP_TARGET_CELLS    /* lecturers.L07.max_students */
};

/* Strings are in the arena. */
struct wp_target {
    enum wp_target_kind kind;
    const char *text; /* the whole, without white space around its parts; names of ours in lower case */
    const struct wp_key *key; /* of a setting */
    const char *header;       /* "students.id" */
    enum wp_table table;      /* of cells, */
    const char *ids, *column; /* both as written */
};

/* Returns 1; or 0 when the text names nothing that can be changed, which goes to diagnostics with what would
 * be right; or WP_INTERNAL when memory runs out. */
int wp_target_read(const char *text, struct wp_location where, struct wp_arena *arena,
                   struct wp_diagnostics *diagnostics, struct wp_target *out);

/* Do both name the same setting, header or cells? A pattern is the same only as the same pattern. */
bool wp_target_same(const struct wp_target *one, const struct wp_target *other);

#endif
