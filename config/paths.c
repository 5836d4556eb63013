/* paths.c: the parts of a file's path. */
#include "paths.h"
#include <stdio.h>
#include <string.h>

const char *wp_path_directory(const char *path, struct wp_arena *arena) {
    const char *slash = strrchr(path, '/');

    if (slash == NULL)
        return wp_arena_copy(arena, ".", 1);
    return wp_arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *wp_path_join(const char *directory, const char *name, struct wp_arena *arena) {
    const char *between = directory[strlen(directory) - 1] == '/' ? "" : "/";
    size_t size = strlen(directory) + strlen(name) + 2;
    char *joined;

    if (name[0] == '/' || strcmp(directory, ".") == 0)
        return wp_arena_copy(arena, name, strlen(name));
    joined = wp_arena_alloc(arena, size, 1);
    if (joined != NULL)
        snprintf(joined, size, "%s%s%s", directory, between, name);
    return joined;
}

const char *wp_path_stem(const char *path, struct wp_arena *arena) {
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return wp_arena_copy(arena, name, dot != NULL && dot > name ? (size_t)(dot - name) : strlen(name));
}
