/* test_suggest.c: suggestions are as near as the distance's definition says, and absent where nothing is
 * near. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "suggest.h"
#include <cmocka.h>
#include <string.h>

static void assert_suggested(const char *word, const char *expected) {
    static const char *const candidates[] = {
        "P10", "P11", "P12", "must_place", "max_choice", "ori\xC3\xABntatie", "Kerkbuurt", "Noord", ""};
    const char *near = wp_suggest(word, candidates, sizeof candidates / sizeof candidates[0]);
    if (expected == NULL)
        assert_null(near);
    else
        assert_string_equal(near, expected);
}

static void near_words_are_suggested(void **state) {
    (void)state;
    assert_suggested("P1l", "P10"); /* of equally near ones the first */
    assert_suggested("p12", "P12");
    assert_suggested("mustplace", "must_place");
    assert_suggested("mxa_choice", "max_choice");
    assert_suggested("ORI\xC3\x8BNTATIE", "ori\xC3\xABntatie");
    assert_suggested("orientatie", "ori\xC3\xABntatie");
    assert_suggested("Kerkbuurd", "Kerkbuurt");
    assert_suggested("Nord", "Noord");
}

static void far_words_are_not(void **state) {
    (void)state;
    static const char *const words[] = {"", "P9", "X77", "Zuid", "placement", "P", "\xFF\xFE"};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        assert_suggested(words[k], NULL);
    char sentence[400];
    memset(sentence, 'x', sizeof sentence - 1);
    sentence[sizeof sentence - 1] = '\0';
    assert_suggested(sentence, NULL);
}

/* By the definition: all ways to edit the ends of both words. */
static int distance(const char *a, int a_length, const char *b, int b_length) {
    if (a_length == 0 || b_length == 0)
        return a_length + b_length;
    int least = distance(a, a_length - 1, b, b_length - 1) + (a[a_length - 1] != b[b_length - 1]);
    int other = distance(a, a_length - 1, b, b_length) + 1;
    least = other < least ? other : least;
    other = distance(a, a_length, b, b_length - 1) + 1;
    least = other < least ? other : least;
    if (a_length > 1 && b_length > 1 && a[a_length - 1] == b[b_length - 2] &&
        a[a_length - 2] == b[b_length - 1]) {
        other = distance(a, a_length - 2, b, b_length - 2) + 1;
        least = other < least ? other : least;
    }
    return least;
}

static uint64_t next_random(uint64_t *random) {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return *random >> 11;
}

static void random_words_get_the_nearest_candidate(void **state) {
    (void)state;
    uint64_t random = 3;
    for (int round = 0; round < 400; round++) {
        char words[5][8];
        const char *candidates[4];
        for (int k = 0; k < 5; k++) {
            size_t length = 3 + next_random(&random) % 4;
            for (size_t letter = 0; letter < length; letter++)
                words[k][letter] = (char)('a' + next_random(&random) % 3);
            words[k][length] = '\0';
            if (k > 0)
                candidates[k - 1] = words[k];
        }
        int length = (int)strlen(words[0]), limit = length < 6 ? 1 : 2;
        const char *nearest = NULL;
        for (int k = 3; k >= 0; k--) {
            int edits = distance(words[0], length, candidates[k], (int)strlen(candidates[k]));
            if (edits <= limit) {
                nearest = candidates[k];
                limit = edits;
            }
        }
        assert_ptr_equal(wp_suggest(words[0], candidates, 4), nearest);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_words_are_suggested),
        cmocka_unit_test(far_words_are_not),
        cmocka_unit_test(random_words_get_the_nearest_candidate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
