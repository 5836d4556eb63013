/* test_folder.c: a folder on disk is wholly the old one or wholly the new one, and never somebody else's. */
#define _XOPEN_SOURCE 700 /* mkdtemp, P_tmpdir */
#include "folder.h"
#include "folder_path.h"
#include "folder_remove.h"
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const struct wp_folder_kind kind = {
    .what = "a plan",
    .marker = "summary.json",
    .names = (const char *const[]){"summary.json", "placements.csv", NULL},
    .list = "inputs",
    .list_prefix = "input/",
};

#define MARKER "{\"program\": \"wijkplaats\", \"inputs\": [{\"path\": \"students.csv\"}, \"deep/a.csv\"]}"

/* Every test works in a fresh folder. */
static int enter(void **state) {
    const char *place = getenv("TMPDIR");
    char *path = malloc(4096);
    if (!path)
        return -1;
    snprintf(path, 4096, "%s/wijkplaats-test-XXXXXX", place && *place ? place : P_tmpdir);
    if (!mkdtemp(path) || chdir(path) != 0) {
        free(path);
        return -1;
    }
    *state = path;
    return 0;
}

static int leave(void **state) {
    if (chdir("/") != 0)
        return -1;
    wp_folder_remove(AT_FDCWD, *state);
    free(*state);
    return 0;
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *path, const char *text) {
    char found[256] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    found[length] = '\0';
    assert_string_equal(found, text);
}

/* Names in the working folder, hidden ones too. */
static int entries_here(void) {
    int count = 0;
    DIR *stream = opendir(".");
    assert_non_null(stream);
    while (readdir(stream))
        count++;
    closedir(stream);
    return count - 2;
}

static void add_file(struct wp_folder *folder, const char *name, const char *text) {
    FILE *stream;
    assert_int_equal(wp_folder_open_file(folder, name, &stream, NULL), 0);
    fputs(text, stream);
    assert_int_equal(wp_folder_close_file(folder, NULL), 0);
}

static struct wp_folder *begin(const char *target) {
    struct wp_folder *folder;
    assert_int_equal(wp_folder_begin(target, &kind, &folder, NULL), 0);
    return folder;
}

static struct wp_folder *begin_filled(const char *target, const char *placements) {
    struct wp_folder *folder = begin(target);
    add_file(folder, "summary.json", MARKER);
    add_file(folder, "placements.csv", placements);
    add_file(folder, "input/students.csv", "id\n");
    add_file(folder, "input/deep/a.csv", "id\n");
    return folder;
}

static void make_plan(const char *target, const char *placements) {
    struct wp_folder *folder = begin_filled(target, placements);
    assert_int_equal(wp_folder_commit(folder, NULL), 0);
    wp_folder_free(folder);
}

static void assert_mode(const char *path, mode_t mode) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, mode);
}

static void assert_refused(const char *target, const char *part) {
    struct wp_error error = {0};
    struct wp_folder *folder;
    assert_int_equal(wp_folder_check(target, &kind, &error), WP_USAGE);
    assert_non_null(strstr(error.message, part));
    assert_int_equal(wp_folder_begin(target, &kind, &folder, NULL), WP_USAGE);
    assert_null(folder);
}

static void new_folder_appears_whole_and_private(void **state) {
    (void)state;
    struct wp_folder *folder = begin_filled("plan", "first");
    assert_int_equal(access("plan", F_OK), -1);
    assert_int_equal(wp_folder_commit(folder, NULL), 0);
    wp_folder_free(folder);
    assert_int_equal(entries_here(), 1);
    assert_file("plan/placements.csv", "first");
    assert_file("plan/input/deep/a.csv", "id\n");
    assert_mode("plan", 0700);
    assert_mode("plan/input/deep", 0700);
    assert_mode("plan/placements.csv", 0600);
    assert_mode("plan/input/students.csv", 0600);
}

static void own_folder_is_replaced_without_leftovers(void **state) {
    (void)state;
    make_plan("plan", "first");
    make_plan("plan/", "second");
    assert_file("plan/placements.csv", "second");
    assert_int_equal(entries_here(), 1);
}

static void empty_folder_is_taken(void **state) {
    (void)state;
    assert_int_equal(mkdir("plan", 0755), 0);
    make_plan("plan", "first");
    assert_file("plan/placements.csv", "first");
    assert_int_equal(entries_here(), 1);
}

static void link_to_a_folder_stays_a_link(void **state) {
    (void)state;
    struct stat status;
    make_plan("real", "first");
    assert_int_equal(symlink("real", "plan"), 0);
    make_plan("plan", "second");
    assert_int_equal(lstat("plan", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_file("real/placements.csv", "second");
    assert_int_equal(entries_here(), 2);
}

static void foreign_folders_are_refused(void **state) {
    (void)state;
    assert_int_equal(mkdir("letters", 0755), 0);
    write_file("letters/mother.txt", "Dear");
    assert_refused("letters", "not a plan");
    write_file("letters/summary.json", "{\"program\": \"another\"}");
    assert_refused("letters", "not a plan");
    write_file("letters/summary.json", "no JSON");
    assert_refused("letters", "not a plan");
    write_file("letters/summary.json", MARKER);
    assert_refused("letters", "mother.txt");
    assert_file("letters/mother.txt", "Dear");
    write_file("file", "");
    assert_refused("file", "not a folder");
    assert_refused("missing/plan", "does not exist");
    assert_refused("", "empty");
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_refused("dangling", "nowhere");
    assert_int_equal(entries_here(), 3);
}

static void strangers_in_our_folder_are_refused(void **state) {
    (void)state;
    make_plan("plan", "first");
    write_file("plan/input/notes.txt", "mine");
    assert_refused("plan", "input/notes.txt");
    assert_int_equal(unlink("plan/input/notes.txt"), 0);
    assert_int_equal(mkdir("plan/photos", 0755), 0);
    assert_refused("plan", "photos");
    assert_int_equal(rmdir("plan/photos"), 0);
    assert_int_equal(unlink("plan/placements.csv"), 0);
    assert_int_equal(symlink("/etc/hostname", "plan/placements.csv"), 0);
    assert_refused("plan", "placements.csv");
    assert_int_equal(unlink("plan/placements.csv"), 0);
    assert_int_equal(mkdir("plan/placements.csv", 0755), 0);
    assert_refused("plan", "placements.csv");
    assert_int_equal(rmdir("plan/placements.csv"), 0);
    assert_int_equal(wp_folder_check("plan", &kind, NULL), 0);
}

static void working_folder_is_refused(void **state) {
    (void)state;
    make_plan("plan", "first");
    assert_int_equal(chdir("plan/input"), 0);
    assert_refused("..", "working in");
    assert_int_equal(chdir("../.."), 0);
}

static void file_added_meanwhile_is_kept(void **state) {
    (void)state;
    struct wp_error error = {0};
    make_plan("plan", "first");
    struct wp_folder *folder = begin_filled("plan", "second");
    write_file("plan/notes.txt", "mine");
    assert_int_equal(wp_folder_commit(folder, &error), WP_USAGE);
    wp_folder_free(folder);
    assert_file("plan/notes.txt", "mine");
    assert_file("plan/placements.csv", "first");
    assert_int_equal(entries_here(), 1);
}

/* The file system refuses more bytes, as a full disk does. */
static void full_disk_leaves_the_old_folder(void **state) {
    (void)state;
    struct wp_error error = {0};
    struct rlimit before, tight;
    FILE *stream;
    make_plan("plan", "first");
    struct wp_folder *folder = begin("plan");
    assert_int_equal(wp_folder_open_file(folder, "placements.csv", &stream, NULL), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    tight = before;
    tight.rlim_cur = 4096;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    for (int line = 0; line < 10000; line++)
        fputs("S000001,P01,1\n", stream);
    int code = wp_folder_close_file(folder, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    wp_folder_free(folder);
    assert_int_equal(code, WP_INTERNAL);
    assert_non_null(strstr(error.message, "plan/placements.csv"));
    assert_file("plan/placements.csv", "first");
    assert_int_equal(entries_here(), 1);
}

static void what_a_killed_run_left_is_swept(void **state) {
    (void)state;
    int status;
    make_plan("plan", "first");
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)begin_filled("plan", "half");
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(entries_here(), 2);
    assert_file("plan/placements.csv", "first");
    make_plan("plan", "second");
    assert_int_equal(entries_here(), 1);
}

static void what_a_living_run_writes_is_not_swept(void **state) {
    (void)state;
    struct wp_folder *slow = begin_filled("plan", "slow");
    make_plan("plan", "quick");
    assert_file("plan/placements.csv", "quick");
    assert_int_equal(wp_folder_commit(slow, NULL), 0);
    wp_folder_free(slow);
    assert_file("plan/placements.csv", "slow");
    assert_int_equal(entries_here(), 1);
}

static void folder_beside_has_the_name_and_an_ending(void **state) {
    static const char *const cases[][2] = {{"plan", "plan-publish"},
                                           {"far/plan//", "far/plan-publish"},
                                           {"...", "...-publish"},
                                           {"/", "/-publish"}};
    char *found;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(wp_folder_beside(cases[i][0], "-publish", &found, NULL), 0);
        assert_string_equal(found, cases[i][1]);
        free(found);
    }
    assert_int_equal(wp_folder_beside("./", "-publish", &found, NULL), 0);
    char *here = realpath(*state, NULL);
    assert_non_null(here);
    assert_int_equal(strncmp(found, here, strlen(here)), 0);
    assert_string_equal(found + strlen(here), "-publish");
    free(here);
    free(found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folder_beside_has_the_name_and_an_ending, enter, leave),
        cmocka_unit_test_setup_teardown(new_folder_appears_whole_and_private, enter, leave),
        cmocka_unit_test_setup_teardown(own_folder_is_replaced_without_leftovers, enter, leave),
        cmocka_unit_test_setup_teardown(empty_folder_is_taken, enter, leave),
        cmocka_unit_test_setup_teardown(link_to_a_folder_stays_a_link, enter, leave),
        cmocka_unit_test_setup_teardown(foreign_folders_are_refused, enter, leave),
        cmocka_unit_test_setup_teardown(strangers_in_our_folder_are_refused, enter, leave),
        cmocka_unit_test_setup_teardown(working_folder_is_refused, enter, leave),
        cmocka_unit_test_setup_teardown(file_added_meanwhile_is_kept, enter, leave),
        cmocka_unit_test_setup_teardown(full_disk_leaves_the_old_folder, enter, leave),
        cmocka_unit_test_setup_teardown(what_a_killed_run_left_is_swept, enter, leave),
        cmocka_unit_test_setup_teardown(what_a_living_run_writes_is_not_swept, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
