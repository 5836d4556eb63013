/* html.h: the building blocks of a page: one file that needs no network and no script, in the language in
 * use, light or dark as the reader's system is, and fit for A4.
 *
 * Text that is not markup goes through these functions, which make it harmless: HTML's own signs are escaped,
 * control characters and bytes that are no UTF-8 become U+FFFD. */
#ifndef WP_HTML_H
#define WP_HTML_H

#include "error.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A page that is being written. */
struct wp_html {
    FILE *stream;                      /* whose errors the caller looks for */
    bool out_of_memory;                /* some text is missing */
    int pictures;                      /* so far: svg.h */
    struct wp_html_contents *contents; /* while a list of contents is made, else NULL */
    bool letter;                       /* begun by wp_html_begin_letter */
};

/* Up to <main> and the heading of the page; then </main> to the end. wp_html_end fails where memory ran out
 * on the way. */
void wp_html_begin(struct wp_html *html, FILE *stream, const char *title);
/* The same for a letter, of which there are many: headings, paragraphs, lists, and no script. */
void wp_html_begin_letter(struct wp_html *html, FILE *stream, const char *title);
int wp_html_end(struct wp_html *html, struct wp_error *error);

/* Markup as it stands: nothing that comes from outside the program. */
void wp_html_raw(struct wp_html *html, const char *format, ...) WP_PRINTF(2, 3);
/* Text, also within an attribute's quotes. */
void wp_html_text(struct wp_html *html, const char *format, ...) WP_PRINTF(2, 3);
void wp_html_paragraph(struct wp_html *html, const char *format, ...) WP_PRINTF(2, 3);
/* Somebody's name or words of their own: whatever script they are in, what stands around keeps its order. */
void wp_html_name(struct wp_html *html, const char *name);

/* A part of the page, with a heading (2 or 3) that can be linked to; id is one of the program's, "" for none.
 */
void wp_html_section(struct wp_html *html, int level, const char *id, const char *format, ...)
    WP_PRINTF(4, 5);
void wp_html_section_end(struct wp_html *html);

/* A list of contents: a link to each section of level 2 with an id that is written before the end of the
 * contents, where the list and these sections come out. */
void wp_html_contents(struct wp_html *html);
void wp_html_contents_end(struct wp_html *html);
/* Where the links are written; NULL where no list is made. */
FILE *wp_html_contents_links(const struct wp_html *html);

/* Figures at a glance, each with what it is: "42 of 44", "students are placed". */
void wp_html_facts(struct wp_html *html);
void wp_html_fact(struct wp_html *html, const char *figure, const char *words);
void wp_html_fact_of(struct wp_html *html, int part, int whole, const char *words);
void wp_html_facts_end(struct wp_html *html);

/* What a column holds: how it is aligned and sorted. */
enum wp_html_kind { WP_HTML_WORDS, WP_HTML_NUMBER };

/* A table: its caption, its columns' headings, its rows. It scrolls by itself where it is wider than the
 * page. Where scripts are allowed its columns sort; `filter` says that it is long, and gets a field to search
 * in. */
void wp_html_table(struct wp_html *html, bool filter, const char *caption);
void wp_html_column(struct wp_html *html, enum wp_html_kind kind, const char *heading);
void wp_html_table_rows(struct wp_html *html); /* the headings are done */
void wp_html_table_end(struct wp_html *html);

void wp_html_row(struct wp_html *html);
void wp_html_row_end(struct wp_html *html);
/* The row's own heading, between the two: what it is about. */
void wp_html_row_heading(struct wp_html *html);
void wp_html_row_heading_end(struct wp_html *html);
/* A cell with more than text, between the two. */
void wp_html_cell(struct wp_html *html, enum wp_html_kind kind);
void wp_html_cell_end(struct wp_html *html);
void wp_html_cell_text(struct wp_html *html, const char *text);
void wp_html_cell_name(struct wp_html *html, const char *name);
void wp_html_cell_number(struct wp_html *html, int64_t number, int decimals);

#define WP_NUMBER_TEXT 32

/* A number / 10^decimals (0 to 2) for people: the sign of decimals of the language, and a true minus. With
 * `sign`, also a plus. Returns buffer. */
const char *wp_number_text(int64_t number, int decimals, bool sign, char buffer[WP_NUMBER_TEXT]);
/* Hundredths, such as a load, with no more decimals than they need: "1", "0.5". Returns buffer. */
const char *wp_hundredths_text(int64_t hundredths, char buffer[WP_NUMBER_TEXT]);

#endif
