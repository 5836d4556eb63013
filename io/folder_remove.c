/* folder_remove.c: removes a folder and all that is in it. */
#include "folder_remove.h"
#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

void wp_folder_remove(int parent, const char *name) {
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    if (!stream) {
        if (fd >= 0)
            close(fd);
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(stream))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (unlinkat(fd, entry->d_name, 0) != 0)
            wp_folder_remove(fd, entry->d_name);
    }
    closedir(stream);
    (void)unlinkat(parent, name, AT_REMOVEDIR);
}
