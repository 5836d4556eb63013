/* test_manual.c: the manual page describes every key of round.ini, under its section, and says which are for
 * later. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "keys.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE  "cli/wijkplaats.1"
#define LATER "not in this version"

/* The page's source; owned by the caller. */
static char *read_page(void) {
    FILE *file = fopen(PAGE, "rb");
    char *text = calloc(1, 1 << 16);
    size_t length = 0;

    assert_non_null(file);
    assert_non_null(text);
    length = fread(text, 1, (1 << 16) - 1, file);
    assert_int_equal(ferror(file), 0);
    assert_true(feof(file));
    fclose(file);
    assert_true(length > 0);
    return text;
}

/* The text between `from` and the next line that begins with `until`, or the end of the page; owned by the
 * caller. */
static char *part(const char *from, const char *until) {
    const char *end = strstr(from, until);
    size_t length = end == NULL ? strlen(from) : (size_t)(end - from);
    char *copy = calloc(1, length + 1);

    assert_non_null(copy);
    memcpy(copy, from, length);
    return copy;
}

/* Where the line of bold words begins that names the key, or NULL. */
static const char *find_entry(const char *section, const char *word) {
    size_t length = strlen(word);

    for (const char *line = section; line != NULL && *line != '\0'; line = strchr(line, '\n')) {
        line += *line == '\n' ? 1 : 0;
        if (strncmp(line, ".B", 2) != 0)
            continue;
        const char *end = line + strcspn(line, "=\n"); /* what follows are values */
        for (const char *at = strstr(line, word); at != NULL && at < end; at = strstr(at + 1, word)) {
            if (strchr(" \"", at[-1]) != NULL && strchr(" \",\n", at[length]) != NULL)
                return line;
        }
    }
    return NULL;
}

static void the_manual_describes_every_key(void **state) {
    char *page = read_page();

    (void)state;
    for (size_t k = 0; k < wp_key_count; k++) {
        char title[32];
        snprintf(title, sizeof title, ".SS [%s]\n", wp_keys[k].section);
        const char *begin = strstr(page, title);
        if (begin == NULL)
            fail_msg("%s has no section %s", PAGE, title);
        char *section = part(begin + strlen(title), "\n.S");
        const char *entry = find_entry(section, wp_keys[k].name);
        if (entry == NULL)
            fail_msg("%s does not describe [%s] %s", PAGE, wp_keys[k].section, wp_keys[k].name);
        char *description = part(entry, "\n.TP");
        if ((strstr(description, LATER) != NULL) != wp_keys[k].later && wp_keys[k].type != WP_KEY_ORDER &&
            wp_keys[k].type != WP_KEY_WORDS)
            fail_msg("%s is wrong about whether this version has [%s] %s", PAGE, wp_keys[k].section,
                     wp_keys[k].name);
        free(description);
        free(section);
    }
    free(page);
}

static void the_manual_offers_every_value(void **state) {
    char *page = read_page();

    (void)state;
    for (size_t k = 0; k < wp_key_count; k++) {
        for (const struct wp_key_word *word = wp_keys[k].words; word != NULL && word->name != NULL; word++) {
            if (!word->other_language && strstr(page, word->name) == NULL)
                fail_msg("%s does not offer %s for [%s] %s", PAGE, word->name, wp_keys[k].section,
                         wp_keys[k].name);
        }
    }
    free(page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_manual_describes_every_key),
        cmocka_unit_test(the_manual_offers_every_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
