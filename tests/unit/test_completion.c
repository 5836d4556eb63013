/* test_completion.c: bash completes every setting that --set may change, and the words that each takes. */
#include "keys.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FILE_NAME "completions/wijkplaats"
#define MOST      (1 << 16)

/* "    [rules.stability]='off no_envy'", as the file has it. */
static void line_of(const struct wp_key *key, char *line, size_t size) {
    size_t length = (size_t)snprintf(line, size, "    [%s.%s]='", key->section, key->name);
    const char *between = "";
    for (const struct wp_key_word *word = key->words; word && word->name; word++) {
        if (word->other_language)
            continue;
        length += (size_t)snprintf(line + length, size - length, "%s%s", between, word->name);
        between = " ";
    }
    if (key->can_be_off)
        length += (size_t)snprintf(line + length, size - length, "%soff", between);
    snprintf(line + length, size - length, "'\n");
}

static void every_setting_and_no_other_is_completed(void **state) {
    (void)state;
    char *text = calloc(1, MOST), line[512];
    FILE *file = fopen(FILE_NAME, "rb");
    int count = 0;
    assert_non_null(text);
    assert_non_null(file);
    assert_true(fread(text, 1, MOST - 1, file) > 0);
    assert_int_equal(fclose(file), 0);
    const char *table = strstr(text, "_wijkplaats_settings=(\n");
    assert_non_null(table);
    for (size_t i = 0; i < wp_key_count; i++) {
        line_of(&wp_keys[i], line, sizeof line);
        if (!strstr(table, line))
            fail_msg(FILE_NAME " has no line%s", line);
    }
    for (const char *at = strchr(table, '\n') + 1; *at != ')'; at = strchr(at, '\n') + 1)
        count++;
    assert_int_equal(count, (int)wp_key_count);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_setting_and_no_other_is_completed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
