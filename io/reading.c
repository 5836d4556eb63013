/* reading.c: memory of the round that is being read; the first time it runs out is remembered. */
#include "reading.h"

#include <string.h>

void wp_reading_no_memory(struct wp_reading *reading) {
    if (!reading->out_of_memory)
        wp_error_memory(reading->error);
    reading->out_of_memory = true;
}

void *wp_reading_alloc(struct wp_reading *reading, size_t count, size_t size) {
    void *memory = wp_arena_alloc(reading->round->arena, count, size);
    if (memory == NULL)
        wp_reading_no_memory(reading);
    return memory;
}

char *wp_reading_copy_part(struct wp_reading *reading, const char *text, size_t length) {
    char *copy = wp_arena_copy(reading->round->arena, text, length);
    if (copy == NULL)
        wp_reading_no_memory(reading);
    return copy;
}

const char *wp_reading_copy(struct wp_reading *reading, const char *text) {
    if (text[0] == '\0')
        return "";
    const char *copy = wp_reading_copy_part(reading, text, strlen(text));
    return copy == NULL ? "" : copy;
}

const char *wp_reading_fold(struct wp_reading *reading, void (*fold)(const char *text, char *folded),
                            const char *text) {
    char *folded = wp_reading_alloc(reading, strlen(text) + 1, 1);
    if (folded == NULL)
        return "";
    fold(text, folded);
    return folded;
}

int wp_reading_word(struct wp_reading *reading, const char *text) {
    if (text[0] == '\0')
        return -1;
    int word = wp_round_word(reading->round, text);
    if (word < 0)
        wp_reading_no_memory(reading);
    return word;
}
