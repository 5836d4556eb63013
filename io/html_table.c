/* html_table.c: tables of a page: captioned, with headings for each column and row. */
#include "html.h"

static const char *class_of(enum wp_html_kind kind) {
    return kind == WP_HTML_NUMBER ? " class=\"number\"" : "";
}

/* The frame scrolls where the table is wider than the page, also by the keyboard. */
void wp_html_table(struct wp_html *html, bool filter, const char *caption) {
    wp_html_raw(html, "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-label=\"");
    wp_html_text(html, "%s", caption);
    wp_html_raw(html, "\">\n<table%s>\n<caption>", filter ? " data-filter" : "");
    wp_html_text(html, "%s", caption);
    wp_html_raw(html, "</caption>\n<thead>\n<tr>");
}

void wp_html_column(struct wp_html *html, enum wp_html_kind kind, const char *heading) {
    wp_html_raw(html, "<th scope=\"col\"%s>", class_of(kind));
    wp_html_text(html, "%s", heading);
    wp_html_raw(html, "</th>");
}

void wp_html_table_rows(struct wp_html *html) {
    wp_html_raw(html, "</tr>\n</thead>\n<tbody>\n");
}

void wp_html_table_end(struct wp_html *html) {
    wp_html_raw(html, "</tbody>\n</table>\n</div>\n");
}

void wp_html_row(struct wp_html *html) {
    wp_html_raw(html, "<tr>");
}

void wp_html_row_end(struct wp_html *html) {
    wp_html_raw(html, "</tr>\n");
}

void wp_html_row_heading(struct wp_html *html) {
    wp_html_raw(html, "<th scope=\"row\">");
}

void wp_html_row_heading_end(struct wp_html *html) {
    wp_html_raw(html, "</th>");
}

void wp_html_cell(struct wp_html *html, enum wp_html_kind kind) {
    wp_html_raw(html, "<td%s>", class_of(kind));
}

void wp_html_cell_end(struct wp_html *html) {
    wp_html_raw(html, "</td>");
}

void wp_html_cell_text(struct wp_html *html, const char *text) {
    wp_html_cell(html, WP_HTML_WORDS);
    wp_html_text(html, "%s", text);
    wp_html_cell_end(html);
}

void wp_html_cell_name(struct wp_html *html, const char *name) {
    wp_html_cell(html, WP_HTML_WORDS);
    if (*name)
        wp_html_name(html, name);
    wp_html_cell_end(html);
}

void wp_html_cell_number(struct wp_html *html, int64_t number, int decimals) {
    char text[WP_NUMBER_TEXT];
    wp_html_cell(html, WP_HTML_NUMBER);
    wp_html_text(html, "%s", wp_number_text(number, decimals, false, text));
    wp_html_cell_end(html);
}
