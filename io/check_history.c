/* check_history.c: what the history names and this round does not have: perhaps gone since, perhaps misspelt,
 * and then nobody is known to have been there. */
#include "check_parts.h"
#include "translate.h"
#include <stdlib.h>
#include <string.h>

/* Names met so far, each once. */
struct names {
    const char **items;
    int count;
};

/* Remembers the word, unless an id of this round reads so. seen: per word. */
static void add(const struct wp_round *round, enum wp_table table, int word, bool *seen,
                struct names *names) {
    if (word < 0 || seen[word])
        return;
    seen[word] = true;
    if (wp_round_find(round, table, wp_round_text(round, word)) < 0)
        names->items[names->count++] = wp_round_text(round, word);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put(FILE *out, const char *heading, bool verbose, struct names *names) {
    struct wp_check_list list = {.out = out, .heading = heading, .verbose = verbose, .total = names->count};
    if (names->count > 0)
        qsort(names->items, (size_t)names->count, sizeof *names->items, by_text);
    for (int n = 0; n < names->count && wp_check_line(&list); n++)
        fprintf(out, "%s\n", names->items[n]);
    wp_check_list_end(&list);
}

int wp_check_history(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error) {
    size_t words = (size_t)wp_round_word_count(round) + 1;
    bool *seen = calloc(words, sizeof *seen);
    struct names names = {.items = calloc(words, sizeof *names.items)};
    int code = 0;
    if (!seen || !names.items) {
        code = wp_error_memory(error);
        goto out;
    }
    for (int h = 0; h < round->history_count; h++) {
        const struct wp_list *hosts = &round->history[h].organisations;
        for (int k = 0; k < hosts->count; k++)
            add(round, WP_ORGANISATIONS, hosts->items[k], seen, &names);
    }
    put(out, _("Organisations of the history that this round does not have"), verbose, &names);
    memset(seen, 0, words * sizeof *seen);
    names.count = 0;
    for (int h = 0; h < round->history_count; h++)
        add(round, WP_DISTRICTS, round->history[h].district, seen, &names);
    put(out, _("Districts of the history that this round does not have"), verbose, &names);
out:
    free(seen);
    free(names.items);
    return code;
}
