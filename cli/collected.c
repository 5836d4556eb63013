/* collected.c: what is wrong with the input of many runs that share files, each line once. */
#define _GNU_SOURCE /* tdestroy */
#include "collected.h"
#include <search.h>
#include <stdlib.h>
#include <string.h>

/* A line that was seen; its strings follow it in memory. */
struct line {
    enum wp_severity severity;
    struct wp_location where;
    const char *message;
};

static int by_content(const void *left, const void *right) {
    const struct line *one = left, *other = right;
    int order = strcmp(one->where.path, other->where.path);
    if (order == 0)
        order = (one->where.line > other->where.line) - (one->where.line < other->where.line);
    if (order == 0)
        order = (one->where.column > other->where.column) - (one->where.column < other->where.column);
    if (order == 0)
        order = (int)one->severity - (int)other->severity;
    return order != 0 ? order : strcmp(one->message, other->message);
}

static struct line *copy_line(const struct wp_diagnostic *item) {
    const char *path = item->location.path != NULL ? item->location.path : "";
    size_t path_size = strlen(path) + 1, message_size = strlen(item->message) + 1;
    struct line *line = malloc(sizeof *line + path_size + message_size);
    if (line == NULL)
        return NULL;
    char *strings = (char *)(line + 1);
    memcpy(strings, path, path_size);
    memcpy(strings + path_size, item->message, message_size);
    *line = (struct line){item->severity, item->location, strings + path_size};
    line->where.path = strings;
    return line;
}

static int take(struct wp_collected *collected, const struct wp_diagnostic *item, struct wp_error *error) {
    struct line *line = copy_line(item);
    struct line **found = line != NULL ? tsearch(line, &collected->seen, by_content) : NULL;
    if (found == NULL) {
        free(line);
        return wp_error_memory(error);
    }
    if (*found != line) {
        free(line);
        return 0;
    }
    if (line->severity == WP_ERROR)
        wp_diagnostics_error(&collected->lines, line->where, "%s", line->message);
    else
        wp_diagnostics_notice(&collected->lines, line->where, "%s", line->message);
    return 0;
}

int wp_collect(struct wp_collected *collected, struct wp_diagnostics *diagnostics, struct wp_error *error) {
    /* Those that were only counted may be ones that another run tells of. */
    size_t more = diagnostics->errors;
    int code = 0;
    for (size_t i = 0; i < diagnostics->count && code == 0; i++) {
        code = take(collected, &diagnostics->items[i], error);
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
    tdestroy(collected->seen, free);
    collected->seen = NULL;
}
