/* test_history.c: the index of the history against a scan of its rows, on random histories, and on the
 * placements of an earlier plan. */
#define _XOPEN_SOURCE 700 /* mkdtemp, P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dice.h"
#include "history.h"
#include "history_rows.h"
#include "read_round.h"
#include "small_round.h"

#define ROUNDS   300
#define STUDENTS 7
#define PROJECTS 4

/* The rows in a random order: words get other numbers, too. */
static void random_history(struct small_round *small, uint32_t seed, uint32_t shuffle) {
    static const char *const rounds[] = {"2023", "2024", "2025"},
                             *const projects[] = {"P1", "P2", "P8", NULL},
                             *const districts[] = {"D1", "D2", "D9", NULL},
                             *const organisations[] = {"O1", "O2", "O2|O9", "O1|O2", "O9", NULL};
    struct {
        int student, round, project, organisation, district;
    } rows[20];
    int count;

    dice_start(seed * 2654435761u);
    count = dice_any(20);
    for (int r = 0; r < count; r++) {
        rows[r].student = dice_any(STUDENTS + 1) - 1;
        rows[r].round = dice_any(3);
        rows[r].project = dice_any(4);
        rows[r].organisation = dice_any(6);
        rows[r].district = dice_any(4);
    }
    dice_start(shuffle ? shuffle : 1);
    for (int r = 0; r < count; r++) {
        int from = shuffle ? r + dice_any(count - r) : r;

        small_history(small, rows[from].student, rounds[rows[from].round], projects[rows[from].project],
                      organisations[rows[from].organisation], districts[rows[from].district]);
        rows[from] = rows[r];
    }
}

static void start(struct small_round *small, uint32_t seed, uint32_t shuffle) {
    small_round_start(small, (struct small_sizes){STUDENTS, PROJECTS, 0, 2, 2});
    small->settings.rules.unlisted_last = true;
    small->round->projects[0].organisations = small_list(small, 0, -1);
    small->round->projects[1].organisations = small_list(small, 0, 1, -1);
    small->round->projects[2].organisations = small_list(small, 1, -1);
    small->round->projects[1].district = 0;
    small->round->projects[2].district = 1;
    small->round->students[1].group = small->round->students[4].group = "duo";
    random_history(small, seed, shuffle);
    small_round_finish(small, 0);
}

static void compare_visits(const struct wp_round *round) {
    static const char *const hosts[PROJECTS][2] = {{"O1", NULL}, {"O1", "O2"}, {"O2", NULL}, {NULL, NULL}},
                             *const districts[PROJECTS] = {NULL, "D1", "D2", NULL};

    for (int s = 0; s < STUDENTS; s++) {
        bool known = false;

        for (int p = 0; p < PROJECTS; p++) {
            bool at = false;

            for (int o = 0; o < 2; o++)
                at |= hosts[p][o] && rows_was_at(round, s, hosts[p][o]);
            assert_int_equal(wp_met_host(round, s, p), at);
            assert_int_equal(wp_met_district(round, s, p),
                             districts[p] && rows_was_in(round, s, districts[p]));
        }
        assert_int_equal(wp_met_organisation(round, s, 0), rows_was_at(round, s, "O1"));
        for (int h = 0; h < round->history_count; h++)
            known |= round->history[h].student == s;
        assert_int_equal(wp_has_history(round, s), known);
    }
}

static void compare_teams(const struct wp_round *round, long *teams) {
    unsigned listed[32];
    int count = wp_former_team_count(round);

    for (int s = 0; s < STUDENTS; s++) {
        for (int t = 0; t < STUDENTS; t++)
            assert_int_equal(wp_met_teammate(round, s, t), rows_worked_with(round, s, t));
    }
    assert_true(count < 32);
    for (int t = 0; t < count; t++) {
        struct wp_list team = wp_former_team(round, t);

        assert_true(team.count > 1);
        listed[t] = 0;
        for (int i = 0; i < team.count; i++) {
            assert_true(i == 0 || team.items[i - 1] < team.items[i]);
            listed[t] |= 1u << team.items[i];
        }
        for (int i = 0; i < t; i++)
            assert_true(listed[i] != listed[t]);
    }
    for (int h = 0; h < round->history_count; h++) {
        unsigned team = rows_team(round, h);
        int found = 0;

        for (int t = 0; t < count; t++)
            found += listed[t] == team;
        assert_int_equal(found, (team & (team - 1)) != 0); /* a team of one is none */
    }
    for (int t = 0; t < count; t++) {
        bool found = false;

        for (int h = 0; h < round->history_count; h++)
            found |= rows_team(round, h) == listed[t];
        assert_true(found);
    }
    *teams += count;
}

struct told {
    int times[STUDENTS][STUDENTS];
};

static void note(void *context, int student, int other) {
    struct told *told = context;

    told->times[student][other]++;
}

static void compare_meetings(const struct wp_round *round, long *meetings) {
    struct told told = {0};
    int project[STUDENTS];

    for (int s = 0; s < STUDENTS; s++)
        project[s] = dice_any(PROJECTS) - 1;
    project[4] = project[1];
    wp_met_again(round, project, note, &told);
    for (int s = 0; s < STUDENTS; s++) {
        for (int t = 0; t < STUDENTS; t++) {
            bool again = s < t && project[s] >= 0 && project[s] == project[t] &&
                         rows_worked_with(round, s, t) && !(s == 1 && t == 4);

            assert_int_equal(told.times[s][t], again);
            *meetings += again;
        }
    }
}

static void the_index_says_what_the_rows_say(void **unused) {
    long teams = 0, meetings = 0;

    (void)unused;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        struct small_round small;

        start(&small, seed, 0);
        compare_visits(small.round);
        compare_teams(small.round, &teams);
        for (int again = 0; again < 4; again++)
            compare_meetings(small.round, &meetings);
        small_round_end(&small);
    }
    assert_true(teams > ROUNDS);
    assert_true(meetings > ROUNDS / 2);
}

static void the_order_of_rows_does_not_matter(void **unused) {
    (void)unused;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
        struct small_round one, other;

        start(&one, seed, 0);
        start(&other, seed, seed + 77);
        assert_int_equal(one.round->history_count, other.round->history_count);
        assert_int_equal(wp_former_team_count(one.round), wp_former_team_count(other.round));
        for (int t = 0; t < wp_former_team_count(one.round); t++) {
            struct wp_list a = wp_former_team(one.round, t), b = wp_former_team(other.round, t);

            assert_int_equal(a.count, b.count);
            assert_memory_equal(a.items, b.items, (size_t)a.count * sizeof *a.items);
        }
        small_round_end(&one);
        small_round_end(&other);
    }
}

static void without_history_nobody_was_anywhere(void **unused) {
    struct small_round small;

    (void)unused;
    small_round_start(&small, (struct small_sizes){2, 1, 0, 1, 1});
    small.round->projects[0].district = 0;
    small.round->projects[0].organisations = small_list(&small, 0, -1);
    small_round_finish(&small, 0);
    assert_false(wp_met_host(small.round, 0, 0));
    assert_false(wp_met_district(small.round, 0, 0));
    assert_false(wp_met_teammate(small.round, 0, 1));
    assert_false(wp_has_history(small.round, 0));
    assert_int_equal(wp_former_team_count(small.round), 0);
    small_round_end(&small);
}

struct text_file {
    const char *name, *text;
};

/* Two plans' placements, without a round of their own: P1 of the one is not P1 of the other. */
static const struct text_file files[] = {
    {"students.csv", "id,choice_1\nS1,P1\nS2,P1\nS3,P1\nS4,P1\n"},
    {"projects.csv", "id,title,organisations,district,max_students\nP1,Huis,O1,D1,4\nP2,Tuin,O2|O3,D2,4\n"},
    {"organisations.csv", "id,name\nO1,Eik\nO2,Beuk\nO3,Wilg\n"},
    {"spring.csv", "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
                   "S1,P1,1,L1,O9|O3,D1,Noord,10,,choice\n"
                   "S2,P1,2,L1,O9|O3,D1,Noord,10,,choice\n"
                   "S3,,,,,,,,,\n"
                   "S9,P1,1,L1,O9|O3,D1,Noord,10,,choice\n"},
    {"autumn.csv", "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
                   "S3,P1,1,L1,Eik,D2,Noord,10,,choice\n"
                   "S4,P1,1,L1,Eik,D2,Noord,10,,choice\n"},
};
enum { FILES = sizeof files / sizeof files[0] };

static void write_files(const char *folder) {
    char path[128];

    for (int f = 0; f < FILES; f++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[f].name);
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_true(fputs(files[f].text, file) >= 0);
        assert_int_equal(fclose(file), 0);
    }
}

static void remove_files(const char *folder) {
    char path[128];

    for (int f = 0; f < FILES; f++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[f].name);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
}

static void placements_of_earlier_plans_are_history(void **unused) {
    static const char *const students[] = {"students.csv", NULL}, *const projects[] = {"projects.csv", NULL},
                             *const organisations[] = {"organisations.csv", NULL},
                             *const history[] = {"spring.csv", "autumn.csv", NULL};
    struct wp_settings settings = {.path = "round.ini", .name = "", .start = WP_NO_DAY, .end = WP_NO_DAY};
    char folder[] = P_tmpdir "/test_history-XXXXXX";
    struct wp_diagnostics diagnostics = {0};
    struct wp_inputs inputs = {0};
    struct wp_round *round;

    (void)unused;
    assert_non_null(mkdtemp(folder));
    write_files(folder);
    settings.directory = folder;
    for (int table = 0; table < WP_TABLE_COUNT; table++)
        settings.directories[table] = folder;
    settings.rules.max_choice = settings.rules.max_minutes = -1;
    settings.files[WP_STUDENTS] = students;
    settings.files[WP_PROJECTS] = projects;
    settings.files[WP_ORGANISATIONS] = organisations;
    settings.files[WP_HISTORY] = history;
    assert_int_equal(wp_read_round(&settings, &inputs, &round, &diagnostics, NULL), 0);
    if (diagnostics.errors > 0)
        fail_msg("%s", diagnostics.items[0].message);

    assert_true(wp_met_teammate(round, 0, 1));
    assert_true(wp_met_teammate(round, 3, 2));
    assert_false(wp_met_teammate(round, 1, 2));
    assert_int_equal(wp_former_team_count(round), 2);
    assert_true(wp_met_host(round, 0, 1)); /* O3 */
    assert_false(wp_met_host(round, 0, 0));
    assert_true(wp_met_host(round, 2, 0)); /* by its name, Eik */
    assert_true(wp_met_district(round, 0, 0));
    assert_false(wp_met_district(round, 2, 0));
    assert_true(wp_met_district(round, 2, 1));

    wp_round_free(round);
    wp_inputs_clear(&inputs);
    wp_diagnostics_clear(&diagnostics);
    remove_files(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_index_says_what_the_rows_say),
        cmocka_unit_test(the_order_of_rows_does_not_matter),
        cmocka_unit_test(without_history_nobody_was_anywhere),
        cmocka_unit_test(placements_of_earlier_plans_are_history),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
