/* test_changes.c: what changed between two plans, and who must be told: on small rounds by hand, and on
 * random ones against a count over all students, lecturers, organisations and projects, and against the
 * levels of the objective moves. */
#include "change_text.h"
#include "dice.h"
#include "levels.h"
#include "news.h"
#include "news_text.h"
#include "report_files.h"
#include "small_round.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROUNDS 3000 /* or as many as the first argument says */
#define IDS    9    /* S1 ... S9 and so on: more than any round has */

static uint32_t rounds_wanted = ROUNDS;

/* Students of the round are S1 to S6, its projects P1 to P3, its lecturers L1 and L2, its organisations O1
 * and O2; the earlier plan knows others too. */
enum { STUDENTS = 6, PROJECTS = 3, LECTURERS = 2, ORGANISATIONS = 2 };

struct made {
    struct small_round small;
    struct wp_plan *plan;
    struct wp_former_place former[IDS];
    struct wp_base_placement base[STUDENTS];
};

static const char *id_of(char letter, int number) {
    static char ids[4][IDS][3];
    char *id = ids[letter == 'S' ? 0 : letter == 'P' ? 1 : letter == 'L' ? 2 : 3][number - 1];

    id[0] = letter;
    id[1] = (char)('0' + number);
    return id;
}

static void add_former(struct made *made, struct wp_former_place former) {
    struct wp_round *round = made->small.round;
    int student = wp_round_find(round, WP_STUDENTS, former.student);
    int project = former.project ? wp_round_find(round, WP_PROJECTS, former.project) : -1;
    int lecturer = former.lecturer ? wp_round_find(round, WP_LECTURERS, former.lecturer) : -1;

    made->former[round->former_count++] = former;
    if (student >= 0)
        made->base[student] = (struct wp_base_placement){
            former.project != NULL, former.project && project < 0 ? WP_UNKNOWN : project,
            former.lecturer && lecturer < 0 ? WP_UNKNOWN : lecturer, former.slot};
}

static void start(struct made *made) {
    memset(made, 0, sizeof *made);
    small_round_start(&made->small, (struct small_sizes){STUDENTS, PROJECTS, LECTURERS, ORGANISATIONS, 0});
    made->small.settings.rules.unlisted_last = true;
    for (int s = 0; s < STUDENTS; s++)
        made->base[s] = (struct wp_base_placement){false, -1, -1, -1};
    made->small.round->former = made->former;
    made->small.round->base = made->base;
}

static void finish(struct made *made) {
    assert_int_equal(wp_round_finish(made->small.round, &made->small.diagnostics, NULL), 0);
    assert_int_equal(wp_plan_new(made->small.round, &made->plan, NULL), 0);
}

static void discard(struct made *made) {
    wp_plan_free(made->plan);
    small_round_end(&made->small);
}

static void place(struct made *made, int student, int project, int lecturer) {
    made->plan->project[student] = project;
    made->plan->lecturer[student] = lecturer;
}

/* What a writer writes; the caller frees it. */
typedef int writer(FILE *stream, const struct made *made);

static char *text_of(writer *write, const struct made *made) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);

    assert_non_null(stream);
    assert_int_equal(write(stream, made), 0);
    assert_int_equal(fclose(stream), 0);
    return bytes;
}

static int write_changes(FILE *stream, const struct made *made) {
    return wp_write_changes(stream, made->small.round, made->plan, NULL);
}

static int write_short(FILE *stream, const struct made *made) {
    return wp_news_text(stream, made->small.round, made->plan, "plan", false, NULL);
}

static int write_long(FILE *stream, const struct made *made) {
    return wp_news_text(stream, made->small.round, made->plan, "plan", true, NULL);
}

/* S1 goes to P2, S2 keeps P1 but L2 guides her and P1 meets another day, S3 has a place only now, S4 only
 * before, S5 is new, S6 stays as she was; S7 has left. */
static void make_one_of_each(struct made *made) {
    start(made);
    for (int p = 0; p < PROJECTS; p++)
        made->small.round->projects[p].organisations = small_list(&made->small, p == 0 ? 0 : 1, -1);
    made->small.round->students[0].name = "Anna";
    finish(made);
    add_former(made, (struct wp_former_place){"S1", "P1", "L1", "O1", 0});
    add_former(made, (struct wp_former_place){"S2", "P1", "L1", "O1", 0});
    add_former(made, (struct wp_former_place){"S3", NULL, NULL, "", -1});
    add_former(made, (struct wp_former_place){"S4", "P4", "L3", "O3", -1});
    add_former(made, (struct wp_former_place){"S6", "P3", "L2", "O2", 5});
    add_former(made, (struct wp_former_place){"S7", "P1", "L1", "O1", 0});
    made->plan->slot[0] = 1;
    made->plan->slot[2] = 5;
    place(made, 0, 1, 0);
    place(made, 1, 0, 1);
    place(made, 2, 1, 0);
    place(made, 4, 2, 1);
    place(made, 5, 2, 1);
}

static void everybody_is_told_what_concerns_her(void **state) {
    struct made made;
    char *text;

    (void)state;
    make_one_of_each(&made);
    text = text_of(write_changes, &made);
    assert_string_equal(text, "audience,id,change,student,from,to\n"
                              "lecturer,L1,comes,S3,,P2\n"
                              "lecturer,L1,gets_project,,,P2\n"
                              "lecturer,L1,leaves,S2,P1,P1\n"
                              "lecturer,L1,leaves,S7,P1,\n"
                              "lecturer,L1,loses_project,,P1,\n"
                              "lecturer,L1,project,S1,P1,P2\n"
                              "lecturer,L2,comes,S2,P1,P1\n"
                              "lecturer,L2,comes,S5,,P3\n"
                              "lecturer,L2,gets_project,,,P1\n"
                              "lecturer,L3,leaves,S4,P4,\n"
                              "lecturer,L3,loses_project,,P4,\n"
                              "organisation,O1,leaves,S1,P1,P2\n"
                              "organisation,O1,leaves,S7,P1,\n"
                              "organisation,O2,comes,S1,P1,P2\n"
                              "organisation,O2,comes,S3,,P2\n"
                              "organisation,O2,comes,S5,,P3\n"
                              "organisation,O3,leaves,S4,P4,\n"
                              "student,S1,project,S1,P1,P2\n"
                              "student,S2,lecturer,S2,L1,L2\n"
                              "student,S2,slot,S2,mo1,mo2\n"
                              "student,S3,placed,S3,,P2\n"
                              "student,S4,unplaced,S4,P4,\n"
                              "student,S5,new,S5,,P3\n"
                              "student,S7,gone,S7,P1,\n");
    free(text);
    discard(&made);
}

static void changes_are_counted_by_kind(void **state) {
    struct made made;
    struct wp_news *news;

    (void)state;
    make_one_of_each(&made);
    assert_int_equal(wp_news_new(made.small.round, made.plan, &news, NULL), 0);
    for (int kind = 0; kind < WP_CHANGE_KINDS; kind++)
        assert_int_equal(news->changes->of_kind[kind], 1);
    assert_int_equal(news->changes->count, 7);
    assert_int_equal(news->changes->students, 6);
    assert_int_equal(news->changes->moved_project, 2);
    assert_int_equal(news->changes->opened_count, 1);
    assert_string_equal(news->changes->opened[0], "P2");
    assert_int_equal(news->changes->closed_count, 1);
    assert_string_equal(news->changes->closed[0], "P4");
    assert_int_equal(news->told[WP_AUDIENCE_STUDENT], 6);
    assert_int_equal(news->told[WP_AUDIENCE_LECTURER], 3);
    assert_int_equal(news->told[WP_AUDIENCE_ORGANISATION], 3);
    wp_news_free(news);
    discard(&made);
}

static void the_terminal_has_all_in_words(void **state) {
    struct made made;
    char *text;

    (void)state;
    make_one_of_each(&made);
    text = text_of(write_long, &made);
    assert_string_equal(text,
                        "Who must be told, now that this plan follows the earlier one\n"
                        "  Students 6: 1 on another project, 1 with another lecturer, 1 in another slot,\n"
                        "    1 placed now, 1 not placed any more, 1 new, 1 gone\n"
                        "  Lecturers 3: 3 come, 3 leave, 1 on another project, 2 with a project more, 2\n"
                        "    with a project fewer\n"
                        "  Organisations 3: 3 come, 3 leave\n"
                        "  S1 (Anna) goes to P2 instead of P1\n"
                        "  S2 stays on P1, with lecturer L2 instead of L1\n"
                        "  S2 stays on P1, which meets in slot mo2 instead of mo1\n"
                        "  S3 now has a place, on P2\n"
                        "  S4 loses her place on P4\n"
                        "  S5 is new, on P3\n"
                        "  S7 has left, and her place on P1\n"
                        "  who hears what: plan/changes.csv\n");
    free(text);
    discard(&made);
}

static void the_terminal_has_a_few_lines(void **state) {
    struct made made;
    char *text, *end;
    int lines = 0;

    (void)state;
    make_one_of_each(&made);
    made.small.round->students[0].name =
        "a name so long that it cannot possibly stand in one line of a terminal, of which there are few";
    text = text_of(write_short, &made);
    for (char *line = text; (end = strchr(line, '\n')); line = end + 1, lines++) {
        *end = '\0';
        assert_true(wp_utf8_count(line) <= 79);
    }
    assert_int_equal(lines, 10);
    free(text);
    discard(&made);
}

static void nothing_to_tell_is_said_too(void **state) {
    struct made made;
    char *text;

    (void)state;
    start(&made);
    finish(&made);
    for (int s = 1; s <= STUDENTS; s++)
        add_former(&made, (struct wp_former_place){id_of('S', s), NULL, NULL, "", -1});
    text = text_of(write_short, &made);
    assert_string_equal(text, "Nobody needs to be told anything: all is as in the earlier plan.\n");
    free(text);
    made.small.round->base = NULL;
    text = text_of(write_short, &made);
    assert_string_equal(text, "");
    free(text);
    discard(&made);
}

/* A lecturer or a slot where there was none is to be told, but nobody moved. */
static void a_first_lecturer_is_told_but_does_not_count_as_moved(void **state) {
    struct made made;
    struct wp_news *news;

    (void)state;
    start(&made);
    finish(&made);
    add_former(&made, (struct wp_former_place){"S1", "P1", NULL, "", -1});
    add_former(&made, (struct wp_former_place){"S2", "P2", "L1", "", 3});
    place(&made, 0, 0, 0);
    made.plan->slot[0] = 3;
    place(&made, 1, 1, -1);
    assert_int_equal(wp_news_new(made.small.round, made.plan, &news, NULL), 0);
    assert_int_equal(news->changes->of_kind[WP_CHANGE_LECTURER], 2);
    assert_int_equal(news->changes->of_kind[WP_CHANGE_SLOT], 2);
    assert_int_equal(news->changes->moved_project, 0);
    assert_int_equal(news->changes->moved_lecturer, 1);
    assert_int_equal(news->changes->moved_slot, 1);
    wp_news_free(news);
    discard(&made);
}

/* Random rounds. */

static void random_former(struct made *made) {
    static const char *const hosts[] = {"", "O1", "O2", "O1|O2", "O2|O3"};
    int slot[IDS];

    for (int p = 0; p < IDS; p++)
        slot[p] = dice_any(4) - 1;
    for (int s = 1; s <= IDS; s++) {
        int project = 1 + dice_any(PROJECTS + 1);

        if (dice_one_in(5))
            continue;
        if (dice_one_in(6))
            add_former(made, (struct wp_former_place){id_of('S', s), NULL, NULL, "", -1});
        else
            add_former(made, (struct wp_former_place){
                                 id_of('S', s), id_of('P', project),
                                 dice_one_in(4) ? NULL : id_of('L', 1 + dice_any(LECTURERS + 1)),
                                 hosts[(project + dice_any(2)) % 5], slot[project]});
    }
}

static void make_random(struct made *made, uint32_t seed) {
    dice_start(seed * 2654435761u);
    start(made);
    for (int p = 0; p < PROJECTS; p++)
        made->small.round->projects[p].organisations =
            dice_one_in(3) ? small_list(&made->small, 0, 1, -1)
                           : small_list(&made->small, dice_any(ORGANISATIONS), -1);
    finish(made);
    random_former(made);
    for (int p = 0; p < PROJECTS; p++)
        made->plan->slot[p] = dice_any(4) - 1;
    for (int s = 0; s < STUDENTS; s++) {
        int project = dice_any(PROJECTS + 1) - 1;

        place(made, s, project, project < 0 ? -1 : dice_any(LECTURERS + 1) - 1);
    }
}

/* A student in one of the plans, as the naive count sees her; the plan does not know her: student NULL. */
static struct wp_former_place naive_place(const struct made *made, int student, bool before) {
    const struct wp_round *round = made->small.round;
    struct wp_former_place found = {.organisations = "", .slot = -1};
    struct wp_list hosts;
    int project;

    for (int k = 0; before && k < round->former_count; k++) {
        if (strcmp(made->former[k].student, id_of('S', student)) == 0)
            found = made->former[k];
    }
    if (before || student > STUDENTS)
        return found;
    found.student = id_of('S', student);
    project = made->plan->project[student - 1];
    if (project < 0)
        return found;
    hosts = round->projects[project].organisations;
    found.project = id_of('P', project + 1);
    if (made->plan->lecturer[student - 1] >= 0)
        found.lecturer = id_of('L', made->plan->lecturer[student - 1] + 1);
    found.organisations = hosts.count == 2 ? "O1|O2" : hosts.items[0] == 0 ? "O1" : "O2";
    found.slot = made->plan->slot[project];
    return found;
}

static bool is(const char *one, const char *other) {
    return one && other ? strcmp(one, other) == 0 : one == other;
}

struct lines {
    char items[400][48];
    int count;
};

static void line(struct lines *lines, const char *audience, const char *id, const char *change,
                 const char *student, const char *from, const char *to) {
    snprintf(lines->items[lines->count++], sizeof lines->items[0], "%s,%s,%s,%s,%s,%s\n", audience, id,
             change, student, from ? from : "", to ? to : "");
}

static void naive_student(struct lines *lines, const char *id, const struct wp_former_place *before,
                          const struct wp_former_place *after) {
    bool stays = before->project && is(before->project, after->project);

    if (!before->student || !after->student)
        line(lines, "student", id, before->student ? "gone" : "new", id, before->project, after->project);
    else if (!is(before->project, after->project))
        line(lines, "student", id,
             !before->project  ? "placed"
             : !after->project ? "unplaced"
                               : "project",
             id, before->project, after->project);
    if (stays && !is(before->lecturer, after->lecturer))
        line(lines, "student", id, "lecturer", id, before->lecturer, after->lecturer);
    if (stays && before->slot != after->slot)
        line(lines, "student", id, "slot", id, wp_slot_name(before->slot), wp_slot_name(after->slot));
}

static void naive_other(struct lines *lines, const char *audience, const char *id, const char *student,
                        const struct wp_former_place *before, const struct wp_former_place *after, bool had,
                        bool has) {
    if (had != has)
        line(lines, audience, id, had ? "leaves" : "comes", student, before->project, after->project);
    else if (had && !is(before->project, after->project))
        line(lines, audience, id, "project", student, before->project, after->project);
    else if (had && before->slot != after->slot && audience[0] == 'l')
        line(lines, audience, id, "slot", student, wp_slot_name(before->slot), wp_slot_name(after->slot));
}

/* Does the lecturer guide anybody on the project? */
static bool guides(const struct made *made, const char *lecturer, const char *project, bool before) {
    for (int s = 1; s <= IDS; s++) {
        struct wp_former_place place = naive_place(made, s, before);

        if (is(place.lecturer, lecturer) && is(place.project, project))
            return true;
    }
    return false;
}

static int compare_lines(const void *one, const void *other) {
    return strcmp(one, other);
}

static void naive_lines(const struct made *made, struct lines *lines) {
    lines->count = 0;
    for (int s = 1; s <= IDS; s++) {
        struct wp_former_place before = naive_place(made, s, true), after = naive_place(made, s, false);

        if (before.student || after.student)
            naive_student(lines, id_of('S', s), &before, &after);
        for (int x = 1; x <= IDS; x++) {
            naive_other(lines, "lecturer", id_of('L', x), id_of('S', s), &before, &after,
                        is(before.lecturer, id_of('L', x)), is(after.lecturer, id_of('L', x)));
            naive_other(lines, "organisation", id_of('O', x), id_of('S', s), &before, &after,
                        strstr(before.organisations, id_of('O', x)) != NULL,
                        strstr(after.organisations, id_of('O', x)) != NULL);
        }
    }
    for (int x = 1; x <= IDS; x++) {
        for (int p = 1; p <= IDS; p++) {
            bool before = guides(made, id_of('L', x), id_of('P', p), true);
            bool after = guides(made, id_of('L', x), id_of('P', p), false);

            if (before != after)
                line(lines, "lecturer", id_of('L', x), before ? "loses_project" : "gets_project", "",
                     before ? id_of('P', p) : NULL, before ? NULL : id_of('P', p));
        }
    }
    qsort(lines->items, (size_t)lines->count, sizeof lines->items[0], compare_lines);
}

/* The ids are of one length, so sorted lines are sorted texts. */
static void expect_lines(const struct made *made, uint32_t seed) {
    static struct lines lines;
    char *text = text_of(write_changes, made), *at;

    naive_lines(made, &lines);
    at = strchr(text, '\n') + 1;
    for (int i = 0; i < lines.count; i++) {
        size_t length = strlen(lines.items[i]);

        if (strncmp(at, lines.items[i], length) != 0)
            fail_msg("seed %u: expected %s, found %s", (unsigned)seed, lines.items[i], at);
        at += length;
    }
    assert_string_equal(at, "");
    free(text);
}

/* Returns how many moves there were. */
static int64_t expect_moves(struct made *made, uint32_t seed) {
    struct wp_level_plan levels[WP_MAX_LEVELS];
    struct wp_news *news;
    int64_t moves[3];

    made->small.settings.objective_count = 1;
    made->small.settings.objectives[0] =
        (struct wp_objective_setting){.kind = WP_OBJECTIVE_MOVES, .name = "moves"};
    assert_int_equal(wp_levels_list(made->small.round, levels), 3);
    for (int l = 0; l < 3; l++)
        wp_level_values(&levels[l], made->small.round, made->plan, &moves[l]);
    assert_int_equal(wp_news_new(made->small.round, made->plan, &news, NULL), 0);
    if (news->changes->moved_project != moves[0] || news->changes->moved_lecturer != moves[1] ||
        news->changes->moved_slot != moves[2])
        fail_msg("seed %u: %d, %d, %d moves", (unsigned)seed, news->changes->moved_project,
                 news->changes->moved_lecturer, news->changes->moved_slot);
    wp_news_free(news);
    return moves[0] + moves[1] + moves[2];
}

static void random_rounds_agree_with_all_pairs_and_with_the_levels(void **state) {
    static struct made made;
    int64_t moves = 0;

    (void)state;
    for (uint32_t seed = 1; seed <= rounds_wanted; seed++) {
        make_random(&made, seed);
        expect_lines(&made, seed);
        moves += expect_moves(&made, seed);
        discard(&made);
    }
    assert_true(moves > rounds_wanted); /* the rounds are about something */
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_is_told_what_concerns_her),
        cmocka_unit_test(changes_are_counted_by_kind),
        cmocka_unit_test(the_terminal_has_all_in_words),
        cmocka_unit_test(the_terminal_has_a_few_lines),
        cmocka_unit_test(nothing_to_tell_is_said_too),
        cmocka_unit_test(a_first_lecturer_is_told_but_does_not_count_as_moved),
        cmocka_unit_test(random_rounds_agree_with_all_pairs_and_with_the_levels),
    };

    if (argc > 1)
        rounds_wanted = (uint32_t)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
