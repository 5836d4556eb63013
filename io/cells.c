/* cells.c: texts, numbers, days and values of an enumeration. */
#include "cells.h"

#include "dates.h"
#include "decimal.h"
#include "fold.h"
#include "language.h"
#include "references.h"
#include "suggest.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *wp_cell_text(const struct wp_table_file *file, int column) {
    return wp_table_cell(file, file->field_of[column]);
}

const char *wp_cell_keep(struct wp_table_file *file, int column) {
    return wp_reading_copy(file->reading, wp_cell_text(file, column));
}

bool wp_cell_blank(const struct wp_table_file *file, int column) {
    return wp_cell_text(file, column)[0] == '\0';
}

void wp_cell_error(struct wp_table_file *file, int column, const char *format, ...) {
    char text[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, _(format), arguments);
    va_end(arguments);
    wp_table_error(file, file->field_of[column], "%s", text);
}

const char *wp_cell_set_in(const struct wp_table_file *file, int column, int third,
                           char buffer[WP_CELL_SET_IN]) {
    int field = file->field_of[column];
    buffer[0] = '\0';
    if (third >= 0 && !wp_table_is_set(file, field))
        field = file->field_of[third];
    if (wp_table_is_set(file, field)) {
        struct wp_location at = wp_table_cell_at(file, field);
        snprintf(buffer, WP_CELL_SET_IN, _(", set in %s:%ld"), at.path, at.line);
        wp_error_trim(buffer);
    }
    return buffer;
}

const char *wp_cell_id(struct wp_table_file *file, int column) {
    const char *id = wp_reference_id(wp_cell_text(file, column));
    if (wp_cell_blank(file, column)) {
        wp_cell_error(file, column, "is empty, but every row needs it");
        return NULL;
    }
    if (id[0] == '\0') {
        wp_cell_error(file, column, "is no id");
        return NULL;
    }
    for (const char *at = id; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F) {
            wp_cell_error(file, column, "holds a line break or another control character");
            return NULL;
        }
    return wp_reading_copy(file->reading, id);
}

int wp_cell_word(struct wp_table_file *file, int column) {
    return wp_reading_word(file->reading, wp_cell_text(file, column));
}

/* Digits alone, perhaps with a minus; at most nine, so that they fit. */
static bool parse_integer(const char *text, int *out) {
    bool negative = *text == '-';
    text += negative;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 9 || text[digits] != '\0')
        return false;
    int value = 0;
    for (; *text != '\0'; text++)
        value = value * 10 + (*text - '0');
    *out = negative ? -value : value;
    return true;
}

bool wp_cell_integer(struct wp_table_file *file, int column, int least, int most, int *value) {
    const char *text = wp_cell_text(file, column);
    int number;
    if (text[0] == '\0')
        return true;
    if (!parse_integer(text, &number) || number < least || number > most) {
        wp_cell_error(file, column, "must be a whole number from %d to %d", least, most);
        return false;
    }
    *value = number;
    return true;
}

bool wp_cell_load(struct wp_table_file *file, int column, int least, int most, int *value) {
    const char *text = wp_cell_text(file, column);
    int64_t mantissa;
    int decimals;
    if (text[0] == '\0')
        return true;
    bool number = wp_decimal_parse(text, &mantissa, &decimals) && decimals <= 2;
    for (; number && decimals < 2; decimals++)
        mantissa *= 10;
    if (!number || mantissa < least || mantissa > most) {
        char from[WP_LOAD_TEXT], to[WP_LOAD_TEXT];
        wp_load_text(least, from);
        wp_load_text(most, to);
        wp_cell_error(file, column, "must be a number from %s to %s with at most two decimals",
                      wp_decimal_words(from), wp_decimal_words(to));
        return false;
    }
    *value = (int)mantissa;
    return true;
}

/* Maps give more decimals than a whole number holds. */
static bool read_degrees(struct wp_table_file *file, int column, int limit, double *out) {
    char text[64] = "", *end = text;
    const char *cell = wp_cell_text(file, column);
    if (strlen(cell) < sizeof text && cell[strspn(cell, "-0123456789.,")] == '\0')
        snprintf(text, sizeof text, "%s", cell);
    char *comma = strchr(text, ',');
    if (comma)
        *comma = '.';
    double degrees = strtod(text, &end);
    bool number = end > text && *end == '\0';
    if (!number || degrees < -limit || degrees > limit) {
        wp_cell_error(file, column, "must be degrees from -%d to %d, such as 51.9851 or 51,9851", limit,
                      limit);
        return false;
    }
    *out = degrees;
    return true;
}

struct wp_position wp_cell_position(struct wp_table_file *file, int latitude, int longitude) {
    struct wp_position position = {0};
    bool no_latitude = wp_cell_blank(file, latitude), no_longitude = wp_cell_blank(file, longitude);
    if (no_latitude && no_longitude)
        return position;
    if (no_latitude != no_longitude) {
        int given = no_latitude ? longitude : latitude, lacking = no_latitude ? latitude : longitude;
        wp_cell_error(file, given, "needs a %s beside it", file->kind->headers[lacking].name);
        return position;
    }
    bool both = read_degrees(file, latitude, 90, &position.latitude);
    both = read_degrees(file, longitude, 180, &position.longitude) && both;
    position.known = both;
    return both ? position : (struct wp_position){0};
}

bool wp_cell_day(struct wp_table_file *file, int column, wp_day *value) {
    const char *text = wp_cell_text(file, column);
    if (text[0] == '\0' || wp_date_parse(text, value))
        return true;
    wp_cell_error(file, column, "is no date; write 2026-09-01 or 1-9-2026 (day first)");
    return false;
}

bool wp_cell_value(struct wp_table_file *file, int column, const struct wp_value *values, size_t count,
                   int *value) {
    const char *text = wp_cell_text(file, column);
    const char *words[16];
    char folded[64] = "", list[300] = "";
    size_t length = 0;
    if (text[0] == '\0')
        return true;
    if (strlen(text) < sizeof folded)
        wp_fold(text, folded);
    for (size_t k = 0; k < count; k++) {
        if (strcmp(values[k].word, folded) == 0) {
            *value = values[k].value;
            return true;
        }
        words[k] = values[k].word;
        const char *before = k == 0 ? "" : k + 1 == count ? _(" or ") : ", ";
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", before, words[k]);
        length = length < sizeof list ? length : sizeof list - 1;
    }
    const char *near = wp_suggest(folded, words, count);
    if (near != NULL)
        wp_cell_error(file, column, "must be %s; did you mean %s?", list, near);
    else
        wp_cell_error(file, column, "must be %s", list);
    return false;
}
