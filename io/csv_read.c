/* csv_read.c: a strict layer over libcsv, which loses line numbers, lets quotes stay open and grows cells
 * without end. */
#include "csv_read.h"

#include "text.h"
#include <csv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* libcsv is fed at most this much at a time, so that a cell's length is checked before it grows far. */
#define PIECE 16384

/* A cell that has grown to this without an end is too long: libcsv keeps the quote and the blanks that may
 * end it, too. */
#define ENTRY_CAP (WP_CSV_MAX_CELL + PIECE)

/* What libcsv's callbacks see. */
struct parse {
    struct wp_csv *csv;
    struct wp_csv_row row; /* the row being read */
    long line;             /* the physical line being read */
    long cell_line;        /* where the cell being read began */
    int cells;             /* of the row, empty ones included */
    bool out_of_memory;
    bool too_long; /* a cell was, which has ended since */
};

static void end_cell(void *text, size_t length, void *context) {
    struct parse *parse = context;
    struct wp_csv *csv = parse->csv;
    parse->cells++;
    if (length > WP_CSV_MAX_CELL)
        parse->too_long = true;
    if (parse->out_of_memory || parse->too_long || parse->cells > WP_CSV_MAX_COLUMNS)
        return;
    void *cells = csv->cells;
    if (!wp_csv_make_room(&cells, csv->cell_count, 1, &csv->cell_capacity, sizeof *csv->cells)) {
        parse->out_of_memory = true;
        return;
    }
    csv->cells = cells;
    /* The pool has room: a cell has no more letters than the file has bytes for it, and its separator pays
     * the NUL. */
    char *copy = csv->letters + csv->letter_count;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    csv->letter_count += length + 1;
    csv->cells[csv->cell_count++] = (struct wp_csv_cell){.text = copy, .line = parse->cell_line};
    if (length > 0)
        parse->row.count = parse->cells;
    parse->cell_line = parse->line;
}

static void end_row(int ended_by, void *context) {
    (void)ended_by;
    struct parse *parse = context;
    struct wp_csv *csv = parse->csv;
    if (parse->out_of_memory || parse->too_long || parse->cells > WP_CSV_MAX_COLUMNS)
        return;
    csv->cell_count = parse->row.first + (size_t)parse->row.count;
    if (parse->row.count > 0) {
        void *rows = csv->rows;
        if (!wp_csv_make_room(&rows, csv->row_count, 1, &csv->row_capacity, sizeof *csv->rows)) {
            parse->out_of_memory = true;
            return;
        }
        csv->rows = rows;
        csv->rows[csv->row_count++] = parse->row;
    }
    parse->row = (struct wp_csv_row){.first = csv->cell_count, .line = parse->line + 1};
    parse->cells = 0;
    parse->cell_line = parse->line + 1;
}

static bool failed(const struct parse *parse, const struct csv_parser *parser) {
    return parse->out_of_memory || parse->too_long || parse->cells > WP_CSV_MAX_COLUMNS ||
           parser->entry_pos > ENTRY_CAP;
}

/* Says what is wrong where libcsv stopped, or where a limit was passed. */
static int complain(const struct parse *parse, const struct csv_parser *parser, struct wp_error *error) {
    int column = parse->cells + 1;
    if (parse->out_of_memory || parser->status == CSV_ENOMEM)
        return wp_error_memory(error);
    if (parse->cells > WP_CSV_MAX_COLUMNS)
        return wp_error_at(error, WP_INPUT, NULL, parse->row.line, 0, "the row has more than %d cells",
                           WP_CSV_MAX_COLUMNS);
    if (parse->too_long)
        return wp_error_at(error, WP_INPUT, NULL, parse->line, 0,
                           "a cell on this line is longer than %d bytes", WP_CSV_MAX_CELL);
    if (parser->entry_pos > ENTRY_CAP && parser->quoted)
        return wp_error_at(error, WP_INPUT, NULL, parse->cell_line, column,
                           "the cell is longer than %d bytes; is its closing quote missing?",
                           WP_CSV_MAX_CELL);
    if (parser->entry_pos > ENTRY_CAP)
        return wp_error_at(error, WP_INPUT, NULL, parse->cell_line, column,
                           "the cell is longer than %d bytes", WP_CSV_MAX_CELL);
    if (!parser->quoted)
        return wp_error_at(error, WP_INPUT, NULL, parse->line, column,
                           "a quote inside a cell that does not begin with one; "
                           "put the whole cell in quotes and double the quotes inside it");
    if (parse->cell_line != parse->line)
        return wp_error_at(error, WP_INPUT, NULL, parse->cell_line, column,
                           "the quote opened here is not closed properly: "
                           "text follows the next quote, on line %ld",
                           parse->line);
    return wp_error_at(error, WP_INPUT, NULL, parse->line, column,
                       "text after the closing quote; double the quotes inside a cell");
}

/* Feeds one physical line, its end as a single LF: then libcsv sees one line break for each, inside quotes
 * and outside. */
static int feed_line(struct parse *parse, struct csv_parser *parser, const char *line, size_t length,
                     bool ended, struct wp_error *error) {
    for (size_t at = 0; at < length; at += PIECE) {
        size_t piece = length - at < PIECE ? length - at : PIECE;
        size_t used = csv_parse(parser, line + at, piece, end_cell, end_row, parse);
        if (used != piece || failed(parse, parser))
            return complain(parse, parser, error);
    }
    size_t end_length = ended ? 1 : 0;
    if (csv_parse(parser, "\n", end_length, end_cell, end_row, parse) != end_length || failed(parse, parser))
        return complain(parse, parser, error);
    return 0;
}

static int feed(struct parse *parse, struct csv_parser *parser, const char *text, size_t length,
                struct wp_error *error) {
    while (length > 0) {
        size_t end_length;
        size_t line_length = wp_text_line(text, length, &end_length);
        int code = feed_line(parse, parser, text, line_length, end_length > 0, error);
        if (code != 0)
            return code;
        text += line_length + end_length;
        length -= line_length + end_length;
        if (end_length > 0)
            parse->line++;
    }
    if (csv_fini(parser, end_cell, end_row, parse) != 0 && parser->status == CSV_EPARSE)
        return wp_error_at(error, WP_INPUT, NULL, parse->cell_line, parse->cells + 1,
                           "the quote opened here is never closed");
    return failed(parse, parser) ? complain(parse, parser, error) : 0;
}

/* The separator that stands most often outside quotes in the header row. A tie goes to the one that is the
 * rarer in prose. */
static char recognise_separator(const char *text, size_t length) {
    static const char separators[] = {'\t', ';', ','};
    size_t counts[sizeof separators] = {0};
    bool quoted = false, begun = false;
    for (size_t at = 0; at < length; at++) {
        char letter = text[at];
        if (letter == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((letter == '\n' || letter == '\r') && begun)
            break;
        for (size_t k = 0; k < sizeof separators; k++)
            counts[k] += letter == separators[k];
        begun = begun || (letter != '\n' && letter != '\r' && letter != ' ' && letter != '\t');
    }
    size_t best = 0;
    for (size_t k = 1; k < sizeof separators; k++)
        if (counts[k] > counts[best])
            best = k;
    return counts[best] > 0 ? separators[best] : ',';
}

/* Excel's "sep=;": a first line that only names the separator. Returns its length with its end, 0 if there is
 * none. */
static size_t read_separator_line(const char *text, size_t length, char *separator, struct wp_error *error) {
    size_t end_length;
    size_t line_length = wp_text_line(text, length, &end_length);
    size_t start = line_length > 0 && text[0] == '"' ? 1 : 0;
    if (line_length < start + 4 || strncasecmp(text + start, "sep=", 4) != 0)
        return 0;
    char named = line_length > start + 4 ? text[start + 4] : '\0';
    /* A program that saves the file again may fill the line up with separators. */
    size_t at = start + 5;
    while (at < line_length && (text[at] == named || text[at] == '"'))
        at++;
    if ((named != ',' && named != ';' && named != '\t') || at < line_length)
        wp_error_at(error, WP_INPUT, NULL, 1, 0,
                    "\"sep=\" must be followed by one of , ; and the tab, and by nothing else");
    *separator = named;
    return line_length + end_length;
}

int wp_csv_parse(const char *text, size_t length, struct wp_csv *out, struct wp_error *error) {
    *out = (struct wp_csv){0};
    struct wp_error wrong = {0};
    size_t skipped = read_separator_line(text, length, &out->separator, &wrong);
    if (wrong.code != 0)
        return wp_error_at(error, wrong.code, NULL, wrong.line, wrong.column, "%s", wrong.message);
    if (skipped == 0)
        out->separator = recognise_separator(text, length);
    out->letters = malloc(length + 2);
    if (out->letters == NULL)
        return wp_error_memory(error);
    struct csv_parser parser;
    /* Without strictness a quote may stay open and swallow the rest; without REPALL_NL blank lines vanish
     * unseen. */
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        return wp_error_set(error, WP_INTERNAL, "libcsv does not start");
    csv_set_delim(&parser, (unsigned char)out->separator);
    csv_set_blk_size(&parser, 4096);
    long line = skipped > 0 ? 2 : 1;
    struct parse parse = {.csv = out, .row.line = line, .line = line, .cell_line = line};
    int code = feed(&parse, &parser, text + skipped, length - skipped, error);
    csv_free(&parser);
    return code;
}

void wp_csv_clear(struct wp_csv *csv) {
    free(csv->rows);
    free(csv->cells);
    free(csv->letters);
    *csv = (struct wp_csv){0};
}
