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

const char *wp_reading_copy(struct wp_reading *reading, const char *text) {
    if (text[0] == '\0')
        return "";
    const char *copy = wp_arena_copy(reading->round->arena, text, strlen(text));
    if (copy == NULL)
        wp_reading_no_memory(reading);
    return copy == NULL ? "" : copy;
}

int wp_reading_word(struct wp_reading *reading, const char *text) {
    if (text[0] == '\0')
        return -1;
    int word = wp_round_word(reading->round, text);
    if (word < 0)
        wp_reading_no_memory(reading);
    return word;
}
