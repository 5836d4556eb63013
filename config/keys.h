/* keys.h: the keys of round.ini: one table, one row a key. Reading, `init`'s template and the manual page all
 * follow it. */
#ifndef WP_KEYS_H
#define WP_KEYS_H

#include "settings.h"
#include <stdbool.h>
#include <stddef.h>

enum wp_key_type {
    WP_KEY_TEXT,    /* const char * */
    WP_KEY_DAY,     /* wp_day */
    WP_KEY_INTEGER, /* int64_t, any */
    WP_KEY_FILE,    /* the file of a table; offset is the table's entry of `files` */
    WP_KEY_FILES,   /* the same, several */
    WP_KEY_PLAN,    /* const char *: a plan's folder, whose placements.csv is the file of the table */
    WP_KEY_FLAG,    /* bool, by words */
    WP_KEY_WORD,    /* an enum, by words */
    WP_KEY_WORDS,   /* unsigned: the words' values or-ed */
    WP_KEY_COUNT,   /* int, lower to upper */
    WP_KEY_NUMBER,  /* double, lower to upper */
    WP_KEY_PERCENT, /* int: hundredths of a percent, 0 % to 100 % */
    WP_KEY_GAP,     /* double: 0 to 1, or a percentage */
    WP_KEY_ORDER    /* the list of objectives */
};

/* A word that a value may be. A list of them ends with a name of NULL. */
struct wp_key_word {
    const char *name;
    int value;
    bool other_language; /* accepted, but not offered */
};

struct wp_key {
    const char *section, *name;
    enum wp_key_type type;
    size_t offset;       /* in struct wp_settings */
    enum wp_table table; /* of WP_KEY_FILE, WP_KEY_FILES and WP_KEY_PLAN */
    const char
        *standard; /* what is in force when the key is not given, as it would be written; NULL: nothing */
    double lower, upper; /* of WP_KEY_COUNT and WP_KEY_NUMBER */
    bool can_be_off;     /* of both: the word `off` is a value too */
    int off;             /* and means this */
    const struct wp_key_word *words;
    const char *meaning; /* one sentence, translated when it is shown */
};

/* In the order of the contract, section by section; [columns] has no rows (see columns.h). */
extern const struct wp_key wp_keys[];
extern const size_t wp_key_count;

/* The sections in their order, [columns] too. */
#define WP_SECTION_COUNT 7
extern const char *const wp_sections[WP_SECTION_COUNT];
bool wp_is_section(const char *name);
/* One sentence a section, like the meaning of a key. */
extern const char *const wp_section_meanings[WP_SECTION_COUNT];

/* NULL if the section has no such key. */
const struct wp_key *wp_key_find(const char *section, const char *name);

/* What a value of this key may be, as the end of "expected …": "yes or no", in the language in use. Returns
 * buffer. */
#define WP_KEY_VALUES 256
const char *wp_key_values(const struct wp_key *key, char buffer[WP_KEY_VALUES]);

#endif
