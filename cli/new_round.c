/* new_round.c: a new folder for a round, as `init` and `generate` make it. */
#include "new_round.h"
#include "translate.h"
#include <dirent.h>
#include <stdbool.h>
#include <string.h>

static bool holds_something(const char *target) {
    DIR *folder = opendir(target);
    const struct dirent *entry;
    bool found = false;

    if (folder == NULL)
        return false;
    while (!found && (entry = readdir(folder)) != NULL)
        found = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return found;
}

int wp_new_round_begin(const char *target, struct wp_folder **out, struct wp_error *error) {
    static const char *const nothing[] = {NULL};
    static const struct wp_folder_kind empty = {
        .what = N_("a new round"), .marker = "", .names = nothing, .list = "", .list_prefix = ""};

    *out = NULL;
    /* Nothing that a round's folder holds can be told from a coordinator's own work. */
    if (holds_something(target))
        return wp_error_set(error, WP_USAGE, "the folder '%s' is not empty; name a new one", target);
    return wp_folder_begin(target, &empty, out, error);
}
