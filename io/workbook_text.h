/* workbook_text.h: texts as a workbook takes them. */
#ifndef WP_WORKBOOK_TEXT_H
#define WP_WORKBOOK_TEXT_H

#include <stddef.h>

/* What a cell and the name of a sheet can hold, in units of UTF-16, as Excel counts. */
#define WP_CELL_LETTERS       32767
#define WP_SHEET_NAME_LETTERS 31

/* The text of a cell: bytes that are no UTF-8 and characters that XML forbids become U+FFFD, line breaks are
 * LF, what Excel would take for an escaped character ("_x0041_") is escaped itself, and what is too long ends
 * in "…". The caller frees it; NULL when memory runs out. */
char *wp_workbook_cell_text(const char *text);

/* The name of a sheet: as that of a cell, without the characters that Excel forbids there, at most 31 long.
 * Returns buffer. */
#define WP_SHEET_NAME (4 * WP_SHEET_NAME_LETTERS + 1)
const char *wp_workbook_sheet_name(const char *text, char buffer[WP_SHEET_NAME]);

/* Columns of a fixed-width font that the longest line of the text takes, about. */
size_t wp_workbook_text_width(const char *text);
/* The same of its longest word. */
size_t wp_workbook_word_width(const char *text);
/* Lines that it takes where it breaks between words. */
size_t wp_workbook_text_lines(const char *text, size_t width);

#endif
