/* csv_write.c: CSV files, for machines (RFC 4180) and for people (Excel's habits). */
#include "csv_write.h"
#include "round.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct wp_csv_writer wp_csv_for_machines(FILE *stream) {
    return (struct wp_csv_writer){.stream = stream, .separator = ',', .decimal = '.', .line_end = "\n"};
}

struct wp_csv_writer wp_csv_for_people(FILE *stream, enum wp_csv_style style) {
    struct wp_csv_writer csv = {
        .stream = stream, .separator = ',', .decimal = '.', .line_end = "\r\n", .guarded = true};
    if (style == WP_CSV_PLAIN) {
        csv.line_end = "\n";
        return csv;
    }
    if (style == WP_CSV_EXCEL_NL) {
        csv.separator = ';';
        csv.decimal = ',';
    }
    fputs("\xEF\xBB\xBF", stream); /* without it Excel takes the file for Windows-1252 */
    return csv;
}

static void next_cell(struct wp_csv_writer *csv) {
    if (csv->in_row)
        fputc(csv->separator, csv->stream);
    csv->in_row = true;
}

/* Excel would take it for a formula; some control characters (C0, DEL, C1) it skips first, and of the four
 * signs it knows those as wide as a Japanese letter too. */
static bool runs_as_formula(const char *text) {
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    const unsigned char *byte = (const unsigned char *)text;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    if (byte[0] == 0xC2)
        return byte[1] >= 0x80 && byte[1] < 0xA0;
    return byte[0] && (byte[0] < ' ' || byte[0] == 0x7F || strchr("=+-@", byte[0]));
}

/* Blanks at the ends are kept by readers only inside quotes. */
static bool needs_quotes(const struct wp_csv_writer *csv, const char *text) {
    size_t length = strlen(text);
    if (length == 0)
        return false;
    const char specials[] = {csv->separator, '"', '\r', '\n', '\0'};
    return strpbrk(text, specials) || strchr(" \t", text[0]) || strchr(" \t", text[length - 1]);
}

void wp_csv_text(struct wp_csv_writer *csv, const char *text) {
    next_cell(csv);
    bool guard = csv->guarded && runs_as_formula(text);
    bool quote = needs_quotes(csv, text);
    if (quote)
        fputc('"', csv->stream);
    if (guard)
        fputc('\'', csv->stream);
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            fputc('"', csv->stream);
        fputc(*at, csv->stream);
    }
    if (quote)
        fputc('"', csv->stream);
}

void wp_csv_number(struct wp_csv_writer *csv, int64_t number) {
    next_cell(csv);
    fprintf(csv->stream, "%" PRId64, number);
}

void wp_csv_load(struct wp_csv_writer *csv, int load) {
    char text[WP_LOAD_TEXT];
    wp_load_text(load, text);
    char *point = strchr(text, '.');
    if (point)
        *point = csv->decimal;
    next_cell(csv);
    fputs(text, csv->stream);
}

void wp_csv_blank(struct wp_csv_writer *csv) {
    next_cell(csv);
}

void wp_csv_list_add(struct wp_csv_list *list, const char *text, const char *separator) {
    const char *between = list->length ? separator : "";
    size_t size = list->length + strlen(between) + strlen(text) + 1;
    if (size > list->capacity) {
        char *grown = realloc(list->text, 2 * size);
        if (!grown) {
            list->failed = true;
            return;
        }
        list->text = grown;
        list->capacity = 2 * size;
    }
    snprintf(list->text + list->length, list->capacity - list->length, "%s%s", between, text);
    list->length = size - 1;
}

int wp_csv_list_end(struct wp_csv_writer *csv, struct wp_csv_list *list) {
    int code = list->failed ? -1 : 0;
    wp_csv_text(csv, list->length ? list->text : "");
    free(list->text);
    *list = (struct wp_csv_list){0};
    return code;
}

void wp_csv_end_row(struct wp_csv_writer *csv) {
    fputs(csv->line_end, csv->stream);
    csv->in_row = false;
}

void wp_csv_header(struct wp_csv_writer *csv, const char *const *cells) {
    for (; *cells; cells++)
        wp_csv_text(csv, *cells);
    wp_csv_end_row(csv);
}
