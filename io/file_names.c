/* file_names.c: file names made from ids. */
#include "file_names.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_STEM 120 /* file systems take 255 bytes; a number and an ending follow */

static bool plain(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           (byte && strchr("-_.", byte));
}

/* Writes the id's stem; true if all of it fits. */
static bool make_stem(const char *id, char stem[MAX_STEM + 1]) {
    size_t length = 0;
    stem[0] = '\0';
    for (const char *at = id; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        bool as_is = plain(byte) && !(byte == '.' && at == id);
        if (length + (as_is ? 1 : 3) > MAX_STEM)
            return false;
        length += (size_t)snprintf(stem + length, MAX_STEM + 1 - length, as_is ? "%c" : "%%%02X", byte);
    }
    return true;
}

static bool taken(const struct wp_file_names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (strcasecmp(names->items[i], name) == 0)
            return true;
    return false;
}

int wp_file_name(struct wp_file_names *names, const char *folder, const char *id, const char *ending,
                 const char **out, struct wp_error *error) {
    *out = NULL;
    if (names->count == names->capacity) {
        size_t capacity = names->capacity ? 2 * names->capacity : 32;
        char **items = realloc(names->items, capacity * sizeof *items);
        if (!items)
            return wp_error_memory(error);
        names->items = items;
        names->capacity = capacity;
    }
    char stem[MAX_STEM + 1];
    bool whole = make_stem(id, stem);
    size_t size = strlen(folder) + 1 + strlen(stem) + strlen("~4294967295") + strlen(ending) + 1;
    char *name = malloc(size);
    if (!name)
        return wp_error_memory(error);
    snprintf(name, size, "%s/%s%s", folder, stem, ending);
    for (unsigned number = 2; !whole || taken(names, name); number++) {
        snprintf(name, size, "%s/%s~%u%s", folder, stem, number, ending);
        whole = true;
    }
    names->items[names->count++] = name;
    *out = name;
    return 0;
}

void wp_file_names_clear(struct wp_file_names *names) {
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
    *names = (struct wp_file_names){0};
}
