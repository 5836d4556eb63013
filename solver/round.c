/* round.c: the round's memory, its words, and finding its objects by id. */
#include "round.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* uthash then leaves an element without a table instead of ending the program. */
#define HASH_NONFATAL_OOM 1
#include <uthash.h>

struct word {
    int number;
    const char *text; /* in the round's arena, as the struct itself */
    UT_hash_handle hh;
};

struct wp_words {
    struct word *by_text;
    const char **texts;
    int count, capacity;
};

int wp_round_new(const struct wp_settings *settings, struct wp_round **out, struct wp_error *error) {
    struct wp_round *round = calloc(1, sizeof *round);

    *out = NULL;
    if (!round)
        return wp_error_memory(error);
    round->settings = settings;
    round->arena = wp_arena_new();
    round->words = calloc(1, sizeof *round->words);
    if (!round->arena || !round->words) {
        wp_round_free(round);
        return wp_error_memory(error);
    }
    *out = round;
    return 0;
}

void wp_round_free(struct wp_round *round) {
    if (!round)
        return;
    if (round->words) {
        HASH_CLEAR(hh, round->words->by_text);
        free(round->words->texts);
        free(round->words);
    }
    wp_arena_free(round->arena);
    free(round);
}

static bool words_grow(struct wp_words *words) {
    int capacity;
    const char **texts;

    if (words->count < words->capacity)
        return true;
    if (words->capacity > INT32_MAX / 2)
        return false;
    capacity = words->capacity ? 2 * words->capacity : 64;
    texts = realloc(words->texts, (size_t)capacity * sizeof *texts);
    if (!texts)
        return false;
    words->texts = texts;
    words->capacity = capacity;
    return true;
}

int wp_round_word(struct wp_round *round, const char *text) {
    struct wp_words *words = round->words;
    struct word *word;
    size_t length = strlen(text);

    HASH_FIND(hh, words->by_text, text, length, word);
    if (word)
        return word->number;
    word = wp_arena_alloc(round->arena, 1, sizeof *word);
    if (!word || !words_grow(words))
        return -1;
    word->number = words->count;
    word->text = wp_arena_copy(round->arena, text, length);
    if (!word->text)
        return -1;
    HASH_ADD_KEYPTR(hh, words->by_text, word->text, length, word);
    if (!word->hh.tbl)
        return -1;
    words->texts[words->count++] = word->text;
    return word->number;
}

const char *wp_round_text(const struct wp_round *round, int word) {
    return word < 0 || word >= round->words->count ? "" : round->words->texts[word];
}

const char *wp_district_text(const struct wp_round *round, int district) {
    const struct wp_district *found = district < 0 ? NULL : &round->districts[district];

    if (!found)
        return "";
    return *found->name ? found->name : found->id;
}

int wp_round_word_count(const struct wp_round *round) {
    return round->words->count;
}

/* The table's array as bytes, its length and the size of one object. Every object begins with its id. */
static const char *objects_of(const struct wp_round *round, enum wp_table table, int *count, size_t *size) {
    switch (table) {
    case WP_DISTRICTS:
        *count = round->district_count;
        *size = sizeof *round->districts;
        return (const char *)round->districts;
    case WP_ORGANISATIONS:
        *count = round->organisation_count;
        *size = sizeof *round->organisations;
        return (const char *)round->organisations;
    case WP_LECTURERS:
        *count = round->lecturer_count;
        *size = sizeof *round->lecturers;
        return (const char *)round->lecturers;
    case WP_PROJECTS:
        *count = round->project_count;
        *size = sizeof *round->projects;
        return (const char *)round->projects;
    case WP_STUDENTS:
        *count = round->student_count;
        *size = sizeof *round->students;
        return (const char *)round->students;
    default:
        *count = 0;
        *size = 0;
        return NULL;
    }
}

static const char *id_of(const void *object) {
    return *(const char *const *)object;
}

static int compare_id(const void *key, const void *object) {
    return strcmp(key, id_of(object));
}

int wp_round_find(const struct wp_round *round, enum wp_table table, const char *id) {
    int count;
    size_t size;
    const char *objects = objects_of(round, table, &count, &size);
    const char *found = NULL;

    if (count > 0)
        found = bsearch(id, objects, (size_t)count, size, compare_id);
    return found ? (int)((size_t)(found - objects) / size) : -1;
}

const char *wp_round_id(const struct wp_round *round, enum wp_table table, int index) {
    int count;
    size_t size;
    const char *objects = objects_of(round, table, &count, &size);

    return index < 0 || index >= count ? "" : id_of(objects + (size_t)index * size);
}

bool wp_list_has(struct wp_list list, int item) {
    for (int i = 0; i < list.count; i++) {
        if (list.items[i] == item)
            return true;
    }
    return false;
}

const char *wp_load_text(int load, char buffer[WP_LOAD_TEXT]) {
    long value = load;
    const char *sign = value < 0 ? "-" : "";
    long whole, part;

    value = value < 0 ? -value : value;
    whole = value / WP_LOAD_UNIT;
    part = value % WP_LOAD_UNIT;
    if (part == 0)
        snprintf(buffer, WP_LOAD_TEXT, "%s%ld", sign, whole);
    else if (part % 10 == 0)
        snprintf(buffer, WP_LOAD_TEXT, "%s%ld.%ld", sign, whole, part / 10);
    else
        snprintf(buffer, WP_LOAD_TEXT, "%s%ld.%02ld", sign, whole, part);
    return buffer;
}

const char *wp_slot_name(int slot) {
    static const char *const names[WP_SLOT_COUNT] = {"mo1", "mo2", "mo3", "mo4", "tu1", "tu2", "tu3",
                                                     "tu4", "we1", "we2", "we3", "we4", "th1", "th2",
                                                     "th3", "th4", "fr1", "fr2", "fr3", "fr4"};

    return slot < 0 ? "" : names[slot];
}
