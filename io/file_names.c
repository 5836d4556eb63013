/* file_names.c: file names made from ids. */
#include "file_names.h"
#include "fold.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

#define MAX_STEM 120 /* file systems take 255 bytes; a number and an ending follow */

struct wp_file_name {
    char *name;
    char *key;         /* the same in lower case; what another name must not be */
    unsigned numbered; /* how many names have been made of this one by a number behind it */
    UT_hash_handle hh;
};

static bool plain(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           (byte && strchr("-_.", byte));
}

/* Windows keeps these names for devices, in any case and whatever stands behind a dot. (Its ¹, ² and ³ never
 * stand as they are.) */
static bool is_device(const char *id) {
    static const char *const devices[] = {"CON", "PRN", "AUX", "NUL"};
    static const char *const numbered[] = {"COM", "LPT"};
    size_t length = strcspn(id, ".");
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (length == 3 && strncasecmp(id, devices[i], 3) == 0)
            return true;
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
        if (length == 4 && strncasecmp(id, numbered[i], 3) == 0 && id[3] >= '0' && id[3] <= '9')
            return true;
    return false;
}

/* Writes the id's stem; true if all of it fits. An empty id has one too, which no other id gets. */
static bool make_stem(const char *id, char stem[MAX_STEM + 1]) {
    size_t length = 0;
    bool device = is_device(id);
    snprintf(stem, MAX_STEM + 1, "%s", *id ? "" : "%");
    for (const char *at = id; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        bool edge = at == id || at[1] == '\0';
        bool as_is = plain(byte) && !(byte == '.' && edge) && !(device && at == id);
        if (length + (as_is ? 1 : 3) > MAX_STEM)
            return false;
        length += (size_t)snprintf(stem + length, MAX_STEM + 1 - length, as_is ? "%c" : "%%%02X", byte);
    }
    return true;
}

static void free_name(struct wp_file_name *name) {
    free(name->name);
    free(name->key);
    free(name);
}

/* The entry of a name, in whatever case, or a new one. NULL when memory runs out. */
static struct wp_file_name *find_or_add(struct wp_file_names *names, const char *name, bool *added) {
    struct wp_file_name *found = NULL, *made = calloc(1, sizeof *made);
    *added = false;
    if (!made)
        return NULL;
    made->name = strdup(name);
    made->key = malloc(strlen(name) + 1);
    if (!made->name || !made->key) {
        free_name(made);
        return NULL;
    }
    wp_lower(name, made->key);
    HASH_FIND_STR(names->taken, made->key, found);
    if (!found)
        HASH_ADD_KEYPTR(hh, names->taken, made->key, strlen(made->key), made);
    *added = !found && made->hh.tbl;
    if (*added)
        return made;
    free_name(made);
    return found;
}

int wp_file_name(struct wp_file_names *names, const char *folder, const char *id, const char *ending,
                 const char **out, struct wp_error *error) {
    char stem[MAX_STEM + 1];
    bool whole = make_stem(id, stem), added;
    size_t size = strlen(folder) + 1 + strlen(stem) + strlen("~4294967295") + strlen(ending) + 1;
    char *name = malloc(size);
    *out = NULL;
    if (!name)
        return wp_error_memory(error);
    snprintf(name, size, "%s/%s%s", folder, stem, ending);
    /* The name without a number is taken, too, where ids are cut: it counts how many came to it. */
    struct wp_file_name *bare = find_or_add(names, name, &added), *found = bare;
    for (bool given = whole && added; found && !given; given = added) {
        snprintf(name, size, "%s/%s~%u%s", folder, stem, ++bare->numbered + 1, ending);
        found = find_or_add(names, name, &added);
    }
    free(name);
    if (!found)
        return wp_error_memory(error);
    *out = found->name;
    return 0;
}

void wp_file_names_clear(struct wp_file_names *names) {
    struct wp_file_name *name = names->taken;
    HASH_CLEAR(hh, names->taken);
    while (name) {
        struct wp_file_name *next = name->hh.next;
        free_name(name);
        name = next;
    }
}
