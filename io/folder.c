/* folder.c: writes a folder beside its place, syncs it, and exchanges the two in one step. */
#define _GNU_SOURCE /* renameat2, mkdtemp, flock, syncfs */
#include "folder.h"
#include "folder_path.h"
#include "folder_remove.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BESIDE_PREFIX "."
#define BESIDE_SUFFIX ".wijkplaats-XXXXXX"
#define ASIDE_SUFFIX  ".wijkplaats-old-XXXXXX" /* not swept: for a moment it is the only plan there is */

struct wp_folder {
    const struct wp_folder_kind *kind;
    char *target; /* as the user named it */
    struct wp_folder_path path;
    char *full;   /* where the target stands */
    char *beside; /* where the new one is written; after the exchange, where the old one is */
    int fd;       /* the new folder, locked as long as its writer lives; or -1 */
    FILE *file;   /* the one being written, or NULL */
    char *name;   /* its name */
    char *named;  /* where it stands, if a library writes it */
};

static int fail(const struct wp_folder *folder, const char *name, struct wp_error *error) {
    return wp_error_set(error, WP_INTERNAL, "cannot write \"%s%s%s\": %s", folder->target, *name ? "/" : "",
                        name, strerror(errno));
}

/* Folders that a killed run left beside this place. A living writer holds a lock on its own. */
static void sweep_leftovers(const struct wp_folder_path *path) {
    char pattern[256]; /* the longest name that file systems take */
    int length = snprintf(pattern, sizeof pattern, BESIDE_PREFIX "%s" BESIDE_SUFFIX, path->name);
    if (length < 0 || (size_t)length >= sizeof pattern)
        return;
    size_t fixed = (size_t)length - strlen("XXXXXX");
    DIR *stream = opendir(path->parent);
    if (!stream)
        return;
    const struct dirent *entry;
    while ((entry = readdir(stream))) {
        if (strlen(entry->d_name) != (size_t)length || strncmp(entry->d_name, pattern, fixed) != 0)
            continue;
        int fd = openat(dirfd(stream), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0)
            continue;
        if (flock(fd, LOCK_EX | LOCK_NB) == 0)
            wp_folder_remove(dirfd(stream), entry->d_name);
        close(fd);
    }
    closedir(stream);
}

/* Makes the new folder and locks it. Another run may sweep it in the moment between; then there is another
 * try. */
static int make_beside(struct wp_folder *folder, struct wp_error *error) {
    for (int attempt = 0; attempt < 10; attempt++) {
        struct stat made, found;
        folder->beside = wp_folder_path_join(&folder->path, BESIDE_PREFIX, BESIDE_SUFFIX);
        if (!folder->beside)
            return wp_error_memory(error);
        if (!mkdtemp(folder->beside)) {
            int code = fail(folder, "", error);
            free(folder->beside);
            folder->beside = NULL;
            return code;
        }
        folder->fd = open(folder->beside, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder->fd >= 0) {
            (void)flock(folder->fd, LOCK_EX | LOCK_NB); /* without locks nothing is swept either */
            if (fstat(folder->fd, &made) == 0 && stat(folder->beside, &found) == 0 &&
                made.st_ino == found.st_ino)
                return 0;
            close(folder->fd);
            folder->fd = -1;
        }
        free(folder->beside);
        folder->beside = NULL;
    }
    return fail(folder, "", error);
}

int wp_folder_begin(const char *target, const struct wp_folder_kind *kind, struct wp_folder **out,
                    struct wp_error *error) {
    *out = NULL;
    int code = wp_folder_check(target, kind, error);
    if (code != 0)
        return code;
    struct wp_folder *folder = calloc(1, sizeof *folder);
    if (!folder)
        return wp_error_memory(error);
    folder->kind = kind;
    folder->fd = -1;
    folder->target = strdup(target);
    code = folder->target ? wp_folder_path_find(target, &folder->path, error) : wp_error_memory(error);
    if (code == 0 && !(folder->full = wp_folder_path_join(&folder->path, "", "")))
        code = wp_error_memory(error);
    if (code == 0) {
        sweep_leftovers(&folder->path);
        code = make_beside(folder, error);
    }
    if (code != 0) {
        wp_folder_free(folder);
        return code;
    }
    *out = folder;
    return 0;
}

/* Makes the folders on the way to a file, unless they are there. */
static int make_inside(struct wp_folder *folder, const char *name, struct wp_error *error) {
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        char *path = strndup(name, (size_t)(slash - name));
        int code = path ? 0 : wp_error_memory(error);
        if (code == 0 && mkdirat(folder->fd, path, S_IRWXU) != 0 && errno != EEXIST)
            code = fail(folder, path, error);
        free(path);
        if (code != 0)
            return code;
    }
    return 0;
}

/* Makes the next file, which nobody but its owner may read. Returns its descriptor, or a negative wp_code. */
static int make_file(struct wp_folder *folder, const char *name, struct wp_error *error) {
    int code = make_inside(folder, name, error);
    if (code != 0)
        return code;
    folder->name = strdup(name);
    if (!folder->name)
        return wp_error_memory(error);
    int fd =
        openat(folder->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return fd >= 0 ? fd : fail(folder, name, error);
}

/* No file is open any more. */
static void forget_file(struct wp_folder *folder) {
    free(folder->name);
    free(folder->named);
    folder->name = NULL;
    folder->named = NULL;
    folder->file = NULL;
}

int wp_folder_open_file(struct wp_folder *folder, const char *name, FILE **stream, struct wp_error *error) {
    int fd = make_file(folder, name, error), code = fd < 0 ? fd : 0;
    if (fd >= 0 && !(folder->file = fdopen(fd, "wb"))) {
        code = fail(folder, name, error);
        close(fd);
    }
    *stream = folder->file;
    if (code != 0)
        forget_file(folder);
    return code;
}

int wp_folder_name_file(struct wp_folder *folder, const char *name, const char **path,
                        struct wp_error *error) {
    int fd = make_file(folder, name, error), code = fd < 0 ? fd : 0;
    size_t size = strlen(folder->beside) + strlen(name) + sizeof "/";
    if (fd >= 0)
        close(fd);
    if (code == 0 && !(folder->named = malloc(size)))
        code = wp_error_memory(error);
    if (code == 0)
        snprintf(folder->named, size, "%s/%s", folder->beside, name);
    else
        forget_file(folder);
    *path = folder->named;
    return code;
}

int wp_folder_close_file(struct wp_folder *folder, struct wp_error *error) {
    int code = 0;
    if (folder->file) {
        errno = 0;
        bool failed = ferror(folder->file) || fflush(folder->file) != 0;
        if (failed && errno == 0)
            errno = EIO;
        if ((fclose(folder->file) != 0 || failed))
            code = fail(folder, folder->name, error);
    }
    forget_file(folder);
    return code;
}

/* The place is taken by an older folder of ours: the two change places. Some network drives cannot do that in
 * one step; there the old one steps aside first, and comes back if the new one cannot take its place. */
static int exchange(struct wp_folder *folder) {
    if (renameat2(AT_FDCWD, folder->beside, AT_FDCWD, folder->full, RENAME_EXCHANGE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    char *aside = wp_folder_path_join(&folder->path, BESIDE_PREFIX, ASIDE_SUFFIX);
    if (!aside || !mkdtemp(aside)) {
        free(aside);
        return -1;
    }
    int code = rename(folder->full, aside);
    if (code == 0 && (code = rename(folder->beside, folder->full)) != 0) {
        int reason = errno;
        (void)rename(aside, folder->full);
        errno = reason;
    }
    if (code == 0) {
        free(folder->beside);
        folder->beside = aside;
        return 0;
    }
    (void)rmdir(aside);
    free(aside);
    return code;
}

int wp_folder_commit(struct wp_folder *folder, struct wp_error *error) {
    int code = wp_folder_check(folder->target, folder->kind, error);
    if (code == 0)
        code = syncfs(folder->fd) == 0 ? 0 : fail(folder, "", error);
    if (code != 0)
        return code;
    /* Another run may put its folder there at any moment. */
    struct stat status;
    bool taken = lstat(folder->full, &status) == 0;
    if (!taken && rename(folder->beside, folder->full) != 0) {
        taken = errno == EEXIST || errno == ENOTEMPTY;
        if (!taken)
            return fail(folder, "", error);
    }
    if (taken && exchange(folder) != 0)
        return fail(folder, "", error);
    int parent = open(folder->path.parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        (void)fsync(parent); /* some file systems cannot; the exchange itself is done */
        close(parent);
    }
    if (!taken) {
        free(folder->beside);
        folder->beside = NULL;
    }
    return 0;
}

void wp_folder_free(struct wp_folder *folder) {
    if (!folder)
        return;
    if (folder->file)
        (void)fclose(folder->file);
    if (folder->beside)
        wp_folder_remove(AT_FDCWD, folder->beside);
    if (folder->fd >= 0)
        close(folder->fd);
    forget_file(folder);
    free(folder->beside);
    free(folder->full);
    wp_folder_path_clear(&folder->path);
    free(folder->target);
    free(folder);
}
