/* ini.h: the lines of an INI file, read strictly: nothing is lost, bent or silently last. */
#ifndef WP_INI_H
#define WP_INI_H

#include "arena.h"
#include "diagnostics.h"
#include <stdbool.h>

/* A line longer than this, in bytes, is an error; so is a file larger, or with more keys, than any real
 * round's. */
#define WP_INI_MAX_LINE     8192
#define WP_INI_MAX_BYTES    ((size_t)1 << 20)
#define WP_INI_MAX_KEYS     2000
#define WP_INI_MAX_SECTIONS 100

/* A line `key = value`. */
struct wp_ini_entry {
    const char *section; /* in lower case */
    const char *key;     /* in lower case, unless the section's keys hold ids */
    const char *value;   /* as written, without the white space around it */
    long line;
};

struct wp_ini_section {
    const char *name; /* in lower case */
    long line;
};

/* A file's sections and entries in the order of their lines, each section and each key of a section once.
 * The keys of [set], [swap] and [sweep] hold ids, whose case counts, so they stay as written.
 * Strings and arrays belong to the arena that wp_ini_read was given. */
struct wp_ini {
    const char *path;
    struct wp_ini_section *sections;
    size_t section_count;
    struct wp_ini_entry *entries;
    size_t entry_count;
};

/* Reads the file. All that is wrong with its lines goes to diagnostics, and those lines are left out of *out.
 * Returns 0, or WP_INPUT when the file cannot be read as text at all, or WP_INTERNAL. path must outlive the
 * diagnostics. */
int wp_ini_read(const char *path, struct wp_arena *arena, struct wp_ini *out,
                struct wp_diagnostics *diagnostics, struct wp_error *error);

/* Lets iniparser read the same sections and keys, and fails with WP_INTERNAL if it understands anything else.
 */
int wp_ini_confirm(const struct wp_ini *ini, struct wp_error *error);

/* True for names that every INI parser reads alike: letters, digits, `_`, `-` and `.`, and not long. */
bool wp_ini_plain_name(const char *name);

#endif
