/* level_names.c: the levels of several plans in one list. */
#include "level_names.h"
#include <string.h>

/* The place of the name in the list, or count. */
static int place_of(const char *const *names, int count, const char *name) {
    int at = 0;
    while (at < count && strcmp(names[at], name) != 0)
        at++;
    return at;
}

int wp_level_names_add(const char **names, int count, const struct wp_level *levels, int level_count) {
    int next = count;
    for (int l = level_count - 1; l >= 0; l--) {
        int at = place_of(names, count, levels[l].name);
        if (at == count) {
            at = next;
            memmove(&names[at + 1], &names[at], (size_t)(count++ - at) * sizeof *names);
            names[at] = levels[l].name;
        }
        next = at;
    }
    return count;
}
