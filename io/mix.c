/* mix.c: the cell `mix` of projects.csv. */
#include "mix.h"

#include "cells.h"
#include "translate.h"
#include <string.h>

static void skip_blanks(const char **at, const char *end) {
    while (*at < end && **at == ' ')
        ++*at;
}

/* Reads digits and steps over them and the blanks around them; false if there are none or too many. */
static bool read_heads(const char **at, const char *end, int *heads) {
    size_t digits = 0;
    skip_blanks(at, end);
    for (*heads = 0; *at < end && **at >= '0' && **at <= '9'; ++*at) {
        *heads = *heads * 10 + (**at - '0');
        if (++digits > 6)
            return false;
    }
    skip_blanks(at, end);
    return digits > 0;
}

/* "1-3", "1-" or "2" after the programme's colon. */
static bool read_range(const char *at, const char *end, struct wp_mix_part *part) {
    if (!read_heads(&at, end, &part->minimum))
        return false;
    part->maximum = part->minimum;
    if (at < end && *at == '-') {
        at++;
        part->maximum = WP_UNLIMITED;
        if (at < end && !read_heads(&at, end, &part->maximum))
            return false;
    }
    return at == end;
}

static const char *const malformed =
    N_("is no mix; write programmes with their numbers, such as SW:1-3|NUR:1-, or 2+");

/* "2+": students of at least two programmes. Returns what is wrong, or NULL. */
static const char *read_programmes(const char *item, const char *end, struct wp_project *project) {
    const char *at = item;
    int least;
    if (!read_heads(&at, end - 1, &least) || at != end - 1)
        return malformed;
    if (least == 0)
        return N_("asks students of at least 0 programmes; leave that out, or ask at least one, as 1+ does");
    if (project->mix_programmes > 0)
        return N_("says twice how many programmes there must be at least; say it once, as 2+ does");
    project->mix_programmes = least;
    return NULL;
}

/* One item: "SW:1-3", or "2+". Returns what is wrong, or NULL. */
static const char *read_part(struct wp_reading *reading, const char *item, size_t length,
                             struct wp_project *project, struct wp_mix_part *parts) {
    const char *end = item + length, *colon = end;
    if (length > 1 && end[-1] == '+')
        return read_programmes(item, end, project);
    while (colon > item && *colon != ':')
        colon--;
    char *programme = wp_reading_copy_part(reading, item, (size_t)(colon - item));
    if (colon == item || programme == NULL)
        return malformed;
    for (size_t last = (size_t)(colon - item); last > 0 && programme[last - 1] == ' '; last--)
        programme[last - 1] = '\0';
    struct wp_mix_part *part = &parts[project->mix.count];
    part->programme = wp_reading_word(reading, programme);
    if (!read_range(colon + 1, end, part))
        return malformed;
    if (part->minimum > part->maximum)
        return N_("has the larger number of students first; write the least and then the most, as in SW:1-3");
    for (int k = 0; k < project->mix.count; k++)
        if (parts[k].programme == part->programme)
            return N_("names a programme twice; write it once, with the least and the most, as in SW:1-3");
    project->mix.count++;
    return NULL;
}

void wp_mix_read(struct wp_table_file *file, int column, struct wp_project *project) {
    const char *at = wp_cell_text(file, column), *separators = wp_cell_separators(at), *item;
    size_t length;
    if (at[0] == '\0')
        return;
    struct wp_mix_part *parts = wp_reading_alloc(file->reading, strlen(at), sizeof *parts);
    if (parts == NULL)
        return;
    project->mix.items = parts;
    while (wp_cell_next_item(&at, &item, &length, separators)) {
        const char *wrong = read_part(file->reading, item, length, project, parts);
        if (wrong != NULL) {
            wp_cell_error(file, column, "%s", _(wrong));
            return;
        }
    }
}
