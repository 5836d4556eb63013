/* cell_lists.c: cells that hold several items: words, weekdays, slots, objects of another table. */
#include "cells.h"

#include "fold.h"
#include "references.h"
#include <stdlib.h>
#include <string.h>

const char *wp_cell_separators(const char *text) {
    return strchr(text, '|') != NULL ? "|" : ";,";
}

bool wp_cell_next_item(const char **at, const char **item, size_t *length, const char *separators) {
    while (**at != '\0') {
        const char *start = *at;
        const char *stop = start + strcspn(start, separators);
        *at = *stop == '\0' ? stop : stop + 1;
        for (int blank; start < stop && (blank = wp_blank_length(start)) > 0;)
            start += blank;
        const char *end = start;
        for (const char *letter = start; letter < stop;) {
            int blank = wp_blank_length(letter);
            letter += blank > 0 ? blank : 1;
            if (blank == 0)
                end = letter;
        }
        *item = start;
        *length = (size_t)(end - start);
        if (*length > 0)
            return true;
    }
    return false;
}

static size_t count_items(const char *text, const char *separators) {
    const char *item;
    size_t length, count = 0;
    while (wp_cell_next_item(&text, &item, &length, separators))
        count++;
    return count;
}

static int ascending(const void *a, const void *b) {
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

/* Sorted, each item once. */
static struct wp_list as_set(int *items, int count) {
    if (count == 0)
        return (struct wp_list){0};
    qsort(items, (size_t)count, sizeof *items, ascending);
    int kept = 1;
    for (int k = 1; k < count; k++)
        if (items[k] != items[kept - 1])
            items[kept++] = items[k];
    return (struct wp_list){.items = items, .count = kept};
}

struct wp_list wp_cell_words(struct wp_table_file *file, int column) {
    struct wp_reading *reading = file->reading;
    const char *at = wp_cell_text(file, column), *separators = wp_cell_separators(at), *item;
    size_t most = count_items(at, separators), length;
    int count = 0;
    int *words = most == 0 ? NULL : wp_reading_alloc(reading, most, sizeof *words);
    if (words == NULL)
        return (struct wp_list){0};
    while (wp_cell_next_item(&at, &item, &length, separators)) {
        const char *word = wp_reading_copy_part(reading, item, length);
        if (word == NULL)
            return (struct wp_list){0};
        words[count++] = wp_reading_word(reading, word);
    }
    return as_set(words, count);
}

int wp_cell_reference(struct wp_table_file *file, int column, enum wp_table table) {
    const char *text = wp_cell_text(file, column);
    int index;
    if (text[0] == '\0')
        return -1;
    enum wp_match match = wp_reference_find(file->reading, table, text, &index);
    wp_reference_report(file, file->field_of[column], table, match, text);
    return index;
}

struct wp_list wp_cell_references(struct wp_table_file *file, int column, enum wp_table table) {
    struct wp_reading *reading = file->reading;
    const char *at = wp_cell_text(file, column), *separators = wp_cell_separators(at), *item;
    size_t most = count_items(at, separators), length;
    int count = 0, whole;
    int *objects = most == 0 ? NULL : wp_reading_alloc(reading, most, sizeof *objects);
    if (objects == NULL)
        return (struct wp_list){0};
    enum wp_match match = wp_reference_find(reading, table, at, &whole);
    if (match != WP_MATCH_NONE || most == 1) {
        wp_reference_report(file, file->field_of[column], table, match, at);
        objects[0] = whole;
        return (struct wp_list){.items = objects, .count = whole >= 0 ? 1 : 0};
    }
    while (wp_cell_next_item(&at, &item, &length, separators)) {
        const char *name = wp_reading_copy_part(reading, item, length);
        if (name == NULL)
            return (struct wp_list){0};
        match = wp_reference_find(reading, table, name, &objects[count]);
        wp_reference_report(file, file->field_of[column], table, match, name);
        count += match == WP_MATCH_ONE;
    }
    return as_set(objects, count);
}

/* Number of the weekday that begins a folded word, from 0, or -1; *length becomes that of its name. */
static int weekday(const char *word, size_t *length) {
    static const char *const names[5][4] = {{"monday", "maandag", "mo", "ma"},
                                            {"tuesday", "dinsdag", "tu", "di"},
                                            {"wednesday", "woensdag", "we", "wo"},
                                            {"thursday", "donderdag", "th", "do"},
                                            {"friday", "vrijdag", "fr", "vr"}};
    for (int day = 0; day < 5; day++)
        for (int k = 0; k < 4; k++) {
            *length = strlen(names[day][k]);
            if (strncmp(word, names[day][k], *length) == 0)
                return day;
        }
    return -1;
}

/* The next item as a folded word of at most 15 bytes ("" if longer). */
static bool next_word(const char **at, char word[16]) {
    const char *item;
    size_t length;
    if (!wp_cell_next_item(at, &item, &length, "|;,/ \t\n"))
        return false;
    char copy[16] = "";
    if (length < sizeof copy)
        memcpy(copy, item, length);
    wp_fold(copy, word);
    return true;
}

uint8_t wp_cell_weekdays(struct wp_table_file *file, int column) {
    const char *at = wp_cell_text(file, column);
    char word[16];
    unsigned days = 0;
    while (next_word(&at, word)) {
        size_t length;
        int day = weekday(word, &length);
        if (day < 0 || word[length] != '\0') {
            wp_cell_error(file, column, "must be weekdays: mo tu we th fr, or ma di wo do vr");
            return 0;
        }
        days |= 1u << day;
    }
    return (uint8_t)days;
}

uint32_t wp_cell_slots(struct wp_table_file *file, int column) {
    const char *at = wp_cell_text(file, column);
    char word[16];
    uint32_t slots = 0;
    while (next_word(&at, word)) {
        size_t length;
        int day = weekday(word, &length);
        if (day < 0 || word[length] < '1' || word[length] > '4' || word[length + 1] != '\0') {
            wp_cell_error(file, column, "must be slots: a weekday and a number from 1 to 4, such as mo1|we3");
            return 0;
        }
        slots |= 1u << (WP_DAY_SLOTS * (unsigned)day + (unsigned)(word[length] - '1'));
    }
    return slots;
}

uint32_t wp_slots_meant(uint32_t slots, uint8_t days) {
    if (slots != 0 || days == 0)
        return slots != 0 ? slots : WP_ALL_SLOTS;
    for (int day = 0; day < 5; day++)
        if (((unsigned)days >> day & 1u) != 0)
            slots |= ((1u << WP_DAY_SLOTS) - 1) << (WP_DAY_SLOTS * (unsigned)day);
    return slots;
}
