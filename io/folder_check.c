/* folder_check.c: may this folder be replaced? Only if it is missing, empty, or wholly one of ours. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "folder.h"
#include "folder_path.h"
#include "translate.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* For the name of an entry, as messages tell it; longer ones are refused as foreign. */
#define ENTRY_ROOM 4096

/* The names that may stand in the folder, relative to it, sorted. */
struct names {
    char **items;
    size_t count, capacity;
};

static int add_name(struct names *names, const char *prefix, const char *name) {
    if (names->count == names->capacity) {
        size_t capacity = names->capacity ? 2 * names->capacity : 32;
        char **items = realloc(names->items, capacity * sizeof *items);
        if (!items)
            return -1;
        names->items = items;
        names->capacity = capacity;
    }
    size_t size = strlen(prefix) + strlen(name) + 1;
    char *text = malloc(size);
    if (!text)
        return -1;
    snprintf(text, size, "%s%s", prefix, name);
    names->items[names->count++] = text;
    return 0;
}

static void clear_names(struct names *names) {
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The first name that is not less than `text`. */
static size_t lower_bound(const struct names *names, const char *text) {
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(names->items[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_file(const struct names *names, const char *path) {
    size_t at = lower_bound(names, path);
    return at < names->count && strcmp(names->items[at], path) == 0;
}

/* path ends with a slash: does any name lie below it? */
static bool has_below(const struct names *names, const char *path) {
    size_t at = lower_bound(names, path);
    return at < names->count && strncmp(names->items[at], path, strlen(path)) == 0;
}

/* The marker as JSON, or NULL if there is none of ours. */
static json_t *load_marker(int folder, const char *marker) {
    struct stat status;
    int fd = openat(folder, marker, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    /* By a stream: from a descriptor jansson reads byte by byte. */
    FILE *stream = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? fdopen(fd, "rb") : NULL;
    if (!stream) {
        close(fd);
        return NULL;
    }
    json_t *json = json_loadf(stream, JSON_REJECT_DUPLICATES, NULL);
    fclose(stream);
    const char *program = json_string_value(json_object_get(json, "program"));
    if (program && strcmp(program, "wijkplaats") == 0)
        return json;
    json_decref(json);
    return NULL;
}

static int collect_names(const struct wp_folder_kind *kind, const json_t *marker, struct names *names) {
    for (const char *const *name = kind->names; *name; name++)
        if (add_name(names, "", *name) != 0)
            return -1;
    size_t at;
    json_t *entry;
    json_array_foreach(json_object_get(marker, kind->list), at, entry) {
        const char *text = json_string_value(entry);
        if (!text)
            text = json_string_value(json_object_get(entry, "stored"));
        if (!text)
            text = json_string_value(json_object_get(entry, "path"));
        if (text && add_name(names, kind->list_prefix, text) != 0)
            return -1;
    }
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, by_text);
    return 0;
}

/* Walks the folder; the first entry that is not ours is copied to foreign. Returns -1 when it cannot be read.
 */
static int find_foreign(int parent, const char *name, const char *prefix, const struct names *names,
                        char foreign[ENTRY_ROOM]) {
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    if (!stream) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    int code = 0;
    while (code == 0 && !*foreign) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry) {
            code = errno ? -1 : 0;
            break;
        }
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char path[ENTRY_ROOM];
        struct stat status;
        bool fits = snprintf(path, sizeof path, "%s%s", prefix, entry->d_name) < (int)sizeof path - 1;
        bool seen = fstatat(fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0;
        if (fits && seen && S_ISREG(status.st_mode) && has_file(names, path))
            continue;
        if (fits && seen && S_ISDIR(status.st_mode)) {
            size_t length = strlen(path);
            path[length] = '/';
            path[length + 1] = '\0';
            if (has_below(names, path)) {
                code = find_foreign(fd, entry->d_name, path, names, foreign);
                continue;
            }
        }
        snprintf(foreign, ENTRY_ROOM, "%s%s", prefix, entry->d_name);
    }
    closedir(stream);
    return code;
}

static bool is_empty(int folder) {
    struct names none = {0};
    char foreign[ENTRY_ROOM] = "";
    return find_foreign(folder, ".", "", &none, foreign) == 0 && !*foreign;
}

/* An open folder: empty, or one of ours and nothing else? */
static int check_content(const char *target, int folder, const struct wp_folder_kind *kind,
                         struct wp_error *error) {
    if (is_empty(folder))
        return 0;
    struct names names = {0};
    char foreign[ENTRY_ROOM] = "";
    int code = 0;
    json_t *marker = load_marker(folder, kind->marker);
    if (!marker)
        code = wp_error_set(error, WP_USAGE,
                            "the folder \"%s\" is not empty and is not %s of wijkplaats; name another folder",
                            target, _(kind->what));
    else if (collect_names(kind, marker, &names) != 0)
        code = wp_error_memory(error);
    else if (find_foreign(folder, ".", "", &names, foreign) != 0)
        code = wp_error_set(error, WP_USAGE, "the folder \"%s\" cannot be read: %s", target, strerror(errno));
    else if (*foreign)
        code =
            wp_error_set(error, WP_USAGE,
                         "the folder \"%s\" holds \"%s\", which is not a file of wijkplaats; move it away or "
                         "name another folder",
                         target, foreign);
    clear_names(&names);
    json_decref(marker);
    return code;
}

/* Whoever works in the folder would be left in one that is gone. */
static bool works_inside(const char *full) {
    char *here = realpath(".", NULL);
    size_t length = strlen(full);
    bool inside = here && strncmp(here, full, length) == 0 && (here[length] == '/' || here[length] == '\0');
    free(here);
    return inside;
}

/* Another run of ours may exchange the folder, and clear the old one away, while it is looked at. */
static bool was_exchanged(const char *full, int folder) {
    struct stat seen, there;
    return fstat(folder, &seen) == 0 &&
           (stat(full, &there) != 0 || seen.st_dev != there.st_dev || seen.st_ino != there.st_ino);
}

static int check_existing(const char *target, const char *full, const struct wp_folder_kind *kind,
                          struct wp_error *error) {
    struct wp_error found = {0};
    bool again = false;
    do {
        found = (struct wp_error){0};
        int fd = open(full, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0 && errno == ENOTDIR)
            return wp_error_set(error, WP_USAGE, "\"%s\" is a file, not a folder", target);
        if (fd < 0 && again && errno == ENOENT)
            break;
        if (fd < 0)
            return wp_error_set(error, WP_USAGE, "the folder \"%s\" cannot be read: %s", target,
                                strerror(errno));
        again = check_content(target, fd, kind, &found) != 0 && was_exchanged(full, fd);
        close(fd);
    } while (again);
    if (found.code != 0)
        return wp_error_set(error, found.code, "%s", found.message);
    if (works_inside(full))
        return wp_error_set(error, WP_USAGE,
                            "the folder \"%s\" is the one you are working in; go to another one first",
                            target);
    return 0;
}

int wp_folder_check(const char *target, const struct wp_folder_kind *kind, struct wp_error *error) {
    struct wp_folder_path path;
    char *full = NULL;
    int code = wp_folder_path_find(target, &path, error);
    if (code != 0)
        goto out;
    full = wp_folder_path_join(&path, "", "");
    if (!full) {
        code = wp_error_memory(error);
        goto out;
    }
    if (path.exists)
        code = check_existing(target, full, kind, error);
    if (code == 0 && access(path.parent, W_OK | X_OK) != 0)
        code = wp_error_set(error, WP_USAGE,
                            "\"%s\" cannot be written: nothing may be added to the folder around it", target);
out:
    free(full);
    wp_folder_path_clear(&path);
    return code;
}
