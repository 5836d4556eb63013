/* suggest.c: the nearest known word, by Damerau-Levenshtein distance (restricted: no letter is edited twice).
 */
#include "suggest.h"

#include <stdint.h>
#include <string.h>

/* Longer words get no suggestion: nobody mistypes a whole sentence by two letters. */
#define MAX_LETTERS 64

/* One letter of UTF-8, in lower case for Latin letters; steps *text over it. A stray byte counts as a letter.
 */
static uint32_t next_letter(const unsigned char **text) {
    const unsigned char *at = *text;
    uint32_t letter = at[0];
    int more = letter >= 0xF0 ? 3 : letter >= 0xE0 ? 2 : letter >= 0xC0 ? 1 : 0;
    if (more > 0)
        letter &= 0x3Fu >> more;
    at++;
    for (; more > 0 && (*at & 0xC0) == 0x80; more--)
        letter = letter << 6 | (*at++ & 0x3Fu);
    *text = at;
    if ((letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7))
        letter += 0x20;
    return letter;
}

/* Number of letters, or -1 when there are more than fit. */
static int spell(const char *word, uint32_t letters[MAX_LETTERS]) {
    const unsigned char *at = (const unsigned char *)word;
    int count = 0;
    while (*at != '\0') {
        if (count == MAX_LETTERS)
            return -1;
        letters[count++] = next_letter(&at);
    }
    return count;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

static int distance(const uint32_t *a, int a_count, const uint32_t *b, int b_count) {
    int rows[3][MAX_LETTERS + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= b_count; j++)
        above[j] = j;
    for (int i = 1; i <= a_count; i++) {
        row[0] = i;
        for (int j = 1; j <= b_count; j++) {
            int replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least(replaced, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        int *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[b_count];
}

const char *wp_suggest(const char *word, const char *const *candidates, size_t count) {
    uint32_t wanted[MAX_LETTERS], letters[MAX_LETTERS];
    int wanted_count = spell(word, wanted);
    if (wanted_count <= 0)
        return NULL;
    /* Two letters must differ in case only, three to five by one edit, six to eight by two, longer ones by a
     * third. */
    int limit = wanted_count < 3 ? 0 : wanted_count < 6 ? 1 : wanted_count / 3;
    const char *nearest = NULL;
    for (size_t k = 0; k < count; k++) {
        /* A letter takes at most four bytes, so words of quite another length need not be spelled. */
        size_t length = strlen(candidates[k]);
        if (length > 4 * (size_t)(wanted_count + limit))
            continue;
        int letter_count = spell(candidates[k], letters);
        if (letter_count <= 0 || letter_count - wanted_count > limit || wanted_count - letter_count > limit)
            continue;
        int edits = distance(wanted, wanted_count, letters, letter_count);
        if (edits <= limit) {
            nearest = candidates[k];
            limit = edits - 1;
            if (limit < 0)
                break;
        }
    }
    return nearest;
}
