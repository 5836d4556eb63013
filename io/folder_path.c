/* folder_path.c: the true place of a folder that the user named. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "folder_path.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Cuts an absolute path in two at its last slash. */
static int split(const char *full, struct wp_folder_path *path, struct wp_error *error) {
    const char *slash = strrchr(full, '/');
    size_t length = slash == full ? 1 : (size_t)(slash - full);
    path->parent = strndup(full, length);
    path->name = strdup(slash + 1);
    return path->parent && path->name ? 0 : wp_error_memory(error);
}

/* A folder that does not exist yet: its parent must. */
static int find_missing(const char *target, struct wp_folder_path *path, struct wp_error *error) {
    const char *slash = strrchr(target, '/');
    const char *name = slash ? slash + 1 : target;
    char *parent = slash ? strndup(target, slash == target ? 1 : (size_t)(slash - target)) : strdup(".");
    if (!parent)
        return wp_error_memory(error);
    int code = 0;
    path->name = strdup(name);
    path->parent = realpath(parent, NULL);
    if (!path->parent && errno != ENOMEM)
        code = wp_error_set(error, WP_USAGE, "\"%s\" cannot be written: the folder \"%s\" does not exist",
                            target, parent);
    else if (!path->parent || !path->name)
        code = wp_error_memory(error);
    free(parent);
    return code;
}

int wp_folder_path_find(const char *target, struct wp_folder_path *path, struct wp_error *error) {
    int code = 0;
    char *full = NULL;
    *path = (struct wp_folder_path){0};
    char *plain = strdup(target);
    if (!plain)
        return wp_error_memory(error);
    for (size_t length = strlen(plain); length > 1 && plain[length - 1] == '/'; length--)
        plain[length - 1] = '\0';
    struct stat status;
    if (!*plain) {
        code = wp_error_set(error, WP_USAGE, "the name of the folder is empty");
    } else if (lstat(plain, &status) == 0) {
        path->exists = true;
        full = realpath(plain, NULL);
        if (full)
            code = split(full, path, error);
        else if (errno == ENOMEM)
            code = wp_error_memory(error);
        else
            code = wp_error_set(error, WP_USAGE, "\"%s\" is a link that leads nowhere", target);
    } else if (errno == ENOENT) {
        code = find_missing(plain, path, error);
    } else {
        code = wp_error_set(error, WP_USAGE, "\"%s\" cannot be used: %s", target, strerror(errno));
    }
    free(full);
    free(plain);
    return code;
}

void wp_folder_path_clear(struct wp_folder_path *path) {
    free(path->parent);
    free(path->name);
    *path = (struct wp_folder_path){0};
}

char *wp_folder_path_join(const struct wp_folder_path *path, const char *prefix, const char *suffix) {
    const char *between = strcmp(path->parent, "/") == 0 ? "" : "/";
    size_t size =
        strlen(path->parent) + strlen(between) + strlen(prefix) + strlen(path->name) + strlen(suffix) + 1;
    char *text = malloc(size);
    if (text)
        snprintf(text, size, "%s%s%s%s%s", path->parent, between, prefix, path->name, suffix);
    return text;
}

/* Does the path end in "." or "..", which name no folder? */
static bool ends_in_dots(const char *path, size_t length) {
    size_t dots = 0;
    while (dots < length && path[length - 1 - dots] == '.')
        dots++;
    return (dots == 1 || dots == 2) && (dots == length || path[length - 1 - dots] == '/');
}

int wp_folder_beside(const char *folder, const char *ending, char **out, struct wp_error *error) {
    size_t length = strlen(folder);
    *out = NULL;
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (ends_in_dots(folder, length)) {
        struct wp_folder_path path;
        int code = wp_folder_path_find(folder, &path, error);
        if (code == 0)
            *out = wp_folder_path_join(&path, "", ending);
        wp_folder_path_clear(&path);
        if (code != 0)
            return code;
    } else {
        size_t size = length + strlen(ending) + 1;
        *out = malloc(size);
        if (*out)
            snprintf(*out, size, "%.*s%s", (int)length, folder, ending);
    }
    return *out ? 0 : wp_error_memory(error);
}
