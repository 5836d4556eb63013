/* cells.h: cells as values. Columns are named by their place in the kind's headers. A column that the file
 * does not have reads as blank. What is wrong is reported, and the value is then as if the cell were blank.
 */
#ifndef WP_CELLS_H
#define WP_CELLS_H

#include "table.h"

/* The cell as it stands. wp_cell_keep copies it into the round's arena. */
const char *wp_cell_text(const struct wp_table_file *file, int column);
const char *wp_cell_keep(struct wp_table_file *file, int column);
bool wp_cell_blank(const struct wp_table_file *file, int column);

/* Reports an error about the cell. */
void wp_cell_error(struct wp_table_file *file, int column, const char *format, ...) WP_PRINTF(3, 4);

/* For a message about one cell of the row that depends on another: ", set in s.ini:5" where a scenario or
 * --set wrote that one, or else a third one (-1 if there is none); else "". Returns buffer. */
#define WP_CELL_SET_IN 320
const char *wp_cell_set_in(const struct wp_table_file *file, int column, int third,
                           char buffer[WP_CELL_SET_IN]);

/* The row's own id, kept; NULL, reported, where it is blank or holds control characters. */
const char *wp_cell_id(struct wp_table_file *file, int column);

/* The cell as a word, or -1. */
int wp_cell_word(struct wp_table_file *file, int column);
/* The words of a list. */
struct wp_list wp_cell_words(struct wp_table_file *file, int column);

/* Steps through the items of a list: those between `|`, or, where there is none, between `;` and `,`. Empty
 * items are left out. Start with *at at the text; false after the last. */
bool wp_cell_next_item(const char **at, const char **item, size_t *length, const char *separators);
const char *wp_cell_separators(const char *text);

/* A whole number. False, reported, where the cell holds none between least and most; *value stays where it is
 * blank or wrong. */
bool wp_cell_integer(struct wp_table_file *file, int column, int least, int most, int *value);
/* A number of at most two decimals, in hundredths; least and most are in hundredths too. */
bool wp_cell_load(struct wp_table_file *file, int column, int least, int most, int *value);
/* Both coordinates, or neither. */
struct wp_position wp_cell_position(struct wp_table_file *file, int latitude, int longitude);
bool wp_cell_day(struct wp_table_file *file, int column, wp_day *value);

/* One of several values, each with its Dutch and English words. */
struct wp_value {
    const char *word; /* folded */
    int value;
};
bool wp_cell_value(struct wp_table_file *file, int column, const struct wp_value *values, size_t count,
                   int *value);

/* Weekdays and slots as bits; 0 if blank. */
uint8_t wp_cell_weekdays(struct wp_table_file *file, int column);
uint32_t wp_cell_slots(struct wp_table_file *file, int column);
/* What slots a row means: those it names, else those of its days, else all. */
uint32_t wp_slots_meant(uint32_t slots, uint8_t days);

/* The object of another table, or -1. */
int wp_cell_reference(struct wp_table_file *file, int column, enum wp_table table);
/* The objects of a list, ascending, each once. The whole cell is tried as one name first. */
struct wp_list wp_cell_references(struct wp_table_file *file, int column, enum wp_table table);

#endif
