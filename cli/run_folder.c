/* run_folder.c: the folder of a what-if on disk: DIR/runs/NAME, NAME-infeasible and NAME.json of every run.
 */
#define _XOPEN_SOURCE 700 /* strdup */
#include "run_folder.h"
#include "publish.h"
#include "read_levels.h"
#include "read_plan.h"
#include "run_names.h"
#include "whole_file.h"
#include "write_plan.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define RUNS "runs"

/* folder/runs/name ending, newly allocated; NULL when memory runs out. */
static char *path_of(const char *folder, const char *name, const char *ending) {
    size_t size = strlen(folder) + sizeof "/" RUNS "/" + strlen(name) + strlen(ending);
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s/" RUNS "/%s%s", folder, name, ending);
    return path;
}

int wp_run_paths_find(const char *folder, const char *name, struct wp_run_paths *paths,
                      struct wp_error *error) {
    *paths = (struct wp_run_paths){path_of(folder, name, ""), path_of(folder, name, WP_RUN_INFEASIBLE_ENDING),
                                   path_of(folder, name, WP_RUN_RECORD_ENDING)};
    if (paths->plan != NULL && paths->infeasible != NULL && paths->record != NULL)
        return 0;
    wp_run_paths_clear(paths);
    return wp_error_memory(error);
}

void wp_run_paths_clear(struct wp_run_paths *paths) {
    free(paths->plan);
    free(paths->infeasible);
    free(paths->record);
    *paths = (struct wp_run_paths){0};
}

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

/* What a writer that was killed left, or one that is at work: see folder.c and whole_file.c. */
static bool is_being_written(const char *name) {
    return name[0] == '.' && strstr(name, ".wijkplaats-") != NULL;
}

/* May the entry stand beside the runs? */
static bool is_comparison(const char *name) {
    static const char *const names[] = {"comparison.csv", "comparison.json", "comparison.html", "movers.csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return is_being_written(name);
}

/* Is the entry of runs/ one that a run writes, or `publish` beside it? */
static bool is_of_a_run(const char *path, const char *name, mode_t mode) {
    if (is_being_written(name))
        return true;
    if (S_ISREG(mode))
        return ends_in(name, WP_RUN_RECORD_ENDING) && wp_run_record_is(path);
    if (S_ISDIR(mode) && ends_in(name, WP_RUN_PUBLISH_ENDING))
        return wp_publish_check(path, NULL) == 0;
    return S_ISDIR(mode) && (ends_in(name, WP_RUN_INFEASIBLE_ENDING) ? wp_infeasible_folder_check(path, NULL)
                                                                     : wp_plan_folder_check(path, NULL)) == 0;
}

static bool is_top_entry(const char *path, const char *name, mode_t mode) {
    (void)path;
    return S_ISDIR(mode) ? strcmp(name, RUNS) == 0 : S_ISREG(mode) && is_comparison(name);
}

/* Refuses the folder at its first entry that is not ours. */
static int check_entries(const char *folder, bool (*is_ours)(const char *path, const char *name, mode_t mode),
                         struct wp_error *error) {
    DIR *stream = opendir(folder);
    const struct dirent *entry;
    int code = 0;
    if (stream == NULL && errno == ENOENT)
        return 0;
    if (stream == NULL)
        return wp_error_set(error, WP_USAGE, "the folder \"%s\" cannot be read: %s", folder, strerror(errno));
    while (code == 0 && (entry = readdir(stream)) != NULL) {
        struct stat status;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        size_t size = strlen(folder) + strlen(entry->d_name) + 2;
        char *path = malloc(size);
        if (path == NULL) {
            code = wp_error_memory(error);
            break;
        }
        snprintf(path, size, "%s/%s", folder, entry->d_name);
        /* What another process takes away at this moment is no obstacle. */
        if (lstat(path, &status) == 0 && !is_ours(path, entry->d_name, status.st_mode))
            code = wp_error_set(error, WP_USAGE,
                                "the folder \"%s\" holds \"%s\", which no what-if of wijkplaats wrote; move "
                                "it away or name another folder",
                                folder, entry->d_name);
        free(path);
    }
    closedir(stream);
    return code;
}

/* What stands where the run is to be written. */
static int check_run(const char *folder, const char *name, struct wp_error *error) {
    struct wp_run_paths paths;
    struct stat status;
    int code = wp_run_paths_find(folder, name, &paths, error);
    if (code != 0)
        return code;
    code = wp_plan_folder_check(paths.plan, error);
    if (code == 0)
        code = wp_infeasible_folder_check(paths.infeasible, error);
    if (code == 0 && lstat(paths.record, &status) == 0 && !wp_run_record_is(paths.record))
        code = wp_error_set(error, WP_USAGE,
                            "\"%s\" is not a record of a run; move it away or name another folder",
                            paths.record);
    wp_run_paths_clear(&paths);
    return code;
}

int wp_whatif_folder_check(const char *folder, const char *only, struct wp_error *error) {
    char *runs = path_of(folder, "", "");
    struct stat status;
    if (runs == NULL)
        return wp_error_memory(error);
    int code = check_entries(folder, is_top_entry, error);
    if (code == 0 && only == NULL)
        code = check_entries(runs, is_of_a_run, error);
    else if (code == 0 && lstat(runs, &status) == 0)
        code = check_run(folder, only, error);
    free(runs);
    return code;
}

static int make(const char *folder, struct wp_error *error) {
    struct stat status;
    if (mkdir(folder, S_IRWXU) == 0 ||
        (errno == EEXIST && stat(folder, &status) == 0 && S_ISDIR(status.st_mode)))
        return 0;
    return wp_error_set(error, WP_USAGE, "the folder \"%s\" cannot be made: %s", folder,
                        strerror(errno == EEXIST ? ENOTDIR : errno));
}

int wp_whatif_folder_make(const char *folder, struct wp_error *error) {
    char *runs = path_of(folder, "", "");
    if (runs == NULL)
        return wp_error_memory(error);
    int code = make(folder, error);
    if (code == 0)
        code = make(runs, error);
    free(runs);
    return code;
}

/* A plan of ours, whose outcome is the record's and whose copies of the input are what they were. */
static bool has_plan(const char *folder, enum wp_whatif_status status) {
    struct wp_plan_levels levels = {0};
    struct wp_plan_record *plan = NULL;
    struct wp_diagnostics diagnostics = {0};
    bool found = wp_plan_folder_check(folder, NULL) == 0 && wp_plan_levels_read(folder, &levels, NULL) == 0 &&
                 (levels.outcome == WP_OUTCOME_OPTIMAL) == (status == WP_WHATIF_OPTIMAL) &&
                 wp_plan_record_read(folder, &plan, &diagnostics, NULL) == 0 && diagnostics.errors == 0;
    wp_diagnostics_clear(&diagnostics);
    wp_plan_record_free(plan);
    wp_plan_levels_clear(&levels);
    return found;
}

static bool exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

bool wp_run_is_finished(const struct wp_run_paths *paths, const struct wp_run_spec *spec,
                        struct wp_run_record *record) {
    if (!wp_run_record_read(paths->record, record) || record->stopped ||
        strcmp(record->hash, spec->hash) != 0)
        return false;
    switch (record->status) {
    case WP_WHATIF_OPTIMAL:
    case WP_WHATIF_FEASIBLE:
        return has_plan(paths->plan, record->status);
    case WP_WHATIF_INFEASIBLE:
        return exists(paths->infeasible) && wp_infeasible_folder_check(paths->infeasible, NULL) == 0;
    case WP_WHATIF_NO_PLAN:
        return true;
    default:
        return false;
    }
}
