/* collected.c: what is wrong with the input of many runs that share files, each line once. */
#include "collected.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A line that was seen; its strings follow it in memory. */
struct wp_seen_line {
    enum wp_severity severity;
    struct wp_location where;
    const char *message;
};

static int compare(const struct wp_seen_line *one, const struct wp_seen_line *other) {
    int order = strcmp(one->where.path, other->where.path);
    if (order == 0)
        order = (one->where.line > other->where.line) - (one->where.line < other->where.line);
    if (order == 0)
        order = (one->where.column > other->where.column) - (one->where.column < other->where.column);
    if (order == 0)
        order = (int)one->severity - (int)other->severity;
    return order != 0 ? order : strcmp(one->message, other->message);
}

static struct wp_seen_line *copy_line(const struct wp_diagnostic *item) {
    const char *path = item->location.path != NULL ? item->location.path : "";
    size_t path_size = strlen(path) + 1, message_size = strlen(item->message) + 1;
    struct wp_seen_line *line = malloc(sizeof *line + path_size + message_size);
    if (line == NULL)
        return NULL;
    char *strings = (char *)(line + 1);
    memcpy(strings, path, path_size);
    memcpy(strings + path_size, item->message, message_size);
    *line = (struct wp_seen_line){item->severity, item->location, strings + path_size};
    line->where.path = strings;
    return line;
}

/* Puts the line in its place. Returns 1; 0 if it was seen before; WP_INTERNAL when memory runs out. */
static int insert(struct wp_collected *collected, struct wp_seen_line *line) {
    size_t low = 0, high = collected->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(collected->seen[middle], line);
        if (order == 0)
            return 0;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (collected->count == collected->capacity) {
        size_t capacity = collected->capacity > 0 ? 2 * collected->capacity : 64;
        struct wp_seen_line **seen = realloc(collected->seen, capacity * sizeof *seen);
        if (seen == NULL)
            return WP_INTERNAL;
        collected->seen = seen;
        collected->capacity = capacity;
    }
    memmove(&collected->seen[low + 1], &collected->seen[low],
            (collected->count - low) * sizeof *collected->seen);
    collected->seen[low] = line;
    collected->count++;
    return 1;
}

/* " (in the run NAME)" behind what is wrong because of a scenario, but not in its file. */
static void tell(struct wp_collected *collected, const struct wp_seen_line *line, const char *run,
                 const char *file) {
    bool elsewhere = run != NULL && strcmp(line->where.path, file) != 0;
    if (line->severity == WP_ERROR && elsewhere)
        wp_diagnostics_error(&collected->lines, line->where, "%s (in the run %s)", line->message, run);
    else if (line->severity == WP_ERROR)
        wp_diagnostics_error(&collected->lines, line->where, "%s", line->message);
    else if (elsewhere)
        wp_diagnostics_notice(&collected->lines, line->where, "%s (in the run %s)", line->message, run);
    else
        wp_diagnostics_notice(&collected->lines, line->where, "%s", line->message);
}

/* Returns 0, or WP_INTERNAL when memory runs out. */
static int take(struct wp_collected *collected, const struct wp_diagnostic *item, const char *run,
                const char *file, struct wp_error *error) {
    struct wp_seen_line *line = copy_line(item);
    int inserted = line != NULL ? insert(collected, line) : WP_INTERNAL;
    if (inserted <= 0) {
        free(line);
        return inserted == 0 ? 0 : wp_error_memory(error);
    }
    tell(collected, line, run, file);
    return 0;
}

int wp_collect(struct wp_collected *collected, struct wp_diagnostics *diagnostics, const char *run,
               const char *file, struct wp_error *error) {
    /* Those that were only counted may be ones that another run tells of. */
    size_t more = diagnostics->errors;
    int code = 0;
    for (size_t i = 0; i < diagnostics->count && code == 0; i++) {
        code = take(collected, &diagnostics->items[i], run, file, error);
        if (diagnostics->items[i].severity == WP_ERROR)
            more--;
    }
    if (collected->lines.errors < WP_MAX_ERRORS + more && more > 0)
        collected->lines.errors = WP_MAX_ERRORS + more;
    wp_diagnostics_clear(diagnostics);
    return code;
}

void wp_collected_clear(struct wp_collected *collected) {
    wp_diagnostics_clear(&collected->lines);
    for (size_t i = 0; i < collected->count; i++)
        free(collected->seen[i]);
    free(collected->seen);
    *collected = (struct wp_collected){0};
}
