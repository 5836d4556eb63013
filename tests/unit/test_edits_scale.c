/* test_edits_scale.c: more students, and fewer: the same ones from the same seed, whatever the order of rows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "edited_round.h"
#include "lottery.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int set_up(void **state) {
    static struct edited_round made, *edited = &made;
    edited_start(edited);
    edited_table(edited, WP_PROJECTS, "p.csv", "id,max_students\nP1,30\nP2,20\n");
    edited_table(edited, WP_STUDENTS, "s.csv",
                 "id,name,email,group,load,choice_1\nS1,Ab,ab@hs.nl,g,0.5,P1\nS2,Bo,bo@hs.nl,g,2,P2\n"
                 "S3,Cas,,,3,P1\nS4,Do,do@hs.nl,,4,P2\nS5,Els,els@hs.nl,,5,P1\n");
    *state = edited;
    return 0;
}

/* The student whose "seed LF scale LF id" has the least digest, worked out anew. */
static const char *first_drawn(int64_t seed) {
    static const char *const ids[] = {"S1", "S2", "S3", "S4", "S5"};
    uint8_t least[WP_LOTTERY_DIGEST], digest[WP_LOTTERY_DIGEST];
    const char *first = NULL;
    for (size_t k = 0; k < sizeof ids / sizeof ids[0]; k++) {
        wp_lottery_digest(seed, (const char *const[]){"scale", ids[k], NULL}, digest);
        if (first == NULL || memcmp(digest, least, sizeof least) < 0) {
            first = ids[k];
            memcpy(least, digest, sizeof least);
        }
    }
    return first;
}

static void copies_are_like_their_originals_but_for_address_and_group(void **state) {
    struct edited_round *edited = *state;
    char id[16];
    edited_scale(edited, "+20%");
    edited_read_well(edited);
    snprintf(id, sizeof id, "%s+1", first_drawn(7));
    assert_int_equal(edited->round->student_count, 6);
    const struct wp_student *copy = edited_student(edited, id),
                            *original = edited_student(edited, first_drawn(7));
    snprintf(id, sizeof id, "%s+1", original->name);
    assert_string_equal(copy->name, id);
    assert_int_equal(copy->load, original->load);
    assert_int_equal(copy->choices[0].project, original->choices[0].project);
    assert_string_equal(copy->email, "");
    assert_string_equal(copy->group, "");
    assert_string_equal(copy->where.path, "s.ini");
}

static void shares_round_half_up(void **state) {
    static const struct {
        const char *value;
        int students;
    } cases[] = {{"+10%", 6}, {"+9%", 5}, {"-10%", 4}, {"-30%", 3},   {"+0", 5},
                 {"+7", 12},  {"-4", 1},  {"-0%", 5},  {"+340%", 22}, {"+50,5%", 8}};
    struct edited_round *edited = *state;
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        edited_forget(edited);
        edited_scale(edited, cases[k].value);
        edited_read_well(edited);
        assert_int_equal(edited->round->student_count, cases[k].students);
    }
}

static void a_share_that_is_nobody_is_told(void **state) {
    struct edited_round *edited = *state;
    edited_scale(edited, "+9%");
    edited_read_well(edited);
    assert_int_equal(edited->round->student_count, 5);
    assert_int_equal(edited->diagnostics.count, 1);
    assert_string_equal(edited->diagnostics.items[0].message,
                        "+9% of 5 students is nobody, so nothing changes");
}

static void beyond_all_students_copies_start_again(void **state) {
    struct edited_round *edited = *state;
    edited_scale(edited, "+200%");
    edited_read_well(edited);
    for (int s = 1; s <= 5; s++)
        for (int copy = 1; copy <= 2; copy++) {
            char id[16];
            snprintf(id, sizeof id, "S%d+%d", s, copy);
            edited_student(edited, id);
        }
}

static void ids_of_copies_avoid_those_there_are(void **state) {
    struct edited_round *edited = *state;
    edited_table(edited, WP_STUDENTS, "s.csv", "id,load\nS1,1\nS1+1,2\nS1+1+1,3\n#S1+2,4\n");
    edited_scale(edited, "+300%");
    edited_read_well(edited);
    assert_int_equal(edited->round->student_count, 16);
    assert_int_equal(edited_student(edited, "S1+3")->load, 100);
    assert_int_equal(edited_student(edited, "S1+1+2")->load, 200);
}

static void the_order_of_rows_changes_nothing(void **state) {
    static const char *const values[] = {"+60%", "-2"};
    struct edited_round *edited = *state;
    for (int k = 0; k < 2; k++) {
        edited_forget(edited);
        edited_table(edited, WP_STUDENTS, "s.csv", "id,load\nS1,1\nS2,2\nS3,3\nS4,4\nS5,5\n");
        edited_scale(edited, values[k]);
        edited_read_well(edited);
        char *text = edited_text(edited->round);
        edited_forget(edited);
        edited_table(edited, WP_STUDENTS, "s.csv", "load;id\n4;S4\n2;S2\n5;S5\n1;S1\n3;S3\n");
        edited_scale(edited, values[k]);
        edited_read_well(edited);
        char *other = edited_text(edited->round);
        assert_string_equal(text, other);
        free(text);
        free(other);
    }
}

static void fewer_students_are_the_first_drawn(void **state) {
    struct edited_round *edited = *state;
    int64_t seeds[] = {7, -3, 1234567890123};
    for (int k = 0; k < 3; k++) {
        edited_forget(edited);
        edited->settings.seed = seeds[k];
        edited_scale(edited, "-1");
        edited_read_well(edited);
        assert_int_equal(edited->round->student_count, 4);
        assert_int_equal(wp_round_find(edited->round, WP_STUDENTS, first_drawn(seeds[k])), -1);
    }
}

static void preferences_are_copied_in_both_shapes(void **state) {
    struct edited_round *edited = *state;
    static const char *const files[] = {
        "student,project,rank\nS1,P1,2\nBo,P2,1\n#S1,P2,1\nS2,P1,4\n",
        "student,email,choice_1,choice_2,choice_4\nS1,,P2,P1,\n,BO@hs.nl,P2,,P1\n",
        "e-mail,choice_1,choice_2,choice_4\nab@hs.nl,P2,P1,\nbo@hs.nl,P2,,P1\n",
    };
    edited_table(edited, WP_STUDENTS, "s.csv", "id,name,email\nS1,Ab,ab@hs.nl\nS2,Bo,bo@hs.nl\n");
    for (int k = 0; k < 3; k++) {
        edited_forget(edited);
        edited_table(edited, WP_PREFERENCES, "f.csv", files[k]);
        edited_scale(edited, "+200%");
        edited_read_well(edited);
        static const char *const ids[] = {"S1", "S1+1", "S1+2", "S2", "S2+1", "S2+2"};
        for (size_t s = 0; s < 6; s++) {
            const struct wp_student *student = edited_student(edited, ids[s]);
            assert_int_equal(student->choice_count, 2);
            assert_int_equal(student->choices[0].project, 1);
            assert_int_equal(student->choices[1].rank, s < 3 ? 2 : 4);
        }
    }
}

static void what_cannot_be_scaled_is_told(void **state) {
    struct edited_round *edited = *state;
    edited_scale(edited, "10%");
    edited_scale(edited, "+1.5");
    edited_scale(edited, "-6");
    edited_scale(edited, "+1000000");
    edited_scale(edited, "-100%");
    edited_read(edited);
    edited_expect(
        edited, "s.ini:1: error: \"10%\" does not say how many more or fewer; write +10%, -10%, +25 or -5",
        "s.ini:2: error: \"+1.5\" does not say how many more or fewer; write +10%, -10%, +25 or -5",
        "s.ini:3: error: there are only 5 students", "s.ini:4: error: this makes more than 1000000 students",
        "s.ini:5: error: this leaves no students", NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, edited_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(copies_are_like_their_originals_but_for_address_and_group),
        TEST(shares_round_half_up),
        TEST(a_share_that_is_nobody_is_told),
        TEST(beyond_all_students_copies_start_again),
        TEST(ids_of_copies_avoid_those_there_are),
        TEST(the_order_of_rows_changes_nothing),
        TEST(fewer_students_are_the_first_drawn),
        TEST(preferences_are_copied_in_both_shapes),
        TEST(what_cannot_be_scaled_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
