/* known_names.c: one hash table for ids, names and addresses, told apart by the first letter of the key. */
#include "known_names.h"

#include "fold.h"
#include "references.h"
#include <string.h>

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

enum { ID = 'i', NAME = 'n', EMAIL = 'e' };

struct wp_known_name {
    const char *key;
    struct wp_known_object object;
    UT_hash_handle hh;
};

/* The form in which texts of a kind are compared, behind the kind's letter. "" without memory. */
static const char *key_of(struct wp_reading *reading, char kind, const char *text) {
    char *key = wp_reading_alloc(reading, strlen(text) + 2, 1);
    if (key == NULL)
        return "";
    key[0] = kind;
    if (kind == NAME)
        wp_fold(text, key + 1);
    else if (kind == EMAIL)
        wp_lower(text, key + 1);
    else
        memcpy(key + 1, text, strlen(text));
    return key;
}

static void add(struct wp_reading *reading, struct wp_known_name **names, char kind, const char *text,
                struct wp_known_object object) {
    const char *key = text[0] == '\0' ? "" : key_of(reading, kind, text);
    struct wp_known_name *known = NULL;
    if (key[0] == '\0')
        return;
    HASH_FIND_STR(*names, key, known);
    if (known != NULL)
        return;
    known = wp_reading_alloc(reading, 1, sizeof *known);
    if (known == NULL)
        return;
    *known = (struct wp_known_name){.key = key, .object = object};
    HASH_ADD_KEYPTR(hh, *names, known->key, strlen(known->key), known);
    if (known->hh.tbl == NULL)
        wp_reading_no_memory(reading);
}

void wp_known_names_add(struct wp_reading *reading, struct wp_known_name **names, const char *id,
                        const char *name, const char *email, size_t number) {
    struct wp_known_object object = {.id = id, .number = number};
    add(reading, names, ID, id, object);
    add(reading, names, NAME, name, object);
    add(reading, names, EMAIL, email, object);
}

static const struct wp_known_object *find(struct wp_reading *reading, const struct wp_known_name *names,
                                          char kind, const char *text) {
    const struct wp_known_name *known = NULL;
    if (names == NULL || text[0] == '\0')
        return NULL;
    const char *key = key_of(reading, kind, text);
    HASH_FIND_STR(names, key, known);
    return known == NULL ? NULL : &known->object;
}

const struct wp_known_object *wp_known_names_by_id(struct wp_reading *reading,
                                                   const struct wp_known_name *names, const char *text) {
    return find(reading, names, ID, wp_reference_id(text));
}

const struct wp_known_object *wp_known_names_find(struct wp_reading *reading,
                                                  const struct wp_known_name *names, const char *text) {
    const struct wp_known_object *object = wp_known_names_by_id(reading, names, text);
    if (object == NULL)
        object = find(reading, names, NAME, text);
    return object != NULL ? object : find(reading, names, EMAIL, text);
}

void wp_known_names_clear(struct wp_known_name **names) {
    HASH_CLEAR(hh, *names);
}
