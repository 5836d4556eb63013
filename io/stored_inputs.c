/* stored_inputs.c: the copies of the files read, in a plan's input/ folder. */
#include "stored_inputs.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

/* A relative path without its "." and empty parts, newly allocated; empty if it is absolute or goes up.
 * NULL when memory runs out. */
static char *below(const char *path) {
    size_t room = strlen(path) + 1;
    char *plain = calloc(room, 1);
    if (!plain || *path == '/')
        return plain;
    size_t length = 0;
    while (*path) {
        size_t part = strcspn(path, "/");
        if (part == 2 && strncmp(path, "..", 2) == 0) {
            *plain = '\0';
            return plain;
        }
        if (part > 0 && !(part == 1 && *path == '.')) {
            if (length > 0)
                plain[length++] = '/';
            memcpy(plain + length, path, part);
            length += part;
            plain[length] = '\0';
        }
        path += part + strspn(path + part, "/");
    }
    return plain;
}

/* Is the name, or a folder of that name, among those given so far? */
static bool taken(char *const *names, int count, const char *name) {
    size_t length = strlen(name);
    for (int i = 0; i < count; i++)
        if (names[i] && strncmp(names[i], name, length) == 0 &&
            (names[i][length] == '\0' || names[i][length] == '/'))
            return true;
    return false;
}

/* The file name of a path that leads elsewhere, made unique by a number before its ending. */
static char *elsewhere(char *const *names, int count, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    int stem = (int)(dot && dot != name ? (size_t)(dot - name) : strlen(name));
    size_t size = strlen(name) + 16;
    char *unique = malloc(size);
    if (!unique)
        return NULL;
    snprintf(unique, size, "%s", name);
    for (int number = 2; taken(names, count, unique); number++)
        snprintf(unique, size, "%.*s-%d%s", stem, name, number, name + stem);
    return unique;
}

/* A name that JSON cannot hold could not be found again: its stray bytes become "_". */
static void make_utf8(char *name) {
    while (*name) {
        size_t bytes = wp_utf8_bytes(name);
        if (bytes == 0)
            *name = '_';
        name += bytes ? bytes : 1;
    }
}

int wp_stored_names(const struct wp_inputs *inputs, char ***names, struct wp_error *error) {
    *names = NULL;
    int count = inputs->count;
    char **given = calloc((size_t)count + 1, sizeof *given);
    if (!given)
        return wp_error_memory(error);
    for (int i = 0; i < count; i++) {
        /* What a scenario names is relative to another folder, where the same name may be another file. */
        given[i] = inputs->items[i].of_scenario ? strdup("") : below(inputs->items[i].path);
        if (!given[i])
            goto memory;
        if (!*given[i]) {
            free(given[i]);
            given[i] = NULL;
        }
    }
    for (int i = 0; i < count; i++)
        if (!given[i] && !(given[i] = elsewhere(given, count, inputs->items[i].path)))
            goto memory;
    for (int i = 0; i < count; i++)
        make_utf8(given[i]);
    *names = given;
    return 0;
memory:
    wp_stored_names_free(given, count);
    return wp_error_memory(error);
}

bool wp_stored_name_stays(const char *name) {
    if (!*name || *name == '/')
        return false;
    while (*name) {
        size_t part = strcspn(name, "/");
        if (part == 2 && strncmp(name, "..", 2) == 0)
            return false;
        name += part + strspn(name + part, "/");
    }
    return true;
}

void wp_stored_names_free(char **names, int count) {
    for (int i = 0; names && i < count; i++)
        free(names[i]);
    free(names);
}

/* The same file may serve two tables. */
static bool stored_before(char *const *names, int index) {
    for (int i = 0; i < index; i++)
        if (strcmp(names[i], names[index]) == 0)
            return true;
    return false;
}

int wp_store_inputs(struct wp_folder *folder, const struct wp_inputs *inputs, char *const *names,
                    struct wp_error *error) {
    int code = 0;
    for (int i = 0; i < inputs->count && code == 0; i++) {
        if (stored_before(names, i))
            continue;
        size_t size = strlen(WP_INPUT_FOLDER) + strlen(names[i]) + 1;
        char *name = malloc(size);
        if (!name)
            return wp_error_memory(error);
        snprintf(name, size, WP_INPUT_FOLDER "%s", names[i]);
        FILE *stream;
        code = wp_folder_open_file(folder, name, &stream, error);
        if (code == 0) {
            fwrite(inputs->items[i].bytes, 1, inputs->items[i].length, stream);
            code = wp_folder_close_file(folder, error);
        }
        free(name);
    }
    return code;
}
