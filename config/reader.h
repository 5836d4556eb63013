/* reader.h: settings while they are read: round.ini's, then what a scenario and --set make of them. */
#ifndef WP_READER_H
#define WP_READER_H

#include "arena.h"
#include "ini.h"
#include "keys.h"

/* The path in locations of what the command line sets; the line is its number. */
#define WP_FROM_SET "--set"

/* A value as it was given last. */
struct wp_given {
    const char *text; /* NULL if not given */
    struct wp_location where;
};

struct wp_reader {
    struct wp_settings *settings;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    struct wp_given *given;    /* per row of wp_keys */
    const char **written;      /* the same texts, for the settings */
    const char **changed_from; /* the settings' */
    const char *directory;     /* what files are relative to that are named now */
    bool out_of_memory;
};

/* What is in force when a key is not given. */
void wp_reader_standards(struct wp_reader *reader);

/* A whole round.ini. */
void wp_reader_round(struct wp_reader *reader, const struct wp_ini *ini);

/* One value of a key. */
void wp_reader_key(struct wp_reader *reader, const struct wp_key *key, const char *text,
                   struct wp_location where);

/* Never NULL; its text is, if the key was not given. */
const struct wp_given *wp_reader_given(const struct wp_reader *reader, const char *section, const char *name);

#endif
