/* beside.c: one output file, written beside its place and renamed when it is whole. */
#define _XOPEN_SOURCE 700 /* realpath, mkdtemp */
#include "beside.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *joined(const char *left, size_t length, const char *right) {
    size_t size = length + strlen(right) + 1;
    char *text = malloc(size);

    if (text != NULL)
        snprintf(text, size, "%.*s%s", (int)length, left, right);
    return text;
}

/* The folder is a new one, so the file in it can end like the target; GLPK looks at the end of a name. */
static int make_folder(struct wp_beside *beside, struct wp_error *error) {
    const char *slash = strrchr(beside->target, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - beside->target) + 1;

    beside->folder = joined(beside->target, length, ".wijkplaats-XXXXXX");
    if (beside->folder == NULL)
        return wp_error_memory(error);
    if (mkdtemp(beside->folder) == NULL) {
        int code = wp_error_at(error, WP_USAGE, beside->target, 0, 0, "the file cannot be written: %s",
                               strerror(errno));

        free(beside->folder);
        beside->folder = NULL;
        return code;
    }
    {
        size_t size = strlen(beside->folder) + strlen(beside->target + length) + 2;

        beside->path = malloc(size);
        if (beside->path == NULL)
            return wp_error_memory(error);
        snprintf(beside->path, size, "%s/%s", beside->folder, beside->target + length);
    }
    return 0;
}

int wp_beside_begin(const char *target, struct wp_beside *beside, struct wp_error *error) {
    struct stat status;
    bool exists = stat(target, &status) == 0;

    if (exists && S_ISDIR(status.st_mode))
        return wp_error_at(error, WP_USAGE, target, 0, 0, "this is a folder; name a file");
    beside->target =
        exists && S_ISREG(status.st_mode) ? realpath(target, NULL) : joined(target, strlen(target), "");
    if (beside->target == NULL)
        return wp_error_memory(error);
    if (!exists || S_ISREG(status.st_mode))
        return make_folder(beside, error);
    beside->path = joined(target, strlen(target), "");
    return beside->path != NULL ? 0 : wp_error_memory(error);
}

static int sync_file(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC), outcome;

    if (descriptor < 0)
        return -1;
    outcome = fsync(descriptor);
    close(descriptor);
    return outcome;
}

int wp_beside_commit(struct wp_beside *beside, struct wp_error *error) {
    if (beside->folder == NULL)
        return 0;
    if (sync_file(beside->path) != 0 || rename(beside->path, beside->target) != 0)
        return wp_error_at(error, WP_INTERNAL, beside->target, 0, 0, "the file cannot be written: %s",
                           strerror(errno));
    return 0;
}

void wp_beside_free(struct wp_beside *beside) {
    if (beside->folder != NULL) {
        if (beside->path != NULL)
            unlink(beside->path);
        rmdir(beside->folder);
    }
    free(beside->target);
    free(beside->folder);
    free(beside->path);
    *beside = (struct wp_beside){0};
}
