/* whole_file.c: one file, written beside its place and renamed when it is whole. */
#define _XOPEN_SOURCE   700 /* fdopen, strdup */
#define _DEFAULT_SOURCE     /* flock */
#include "whole_file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const struct wp_whole_file *file, struct wp_error *error) {
    return wp_error_set(error, WP_INTERNAL, "cannot write \"%s\": %s", file->target, strerror(errno));
}

static char *name_beside(const char *target) {
    const char *slash = strrchr(target, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - target) + 1;
    size_t size = strlen(target) + strlen(".") + sizeof WP_WHOLE_FILE_ENDING;
    char *name = malloc(size);
    if (name != NULL)
        snprintf(name, size, "%.*s.%s%s", (int)folder, target, target + folder, WP_WHOLE_FILE_ENDING);
    return name;
}

/* Is the open file still the one of this name? Whoever held the lock before may have renamed it. */
static bool still_there(int descriptor, const char *name) {
    struct stat open_one, named;
    return fstat(descriptor, &open_one) == 0 && lstat(name, &named) == 0 && open_one.st_dev == named.st_dev &&
           open_one.st_ino == named.st_ino;
}

/* Where a file system knows no locks, two writers of one file at the same moment are not kept apart. */
static int open_locked(const char *name) {
    for (;;) {
        int descriptor =
            open(name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (descriptor < 0)
            return -1;
        while (flock(descriptor, LOCK_EX) != 0 && errno == EINTR)
            continue;
        if (still_there(descriptor, name))
            return descriptor;
        close(descriptor);
    }
}

int wp_whole_file_begin(const char *target, struct wp_whole_file *file, struct wp_error *error) {
    *file = (struct wp_whole_file){.target = target};
    char *beside = name_beside(target);
    if (beside == NULL)
        return wp_error_memory(error);
    int descriptor = open_locked(beside);
    if (descriptor < 0 || ftruncate(descriptor, 0) != 0 ||
        (file->stream = fdopen(descriptor, "wb")) == NULL) {
        int code = fail(file, error);
        if (descriptor >= 0)
            close(descriptor);
        free(beside);
        return code;
    }
    file->beside = beside;
    return 0;
}

int wp_whole_file_commit(struct wp_whole_file *file, struct wp_error *error) {
    errno = EIO; /* where the stream alone remembers that a write failed */
    bool written = !ferror(file->stream) && fflush(file->stream) == 0 && fsync(fileno(file->stream)) == 0;
    /* Renamed before the lock goes with the stream. */
    int code = written && rename(file->beside, file->target) == 0 ? 0 : fail(file, error);
    if (code != 0)
        return code;
    (void)fclose(file->stream);
    free(file->beside);
    *file = (struct wp_whole_file){0};
    return 0;
}

void wp_whole_file_free(struct wp_whole_file *file) {
    if (file->beside != NULL)
        (void)unlink(file->beside);
    if (file->stream != NULL)
        (void)fclose(file->stream);
    free(file->beside);
    *file = (struct wp_whole_file){0};
}
