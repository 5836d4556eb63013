/* circles.c: circles are words; those of the districts are the ones that are known. */
#include "readers.h"

#include "cells.h"
#include "suggest.h"
#include <string.h>

/* Has some district this circle (any: has some district a circle)? */
static bool is_known(const struct wp_round *round, int circle, bool any) {
    for (int k = 0; k < round->district_count; k++)
        if (any ? round->districts[k].circle >= 0 : round->districts[k].circle == circle)
            return true;
    return false;
}

static void check(struct wp_table_file *file, int column, int circle) {
    struct wp_reading *reading = file->reading;
    const struct wp_round *round = reading->round;
    if (circle < 0 || is_known(round, circle, false) || !is_known(round, circle, true) ||
        reading->in_doubt[WP_DISTRICTS])
        return;
    const char **candidates = wp_reading_alloc(reading, (size_t)round->district_count, sizeof *candidates);
    if (candidates == NULL)
        return;
    for (int k = 0; k < round->district_count; k++)
        candidates[k] = wp_round_text(round, round->districts[k].circle);
    const char *name = wp_round_text(round, circle);
    const char *near = wp_suggest(name, candidates, (size_t)round->district_count);
    bool whole = strcmp(name, wp_cell_text(file, column)) == 0;
    char excerpt[WP_TABLE_EXCERPT];
    wp_table_excerpt(name, excerpt);
    if (whole && near != NULL)
        wp_table_notice(file, file->field_of[column], "is no district's circle; did you mean %s?", near);
    else if (whole)
        wp_table_notice(file, file->field_of[column], "is no district's circle");
    else if (near != NULL)
        wp_table_notice(file, file->field_of[column],
                        "names \"%s\", which is no district's circle; did you mean %s?", excerpt, near);
    else
        wp_table_notice(file, file->field_of[column], "names \"%s\", which is no district's circle", excerpt);
}

int wp_circle_word(struct wp_table_file *file, int column) {
    int circle = wp_cell_word(file, column);
    check(file, column, circle);
    return circle;
}

struct wp_list wp_circle_words(struct wp_table_file *file, int column) {
    struct wp_list list = {0};
    if (wp_cell_blank(file, column))
        return list;
    /* "Zorg, Welzijn en Wonen" may be one circle's name. */
    int *whole = wp_reading_alloc(file->reading, 1, sizeof *whole);
    if (whole == NULL)
        return list;
    *whole = wp_cell_word(file, column);
    if (is_known(file->reading->round, *whole, false))
        return (struct wp_list){.items = whole, .count = 1};
    list = wp_cell_words(file, column);
    for (int k = 0; k < list.count; k++)
        check(file, column, list.items[k]);
    return list;
}
