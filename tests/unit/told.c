/* told.c: messages that tests provoke, in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "language.h"
#include "told.h"
#include <cmocka.h>
#include <ctype.h>
#include <string.h>

int speak_dutch(void **state) {
    (void)state;
    return wp_language_use(WP_DUTCH) ? 0 : -1;
}

/* The next word with a digit in it ("S12", "2026-09-01") from *text on, which steps behind it; its length, 0
 * if there is none. */
static size_t next_number(const char **text, const char **word) {
    while (**text != '\0') {
        size_t length = 0;
        bool digit = false;

        for (*word = *text; isalnum((unsigned char)(*text)[length]); length++)
            digit |= isdigit((unsigned char)(*text)[length]) != 0;
        *text += length > 0 ? length : 1;
        if (digit)
            return length;
    }
    return 0;
}

/* How often the word stands among those with a digit. */
static int count(const char *text, const char *wanted, size_t wanted_length) {
    const char *word;
    size_t length;
    int found = 0;

    while ((length = next_number(&text, &word)) > 0)
        found += length == wanted_length && memcmp(word, wanted, length) == 0;
    return found;
}

/* Each number and id of one stands in the other as often. */
static bool has_numbers_of(const char *one, const char *other) {
    const char *at = other, *word;
    size_t length;

    while ((length = next_number(&at, &word)) > 0) {
        if (count(one, word, length) != count(other, word, length))
            return false;
    }
    return true;
}

void assert_told(const char *found, const char *english) {
    if (wp_language_in_use() == WP_ENGLISH) {
        assert_string_equal(found, english);
        return;
    }
    assert_string_not_equal(found, english);
    if (!has_numbers_of(found, english) || !has_numbers_of(english, found))
        fail_msg("\"%s\" has other numbers than \"%s\"", found, english);
}
